"""What is asked about each institution's answers, kept beside its reading until all are known.

Thousands of institutions have more to ask about than memory should hold; and whether a comment is
another institution's too shows only once all have been seen.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cssa.answers.submission import Submission
from cssa.batch.outputs.folder import KEPT, OutFolder
from cssa.checklist.model import Checklist
from cssa.consistency.identical_notes import InstitutionNote, identical_notes
from cssa.consistency.queries import Query
from cssa.engine.result import Result
from cssa.forms import review
from cssa.forms.review import FiledAnswers, ReviewRow
from cssa.peers.member import SHARED_SYSTEM

ASKED = f"{KEPT}/asked"


class InstitutionQueries(NamedTuple):
    """What is asked about one institution's answers, as they were filed.

    Attributes:
        statuses: status and level of each practice that is asked about or commented on.
        comments: practice, whether a shared centre sees to it, and the words.
        before: the overall score of the last campaign, exact; None for a newcomer.
    """

    institution: str
    name: str
    sha256: str
    queries: tuple[Query, ...]
    statuses: dict[str, tuple[Any, int | None]]
    comments: tuple[tuple[str, bool, str], ...]
    before: str | None = None


def queries_name(institution: str) -> str:
    """Return where it is kept."""
    return f"{ASKED}/{institution}.json"


def institution_queries(
    result: Result,
    submission: Submission,
    queries: Sequence[Query],
    sha256: str,
    before: str | None = None,
) -> InstitutionQueries:
    """Return what is asked about an institution, and what may be.

    Args:
        result: its figures.
        submission: its answers.
        queries: what is asked about them.
        sha256: hash of the file that they were read from.
        before: its overall score in the last campaign.
    """
    shares = submission.institution.flags.get(SHARED_SYSTEM) is True
    comments = tuple(
        (practice, shares or answer.performed_by is not None, answer.note)
        for practice, answer in submission.answers.items()
        if answer.note
    )
    wanted = {one.practice for one in queries} | {practice for practice, _, _ in comments}
    return InstitutionQueries(
        institution=result.institution.id,
        name=result.institution.name,
        sha256=sha256,
        queries=tuple(queries),
        statuses={
            one.id: (one.status, one.level)
            for domain in result.domains
            for one in domain.practices
            if one.id in wanted
        },
        comments=comments,
        before=before,
    )


def keep_queries(asked: InstitutionQueries, folder: OutFolder) -> None:
    """Keep what is asked."""
    document = {
        **asked._asdict(),
        "queries": [[one.practice, one.code, one.params] for one in asked.queries],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    folder.write(queries_name(asked.institution), f"{text}\n".encode())


def review_rows(
    institutions: Iterable[str], folder: OutFolder, checklist: Checklist
) -> Iterator[ReviewRow]:
    """Yield what is asked of everyone, an institution's rows together.

    Args:
        institutions: ids in order.
        folder: has what was kept.
        checklist: what was answered.
    """
    ids = tuple(institutions)
    alike: dict[str, list[Query]] = {}
    for query in identical_notes(_comments(ids, folder)):
        alike.setdefault(query.institution, []).append(query)
    for institution in ids:
        asked = load(institution, folder)
        queries = (*asked.queries, *alike.pop(institution, ()))
        filed = FiledAnswers(institution, asked.name, asked.sha256)
        yield from review.review_rows(checklist, filed, asked.statuses, queries)


def _comments(institutions: Iterable[str], folder: OutFolder) -> Iterator[InstitutionNote]:
    for institution in institutions:
        for practice, shares, note in load(institution, folder).comments:
            yield InstitutionNote(institution, shares, practice, note)


def load(institution: str, folder: OutFolder) -> InstitutionQueries:
    """Return what was kept."""
    document = json.loads(folder.read(queries_name(institution)) or b"")
    queries = tuple(Query(institution, *one) for one in document["queries"])
    return InstitutionQueries(**{**document, "queries": queries})
