"""Options for those who begin: a trial without an exit code, quiet runs, names for standard input."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import AS_OF, CHECKLIST

Write = Callable[..., None]
LANGS = ("ja", "en")


@pytest.fixture
def unmet(write_answers: Write, write_policy: Write) -> None:
    """Answers that miss their policy."""
    write_answers({"1.1-1": "2"})
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")


@pytest.mark.usefixtures("unmet")
def test_exit_zero_changes_the_exit_code_of_unmet_alone(gate: Any) -> None:
    done = gate("--exit-zero", "-o", "gate.json", "-o", "text=-")
    assert done.code == 0
    assert "not met" in done.out
    assert '"met": false' in Path("gate.json").read_text("utf-8")
    Path("policy.yaml").write_text("x: [", encoding="utf-8")
    assert gate("--exit-zero").code == 3


def test_quiet_shows_nothing_where_the_policy_is_met(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")
    done = gate("--quiet", "-o", "gate.xml")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert "<testsuites" in Path("gate.xml").read_text("utf-8")
    assert gate("--quiet", "-o", "json=-").json["met"] is True, "what is named is written"
    done = gate("--quiet", "--keep", "kept.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path("kept.json").exists()


def test_quiet_says_nothing_of_the_example_that_judges(
    write_answers: Write, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    write_answers()
    options = ("answers.yaml", "--checklist", CHECKLIST, "--as-of", AS_OF)
    assert "a shipped example" in cssa_inline("gate", *options).err
    done = cssa_inline("gate", *options, "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.usefixtures("unmet")
def test_quiet_shows_what_is_not_met(gate: Any, write_answers: Write) -> None:
    assert "not met" in gate("--quiet").out
    Path("low.yaml").write_text(Path("answers.yaml").read_text("utf-8"), encoding="utf-8")
    write_answers()
    done = gate("--quiet", "low.yaml")
    assert done.code == 1
    assert "low.yaml" in done.out
    assert "answers.yaml" not in done.out


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("unmet")
def test_answers_on_standard_input_have_the_name_that_is_given(lang: str, gate: Any) -> None:
    data = Path("answers.yaml").read_bytes()
    options: dict[str, Any] = {"answers": "-", "stdin": data, "lang": lang}
    name = ("--stdin-filename", "banks/shiokaze.yaml")
    assert "banks/shiokaze.yaml:7:3" in gate(*name, **options).out
    verdict = gate(*name, "-o", "json=-", **options).json
    assert verdict["run"]["answers"] == "banks/shiokaze.yaml"
    done = gate(*name, **(options | {"stdin": data.replace(b"1.1-1: 2", b"1.1-1: 9")}))
    assert done.code == 3
    assert done.err.startswith("banks/shiokaze.yaml:7:")


def test_the_name_of_standard_input_finds_its_settings(
    write_answers: Write, write_policy: Write, cssa_inline: Callable[..., Any]
) -> None:
    write_answers()
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")
    Path("cssa.yaml").write_text(
        "schema: cssa.settings/1\nassessments:\n"
        f"  - {{answers: answers.yaml, policy: policy.yaml, checklist: {CHECKLIST}}}\n",
        encoding="utf-8",
    )
    data = Path("answers.yaml").read_bytes()
    name = ("--stdin-filename", "answers.yaml", "--as-of", AS_OF)
    done = cssa_inline("gate", "-", *name, "-o", "json=-", stdin=data)
    assert done.code == 0, done.err
    assert done.json["policy"]["id"] == "bank-a"


@pytest.mark.parametrize(
    ("period", "day", "code"),
    [
        ("P14D", "2026-11-20", 0),
        ("P2W", "2026-11-20", 0),
        ("P2W", "2026-11-21", 1),
        ("P13D", "2026-11-20", 1),
        ("P999D", "2026-11-20", 0),
    ],
)
def test_a_period_may_be_in_weeks_or_days(
    period: str, day: str, code: int, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(f"id: fresh, on: overall, answered_within: {period}")
    assert gate("--as-of", day).code == code


@pytest.mark.parametrize("period", ["P0D", "P1M2W", "P1000D", "P1W3D", "PT1H", "P"])
def test_other_periods_are_refused(
    period: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy(f"id: fresh, on: overall, answered_within: {period}")
    done = gate()
    assert done.code == 3
    assert "P30D" in done.err


@pytest.mark.parametrize(("lang", "words"), [("ja", "14日"), ("en", "14 days")])
def test_a_period_in_weeks_is_worded_in_days(
    lang: str, words: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: fresh, on: overall, answered_within: P2W")
    assert words in gate("--as-of", "2026-12-20", lang=lang).out
