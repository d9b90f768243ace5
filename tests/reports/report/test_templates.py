"""Templates of the user: what they may read, and what they may not reach."""

import re
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from cssa.errors import InputError
from cssa.location import Location
from cssa.messages import LANGS, Lang
from cssa.reports.board_summary import Reliability
from cssa.reports.domain_view import DomainView
from cssa.reports.formats.report import HtmlReport, MarkdownReport
from cssa.reports.gap_view import GapView
from cssa.reports.report_view import FindingView, ReportView, TreatmentView

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "report" / "board-note.md.j2"


@pytest.fixture
def rendered(tmp_path: Path, small: ReportView):
    """Render a template's source in a format."""

    def render(source: str, format_: str = "md", lang: Lang = "en") -> str:
        path = tmp_path / "own.j2"
        path.write_text(source, encoding="utf-8")
        writer = HtmlReport() if format_ == "html" else MarkdownReport()
        return writer.render_by(path, small, lang)

    return render


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_makes_a_note_for_the_board(lang: Lang, small: ReportView) -> None:
    note = MarkdownReport().render_by(EXAMPLE, small, lang)
    assert note.startswith("# ")
    assert "3" in note
    assert len(note.splitlines()) < 60


def test_html_is_escaped_whatever_the_template_is_called(rendered) -> None:
    name = "{{ view.result.institution.name }}"
    assert rendered(name, "html") == "例示銀行 &amp; Co. &lt;例&gt;"
    assert rendered(name, "md") == "例示銀行 & Co. <例>"
    assert rendered(name.replace(" }}", "|md }}"), "md") == "例示銀行 &amp; Co. &lt;例&gt;"


def test_a_template_may_use_our_charts(rendered) -> None:
    page = rendered(
        '{% import "report/charts.svg.j2" as charts %}'
        "{{ charts.radar(radar(view.domains, view.result.scale), view.domains, t, say) }}",
        "html",
    )
    assert page.strip().startswith("<svg")
    assert 'role="img"' in page


@pytest.mark.parametrize("source", [
    "{{ view.result.__class__.__mro__ }}",
    "{{ view.result.model_copy() }}",
    "{{ view.result.parse_file('/etc/hosts') }}",
    "{{ view.submission.parse_raw('x', allow_pickle=True) }}",
    "{{ view.submission.institution.model_dump() }}",
    "{{ say.__globals__ }}",
    "{{ ''.__class__ }}",
    "{{ view.lead.params.update({}) }}",
    "{{ range(10 ** 9)|list }}",
    "{% include '../../pyproject.toml' %}",
    "{% include '/etc/hosts' %}",
    "{% include 'demo/../../pyproject.toml' %}",
    "{% include 'C:/Windows/win.ini' %}",
    "{% include 'report\\\\charts.svg.j2' %}",
    "{% include view.result.institution.name %}",
    "{% include ['', '.', 'report/', '/report'] %}",
    "{% from '{1/0}' import x %}",
])  # fmt: skip
def test_a_template_reaches_nothing_but_the_view(source: str, rendered) -> None:
    with pytest.raises(InputError) as error:
        rendered(source)
    assert [problem.code for problem in error.value.problems] == ["report.template"]


@pytest.mark.parametrize(("source", "line"), [
    ("\n{{ view.nothing }}", 2),
    ("\n\n{% if %}", 3),
    ("{{ view.lead|nothing }}", 1),
    ("a\n{{ 1 / 0 }}", 2),
    ("a\n\n{{ t['no.such'] }}", 3),
])  # fmt: skip
def test_a_mistake_is_told_with_its_line(source: str, line: int, rendered) -> None:
    with pytest.raises(InputError) as error:
        rendered(source)
    (problem,) = error.value.problems
    assert isinstance(problem.location, Location)
    assert (Path(problem.location.path).name, problem.location.line) == ("own.j2", line)


HOSTILE_NAMES = [
    "{__import__(chr(111)+chr(115))._exit(9)}.html",
    "{1/0!r}.j2",
    "{{ 1 / 0 }}.j2",
    "{% raw %}.j2",
    '\'own""".j2',
    "'); raise SystemExit(9) #.j2",
    "own\nraise SystemExit(9)\n.j2",
    "own\\N{NULL}\\x00.j2",
    "--template",
    "charts.svg.j2",
    "x/../own.j2",
]


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be called that there")
@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize(("source", "line"), [
    ("{% from 'report/charts.svg.j2' import nosuch %}{{ nosuch }}", 1),
    ("\n{% from 'report/charts.svg.j2' import nosuch %}\n\n{{ nosuch }}", 4),
    ("\n{% import 'report/charts.svg.j2' as charts %}\n{{ charts.radar(1, 2, 3, 4) }}", 3),
    ("{% extends 'report/nosuch.j2' %}", 1),
    ("\n{% if %}", 2),
])  # fmt: skip
def test_the_name_of_a_file_is_a_name_and_nothing_else(
    name: str, source: str, line: int, small: ReportView, tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    with pytest.raises(InputError) as error:
        MarkdownReport().render_by(path, small, "en")
    (problem,) = error.value.problems
    assert problem.location == Location(str(path), line)


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be called that there")
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_template_is_rendered_whatever_it_is_called(
    name: str, small: ReportView, tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "{% import 'report/charts.svg.j2' as charts %}<{{ view.lead is defined }}>",
        encoding="utf-8",
    )
    assert MarkdownReport().render_by(path, small, "en") == "<True>"


def test_a_missing_template_is_told(small: ReportView, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        HtmlReport().render_by(tmp_path / "none.j2", small, "en")
    assert error.value.problems[0].code == "file.not_found"


@pytest.mark.parametrize(("lang", "sentence"), [
    ("ja", "--templateはHTML又はMarkdownにのみ使用できます。-oのファイルの拡張子を.html又は.mdにしてください。"),
    ("en", "--template works for HTML or Markdown only. Use the extension .html or .md with -o."),
])  # fmt: skip
@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_other_formats_take_no_template(
    ending: str, lang: Lang, sentence: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / f"r.{ending}"
    run = cssa_inline("report", "answers.yaml", "--template", EXAMPLE, "-o", out, lang=lang)
    assert (run.code, out.exists()) == (2, False)
    assert sentence in run.err


def test_the_documentation_names_every_part_of_the_view() -> None:
    text = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", text[text.index("| `view.` |") :]))
    assert {field.name for field in fields(ReportView)} <= named
    for kind in (DomainView, GapView, TreatmentView, Reliability, FindingView):
        assert {field.name for field in fields(kind)} - {"below_target"} <= named, kind
