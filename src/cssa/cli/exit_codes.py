"""The exit codes of the program."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; docs/decisions/0002-exit-codes.md."""

    DONE = 0
    GATE_NOT_MET = 1
    USAGE = 2
    INPUT = 3
    NOTHING_ASSESSED = 4
    INTERNAL = 70
    CANNOT_WRITE = 74
    INTERRUPTED = 130
