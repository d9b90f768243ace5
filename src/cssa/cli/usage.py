"""Wrong command lines, explained in the language of the run."""

from collections.abc import Callable
from typing import Any

from cssa.cli.language import current, t
from cssa.cli.typer_private import (
    argument_name,
    choices_of,
    is_argument,
    option_of,
    options_like,
    parameter_of,
    usage_error,
)
from cssa.messages import fitting
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed


class CommandLineError(Exception):
    """A wrong command line that this package detects itself, not typer.

    Args:
        code: key of its message.
        ctx: the context of the command concerned.
        params: values for the message; ``known`` lists names to suggest from.
    """

    def __init__(self, code: str, ctx: Any, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.ctx = ctx
        self.params = params


def explain(error: Exception) -> str | None:
    """Return the message for the user, None for an error that is not of the command line."""
    from difflib import get_close_matches

    if isinstance(error, CommandLineError):
        text = t(error.code, **fitting(error.code, error.params))
        suggestions = get_close_matches(
            error.params.get("name", ""), error.params.get("known", ()), n=1
        )
    else:
        kind = usage_error(error)
        if kind is None:
            return None
        text = _WORDED[kind](error)
        suggestions = get_close_matches(option_of(error), options_like(error), n=1)
    if suggestions:
        text += TYPOGRAPHY[current()].space + t("usage.did_you_mean", near=suggestions[0])
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "cssa"
    return f"{text}\n{t('cli.see_help', command=path)}"


def _name(error: Any) -> str:
    param = parameter_of(error)
    if param is None:
        return "?"
    return argument_name(param) if is_argument(param) else str(max(param.opts, key=len))


def _bad_value(error: Any) -> str:
    param = parameter_of(error)
    choices = () if param is None else choices_of(param)
    if choices:
        return t("usage.bad_choice", name=_name(error), choices=listed(choices))
    return t("usage.bad_value", name=_name(error))


_WORDED: dict[str, Callable[[Any], str]] = {
    "MissingParameter": lambda error: t("usage.missing", name=_name(error)),
    "BadParameter": _bad_value,
    "NoSuchOption": lambda error: t("usage.no_such_option", name=option_of(error)),
    "BadOptionUsage": lambda error: t("usage.option_value", name=option_of(error)),
    "BadArgumentUsage": lambda _: t("usage.other"),
    "NoArgsIsHelpError": lambda _: t("usage.missing_command"),
    "UsageError": lambda _: t("usage.other"),
}
