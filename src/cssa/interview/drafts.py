"""Texts that are being typed, beside the answers file until they are saved or given up."""

import contextlib
import json
import os
from pathlib import Path

DraftKey = tuple[str, str]
"""The practice (empty for the institution), and the field that is typed."""


class Drafts:
    """Texts of one answers file that have not been saved yet.

    Each change is a line at the end of the file, so that a process that is killed loses none. A
    draft that cannot be written is no reason to stop typing: it is not kept, and nothing is said.

    Args:
        answers: the answers file.
    """

    def __init__(self, answers: Path) -> None:
        target = Path(os.path.realpath(answers))
        self.path = target.with_name(f".{target.name}.draft")
        self._texts = self._read()

    def text(self, practice_id: str, field: str) -> str | None:
        """Return the text that was being typed, None where there is none."""
        return self._texts.get((practice_id, field))

    def entries(self) -> tuple[DraftKey, ...]:
        """Return what there are texts for, in the order in which they were begun."""
        return tuple(self._texts)

    def write(self, practice_id: str, field: str, text: str) -> None:
        """Keep a text as it is typed."""
        if self._texts.get((practice_id, field)) != text:
            self._texts[(practice_id, field)] = text
            self._append(practice_id, field, text)

    def discard(self, practice_id: str, field: str) -> None:
        """Remove a text, as it was saved or given up."""
        if self._texts.pop((practice_id, field), None) is None:
            return
        if self._texts:
            self._append(practice_id, field, None)
        else:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _append(self, practice_id: str, field: str, text: str | None) -> None:
        line = json.dumps([practice_id, field, text], ensure_ascii=False)
        with contextlib.suppress(OSError):
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(f"\n{line}\n".encode(errors="replace"))  # after a line that was cut off

    def _read(self) -> dict[DraftKey, str]:
        """Return what a session before left; a line that was cut off is none."""
        texts: dict[DraftKey, str] = {}
        try:
            lines = self.path.read_text("utf-8", errors="replace").split("\n")
        except OSError:
            return texts
        for line in lines:
            try:
                practice_id, field, text = json.loads(line)
            except (ValueError, TypeError):
                continue
            if text is None:
                texts.pop((practice_id, field), None)
            elif all(isinstance(part, str) for part in (practice_id, field, text)):
                texts[(practice_id, field)] = text
        return texts
