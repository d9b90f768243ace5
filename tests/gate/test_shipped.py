"""The policies that ship: examples that load, and say that they are examples."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import TERMS

POLICY = """\
schema: cssa.policy/1
id: bank-a
rules:
  - {id: overall, on: overall, min_score: 1}
waivers:
"""
SHIPPED = ("example-basic3", "example-low", "example-medium", "example-high")


@pytest.fixture
def demo(root: Path) -> Path:
    """The answers that ``cssa demo`` writes."""
    return root / "templates" / "demo" / "answers.yaml"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_policy_is_called_an_example(
    name: str, lang: str, demo: Path, cssa_inline: Callable[..., Any]
) -> None:
    done = cssa_inline("gate", demo, "--policy", name, "--as-of", "2026-11-20", lang=lang)
    assert done.code in (0, 1)
    assert ("例・未承認" if lang == "ja" else "example, not approved") in done.out


def test_the_shipped_policies_are_these(root: Path) -> None:
    folder = root / "scoring" / "policies"
    assert {path.stem for path in folder.iterdir()} == set(SHIPPED)


def test_the_shipped_policies_rise_with_the_risk(
    demo: Path, cssa_inline: Callable[..., Any]
) -> None:
    unmet = []
    for name in ("example-low", "example-medium", "example-high"):
        done = cssa_inline(
            *("gate", demo, "--policy", name, "--as-of", "2026-11-20", "-o", "json=-")
        )
        unmet.append(sum(outcome["status"] == "unmet" for outcome in done.json["outcomes"]))
    assert unmet == sorted(unmet)
    assert unmet[0] < unmet[2]


def test_without_a_policy_the_first_example_is_taken(
    demo: Path, cssa_inline: Callable[..., Any]
) -> None:
    done = cssa_inline("gate", demo, "--as-of", "2026-11-20", "-o", "json=-")
    assert done.json["policy"]["id"] == "example-basic3"


def test_a_duty_by_law_of_the_shipped_checklist_cannot_be_waived(
    demo: Path, cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    checklist = cssa_inline("checklist", "show", "fsa-cyber-guideline", "--format", "json").json
    legal = [
        practice["id"]
        for domain in checklist["domains"]
        for part in (domain, *domain.get("sections", ()))
        for practice in part.get("practices", ())
        if practice.get("legal")
    ]
    assert legal
    for practice in legal:
        policy = write("policy.yaml", f"{POLICY}  - {{practice: {practice}, {TERMS}}}\n")
        done = cssa_inline("gate", demo, "--policy", policy)
        assert done.code == 3
        assert practice in done.err
