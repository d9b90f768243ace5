"""Command and group classes whose help is laid out and worded in the language of the run."""

import shutil
import sys
from typing import Any

from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import t
from cssa.cli.typer_private import (
    TyperCommand,
    TyperGroup,
    argument_name,
    choices_of,
    default_of,
    defer_coercion,
    has_command,
    is_argument,
    value_name,
)
from cssa.cli.usage import CommandLineError
from cssa.reports.text_layout import cells, wrap

MAX_WIDTH = 100
"""Cells of a line of running text, and of any line where there is no terminal."""

_MIN_WIDTH = 40
_LEFT = 30


def terminal_width() -> int:
    """Return the cells of a terminal's line, within reason; 100 where there is no terminal."""
    if not sys.stdout.isatty():
        return MAX_WIDTH
    return max(_MIN_WIDTH, shutil.get_terminal_size().columns)


def page_width() -> int:
    """Return the cells of a line of running text."""
    return min(terminal_width(), MAX_WIDTH)


def _definitions(heading: str, rows: list[tuple[str, str]], width: int) -> str:
    left = min(max(cells(name) for name, _ in rows), _LEFT)
    lines = [heading]
    for name, text in rows:
        hang = " " * (left + 4)
        if cells(name) > left:
            lines += [f"  {name}", wrap(text, width, indent=hang, hang=hang)]
        else:
            space = " " * (left - cells(name))
            lines.append(wrap(text, width, indent=f"  {name}{space}  ", hang=hang))
    return "\n".join(line for line in lines if line)


def _signature(param: Any) -> str:
    """Return how a parameter is written: its names and what it takes."""
    if is_argument(param):
        return argument_name(param)
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {_value(param)}"


def _value(param: Any) -> str:
    return "|".join(choices_of(param)) or value_name(param)


def _description(param: Any, ctx: Any) -> str:
    extra = []
    default = default_of(param, ctx)
    if not is_argument(param):
        if param.required:
            extra.append(t("cli.required"))
        elif default not in (None, False, "", (), []):
            extra.append(t("cli.default", value=default))
    return (param.help or "") + "".join(f" [{note}]" for note in extra)


def described(command: Any, path: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return arguments and options of a command, each as it is written with what it is.

    Args:
        command: the command.
        path: the words that call it.
    """
    ctx = command.make_context(path, [], resilient_parsing=True)
    shown = [param for param in command.params if not getattr(param, "hidden", False)]
    rows = [(is_argument(param), (_signature(param), _description(param, ctx))) for param in shown]
    arguments = [row for argument, row in rows if argument]
    return arguments, [row for argument, row in rows if not argument]


class _LocalizedHelp:
    """Help and usage that commands and groups share."""

    def get_params(self: Any, ctx: Any) -> list[Any]:
        """Return the parameters, with ``--help``."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # of the class beside it
        defer_coercion(params)
        return params

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        width = page_width()
        blocks = [self.usage(ctx)]
        if self.help:
            blocks.append(wrap(self.help, width))
        params = [param for param in self.params if not getattr(param, "hidden", False)]
        for code, are_arguments in (("cli.arguments", True), ("cli.options", False)):
            rows = [
                (_signature(param), _description(param, ctx))
                for param in params
                if is_argument(param) == are_arguments
            ]
            if rows:
                blocks.append(_definitions(t(code), rows, width))
        blocks += self.further(ctx, width)
        everywhere = [
            ("--lang ja|en", t("opt.lang")),
            ("--debug", t("opt.debug")),
            ("--help", t("opt.help")),
        ]
        if ctx.parent is None:
            everywhere.insert(0, ("--version", t("opt.version")))
        blocks.append(_definitions(t("cli.everywhere"), everywhere, width))
        formatter.write("\n\n".join(blocks) + "\n")

    def usage(self: Any, ctx: Any) -> str:
        """Return the one-line usage."""
        pieces = [t("cli.options_metavar")]
        for param in self.params:
            if is_argument(param):
                many = "..." if param.nargs != 1 else ""
                name = f"{argument_name(param)}{many}"
                pieces.append(name if param.required else f"[{name}]")
        if isinstance(self, TyperGroup):
            pieces.append(t("cli.command_metavar"))
        return f"{t('cli.usage')} {ctx.command_path} {' '.join(pieces)}"

    def further(self, ctx: Any, width: int) -> list[str]:  # noqa: ARG002 - for groups
        """Return blocks between the parameters and the options of every command."""
        return []


class CssaCommand(_LocalizedHelp, TyperCommand):
    """A command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, reporting superfluous arguments in the language of the run."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            is_file_named = any("--answers" in param.opts for param in self.params)
            code = "usage.extra_answers" if is_file_named else "usage.extra"
            raise CommandLineError(code, ctx, found=ctx.args[0])
        return rest


class CssaGroup(_LocalizedHelp, TyperGroup):
    """A group of commands."""

    def short_helps(self, ctx: Any) -> list[tuple[str, str]]:
        """Return each command's name with a line of help."""
        rows = []
        for name in self.list_commands(ctx):
            listed = self.get_command(ctx, name)
            rows.append((name, str(getattr(listed, "help", "") or "")))
        return rows

    def further(self, ctx: Any, width: int) -> list[str]:
        """Return the commands, and at the top the exit codes."""
        blocks = [_definitions(t("cli.commands"), self.short_helps(ctx), width)]
        if ctx.parent is None:
            codes = [(str(int(code)), t(f"exit.{int(code)}")) for code in ExitCode]
            blocks.append(_definitions(t("cli.exit_codes"), codes, width))
        return blocks

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command, reporting an unknown one in the language of the run."""
        name = args[0]
        resolved = self.get_command(ctx, name)
        if resolved is None:
            raise CommandLineError(
                "usage.no_such_command", ctx, name=name, known=self.list_commands(ctx)
            )
        return name, resolved, args[1:]

    def invoke(self, ctx: Any) -> Any:
        """Run the command named; report when none is."""
        if not has_command(ctx) and not self.invoke_without_command:
            raise CommandLineError("usage.missing_command", ctx)
        return super().invoke(ctx)
