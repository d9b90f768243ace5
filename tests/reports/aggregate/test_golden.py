"""Both editions in each format and language, as committed; ``--update-golden`` writes them anew."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reports.aggregate.worlds import World
from tests.reports.report.workbook import contents, load

from cssa.messages import LANGS, Lang
from cssa.reports.formats.registry import AGGREGATE_FORMATS

GOLDEN = Path(__file__).resolve().parent / "golden"
EDITIONS = ("public", "restricted")


def shown(world: World, edition: str, format_: str, lang: Lang) -> str:
    """Return a document as it is kept: pages without their style sheet, workbooks by cell."""
    document = AGGREGATE_FORMATS[format_].render(
        world.view(restricted=edition == "restricted"), lang
    )
    if isinstance(document, bytes):
        return contents(load(document))
    return re.sub("<style>.*?</style>", "<style></style>", document, flags=re.DOTALL)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("format_", AGGREGATE_FORMATS)
def test_an_edition_is_as_committed(
    format_: str, edition: str, lang: Lang, small: World, golden: Callable[[Path, str], None]
) -> None:
    name = f"{edition}.{lang}.{format_}{'.txt' if format_ == 'xlsx' else ''}"
    golden(GOLDEN / name, shown(small, edition, format_, lang))


def test_no_committed_edition_is_left_over() -> None:
    formats = ("html", "md", "json", "xlsx.txt")
    committed = {path.name for path in GOLDEN.iterdir()}
    assert committed == {
        f"{edition}.{lang}.{end}" for edition in EDITIONS for lang in LANGS for end in formats
    }


@pytest.mark.parametrize("format_", AGGREGATE_FORMATS)
def test_a_document_is_the_same_bytes_every_time(format_: str, small: World) -> None:
    render = AGGREGATE_FORMATS[format_].render
    assert render(small.view(restricted=True), "ja") == render(small.view(restricted=True), "ja")
