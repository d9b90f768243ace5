"""The practice at which an interview stopped, stored apart from the answers."""

import contextlib
import hashlib
from pathlib import Path


class Bookmark:
    """The practice shown last for one answers file.

    Args:
        folder: where bookmarks are stored; None stores none.
        answers: the answers file.
    """

    def __init__(self, folder: Path | None, answers: Path) -> None:
        name = hashlib.sha256(str(answers.resolve()).encode(errors="surrogateescape")).hexdigest()
        self._file = folder / "bookmarks" / name[:32] if folder else None

    def read(self) -> str | None:
        """Return the practice's id; None where none is stored."""
        try:
            return self._file.read_text("utf-8").strip() or None if self._file else None
        except (OSError, ValueError):
            return None

    def write(self, practice_id: str) -> None:
        """Store a practice; where that fails, the next interview starts at the first open one."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(practice_id, "utf-8")
