"""The child process of one call, and limits for processes that read files from outside.

It imports little, as it starts for every form: the modules that its call needs, and these.
"""

import contextlib
import faulthandler
import os
import pickle
import sys
from functools import cache

from cssa.errors import CssaError

MEMORY = 1_000_000_000
"""Bytes of address space; a form takes a tenth of it."""

SECONDS = 30
"""Time that a call may take, by the clock and of the processor alike; a form takes a hundredth."""


class ChildDiedError(Exception):
    """A process ended before it answered.

    Attributes:
        reason: the signal, the error or the exit code that it ended with.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def serve() -> None:
    """Answer the call on standard input, within limits."""
    results = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no answer
    limit_memory(MEMORY)
    limit_time(SECONDS)
    answered = answer(sys.stdin.buffer.read())
    with os.fdopen(results, "wb") as stream:
        stream.write(answered)


def answer(call: bytes) -> bytes:
    """Return what a call comes to, or what it raises, as ``call_in_child`` reads it.

    Args:
        call: a function and its arguments, as ``call_in_child`` wrote them.
    """
    function, args, kwargs = pickle.loads(call)  # noqa: S301 - from the program itself
    result: object = None
    failure: Exception | None = None
    try:
        result = function(*args, **kwargs)
    except CssaError as error:
        failure = error
    except Exception as error:  # noqa: BLE001 - whatever a file brings about
        failure = ChildDiedError(type(error).__name__)
    return pickle.dumps((result, failure))


def limit_memory(size: int) -> None:
    """Limit the memory of this process, in bytes, where the system supports it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, limit in ((resource.RLIMIT_AS, size), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        with contextlib.suppress(ValueError, OSError):  # macOS has the names alone
            resource.setrlimit(kind, (limit, hard))


def limit_time(seconds: int) -> None:
    """End this process after so many seconds, unless end_time_limit() is called.

    The processor's time is limited where the system can, and time by the clock everywhere: a
    reader that gets no more memory may wait for itself.
    """
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())
    try:
        import resource
    except ImportError:  # Windows
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + seconds, hard))


def end_time_limit() -> None:
    """Let this process go on for as long as it has to."""
    faulthandler.cancel_dump_traceback_later()
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
