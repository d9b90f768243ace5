"""Identifying the sender of a form that cannot be read, by its cover alone."""

from collections.abc import Mapping
from typing import Any

from cssa.errors import InputError
from cssa.excel.cell_values import as_code
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.code_tables import find_tables, single_table
from cssa.forms.cover_reader import CoverReader
from cssa.forms.gathered import GatheredValues
from cssa.forms.page.answers_block import is_page, read_answers_block
from cssa.forms.page.field_tables import cover_table
from cssa.forms.reading import ReadingContext
from cssa.messages import LANGS, Lang


def identify_sender(data: bytes, context: ReadingContext) -> tuple[Lang | None, Mapping[str, Any]]:
    """Return a form's language and the institution of its cover, as far as they can be read.

    Args:
        data: the file.
        context: what forms are read with.

    Returns:
        The language, None where it is not known, and the fields of ``institution``.
    """
    if is_page(data):
        return _page_sender(data, context)
    try:
        tables = find_tables(open_workbook(data, "", context.call))
    except InputError:
        return None, {}
    meta, _ = single_table(tables, layout.META)
    cover, _ = single_table(tables, layout.COVER)
    stated_lang = ""
    if meta is not None and layout.VALUE in meta.columns:
        column = meta.columns[layout.VALUE]
        stated_lang = next(
            (as_code(row.cells[column]) for row in meta.rows() if row.key == "lang"), ""
        )
    lang = next((known for known in LANGS if known == stated_lang), None)
    gathered = GatheredValues("")
    if cover is not None and {layout.VALUE, layout.REASON} <= cover.columns.keys():
        CoverReader(cover, context.labels(lang or "ja"), context.profile, gathered, {}).read()
    return lang, gathered.value.get("institution", {})


def _page_sender(data: bytes, context: ReadingContext) -> tuple[Lang | None, Mapping[str, Any]]:
    try:
        answers = read_answers_block(data, "")
    except InputError:
        return None, {}
    lang, gathered = answers.form.lang, GatheredValues("")
    CoverReader(
        cover_table(answers, ""), context.labels(lang), context.profile, gathered, {}
    ).read()
    return lang, gathered.value.get("institution", {})
