"""The kept result: what it refuses, how it is kept, and how it is lowered knowingly."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import AS_OF, CHECKLIST, HEAD, LEVELS, TERMS

RATCHET = "id: ratchet, on: {each: domain}, no_lower: true"
EASY = "id: easy, on: overall, min_score: 1"

Write = Callable[..., None]


def read(path: str) -> Any:
    return json.loads(Path(path).read_text(encoding="utf-8"))


def test_a_rule_against_falling_needs_something_to_compare_with(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(RATCHET)
    done = gate()
    assert done.code == 2
    assert "ratchet" in done.err
    assert "--previous" in done.err


def test_the_first_result_is_kept_and_later_ones_are_held_to_it(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(RATCHET)
    assert gate("--keep", "kept.json").code == 0
    assert read("kept.json")["accepted_lower"] == []
    assert gate("--previous", "kept.json").code == 0
    write_answers({"1.1-1": "2"})
    done = gate("--previous", "kept.json")
    assert done.code == 1
    assert "answers.yaml:7:3: 1.1-1" in done.out


def test_a_higher_result_replaces_the_kept_one_and_raises_the_floor(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(RATCHET)
    gate("--keep", "kept.json")
    write_answers({"1.1-1": "4"})
    assert gate("--keep", "kept.json").code == 0
    assert read("kept.json")["practices"]["1.1-1"] == 4
    write_answers()
    assert gate("--previous", "kept.json").code == 1


def test_a_lower_result_is_not_kept_and_what_was_kept_stays(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(EASY)
    gate("--keep", "kept.json")
    before = Path("kept.json").read_bytes()
    write_answers({"1.1-1": "2"})
    done = gate("--keep", "kept.json")
    assert done.code == 1
    assert "kept.json" in done.err
    assert "1.1-1" in done.err
    assert "--accept-lower" in done.err
    assert "：全体、1、1.1-1。" in gate("--keep", "kept.json", lang="ja").err
    assert Path("kept.json").read_bytes() == before


def test_a_lower_result_is_kept_with_a_reason_that_stays_on_record(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(RATCHET)
    gate("--keep", "kept.json")
    write_answers({"1.1-1": "2"})
    assert gate("--keep", "kept.json", "--accept-lower", "勘定系の更改中").code == 0
    write_answers({"1.1-1": "1"})
    assert gate("--keep", "kept.json", "--accept-lower", "更改の延期").code == 0
    assert read("kept.json")["accepted_lower"] == [
        {"on": "2026-11-20", "reason": "勘定系の更改中"},
        {"on": "2026-11-20", "reason": "更改の延期"},
    ]
    assert gate("--previous", "kept.json").code == 0


@pytest.mark.parametrize("practices", [(), ("1.1-1",)])
def test_what_was_asked_otherwise_is_named_where_there_is_any(
    practices: tuple[str, ...],
    write_answers: Write,
    write_policy: Write,
    cssa_inline: Callable[..., Any],
) -> None:
    shutil.copytree(CHECKLIST, "checklist")
    write_answers()
    write_policy(EASY)
    options = ("--policy", "policy.yaml", "-c", "checklist", "--as-of", AS_OF)
    assert cssa_inline("gate", "answers.yaml", *options, "--keep", "kept.json").code == 0
    kept = read("kept.json")
    kept["checklist"]["fingerprint"] = former = f"sha256:{0:064x}"
    Path("kept.json").write_text(json.dumps(kept), encoding="utf-8")
    with Path("checklist/checklist.yaml").open("a", encoding="utf-8") as stream:
        reason = "{ja: 理由, en: Reason}"
        entry = f"fingerprint: '{former}', practices: {json.dumps(practices)}, reason: {reason}"
        stream.write(f"supersedes:\n  - {{{entry}}}\n")
    previous = ("--previous", "kept.json")
    done = cssa_inline("gate", "answers.yaml", *options, *previous)
    assert done.code == 0, done.err
    assert ("before questions were changed" in done.err) == bool(practices)
    done = cssa_inline("gate", "answers.yaml", *options, *previous, "--keep", "new.json", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_reason_is_recorded_only_when_something_fell(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(EASY)
    gate("--keep", "kept.json")
    assert gate("--keep", "kept.json", "--accept-lower", "念のため").code == 0
    assert read("kept.json")["accepted_lower"] == []


@pytest.mark.parametrize(
    "options", [("--accept-lower", "r"), ("--keep", "k", "--accept-lower", " ")]
)
def test_lowering_needs_a_file_and_a_reason(
    options: tuple[str, ...], write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(EASY)
    done = gate(*options)
    assert done.code == 2
    assert not Path("k").exists()


def test_the_result_of_another_scheme_or_institution_is_not_compared(
    write_answers: Write, write_policy: Write, gate: Any, folder: Path
) -> None:
    write_answers()
    write_policy(RATCHET)
    gate("--keep", "kept.json")
    before = Path("kept.json").read_bytes()
    text = (folder / "answers.yaml").read_text(encoding="utf-8")
    (folder / "other.yaml").write_text(text.replace("id: shiokaze", "id: nagisa"), encoding="utf-8")
    for other in (["--scheme", "all-practices"], []):
        name = "answers.yaml" if other else "other.yaml"
        assert gate("--previous", "kept.json", *other, answers=name).code == 3
        assert gate("--keep", "kept.json", *other, answers=name).code == 3
        assert Path("kept.json").read_bytes() == before
    assert (
        gate("--keep", "kept.json", "--scheme", "all-practices", "--accept-lower", "変更").code == 0
    )


def test_a_scheme_cannot_reset_the_floor_while_another_file_is_compared(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(EASY)
    gate("--keep", "kept.json")
    gate("--keep", "all.json", "--scheme", "all-practices")
    before = Path("kept.json").read_bytes()
    done = gate("--previous", "all.json", "--keep", "kept.json", "--scheme", "all-practices")
    assert done.code == 3
    assert "kept.json" in done.err
    assert Path("kept.json").read_bytes() == before


def test_the_plain_result_of_score_can_be_compared_with(
    write_answers: Write, write_policy: Write, gate: Any, cssa_inline: Callable[..., Any]
) -> None:
    write_answers()
    write_policy(RATCHET)
    common = ["--checklist", CHECKLIST, "--as-of", AS_OF, "--format", "json", "-o", "result.json"]
    assert cssa_inline("score", "answers.yaml", *common).code == 0
    assert gate("--previous", "result.json").code == 0


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"schema": "cssa.result/1"}'])
def test_a_broken_kept_result_is_refused_and_not_replaced(
    content: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(EASY)
    Path("kept.json").write_text(content)
    assert gate("--previous", "kept.json").code == 3
    assert gate("--keep", "kept.json").code == 3
    assert Path("kept.json").read_text() == content


def test_a_missing_kept_result_is_refused(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(RATCHET)
    assert gate("--previous", "no.json").code == 3


def test_nothing_assessed_is_not_kept(write_policy: Write, gate: Any, folder: Path) -> None:
    (folder / "answers.yaml").write_text(f"{HEAD}answers: {{}}\n", encoding="utf-8")
    write_policy(EASY)
    assert gate("--keep", "kept.json").code == 4
    assert not Path("kept.json").exists()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_fell_below_the_result_to_be_replaced_is_in_every_format(
    lang: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(EASY)
    write_answers()
    gate("--keep", "kept.json")
    write_answers({"1.1-1": "2", "2.1-2": "4"})
    outputs = ["-o", "a.json", "-o", "a.xml", "-o", "a.sarif", "-o", "github=a.txt", "-o", "a.md"]
    done = gate("--keep", "kept.json", *outputs, lang=lang)
    verdict = read("a.json")
    fell = [outcome for outcome in verdict["outcomes"] if outcome["status"] == "unmet"]
    assert done.code == 1
    assert verdict["met"] is False
    assert {outcome["rule"] for outcome in fell} == {"--keep"}
    values = [(outcome["subject"], outcome["expected"], outcome["actual"]) for outcome in fell]
    assert values == [("overall", "3", "25/8"), ("1", "3", "11/4"), ("1.1-1", "3", "2")]
    assert [outcome["reason"] for outcome in fell] == ["level_fell", None, None]
    assert {outcome["place"]["line"] for outcome in fell} == {7}
    assert "--keep/no_lower/1.1-1" in Path("a.xml").read_text(encoding="utf-8")
    results = read("a.sarif")["runs"][0]["results"]
    assert {result["ruleId"] for result in results} == {"1.1-1"}
    assert "::error file=answers.yaml,line=7" in Path("a.txt").read_text(encoding="utf-8")
    word = {"ja": "未充足", "en": "not met"}[lang]
    assert all(word in text for text in (done.out, Path("a.md").read_text(encoding="utf-8")))


def test_what_a_rule_says_of_a_fall_is_not_said_twice(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(RATCHET)
    write_answers()
    gate("--keep", "kept.json")
    before = Path("kept.json").read_bytes()
    write_answers({"1.1-1": "2"})
    done = gate("--keep", "kept.json", "-o", "json=-")
    unmet = [
        (outcome["rule"], outcome["subject"])
        for outcome in done.json["outcomes"]
        if outcome["status"] == "unmet"
    ]
    assert unmet == [("ratchet", "1"), ("--keep", "overall"), ("--keep", "1.1-1")]
    assert Path("kept.json").read_bytes() == before


def test_a_waiver_lowers_no_kept_result(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(RATCHET, waivers=(f"rule: ratchet, {TERMS}", f"practice: 1.1-1, {TERMS}"))
    write_answers()
    gate("--keep", "kept.json")
    before = Path("kept.json").read_bytes()
    write_answers({"1.1-1": "2"})
    assert gate("--previous", "kept.json").code == 0
    assert gate("--keep", "kept.json").code == 1
    assert Path("kept.json").read_bytes() == before


def test_a_kept_result_has_a_line_for_each_practice_and_nothing_of_the_day(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(EASY)
    write_answers({"1-1": "{na: true, reason: 理由}", "1.2-a": "{not_adopted: true, reason: 理由}"})
    gate("--keep", "kept.json")
    text = Path("kept.json").read_text(encoding="utf-8")
    lines = [line.strip().rstrip(",") for line in text.splitlines()]
    expected = ['"1-1": "not_applicable"', '"1.1-1": 3', '"1.2-a": "not_adopted"', '"2.1-2": 3']
    assert [line for line in lines if line in expected] == expected
    assert lines.index(expected[-1]) - lines.index(expected[0]) == len(LEVELS) - 1
    gate("--keep", "other.json", "--as-of", "2026-12-31")
    assert Path("other.json").read_text(encoding="utf-8") == text


def test_two_branches_that_raise_different_answers_merge(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(EASY)
    texts = {}
    for name, levels in {"base": {}, "ours": {"1-1": "4"}, "theirs": {"2.1-2": "5"}}.items():
        write_answers(levels)
        gate("--keep", f"{name}.json")
        texts[name] = Path(f"{name}.json").read_text(encoding="utf-8").splitlines()
    merged = [
        ours if theirs == base else theirs
        for base, ours, theirs in zip(texts["base"], texts["ours"], texts["theirs"], strict=True)
    ]
    Path("kept.json").write_text("\n".join(merged), encoding="utf-8")
    write_answers({"1-1": "4"})
    assert gate("--keep", "kept.json").code == 1
    write_answers({"1-1": "4", "2.1-2": "5"})
    assert gate("--keep", "kept.json").code == 0


def test_figures_of_an_earlier_result_are_computed_from_its_levels(
    write_answers: Write, write_policy: Write, gate: Any, cssa_inline: Callable[..., Any]
) -> None:
    write_answers()
    write_policy(RATCHET)
    common = ["--checklist", CHECKLIST, "--as-of", AS_OF, "--format", "json", "-o", "result.json"]
    assert cssa_inline("score", "answers.yaml", *common).code == 0
    result = read("result.json")
    for domain in result["domains"]:
        domain.update(score=0.0, exact="0", level=0)
    Path("lowered.json").write_text(json.dumps(result), encoding="utf-8")
    write_answers({"1.1-1": "2"})
    assert gate("--previous", "lowered.json").code == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("practices", lambda kept: kept["practices"].pop("1.1-1")),
        ("practices.9-9", lambda kept: kept["practices"].update({"9-9": 3})),
        ("practices.1.1-1", lambda kept: kept["practices"].update({"1.1-1": 6})),
        ("practices.1.1-1", lambda kept: kept["practices"].update({"1.1-1": "answered"})),
        ("domains", lambda kept: kept.update(domains=[])),
    ],
)
def test_a_kept_result_edited_by_hand_is_refused_at_its_place(
    lang: str, name: str, change: Any, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(EASY)
    write_answers()
    gate("--keep", "kept.json")
    kept = read("kept.json")
    change(kept)
    Path("edited.json").write_text(json.dumps(kept), encoding="utf-8")
    for option in ("--previous", "--keep"):
        done = gate(option, "edited.json", lang=lang)
        assert done.code == 3
        assert f": {name}: " in done.err
        assert done.err.startswith("edited.json:1:")


def test_an_earlier_result_is_taken_from_answers_and_forms(
    write_answers: Write, write_policy: Write, gate: Any, cssa_inline: Callable[..., Any]
) -> None:
    write_policy(RATCHET)
    write_answers()
    Path("answers.yaml").rename("last-year.yaml")
    form = ["form", "new", "-c", CHECKLIST, "--answers", "last-year.yaml", "-o", "last-year.xlsx"]
    assert cssa_inline(*form).code == 0
    for previous in ("last-year.yaml", "last-year.xlsx"):
        write_answers({"1.1-1": "4"})
        assert gate("--previous", previous).code == 0
        write_answers({"1.1-1": "2"})
        assert gate("--previous", previous).code == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_holds_no_result_is_refused_with_the_command_that_makes_one(
    lang: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy(RATCHET)
    write_answers()
    Path("other.yaml").write_text("schema: cssa.policy/1\nid: a\n", encoding="utf-8")
    done = gate("--previous", "other.yaml", lang=lang)
    assert done.code == 3
    assert "cssa score --format json" in done.err
    assert "--keep" in done.err


def test_what_fell_since_the_kept_result_is_named_first(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    low = {"1-1": "0", "2.1-1": "0", "2.1-2": "0"}
    write_policy("id: basics, on: {tier: basic}, max_below_target: 3")
    write_answers(low)
    assert gate("--keep", "kept.json").code == 0
    write_answers(low | {"1.1-1": "2"})
    named = {
        more: gate("-o", "json=-", *more).json["outcomes"][0]["practices"]
        for more in ((), ("--previous", "kept.json"))
    }
    assert named[()][0] != "1.1-1"
    assert named["--previous", "kept.json"][0] == "1.1-1"
    annotations = gate("-o", "github=-", "--previous", "kept.json").out.splitlines()
    assert [line for line in annotations if "::error" in line] == [annotations[2]]
    assert all("1.1-1" in line for line in annotations[1:])
    assert len(annotations) == 3
