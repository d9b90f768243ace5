"""The review form: what comes back is reviews, whatever else was changed in it or meanwhile."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.forms.workbooks import Filled

from cssa.answers.reviewed_answer import answer_mark
from cssa.answers.submission import Answer
from cssa.datafile.reader import read
from cssa.messages import message

CHECKLIST = ROOT / "tests" / "cases" / "gate" / "checklist"
ANSWERS = """\
# kept by hand
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: minato, name: みなと信用金庫, sector: shinkin, profile: {cloud: true}}
answers:
  1-1: {level: 3, note: 規程がある, evidence: [{ref: 規程.pdf, date: 2026-04-01}]}   # 規程
  1.1-1: {level: 2, review: [{line: 2, level: 1, by: リスク統括部, on: 2026-10-01, note: 一部}]}
  1.1-2: {level: 0, review: [{line: 3, level: 0, by: 監査部, on: 2026-09-01}]}
  1.1-3: {na: true, reason: 該当する業務を営んでいないため}
"""
DAY = date(2026, 11, 20)
Run = Callable[..., Any]


@pytest.fixture
def cssa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Run) -> Run:
    """Run the program in a folder with answers and their checklist."""
    shutil.copytree(CHECKLIST, tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


def made(cssa: Run, *more: str, role: str = "second_line") -> Filled:
    run = cssa(
        "form", "new", "-c", "checklist", "--as", role, "--answers", "a.yaml", "-o", "r.xlsx", *more
    )
    assert run.code == 0, run.err
    return Filled(Path("r.xlsx").read_bytes())


def taken(cssa: Run, form: Filled, *more: str, code: int = 0) -> str:
    Path("back.xlsx").write_bytes(form.save())
    run = cssa("form", "read", "-c", "checklist", "back.xlsx", "-o", "a.yaml", *more)
    assert run.code == code, run.err
    return str(run.err)


def answers() -> Any:
    return read(Path("a.yaml").read_bytes(), "a.yaml").value["answers"]


def review(form: Filled, practice: str, level: Any, note: str | None = None) -> Filled:
    form.enter(practice, level, "level").enter(practice, DAY, "on").enter(
        practice, "リスク統括部", "by"
    )
    return form if note is None else form.enter(practice, note, "note")


def test_reviews_come_back_beside_answers_that_stay_as_they_are(cssa: Run) -> None:
    before = answers()
    form = review(made(cssa), "1-1", 2, "承認の記録がない")
    assert "1件を反映" in taken(cssa, form)
    first = answers()["1-1"]
    mark = answer_mark(Answer.model_validate(before["1-1"]))
    assert first.pop("review") == [
        {"line": 2, "level": 2, "by": "リスク統括部", "on": "2026-11-20", "note": "承認の記録がない", "seen": mark}
    ]  # fmt: skip
    assert first == before["1-1"]
    assert {name: answer for name, answer in answers().items() if name != "1-1"} == {
        name: answer for name, answer in before.items() if name != "1-1"
    }
    assert "# 規程" in Path("a.yaml").read_text("utf-8")
    assert "反映する評価はありません" in taken(cssa, form)


def test_what_has_no_level_is_not_in_it_and_the_self_rating_is_locked(cssa: Run) -> None:
    form = made(cssa)
    with pytest.raises(KeyError):
        form.cell("1.1-3", "level")
    for code, is_locked in (("own", True), ("own_note", True), ("level", False), ("note", False)):
        assert form.cell("1-1", code).protection.locked == is_locked
    assert form.book.worksheets[0].protection.sheet
    assert form.cell("1.1-1", "level").value.startswith("1 ")
    assert "監査部" in form.cell("1.1-2", "others").value


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_form_of_either_language_is_read_in_the_other(cssa: Run, lang: str) -> None:
    made(partial(cssa, lang=lang))
    form = Filled(Path("r.xlsx").read_bytes())
    word = form.cell("1.1-1", "own").value.split("\n")[0]
    other = partial(cssa, lang="en" if lang == "ja" else "ja")
    taken(other, review(form, "1.1-1", word))
    assert answers()["1.1-1"]["review"][0]["level"] == 2


def test_a_self_rating_altered_in_the_form_is_said_and_not_taken(cssa: Run) -> None:
    form = (
        review(made(cssa), "1-1", 3)
        .enter("1-1", "5 改善", "own")
        .enter("1.1-1", "消した", "own_note")
    )
    said = taken(cssa, form)
    assert "自己評価の欄が書き換えられています" in said
    assert said.count("back.xlsx!") == 2
    assert answers()["1-1"]["level"] == 3
    assert "note" not in answers()["1.1-1"]


def test_an_answer_changed_since_is_to_be_reviewed_again(cssa: Run) -> None:
    form = review(made(cssa), "1-1", 2)
    text = Path("a.yaml").read_text("utf-8")
    Path("a.yaml").write_text(text.replace("規程がある", "規程を改めた"), "utf-8")
    assert "改めて評価してください：1-1" in taken(cssa, form)
    answer = Answer.model_validate(answers()["1-1"])
    assert answer.note == "規程を改めた"
    assert answer.review[0].seen != answer_mark(answer)


@pytest.mark.parametrize(("in_form", "in_file"), list(product((None, 0, 2), repeat=2)))
def test_a_review_is_merged_by_three_versions(
    cssa: Run, in_form: int | None, in_file: int | None
) -> None:
    """Both begin with the second line's level 1."""
    form = made(cssa)
    if in_form is not None:
        form.enter("1.1-1", in_form, "level")
    if in_file is not None:
        text = Path("a.yaml").read_text("utf-8")
        Path("a.yaml").write_text(
            text.replace("line: 2, level: 1", f"line: 2, level: {in_file}"), "utf-8"
        )
    before = Path("a.yaml").read_bytes()
    is_conflict = None not in (in_form, in_file) and in_form != in_file
    said = taken(cssa, form, code=3 if is_conflict else 0)
    expected = in_form if in_file is None else in_file
    found = answers()["1.1-1"]["review"]
    assert len(found) == 1
    assert found[0]["level"] == (1 if expected is None else expected)
    if is_conflict:
        assert Path("a.yaml").read_bytes() == before
        assert "--take form" in said
        taken(cssa, form, "--take", "form")
        assert answers()["1.1-1"]["review"][0]["level"] == in_form


def test_reviews_that_differ_are_shown_as_they_were_entered(cssa: Run) -> None:
    form = review(made(cssa), "1.1-1", 2)
    text = Path("a.yaml").read_text("utf-8")
    Path("a.yaml").write_text(text.replace("line: 2, level: 1", "line: 2, level: 0"), "utf-8")
    assert "回答票：2 ／ 回答ファイル：0（a.yaml:" in taken(cssa, form, code=3)


def test_answers_of_a_checklist_that_is_not_scored_have_no_review(cssa: Run) -> None:
    unscored = ANSWERS.partition("answers:")[0] + "answers: {1-1: 3}\n"
    old, new = '{id: gate-cases, version: "1"}', '{id: supervisory-2015, version: "2015-12-03"}'
    Path("a.yaml").write_text(unscored.replace(old, new), "utf-8")
    run = cssa("form", "new", "--as", "second_line", "--answers", "a.yaml", "-o", "r.xlsx")
    assert run.code == 3
    assert message("ja", "line_review.nothing") in run.err
    assert not Path("r.xlsx").exists()


def test_an_emptied_review_stands(cssa: Run) -> None:
    form = made(cssa)
    for code in ("level", "note", "by", "on"):
        form.enter("1.1-1", None, code)
    assert "空欄にされた評価は、回答ファイルでは変更していません：1.1-1" in taken(cssa, form)
    assert answers()["1.1-1"]["review"][0]["level"] == 1


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"level": 9, "on": DAY, "by": "部"}, "段階"),
        ({"level": 2, "by": "部"}, "評価した日"),
        ({"level": 2, "on": DAY, "by": None}, "評価者"),
        ({"note": "理由"}, "評価した段階"),
        ({"level": 2, "on": "いつか", "by": "部"}, "いつか"),
    ],
)
def test_what_is_missing_or_unclear_is_refused_with_its_cell(
    cssa: Run, entries: dict[str, Any], said: str
) -> None:
    form, before = made(cssa), Path("a.yaml").read_bytes()
    for code, value in entries.items():
        form.enter("1-1", value, code)
    found = taken(cssa, form, code=3)
    assert said in found
    assert "back.xlsx!" in found
    assert Path("a.yaml").read_bytes() == before


def test_a_form_of_others_is_refused(cssa: Run) -> None:
    form = review(made(cssa), "1-1", 2)
    text = Path("a.yaml").read_text("utf-8")
    Path("a.yaml").write_text(text.replace("id: minato", "id: shiokaze"), "utf-8")
    assert "minato" in taken(cssa, form, code=3)


def test_it_is_no_form_of_answers(cssa: Run) -> None:
    made(cssa, role="audit")
    for line in (("score", "r.xlsx"), ("form", "read", "r.xlsx", "-o", "new.yaml")):
        run = cssa(*line, "-c", "checklist")
        assert run.code == 3
        assert "評価の回答票であり" in run.err
    assert not Path("new.yaml").exists()


@pytest.mark.parametrize("more", [(), ("--answers", "a.yaml", "--split", "owner")])
def test_what_it_is_made_of_has_to_be_named(cssa: Run, more: tuple[str, ...]) -> None:
    run = cssa("form", "new", "-c", "checklist", "--as", "audit", "-o", "r.xlsx", *more)
    assert run.code == 2
    assert "--answers" in run.err
