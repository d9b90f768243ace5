"""The report as a workbook: its cells, its look on paper, and text that stays text."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.report.test_words import VERDICTS
from tests.reports.report.workbook import cells, contents, data_of, open_report, tables, texts

from cssa.excel.row_height import TALLEST, lines, split
from cssa.messages import LANGS, Lang, message
from cssa.reports.formats.report import HtmlReport, JsonReport
from cssa.reports.report_view import ReportView

GOLDEN = Path(__file__).resolve().parent / "golden"
SHEETS = (
    "summary", "figures", "domains", "gaps", "performers", "cases", "treatments", "reviews", "answers",
    "findings", "published", "method",
)  # fmt: skip
NAMES = ("nearly-empty", "typical", "excellent", "not-applicable", "hostile", "nothing")

Institution = Callable[[str], ReportView]


@pytest.mark.parametrize("lang", LANGS)
def test_the_cells_are_as_committed(
    lang: Lang, small: ReportView, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"small.{lang}.xlsx.txt", contents(open_report(small, lang)))


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_view_gives_the_same_bytes(lang: Lang, small: ReportView) -> None:
    assert data_of(small, lang) == data_of(small, lang)


def test_it_says_no_time_but_a_fixed_one(small: ReportView) -> None:
    with ZipFile(io.BytesIO(data_of(small, "ja"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", properties)) == {"2025-07-04"}


@pytest.mark.parametrize("lang", LANGS)
def test_its_figures_are_those_of_the_json_report(lang: Lang, institution: Institution) -> None:
    view = institution("typical")
    document = json.loads(JsonReport().render(view, lang))
    sheets = tables(open_report(view, lang))

    answers = sheets[message(lang, "report.sheet.answers")]
    practices = [practice for section in document["answers"] for practice in section["practices"]]
    assert len(practices) == 176
    number, level = message(lang, "report.sheet.number"), message(lang, "report.sheet.level")
    note = message(lang, "report.answer.note")
    assert [(row[number], row[level], row[note]) for row in answers] == [
        (practice["practice"], practice["level"], practice["answer"].get("note"))
        for practice in practices
    ]
    gaps = sheets[message(lang, "report.sheet.gaps")]
    following = message(lang, "report.next")
    assert [(row[number], row[following]) for row in gaps] == [
        (gap["practice"], gap["next_step"]) for gap in document["gaps"]
    ]
    figures = sheets[message(lang, "report.sheet.figures")]
    kind, domain = message(lang, "report.sheet.kind"), message(lang, "report.column.domain")
    maturity = message(lang, "report.column.score")
    assert [(row[number], row[maturity]) for row in figures if row[kind] == domain] == [
        (domain["id"], domain["score"]) for domain in document["domains"]
    ]
    assert figures[0][maturity] == document["result"]["overall"]["score"]


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_how_to_read_it(lang: Lang, small: ReportView) -> None:
    text = "\n".join(texts(open_report(small, lang)))
    title = small.checklist.title.get(lang)
    shown = [message(lang, f"disclaimer.{number}") for number in (1, 3, 5)]
    for disclaimer in (*shown, message(lang, "checklist.disclaimer", {"title": title})):
        assert text.count(disclaimer) == 2, "on the first sheet and the last"
    assert message(lang, "disclaimer.4") not in text, "there are no peers in it"
    assert message(lang, "report.h.domains") in text
    assert message(lang, "handling") in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["nearly-empty", "typical", "excellent", "not-applicable"])
def test_no_word_of_ours_judges_or_praises(name: str, lang: Lang, institution: Institution) -> None:
    """A text that the page has too was looked at there; what only the workbook says is ours."""
    view = institution(name)
    page = JsonReport().render(view, lang) + HtmlReport().render(view, lang)
    own = [text for text in texts(open_report(view, lang)) if text not in page]
    for number in range(1, 6):
        own = [text.replace(message(lang, f"disclaimer.{number}"), "") for text in own]
    for text in _given(view, lang):
        own = [own_text.replace(text, "") for own_text in own]
    assert own
    assert VERDICTS[lang].findall("\n".join(own)) == []


def _given(view: ReportView, lang: Lang) -> list[str]:
    """Return the words of the checklist, the scales and the institution, the longest first."""
    shown = [view.targets.note.get(lang) if view.targets.note else ""]
    shown += [view.scheme.description.get(lang)]
    for shown_practice in view.practices.values():
        shown += [condition.get(lang) for condition in shown_practice.conditions]
    for placed in view.checklist.walk():
        practice = placed.practice
        shown += [
            text.get(lang)
            for text in (practice.title, practice.why, practice.improve)
            if text is not None
        ]
        shown += [
            view.scales.words(practice.scale, n).get(lang) for n in range(6) if practice.scale
        ]
        shown.append(message(lang, f"owner.{practice.owner}"))
    return sorted(filter(None, shown), key=len, reverse=True)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_is_ready_for_paper(name: str, lang: Lang, institution: Institution) -> None:
    view = institution(name)
    book = open_report(view, lang)
    left_out = {
        "performers": not view.performers,
        "cases": not view.shows_cases,
        "reviews": not view.result.reviews.has_any,
        "published": not view.published,
    }
    shown = [sheet for sheet in SHEETS if not left_out.get(sheet)]
    assert book.sheetnames == [message(lang, f"report.sheet.{sheet}") for sheet in shown]
    for sheet in book:
        assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
        assert message(lang, "handling") in sheet.oddHeader.right.text
        assert sheet.oddFooter.left.text == message(lang, "report.title")
        assert sheet.oddFooter.right.text == "&P / &N"
        if sheet.auto_filter.ref:
            top = int(re.findall(r"\d+", sheet.auto_filter.ref)[0])
            assert sheet.freeze_panes == f"{sheet.freeze_panes[0]}{top + 1}"
            assert sheet.print_title_rows == f"${top}:${top}"
    filtered = [sheet for sheet in book if sheet.auto_filter.ref]
    whole = {"summary", "domains", "performers", "method"}
    assert len(filtered) == len(set(shown) - whole), "all but these"


def test_every_answer_is_printed_on_four_pages_side_by_side(institution: Institution) -> None:
    sheet = open_report(institution("typical"), "en")["Answers"]
    assert sheet.print_title_cols == "$A:$B"
    breaks = [page_break.id for page_break in sheet.col_breaks.brk]
    assert breaks == [9, 13, 16]
    columns = range(1, sheet.max_column + 1)
    pages = [
        [column for column in columns if sum(edge < column for edge in breaks) == n]
        for n in range(4)
    ]
    repeated = _width(sheet, 1) + _width(sheet, 2)
    for number, page in enumerate(pages):
        wide = sum(_width(sheet, column) for column in page) + (repeated if number else 0)
        pixels = (wide * 7 + 5 * (len(page) + 2)) * sheet.page_setup.scale / 100
        assert pixels < (11.69 - 1) * 96 * 0.8, "room for fonts that are wider"


def test_an_ampersand_in_a_name_is_no_command_of_the_page_head(small: ReportView) -> None:
    head = open_report(small, "ja").worksheets[0].oddHeader
    assert "&&" in head.left.text
    assert not re.search(r"(?<!&)&(?!&)", head.left.text.replace("&&", ""))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["typical", "hostile"])
def test_every_text_is_seen_whole(name: str, lang: Lang, institution: Institution) -> None:
    book = open_report(institution(name), lang)
    for sheet in book:
        merged = {
            str(merged_range).split(":")[0]: merged_range
            for merged_range in sheet.merged_cells.ranges
        }
        for _, cell in cells([sheet]):
            if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
                continue
            area = merged.get(cell.coordinate)
            last = area.max_col if area else cell.column
            width = sum(_width(sheet, column) for column in range(cell.column, last + 1))
            size = cell.font.size / 10
            needed = lines(cell.value, width / size) * 13.5 * size
            height = sheet.row_dimensions[cell.row].height
            assert height is not None, cell
            assert needed <= height <= TALLEST, (sheet.title, cell.coordinate, cell.value[:40])


def _width(sheet: Any, column: int) -> float:
    """Return a column's width; a library groups neighbours that are alike under the first."""
    for dimension in sheet.column_dimensions.values():
        if dimension.min <= column <= dimension.max:
            return float(dimension.width)
    raise AssertionError(column)


@pytest.mark.parametrize("lang", LANGS)
def test_text_from_outside_stays_text(lang: Lang, institution: Institution) -> None:
    view = institution("hostile")
    with ZipFile(io.BytesIO(data_of(view, lang))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert not [name for name in parts if "external" in name.lower() or name.endswith(".bin")]
    for name, part in parts.items():
        if name.startswith("xl/worksheets/"):
            assert "<f>" not in part
            assert "<f " not in part
        assert 'TargetMode="External"' not in part, name
    book = open_report(view, lang)
    assert {cell.data_type for _, cell in cells(book)} <= {"s", "n", "d"}
    shown = texts(book)
    assert "=cmd|' /C calc'!A0" in shown
    assert "<script>alert(1)</script><img src=x onerror=alert(2)>" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_note_of_any_length_is_kept_to_the_last_letter(
    lang: Lang, institution: Institution
) -> None:
    view = institution("hostile")
    rows = tables(open_report(view, lang))[message(lang, "report.sheet.answers")]
    number, note = message(lang, "report.sheet.number"), message(lang, "report.answer.note")
    notes: dict[str, str] = {}
    for row in rows:
        notes[row[number]] = notes.get(row[number], "") + (row[note] or "")
    assert {key: text for key, text in notes.items() if text} == {
        key: answer.note for key, answer in view.submission.answers.items() if answer.note
    }
    assert len(rows) > len(notes), "some go on in a row below"


@pytest.mark.parametrize("lang", LANGS)
def test_every_practice_has_the_conditions_of_the_sections_above_it(
    lang: Lang, institution: Institution
) -> None:
    view = institution("typical")
    rows = tables(open_report(view, lang))[message(lang, "report.sheet.answers")]
    number, conditions = message(lang, "report.sheet.number"), message(lang, "report.conditions")
    shown = {row[number]: row[conditions] or "" for row in rows}
    stated = {name: practice.conditions for name, practice in view.practices.items()}
    assert any(len(texts) > 1 for texts in stated.values())
    assert shown == {
        name: "\n".join(text.get(lang) for text in texts) for name, texts in stated.items()
    }


@given(st.text(st.sampled_from("aあ 。\n=\t語W"), max_size=3000), st.integers(8, 60))
def test_parts_of_a_text_fit_their_rows_and_make_it_up(text: str, width: int) -> None:
    parts = split(text, width)
    assert "".join(parts) == text
    assert all(parts) or parts == [""]
    assert max(lines(part, width) for part in parts) <= 27


@pytest.mark.parametrize("lang", LANGS)
def test_charts_are_native_and_drawn_from_cells(lang: Lang, institution: Institution) -> None:
    data = data_of(institution("typical"), lang)
    with ZipFile(io.BytesIO(data)) as package:
        charts = {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.startswith("xl/charts/chart")
        }
    kinds = {kind for part in charts.values() for kind in re.findall(r"<c:(\w+Chart)>", part)}
    assert kinds == {"radarChart", "barChart"}
    assert len(charts) == 3
    sheet = message(lang, "report.sheet.domains")
    for part in charts.values():
        for formula in re.findall(r"<c:f>(.*?)</c:f>", part):
            assert formula.startswith((f"{sheet}!", f"'{sheet}'!", f"&apos;{sheet}"))
        assert "dispBlanksAs" not in part, "an empty cell is a gap, the library's default"
    radar = next(part for part in charts.values() if "radarChart" in part)
    assert message(lang, "report.radar.own") in radar
    assert message(lang, "report.radar.target") in radar


def test_what_has_nothing_to_score_is_a_gap_in_a_chart_and_words_in_a_table(
    small: ReportView,
) -> None:
    first = replace(small.domains[0], score=None, target=None, level=None)
    view = replace(small, domains=(first, *small.domains[1:]))
    data = data_of(view, "en")
    with ZipFile(io.BytesIO(data)) as package:
        charts = [package.read(n).decode() for n in package.namelist() if "charts/chart" in n]
    assert not [part for part in charts if "radarChart" in part], "it would have no area"
    book = open_report(view, "en")
    domains = book["Domains"]
    row = next(row for row in domains.iter_rows() if row[0].value == first.id)
    assert (row[2].value, row[3].value, row[4].value) == (None, None, "-")
    assert message("en", "figure.none") in [cell.value for _, cell in cells([book["Summary"]])]


def test_other_formats_do_not_load_the_excel_library(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    answers = root / "tests" / "reports" / "report" / "institutions" / "nearly-empty.yaml"
    script = (
        "import sys; from cssa.cli.run import run\n"
        f"assert run(['report', {str(answers)!r}, '-o', {str(page)!r}]) == 0\n"
        "assert 'xlsxwriter' not in sys.modules and 'openpyxl' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(root / "src"), "CSSA_CACHE": "", "PATH": ""},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
