"""The change log of a run: who makes changes, and whether they are logged."""

import getpass
import os
from datetime import UTC, datetime

from cssa.answers.change_log import ChangeLog
from cssa.cli.language import t
from cssa.cli.output import note

_OFF = "off"


def open_change_log(command: str, by: str | None) -> ChangeLog | None:
    """Return the change log of this run; None where ``CSSA_CHANGE_LOG=off`` turns it off.

    Args:
        command: the command that saves changes.
        by: who makes them, by the user's own word; the user of the system where None.
    """
    if os.environ.get("CSSA_CHANGE_LOG", "").lower() == _OFF:
        return None
    return ChangeLog(by or _system_user(), command, lambda: datetime.now(UTC).astimezone())


def note_failure(log: ChangeLog | None) -> None:
    """Say that changes were saved without a line in the log, where that is so."""
    if log is not None and log.failure is not None:
        note(t("answers.not_logged", reason=log.failure))


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container without users
        return "unknown"
