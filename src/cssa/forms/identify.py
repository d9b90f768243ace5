"""Identifying sender and campaign of a form that cannot be read, by its cover alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class FormOrigin:
    """Whose form of which campaign a file is, as far as that can be read.

    Attributes:
        lang: the form's language; None where it is not known.
        institution: fields of the institution on its cover.
        campaign: id of the campaign; empty where it is not known.
    """

    lang: Lang | None = None
    institution: Mapping[str, Any] = field(default_factory=dict)
    campaign: str = ""


def identify_origin(data: bytes, context: ReadingContext) -> FormOrigin:
    """Return whose form of which campaign a file is.

    Args:
        data: the file.
        context: what forms are read with.
    """
    if is_page(data):
        return _page_origin(data, context)
    try:
        tables = find_tables(open_workbook(data, "", context.call))
    except InputError:
        return FormOrigin()
    meta, _ = single_table(tables, layout.META)
    cover, _ = single_table(tables, layout.COVER)
    stated: Mapping[str, str] = {}
    if meta is not None and layout.VALUE in meta.columns:
        column = meta.columns[layout.VALUE]
        stated = {row.key: as_code(row.cells[column]) for row in meta.rows if row.key}
    lang = next((known for known in LANGS if known == stated.get("lang")), None)
    gathered = GatheredValues("")
    if cover is not None and {layout.VALUE, layout.REASON} <= cover.columns.keys():
        CoverReader(cover, context.labels(lang or "ja"), context.profile, gathered, {}).read()
    return FormOrigin(lang, gathered.value.get("institution", {}), stated.get("campaign", ""))


def _page_origin(data: bytes, context: ReadingContext) -> FormOrigin:
    try:
        answers = read_answers_block(data, "")
    except InputError:
        return FormOrigin()
    lang, gathered = answers.form.lang, GatheredValues("")
    CoverReader(
        cover_table(answers, ""), context.labels(lang), context.profile, gathered, {}
    ).read()
    campaign = answers.facts.get("campaign", "")
    return FormOrigin(lang, gathered.value.get("institution", {}), campaign)
