"""Reading a population store back."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

from cssa.datafile.types import Text
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.peers.member import STATUS_CODES, Member, Population
from cssa.store.ddl import USER_VERSION
from cssa.store.rows import (
    OVERALL,
    AnswerRow,
    CampaignRecords,
    CampaignRow,
    FigureRow,
    FileRow,
    InstitutionRow,
    PracticeRow,
    ProblemRow,
    ScoreRow,
    SubmissionRecords,
    SubmissionRow,
)
from cssa.store.write import STRICT_SINCE

_ANSWERS = """
SELECT practice.id, status, level, target, treated, note, reason
  FROM answer JOIN practice ON practice.key = answer.practice
 WHERE institution = ? ORDER BY practice.key
"""
_SCORES = """
SELECT figure.id, numerator, denominator, level, below_target, basics
  FROM score JOIN figure ON figure.key = score.figure
 WHERE institution = ? ORDER BY figure.key
"""
_MEMBERS = """
SELECT key, id, sector, size, shared_system, in_scope, unanswered, below_target, basics
  FROM institution JOIN submission ON submission.institution = institution.key
 WHERE campaign = ? ORDER BY key
"""

_Row = TypeVar("_Row")


class StoredLevels(Mapping[str, Mapping[str, int]]):
    """The levels that institutions answered, by id; those of one are laid out when asked for.

    Args:
        practices: their ids, in checklist order.
        answer_codes: of each institution, as in a member.
    """

    def __init__(self, practices: tuple[str, ...], answer_codes: Mapping[str, str]) -> None:
        self._practices = practices
        self._answer_codes = answer_codes

    def __getitem__(self, institution: str) -> Mapping[str, int]:
        """Return the level of each practice that an institution answered with one."""
        pairs = zip(self._practices, self._answer_codes[institution], strict=True)
        return {practice: int(code) for practice, code in pairs if code.isdigit()}

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the institutions."""
        return iter(self._answer_codes)

    def __len__(self) -> int:
        """Return how many institutions there are."""
        return len(self._answer_codes)


def read_population(path: Path, campaign: str | None = None) -> Population:
    """Return the institutions of a campaign as they enter figures.

    Args:
        path: a store.
        campaign: its id; the latest where None.

    Raises:
        InputError: when the file is no store, or holds no such campaign.
    """
    with _opened(path) as store:
        known = _find(store, path, campaign)
        figures = [(one.id, one.kind) for one in _figures(store, known)]
        name, checklist, version, fingerprint, scheme, targets = store.execute(
            "SELECT id, checklist, version, fingerprint, scheme, targets"
            " FROM campaign WHERE key = ?",
            (known,),
        ).fetchone()
        return Population(
            campaign=name,
            checklist=checklist,
            version=version,
            fingerprint=fingerprint,
            scheme=scheme,
            targets=targets,
            domains=tuple(name for name, kind in figures if kind == "domain"),
            sections=tuple(name for name, kind in figures if kind == "section"),
            practices=tuple(one.id for one in _practices(store, known)),
            members=tuple(_members(store, known, figures)),
        )


def _members(
    store: sqlite3.Connection, campaign: int, figures: Sequence[tuple[str, str]]
) -> Iterator[Member]:
    answer_codes = dict(_answer_codes(store, campaign))
    rows = store.execute(_MEMBERS, (campaign,))
    for key, name, sector, size, shared, in_scope, unanswered, below, basics in rows:
        values = {
            figure: _fraction(numerator, denominator)
            for figure, numerator, denominator, *_ in store.execute(_SCORES, (key,))
        }
        yield Member(
            id=name,
            sector=sector,
            size=_decimal(size),
            shared_system=_truth(shared),
            coverage=Fraction(in_scope - unanswered, in_scope) if in_scope else None,
            overall=values[OVERALL],
            domains=tuple(values[one] for one, kind in figures if kind == "domain"),
            sections=tuple(values[one] for one, kind in figures if kind == "section"),
            below_target=below if basics else None,
            answer_codes=answer_codes[key],
        )


def read_levels(path: Path, campaign: str | None = None) -> Mapping[str, Mapping[str, int]]:
    """Return the level of each practice by institution, for those that answered.

    Args:
        path: a store.
        campaign: its id; the latest where None.

    Raises:
        InputError: when the file is no store, or holds no such campaign.
    """
    with _opened(path) as store:
        known = _find(store, path, campaign)
        names = dict(store.execute("SELECT key, id FROM institution WHERE campaign = ?", (known,)))
        answer_codes = {names[key]: codes for key, codes in _answer_codes(store, known)}
        return StoredLevels(tuple(one.id for one in _practices(store, known)), answer_codes)


def read_campaigns(path: Path) -> tuple[CampaignRecords, ...]:
    """Return everything in a store, to be carried over into another.

    Rows are fetched when they are gone through, each time anew.

    Raises:
        InputError: when the file is no store.
    """
    with _opened(path) as store:
        found = store.execute("SELECT * FROM campaign ORDER BY key").fetchall()
    return tuple(_records(path, key, row) for key, *row in found)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    if sqlite3.sqlite_version_info < STRICT_SINCE:
        needed = ".".join(map(str, STRICT_SINCE[:2]))
        raise _refused(path, "sqlite_too_old", found=sqlite3.sqlite_version, needed=needed)
    if not path.is_file():
        raise _refused(path, "missing")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
            found = store.execute("PRAGMA user_version").fetchone()[0]
            if found != USER_VERSION:
                raise _refused(path, "version", found=found, needed=USER_VERSION)
            yield store
    except sqlite3.DatabaseError:
        raise _refused(path, "unreadable") from None


def _refused(path: Path, code: str, **params: object) -> InputError:
    return InputError([Problem(f"store.{code}", params, Location(str(path)))])


def _find(store: sqlite3.Connection, path: Path, campaign: str | None) -> int:
    keys: dict[str, int] = dict(store.execute("SELECT id, key FROM campaign ORDER BY key"))
    wanted = campaign if campaign is not None else next(reversed(keys), None)
    if wanted is None or wanted not in keys:
        raise _refused(path, "no_campaign", wanted=wanted or "-", known=", ".join(keys) or "-")
    return keys[wanted]


def _answer_codes(store: sqlite3.Connection, campaign: int) -> Iterator[tuple[int, str]]:
    rows = store.execute(
        "SELECT institution, status, level FROM answer"
        " JOIN institution ON institution.key = answer.institution"
        " WHERE campaign = ? ORDER BY institution, practice",
        (campaign,),
    )
    for key, answers in groupby(rows, key=itemgetter(0)):
        yield key, "".join(STATUS_CODES.get(status) or str(level) for _, status, level in answers)


@lru_cache(maxsize=10_000)
def _fraction(numerator: int | None, denominator: int | None) -> Fraction | None:
    """Return a score; many institutions share one, and then the object."""
    return None if numerator is None else Fraction(numerator, denominator)


def _decimal(size: int | str | None) -> Decimal | None:
    return None if size is None else Decimal(size)


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


@dataclass(frozen=True)
class _RefetchedRows(Generic[_Row]):
    """Rows that are fetched each time they are gone through."""

    path: Path
    campaign: int
    fetch: Callable[[sqlite3.Connection, int], Iterator[_Row]]

    def __iter__(self) -> Iterator[_Row]:
        with _opened(self.path) as store:
            yield from self.fetch(store, self.campaign)


def _records(path: Path, key: int, row: tuple[Any, ...]) -> CampaignRecords:
    name, title_ja, title_en, base_date, deadline, cut_off, *asked, pseudonymous = row
    checklist, version, fingerprint, scheme, targets = asked
    campaign = CampaignRow(
        id=name,
        title=Text(ja=title_ja, en=title_en),
        base_date=_day(base_date),
        deadline=_day(deadline),
        cut_off=_day(cut_off),
        checklist=checklist,
        version=version,
        fingerprint=fingerprint,
        scheme=scheme,
        targets=targets,
        pseudonymous=bool(pseudonymous),
    )
    return CampaignRecords(
        campaign=campaign,
        practices=_RefetchedRows(path, key, _practices),
        figures=_RefetchedRows(path, key, _figures),
        institutions=_RefetchedRows(path, key, _institutions),
        files=_RefetchedRows(path, key, _files),
        problems=_RefetchedRows(path, key, _problems),
        submissions=_RefetchedRows(path, key, _submissions),
    )


def _practices(store: sqlite3.Connection, campaign: int) -> Iterator[PracticeRow]:
    rows = store.execute(
        "SELECT id, domain, section, tier, title_ja, title_en FROM practice"
        " WHERE campaign = ? ORDER BY key",
        (campaign,),
    )
    for name, domain, section, tier, title_ja, title_en in rows:
        yield PracticeRow(name, domain, section, tier, Text(ja=title_ja, en=title_en))


def _figures(store: sqlite3.Connection, campaign: int) -> Iterator[FigureRow]:
    rows = store.execute(
        "SELECT id, kind, title_ja, title_en FROM figure WHERE campaign = ? ORDER BY key",
        (campaign,),
    )
    for name, kind, title_ja, title_en in rows:
        yield FigureRow(name, kind, Text(ja=title_ja, en=title_en))


def _institutions(store: sqlite3.Connection, campaign: int) -> Iterator[InstitutionRow]:
    rows = store.execute(
        "SELECT id, name, sector, size, shared_system, state FROM institution"
        " WHERE campaign = ? ORDER BY key",
        (campaign,),
    )
    for ident, name, sector, size, shared, state in rows:
        yield InstitutionRow(ident, name, sector, _decimal(size), _truth(shared), state)


def _files(store: sqlite3.Connection, campaign: int) -> Iterator[FileRow]:
    rows = store.execute(
        "SELECT key, path, sha256, state, received_at, channel, sender, version FROM file"
        " WHERE campaign = ? ORDER BY key",
        (campaign,),
    )
    for key, path, sha256, state, *origin in rows:
        owners = store.execute(
            "SELECT id FROM filed_for JOIN institution ON institution.key = institution"
            " WHERE file = ? ORDER BY institution.key",
            (key,),
        )
        yield FileRow(path, sha256, state, tuple(name for (name,) in owners), *origin)


def _problems(store: sqlite3.Connection, campaign: int) -> Iterator[ProblemRow]:
    rows = store.execute(
        "SELECT path, code, params, place FROM problem JOIN file ON file.key = problem.file"
        " WHERE campaign = ? ORDER BY file, place, code, params",
        (campaign,),
    )
    for path, code, params, place in rows:
        yield ProblemRow(path, code, json.loads(params), place)


def _submissions(store: sqlite3.Connection, campaign: int) -> Iterator[SubmissionRecords]:
    rows = store.execute(
        "SELECT submission.*, institution.id, file.path FROM submission"
        " JOIN institution ON institution.key = submission.institution"
        " LEFT JOIN file ON file.key = submission.file"
        " WHERE institution.campaign = ? ORDER BY institution.key",
        (campaign,),
    )
    for key, _, as_of, assessed_on, risk, basis, provisional, *counts, name, path in rows:
        head = (name, path, date.fromisoformat(as_of), _day(assessed_on), risk, basis)
        answers = store.execute(_ANSWERS, (key,))
        scores = store.execute(_SCORES, (key,))
        yield SubmissionRecords(
            SubmissionRow(*head, bool(provisional), *counts),
            [
                AnswerRow(practice, status, level, target, bool(treated), note, reason)
                for practice, status, level, target, treated, note, reason in answers
            ],
            [
                ScoreRow(figure, _fraction(numerator, denominator), *rest)
                for figure, numerator, denominator, *rest in scores
            ],
        )
