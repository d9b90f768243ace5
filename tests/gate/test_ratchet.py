"""The kept result: what it refuses, how it is kept, and how it is lowered knowingly."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import AS_OF, CHECKLIST, HEAD

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
    assert read("kept.json")["domains"][0]["exact"] == "13/4"
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
    done = gate("--previous", "all.json", "--keep", "kept.json", "--scheme", "all-practices")
    assert done.code == 1
    assert "kept.json" in done.err


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
    assert [line for line in annotations if "::error" in line] == [annotations[1]]
    assert "1.1-1" in annotations[1]
    assert len(annotations) == 2
