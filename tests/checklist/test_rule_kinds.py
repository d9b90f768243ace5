"""The kinds of consistency rule: each broken at its bound, and not just beside it."""

from typing import Any

import pytest
from tests.engine.worlds import (
    ACCEPTED,
    EXPIRED,
    NA,
    NOT_ADOPTED,
    VALID,
    Plain,
    World,
    basic,
    checklist_of,
    day,
    desirable,
    edition_of,
)

from cssa.checklist.consistency_rules import ConsistencyRule
from cssa.checklist.rule_kinds.kind import RULE_KINDS
from cssa.engine.contradictions import CODE, contradiction_words
from cssa.engine.result import Finding
from cssa.messages import LANGS, message

REASON = {"ja": "確かめます。", "en": "It is asked."}
PRACTICES = (basic("1-1"), basic("1-2"), desirable("1-a"), basic("1-3", applies_if={"any": ["f2"]}))
RESTS = {"kind": "rests_on", "practice": "1-1", "level": 3, "on": ["1-2"], "least": 2}
ANY = {"kind": "rests_on_any", "practice": "1-1", "level": 3, "on": ["1-2", "1-a"], "least": 2}
IN_PART = {"kind": "done_in_part", "practices": ["1-1"], "level": 3, "share": 80}
WITHIN = {"kind": "done_within", "practices": ["1-1"], "level": 3, "within": "P1Y"}
DATED = {"kind": "dated", "practices": ["1-1"], "level": 4}
PROFILE = {"kind": "profile", "profile": {"none": ["f1"]}, "risk": {"k1": ["high", "medium"]}}
LEVEL = {"kind": "profile_level", "practices": ["1-1"], "level": 2, "profile": {"none": ["f1"]}}
LOW = {"kind": "profile_level", "practices": ["1-1"], "most": 0, "profile": {"any": ["f1"]}}
LEFT_OUT = {"kind": "profile_left_out", "practices": ["1-1"], "profile": {"any": ["f1"]}}
PERFORMER = {
    "kind": "profile_performer",
    "performed_by": ["shared_centre"],
    "profile": {"none": ["f1"]},
}


def performed(level: int, by: str) -> Plain:
    return {"level": level, "performed_by": by}


def shown(level: int, **more: Any) -> Plain:
    return {"level": level, "evidence": [{"ref": "規程"}], **more}


def findings(rule: Plain, answers: Plain, **world: Any) -> list[Finding]:
    """Return what breaks a rule."""
    rules = [{"id": "rule", "reason": REASON, **rule}]
    result = World(checklist_of(*PRACTICES) | {"consistency": rules}, answers, **world).assessed()
    return [finding for finding in result.findings if finding.code.startswith(CODE)]


BROKEN: list[tuple[Plain, Plain, Plain]] = [
    (RESTS, {"1-1": 3, "1-2": 1}, {}),
    (RESTS, {"1-1": 5, "1-2": {"level": 1, "treatment": ACCEPTED}}, {}),
    (RESTS, {"1-1": 5, "1-2": {"level": 1, "treatment": EXPIRED}}, {}),
    (RESTS, {"1-1": performed(3, "vendor"), "1-2": performed(0, "vendor")}, {}),
    (RESTS, {"1-1": performed(3, "own"), "1-2": 0}, {}),
    (RESTS | {"on": ["1-a"]}, {"1-1": 3, "1-a": NOT_ADOPTED}, {}),
    (ANY, {"1-1": 3, "1-2": 1, "1-a": NOT_ADOPTED}, {}),
    (IN_PART, {"1-1": {"level": 3, "done": {"n": 79, "of": 100}}}, {}),
    (WITHIN, {"1-1": {"level": 3, "last_done": day(-366)}}, {}),
    (WITHIN, {"1-1": shown(4, last_done=day(-500))}, {}),
    (WITHIN, {"1-1": {"level": 3, "last_done": day(-364)}}, {"about": {"assessed_on": day(2)}}),
    (DATED, {"1-1": shown(4)}, {}),
    (PROFILE, {"1-1": 3}, {"profile": {"f1": False}, "risk": {"factors": {"k1": "medium"}}}),
    (LEVEL, {"1-1": 2}, {"profile": {"f1": False}}),
    (LOW, {"1-1": 0}, {"profile": {"f1": True}}),
    (LEFT_OUT, {"1-1": NA}, {"profile": {"f1": True}}),
    (PERFORMER, {"1-2": performed(3, "shared_centre")}, {"profile": {"f1": False}}),
    (
        PERFORMER | {"practices": ["1-2"]},
        {"1-2": performed(0, "shared_centre")},
        {"profile": {"f1": False}},
    ),
]

KEPT: list[tuple[Plain, Plain, Plain]] = [
    (RESTS, {"1-1": 2, "1-2": 0}, {}),
    (RESTS, {"1-1": 3, "1-2": 2}, {}),
    (RESTS, {"1-1": 3}, {}),
    (RESTS, {"1-1": NA, "1-2": 0}, {}),
    (RESTS, {"1-1": 3, "1-2": NA}, {}),
    (RESTS, {"1-1": 3, "1-2": {"level": 1, "treatment": VALID}}, {}),
    (RESTS, {"1-1": performed(3, "shared_centre"), "1-2": 0}, {}),
    (RESTS, {"1-1": 3, "1-2": performed(0, "head_office")}, {}),
    (RESTS | {"on": ["1-3"]}, {"1-1": 3, "1-3": 0}, {"profile": {"f2": False}}),
    (ANY, {"1-1": 3, "1-2": 1, "1-a": 2}, {}),
    (ANY, {"1-1": 3, "1-2": 1}, {}),
    (IN_PART, {"1-1": {"level": 3, "done": {"n": 80, "of": 100}}}, {}),
    (IN_PART, {"1-1": {"level": 2, "done": {"n": 1, "of": 100}}}, {}),
    (IN_PART, {"1-1": 3}, {}),
    (WITHIN, {"1-1": {"level": 3, "last_done": day(-365)}}, {}),
    (WITHIN, {"1-1": {"level": 2, "last_done": day(-500)}}, {}),
    (
        WITHIN,
        {"1-1": {"level": 3, "last_done": day(-500), "evidence": [{"ref": "r", "date": day(-9)}]}},
        {},
    ),
    (WITHIN, {"1-1": 3}, {}),
    (DATED, {"1-1": shown(3)}, {}),
    (DATED, {"1-1": 4}, {}),
    (DATED, {"1-1": shown(4, performed_by="shared_centre")}, {}),
    (DATED, {"1-1": shown(4, last_done=day(-9))}, {}),
    (DATED, {"1-1": {"level": 4, "evidence": [{"ref": "r", "date": day(-9)}]}}, {}),
    (DATED, {"1-1": shown(4, review=[{"line": 3, "level": 4, "by": "b", "on": day(-9)}])}, {}),
    (PROFILE, {"1-1": 3}, {"profile": {"f1": True}, "risk": {"factors": {"k1": "high"}}}),
    (PROFILE, {"1-1": 3}, {"profile": {"f1": False}, "risk": {"factors": {"k1": "low"}}}),
    (PROFILE, {"1-1": 3}, {"risk": {"factors": {"k1": "high"}}}),
    (PROFILE, {"1-1": 3}, {"profile": {"f1": False}}),
    (LEVEL, {"1-1": 1}, {"profile": {"f1": False}}),
    (LEVEL, {"1-1": 2}, {"profile": {"f1": True}}),
    (LEVEL, {"1-1": performed(2, "head_office")}, {"profile": {"f1": False}}),
    (LOW, {"1-1": 1}, {"profile": {"f1": True}}),
    (LOW, {"1-1": {"level": 0, "treatment": VALID}}, {"profile": {"f1": True}}),
    (LEFT_OUT, {"1-1": 0}, {"profile": {"f1": True}}),
    (LEFT_OUT, {"1-1": NA}, {"profile": {"f1": False}}),
    (PERFORMER, {"1-2": performed(3, "vendor")}, {"profile": {"f1": False}}),
    (PERFORMER, {"1-2": performed(3, "shared_centre")}, {"profile": {"f1": True}}),
    (
        PERFORMER | {"practices": ["1-1"]},
        {"1-2": performed(3, "shared_centre")},
        {"profile": {"f1": False}},
    ),
]


def test_every_kind_on_levels_and_profiles_is_tried() -> None:
    tried = {rule["kind"] for rule, _, _ in BROKEN}
    assert tried == set(RULE_KINDS) - {"not_above", "every_row"}  # on numbers: test_own_rows
    assert tried == {rule["kind"] for rule, _, _ in KEPT}


@pytest.mark.parametrize(("rule", "answers", "world"), BROKEN)
def test_a_rule_is_broken(rule: Plain, answers: Plain, world: Plain) -> None:
    (finding,) = findings(rule, answers, **world)
    assert finding.code == f"contradiction_{rule['kind']}"
    assert finding.params["rule"] == "rule"
    model = ConsistencyRule.model_validate({"id": "rule", "reason": REASON, **rule})
    named = [practice for _, practice in model.named_practices()]
    assert finding.practice == (named[0] if named else None) or rule is PERFORMER


@pytest.mark.parametrize(("rule", "answers", "world"), KEPT)
def test_a_rule_is_kept(rule: Plain, answers: Plain, world: Plain) -> None:
    assert findings(rule, answers, **world) == []


@pytest.mark.parametrize(("rule", "answers", "world"), BROKEN)
@pytest.mark.parametrize("lang", LANGS)
def test_what_is_broken_is_said_with_the_reason(
    rule: Plain, answers: Plain, world: Plain, lang: Any
) -> None:
    checklist = checklist_of(*PRACTICES) | {
        "consistency": [{"id": "rule", "reason": REASON, **rule}]
    }
    (finding,) = findings(rule, answers, **world)
    words = contradiction_words(
        finding.code, finding.practice, finding.params, edition_of(checklist).checklist
    )
    text = words.worded(lang, message)
    assert text.endswith(REASON[lang])
    level = finding.params.get("level")
    assert level is None or {"ja": f"段階{level}", "en": f"level {level}"}[lang] in text
