"""``cssa completion``: lets a shell complete commands, options, IDs and files."""

from contextlib import redirect_stderr
from io import StringIO
from typing import Annotated, Literal

import typer

from cssa.cli.app import add, command, new_app
from cssa.cli.language import t
from cssa.cli.output import emit
from cssa.cli.run import COMPLETION
from cssa.cli.typer_private import completion_script, prepare_completion

app = new_app("help.completion")

_NO_PROPOSALS = 1


@add(app, "help.completion", "completion")
def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(metavar="SHELL", help=t("opt.completion.shell")),
    ],
) -> None:
    """Print the script by which a shell completes command lines."""
    emit(completion_script("cssa", COMPLETION, shell) + "\n")


def answer_shell() -> int:
    """Print what may follow on the line that a shell's script passes in the environment.

    Nobody asked for a message while typing: whatever goes wrong, nothing is proposed.

    Returns:
        The exit code, by which some shells know whether there are proposals.
    """
    prepare_completion()
    with redirect_stderr(StringIO()):
        try:
            command()([], prog_name="cssa")
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else _NO_PROPOSALS
        except Exception:  # noqa: BLE001 - see above
            return _NO_PROPOSALS
    return _NO_PROPOSALS
