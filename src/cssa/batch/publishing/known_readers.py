"""Who is known to have seen the answers of several institutions of a campaign."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from cssa.batch.ledger.entries import Ledger
from cssa.lists.roster import RosterEntry
from cssa.peers.member import Coalition

_LICENCE = re.compile(r"([0-9]{13})(?![0-9])")
"""The corporate number that the ids of an institution's several licences begin with."""


def known_readers(ledger: Ledger, roster: Iterable[RosterEntry] | None) -> tuple[Coalition, ...]:
    """Return the institutions of which one reader has seen the answers, by what that is known.

    A sender's name in the list of receipts, or the use of one system, is no proof that anyone has
    seen the answers; the roster says so where it is the case.

    Args:
        ledger: the files of the campaign, and for whom they were filed.
        roster: the issuer's, where there is one.
    """
    ids = {row.id.casefold(): row.id for row in ledger.institutions}
    by_members: dict[tuple[str, ...], Coalition] = {}
    for coalition in (
        *_coalitions("form", _by_form(ledger), ids),
        *_coalitions("seen_by", _by_reader(roster or (), ids), ids),
        *_coalitions("licences", _by_corporate_number(ids), ids),
    ):
        by_members.setdefault(coalition.members, coalition)
    return tuple(by_members.values())


def _coalitions(
    kind: Literal["form", "seen_by", "licences"],
    names: Mapping[str, set[str]],
    ids: Mapping[str, str],
) -> Iterator[Coalition]:
    for name, known in sorted(names.items()):
        members = sorted(ids[id_] for id_ in known if id_ in ids)
        if len(members) > 1:
            yield Coalition(kind, name, tuple(members))


def _by_form(ledger: Ledger) -> Mapping[str, set[str]]:
    """Return the institutions that each file was filed for, superseded files included."""
    filed: dict[str, set[str]] = {}
    for filing in ledger.filings:
        if filing.institution is not None and not filing.is_doubtful:
            filed.setdefault(filing.path, set()).add(filing.institution.casefold())
    return filed


def _by_reader(roster: Iterable[RosterEntry], ids: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Return whose answers each reader sees; a reader that is an institution knows its own too."""
    seen: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for entry in roster:
        for reader in entry.answers_seen_by:
            name = names.setdefault(reader.casefold(), reader)
            seen.setdefault(name, set()).add(entry.id.casefold())
            if reader.casefold() in ids:
                seen[name].add(reader.casefold())
    return seen


def _by_corporate_number(ids: Iterable[str]) -> Mapping[str, set[str]]:
    licences: dict[str, set[str]] = {}
    for id_ in ids:
        if number := _LICENCE.match(id_):
            licences.setdefault(number[1], set()).add(id_)
    return licences
