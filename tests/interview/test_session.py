"""Which practices are asked, in which order, and which are still open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.submission import Answer, Submission
from cssa.datafile.reader import read
from cssa.interview.answer_hints import answer_hints
from cssa.interview.dialogue import Dialogue
from cssa.interview.final_review import is_weak_reason
from cssa.interview.overview import Overview
from cssa.interview.session import PracticeFilter, Session
from cssa.messages import message

from .conftest import ScriptedPrompter

PROFILE_FILE = Path(__file__).resolve().parents[2] / "scoring" / "profile.yaml"
PROFILE = read(PROFILE_FILE.read_bytes(), "profile").value
FLAGS = [flag["id"] for flag in PROFILE["flags"]]
FACTORS = [factor["id"] for factor in PROFILE["factors"]]

TODAY = date(2026, 11, 20)
NewSession = Callable[..., Session]


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
def new_session(edition: Any, workspace: Any) -> NewSession:
    def new(
        answers: dict[str, Any] | None = None,
        flags: dict[str, Any] | None = None,
        bookmark: str | None = None,
        **practice_filter: Any,
    ) -> Session:
        return Session(
            edition,
            submission(answers or {}, flags),
            workspace.criteria(edition.checklist),
            as_of=TODAY,
            practice_filter=PracticeFilter(**practice_filter),
            bookmark=bookmark,
        )

    return new


def test_an_interview_goes_through_every_practice_in_checklist_order(
    new_session: NewSession, edition: Any
) -> None:
    session = new_session()
    seen = []
    while session.current_id is not None:
        seen.append(session.current_id)
        session.advance()
    assert seen == list(edition.checklist.placed)
    assert session.go_back()
    assert session.current_id == seen[-1]


def test_the_basics_first_are_126(new_session: NewSession) -> None:
    assert len(new_session(tier="basic").queue) == 126


def test_domain_owner_and_tier_filter_together(new_session: NewSession) -> None:
    session = new_session(domain="2.3", owner="it", tier="basic")
    placed = session.edition.checklist.placed
    assert session.queue
    for practice_id in session.queue:
        practice = placed[practice_id].practice
        assert placed[practice_id].domain.id == "2.3"
        assert (practice.owner, practice.tier) == ("it", "basic")


def test_it_goes_on_where_it_stopped_and_comes_back_to_what_was_skipped(
    new_session: NewSession,
) -> None:
    session = new_session({"2.1.1-1": 3, "2.1.1-3": 3}, bookmark="2.1.1-3")
    assert session.current_id == "2.1.1-4"
    assert session.unanswered()[0] == "2.1.1-2"
    all_but_one = new_session(
        dict.fromkeys(new_session().queue, 3) | {"2.1.1-2": {"note": "?"}}, bookmark="2.6-1"
    )
    assert all_but_one.current_id == "2.1.1-2"


def test_what_is_only_to_be_answered_stays_in_reach_after_it_is(new_session: NewSession) -> None:
    session = new_session({"2.1.1-1": 3}, only="unanswered")
    assert "2.1.1-1" not in session.queue
    session.submission = submission({"2.1.1-1": 3, "2.1.1-2": 3})
    session.advance()
    assert session.go_back()
    assert session.current_id == "2.1.1-2"


def test_below_target_asks_low_accepted_and_unanswered_practices_but_no_replaced_ones(
    new_session: NewSession,
) -> None:
    treatment = {
        "measure": "月次の点検で補う", "approved_by": "リスク管理委員会",
        "approved_on": "2026-03-01", "review_by": "2027-02-28",
    }  # fmt: skip
    replaced, accepted = (
        {"level": 1, "treatment": treatment | {"kind": kind}}
        for kind in ("alternative", "accepted")
    )
    answers = {"2.1.1-1": 3, "2.1.1-2": 2, "2.1.1-3": replaced, "2.1.1-4": accepted}
    session = new_session(answers, only="below-target")
    assert session.queue[:3] == ["2.1.1-2", "2.1.1-4", "2.1.1-5"]


@pytest.mark.parametrize(
    ("practice", "treatment", "hint"),
    [
        ("2.1.1-1", {}, "target"),
        ("2.1.1-1", {"review_by": "2027-03-31"}, "accepted"),
        ("2.1.1-1", {"review_by": "2026-06-30"}, "below"),  # expired
        ("2.5.2.3-3", {}, "below"),  # a legal obligation, which no treatment excuses
        ("2.5.2.3-3", {"review_by": "2027-03-31"}, "below"),
    ],
)
def test_a_treatment_is_proposed_only_where_it_would_have_an_effect(
    new_session: NewSession, practice: str, treatment: dict[str, str], hint: str
) -> None:
    recorded: dict[str, Any] = {"level": 1}
    if treatment:
        recorded["treatment"] = {
            "kind": "accepted",
            "measure": "更改まで受け入れる",
            "approved_by": "リスク管理委員会",
            "approved_on": "2026-04-01",
            **treatment,
        }
    session = new_session({practice: recorded})
    answer = session.answer(practice)
    assert answer is not None
    asked = session.edition.checklist.placed[practice].practice
    codes = [each.code for each in answer_hints(session, asked, answer)]
    assert codes[0] == f"assess.hint.{hint}"


def test_a_number_of_a_domain_or_section_leads_to_its_first_practice(
    new_session: NewSession,
) -> None:
    session = new_session()
    assert session.find_by_number("2.3.1-1") == "2.3.1-1"
    assert session.find_by_number("2.6") == "2.6-1"
    assert session.find_by_number("2.2.1") == "2.2.1-1"
    assert session.find_by_number("9") is None
    assert session.find_by_number("全体") is None


@pytest.mark.parametrize(
    "words", ["多要素認証", "multi-factor authentication", "ＭＵＬＴＩ-factor"]
)
def test_search_finds_in_both_languages_and_widths(new_session: NewSession, words: str) -> None:
    assert "2.3.1-5" in new_session().search(words)


def test_search_needs_every_word(new_session: NewSession) -> None:
    session = new_session()
    assert session.search("認証 ありえない言葉") == []
    assert session.search("  ") == []


def test_the_review_names_each_thing_once_under_its_reason(
    new_session: NewSession, edition: Any
) -> None:
    required = next(
        placed.practice
        for placed in edition.checklist.placed.values()
        if any(point.required for point in placed.practice.points)
    )
    review = new_session(
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
def test_a_reason_without_content_is_weak(reason: str) -> None:
    assert is_weak_reason(reason)


def test_a_reason_that_can_be_followed_is_not() -> None:
    assert not is_weak_reason("無線LANの機器を保有せず、設置も禁止している")


def test_a_change_of_the_profile_removes_practices_from_scope_and_adds_them_again(
    new_session: NewSession,
) -> None:
    session = new_session(flags={"wireless_lan": True})
    before = session.submission
    session.submission = submission({}, {"wireless_lan": False})
    effect = session.scope_effect(before)
    assert effect.removed == ("2.3.4.4-4",)
    assert "2.3.4.4-4" not in session.queue
    without_wireless = session.submission
    session.submission = before
    assert session.scope_effect(without_wireless).added == ("2.3.4.4-4",)
    assert session.basics_out_of_scope(before.institution, "wireless_lan") == ("2.3.4.4-4",)


def test_a_search_where_nothing_is_left_to_ask_says_how_to_go_to_a_practice(
    new_session: NewSession,
) -> None:
    answers = dict.fromkeys(new_session().queue, 3)
    del answers["2.3.4.4-4"]
    session = new_session(answers, {"wireless_lan": True}, only="unanswered")
    assert session.queue == ["2.3.4.4-4"]
    before = session.submission
    session.submission = submission(answers, {"wireless_lan": False})
    session.scope_effect(before)
    assert session.queue == []
    prompter = ScriptedPrompter()
    Overview(Dialogue(prompter, "en", TODAY), session, lambda _: None).search("MFA")
    assert message("en", "assess.jump_hint", {"example": "2.1.1-1"}) in prompter.shown


def test_progress_counts_by_domain_and_in_all(new_session: NewSession) -> None:
    session = new_session({"2.1.1-1": 3, "2.2.1-1": {"level": 0}, "2.1.1-2": {"note": "まだ"}})
    assert session.progress().answered == 2
    assert session.progress("2.1").answered == 1
    assert session.progress().total == 176


def test_a_question_that_depends_on_another_is_asked_only_then(
    new_session: NewSession, edition: Any
) -> None:
    checklist = edition.checklist
    domain = checklist.domains[0]
    extra = {"kind": "single", "options": [{"id": "yes", "ja": "はい", "en": "yes"}], "scale": None}
    practice = domain.sections[0].practices[0]
    first = type(practice).model_validate(
        practice.model_dump(by_alias=True) | extra | {"id": "x-1"}
    )
    condition = {"asked_if": {"practice": "x-1", "any": ["yes"]}}
    second = type(practice).model_validate(
        first.model_dump(by_alias=True) | condition | {"id": "x-2"}
    )
    changed = domain.model_copy(update={"practices": (first, second)})
    fields = {name: getattr(checklist, name) for name in type(checklist).model_fields}
    extended = type(checklist)(**fields | {"domains": (changed, *checklist.domains[1:])})
    session = new_session()
    extended_session = Session(
        replace(edition, checklist=extended),
        session.submission,
        session.criteria,
        as_of=TODAY,
    )
    assert extended_session.queue[:2] == ["x-1", "2.1.1-1"]
    extended_session.submission = session.submission.model_copy(
        update={"answers": {"x-1": Answer(choice="yes")}}
    )
    assert extended_session.queue[:2] == ["x-1", "x-2"]
    assert extended_session.is_answered("x-1")


CARRIED = {
    "2.1.1-1": {"level": 3, "confirmed": False},
    "2.1.1-2": {
        "level": 3,
        "evidence": [{"ref": "minutes", "date": "2025-05-01"}],
        "confirmed": False,
        "carried": {"from": ["2.1.1-2", "2.1.1-9"], "changes": ["reworded", "merged"]},
    },
    "2.1.1-3": {"note": "kept", "confirmed": False},
    "2.1.1-4": 3,
}


def test_only_what_was_carried_over_is_asked_until_it_is_confirmed(new_session: NewSession) -> None:
    session = new_session(CARRIED, only="unconfirmed")
    assert session.queue == ["2.1.1-1", "2.1.1-2", "2.1.1-3"]
    assert session.current_id == "2.1.1-1"
    assert session.progress().answered == 0
    confirmation = session.confirmation("2.1.1-1")
    assert confirmation is not None
    answers = {**session.submission.answers, "2.1.1-1": confirmation.confirmed}
    session.submission = session.submission.model_copy(update={"answers": answers})
    assert session.confirmation("2.1.1-1") is None
    assert (session.progress().answered, session.progress().total) == (1, 3)
    session.advance()
    assert session.current_id == "2.1.1-2"
    assert session.skipped() == []
    again = new_session(CARRIED | {"2.1.1-1": 3}, bookmark="2.1.1-3", only="unconfirmed")
    assert (again.current_id, again.skipped()) == ("2.1.1-3", ["2.1.1-2"])


def test_a_confirmation_says_what_changed_and_what_is_doubtful(new_session: NewSession) -> None:
    session = new_session(CARRIED)
    confirmation = session.confirmation("2.1.1-2")
    assert confirmation is not None
    assert confirmation.kinds == ("reworded", "merged")
    assert [doubt.code for doubt in confirmation.doubts] == ["carried_merged"]
    assert confirmation.old_evidence == (date(2025, 5, 1), "P1Y")
    assert confirmation.confirmed is not None
    assert (confirmation.confirmed.confirmed, confirmation.confirmed.carried) == (True, None)


def test_what_was_carried_over_without_an_answer_is_not_confirmed_but_answered(
    new_session: NewSession,
) -> None:
    confirmation = new_session(CARRIED).confirmation("2.1.1-3")
    assert confirmation is not None
    assert confirmation.confirmed is None
    assert new_session(CARRIED).confirmation("2.1.1-4") is None


def test_last_years_answers_are_those_to_what_was_asked_then(
    new_session: NewSession,
) -> None:
    session = new_session(CARRIED)
    session.previous_answers = {
        name: Answer(level=level)
        for name, level in (("2.1.1-2", 4), ("2.1.1-9", 3), ("2.1.1-4", 2))
    }
    levels = {
        name: {asked: answer.level for asked, answer in session.previous(name).items()}
        for name in ("2.1.1-1", "2.1.1-2", "2.1.1-4")
    }
    assert levels == {
        "2.1.1-1": {},
        "2.1.1-2": {"2.1.1-2": 4, "2.1.1-9": 3},
        "2.1.1-4": {"2.1.1-4": 2},
    }
