"""The texts that a form is sent out with beside its tables, known again by whatever build reads it.

A form carries their hashes, so that what stands in their cells is known to be the form's own or to
be somebody's, also after they were reworded.
"""

from collections.abc import Iterator
from typing import NamedTuple, Self

from cssa.answers.comparable import digest
from cssa.checklist.model import Checklist
from cssa.excel.cell_values import CellValue
from cssa.forms import layout
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY


def recorded_texts(checklist: Checklist, lang: Lang, *, is_short: bool = False) -> str:
    """Return what a form carries of the texts that it is sent out with."""
    more = [message(lang, "form.short.title")] if is_short else []
    return " ".join(map(digest, (*_texts(checklist, lang), *more)))


def _texts(checklist: Checklist, lang: Lang) -> Iterator[str]:
    for field in (*layout.INSTITUTION, *layout.APPROVAL):
        yield message(lang, f"{field.message}.hint")
    for domain in checklist.domains:
        params = {"id": domain.id, "title": domain.title.get(lang)}
        yield message(lang, "form.sheet_title", params)
    yield sheet_how(checklist, lang)
    yield message(lang, "form.guide_title")


def sheet_how(checklist: Checklist, lang: Lang) -> str:
    """Return how an answer sheet is filled in; where levels are explained, if there are any."""
    texts = [message(lang, "form.sheet_how")]
    if checklist.gives_levels:
        texts.append(message(lang, "form.sheet_how.levels"))
    return TYPOGRAPHY[lang].space.join(texts)


class OwnTexts(NamedTuple):
    """The texts that one form was sent out with.

    Attributes:
        digests: their hashes; None in forms of builds that did not record them, in whose cells any
            text passes for the form's own.
    """

    digests: frozenset[str] | None

    @classmethod
    def of(cls, recorded: str | None) -> Self:
        """Return the texts by what a form carries of them, None where it carries nothing."""
        return cls(frozenset(recorded.split()) if recorded else None)

    @property
    def are_recorded(self) -> bool:
        """Whether the form carries them."""
        return self.digests is not None

    def has(self, cell: CellValue) -> bool:
        """Return whether a text in one of the form's own cells is the form's own."""
        return self.digests is None or digest(cell) in self.digests
