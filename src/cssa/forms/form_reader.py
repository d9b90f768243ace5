"""Reading a returned form."""

from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Submission
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.beside import beside_notes
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, find_tables, single_table
from cssa.forms.completeness import is_stripped, lost_sheets
from cssa.forms.gathered import FormDocument, GatheredValues
from cssa.forms.own_texts import OwnTexts
from cssa.forms.page.answers_block import is_page
from cssa.forms.page.reader import read_page
from cssa.forms.reading import (
    FormReading,
    FormTables,
    ReadingContext,
    asked_practices,
    checked_edition,
    department_of,
    gather,
    is_cover,
)
from cssa.location import Location
from cssa.messages import LANGS, Lang

IS_LINE_REVIEW = "line_review.found"
"""Code of the problem of a workbook that is a review form and no form of answers."""


def read_form(data: bytes, path: str, context: ReadingContext) -> FormReading:
    """Read a form and gather the problems of its cells.

    Args:
        data: the file: a workbook, or what a page for the browser saved.
        path: its name for messages.
        context: what forms are read with.

    Raises:
        InputError: when the file is refused, or is not a form of a known checklist.
    """
    if is_page(data):
        return read_page(data, path, context)
    grids = open_workbook(data, path, context.call)
    tables = find_tables(grids)
    meta, duplicates = single_table(tables, layout.META)
    if meta is None and any(table.marker == layout.LINE_REVIEW for table in tables):
        raise InputError([Problem(IS_LINE_REVIEW, {}, Location(path))])
    if meta is None:
        code = "form.stripped" if is_stripped(grids, tables) else "form.not_a_form"
        raise InputError([Problem(code, {}, Location(path))])
    known = _meta(meta)
    lang: Lang = next((lang for lang in LANGS if lang == known["lang"]), "ja")
    place = meta.grid.place(meta.codes_row, meta.key_column)
    edition = checked_edition(known, context, place)
    with_codes = {table.grid.name for table in tables}
    others = [grid for grid in grids if grid.name not in with_codes]
    asked = asked_practices(known, edition, place)
    form = FormTables(path, lang, edition, known, asked, tables, others, duplicates)
    gathered = gather(form, context)
    if is_cover(single_table(tables, layout.COVER)[0]):
        refused = {place.sheet for place in lost_sheets(gathered.problems)}
        known_sheets = [grid for grid in grids if grid.name not in refused]
        gathered.notes += beside_notes(known_sheets, tables, OwnTexts.of(known.get("texts")))
    package = grids[0].package
    gathered.problems = explain_odd_cells(gathered.problems, package, context.call)
    labels = context.labels(lang, edition)
    department, number = department_of(known), known.get("number", "")
    return FormReading(path, lang, gathered, edition, labels, asked, department, number, package)


def complete_answers(reading: FormReading) -> LoadedAnswers:
    """Return the answers of a form without problems.

    Raises:
        InputError: with every problem of the form.
    """
    problems = [*reading.gathered.problems, *missing_fields(reading.gathered)]
    if problems:
        raise InputError(problems)
    # what is empty is a finding of every result
    notes = (note for note in reading.gathered.notes if note.code != "form.blank_fields")
    return loaded_answers(reading.gathered)._replace(notes=tuple(notes))


def missing_fields(gathered: GatheredValues) -> list[Problem]:
    """Return a problem for each required field of the cover that is empty."""
    return [
        Problem("form.required_missing", {"label": label}, place)
        for label, place in gathered.missing.values()
    ]


def loaded_answers(gathered: GatheredValues) -> LoadedAnswers:
    """Return gathered values as answers; their problems are not looked at."""
    document = FormDocument(gathered.path, gathered.value, gathered.places)
    return LoadedAnswers(validate(Submission, document), document)


def _meta(table: CodeTable) -> dict[str, str]:
    column = table.columns.get(layout.VALUE)
    place = table.grid.place(table.codes_row, table.key_column)
    if column is None:
        raise InputError([Problem("form.meta_lost", {"key": layout.VALUE}, place)])
    known = {row.key: as_code(row.cells[column]) for row in table.rows if row.key}
    for key in ("schema", "lang", "checklist.id", "checklist.version", "checklist.fingerprint"):
        if not known.get(key):
            raise InputError([Problem("form.meta_lost", {"key": key}, place)])
    if known["schema"] != layout.SCHEMA:
        raise InputError([Problem("form.schema", {"found": known["schema"]}, place)])
    return known
