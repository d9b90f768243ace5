"""Calls in a child process with limits, for functions that a hostile file may crash."""

import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar, cast

from cssa.excel.child_process import ChildDiedError

P = ParamSpec("P")
R = TypeVar("R")

_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from cssa.excel.child_process import serve; serve()"
)


class Call(Protocol):
    """A way to call a function: in this process, or in a child process."""

    def __call__(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what the function returns, or raise what it raises."""
        ...


def call_here(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a function in this process, which has limits of its own."""
    return function(*args, **kwargs)


def call_in_child(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a function in a new process.

    Args:
        function: a function of a module.
        args: values that can be sent to another process.
        kwargs: likewise.

    Raises:
        ChildDiedError: when the process dies, takes too long or too much memory.
        CssaError: when the call does.
    """
    code, answered = _run_child(pickle.dumps((function, args, kwargs)))
    try:
        result, error = pickle.loads(answered)  # noqa: S301 - what answer() wrote
    except (EOFError, pickle.UnpicklingError):
        raise ChildDiedError(_ending(code)) from None
    if error is not None:
        raise error
    return cast("R", result)


def _run_child(call: bytes) -> tuple[int, bytes]:
    """Return the exit code of a new process, and its answer to a call."""
    process = subprocess.run(  # noqa: S603 - our own interpreter, on a constant
        [sys.executable, "-I", "-S", "-B", "-c", _START],
        input=pickle.dumps([path for path in sys.path if path]) + call,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return process.returncode, process.stdout


def _ending(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return str(code)
