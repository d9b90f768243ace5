"""Which edition an institution's feedback is, counted from the publication of the campaign.

The first edition is what the publication distributed. Answers that changed since make the second
one, further changes the third; the same answers keep the same number. The number
counts contents that feedback was made of, whether it was distributed or not.
"""

import json
from typing import Any

from cssa.batch.json_stream import json_lines
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.publishing.publication_record import PublicationRecord
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.reports.publication_mark import PublicationMark

EDITIONS = f"{PRIVATE}/feedback-editions.json"


class FeedbackEditions:
    """The contents that feedback was made of since a campaign was published.

    Args:
        record: what was published.
        folder: stores the contents.

    Raises:
        InputError: when they cannot be read.
    """

    def __init__(self, record: PublicationRecord, folder: OutFolder) -> None:
        self._record = record
        self._later: dict[str, list[str]] = {}
        data = folder.read(EDITIONS)
        if data is not None:
            try:
                self._later = _contents(json.loads(data))
            except (ValueError, KeyError, TypeError):
                where = Location(str(folder.root / EDITIONS))
                raise InputError([Problem("batch.published.unreadable", {}, where)]) from None

    def mark(self, institution: str, content: str) -> PublicationMark | None:
        """Return how an institution's feedback is marked, and remember its content.

        Args:
            institution: its id.
            content: hash of its answers.
        """
        published = self._record.institutions.get(institution)
        if published is not None and published.content == content:
            return None
        later = self._later.setdefault(institution, [])
        if content not in later:
            later.append(content)
        edition = 2 + later.index(content)
        return PublicationMark("late" if published is None else "corrected", edition)

    @property
    def document(self) -> bytes | None:
        """The contents by institution, to be kept; None where there are none."""
        if not self._later:
            return None
        by_id = {name: self._later[name] for name in sorted(self._later)}
        return json_lines({"schema": "cssa.feedback-editions/1", "institutions": by_id})


def _contents(document: Any) -> dict[str, list[str]]:
    return {
        str(name): [str(content) for content in contents]
        for name, contents in document["institutions"].items()
    }
