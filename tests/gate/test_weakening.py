"""``cssa policy diff``: every way of demanding less is found, and nothing else is."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cssa.datafile.reader import read
from cssa.gate.conditions.registry import rule_conditions
from cssa.gate.weakening.kind import WEAKENINGS, find_weakenings, read_compared
from cssa.messages import message

from . import oracle
from .conftest import CHECKLIST, LEVELS
from .test_against_oracle import AS_OF, VALUES, _policy, _random_submission, _rows

LANGS = ("ja", "en")
POLICY: dict[str, Any] = {
    "schema": "cssa.policy/1",
    "id": "bank-a",
    "approved_by": "理事会",
    "approved_on": "2026-04-01",
    "editions": [{"id": "gate-cases", "version": "1"}],
    "rules": [
        {"id": "least", "on": "overall", "min_score": 3, "max_treated": 2, "answered_within": "P1Y"},
        {"id": "ratchet", "on": {"each": "domain"}, "no_lower": True},
        {"id": "proof", "on": {"domain": "1"}, "evidence_within": "P1Y"},
    ],
    "waivers": [
        {
            "practice": "1-1", "reason": "更改", "alternative": "監視", "residual_risk": "小",
            "owner": "課長", "approver": "理事", "expires": "2027-03-31",
        }
    ],
}  # fmt: skip
KEPT: dict[str, Any] = {
    "schema": "cssa.kept-result/1",
    "institution": "shiokaze",
    "assessed_on": "2026-11-06",
    "checklist": {"id": "gate-cases", "version": "1", "fingerprint": "f"},
    "scheme": {"id": "maturity", "content": "c"},
    "practices": dict.fromkeys(LEVELS, 3),
}
TREATMENT = {
    "kind": "accepted", "measure": "監視", "approved_by": "理事会", "approved_on": "2026-04-01",
    "review_by": "2027-03-31",
}  # fmt: skip
ANSWERS: dict[str, Any] = {
    "schema": "cssa.answers/1",
    "checklist": {"id": "gate-cases", "version": "1"},
    "institution": {"id": "i", "name": "n", "sector": "shinkin", "profile": {"cloud": True}},
    "answers": {"1-1": {"level": 1, "treatment": TREATMENT}, "1.1-1": {"level": 2}},
}
SETTINGS: dict[str, Any] = {
    "schema": "cssa.settings/1",
    "policy": "policy.yaml",
    "assessments": [{"answers": "a.yaml", "previous": "a.json"}, {"answers": "b.yaml"}],
}


def _changed(document: Any, *path: str | int, to: Any = None) -> Any:
    """Return a copy with one value changed, or taken away."""
    copy = json.loads(json.dumps(document))
    inner = copy
    for part in path[:-1]:
        inner = inner.setdefault(part, {}) if isinstance(inner, dict) else inner[part]
    if to is None:
        del inner[path[-1]]
    elif isinstance(inner, list) and path[-1] == len(inner):
        inner.append(to)
    else:
        inner[path[-1]] = to
    return copy


NEW_WAIVER = dict(POLICY["waivers"][0], practice="1.1-1")
CHANGES: dict[str, tuple[Any, tuple[Any, ...], Any, str]] = {
    "a rule is gone": (POLICY, ("rules", 1), None, "rule_gone"),
    "a rule is on less": (POLICY, ("rules", 1, "on"), {"domain": "1"}, "scope_other"),
    "a flag is off": (POLICY, ("rules", 0, "max_treated"), None, "condition_gone"),
    "a number is lower": (POLICY, ("rules", 0, "min_score"), 2.9, "value_weaker"),
    "a number allowed is higher": (POLICY, ("rules", 0, "max_treated"), 3, "value_weaker"),
    "a period is longer": (POLICY, ("rules", 0, "answered_within"), "P13M", "value_weaker"),
    "less needs evidence": (POLICY, ("rules", 2, "evidence_from"), 4, "value_weaker"),
    "an edition more": (POLICY, ("editions", 1), {"id": "x", "version": "1"}, "editions_wider"),
    "any edition": (POLICY, ("editions",), None, "editions_unlimited"),
    "a waiver": (POLICY, ("waivers", 1), NEW_WAIVER, "waiver_new"),
    "a later end": (POLICY, ("waivers", 0, "expires"), "2027-04-01", "waiver_longer"),
    "nobody's": (POLICY, ("approved_by",), None, "approval_gone"),
    "kept lower": (KEPT, ("practices", "1-1"), 2, "kept_lower"),
    "kept at nothing": (KEPT, ("practices", "1-1"), 0, "kept_lower"),
    "kept as left out": (KEPT, ("practices", "1-1"), "not_applicable", "kept_lower"),
    "another's": (KEPT, ("institution",), "nagisa", "kept_other"),
    "a treatment": (ANSWERS, ("answers", "1.1-1", "treatment"), TREATMENT, "treatment_new"),
    "another kind of it": (
        ANSWERS, ("answers", "1-1", "treatment", "kind"), "alternative", "treatment_new",
    ),
    "a later review": (
        ANSWERS, ("answers", "1-1", "treatment", "review_by"), "2027-04-01", "treatment_longer",
    ),
    "a profile flag off": (ANSWERS, ("institution", "profile", "cloud"), False, "flag_off"),
    "a lower risk": (
        ANSWERS, ("institution", "risk"), {"override": {"level": "low", "reason": "r"}},
        "risk_override",
    ),
    "answers that are not checked": (SETTINGS, ("assessments", 1), None, "assessment_gone"),
    "another policy": (SETTINGS, ("policy",), "easy.yaml", "checked_against_other"),
    "no previous": (SETTINGS, ("assessments", 0, "previous"), None, "checked_against_other"),
}  # fmt: skip


def _compared(document: Any, name: str = "new.json") -> Any:
    return read_compared(read(json.dumps(document, ensure_ascii=False).encode(), name))


@pytest.mark.parametrize("what", CHANGES)
def test_what_a_change_weakens_is_found_one_by_one(what: str) -> None:
    before, path, value, kind = CHANGES[what]
    after = _changed(before, *path, to=value)
    found = find_weakenings(_compared(before, "old.json"), _compared(after))
    assert [weakening.kind for weakening in found] == [kind]
    back = find_weakenings(_compared(after), _compared(before))
    assert kind not in {weakening.kind for weakening in back} or kind in (
        "scope_other",
        "kept_other",
        "checked_against_other",
        "treatment_new",
    )
    assert not find_weakenings(_compared(before), _compared(before))


def test_every_kind_of_weakening_is_among_these() -> None:
    assert {kind for *_, kind in CHANGES.values()} == set(WEAKENINGS)


def test_a_rule_that_others_cover_may_go() -> None:
    stricter = {
        "id": "more",
        "on": "overall",
        "min_score": 3.5,
        "max_treated": 1,
        "answered_within": "P6M",
    }
    after = _changed(POLICY, "rules", 0, to=stricter)
    assert not find_weakenings(_compared(POLICY), _compared(after))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("lang", LANGS)
def test_the_command_says_it_in_words_and_json_and_fails(
    lang: str, cssa_inline: Callable[..., Any], root: Path
) -> None:
    for what, (before, path, value, kind) in CHANGES.items():
        Path("old.json").write_text(json.dumps(before), encoding="utf-8")
        Path("new.json").write_text(json.dumps(_changed(before, *path, to=value)), "utf-8")
        done = cssa_inline("policy", "diff", "old.json", "new.json", "--format", "json", lang=lang)
        assert done.code == 1, what
        (weakening,) = done.json["weakenings"]
        assert weakening["kind"] == kind
        assert (
            weakening["message"]
            in cssa_inline("policy", "diff", "old.json", "new.json", lang=lang).out
        )
    schema = json.loads((root / "docs/schema/policy-diff.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(done.json)
    allowed = cssa_inline(
        "policy", "diff", "old.json", "new.json", "--allow-weaker", "理由", lang=lang
    )
    assert allowed.code == 0
    assert "理由" in allowed.out
    assert cssa_inline("policy", "diff", "new.json", "new.json", lang=lang).code == 0


@pytest.mark.usefixtures("folder")
def test_folders_are_compared_file_by_file(cssa_inline: Callable[..., Any]) -> None:
    for name in ("old", "new"):
        Path(name, "banks").mkdir(parents=True)
        Path(name, "policy.yaml").write_text(json.dumps(POLICY), encoding="utf-8")
        Path(name, "notes.yaml").write_text("a: 1\n", encoding="utf-8")
    Path("old/banks/kept.json").write_text(json.dumps(KEPT), encoding="utf-8")
    Path("new/policy.yaml").write_text(json.dumps(_changed(POLICY, "rules", 1)), "utf-8")
    done = cssa_inline("policy", "diff", "old", "new", "--format", "json")
    assert done.code == 1
    kinds = {(one["kind"], one["place"]["path"]) for one in done.json["weakenings"]}
    assert kinds == {("rule_gone", "old/policy.yaml"), ("file_gone", "old/banks/kept.json")}
    assert cssa_inline("policy", "diff", "old", "new/policy.yaml").code == 2
    assert cssa_inline("policy", "diff", "old/policy.yaml", "old/banks/kept.json").code == 3
    assert cssa_inline("policy", "diff", "old/notes.yaml", "new/notes.yaml").code == 3


def test_what_is_not_called_weaker_lets_nothing_more_pass() -> None:
    compared = 0
    for number in range(600):
        random = Random(number)  # noqa: S311
        policy = _policy(random)
        policy["waivers"] = []
        after = json.loads(json.dumps(policy))
        rule = random.choice(after["rules"])
        name = random.choice([key for key in rule if key not in ("id", "on")])
        rule[name] = VALUES[name](random)
        extra = random.choice(list(VALUES))
        rule.setdefault(extra, VALUES[extra](random))
        if find_weakenings(_compared(policy), _compared(after)):
            continue
        compared += 1
        earlier, now = _random_submission(random), _random_submission(random)
        kept = {row["id"]: oracle.value_of(row) for row in _rows(earlier)}
        verdicts = []
        for one in (policy, after):
            case = oracle.Case(
                _rows(now), one, AS_OF, date.fromisoformat(now["assessed_on"]), "総務部長", kept
            )
            verdicts.append(oracle.is_met(case, oracle.statuses(case)))
        assert verdicts != [False, True], (policy, after)
    assert compared > 100
    assert set(VALUES) == set(rule_conditions())


# Drafts and lint -----------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("lang", LANGS)
def test_a_drafted_policy_is_met_by_the_answers_that_it_is_made_of(
    lang: str, root: Path, cssa_inline: Callable[..., Any]
) -> None:
    answers = root / "examples" / "answers" / "shiokaze.yaml"
    day = ("--as-of", "2026-11-20")
    assert cssa_inline("policy", "new", answers, *day, "-o", "policy.yaml", lang=lang).code == 0
    text = Path("policy.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: ")
    assert "CODEOWNERS" in text
    assert cssa_inline("gate", answers, *day, "--policy", "policy.yaml").code == 0
    higher = (
        text.replace("max_below_target: ", "max_below_target: -")
        .replace("-4", "4")
        .replace("45", "44")
    )
    Path("policy.yaml").write_text(higher, encoding="utf-8")
    assert cssa_inline("gate", answers, *day, "--policy", "policy.yaml").code == 1


def test_a_draft_for_what_is_not_scored_speaks_of_no_ratchet(
    write_answers: Callable[..., None], cssa_inline: Callable[..., Any]
) -> None:
    shutil.copytree(CHECKLIST, "checklist")
    with Path("checklist/checklist.yaml").open("a", encoding="utf-8") as stream:
        stream.write("scored: false\n")
    write_answers()
    day = ("--as-of", "2026-11-20", "-o", "policy.yaml")
    assert cssa_inline("policy", "new", "answers.yaml", "-c", "checklist", *day).code == 0
    text = Path("policy.yaml").read_text("utf-8")
    assert "min_coverage: 1" in text
    assert "no_lower" not in text


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("lang", LANGS)
def test_lint_says_what_is_doubtful_at_its_place(
    lang: str, cssa_inline: Callable[..., Any]
) -> None:
    doubtful = _changed(POLICY, "approved_by")
    doubtful["rules"] += [
        {"id": "zero", "on": {"domain": "2"}, "min_score": 0},
        {"id": "same", "on": "overall", "min_score": 2},
    ]
    doubtful["waivers"][0]["expires"] = "2026-11-19"
    Path("policy.json").write_text(json.dumps(doubtful, indent=1), encoding="utf-8")
    lint = ("policy", "lint", "policy.json", "--checklist", CHECKLIST, "--as-of", "2026-11-20")
    done = cssa_inline(*lint, lang=lang)
    assert done.code == 0
    assert done.err.count("policy.json:") == 5
    assert cssa_inline(*lint, "--strict", lang=lang).code == 3
    Path("policy.json").write_text(json.dumps(POLICY, indent=1), encoding="utf-8")
    assert cssa_inline(*lint, "--strict", lang=lang).code == 0
    wrong = _changed(POLICY, "rules", 2, "on", to={"domain": "9"})
    Path("policy.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert cssa_inline(*lint, lang=lang).code == 3


@pytest.mark.usefixtures("folder")
def test_an_approval_in_the_future_is_doubtful(cssa_inline: Callable[..., Any]) -> None:
    later = json.dumps(_changed(POLICY, "approved_on", to="2026-11-21"))
    Path("policy.json").write_text(later, encoding="utf-8")
    lint = ("policy", "lint", "policy.json", "--checklist", CHECKLIST, "--as-of")
    said = message("en", "policy.lint.approved_later", {"on": "2026-11-21"})
    assert said in cssa_inline(*lint, "2026-11-20").err
    assert cssa_inline(*lint, "2026-11-21", "--strict").code == 0


@pytest.mark.usefixtures("folder")
def test_a_rule_beside_one_that_is_waived_is_needed(cssa_inline: Callable[..., Any]) -> None:
    repeated = _changed(POLICY, "rules", 3, to={"id": "same", "on": "overall", "min_score": 2})
    terms = {name: term for name, term in POLICY["waivers"][0].items() if name != "practice"}
    waived = _changed(repeated, "waivers", 1, to={"rule": "least", **terms})
    lint = ("policy", "lint", "policy.json", "--checklist", CHECKLIST, "--as-of", "2026-11-20")
    for policy, code in ((repeated, 3), (waived, 0)):
        Path("policy.json").write_text(json.dumps(policy), encoding="utf-8")
        done = cssa_inline(*lint, "--strict")
        assert done.code == code, done.err


def test_what_ships_as_examples_is_clean_but_for_its_approval(
    cssa_inline: Callable[..., Any], root: Path
) -> None:
    ids = [f"example-{name}" for name in ("basic3", "low", "medium", "high")]
    done = cssa_inline("policy", "lint", *ids)
    assert done.code == 0
    assert done.err.count("[warning]") == 4
    own = cssa_inline(
        "policy", "lint", "--strict", root / "examples/policy.yaml", "--as-of", "2026-11-20"
    )
    assert own.code == 0, own.err
