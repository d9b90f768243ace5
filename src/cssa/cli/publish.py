"""``cssa batch publish``: publishes the figures of a campaign, or withdraws some."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli.batch_workers import Cluster, Workers, check_workers, open_workers
from cssa.cli.environment import cache_folder, checklist_folders, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.out_folder import check_run, opened
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed

if TYPE_CHECKING:
    from cssa.batch.publishing.edition import Act, SignOff
    from cssa.peers.rules import Rules


def publish(
    out: Annotated[Path, typer.Argument(metavar="OUT", help=t("opt.publish.out"))],
    approved_by: Annotated[
        str, typer.Option("--approved-by", metavar="NAME", help=t("opt.publish.approved_by"))
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=t("opt.publish.on"))],
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="OUT", help=t("opt.publish.previous"))
    ] = None,
    min_group: Annotated[
        int | None, typer.Option("--min-group", metavar="N", help=t("opt.publish.min_group"))
    ] = None,
    coalition: Annotated[
        int | None, typer.Option("--coalition", metavar="N", help=t("opt.publish.coalition"))
    ] = None,
    second: Annotated[
        str | None, typer.Option("--second", metavar="AXIS", help=t("opt.publish.second"))
    ] = None,
    withdraw: Annotated[
        str | None,
        typer.Option("--withdraw", metavar="GROUP[/FIGURE]", help=t("opt.publish.withdraw")),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=t("opt.publish.reason"))
    ] = None,
    workers: Workers = None,
    cluster: Cluster = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.publish.as_of"))
    ] = None,
) -> int:
    """Publish a campaign."""
    from cssa.batch.outputs.run_summary import published_page
    from cssa.batch.publishing.acts import hand_out, record_act
    from cssa.batch.publishing.edition import PublishAct
    from cssa.batch.request import UserSetup, load_request

    sign_off = _sign_off(approved_by, on, as_of)
    act: Act
    if withdraw is None:
        if reason is not None:
            raise UsageError([Problem("batch.publish.reason_alone")])
        act = PublishAct(sign_off, _rules(min_group, coalition, second), previous)
    else:
        named = {
            "--previous": previous,
            "--min-group": min_group,
            "--coalition": coalition,
            "--second": second,
        }
        _refuse_with_withdraw([name for name, value in named.items() if value is not None])
        act = _withdraw_act(sign_off, withdraw, reason)
    check_workers(workers, cluster)
    check_run(out, "publish")
    setup = UserSetup(checklist_folders(), cache_folder(), open_workspace().scoring_data.sectors)
    with opened(out) as folder, progress() as phase:
        request = load_request(folder, setup)
        recorded = record_act(act, request, folder, phase("publish"))
        count = len(recorded.last_run.settled.rows)
        with open_workers(workers, cluster, count, (out,)) as pool:
            hand_out(recorded, folder, pool, phase)
    show(published_page(recorded.record, count, out, current()))
    return ExitCode.DONE


def _sign_off(approved_by: str, on: str, as_of: str | None) -> "SignOff":
    """Return who approved the publication, and the day.

    Raises:
        UsageError: when the name is not one line, or the day is no date or in the future.
    """
    from cssa.batch.publishing.edition import SignOff

    day, today = read_date(on, "--on"), read_date(as_of)
    if day > today:
        raise UsageError([Problem("batch.publish.future", {"on": day, "today": today})])
    return SignOff(one_line_option("--approved-by", approved_by), day)


def one_line_option(name: str, text: str) -> str:
    """Return a text of one line.

    Args:
        name: of the option that gives it.
        text: what was given.

    Raises:
        UsageError: when it is blank, or holds what breaks or turns a line.
    """
    line = text.strip()
    if not line or not all(char.isprintable() or char == "\u3000" for char in line):
        raise UsageError([Problem("batch.publish.not_a_line", {"name": name})])
    return line


def _rules(min_group: int | None, coalition: int | None, second: str | None) -> "Rules":
    from cssa.peers.rules import Rules

    default = Rules()
    match default.second if second is None else second:
        case "size" | "core_system" as axis:
            rules = Rules(
                default.min_group if min_group is None else min_group,
                default.coalition if coalition is None else coalition,
                second=axis,
            )
        case _:
            raise UsageError([Problem("batch.bad_second", {"found": second})])
    rules.check()
    return rules


def _refuse_with_withdraw(names: list[str]) -> None:
    if names:
        raise UsageError([Problem("batch.publish.withdraw_alone", {"names": listed(names)})])


def _withdraw_act(sign_off: "SignOff", withdraw: str, reason: str | None) -> "Act":
    from cssa.batch.publishing.edition import WithdrawAct
    from cssa.peers.peers_file import EVERY_FIGURE

    if reason is None:
        raise UsageError([Problem("batch.publish.reason_missing")])
    group, _, figure = withdraw.partition("/")
    return WithdrawAct(sign_off, group, figure or EVERY_FIGURE, one_line_option("--reason", reason))
