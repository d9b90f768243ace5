"""With a previous result, outputs begin with what fell, was left out or ran out since."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import AS_OF, CHECKLIST, HEAD, TERMS
from .test_formats import command

Write = Callable[..., None]
LANGS = ("ja", "en")
TREATMENT = (
    "treatment: {kind: alternative, measure: 監視, approved_by: 理事会, "
    "approved_on: 2026-04-01, review_by: DAY}"
)
RULES = (
    "id: proof, on: {domain: '1'}, evidence_within: P1M",
    "id: seen, on: {section: '2.1'}, reviewed_within: P1M",
    "id: fresh, on: overall, answered_within: P1M",
)


@pytest.fixture
def changed(write_answers: Write, write_policy: Write, gate: Any) -> Any:
    """A kept result of 6 November, and answers that have changed since; judged later."""
    evidence = "evidence: [{ref: 規程, date: 2026-11-01}]"
    proven = dict.fromkeys(("1-1", "1.1-1", "1.1-3", "1.1-a", "1.2-a"), f"{{level: 3, {evidence}}}")
    treated = f"{{level: 3, {evidence}, {TREATMENT.replace('DAY', '2026-11-10')}}}"
    review = "review: [{line: 2, level: 3, by: 統括部, on: 2026-11-01}]"
    seen = {"2.1-1": f"{{level: 3, {review}}}", "2.1-2": f"{{level: 3, {review}}}"}
    before = proven | seen | {"1.1-2": treated}
    write_answers(before)
    write_policy(*RULES, waivers=(f"practice: 2.1-2, {TERMS}".replace("2027-03-31", "2026-11-15"),))
    assert gate("--as-of", "2026-11-06", "--keep", "kept.json").code == 0
    write_answers(
        before
        | {
            "1.1-1": f"{{level: 2, {evidence}}}",
            "1.1-3": "{note: 未定}",
            "1-1": "{na: true, reason: 使わない}",
            "1.2-a": "{not_adopted: true, reason: 採らない}",
        }
    )
    return lambda *more, **options: gate(
        "--as-of", "2026-12-10", "--previous", "kept.json", *more, **options
    )


def test_the_verdict_says_what_is_worse_and_why(changed: Any) -> None:
    changes = changed("-o", "json=-").json["changes"]
    assert changes["since"] == "2026-11-06"
    found = [(one["kind"], one["subject"], one["condition"]) for one in changes["items"]]
    assert found == [
        ("fell", "1.1-1", None),
        ("became_unanswered", "1.1-3", None),
        ("became_not_applicable", "1-1", None),
        ("became_not_adopted", "1.2-a", None),
        ("treatment_ended", "1.1-2", None),
        ("waiver_expired", "2.1-2", None),
        ("ran_out", "1", "evidence_within"),
        ("ran_out", "2.1", "reviewed_within"),
        ("ran_out", "overall", "answered_within"),
    ]
    evidence = changes["items"][6]
    assert set(evidence["practices"]) == {"1.1-1", "1.1-2", "1.1-a"}


@pytest.mark.parametrize("lang", LANGS)
def test_it_stands_before_everything_that_is_not_met(lang: str, changed: Any) -> None:
    heading = {
        "ja": "前回の結果（2026-11-06）からの後退：9件",
        "en": "Worse than in the previous result (2026-11-06): 9",
    }[lang]
    unmet = {"ja": "未充足：", "en": "Not met: "}[lang]
    text = changed(lang=lang).out
    assert text.index(heading) < text.index(unmet)
    assert "answers.yaml:7:" in text[text.index(heading) : text.index(unmet)]
    markdown = changed("-o", "markdown=-", lang=lang).out.replace("\\", "")
    assert markdown.index(f"### {heading}") < markdown.index(f"### {unmet}")
    commands = [command(line) for line in changed("-o", "github=-", lang=lang).out.splitlines()]
    kind, params, words = commands[1]
    assert (kind, params["title"]) == ("warning", heading)
    assert len(words.splitlines()) == 9


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_worse_is_said_as_well_and_nothing_without_a_previous_result(
    lang: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": "2"})
    write_policy("id: low, on: overall, min_score: 1")
    assert gate("--keep", "kept.json").code == 0
    write_answers()
    words = {"ja": "後退したものはありません", "en": "Nothing is worse"}[lang]
    assert words in gate("--previous", "kept.json", lang=lang).out
    assert words not in gate(lang=lang).out
    assert gate("-o", "json=-").json["changes"] is None
    assert Path("kept.json").exists()


def test_without_levels_nothing_is_said_to_be_no_worse(
    folder: Path, write_policy: Write, cssa_inline: Callable[..., Any]
) -> None:
    write_policy("id: full, on: overall, min_coverage: 1")
    answers = HEAD.replace('gate-cases, version: "1"', 'tlpt, version: "2025-06"')
    (folder / "answers.yaml").write_text(f"{answers}answers:\n  0-1: assessment\n", "utf-8")
    options = ("answers.yaml", "--policy", "policy.yaml", "--as-of", AS_OF)
    assert cssa_inline("gate", *options, "--keep", "kept.json").code == 1
    done = cssa_inline("gate", *options, "--previous", "kept.json")
    assert done.code == 1, done.err
    assert "previous result" not in done.out


def test_what_ran_out_before_the_previous_result_is_not_new(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    ended = f"{{level: 3, {TREATMENT.replace('DAY', '2026-10-10')}}}"
    write_answers({"1.1-2": ended})
    expired = f"practice: 2.1-2, {TERMS}".replace("2027-03-31", "2026-10-15")
    write_policy("id: proof, on: {domain: '1'}, evidence_within: P1M", waivers=(expired,))
    assert gate("--keep", "kept.json").code == 1
    changes = gate("--previous", "kept.json", "-o", "json=-").json["changes"]
    assert changes["items"] == []


@pytest.mark.parametrize("scored", [True, False])
def test_treatments_are_judged_where_there_are_scores(
    scored: bool, write_answers: Write, write_policy: Write, cssa_inline: Callable[..., Any]
) -> None:
    shutil.copytree(CHECKLIST, "checklist")
    with Path("checklist/checklist.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"scored: {str(scored).lower()}\n")
    write_answers({"1.1-2": f"{{level: 3, {TREATMENT.replace('DAY', '2027-01-31')}}}"})
    write_policy("id: full, on: overall, min_coverage: 1")
    options = ("--policy", "policy.yaml", "-c", "checklist", "--as-of", AS_OF, "-o", "json=-")
    done = cssa_inline("gate", "answers.yaml", *options)
    assert done.code == 0, done.err
    statuses = [treatment["status"] for treatment in done.json["treatments"]]
    assert statuses == (["in_force"] if scored else [])
