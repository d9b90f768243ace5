"""Reading a campaign store back."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.peers.member import answer_code, coded_level
from cssa.store.columns import decode_fraction, decode_row, select
from cssa.store.ddl import USER_VERSION
from cssa.store.older_versions import READABLE
from cssa.store.rows import (
    OVERALL,
    AnsweredRow,
    AnswerRow,
    CampaignRecords,
    CampaignRow,
    ChosenOption,
    FigureRow,
    FileRow,
    InstitutionRow,
    OfferedRow,
    PracticeRow,
    ProblemRow,
    ScoreRow,
    SubmissionRecords,
    SubmissionRow,
)
from cssa.store.write import STRICT_SINCE

_CAMPAIGNS = select(CampaignRow, "campaign ORDER BY key", key="key")
_CAMPAIGN = select(CampaignRow, "campaign WHERE key = ?")
_PRACTICES = select(PracticeRow, "practice WHERE campaign = ? ORDER BY key", key="key")
_OFFERED = select(OfferedRow, "offered WHERE practice = ? ORDER BY position")
_FIGURES = select(FigureRow, "figure WHERE campaign = ? ORDER BY key")
_INSTITUTIONS = select(InstitutionRow, "institution WHERE campaign = ? ORDER BY key")
_FILES = select(FileRow, "file WHERE campaign = ? ORDER BY key", key="key")
_FILED_FOR = """
SELECT id FROM filed_for JOIN institution ON institution.key = institution
 WHERE file = ? ORDER BY institution.key
"""
_PROBLEMS = select(
    ProblemRow,
    """problem JOIN file ON file.key = problem.file
 WHERE campaign = ? ORDER BY file, place, code, params""",
    file="path",
)
_SUBMISSIONS = select(
    SubmissionRow,
    """submission
  JOIN institution ON institution.key = submission.institution
  LEFT JOIN file ON file.key = submission.file
 WHERE institution.campaign = ? ORDER BY institution.key""",
    key="institution.key",
    institution="institution.id",
    file="path",
)
_ANSWERS = select(
    AnswerRow,
    """answer JOIN practice ON practice.key = answer.practice
 WHERE institution = ? ORDER BY practice.key""",
    practice="id",
)
_CHOSEN = """
SELECT id, item, option
  FROM answer_option JOIN practice ON practice.key = answer_option.practice
 WHERE institution = ? ORDER BY answer_option.practice, item, option
"""
_ANSWERED_ROWS = """
SELECT id, item, name, option, number
  FROM answer_row JOIN practice ON practice.key = answer_row.practice
 WHERE institution = ? ORDER BY answer_row.practice, item
"""
_SCORES = select(
    ScoreRow,
    """score JOIN figure ON figure.key = score.figure
 WHERE institution = ? ORDER BY figure.key""",
    figure="id",
)
_OVERALL = f"""
SELECT institution.id, numerator, denominator
  FROM score
  JOIN institution ON institution.key = score.institution
  JOIN figure ON figure.key = score.figure
 WHERE institution.campaign = ? AND figure.id = '{OVERALL}' ORDER BY institution.key
"""  # noqa: S608 - all of it stands in this package
_LEVELS = """
SELECT institution, status, level
  FROM answer JOIN institution ON institution.key = answer.institution
 WHERE campaign = ? ORDER BY institution, practice
"""

_Row = TypeVar("_Row")
_TableRow = TypeVar("_TableRow", bound=NamedTuple)


class StoredLevels(Mapping[str, Mapping[str, int]]):
    """Levels by institution and practice, of which only the answered ones have a level.

    Ten thousand institutions take a string each; the levels of one are spelt out when asked for.

    Args:
        practices: ids, in checklist order.
        answer_codes: of each institution, by id, as in a ``Member``.
    """

    def __init__(self, practices: tuple[str, ...], answer_codes: Mapping[str, str]) -> None:
        self._practices = practices
        self._answer_codes = answer_codes

    def __getitem__(self, institution: str) -> Mapping[str, int]:
        """Return the level of each practice that an institution answered with one."""
        pairs = zip(self._practices, self._answer_codes[institution], strict=True)
        return {
            practice: level for practice, code in pairs if (level := coded_level(code)) is not None
        }

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the institutions."""
        return iter(self._answer_codes)

    def __len__(self) -> int:
        """Return how many institutions there are."""
        return len(self._answer_codes)


def read_overall(path: Path, campaign: str | None = None) -> Mapping[str, Fraction | None]:
    """Return the overall score of each institution that answered; None where it has none.

    Args:
        path: a store.
        campaign: its id; the latest where None.

    Raises:
        InputError: when the file is no store, or has no such campaign.
    """
    with opened_store(path) as store:
        key = _campaign_key(store, path, campaign)
        rows = store.execute(_OVERALL, (key,))
        return {
            institution: decode_fraction(numerator, denominator)
            for institution, numerator, denominator in rows
        }


def read_campaign(path: Path, campaign: str | None = None) -> CampaignRow:
    """Return a campaign, and what was asked in it.

    Args:
        path: a store.
        campaign: its id; the latest where None.

    Raises:
        InputError: when the file is no store, or has no such campaign.
    """
    with opened_store(path) as store:
        key = _campaign_key(store, path, campaign)
        return decode_row(CampaignRow, store.execute(_CAMPAIGN, (key,)).fetchone())


def read_levels(path: Path, campaign: str | None = None) -> Mapping[str, Mapping[str, int]]:
    """Return the level of each practice by institution, for those that answered.

    Args:
        path: a store.
        campaign: its id; the latest where None.

    Raises:
        InputError: when the file is no store, or has no such campaign.
    """
    with opened_store(path) as store:
        key = _campaign_key(store, path, campaign)
        ids = dict(store.execute("SELECT key, id FROM institution WHERE campaign = ?", (key,)))
        answer_codes = {ids[institution]: codes for institution, codes in _answer_codes(store, key)}
        practices = tuple(practice.id for practice in _practices(store, key))
        return StoredLevels(practices, answer_codes)


def read_campaigns(path: Path) -> tuple[CampaignRecords, ...]:
    """Return everything in a store, to be carried over into another.

    Rows are fetched while they are iterated over, each time anew.

    Raises:
        InputError: when the file is no store.
    """
    with opened_store(path) as store:
        campaigns = store.execute(_CAMPAIGNS).fetchall()
    return tuple(
        _campaign_records(path, key, decode_row(CampaignRow, values)) for key, *values in campaigns
    )


def is_present_version(path: Path) -> bool:
    """Return whether a store is as this program writes it, with all of its views.

    Raises:
        InputError: when the file is no store.
    """
    with opened_store(path) as store:
        return bool(store.execute("PRAGMA user_version").fetchone()[0] == USER_VERSION)


@contextmanager
def opened_store(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store for reading; one of an older version looks like the present one.

    Raises:
        InputError: when the file is no store, or of a version that cannot be read.
    """
    if sqlite3.sqlite_version_info < STRICT_SINCE:
        needed = ".".join(map(str, STRICT_SINCE[:2]))
        raise _refused(path, "sqlite_too_old", found=sqlite3.sqlite_version, needed=needed)
    if not path.is_file():
        raise _refused(path, "missing")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
            version = store.execute("PRAGMA user_version").fetchone()[0]
            if version not in READABLE:
                raise _refused(path, "version", found=version, needed=listed(READABLE))
            store.executescript(READABLE[version])
            yield store
    except sqlite3.DatabaseError:
        raise _refused(path, "unreadable") from None


def _refused(path: Path, code: str, **params: object) -> InputError:
    return InputError([Problem(f"store.{code}", params, Location(str(path)))])


def _campaign_key(store: sqlite3.Connection, path: Path, campaign: str | None) -> int:
    keys: dict[str, int] = dict(store.execute("SELECT id, key FROM campaign ORDER BY key"))
    wanted = campaign if campaign is not None else next(reversed(keys), None)
    if wanted is None or wanted not in keys:
        raise _refused(path, "no_campaign", wanted=wanted or "-", known=listed(keys or ["-"]))
    return keys[wanted]


def _answer_codes(store: sqlite3.Connection, campaign: int) -> Iterator[tuple[int, str]]:
    """Yield the key of each institution with its answer codes, as in a ``Member``."""
    rows = store.execute(_LEVELS, (campaign,))
    for institution, answers in groupby(rows, key=itemgetter(0)):
        yield institution, "".join(answer_code(status, level) for _, status, level in answers)


@dataclass(frozen=True)
class _RefetchedRows(Generic[_Row]):
    """Rows that are fetched each time they are iterated over."""

    path: Path
    campaign: int
    fetch: Callable[[sqlite3.Connection, int], Iterator[_Row]]

    def __iter__(self) -> Iterator[_Row]:
        with opened_store(self.path) as store:
            yield from self.fetch(store, self.campaign)


def _campaign_records(path: Path, key: int, row: CampaignRow) -> CampaignRecords:
    return CampaignRecords(
        campaign=row,
        practices=_RefetchedRows(path, key, _practices),
        figures=_RefetchedRows(path, key, _figures),
        institutions=_RefetchedRows(path, key, _institutions),
        files=_RefetchedRows(path, key, _files),
        problems=_RefetchedRows(path, key, _problems),
        submissions=_RefetchedRows(path, key, _submissions),
    )


def _rows(
    store: sqlite3.Connection, row_type: type[_TableRow], query: str, key: int
) -> Iterator[_TableRow]:
    """Yield what a query for one row type finds under a key."""
    for values in store.execute(query, (key,)):
        yield decode_row(row_type, values)


def _practices(store: sqlite3.Connection, campaign: int) -> Iterator[PracticeRow]:
    for key, *values in store.execute(_PRACTICES, (campaign,)):
        offered = tuple(_rows(store, OfferedRow, _OFFERED, key))
        yield decode_row(PracticeRow, values)._replace(offered=offered)


def _figures(store: sqlite3.Connection, campaign: int) -> Iterator[FigureRow]:
    return _rows(store, FigureRow, _FIGURES, campaign)


def _institutions(store: sqlite3.Connection, campaign: int) -> Iterator[InstitutionRow]:
    return _rows(store, InstitutionRow, _INSTITUTIONS, campaign)


def _files(store: sqlite3.Connection, campaign: int) -> Iterator[FileRow]:
    for key, *values in store.execute(_FILES, (campaign,)):
        institutions = tuple(id_ for (id_,) in store.execute(_FILED_FOR, (key,)))
        yield decode_row(FileRow, values)._replace(institutions=institutions)


def _problems(store: sqlite3.Connection, campaign: int) -> Iterator[ProblemRow]:
    return _rows(store, ProblemRow, _PROBLEMS, campaign)


def _answers(store: sqlite3.Connection, institution: int) -> Iterator[AnswerRow]:
    chosen: dict[str, list[ChosenOption]] = {}
    for practice, item, option in store.execute(_CHOSEN, (institution,)):
        chosen.setdefault(practice, []).append(ChosenOption(item, option))
    rows: dict[str, list[AnsweredRow]] = {}
    for practice, *values in store.execute(_ANSWERED_ROWS, (institution,)):
        rows.setdefault(practice, []).append(AnsweredRow(*values))
    for row in _rows(store, AnswerRow, _ANSWERS, institution):
        own = tuple(rows.get(row.practice, ()))
        yield row._replace(chosen=tuple(chosen.get(row.practice, ())), rows=own)


def _submissions(store: sqlite3.Connection, campaign: int) -> Iterator[SubmissionRecords]:
    for key, *values in store.execute(_SUBMISSIONS, (campaign,)):
        yield SubmissionRecords(
            decode_row(SubmissionRow, values),
            list(_answers(store, key)),
            list(_rows(store, ScoreRow, _SCORES, key)),
        )
