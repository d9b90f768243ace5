"""Each format in each language, as committed; ``--update-golden`` writes them anew."""

from pathlib import Path

import pytest

from cssa.messages import LANGS, Lang
from cssa.reports.formats.registry import REPORT_FORMATS
from cssa.reports.report_view import ReportView

GOLDEN = Path(__file__).resolve().parent / "golden"
TEXTS = ("html", "md", "json")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", TEXTS)
def test_a_report_is_as_committed(
    format_: str, lang: Lang, small: ReportView, request: pytest.FixtureRequest
) -> None:
    text = str(REPORT_FORMATS[format_].render(small, lang))
    path = GOLDEN / f"small.{lang}.{format_}"
    if request.config.getoption("--update-golden", default=False):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_no_committed_report_is_left_over() -> None:
    committed = {path.name for path in GOLDEN.iterdir()}
    formats = (*TEXTS, "xlsx.txt")
    assert committed == {f"small.{lang}.{format_}" for lang in LANGS for format_ in formats}


def test_a_report_is_the_same_every_time(small: ReportView) -> None:
    for format_ in REPORT_FORMATS.values():
        assert format_.render(small, "ja") == format_.render(small, "ja")
