"""Rows that the institution names itself: once, for every question that asks about each of them."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from tests.forms.office import fill
from tests.interview.conftest import ScriptedPrompter
from tests.journeys.test_kinds import ran

from cssa.answers.answers_file import AnswersFile
from cssa.engine.asked_questions import asked_questions
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.messages import LANGS, Lang
from cssa.peers.questions import counted_questions
from cssa.workspace import Workspace

OWN = Path(__file__).parent / "checklist"
CONTINUITY = OWN / "continuity" / "1"
TODAY = date(2026, 11, 20)
OPERATIONS = [
    {"id": "r1", "name": "為替"},
    {"id": "r2", "name": "預金の払出し"},
    {"id": "r3", "name": "融資の実行"},
]
ANSWERS: dict[str, Any] = {
    "1-1": 3,
    "1-2": {"rows": {"r1": "both", "r2": "none"}},
    "1-3": {"rows": {"r1": "24", "r2": "4"}},
    "1-4": {"rows": {"r1": "12", "r2": "8", "r3": "1"}},
    "1-5": {"rows": {"head": "2"}},
}
PLANTED = [
    ("contradiction_not_above", "1-3", "為替", "24", "12"),
    ("contradiction_every_row", "1-2", "預金の払出し", "none", None),
    ("contradiction_every_row", "1-2", "融資の実行", None, None),
]
"""Code, practice, row and both values of what the answers contradict."""

Cssa = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _own_checklists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_answers(
        answers: dict[str, Any] = ANSWERS, rows: Any = OPERATIONS, name: str = "answers.yaml"
    ) -> Path:
        document = {
            "schema": "cssa.answers/1",
            "checklist": {"id": "continuity", "version": "1"},
            "lists": {"operations": rows},
            "institution": {"id": "bank-a", "name": "Bank A", "sector": "regional_bank"},
            "answers": answers,
        }
        path = tmp_path / name
        path.write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")
        return path

    return write_answers


def _content(path: Path) -> tuple[Any, Any]:
    content = yaml.safe_load(path.read_text("utf-8"))
    return content.get("lists", {}).get("operations"), content["answers"]


def _contradictions(result: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            finding["code"],
            finding["practice"],
            finding["params"]["row_name"],
            finding["params"]["value"],
            finding["params"].get("other_value"),
        )
        for finding in result["findings"]
        if finding["code"].startswith("contradiction_")
    ]


def interview(path: Path, lang: Lang, *lines: str) -> str:
    workspace = Workspace(folders=[OWN])
    edition = workspace.edition("continuity")
    criteria = workspace.criteria(edition.checklist)
    file = AnswersFile.open(
        path,
        check=lambda read: workspace.check(read, edition),
        order=list(edition.checklist.placed),
    )
    session = Session(edition, file.submission, criteria, as_of=TODAY)
    prompter = ScriptedPrompter(*lines)
    dialogue = Dialogue(prompter, lang, TODAY)
    scales = workspace.scoring_data.level_wording(edition.checklist)
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    LineInterview(
        AnswerSaver(dialogue, session, file, AnswerText(dialogue, scales)),
        Setup(dialogue, asked, workspace.scoring_data.sectors),
        scales,
        show_figures=lambda _: None,
        save_bookmark=lambda _: None,
        cases_of=lambda _: (),
        file_arguments="answers.yaml",
    ).run()
    return "\n".join(prompter.shown)


@pytest.mark.parametrize("lang", LANGS)
def test_the_setup_asks_for_the_rows_once(lang: Lang, write: Write) -> None:
    path = write({}, [])
    shown = interview(
        path, lang,
        "y", "", "", "為替", "預金", "2 預金の払出し", "為替", "融資の実行", "",
        "3", "3 1 -", "", "24 4 -", "", "12 8 1", "", "2 -", "", "",
    )  # fmt: skip
    assert _content(path) == (OPERATIONS, ANSWERS)
    counted = {"ja": "3件中1件", "en": "1 of 3"}[lang]
    assert counted in shown  # how many of them have each answer
    review = {"ja": "互いに矛盾する回答：3件", "en": "Answers that contradict each other: 3"}[lang]
    assert review in shown


def test_a_row_is_removed_with_its_answers_once_that_is_confirmed(write: Write) -> None:
    place = "12"  # of the list among what is known of the institution
    path = write()
    shown = interview(path, "en", "n", "i", place, "-3", "n", "", "")
    assert _content(path) == (OPERATIONS, ANSWERS), shown
    interview(path, "en", "n", "i", place, "-2", "y", "", "", "")
    kept = {**ANSWERS, "1-2": {"rows": {"r1": "both"}}, "1-3": {"rows": {"r1": "24"}}}
    kept["1-4"] = {"rows": {"r1": "12", "r3": "1"}}
    assert _content(path) == ([OPERATIONS[0], OPERATIONS[2]], kept)


def test_removing_a_row_is_undone_with_its_answers(write: Write) -> None:
    path = write()
    shown = interview(path, "en", "n", "i", "12", "-2", "y", "", "", "z")
    assert "Restored: Important business services" in shown
    assert _content(path) == (OPERATIONS, ANSWERS)


def test_undoing_the_first_row_says_that_none_is_left(write: Write) -> None:
    shown = interview(write({}, []), "en", "y", "", "", "為替", "", "z")
    assert "Restored: Important business services not stated" in shown


def test_questions_wait_for_the_rows(write: Write) -> None:
    shown = interview(write({"1-1": 3}, []), "en", "n", "")
    assert 'Nothing is named under "Important business services" yet' in shown


def test_contradictions_are_findings_with_row_and_values(write: Write, cssa_inline: Cssa) -> None:
    path = write()
    assert _contradictions(ran(cssa_inline("score", path, "--format", "json")).json) == PLANTED
    shown = " ".join(ran(cssa_inline("score", path)).out.split())
    assert '(為替: 24 hours) is above "Time to full recovery" (為替: 12 hours)' in shown
    assert "A provisional recovery cannot come after the full one." in shown


def test_naming_more_rows_costs_nothing(write: Write, cssa_inline: Cssa) -> None:
    scores = [
        ran(cssa_inline("score", write(ANSWERS, rows), "--format", "json")).json["overall"]
        for rows in (OPERATIONS, [*OPERATIONS, {"id": "r4", "name": "証券決済"}])
    ]
    assert scores[0] == scores[1]


def test_groups_have_no_figures_of_rows_that_each_institution_names() -> None:
    checklist = Workspace(folders=[OWN]).edition("continuity").checklist
    assert checklist.placed["1-2"].practice.kind == "matrix"
    assert counted_questions(checklist) == ()


@pytest.mark.parametrize(
    ("lists", "answers", "code"),
    [
        ([{"id": "r1", "name": "A"}, {"id": "r2", "name": "a"}], {}, "is in the list twice"),
        ([{"id": "r1", "name": "A"}], {"1-3": {"rows": {"r2": "1"}}}, 'Unknown row "r2"'),
        ([{"id": "r1", "name": "A"}], {"1-3": {"rows": {"r1": "soon"}}}, '"soon" is not a number'),
        ([], {"1-3": {"rows": {"r1": "1"}}}, "First name the rows under lists"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(
    lists: Any, answers: Any, code: str, write: Write, cssa_inline: Cssa
) -> None:
    run = cssa_inline("score", write(answers, lists))
    assert run.code == 3
    assert code in run.err
    assert "answers.yaml:" in run.err


def _cells(form: Path, lang: Lang, domain: str = "1") -> dict[str, tuple[str, str]]:
    """Return the sheet and cell of each name on the cover and each row of a domain by its key."""
    book = load_workbook(form)
    cover = book[{"ja": "表紙", "en": "Cover"}[lang]]
    cells = {
        str(row[0].value): (cover.title, f"C{row[0].row}")
        for row in cover.iter_rows()
        if str(row[0].value).startswith("lists.")
    }
    columns = {cell.value: cell.column_letter for row in book[domain].iter_rows() for cell in row}
    for row in book[domain].iter_rows():
        if row[0].value:
            cells[str(row[0].value)] = (domain, f"{columns['answer']}{row[0].row}")
    return cells


TYPED = {
    "1-1": "3", "1-2/r1": "時間と水準を定めた", "1-2/r2": "定めていない",
    "1-3/r1": "24", "1-3/r2": "4", "1-4/r1": "12", "1-4/r2": "8", "1-4/r3": "1", "1-5/head": "2",
}  # fmt: skip
TYPED_NAMES = {f"lists.operations/{row['id']}": row["name"] for row in OPERATIONS}


def test_names_are_typed_on_the_cover_of_a_form(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    ran(cssa_inline("form", "new", "--answers", write({}, []), "-o", form, lang="ja"))
    book = load_workbook(form)
    for key, text in {**TYPED_NAMES, **TYPED}.items():
        sheet, cell = _cells(form, "ja")[key]
        book[sheet][cell] = text
    book.save(form)
    run = ran(cssa_inline("form", "read", form, "-o", back, lang="ja"))
    assert _content(back) == (OPERATIONS, ANSWERS)
    assert "「暫定復旧までの時間」（為替：24時間）" in run.err


def test_an_answer_beside_a_blank_name_goes_back(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    ran(cssa_inline("form", "new", "--answers", write(), "-o", form))
    book = load_workbook(form)
    sheet, cell = _cells(form, "en")["lists.operations/r2"]
    book[sheet][cell] = None
    book.save(form)
    run = cssa_inline("form", "read", form, "-o", tmp_path / "back.yaml")
    assert run.code == 3
    assert 'This row has no name under "Important business services" on the cover' in run.err


def test_names_changed_on_both_sides_are_merged(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    path, form = write(), tmp_path / "form.xlsx"
    ran(cssa_inline("form", "new", "--answers", path, "-o", form))
    book = load_workbook(form)
    cells = _cells(form, "en")
    for key, text in {
        "lists.operations/r1": "内国為替",
        "lists.operations/r4": "証券決済",
        "1-3/r4": "6",
    }.items():
        book[cells[key][0]][cells[key][1]] = text
    book.save(form)
    renamed = [*OPERATIONS[:2], {"id": "r3", "name": "融資"}]
    path = write({**ANSWERS, "1-1": 2}, renamed)
    ran(cssa_inline("form", "read", form, "-o", path))
    rows, answers = _content(path)
    assert rows == [
        {"id": "r1", "name": "内国為替"},
        {"id": "r2", "name": "預金の払出し"},
        {"id": "r3", "name": "融資"},
        {"id": "r4", "name": "証券決済"},
    ]
    assert answers["1-1"] == 2
    assert answers["1-3"] == {"rows": {"r1": "24", "r2": "4", "r4": "6"}}


@pytest.mark.external("soffice", "uno")
def test_a_form_filled_in_an_office_program_has_the_planted_contradictions(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form, saved, back = (tmp_path / name for name in ("form.xlsx", "saved.xlsx", "back.yaml"))
    ran(cssa_inline("form", "new", "--answers", write({}, []), "-o", form, lang="ja"))
    cells = _cells(form, "ja")
    steps = [
        {"sheet": cells[key][0], "cell": cells[key][1], "how": "set", "text": text}
        for key, text in {**TYPED_NAMES, **TYPED}.items()
    ]
    name = cells["1-3/r2"][1].replace(cells["1-3/r2"][1][0], "C")
    steps.append({"sheet": "1", "cell": name, "how": "look", "text": ""})
    shown = fill(form, saved, steps)
    assert shown[-1]["text"] == "└ 預金の払出し"  # as on the cover
    ran(cssa_inline("form", "read", saved, "-o", back, lang="ja"))
    assert _content(back) == (OPERATIONS, ANSWERS)
    assert _contradictions(ran(cssa_inline("score", back, "--format", "json")).json) == PLANTED


@pytest.mark.external("soffice", "uno")
def test_the_resilience_form_filled_in_an_office_program_has_the_planted_contradictions(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    form, saved, back = (tmp_path / name for name in ("form.xlsx", "saved.xlsx", "back.yaml"))
    ran(cssa_inline("form", "new", "-c", "operational-resilience", "-o", form, lang="ja"))
    typed = {
        "institution.id": "bank-a", "institution.name": "凪浜信用金庫",
        "institution.sector": "信用金庫",
        **TYPED_NAMES,
        "2-0": "3",
        "2-1/r1": "時間と復旧水準（どの程度まで）を設定している",
        "2-1/r2": "時間（いつまでに）だけを設定している",
        "2-1/r3": "設定していない（検討中を含む）",
        "2-3-a/r1": "12", "2-3-a/r2": "4", "2-3-a/r3": "2",
        "2-3-b/r1": "8", "2-3-b/r2": "30", "2-3-b/r3": "6",
        "2-5/r1": "24", "2-5/r2": "24", "2-5/r3": "48",
    }  # fmt: skip
    cells = _cells(form, "ja", "2") | _institution_cells(form)
    steps = [
        {"sheet": cells[key][0], "cell": cells[key][1], "how": "set", "text": text}
        for key, text in typed.items()
    ]
    fill(form, saved, steps)
    ran(cssa_inline("form", "read", saved, "-o", back, lang="ja"))
    assert _content(back)[0] == OPERATIONS
    assert _contradictions(ran(cssa_inline("score", back, "--format", "json")).json) == [
        ("contradiction_not_above", "2-3-a", "為替", "12", "8"),
        ("contradiction_not_above", "2-3-b", "預金の払出し", "30", "24"),
        ("contradiction_every_row", "2-1", "融資の実行", "none", None),
    ]


def _institution_cells(form: Path) -> dict[str, tuple[str, str]]:
    """Return the sheet and cell of each field of the institution on a Japanese cover."""
    rows = load_workbook(form)["表紙"].iter_rows()
    return {str(row[0].value): ("表紙", f"C{row[0].row}") for row in rows if row[0].value}


@pytest.mark.parametrize("form", ["html", "md", "json", "xlsx"])
def test_reports_name_the_rows(form: str, write: Write, cssa_inline: Cssa, tmp_path: Path) -> None:
    path = tmp_path / f"report.{form}"
    ran(cssa_inline("report", write(), "-o", path, lang="en"))
    if form == "xlsx":
        book = load_workbook(path)
        text = "\n".join(
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
        )
    else:
        text = path.read_text("utf-8")
    for words in ("Not set: 1 of 3 (預金の払出し)", "為替: 24 hours"):
        assert words in text, words
    if form == "json":
        assert json.loads(text)["lists"] == {"operations": OPERATIONS}


def test_a_batch_asks_about_contradictions_and_stores_names(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    given, out = tmp_path / "in", tmp_path / "out"
    generate = ("population", "generate", "--institutions", "3", "--seed", "3", "-o", given)
    ran(cssa_inline(*generate, "-c", CONTINUITY, lang="ja"))
    lists = {"campaign": "campaign.yaml", "roster": "roster.csv", "received": "received.csv"}
    options = [f"--{option}={given / file}" for option, file in lists.items()]
    run = ("batch", "run", given / "forms", "-o", out, "--workers", "1", "--formats", "md")
    ran(cssa_inline(*run, *options, "-c", CONTINUITY, lang="ja"))
    with closing(sqlite3.connect(out / "private" / "population.sqlite")) as store:
        names = store.execute("SELECT DISTINCT name FROM answer_row WHERE item = 'r1'").fetchall()
        figures = store.execute("SELECT count(*) FROM group_options").fetchall()
    assert names == [("重要な業務 1",)]
    assert figures == [(0,)]  # rows of two institutions are not the same
    book = load_workbook(out / "private" / "review.xlsx")
    asked = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "重要な業務にはそれぞれ耐性度を定めます。" in asked


def test_answers_to_rows_alone_are_not_called_no_answers(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    for answers, told, lead in (
        (
            {"1-3": ANSWERS["1-3"]},
            "none with a level that counts in the figures",
            "No answer counts towards the score yet",
        ),
        ({}, "There are no answers", "There are no answers yet"),
    ):
        path, report = write(answers), tmp_path / "report.md"
        for run in (
            cssa_inline("score", path, lang="en"),
            cssa_inline("report", path, "-o", report, "--replace", lang="en"),
        ):
            assert run.code == 4
            assert told in run.err
        assert lead in report.read_text("utf-8")
