"""A condition is declared in one place: what lacks a part is refused, the rest shows everywhere."""

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cssa import messages
from cssa.cli.schema import schema_text
from cssa.datafile import typed_json, validation
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    EveryPracticeCondition,
)
from cssa.gate.conditions.registry import CONDITIONS, register
from cssa.gate.conditions.values import LevelValue
from cssa.gate.policy import Policy
from cssa.gate.scopes import ScopeItem
from cssa.messages import Lang, catalogue, placeholders

from .conftest import TERMS

Write = Callable[..., None]

LANGS: tuple[Lang, ...] = ("ja", "en")


class NotedFrom(EveryPracticeCondition[int]):
    """Level from which there is a note."""

    name = "noted_from"
    stricter = "lower"
    value = LevelValue()
    met_when = ("段階がこれ以上のすべてに補足がある", "every level from this up has a note")
    demand = (
        "{subject}：段階{expected}以上に補足（ないもの{actual}件）。",
        "{subject}: notes from level {expected} up (without: {actual}).",
    )
    demand_of_practice = ("{subject}：補足を書く。", "{subject}: a note.")
    remedy = ("次の{count}件に補足を。", "Write notes on these ({count}):")
    step = ("補足を書いてください。", "Write a note.")

    def _misses(self, practice: PracticeResult, value: int, context: EvaluationContext) -> bool:
        return (practice.level or 0) >= value and context.answer(practice.id).note is None


WORDS = {
    "ja": {"demand": "段階3以上に補足（ないもの2件）", "remedy": "次の2件に補足を", "step": NotedFrom.step[0]},
    "en": {"demand": "notes from level 3 up (without: 2)", "remedy": "Write notes on these (2)", "step": NotedFrom.step[1]},
}  # fmt: skip


def _forget_models() -> None:
    """Have the policy's model built anew, from the conditions that there are now."""
    Policy.model_rebuild(force=True)
    typed_json._ADAPTERS.pop(Policy, None)
    validation._keys_of.cache_clear()


@pytest.fixture
def noted_from() -> Iterator[None]:
    """Register a condition, for one test."""
    register(NotedFrom)
    _forget_models()
    yield
    del CONDITIONS[NotedFrom.name]
    messages.AREAS.pop()
    catalogue.cache_clear()
    placeholders.cache_clear()
    _forget_models()


@pytest.fixture
def two_without_note(write_answers: Write, write_policy: Write) -> None:
    """Answers that miss the condition in two practices."""
    noted = {"1-1": "2", "1.1-3": "2", "1.1-a": "2", "1.2-a": "2", "2.1-1": "2"}
    noted["2.1-2"] = "{level: 3, note: 済}"
    write_answers(noted)
    write_policy("id: notes, on: overall, noted_from: 3")


@pytest.mark.usefixtures("noted_from", "two_without_note")
def test_a_registered_condition_is_evaluated(gate: Any) -> None:
    done = gate("-o", "json=-")
    (outcome,) = done.json["outcomes"]
    assert done.code == 1
    assert (outcome["condition"], outcome["expected"], outcome["actual"]) == (
        "noted_from",
        "3",
        "2",
    )
    assert outcome["practices"] == ["1.1-1", "1.1-2"]


@pytest.mark.usefixtures("noted_from", "two_without_note")
def test_a_registered_condition_is_excused_practice_by_practice(
    gate: Any, write_policy: Write
) -> None:
    rule = "id: notes, on: overall, noted_from: 3"
    write_policy(rule, waivers=(f"practice: 1.1-1, {TERMS}",))
    (outcome,) = gate("-o", "json=-").json["outcomes"]
    assert (outcome["status"], outcome["actual"], outcome["excused"]) == ("unmet", "1", ["1.1-1"])
    write_policy(rule, waivers=(f"practice: 1.1-1, {TERMS}", f"practice: 1.1-2, {TERMS}"))
    assert gate().code == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("text", ("demand", "remedy")),
        ("markdown", ("demand", "remedy")),
        ("junit", ("demand", "remedy")),
        ("sarif", ("demand", "step")),
        ("github", ("demand", "step")),
    ],
)
@pytest.mark.usefixtures("noted_from", "two_without_note")
def test_a_registered_condition_is_worded_in_every_format(
    name: str, parts: tuple[str, ...], lang: Lang, gate: Any
) -> None:
    text = gate("-o", f"{name}=-", lang=lang).out.replace("\\", "")
    assert [part for part in parts if WORDS[lang][part] not in text] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("noted_from")
def test_a_registered_condition_has_words_of_its_own_for_a_practice(
    lang: Lang, gate: Any, write_answers: Write, write_policy: Write
) -> None:
    write_answers()
    write_policy("id: notes, on: {practice: 1.1-1}, noted_from: 3")
    _, _, own = NotedFrom.demand_of_practice[LANGS.index(lang)].partition("}")
    assert own in gate(lang=lang).out


@pytest.mark.usefixtures("noted_from")
def test_a_value_of_another_kind_is_refused_at_its_place(
    gate: Any, write_answers: Write, write_policy: Write
) -> None:
    write_answers()
    write_policy("id: notes, on: overall, noted_from: P1Y")
    done = gate()
    assert done.code == 3
    assert "policy.yaml:6:42: rules[0].noted_from: " in done.err


@pytest.mark.usefixtures("noted_from")
def test_a_registered_condition_stands_in_schema_and_documents() -> None:
    rule = json.loads(schema_text("policy"))["$defs"]["PolicyRule"]
    assert rule["properties"]["noted_from"]["anyOf"][0]["oneOf"][0]["type"] == "integer"
    assert "    noted_from: level from which there is a note." in rule["description"]
    page = _gate_page()
    assert "| `noted_from` | every level from this up has a note | yes |" in page.table("en")
    assert "| `noted_from` | 段階がこれ以上のすべてに補足がある | ○ |" in page.table("ja")


def test_what_nobody_registered_is_no_key(
    gate: Any, write_answers: Write, write_policy: Write
) -> None:
    write_answers()
    write_policy("id: notes, on: overall, noted_from: 3")
    done = gate()
    assert done.code == 3
    assert 'Unknown key "noted_from"' in done.err
    assert "noted_from" not in schema_text("policy")


def _gate_page() -> ModuleType:
    """Return the script that writes the tables of docs/gate.md."""
    path = Path(__file__).parents[2] / "docs" / "gate_conditions.py"
    spec = importlib.util.spec_from_file_location("gate_conditions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_on_the_gate_has_the_tables_of_conditions() -> None:
    module = _gate_page()
    text = module.PAGE.read_text(encoding="utf-8")
    assert text == module.page()
    assert all(module.table(lang) in text for lang in LANGS)


# What is refused where it is declared.


def _evaluate(*_: object) -> ConditionResult:
    return ConditionResult(met=True)


WHOLE: dict[str, Any] = {
    "__doc__": "What it says.",
    "name": "whole",
    "value": LevelValue(),
    "stricter": "lower",
    "practice_wise": False,
    "counts_practices": False,
    "met_when": ("充足となるとき", "met when"),
    "demand": ("{subject}は{expected}以上", "{subject} at least {expected}"),
    "demand_of_practice": None,
    "shortfall": ("{actual}、あと{missing}", "{actual}, {missing} short"),
    "remedy": ("次の{count}件", "these {count}"),
    "remedy_of_some": ("{count}件のうち{enough}件", "{enough} of {count}"),
    "step": ("段階{aim}へ", "to level {aim}"),
    "_evaluate": _evaluate,
}


def _declare(**parts: Any) -> None:
    register(type("Whole", (Condition,), parts))


def test_a_condition_with_every_part_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "AREAS", list(messages.AREAS))
    _declare(**WHOLE)
    condition = CONDITIONS.pop("whole")
    assert messages.message("en", condition.code("remedy"), {"count": 2}) == "these 2"
    monkeypatch.undo()
    catalogue.cache_clear()
    placeholders.cache_clear()


@pytest.mark.parametrize("part", WHOLE)
def test_a_condition_that_lacks_a_part_is_refused(part: str) -> None:
    known = list(CONDITIONS)
    parts = {name: value for name, value in WHOLE.items() if name != part}
    with pytest.raises(TypeError, match=rf"^Whole: {part} is missing$"):
        _declare(**parts)
    assert list(CONDITIONS) == known
    assert "gate.demand.whole" not in catalogue("ja")


@pytest.mark.parametrize(
    ("part", "value", "fault"),
    [
        ("name", "min_score", "name 'min_score' is taken"),
        ("demand", None, "demand is missing"),
        ("demand", ("日本語だけ",), "demand is not worded in every language"),
        ("remedy", ("日本語だけ", ""), "remedy is not worded in every language"),
        ("met_when", ("", "English only"), "met_when is not worded in every language"),
        ("step", ("{aim}へ", "raise it"), "step has other placeholders in one language"),
        ("step", ("{aim}へ{enough}", "{aim} {enough}"), "step has unknown placeholders: enough"),
        ("remedy", ("{since}以降", "since {since}"), "remedy has unknown placeholders: since"),
    ],
)
def test_a_condition_with_a_wrong_part_is_refused(part: str, value: object, fault: str) -> None:
    with pytest.raises(TypeError, match=f"^Whole: {fault}"):
        _declare(**{**WHOLE, part: value})
    assert "whole" not in CONDITIONS


def test_a_condition_is_unmet_on_what_cannot_be_rated_unless_it_says_otherwise() -> None:
    item = ScopeItem("1", None, (), rateable=False)
    context: Any = None
    by_default = type("Whole", (Condition,), WHOLE)()
    assert by_default.evaluate(1, item, context).reason == "unrateable"
    of_dates = type("Whole", (Condition,), {**WHOLE, "evaluates_unrateable": True})()
    assert of_dates.evaluate(1, item, context).met
