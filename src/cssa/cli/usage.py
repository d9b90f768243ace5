"""Wrong command lines, explained in the language of the run."""

from collections.abc import Callable
from typing import Any

from cssa.cli.language import t
from cssa.messages import fitting


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
    """Return the message for the user, None for an error that is not of the command line.

    Typer keeps its vendored usage errors private; they are distinguished by their names, and its
    version is pinned.
    """
    from difflib import get_close_matches

    kind = type(error).__name__
    if isinstance(error, CommandLineError):
        text = t(error.code, **fitting(error.code, error.params))
        suggestions = get_close_matches(
            error.params.get("name", ""), error.params.get("known", ()), n=1
        )
    elif kind in _KINDS:
        text = _KINDS[kind](error)
        suggestions = get_close_matches(
            getattr(error, "option_name", ""), getattr(error, "possibilities", None) or (), n=1
        )
    else:
        return None
    if suggestions:
        text += (" " if text.isascii() else "") + t("usage.did_you_mean", near=suggestions[0])
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "cssa"
    return f"{text}\n{t('cli.see_help', command=path)}"


def _name(error: Any) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "?")
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.display_name_raw)


def _bad_value(error: Any) -> str:
    choices = error.param.type_descriptor.choices if error.param is not None else None
    if choices:
        return t("usage.bad_choice", name=_name(error), choices=", ".join(map(str, choices)))
    return t("usage.bad_value", name=_name(error))


_KINDS: dict[str, Callable[[Any], str]] = {
    "MissingParameter": lambda error: t("usage.missing", name=_name(error)),
    "BadParameter": _bad_value,
    "NoSuchOption": lambda error: t("usage.no_such_option", name=error.option_name),
    "BadOptionUsage": lambda error: t("usage.option_value", name=error.option_name),
    "BadArgumentUsage": lambda _: t("usage.extra"),
    "NoArgsIsHelpError": lambda _: t("usage.missing_command"),
    "UsageError": lambda _: t("usage.other"),
}
