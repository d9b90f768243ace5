"""The queries on each institution's answers, stored beside its reading until all are known.

The queries on thousands of institutions should not all be in memory; and whether a comment is
another institution's too is known only once all have been read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Answer, Submission
from cssa.batch.intake.reading import placeless
from cssa.batch.outputs.folder import KEPT, OutFolder
from cssa.checklist.model import Checklist
from cssa.checklist.row_lists import NamedRow
from cssa.consistency.alike_institutions import AnswerCodes, alike_forms, alike_notes
from cssa.consistency.identical_notes import InstitutionNote, identical_notes
from cssa.consistency.queries import Query
from cssa.consistency.selection import selected
from cssa.engine.result import Result
from cssa.errors import Problem
from cssa.forms import review
from cssa.forms.beside import PREFIX
from cssa.forms.review import ReviewedInstitution, ReviewKey, ReviewRow
from cssa.peers.member import SHARED_SYSTEM

QUERIES = f"{KEPT}/asked"
UNREAD = "beside."
"""Begins the codes of queries on what a form holds and is not read."""


class InstitutionQueries(NamedTuple):
    """The queries on one institution's answers, as they were filed.

    Attributes:
        statuses: status and level of each practice that has a query or something in words.
        values: of answers with words of their own among these, as in an answer.
        comments: practice, whether a shared centre performs it, and the text.
        lists: the rows that the institution has named, as in its answers.
        before: the overall score of the previous campaign, exact; None for a newcomer.
        reasons: why practices are not applicable or not adopted.
        written: answers to questions for text.
    """

    institution: str
    name: str
    sha256: str
    queries: tuple[Query, ...]
    statuses: dict[str, tuple[Any, int | None]]
    comments: tuple[tuple[str, bool, str], ...]
    before: str | None = None
    values: Mapping[str, Any] = {}
    lists: Mapping[str, Any] = {}
    reasons: Mapping[str, str] = {}
    written: Mapping[str, str] = {}


def queries_name(institution: str) -> str:
    """Return the name of the file that an institution's queries are stored in."""
    return f"{QUERIES}/{institution}.json"


def institution_queries(
    result: Result,
    submission: Submission,
    queries: Sequence[Query],
    sha256: str,
    before: str | None = None,
    kept: Iterable[str] = (),
) -> InstitutionQueries:
    """Return the queries on an institution, and the comments that may lead to more.

    Args:
        result: its scores.
        submission: its answers.
        queries: those on its answers alone.
        sha256: hash of the file that they were read from.
        before: its overall score in the previous campaign.
        kept: further practices of which status and level are needed.
    """
    shares = submission.institution.flags.get(SHARED_SYSTEM) is True
    comments = tuple(
        (practice, shares or answer.performed_by is not None, answer.note)
        for practice, answer in submission.answers.items()
        if answer.note
    )
    answers = submission.answers.items()
    reasons = {practice: answer.reason for practice, answer in answers if answer.reason}
    written = {practice: answer.text for practice, answer in answers if answer.text}
    wanted = {query.practice for query in queries} | {practice for practice, _, _ in comments}
    wanted |= {*kept, *reasons, *written}
    return InstitutionQueries(
        institution=result.institution.id,
        name=result.institution.name,
        sha256=sha256,
        queries=tuple(queries),
        statuses={
            practice.id: (practice.status, practice.level)
            for domain in result.domains
            for practice in domain.practices
            if practice.id in wanted
        },
        comments=comments,
        before=before,
        values={
            practice: value
            for practice, answer in submission.answers.items()
            if practice in wanted and (value := _own_value(answer)) is not None
        },
        lists={list_id: list(map(to_plain, rows)) for list_id, rows in submission.lists.items()},
        reasons=reasons,
        written=written,
    )


def _own_value(answer: Answer) -> Any:
    """Return what was answered in the checklist's or one's own words; None for a level."""
    return (
        getattr(answer, answer.value_field) if answer.value_field not in (None, "level") else None
    )


def unread_queries(institution: str, notes: Iterable[Problem]) -> Iterator[Query]:
    """Yield a query for each thing that a form holds and is not read, with its text.

    Args:
        institution: its id.
        notes: what was noticed when the form was read.
    """
    for note in notes:
        if note.code.startswith(PREFIX):
            place = str(placeless(note).location)
            params = {name: v for name, v in note.params.items() if isinstance(v, (str, int))}
            code = f"beside.{note.code.removeprefix(PREFIX)}"
            yield Query(institution, None, code, {"place": place, **params})


def save_queries(item: InstitutionQueries, folder: OutFolder) -> None:
    """Store the queries on an institution."""
    document = {
        **item._asdict(),
        "queries": [[query.practice, query.code, query.params] for query in item.queries],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    folder.write(queries_name(item.institution), f"{text}\n".encode())


def review_rows(
    answers: Sequence[AnswerCodes],
    folder: OutFolder,
    checklist: Checklist,
    entered: Iterable[ReviewKey] = (),
) -> Iterator[ReviewRow]:
    """Yield the review rows of all institutions, each institution's together.

    An institution is asked about what weighs most; the rest is counted.

    Args:
        answers: of each institution, in order.
        folder: has the stored queries.
        checklist: the one that was answered.
        entered: rows in which something was entered, or that were asked about; they stay.
    """
    ids = [each.institution for each in answers]
    notes = alike_notes(identical_notes(_comments(ids, folder)))
    between: dict[str, list[Query]] = {}
    for query in (*alike_forms(answers), *notes.pairs, *notes.single):
        between.setdefault(query.institution, []).append(query)
    kept: dict[tuple[str, str], set[str | None]] = {}
    for key in entered:
        kept.setdefault((key.institution, key.file), set()).add(key.practice)
    for institution in ids:
        stored = load_queries(institution, folder)
        filed = ReviewedInstitution(institution, stored.name, stored.sha256)
        rows = {
            list_id: [NamedRow.model_validate(row) for row in named]
            for list_id, named in stored.lists.items()
        }
        own = checklist.with_rows(rows)
        entered_here = kept.get((institution, stored.sha256), ())
        asked = selected((*stored.queries, *between.pop(institution, ())), own, entered_here)
        yield from review.review_rows(
            own, filed, stored.statuses, stored.values, asked.queries, asked.rest, entered_here
        )


def _comments(institutions: Iterable[str], folder: OutFolder) -> Iterator[InstitutionNote]:
    for institution in institutions:
        for practice, shares, note in load_queries(institution, folder).comments:
            yield InstitutionNote(institution, shares, practice, note)


def load_queries(institution: str, folder: OutFolder) -> InstitutionQueries:
    """Return the stored queries on an institution."""
    document = json.loads(folder.read(queries_name(institution)) or b"")
    queries = tuple(Query(institution, *fields) for fields in document["queries"])
    return InstitutionQueries(**{**document, "queries": queries})
