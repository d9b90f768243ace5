"""The plan as users get it: what is in it, in which order, and what comes back from its workbook."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.forms.workbooks import Filled

from cssa.messages import message

CHECKLIST = ROOT / "tests" / "cases" / "gate" / "checklist"
ANSWERS = """\
# kept by hand
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: minato, name: みなと信用金庫, sector: shinkin, profile: {cloud: true}}
answers:
  1-1: {level: 1, plan: {owner: 総務部, due: 2027-05-31, action: 規程を改める}}   # 規程
  1.1-1: {level: 2, note: 手順がない, plan: {owner: システム部, due: 2026-10-31, status: doing}}
  1.1-2: {level: 0, plan: {action: 監視を始める}}
  1.1-3: 3
  2.1-1: 1
  2.1-2: {level: 3, plan: {owner: 監査部, due: 2026-06-30, status: done}}
"""
AS_OF = ("-c", "checklist", "--as-of", "2026-11-20")


@pytest.fixture
def cssa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Callable[..., Any]
) -> Callable[..., Any]:
    """Run the program in a folder with answers and their checklist."""
    shutil.copytree(CHECKLIST, tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


def _made(cssa: Callable[..., Any], ending: str, answers: str = "a.yaml") -> bytes:
    run = cssa("plan", "make", answers, *AS_OF, "-o", f"plan.{ending}")
    assert run.code == 0, run.err
    return Path(f"plan.{ending}").read_bytes()


def _items(cssa: Callable[..., Any]) -> dict[str, Any]:
    document = json.loads(_made(cssa, "json"))
    return {item["practice"]: item for item in document["items"]}


def test_what_has_a_day_comes_first_and_what_is_closed_last(cssa: Callable[..., Any]) -> None:
    order = list(_items(cssa))
    assert order[:2] == ["1.1-1", "1-1"]
    assert order[-1] == "2.1-2"


def test_what_is_missing_or_late_is_marked(cssa: Callable[..., Any]) -> None:
    marks = {practice: item["marks"] for practice, item in _items(cssa).items()}
    assert marks["1.1-1"] == ["overdue"]
    assert marks["1-1"] == []
    assert marks["1.1-2"] == ["ownerless", "undated"]
    assert marks["2.1-1"] == ["unplanned"]
    assert marks["2.1-2"] == []


def test_what_is_done_and_still_below_target_is_marked_as_that(cssa: Callable[..., Any]) -> None:
    text = ANSWERS.replace("status: doing", "status: done")
    Path("a.yaml").write_text(text, encoding="utf-8")
    assert _items(cssa)["1.1-1"]["marks"] == ["still_below"]
    assert "段階は目標を下回ったまま" in _made(cssa, "md").decode()


def test_a_calendar_without_a_day_says_so(cssa: Callable[..., Any]) -> None:
    lines = [line for line in ANSWERS.splitlines(keepends=True) if "due" not in line]
    Path("a.yaml").write_text("".join(lines), encoding="utf-8")
    for lang, words in (("ja", "予定は0件です"), ("en", "the calendar has no entries")):
        run = cssa("plan", "make", "a.yaml", *AS_OF, "-o", "empty.ics", lang=lang)
        assert run.code == 0
        assert words in run.err
        run = cssa("plan", "make", "a.yaml", *AS_OF, "-o", "plan.md", lang=lang)
        assert words not in run.err


def test_answers_without_a_figure_are_not_called_no_answers(
    cssa: Callable[..., Any],
) -> None:
    case = ROOT / "tests" / "cases" / "all-not-applicable"
    arguments = (case / "answers.yaml", "-c", case / "checklist")
    run = cssa("plan", "make", *arguments, "-o", "plan.html")
    assert run.code == cssa("score", *arguments).code == 4
    assert message("ja", "score.nothing_counted") in run.err
    assert message("ja", "score.nothing") not in run.err


def test_the_institutions_own_action_stands_in_place_of_the_next_step(
    cssa: Callable[..., Any],
) -> None:
    items = _items(cssa)
    assert items["1-1"]["plan"]["action"] == "規程を改める"
    assert items["1-1"]["next_step"] is None
    page = _made(cssa, "md").decode()
    assert "2027年4～6月" in page
    assert page.index("2026年10～12月") < page.index("2027年4～6月") < page.index("期日未定")
    assert "| システム部 | 1 | 1 | 2026年10月31日 |" in page


def test_calendars_name_numbers_and_no_weakness(cssa: Callable[..., Any]) -> None:
    text = _made(cssa, "ics").decode()
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)\r\n", text) == ["20261031", "20270531"]
    summaries = re.findall(r"SUMMARY:(.*)\r\n", text)
    assert summaries == ["対応事項1.1-1の期日", "対応事項1-1の期日"]
    assert "規程" not in text
    assert "総務部" not in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 or line.startswith("X-CSSA") for line in text.split("\r\n"))
    assert _made(cssa, "ics").decode() == text  # overwrites its own unchanged output


def _fill(cssa: Callable[..., Any], **entries: object) -> None:
    form = Filled(_made(cssa, "xlsx"))
    for name, value in entries.items():
        practice, _, code = name.partition(" ")
        form.enter(practice, value, f"plan.{code}")
    Path("filled.xlsx").write_bytes(form.save())


def _status(cssa: Callable[..., Any], *more: str) -> Any:
    return cssa("plan", "status", "filled.xlsx", "a.yaml", "-c", "checklist", *more)


def test_what_was_entered_comes_back_and_nothing_else_changes(cssa: Callable[..., Any]) -> None:
    entries = {"1.1-1 status": "完了", "2.1-1 owner": "総務部", "2.1-1 due": date(2027, 1, 31)}
    _fill(cssa, **entries)
    run = _status(cssa)
    assert run.code == 0, run.err
    text = Path("a.yaml").read_text("utf-8")
    assert "status: done}" in text
    expected = ANSWERS.replace("status: doing", "status: done")
    before, _, after = expected.partition("  2.1-1: 1\n")
    assert text.startswith(before)
    assert text.endswith(after)
    items = _items(cssa)
    assert items["2.1-1"]["plan"] == {"owner": "総務部", "due": "2027-01-31", "status": "open"}
    assert items["2.1-1"]["level"] == 1
    assert _status(cssa).code == 0
    assert Path("a.yaml").read_text("utf-8") == text


def test_a_cell_left_blank_deletes_nothing(cssa: Callable[..., Any]) -> None:
    _fill(cssa, **{"1-1 action": None, "1.1-2 action": None})
    run = _status(cssa)
    assert run.code == 0
    assert Path("a.yaml").read_text("utf-8") == ANSWERS
    assert "1-1" in run.err


def test_conflicts_are_listed_and_resolved_by_the_side_to_take(cssa: Callable[..., Any]) -> None:
    _fill(cssa, **{"1-1 due": date(2027, 6, 30)})
    other = ANSWERS.replace("2027-05-31", "2027-09-30")
    Path("a.yaml").write_text(other, encoding="utf-8")
    run = _status(cssa)
    assert run.code == 3
    assert "filled.xlsx!改善計画!" in run.err
    assert "2027-06-30" in run.err
    assert "2027-09-30" in run.err
    assert Path("a.yaml").read_text("utf-8") == other
    assert _status(cssa, "--take", "file").code == 0
    assert Path("a.yaml").read_text("utf-8") == other
    run = _status(cssa, "--take", "plan")
    assert run.code == 0
    assert "改善計画のブックの内容を反映：1-1" in run.err
    assert Path("a.yaml").read_text("utf-8") == other.replace("2027-09-30", "2027-06-30")


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        ({"2.1-1 due": "来年"}, "来年"),
        ({"2.1-1 status": "たぶん"}, "たぶん"),
        ({"2.1-1 status": "完了"}, "担当部署、期日、実施内容"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_cell(
    cssa: Callable[..., Any], entries: dict[str, Any], shown: str
) -> None:
    _fill(cssa, **entries)
    run = _status(cssa)
    assert run.code == 3
    assert shown in run.err
    assert "filled.xlsx!改善計画!" in run.err
    assert Path("a.yaml").read_text("utf-8") == ANSWERS


def test_the_plan_of_another_institution_and_other_files_are_refused(
    cssa: Callable[..., Any],
) -> None:
    _fill(cssa)
    Path("a.yaml").write_text(ANSWERS.replace("minato", "kita"), encoding="utf-8")
    run = _status(cssa)
    assert run.code == 3
    assert run.err.count("minato") == 1
    text = ANSWERS.replace("gate-cases", "tlpt").partition("answers:")[0]
    Path("a.yaml").write_text(text.replace('"1"', '"2025-06"') + "answers: {}\n", "utf-8")
    run = cssa("plan", "status", "filled.xlsx", "a.yaml")
    assert run.code == 3
    assert run.err.count("minato gate-cases 1") == 1
    shutil.copy("checklist/checklist.yaml", "filled.xlsx")
    assert _status(cssa).code == 3


def test_answers_that_are_a_form_are_refused(cssa: Callable[..., Any]) -> None:
    _fill(cssa)
    shutil.copy("filled.xlsx", "form.xlsx")
    run = cssa("plan", "status", "filled.xlsx", "form.xlsx", "-c", "checklist")
    assert run.code == 3
    assert "cssa form read" in run.err


def test_a_day_is_overdue_from_the_day_after(cssa: Callable[..., Any]) -> None:
    text = ANSWERS.replace("2026-10-31", str(date(2026, 11, 20)))
    Path("a.yaml").write_text(text, encoding="utf-8")
    assert _items(cssa)["1.1-1"]["marks"] == []


@pytest.mark.parametrize("ending", ["html", "md"])
def test_published_cases_stand_beside_what_is_to_be_improved(
    ending: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / f"plan.{ending}"
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    run = cssa_inline("plan", "make", answers, "--as-of", "2026-11-20", "-o", out, lang="ja")
    assert run.code == 0, run.err
    page = out.read_text(encoding="utf-8")
    _, caption, cases = page.partition("公表事例（関連付けは本ソフトウェアによる）")
    assert caption
    assert cases.count("金融分野におけるITレジリエンスに関する分析レポート") > 5
    assert "他業態の事例" in cases
