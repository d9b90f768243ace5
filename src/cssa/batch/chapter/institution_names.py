"""What names an institution: nothing of it may stand in a text that is published."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from cssa.batch.ledger.entries import Ledger
from cssa.batch.ledger.identity import comparable, without_legal_forms
from cssa.excel.cell_values import visible_only
from cssa.lists.roster import RosterEntry

NameKind = Literal["id", "name", "email", "contact"]

_LEAST = 2
"""Letters of a name; a single one is a word of any text."""

_SHORT_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
"""Ids that are serial numbers: in a text, such a number means something else."""


class InstitutionName(NamedTuple):
    """Something by which an institution can be recognised.

    Attributes:
        text: as roster or ledger have it.
        institution: its id.
    """

    kind: NameKind
    text: str
    institution: str


class InstitutionNames:
    """Everything by which the institutions of a campaign can be recognised.

    Args:
        ledger: who was asked and who filed, under which ids and names.
        roster: has addresses and contacts; nobody without one.
    """

    def __init__(self, ledger: Ledger, roster: Iterable[RosterEntry]) -> None:
        names = dict.fromkeys((*_of_ledger(ledger), *_of_roster(tuple(roster))))
        self._by_letters = {letters: name for name in names if (letters := _letters(name))}

    def found_in(self, text: str) -> InstitutionName | None:
        """Return the longest name that stands in a text, None where none does.

        Width, case, spaces, punctuation and legal forms do not count. Latin letters and digits
        count as a name only where they are whole words.

        Args:
            text: that is to be published.
        """
        plain = without_legal_forms(_folded(text))
        run_together = "".join(filter(str.isalnum, plain))
        found = [
            letters
            for letters in self._by_letters
            if letters in run_together and _pattern(letters).search(plain)
        ]
        return self._by_letters[max(found, key=len)] if found else None


def _of_ledger(ledger: Ledger) -> Iterator[InstitutionName]:
    for row in ledger.institutions:
        yield InstitutionName("name", row.name, row.id)
        yield InstitutionName("id", row.id, row.id)
    yield from _claimed(ledger)


def _claimed(ledger: Ledger) -> Iterator[InstitutionName]:
    """Yield what else files state of themselves, but no word such as 銀行 that many names have."""
    names = {comparable(row.name) for row in ledger.institutions}
    for filing in ledger.filings:
        claimed = filing.claimed
        if claimed is None:
            continue
        institution, letters = filing.institution or claimed.id, comparable(claimed.name)
        if letters not in names and sum(letters in name for name in names) <= 1:
            yield InstitutionName("name", claimed.name, institution)
        yield InstitutionName("id", claimed.id, institution)


def _of_roster(roster: tuple[RosterEntry, ...]) -> Iterator[InstitutionName]:
    """Yield domains of addresses, and contacts of one institution: what many have names none."""
    contacts = Counter(comparable(entry.contact) for entry in roster)
    for entry in roster:
        for address in entry.email:
            yield InstitutionName("email", address.partition("@")[2], entry.id)
        if contacts[comparable(entry.contact)] == 1:
            yield InstitutionName("contact", entry.contact, entry.id)


def _letters(name: InstitutionName) -> str:
    """Return what a text is searched for; empty where a name would be found in any text."""
    if name.kind == "id":
        letters = "".join(filter(str.isalnum, _folded(name.text)))
        return "" if _SHORT_NUMBER.fullmatch(letters) else letters
    letters = comparable(name.text)
    return letters if len(letters) >= _LEAST else ""


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", visible_only(text)).casefold()


def _pattern(letters: str) -> re.Pattern[str]:
    """Return a pattern of a name, however it is spaced and punctuated."""
    first = r"(?<![a-z0-9])" if letters[0].isascii() else ""
    last = r"(?![a-z0-9])" if letters[-1].isascii() else ""
    return re.compile(first + r"[\W_]*".join(map(re.escape, letters)) + last)
