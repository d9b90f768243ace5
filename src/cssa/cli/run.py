"""One run of the program: from arguments to an exit code, with a message for every failure."""

import atexit
import contextlib
import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cssa import __version__
from cssa.cli import language
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import t
from cssa.messages.system_errors import system_reason

if TYPE_CHECKING:
    from cssa.errors import CssaError


COMPLETION = "_CSSA_COMPLETE"
"""Environment variable by which a shell asks what may follow (``cssa completion``)."""

_CANNOT_WRITE = frozenset((errno.ENOSPC, errno.EIO, errno.EROFS, errno.EPIPE))


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    _prepare_process()
    try:
        lang, arguments = language.pick(argv, os.environ)
    except language.UnknownLanguageError as error:
        language.use(language.from_environment(os.environ))
        _print_error(t("usage.bad_lang", value=str(error)))
        return ExitCode.USAGE
    language.use(lang)
    if COMPLETION in os.environ:
        return _complete()
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    try:
        if "--version" in arguments and set(arguments) <= {"--version", "--verbose"}:
            code = _version(verbose="--verbose" in arguments)
        else:
            code = _dispatch(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except SystemExit:  # typer's way out when the reader of standard output has gone
        _silence_stdout()
        return ExitCode.CANNOT_WRITE
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _failed(error, debug=debug)
    if code == ExitCode.INTERRUPTED:
        _print_error(t("cli.interrupted"))
    return code


def _complete() -> int:
    from cssa.cli.completion import answer_shell

    return answer_shell()


def _dispatch(arguments: list[str]) -> int:
    from cssa.cli.app import command
    from cssa.errors import CssaError

    try:
        code = command()(arguments, prog_name="cssa", standalone_mode=False)
    except CssaError as error:
        return report_problems(error)
    except Exception as error:
        from cssa.cli.usage import explain

        text = explain(error)
        if text is None:
            raise
        _print_error(text)
        return ExitCode.USAGE
    return code if isinstance(code, int) else ExitCode.DONE


def report_problems(error: "CssaError") -> int:
    """Print the problems of an input, usage or output, and return the exit code of them."""
    from cssa.errors import InputError, UsageError
    from cssa.messages.problems import MAX_LINES, describe_all

    lines = describe_all(error.problems, language.current(), error.further)
    for line in lines:
        _print_error(line)
    if 1 < len(lines) <= MAX_LINES and not error.further:
        _print_error(t("cli.problems", count=len(lines)))
    if isinstance(error, UsageError):
        return ExitCode.USAGE
    return ExitCode.INPUT if isinstance(error, InputError) else ExitCode.CANNOT_WRITE


def _version(*, verbose: bool) -> int:
    print(f"cssa {__version__}")  # noqa: T201
    if verbose:
        print(f"Python {sys.version.split()[0]}")  # noqa: T201
        for number in range(1, 6):
            print(t(f"disclaimer.{number}"))  # noqa: T201
    return ExitCode.DONE


def _failed(error: Exception, *, debug: bool) -> int:
    """Return the exit code of an unwritable output or of an internal error, and report it."""
    if isinstance(error, OSError) and error.errno in _CANNOT_WRITE:
        _silence_stdout()
        if error.errno != errno.EPIPE:
            _print_error(t("file.cannot_print", reason=system_reason(error)))
        return ExitCode.CANNOT_WRITE
    return _internal(error, debug=debug)


def _internal(error: BaseException, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    _print_error(t("cli.internal", error=detail))
    return ExitCode.INTERNAL


def _prepare_process() -> None:
    """Set up a short run.

    A character that the terminal cannot show does not end the program; pydantic looks for no
    plug-ins of other packages; garbage of a run this short is not collected, not even at exit,
    where collecting would take as long as scoring does.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    atexit.register(gc.freeze)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _open_closed_streams() -> None:
    """Give standard streams that the caller has closed an empty file, under their own numbers.

    Otherwise the next file opened would get the number, and be written to as the stream.
    """
    streams = ("stdin", "stdout", "stderr")
    for number, name in enumerate(streams):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                os.close(number)
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _silence_stdout() -> None:
    """Keep Python from complaining about a closed pipe when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _print_error(text: str) -> None:
    from cssa.messages.visible import visible, without_commands

    with contextlib.suppress(OSError):  # there is nowhere left to say it
        print(without_commands(visible(text)), file=sys.stderr)  # noqa: T201
