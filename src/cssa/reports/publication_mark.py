"""How a document stands to the publication of its campaign, said at its top."""

from dataclasses import dataclass
from typing import Literal

from cssa.reports.phrases import Phrase

MarkCode = Literal["in_progress", "corrected", "late"]


@dataclass(frozen=True, slots=True)
class PublicationMark:
    """A label with a short explanation.

    Attributes:
        code: ``in_progress`` before the campaign is published; afterwards ``corrected`` where the
            published edition was made with other answers of the institution, ``late`` where it
            was made without any.
        edition: number of the document, counted from the publication as 1; None before it.
    """

    code: MarkCode
    edition: int | None = None

    @property
    def label(self) -> Phrase:
        """What stands out."""
        params = {} if self.edition is None else {"edition": self.edition}
        return Phrase(f"feedback.mark.{self.code}", params)

    @property
    def note(self) -> Phrase:
        """What it means."""
        return Phrase(f"feedback.mark.{self.code}.note")
