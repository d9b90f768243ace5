"""Writes the case of each institution, from the rows of its review and what was exchanged."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from cssa.batch.cases.case import CASE_STATES, Case, CaseQuestion, CaseReply, question_state
from cssa.batch.outputs.folder import PRIVATE
from cssa.checklist.model import Checklist
from cssa.consistency.hearing import HearingReason
from cssa.forms.review import (
    BEFORE_APPROVALS,
    ENTRIES,
    Exchange,
    ReturnedReply,
    ReviewKey,
    ReviewOutcome,
    ReviewRow,
)
from cssa.forms.review_words import questions_to_institution
from cssa.messages import Lang, message
from cssa.messages.visible import escaped_json

CASES = f"{PRIVATE}/cases"

_AS_ENTERED = tuple(
    column.code for column in ENTRIES if column.code not in ("question", "reply", "document")
)
"""Entries of the review that a case has under the same name."""


class CaseSources(NamedTuple):
    """What cases are made from beside the rows of the review.

    Attributes:
        campaign: its id; empty where nothing names it.
        checklist: what was answered.
        lang: language of what was not sent in another.
        names: of the institutions that have a case, by id.
        outcomes: what was entered into the review.
        exchanges: what was asked by letter and replied.
        hearing: why institutions may be worth a hearing, by id.
    """

    campaign: str
    checklist: Checklist
    lang: Lang
    names: Mapping[str, str]
    outcomes: Mapping[ReviewKey, ReviewOutcome]
    exchanges: Mapping[ReviewKey, Exchange]
    hearing: Mapping[str, tuple[HearingReason, ...]] = {}


def case_name(institution: str) -> str:
    """Return the name of an institution's case."""
    return f"{CASES}/{institution}.json"


class CaseFiles:
    """Writes cases while the rows of the review pass through.

    Args:
        sources: what they are made from beside the rows.
        write: writes a file by its name.

    Attributes:
        names: of the files written so far.
        states: number of cases by state.
    """

    def __init__(self, sources: CaseSources, write: Callable[[str, bytes], None]) -> None:
        self._sources = sources
        self._write = write
        self._others: dict[str, list[ReviewKey]] = {}
        for key in {**sources.outcomes, **sources.exchanges}:
            self._others.setdefault(key.institution, []).append(key)
        self.names: set[str] = set()
        self.states: Counter[str] = Counter()

    def passing(self, rows: Iterable[ReviewRow]) -> Iterator[ReviewRow]:
        """Yield rows as they are, an institution's together, and write its case behind them."""
        for institution, group in groupby(rows, key=lambda row: row.institution):
            questions = []
            for row in group:
                yield row
                question = self._question(row)
                if question is not None:
                    questions.append(question)
            others = self._others.pop(institution, [])
            standing = {(question.practice, question.file) for question in questions}
            self._finish(institution, questions, [
                key for key in others if (key.practice, key.file) not in standing
            ])  # fmt: skip
        for institution in sorted(self._others.keys() & self._sources.names.keys()):
            self._finish(institution, [], self._others[institution])

    def _finish(
        self, institution: str, standing: list[CaseQuestion], replaced: Iterable[ReviewKey]
    ) -> None:
        ordered = sorted(replaced, key=lambda key: (key.file, key.practice or ""))
        questions = (*standing, *map(self._replaced, ordered))
        if not questions:
            return
        states = {question.state for question in questions}
        state = next(state for state in CASE_STATES if state in states)
        case = Case(
            campaign=self._sources.campaign or None,
            institution=institution,
            name=self._sources.names[institution],
            state=state,
            hearing=tuple(
                message(self._sources.lang, f"hearing.{reason.code}", reason.params)
                for reason in self._sources.hearing.get(institution, ())
            ),
            questions=questions,
        )
        name = case_name(institution)
        self._write(name, _encoded(case))
        self.names.add(name)
        self.states[state] += 1

    def _question(self, row: ReviewRow) -> CaseQuestion | None:
        """Return the question of a row, None where there is nothing to ask."""
        outcome = self._sources.outcomes.get(row.key)
        exchange = self._sources.exchanges.get(row.key)
        if not row.queries and outcome is None and exchange is None:
            return None
        asked = () if exchange is None else exchange.asked[-1:]
        own = None if outcome is None else outcome.question
        return CaseQuestion(
            **self._facts(row.key),
            state=question_state(outcome, exchange),
            asked=asked or questions_to_institution(row, own, self._sources.lang),
        )

    def _replaced(self, key: ReviewKey) -> CaseQuestion:
        exchange, outcome = self._sources.exchanges.get(key), self._sources.outcomes.get(key)
        asked = () if exchange is None else exchange.asked[-1:]
        if not asked and outcome is not None and outcome.question is not None:
            asked = (outcome.question,)
        return CaseQuestion(**self._facts(key), state="closed", replaced=True, asked=asked)

    def _facts(self, key: ReviewKey) -> dict[str, Any]:
        """Return what is known of a question beside its text and state."""
        outcome, exchange = self._sources.outcomes.get(key), self._sources.exchanges.get(key)
        facts: dict[str, Any] = {
            "practice": key.practice,
            "number": key.practice and self._sources.checklist.shown_id(key.practice),
            "file": key.file,
        }
        if exchange is not None:
            facts |= {"asked_on": exchange.sent, "reply": _reply(exchange.reply)}
        if outcome is not None:
            facts |= {code: getattr(outcome, code) for code in _AS_ENTERED}
            facts |= {"answer": outcome.reply, "document_seen": outcome.document}
            if outcome.approved_by == BEFORE_APPROVALS:
                facts["approved_by"] = None
        return facts


def _reply(reply: ReturnedReply | None) -> CaseReply | None:
    if reply is None:
        return None
    return CaseReply(
        text=reply.reply,
        level=reply.level,
        document=reply.document,
        by=reply.by,
        received=reply.received,
        path=reply.path,
    )


def _encoded(case: Case) -> bytes:
    return f"{escaped_json(case.model_dump_json(by_alias=True, indent=1))}\n".encode()
