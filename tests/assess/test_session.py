"""What is asked, in which order, and what is still open."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.submission import Answer, Submission
from cssa.datafile.reader import read
from cssa.interview.session import PracticeFilter, Session, is_weak_reason

PROFILE = Path(__file__).resolve().parents[2] / "scoring" / "profile.yaml"
STATED = read(PROFILE.read_bytes(), "profile").value
FLAGS = [flag["id"] for flag in STATED["flags"]]
FACTORS = [factor["id"] for factor in STATED["factors"]]

TODAY = date(2026, 11, 20)
Make = Callable[..., Session]


def submission(answers: dict[str, Any], flags: dict[str, Any] | None = None) -> Submission:
    return Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": "fsa-cyber-guideline", "version": "2025-07-04"},
            "institution": {
                "id": "a",
                "name": "金庫",
                "sector": "shinkin",
                "profile": dict.fromkeys(FLAGS, True) | (flags or {}),
                "risk": {"factors": dict.fromkeys(FACTORS, "medium")},
            },
            "answers": answers,
        }
    )


@pytest.fixture
def make(edition: Any, workspace: Any) -> Make:
    def session(
        answers: dict[str, Any] | None = None,
        flags: dict[str, Any] | None = None,
        start: str | None = None,
        **narrowing: Any,
    ) -> Session:
        return Session(
            edition,
            submission(answers or {}, flags),
            workspace.criteria(),
            as_of=TODAY,
            narrowing=PracticeFilter(**narrowing),
            start=start,
        )

    return session


def test_a_sitting_goes_through_every_practice_in_checklist_order(make: Make, edition: Any) -> None:
    session = make()
    seen = []
    while session.position is not None:
        seen.append(session.position)
        session.advance()
    assert seen == list(edition.checklist.placed)
    assert session.back()
    assert session.position == seen[-1]


def test_the_basics_first_are_126(make: Make) -> None:
    assert len(make(tier="basic").queue) == 126


def test_domain_owner_and_tier_narrow_together(make: Make) -> None:
    session = make(domain="2.3", owner="it", tier="basic")
    placed = session.edition.checklist.placed
    assert session.queue
    for one in session.queue:
        assert placed[one].domain.id == "2.3"
        assert (placed[one].practice.owner, placed[one].practice.tier) == ("it", "basic")


def test_it_goes_on_where_it_stopped_and_comes_back_to_what_was_skipped(make: Make) -> None:
    session = make({"2.1.1-1": 3, "2.1.1-3": 3}, start="2.1.1-3")
    assert session.position == "2.1.1-4"
    assert session.unanswered()[0] == "2.1.1-2"
    everything = make(dict.fromkeys(make().queue, 3) | {"2.1.1-2": {"note": "?"}}, start="2.6-1")
    assert everything.position == "2.1.1-2"


def test_what_is_only_to_be_answered_stays_in_reach_after_it_is(make: Make) -> None:
    session = make({"2.1.1-1": 3}, only="unanswered")
    assert "2.1.1-1" not in session.queue
    session.submission = submission({"2.1.1-1": 3, "2.1.1-2": 3})
    session.advance()
    assert session.back()
    assert session.position == "2.1.1-2"


def test_below_target_takes_what_is_low_or_open_and_leaves_what_is_treated(make: Make) -> None:
    treated = {
        "level": 1,
        "treatment": {
            "kind": "accepted", "measure": "x", "approved_by": "CISO",
            "approved_on": "2026-03-01", "review_by": "2027-03-31",
        },
    }  # fmt: skip
    session = make({"2.1.1-1": 3, "2.1.1-2": 2, "2.1.1-3": treated}, only="below-target")
    assert session.queue[:2] == ["2.1.1-2", "2.1.1-4"]


def test_a_number_of_a_domain_or_section_leads_to_its_first_practice(make: Make) -> None:
    session = make()
    assert session.find_id("2.3.1-1") == "2.3.1-1"
    assert session.find_id("2.6") == "2.6-1"
    assert session.find_id("2.2.1") == "2.2.1-1"
    assert session.find_id("9") is None
    assert session.find_id("全体") is None


@pytest.mark.parametrize(
    "words", ["多要素認証", "multi-factor authentication", "ＭＵＬＴＩ-factor"]
)
def test_search_finds_in_both_languages_and_widths(make: Make, words: str) -> None:
    assert "2.3.1-5" in make().search(words)


def test_search_needs_every_word(make: Make) -> None:
    session = make()
    assert session.search("認証 ありえない言葉") == []
    assert session.search("  ") == []


def test_the_review_names_each_thing_once_under_its_reason(make: Make, edition: Any) -> None:
    required = next(
        placed.practice
        for placed in edition.checklist.placed.values()
        if any(point.required for point in placed.practice.points)
    )
    review = make(
        {
            "2.1.1-1": 2,
            "2.1.1-2": 4,
            "2.3.4.4-4": {"na": True, "reason": "なし"},
            "2.3.4.4-5": {"na": True, "reason": "外部からの接続を技術的に塞ぎ、年1回確かめている"},
            required.id: 3,
            "2.1.1-4": {"level": 3, "confirmed": False},
        }
    ).review()
    assert review.below_target == ("2.1.1-1",)
    assert review.no_evidence == ("2.1.1-2",)
    assert review.weak_reason == ("2.3.4.4-4",)
    assert review.open_points == (required.id,)
    assert review.unconfirmed == ("2.1.1-4",)
    assert "2.1.1-5" in review.unanswered


@pytest.mark.parametrize(
    "reason",
    ["なし", "該当なし", "N/A", "今年はなし", "今年度はインシデントがなかったため", "対象外。"],
)
def test_a_reason_that_says_nothing_is_weak(reason: str) -> None:
    assert is_weak_reason(reason)


def test_a_reason_that_can_be_followed_is_not() -> None:
    assert not is_weak_reason("無線LANの機器を持たず、設置も禁止している")


def test_a_change_of_the_profile_tells_what_goes_and_what_comes_back(make: Make) -> None:
    session = make(flags={"wireless_lan": True})
    before = session.submission
    session.submission = submission({}, {"wireless_lan": False})
    effect = session.scope_effect(before)
    assert effect.gone == ("2.3.4.4-4",)
    assert "2.3.4.4-4" not in session.queue
    again = session.submission
    session.submission = before
    assert session.scope_effect(again).back == ("2.3.4.4-4",)
    assert session.lost_basics(before.institution, "wireless_lan") == ("2.3.4.4-4",)


def test_progress_counts_by_domain_and_in_all(make: Make) -> None:
    session = make({"2.1.1-1": 3, "2.2.1-1": {"level": 0}, "2.1.1-2": {"note": "まだ"}})
    assert session.progress().done == 2
    assert session.progress("2.1").done == 1
    assert session.progress().of == 176


def test_a_question_that_depends_on_another_is_asked_only_then(make: Make, edition: Any) -> None:
    checklist = edition.checklist
    domain = checklist.domains[0]
    extra = {"kind": "single", "options": [{"id": "yes", "ja": "はい", "en": "yes"}], "scale": None}
    practice = domain.sections[0].practices[0]
    first = type(practice).model_validate(practice.model_dump() | extra | {"id": "x-1"})
    condition = {"asked_if": {"practice": "x-1", "any": ["yes"]}}
    second = type(practice).model_validate(first.model_dump() | condition | {"id": "x-2"})
    changed = domain.model_copy(update={"practices": (first, second)})
    fields = {name: getattr(checklist, name) for name in type(checklist).model_fields}
    whole = type(checklist)(**fields | {"domains": (changed, *checklist.domains[1:])})
    session = make()
    other = Session(
        edition.model_copy(update={"checklist": whole}),
        session.submission,
        session.criteria,
        as_of=TODAY,
    )
    assert other.queue[:2] == ["x-1", "2.1.1-1"]
    other.submission = session.submission.model_copy(
        update={"answers": {"x-1": Answer(choice="yes")}}
    )
    assert other.queue[:2] == ["x-1", "x-2"]
    assert other.is_answered("x-1")
