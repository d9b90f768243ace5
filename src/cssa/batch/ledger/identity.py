"""Whose a file is: what it says of its institution, compared with the roster and other files."""

import re
import unicodedata
from collections.abc import Iterable
from string import digits
from typing import Literal, NamedTuple

from cssa.batch.form_numbers import form_number
from cssa.batch.intake.reading import ClaimedIdentity
from cssa.errors import Problem
from cssa.lists.file_paths import comparable_file_name
from cssa.lists.roster import RosterEntry

_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|\([株有同資名相]\)"
    r"|\b(?:co\.?,?\s*ltd|company,?\s+limited|limited|ltd|corporation|corp|incorporated|inc|llc"
    r"|kabushiki\s+kaisha|k\.?\s?k)\b"
)
"""What one and the same name is written with and without. Words that tell kinds of institutions
apart, such as 銀行 and 信用金庫, are part of the name."""

_WORD = re.compile(r"[^\W_]+")
_MAX_ID = 64
_CORPORATE_DIGITS = 13

NameMatch = Literal["same", "part", "other", "unstated"]
_NAME_EVIDENCE: dict[NameMatch, int] = {"same": 2, "part": 1, "other": 0, "unstated": 0}
"""How much a name speaks for an institution that it is compared with."""


class Statement(NamedTuple):
    """What a file says of its institution beside the id; empty where it does not say."""

    name: str
    sector: str
    licence: str


class Difference(NamedTuple):
    """Something that two files state differently."""

    field: str
    here: str
    there: str


def comparable(name: str) -> str:
    """Return a name without what it may be written with or without.

    That is width, case, white space, punctuation and legal forms.
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(filter(str.isalnum, without_legal_forms(text)))


def without_legal_forms(text: str) -> str:
    """Return a normalised text with a space for each legal form of a company in it."""
    return _LEGAL_FORMS.sub(" ", text)


def match_names(name: str, other: str) -> NameMatch:
    """Return whether two names can be one institution's.

    Args:
        name: as a file states it.
        other: what it is compared with.
    """
    here, there = comparable(name), comparable(other)
    if not here or not there:
        return "unstated"
    if here == there:
        return "same"
    return "part" if here in there or there in here else "other"


def differences(statement: Statement, other: Statement) -> tuple[Difference, ...]:
    """Return what two files under one id contradict each other in.

    Args:
        statement: what one of them says.
        other: what the other one says.
    """
    differing = []
    if match_names(statement.name, other.name) == "other":
        differing.append(Difference("name", statement.name, other.name))
    if statement.sector and other.sector and statement.sector != other.sector:
        differing.append(Difference("sector", statement.sector, other.sector))
    here, there = comparable(statement.licence), comparable(other.licence)
    if here and there and here != there:
        differing.append(Difference("licence", statement.licence, other.licence))
    return tuple(differing)


class FileIdentity(NamedTuple):
    """What tells whose a file is.

    Attributes:
        claimed: what the file states; None where it states nothing, or a person has decided.
        number: under which the form was issued; empty where it has none.
        sender: the address that it was sent from; empty where that is not known.
    """

    claimed: ClaimedIdentity | None
    path: str
    number: str = ""
    sender: str = ""


SuggestionKind = Literal["number", "name", "sender", "id", "file_name"]


class Suggestion(NamedTuple):
    """An institution on the roster that a file may belong to.

    Attributes:
        kind: what speaks for it.
    """

    entry: RosterEntry
    kind: SuggestionKind

    @property
    def reason(self) -> Problem:
        """What speaks for it, in words."""
        params = {"name": self.entry.name, "id": self.entry.id}
        return Problem(f"batch.suggested.{self.kind}", params)


class RosterIndex:
    """The institutions of a roster, by what tells a file's: number, id, name, sender, file name.

    Args:
        entries: the institutions.
        campaign: id of the campaign that forms were issued for; None where it is not known.
    """

    def __init__(self, entries: Iterable[RosterEntry], campaign: str | None = None) -> None:
        self._by_id = {entry.id.casefold(): entry for entry in entries}
        self._by_number = {
            form_number(issued_in, entry.id): entry
            for issued_in in ([] if campaign is None else ["", campaign])
            for entry in self._by_id.values()
        }
        self._by_name: dict[str, list[RosterEntry]] = {}
        for entry in self._by_id.values():
            self._by_name.setdefault(comparable(entry.name), []).append(entry)
        self._by_name.pop("", None)
        self._by_address: dict[str, list[RosterEntry]] = {}
        for entry in self._by_id.values():
            for address in entry.email:
                self._by_address.setdefault(address.casefold(), []).append(entry)

    def by_sender(self, address: str) -> RosterEntry | None:
        """Return the institution that an address belongs to, if there is just one."""
        entries = self._by_address.get(address.casefold(), ())
        return entries[0] if len(entries) == 1 else None

    def by_number(self, number: str) -> RosterEntry | None:
        """Return the institution that a form was issued to; None where the number is not known."""
        return self._by_number.get(number)

    def is_unknown(self, number: str) -> bool:
        """Return whether a form has a number that belongs to none of the institutions."""
        return bool(number and self._by_number) and number not in self._by_number

    def in_file_name(self, path: str) -> RosterEntry | None:
        """Return the institution whose id stands in a file's name, if there is just one."""
        stem = comparable_file_name(path.rpartition("!")[2].rpartition("/")[2])
        words = [word.span() for word in _WORD.finditer(stem)]
        spans = [
            (start, end)
            for number, (start, _) in enumerate(words)
            for _, end in words[number:]
            if end - start <= _MAX_ID and stem[start:end] in self._by_id
        ]
        whole = {
            stem[start:end]
            for start, end in spans
            if not any(
                first <= start and end <= last and (first, last) != (start, end)
                for first, last in spans
            )
        }
        return self._by_id[whole.pop()] if len(whole) == 1 else None

    def contradictions(self, file: FileIdentity, entry: RosterEntry) -> list[Problem]:
        """Return what speaks against a file's being an institution's.

        Args:
            file: what tells whose it is.
            entry: the institution that the file's id is on the roster.
        """
        claimed = file.claimed or ClaimedIdentity("", "", "")
        problems = []
        issued_to = self.by_number(file.number)
        if issued_to is not None and issued_to is not entry:
            params = {"number": file.number, "name": issued_to.name, "other": issued_to.id}
            problems.append(Problem("batch.identity.number", {**params, "id": entry.id}))
        match = match_names(claimed.name, entry.name)
        fits_another = match == "part" and comparable(claimed.name) in self._by_name
        if match == "other" or fits_another:
            params = {"found": claimed.name, "wanted": entry.name, "id": entry.id}
            problems.append(Problem("batch.identity.name", params))
        if claimed.sector and entry.sector and claimed.sector != entry.sector:
            params = {"found": claimed.sector, "wanted": entry.sector, "id": entry.id}
            problems.append(Problem("batch.identity.sector", params))
        in_file_name = self.other_in_file_name(file.path, entry)
        if in_file_name is not None and match != "same":
            problems.append(in_file_name)
        sender, sent_by_other = self.by_sender(file.sender), self.other_sender(file.sender, entry)
        is_told = issued_to is entry or (sender is not None and _prefers(claimed, entry, sender))
        if sent_by_other is not None and not is_told:
            problems.append(sent_by_other)
        return problems

    def other_in_file_name(self, path: str, entry: RosterEntry) -> Problem | None:
        """Return a problem where a file's name has another institution's id than the file.

        Args:
            path: the file's.
            entry: the institution that the file's id is on the roster.
        """
        other = self.in_file_name(path)
        if other is None or other is entry:
            return None
        params = {"name": other.name, "other": other.id, "id": entry.id}
        return Problem("batch.identity.file_name", params)

    def other_sender(self, address: str, entry: RosterEntry) -> Problem | None:
        """Return a problem where a file was sent from another institution's address.

        Args:
            address: that it was sent from; empty where that is not known.
            entry: the institution that the file's id is on the roster.
        """
        other = self.by_sender(address)
        if other is None or other is entry:
            return None
        params = {"name": other.name, "other": other.id, "id": entry.id}
        return Problem("batch.identity.sender", params)

    def suggestion(self, file: FileIdentity, filed_id: str) -> Suggestion | None:
        """Return the institution that a file may belong to, where just one comes into question.

        Args:
            file: what tells whose it is.
            filed_id: the id under which it was filed; empty where there is none.
        """
        claimed = file.claimed
        issued_to = self.by_number(file.number)
        by_name = self._by_name.get(comparable(claimed.name), []) if claimed else []
        similar = [self._by_id[slip] for slip in _slips(filed_id) if slip in self._by_id]
        sender = self.by_sender(file.sender)
        in_file_name = self.in_file_name(file.path)
        candidates: dict[SuggestionKind, list[RosterEntry]] = {
            "number": [issued_to] if issued_to else [],
            "name": by_name,
            "sender": [sender] if sender else [],
            "id": similar,
            "file_name": [in_file_name] if in_file_name else [],
        }
        for kind, entries in candidates.items():
            others = [entry for entry in entries if entry.id.casefold() != filed_id.casefold()]
            if len(others) == 1:
                return Suggestion(others[0], kind)
        return None


def _prefers(claimed: ClaimedIdentity, entry: RosterEntry, other: RosterEntry) -> bool:
    """Return whether name or sub-sector speak for one institution rather than for another."""
    here, there = (match_names(claimed.name, each.name) for each in (entry, other))
    if _NAME_EVIDENCE[here] > _NAME_EVIDENCE[there]:
        return True
    return claimed.sector == entry.sector != other.sector


def _slips(ident: str) -> set[str]:
    """Return what may have been meant by a corporate number that was mistyped.

    One digit is wrong, missing or too many, or two neighbours are swapped.
    """
    if abs(len(ident) - _CORPORATE_DIGITS) > 1:
        return set()
    slips = set()
    for place in range(len(ident) + 1):
        before, after = ident[:place], ident[place:]
        slips |= {before + after[1:], before + after[1:2] + after[:1] + after[2:]}
        slips |= {before + digit + rest for digit in digits for rest in (after, after[1:])}
    return {slip for slip in slips if len(slip) == _CORPORATE_DIGITS and slip.isdecimal()} - {ident}
