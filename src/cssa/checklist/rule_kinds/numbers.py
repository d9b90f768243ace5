"""Kinds of rule on the values that were entered or chosen, row by row."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from cssa.checklist.kinds.kind import words_of
from cssa.checklist.practice import Practice
from cssa.checklist.rule_kinds.answer_facts import Answered
from cssa.checklist.rule_kinds.kind import Contradiction, Params, RuleFault, RuleKind, register
from cssa.messages.wording import CodedWord, Word

if TYPE_CHECKING:
    from cssa.checklist.consistency_rules import ConsistencyRule


class _ByRow(RuleKind):
    """A kind of rule that compares what stands in the rows of questions."""

    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        question = practices[str(practice)]
        words: dict[str, object] = {
            "title": words_of(question.title),
            "answer": _entry(question, params, params["value"]),
        }
        if "other" in params:
            other = practices[str(params["other"])]
            words["other"] = words_of(other.title)
            words["other_answer"] = _entry(other, params, params["other_value"])
        return words


@register
class NotAbove(_ByRow):
    """A number is not above another, in each row."""

    name = "not_above"
    fields = frozenset({"of", "than"})
    required = frozenset({"of", "than"})

    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        of, than = practices[rule.of or ""], practices[rule.than or ""]
        for path, practice in ((("of",), of), (("than",), than)):
            if practice.kind not in ("number", "numbers"):
                yield RuleFault("number", path, practice.id)
                return
        rows = [(p.kind, p.rows_from, tuple(row.id for row in p.rows)) for p in (of, than)]
        if rows[0] != rows[1]:
            yield RuleFault("rows", ("than",), than.id)
        if of.unit != than.unit:
            yield RuleFault("unit", ("than",), than.id)

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        of, than = practices[rule.of or ""], practices[rule.than or ""]
        limits = _entries(than, answered) or {}
        for row, number in (_entries(of, answered) or {}).items():
            if row in limits and Decimal(number) > Decimal(limits[row]):
                params: Params = {
                    **_in_row(of, row),
                    "value": number,
                    "other": than.id,
                    "other_value": limits[row],
                }
                yield Contradiction(rule, of.id, params)


@register
class EveryRow(_ByRow):
    """Every row of a question that is answered has an answer, and none of those excepted."""

    name = "every_row"
    fields = frozenset({"practice", "except"})
    required = frozenset({"practice"})

    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        practice = practices[rule.practice or ""]
        if practice.kind not in ("matrix", "numbers"):
            yield RuleFault("no_rows", ("practice",), practice.id)
        options = {option.id for option in practice.options}
        for index, option in enumerate(rule.except_):
            if option not in options:
                yield RuleFault("option", ("except", index), option)

    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        practice = practices[rule.practice or ""]
        entries = _entries(practice, answered)
        if entries is None:
            return
        for row in practice.rows:
            entry = entries.get(row.id)
            if entry is None or entry in rule.except_:
                params: Params = {**_in_row(practice, row.id), "value": entry}
                yield Contradiction(rule, practice.id, params)


def _entries(practice: Practice, answered: Answered) -> Mapping[str | None, str] | None:
    """Return what was entered or chosen, by row; None where the question has no answer."""
    answer = answered.answers.get(practice.id)
    if answer is None or answer.value is None:
        return None
    entries: Mapping[str | None, str] = practice.question_kind.entries(answer.value)
    return entries


def _in_row(practice: Practice, row_id: str | None) -> Params:
    """Return a row by id and, as it may be one of the institution's own, by name."""
    names = {row.id: next(iter(row.words.values())) for row in practice.rows}
    return {"row": row_id, "row_name": names.get(row_id or "")}


def _entry(practice: Practice, params: Mapping[str, object], value: object) -> Word | str:
    """Return what was answered in a row, after the row's name."""
    answer: Word | str = CodedWord("answer.open")
    if value is not None:
        answer = practice.question_kind.entry_words(practice, value)
    if params["row"] is None:
        return answer
    names = [words_of(row) for row in practice.rows if row.id == params["row"]]
    name = str(params["row_name"]) if practice.rows_from else names[0]
    return CodedWord("answer.row", (("row", name), ("answer", answer)))
