"""The parts that every letter to an institution has: marking, addressee, terms, issuer, contact."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.handling import UNSPECIFIED
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line
from cssa.messages.wording import in_language

_BYTE_ORDER_MARK = "\ufeff"
"""By which Japanese mail programs read the encoding."""


def marking_line(campaign: Campaign | None, lang: Lang) -> Iterator[str]:
    """Yield the marking of a letter, where the issuer lays one down.

    Args:
        campaign: who asks; None where its file was not specified.
        lang: the letter's language.
    """
    handling = UNSPECIFIED if campaign is None else campaign.handling
    if handling.marking is not None:
        yield str(in_language(handling.mark, lang, message))


class Addressee(NamedTuple):
    """Whom a letter goes to.

    Attributes:
        contact: the department or function in charge there; empty where it is not known.
    """

    id: str
    name: str
    contact: str = ""

    def lines(self, lang: Lang) -> Iterator[str]:
        """Yield the lines that address the letter.

        Args:
            lang: the letter's language.
        """
        yield message(lang, "batch.letter.salutation", {"name": one_line(self.name)})
        if self.contact:
            yield message(lang, "batch.letter.attention", {"contact": one_line(self.contact)})


def cut_off_lines(cut_off: date, deadline: date | None, lang: Lang) -> Iterator[str]:
    """Yield the last day for the statistics, and what follows where the deadline is later.

    Args:
        cut_off: the last day on which answers enter the statistics.
        deadline: of the institution; later than that where it was extended beyond it.
        lang: the letter's language.
    """
    yield message(lang, "batch.issue.cut_off", {"date": TYPOGRAPHY[lang].date(cut_off)})
    if deadline is not None and deadline > cut_off:
        yield message(lang, "batch.letter.beyond_cut_off")


def closing_lines(campaign: Campaign | None, lang: Lang) -> Iterator[str]:
    """Yield what stands below a letter's text: terms, issuer and contact, each after a blank line.

    Args:
        campaign: who asks; None where its file was not specified.
        lang: the letter's language.
    """
    if campaign is None:
        return
    if campaign.handling.terms:
        yield ""
    for term in campaign.handling.terms:
        label = message(lang, term.label.code)
        yield one_line(TYPOGRAPHY[lang].labelled(label, in_language(term.value, lang, message)))
    if campaign.issuer is not None or campaign.contact is not None:
        yield ""
    if campaign.issuer is not None:
        yield message(lang, "batch.letter.issuer", {"issuer": campaign.issuer.get(lang)})
    if campaign.contact is not None:
        yield message(lang, "batch.letter.contact", {"contact": campaign.contact.get(lang)})


def letter_file(lines: Iterable[str]) -> bytes:
    """Return a letter as a text file that mail programs and editors on Windows read."""
    text = "\r\n".join([*lines, ""])
    return (_BYTE_ORDER_MARK + text).encode()
