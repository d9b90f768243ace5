"""``cssa assess``: answering a checklist in a terminal."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.cli import completion_values, full_screen, options
from cssa.cli.app import add, new_app
from cssa.cli.assess_request import AssessRequest
from cssa.cli.language import t
from cssa.cli.terminal import Terminal
from cssa.errors import Problem, UsageError
from cssa.interview.requests import Only

app = new_app("help.assess")

_DEFAULT_ANSWERS = Path("answers.yaml")


@add(app, "help.assess", "assess")
def assess_(
    checklist: options.Checklist = None,
    answers: Annotated[
        Path, typer.Option("--answers", "-a", metavar="FILE", help=t("assess.opt.answers"))
    ] = _DEFAULT_ANSWERS,
    plain: Annotated[bool, typer.Option("--plain", help=t("assess.opt.plain"))] = False,  # noqa: FBT002
    role: Annotated[
        Literal["second_line", "audit"] | None, typer.Option("--as", help=t("assess.opt.as"))
    ] = None,
    read_only: Annotated[  # noqa: FBT002
        bool, typer.Option("--read-only", help=t("assess.opt.read_only"))
    ] = False,
    previous: Annotated[
        str | None, typer.Option("--previous", metavar="FILE", help=t("assess.opt.previous"))
    ] = None,
    tier: Annotated[
        Literal["basic", "desirable"] | None, typer.Option("--tier", help=t("assess.opt.tier"))
    ] = None,
    domain: Annotated[
        str | None,
        typer.Option(
            "--domain",
            metavar="DOMAIN",
            help=t("assess.opt.domain"),
            autocompletion=completion_values.domains,
        ),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="OWNER", help=t("assess.opt.owner"))
    ] = None,
    only: Annotated[Only | None, typer.Option("--only", help=t("assess.opt.only"))] = None,
    by: options.By = None,
) -> int:
    """Answer a checklist."""
    if not Terminal.is_there():
        from cssa.cli.advised import advised_arguments  # the frame of the screen comes first

        raise UsageError(
            [Problem("assess.no_terminal", {"path": advised_arguments(answers, checklist)})]
        )
    request = AssessRequest(
        checklist=checklist,
        answers=answers,
        is_plain=plain,
        is_read_only=read_only,
        role=role,
        previous=previous,
        tier=tier,
        domain=domain,
        owner=owner,
        only=only,
        by=by,
    )
    if full_screen.is_possible(request):
        return full_screen.run(request)
    from cssa.cli.line_run import run_in_lines

    return run_in_lines(request)
