"""Pages on terminals of several widths and kinds, and plain where there are no colours."""

import io
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from rich.console import Console

from cssa.cli.environment import assess_file, open_workspace
from cssa.cli.looks import look
from cssa.cli.output import Output
from cssa.cli.pages import draw, plain, show
from cssa.engine import explanation
from cssa.messages import LANGS, Lang
from cssa.reports import checklist_text, explain_text, score_text
from cssa.reports.page import Bars, Cell, Column, Page, Paragraph, Style, Table
from cssa.reports.text_layout import cells
from cssa.signature import OutputKind

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "templates" / "demo" / "answers.yaml"
TERMINALS = Path(__file__).parent / "golden" / "terminal"

NAMES = ("score", "explain-overall", "explain-domain", "explain-practice", "list", "show-practice")
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
NOT_FIRST = re.compile("^ *[、。，．：；？！）」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]")

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
CASTLE = "葛\U000e0100城信用金庫"


@cache
def pages(lang: Lang) -> dict[str, Page]:
    """Every page of the demo's answers, made once."""
    workspace = open_workspace()
    assessment = assess_file(workspace, str(ANSWERS), as_of=date(2026, 11, 20))
    result, checklist = assessment.result, assessment.edition.checklist
    criteria, scales = assessment.criteria, workspace.scoring_data.level_wording()
    layout = explain_text.ExplanationLayout(checklist, scales, criteria, lang)
    practice = "2.4.1-3"
    return {
        "score": score_text.page(
            result,
            checklist,
            criteria,
            lang=lang,
            answers="answers.yaml",
            submission=assessment.answers.submission,
        ),
        "explain-overall": explain_text.page(explanation.explain_overall(result), layout, result),
        "explain-domain": explain_text.page(
            explanation.explain_domain(result, "2.4"), layout, result
        ),
        "explain-practice": explain_text.practice_page(
            explanation.explain_practice(result, checklist, practice),
            layout,
            answer=assessment.answers.submission.answers[practice],
            location=assessment.answers.location(practice)._replace(path="answers.yaml"),
            findings=result.findings,
        ),
        "list": checklist_text.catalogue_page(
            [
                (item, checklist)
                for item in workspace.catalogue.listing()
                if item.entry.id == checklist.id
            ],
            lang,
        ),
        "show-practice": checklist_text.ChecklistText(
            checklist, scales, criteria.profile, lang
        ).practice(practice),
    }


def on_terminal(page: Page, width: int, **environment: str) -> str:
    """Return what a terminal of 256 colours is sent."""
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        height=24,
        force_terminal=True,
        color_system="256",
        legacy_windows=False,
        _environ=environment,
    )
    draw(page, console)
    return text.getvalue()


def lines_of(text: str) -> list[str]:
    return ESCAPE.sub("", text).split("\n")


@pytest.fixture(autouse=True)
def _no_environment(clean_environment: None) -> None:
    """Colours and widths come from the tests."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["score", "explain-domain", "list", "show-practice"])
def test_a_terminal_of_80_columns(
    name: str, lang: Lang, golden: Callable[[Path, str], None]
) -> None:
    shown = on_terminal(pages(lang)[name], 80).replace("\x1b", "ESC")
    golden(TERMINALS / f"{name}.{lang}.txt", shown)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", NAMES)
def test_every_line_fits_and_is_broken_where_it_may_be(name: str, width: int, lang: Lang) -> None:
    page = pages(lang)[name]
    words = set(re.findall("[A-Za-z]{2,}", plain(page, 1000)))
    for text in (on_terminal(page, width), plain(page, width)):
        for line in lines_of(text):
            assert cells(line.rstrip()) <= width or len(line.split()) == 1
            assert not NOT_FIRST.match(line)
        assert set(re.findall("[A-Za-z]{2,}", ESCAPE.sub("", text))) <= words


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_without_colours_a_terminal_shows_plain_text(name: str, lang: Lang) -> None:
    page = pages(lang)[name]
    shown = on_terminal(page, 80, NO_COLOR="1")
    assert lines_of(shown) == shown.split("\n")
    assert [line.rstrip() for line in shown.split("\n")] == plain(page, 80).split("\n")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_what_the_environment_says_of_colours_is_heeded(
    environment: dict[str, str], cssa: Callable[..., Any]
) -> None:
    coloured = cssa("score", ANSWERS, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[" in coloured.out
    assert "▰" in coloured.out
    piped = cssa("score", ANSWERS)
    assert not re.search("[\x1b▰▱▹!]", piped.out)
    forced = {"FORCE_COLOR": "1", "TERM": "xterm-256color", **environment}
    assert cssa("score", ANSWERS, env=forced) == piped


def test_a_terminal_that_cannot_write_the_marks_shows_plain_text(
    cssa: Callable[..., Any],
) -> None:
    env = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "PYTHONIOENCODING": "ascii"}
    shown = cssa("score", ANSWERS, "--lang", "en", env=env).out
    assert "\x1b" not in shown
    assert shown == cssa("score", ANSWERS, "--lang", "en", env={**env, "NO_COLOR": "1"}).out


def test_a_file_is_plain_whatever_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    path = tmp_path / "score.txt"
    show(pages("ja")["score"], Output(path, OutputKind.SCORE))
    assert path.read_text("utf-8").startswith(plain(pages("ja")["score"], 100, cut=True))


def test_beside_every_colour_is_a_mark_that_takes_one_cell_everywhere() -> None:
    styles: list[Style] = [style for part in get_args(Style) for style in get_args(part) or [part]]
    marks = [look(style).mark for style in styles if look(style).colour != "bold"]
    assert len(set(marks)) == len(marks) == len(styles) - 1
    assert {unicodedata.east_asian_width(mark) for mark in marks} <= {"N", "Na"}
    shown = on_terminal(pages("ja")["score"], 120)
    for line in shown.split("\n"):
        assert "\x1b[38;5;" not in line or re.search("[▾▿▹▵▴!✓✗]", line)


def test_bars_are_as_long_as_the_terminal_allows_and_show_each_level_equally() -> None:
    lengths = []
    for width in (40, 60, 80, 100, 120, 200):
        bars = re.findall("[▰▱]+", on_terminal(pages("ja")["score"], width))
        assert len({len(bar) for bar in bars}) <= 1
        lengths.append(len(bars[0]) if bars else 0)
    assert lengths == sorted(lengths)
    assert lengths[0] == 0
    assert lengths[-1] == 30
    assert all(length % 5 == 0 for length in lengths)


@pytest.mark.parametrize(("share", "bar"), [(None, ""), (0.0, "▱" * 10), (0.55, "▰" * 6 + "▱" * 4)])
def test_a_bar_is_filled_by_its_share(share: float | None, bar: str) -> None:
    table = Table([Column("x")], [[Cell("y", "low")]], Bars(1, [share], ["low"], 10))
    last = lines_of(on_terminal([[table]], 16))[2]
    assert last.strip() == f"▿ y  {bar}".strip()


def test_a_table_without_headings_begins_with_its_rows() -> None:
    rows: list[list[str | Cell]] = [["7", Cell("受付", "done")], ["12", Cell("差戻し", "failed")]]
    bars = Bars(1, [7 / 19, 12 / 19], ["done", "failed"], 10)
    page: Page = [[Table([Column("", "right", at_least=4), Column("")], rows, bars)]]
    assert plain(page, 80) == "   7  受付\n  12  差戻し\n"
    assert [line.rstrip() for line in lines_of(on_terminal(page, 26))] == [
        "   7  ▰▰▰▰▱▱▱▱▱▱  ✓ 受付",
        "  12  ▰▰▰▰▰▰▱▱▱▱  ✗ 差戻し",
        "",
    ]


def test_in_pipes_a_row_is_one_line() -> None:
    table = Table([Column("name", breaks="anywhere"), Column("n")], [["信用金庫" * 9, "7"]])
    assert (
        plain([[table]], 20, cut=True)
        == "name               n\n-----------------  -\n信用金庫信用金庫…  7\n"
    )


def names() -> Iterator[str]:
    yield from ("銀行", CASTLE, FAMILY, "か\u3099", "[bold]x[/bold]", ":smile:")


def test_columns_stay_in_line_beside_any_name() -> None:
    table = Table([Column("name"), Column("n")], [[name, "7"] for name in names()])
    for text in (plain([[table]], 60), on_terminal([[table]], 60)):
        rows = lines_of(text)[2:-1]
        assert len({cells(line[: line.rindex("7")]) for line in rows}) == 1
        assert all(name in line for name, line in zip(names(), rows, strict=True))


def test_what_somebody_wrote_cannot_steer_a_terminal() -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\r\u202e\u009b31m"
    page: Page = [[Paragraph(evil, "open"), Table([Column("x")], [[evil]], has_total=True)]]
    shown = ESCAPE.sub("", on_terminal(page, 200))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert shown.count(r"\x1b]0;owned\x07") == 2


@pytest.mark.parametrize(
    "arguments", [["--version"], ["gate", ANSWERS], ["score", ANSWERS, "--format", "json"]]
)
def test_what_prints_no_page_does_not_load_what_draws_one(
    arguments: list[object], cssa: Callable[..., Any]
) -> None:
    code = (
        "import sys; from cssa.cli.run import run; run(sys.argv[1:]);"
        "sys.exit('rich.console' in sys.modules and 99)"
    )
    assert cssa(*arguments, command=(sys.executable, "-c", code)).code == 0
