"""Finding practices, sub-sectors and what comes next."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.interview.drafts import Drafts
from cssa.interview.listed_search import find_listed, is_part_of_name
from cssa.interview.session import Session
from cssa.interview.what_if import level_effects

from .test_session import submission

TODAY = date(2026, 11, 20)


@pytest.fixture
def session(edition: Any, workspace: Any) -> Session:
    answers = {"2.1.1-1": 3, "2.1.1-2": 1, "2.2.1-1": 2}
    criteria = workspace.criteria(edition.checklist)
    return Session(edition, submission(answers), criteria, as_of=TODAY)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("MFA", "多要素認証"),
        ("ＭＦＡ", "mfa"),
        ("EDR", "マルウェア対策"),
        ("PAM", "特権"),
        ("ｸﾗｳﾄﾞ", "クラウド"),
    ],
)
def test_an_abbreviation_finds_what_its_words_find(session: Session, words: str, same: str) -> None:
    assert session.search(words)
    assert set(session.search(same)) <= set(session.search(words))


def test_a_number_finds_its_practices_first(session: Session) -> None:
    assert session.search("2.3.1")[0].startswith("2.3.1")
    assert session.search("2.1.1-1")[0] == "2.1.1-1"


def test_a_part_of_a_japanese_word_is_found(session: Session) -> None:
    assert session.search("ぜい弱") or session.search("脆弱")
    assert session.search("zzzz") == []
    assert session.search("  ") == []


def test_back_and_forward_go_through_what_was_shown(session: Session) -> None:
    session.go_to("2.1.1-1")
    session.go_to("2.6-8")
    session.advance()
    after = session.current_id
    session.go_back()
    assert session.current_id == "2.6-8"
    session.go_back()
    assert session.current_id == "2.1.1-1"
    session.go_forward()
    session.go_forward()
    assert session.current_id == after
    assert not session.go_forward()


def test_back_from_where_it_began_is_gone_forward_from_too(session: Session) -> None:
    session.current_id = "2.1.1-3"
    assert session.go_back()
    assert session.go_back()
    assert session.current_id == "2.1.1-1"
    assert not session.go_back()
    assert session.go_forward()
    assert session.go_forward()
    assert session.current_id == "2.1.1-3"
    assert not session.go_forward()


def test_next_goes_round(session: Session) -> None:
    session.go_to("2.1.1-1")
    assert session.next_below_target() == "2.1.1-2"
    session.go_to("2.2.1-1")
    assert session.next_below_target() == "2.1.1-2"
    session.go_to(session.unanswered()[-1])
    assert session.next_unanswered() == session.unanswered()[0]


def test_what_if_rises_with_the_level_and_changes_no_answer(session: Session) -> None:
    effects = level_effects(session, "2.1.1-2")
    assert [effect.level for effect in effects] == [0, 1, 2, 3, 4, 5]
    scores = [effect.overall.after.score or 0.0 for effect in effects]
    assert scores == sorted(scores)
    assert not effects[1].overall.is_changed
    below = [effect.domain.after.below_target.count for effect in effects]
    assert below[3] == below[1] - 1
    answer = session.answer("2.1.1-2")
    assert answer is not None
    assert answer.level == 1


@pytest.mark.parametrize(
    ("text", "first", "is_sure"),
    [
        ("地方銀行", "regional_bank", True),
        ("第二地方", "second_regional_bank", True),
        ("外国銀行支店", "foreign_branch", True),
        ("外銀支店", "foreign_branch", False),
        ("regional bank", "regional_bank", True),
        ("ｼﾝﾀｸ", "trust", True),
        ("しんきん", "shinkin", True),
        ("地銀", "regional_bank", True),
        ("農林水産", None, False),
    ],
)
def test_a_sub_sector_is_found_by_part_of_its_name(
    workspace: Any, text: str, first: str | None, *, is_sure: bool
) -> None:
    found = find_listed(text, workspace.scoring_data.sectors.sectors)
    assert [item.id for item in found[:1]] == ([first] if first else [])
    assert first is None or is_part_of_name(text, found[0]) is is_sure


def test_a_common_part_finds_all_that_have_it(workspace: Any) -> None:
    sectors = workspace.scoring_data.sectors.sectors
    found = [item.title.ja for item in find_listed("銀行", sectors)]
    assert len(found) >= 4
    assert all("銀行" in title for title in found)
    assert len(found) < len(sectors) / 2


def test_a_draft_survives_and_a_line_cut_off_is_none(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    drafts = Drafts(answers)
    drafts.write("2.1.1-1", "note", "途中\u2028の\nメモ")
    drafts.write("2.1.1-1", "note", "途中\u2028の\nメモ書き")
    drafts.write("2.1.1-2", "note", "別")
    with drafts.path.open("ab") as file:
        file.write(b'["2.1.1-1", "note", "cut')
    again = Drafts(answers)
    assert again.text("2.1.1-1", "note") == "途中\u2028の\nメモ書き"
    again.write("2.1.1-3", "note", "続き")
    again.discard("2.1.1-2", "note")
    assert Drafts(answers).entries() == (("2.1.1-1", "note"), ("2.1.1-3", "note"))
    for practice_id, field in again.entries():
        again.discard(practice_id, field)
    assert not drafts.path.exists()


def test_a_draft_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "missing" / "answers.yaml")
    drafts.write("2.1.1-1", "note", "x")
    assert drafts.text("2.1.1-1", "note") == "x"
