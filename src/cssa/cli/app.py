"""The tree of commands; a command's module is imported when it is called."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer

from cssa.cli.help_layout import CssaCommand, CssaGroup
from cssa.cli.language import t

COMMANDS = {
    "demo": "cssa.cli.demo",
    "assess": "cssa.cli.assess",
    "score": "cssa.cli.score",
    "explain": "cssa.cli.explain",
    "report": "cssa.cli.report",
    "compare": "cssa.cli.compare",
    "plan": "cssa.cli.plan.command",
    "gate": "cssa.cli.gate.command",
    "policy": "cssa.cli.policy",
    "answers": "cssa.cli.answers",
    "form": "cssa.cli.form.command",
    "batch": "cssa.cli.batch",
    "population": "cssa.cli.population",
    "incidents": "cssa.cli.incidents",
    "crosswalk": "cssa.cli.crosswalk",
    "checklist": "cssa.cli.checklist",
    "schema": "cssa.cli.schema",
    "completion": "cssa.cli.completion",
}
"""Command names in the order of the help, with the module of each."""


class _Commands(CssaGroup):
    """The top level, with commands that are loaded on demand."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer passes it
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        return typer.main.get_command(import_module(module).app)

    def short_helps(self, ctx: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(name, t(f"help.{name}")) for name in COMMANDS]


def new_app(code: str) -> typer.Typer:
    """Return an app for one command or noun, with localized help and usage errors.

    Args:
        code: key of its help text.
    """
    return typer.Typer(
        cls=CssaGroup,
        help=t(code),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def add(app: typer.Typer, code: str, name: str | None = None) -> Callable[[Any], Any]:
    """Return the decorator that registers a command with its translated help.

    Args:
        app: the command or noun that it belongs to.
        code: key of its help text.
        name: its name on the command line; the function's where None.
    """
    return app.command(name, cls=CssaCommand, help=t(code))


def command() -> Any:
    """Return the complete command line, ready to be called with arguments."""
    app = typer.Typer(
        cls=_Commands,
        help=t("help.app"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
    )

    @app.callback(invoke_without_command=True, help=t("help.app"))
    def top(ctx: typer.Context) -> None:
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())

    return typer.main.get_command(app)
