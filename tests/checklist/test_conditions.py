"""What is said once for many practices reaches each of them."""

from collections.abc import Callable
from typing import Any

import pytest

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Conditions
from cssa.workspace import Workspace

WORDS = {"ja": "語", "en": "word"}


def practice(practice_id: str, tier: str, **more: Any) -> dict[str, Any]:
    return {
        "id": practice_id, "tier": tier, "scale": "technical", "title": WORDS, "question": WORDS,
        "owner": "it", **more,
    }  # fmt: skip


def said(text: str, *tiers: str) -> dict[str, Any]:
    return {"ja": text, "en": text, **({"tiers": list(tiers)} if tiers else {})}


@pytest.fixture
def nested() -> Checklist:
    """A domain with nested sections, the inner one first, of which one speaks of a tier alone."""
    own = said("own")
    domain = {
        "domain": "1",
        "title": WORDS,
        "conditions": said("domain"),
        "practices": [practice("1-1", "basic")],
        "sections": [
            {
                "id": "1.2.3",
                "title": WORDS,
                "conditions": said("inner"),
                "practices": [
                    practice("1.2.3-1", "basic", conditions=own),
                    practice("1.2.3-a", "desirable"),
                ],
            },
            {"id": "1.2", "title": WORDS, "conditions": said("outer", "basic")},
            {
                "id": "1.20",
                "title": WORDS,
                "conditions": said("other"),
                "practices": [practice("1.20-1", "basic")],
            },
        ],
    }
    plain = {"id": "own", "version": "1", "revision": 1, "title": WORDS, "domains": [domain]}
    return Checklist.model_validate(plain)


def test_conditions_reach_every_practice_below_outermost_first(nested: Checklist) -> None:
    assert {
        name: [text.get("en") for text in placed.conditions]
        for name, placed in nested.placed.items()
    } == {
        "1-1": ["domain"],
        "1.2.3-1": ["domain", "outer", "inner", "own"],
        "1.2.3-a": ["domain", "inner"],
        "1.20-1": ["domain", "other"],
    }


def test_conditions_of_no_tier_in_particular_speak_of_both() -> None:
    assert Conditions.model_validate(said("all")).tiers == ()


CHAPEAUX = [("2.5.2.4-2", True), ("2.2.1.2-1", True), ("2.4.1-5", True), ("2.4.1-a", False)]


@pytest.mark.parametrize(("practice_id", "is_shown"), CHAPEAUX)
def test_a_chapeau_is_shown_where_the_practice_is(
    practice_id: str, is_shown: bool, cssa_inline: Callable[..., Any], answers: Callable[..., Any]
) -> None:
    checklist = Workspace().edition("fsa-cyber-guideline").checklist
    section = checklist.placed[practice_id].section
    assert section is not None
    above = next(
        part.conditions
        for part in checklist.placed[practice_id].domain.sections
        if part.conditions and section.id.startswith(part.id)
    )
    start = above.get("ja")[:20]
    shown = cssa_inline("checklist", "show", "fsa-cyber-guideline", practice_id, lang="ja").out
    path = answers(f"{practice_id}: 1")
    explained = cssa_inline("explain", path, practice_id, lang="ja").out
    assert cssa_inline("report", path, "-o", path.with_suffix(".html"), lang="ja").code == 0
    report = path.with_suffix(".html").read_text("utf-8")
    item = report[report.index(f'id="p-{practice_id}"') :].partition("</li>")[0]
    for text in (shown, explained, item):
        assert (start in text.replace("\n  ", "")) is is_shown
