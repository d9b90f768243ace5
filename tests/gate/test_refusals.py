"""What the gate refuses, and with which exit code."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import HEAD, POLICY, TERMS

RULE = "id: mfa, on: {practice: 1.1-1}, min_level: 3"

REFUSED = {
    "an unknown practice": (["id: a, on: {practice: 1.1-9}, min_level: 3"], [], "6:28", "1.1-9"),
    "an unknown domain": (['id: a, on: {domain: "9"}, min_score: 3'], [], "6:26", "9"),
    "an unknown section": (['id: a, on: {section: "9.1"}, min_score: 3'], [], "6:27", "9.1"),
    "a waiver of an unknown practice": ([RULE], [f"practice: 1.1-9, {TERMS}"], "8:16", "1.1-9"),
    "a waiver of an unknown rule": ([RULE], [f"rule: mfaa, {TERMS}"], "8:12", "mfa"),
    "a waiver of a duty by law": ([RULE], [f"practice: 1.1-3, {TERMS}"], "8:16", "1.1-3"),
    "a waiver of a rule on a duty by law": (
        ["id: law, on: {practice: 1.1-3}, min_level: 3"],
        [f"rule: law, {TERMS}"],
        "8:12",
        "1.1-3",
    ),
    "an approver who is the owner": (
        [RULE],
        [f"practice: 1.1-1, {TERMS.replace('常務理事', '　システム 課長 ')}"],
        "8:5",
        "システム課長",
    ),
    "a waiver of neither practice nor rule": ([RULE], [TERMS], "8:5", "practice"),
    "a waiver of both practice and rule": (
        [RULE],
        [f"practice: 1.1-1, rule: mfa, {TERMS}"],
        "8:5",
        "practice",
    ),
    "a waiver without a residual risk": (
        [RULE],
        [f"practice: 1.1-1, {TERMS.replace('residual_risk: 小さい, ', '')}"],
        "8:5",
        "residual_risk",
    ),
    "a waiver without an end": (
        [RULE],
        [f"practice: 1.1-1, {TERMS.rpartition(',')[0]}"],
        "8:5",
        "expires",
    ),
    "a rule that demands nothing": (["id: a, on: overall"], [], "6:5", "min_score"),
    "two rules of one id": ([RULE, RULE], [], "7:10", "mfa"),
    "two scopes in one rule": (
        ['id: a, on: {domain: "1", tier: basic}, min_score: 3'],
        [],
        "6:17",
        "tier",
    ),
    "a score above the scale": (["id: a, on: overall, min_score: 5.1"], [], "6:37", "5"),
    "a score that is no number": (["id: a, on: overall, min_score: .nan"], [], "6:37", "nan"),
    "a share above one": (["id: a, on: overall, min_coverage: 98"], [], "6:40", "1"),
    "a level between levels": (["id: a, on: overall, min_level: 2.5"], [], "6:37", "2.5"),
    "a period that is none": (["id: a, on: overall, answered_within: 1 year"], [], "6:43", "P1Y"),
    "no rule": ([], [], "5:8", "1"),
    "a scope misspelt": (["id: a, on: all, min_level: 2"], [], "6:17", "overall"),
    "a condition misspelt": (["id: a, on: overall, min_scores: 3"], [], "6:26", "min_scores"),
}


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("what", REFUSED)
def test_a_wrong_policy_is_refused_at_its_place(
    what: str,
    lang: str,
    write_answers: Callable[..., None],
    write_policy: Callable[..., None],
    gate: Any,
) -> None:
    rules, waivers, place, word = REFUSED[what]
    write_answers()
    write_policy(*rules, waivers=tuple(waivers))
    done = gate(lang=lang)
    assert done.code == 3
    assert done.out == ""
    assert f"policy.yaml:{place}: " in done.err
    assert word in done.err
    assert len(done.err.splitlines()) == 1


def test_a_near_miss_is_suggested(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_answers()
    write_policy("id: a, on: {practice: 1.1-01}, min_level: 3")
    assert 'Did you mean "1.1-1"?' in gate().err


@pytest.mark.parametrize(
    "content", [b"", b"\n# nothing\n", b"rules: [", b"[]", b"\xff\xfe", b"- " * 200]
)
@pytest.mark.parametrize("name", ["answers.yaml", "policy.yaml"])
def test_a_file_that_cannot_be_read_is_exit_3(
    name: str,
    content: bytes,
    write_answers: Callable[..., None],
    write_policy: Callable[..., None],
    gate: Any,
    folder: Path,
) -> None:
    write_answers()
    write_policy(RULE)
    (folder / name).write_bytes(content)
    done = gate()
    assert done.code == 3
    assert name in done.err
    assert done.out == ""


def test_no_answer_at_all_is_exit_4_and_json_is_written(
    write_policy: Callable[..., None], gate: Any, folder: Path
) -> None:
    (folder / "answers.yaml").write_text(f"{HEAD}answers: {{}}\n", encoding="utf-8")
    write_policy(RULE)
    done = gate("-o", "json=-")
    assert done.code == 4
    assert done.json["met"] is False


def test_no_answer_at_all_is_exit_4_and_not_met_though_every_rule_is_met(
    write_policy: Callable[..., None], gate: Any, folder: Path
) -> None:
    (folder / "answers.yaml").write_text(f"{HEAD}answers: {{}}\n", encoding="utf-8")
    write_policy("id: fresh, on: overall, answered_within: P1Y")
    done = gate("-o", "json=-")
    assert done.code == 4
    assert done.json["met"] is False
    assert done.json["reason"] == "nothing_assessed"


def test_an_unknown_policy_names_those_there_are(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_answers()
    write_policy(RULE)
    done = gate("--policy", "example-basic4")
    assert done.code == 3
    assert "example-basic3" in done.err


@pytest.mark.parametrize(
    ("option", "word"),
    [
        ("report.pdf", "report.pdf"),
        ("pdf=report", "pdf=report"),
        ("json=", "json="),
        ("junit", "junit"),
    ],
)
def test_a_format_that_is_not_known_is_wrong_usage(
    option: str,
    word: str,
    write_answers: Callable[..., None],
    write_policy: Callable[..., None],
    gate: Any,
) -> None:
    write_answers()
    write_policy(RULE)
    done = gate("-o", option)
    assert done.code == 2
    assert word in done.err


def test_two_formats_on_standard_output_are_wrong_usage(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_answers()
    write_policy(RULE)
    assert gate("-o", "json=-", "-o", "github=-").code == 2


def test_a_file_that_cannot_be_written_is_exit_74(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_answers()
    write_policy(RULE)
    assert gate("-o", "json=no/such/folder.json").code == 74


def test_a_policy_without_approval_is_called_an_example_in_every_format(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_answers()
    unapproved = POLICY.replace("approved_by: 理事会\n", "")
    to_come = POLICY.replace("2026-04-01", "2026-11-21")
    for head in (unapproved, to_come):
        write_policy(RULE, head=head)
        for name in ("text", "markdown", "junit", "sarif", "github"):
            assert "例・未承認" in gate("-o", f"{name}=-", lang="ja").out
        assert gate("-o", "json=-").json["policy"]["approved"] is False
