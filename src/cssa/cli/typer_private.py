"""What is used of typer beyond its documentation, in one place; a new version may change it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from typer._param_types import coerce_cli_path
from typer.core import TyperCommand, TyperGroup

__all__ = ["TyperCommand", "TyperGroup"]

USAGE_ERRORS = frozenset(
    (
        "MissingParameter",
        "BadParameter",
        "NoSuchOption",
        "BadOptionUsage",
        "BadArgumentUsage",
        "NoArgsIsHelpError",
        "UsageError",
    )
)
"""Names of the errors of a wrong command line, whose classes typer keeps private."""


def usage_error(error: Exception) -> str | None:
    """Return the name of a wrong command line's error, None for any other error."""
    name = type(error).__name__
    return name if name in USAGE_ERRORS else None


def option_of(error: Any) -> str:
    """Return the option that an error of ``USAGE_ERRORS`` is about, empty where it is of none."""
    return str(getattr(error, "option_name", None) or "")


def options_like(error: Any) -> Sequence[str]:
    """Return the options that one that does not exist may have been meant to be."""
    return getattr(error, "possibilities", None) or ()


def parameter_of(error: Any) -> Any:
    """Return the parameter that an error is about, None where it is of none."""
    return getattr(error, "param", None)


def is_argument(param: Any) -> bool:
    """Return whether a parameter is an argument, not an option."""
    return bool(param.param_type_name == "argument")


def argument_name(param: Any) -> str:
    """Return the name of an argument as it stands in the usage."""
    return str(param.display_name_raw)


def choices_of(param: Any) -> tuple[str, ...]:
    """Return the values that a parameter takes, none where it takes others than listed ones."""
    return tuple(map(str, param.type_descriptor.choices or ()))


def value_name(param: Any) -> str:
    """Return how the value of an option is called."""
    return str(param.metavar or param.name.upper())


def default_of(param: Any, ctx: Any) -> Any:
    """Return the value that a parameter has where it is not given."""
    return param.get_default(ctx, call=False)


def has_command(ctx: Any) -> bool:
    """Return whether a command is named after that of a group."""
    return bool(ctx._protected_args)  # noqa: SLF001 - typer's own group reads it


def defer_coercion(params: Iterable[Any]) -> None:
    """Make no validator for parameters before they have a value that needs one.

    Typer has pydantic make one for every parameter, given or not, ``--help`` included, which takes
    a run that reads one file as long as reading that file.

    Args:
        params: the parameters of a command.
    """
    for param in params:
        if param._runtime_param is None:  # noqa: SLF001 - typer fills it on first use
            param._runtime_param = _DeferredCoercion()  # noqa: SLF001


class _DeferredCoercion:
    """Stands in the place of typer's validator of a parameter, and makes it when it is needed."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return a value converted; a missing value, a default and plain text as they are.

        A path is checked by typer as ever.

        Args:
            value: what the command line gives.
            param: the parameter.
            ctx: the command's context.
        """
        descriptor = param.type_descriptor
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if value is param.default:
            return value
        if descriptor.annotation is str and descriptor.parameter_info.parser is None:
            return value
        if descriptor.annotation is Path and descriptor.parameter_info.parser is None:
            info = descriptor.parameter_info
            return coerce_cli_path(Path(value), info, path_type=Path, param=param, ctx=ctx)
        param._runtime_param = None  # noqa: SLF001 - so that typer makes it
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def completion_script(program: str, variable: str, shell: str) -> str:
    """Return the script by which a shell completes the command lines of a program.

    Args:
        program: its name.
        variable: environment variable by which the script asks the program what may follow.
        shell: ``bash``, ``zsh``, ``fish`` or ``powershell``.
    """
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=program, complete_var=variable, shell=shell)


def prepare_completion() -> None:
    """Let typer answer its scripts, which it does where it offers to install them."""
    from typer._completion_classes import completion_init

    completion_init()
