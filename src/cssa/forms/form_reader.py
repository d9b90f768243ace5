"""Reading a returned form."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cssa.answers.loading import LoadedAnswers, size_notes
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import open_workbook
from cssa.excel.package import Package
from cssa.forms import layout
from cssa.forms.answer_reader import AnswerReader
from cssa.forms.beside import beside_notes
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, find_tables, single_table
from cssa.forms.completeness import is_stripped, lost_sheets
from cssa.forms.cover_reader import CoverReader
from cssa.forms.gathered import FormDocument, GatheredValues
from cssa.forms.labels import Labels
from cssa.forms.own_texts import OwnTexts
from cssa.location import Location
from cssa.messages import LANGS, Lang
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_data import ScoringData


@dataclass(frozen=True)
class ReadingContext:
    """What forms are read with.

    Attributes:
        find: returns the checklist of an id and version.
        call: where Excel libraries run, which some files may crash.
    """

    find: Callable[[str, str], Edition]
    library: ScoringData
    call: Call = call_in_child
    _labels: dict[tuple[Lang, str | None], Labels] = field(default_factory=dict)
    _editions: dict[tuple[str, str], Edition] = field(default_factory=dict)

    @cached_property
    def profile(self) -> ProfileQuestions:
        """The flags and factors of covers."""
        return self.library.profile

    def labels(self, lang: Lang, edition: Edition | None = None) -> Labels:
        """Return the meanings of words in a form.

        Args:
            lang: the form's language.
            edition: the checklist, of whose levels it has the words; None where only the cover is
                read.
        """
        key = (lang, edition.content if edition else None)
        if key not in self._labels:
            wording = self.library.level_wording(edition.checklist if edition else None)
            self._labels[key] = Labels(lang, wording, self.profile, self.library.sectors)
        return self._labels[key]

    def edition(self, checklist_id: str, version: str) -> Edition:
        """Return a checklist, which is looked for only once.

        Args:
            checklist_id: its id.
            version: its version.
        """
        key = (checklist_id, version)
        if key not in self._editions:
            self._editions[key] = self.find(*key)
        return self._editions[key]


@dataclass(frozen=True)
class FormReading:
    """The content of one form.

    Attributes:
        lang: the form's language.
        gathered: values with their places, problems and notes.
        edition: the checklist it answers.
        owner: the department it is for, None for the whole institution.
        package: the file's parts.
    """

    path: str
    lang: Lang
    gathered: GatheredValues
    edition: Edition
    owner: str | None
    package: Package


def read_form(data: bytes, path: str, context: ReadingContext) -> FormReading:
    """Read a form and gather the problems of its cells.

    Args:
        data: the file.
        path: its name for messages.
        context: what forms are read with.

    Raises:
        InputError: when the file is refused, or is not a form of a known checklist.
    """
    grids = open_workbook(data, path, context.call)
    tables = find_tables(grids)
    meta, duplicates = single_table(tables, layout.META)
    if meta is None:
        code = "form.stripped" if is_stripped(grids, tables) else "form.not_a_form"
        raise InputError([Problem(code, {}, Location(path))])
    known = _meta(meta)
    lang: Lang = next((lang for lang in LANGS if lang == known["lang"]), "ja")
    edition = _edition(meta, known, context)
    gathered = GatheredValues(path, problems=duplicates)
    gathered.value = {
        "schema": "cssa.answers/1",
        "checklist": {
            "id": known["checklist.id"],
            "version": known["checklist.version"],
            "fingerprint": known["checklist.fingerprint"],
        },
    }
    if known.get("campaign"):
        gathered.value["campaign"] = known["campaign"]
    if known.get("groups"):
        gathered.value["selected_groups"] = known["groups"].split()
    labels = context.labels(lang, edition)
    cover, duplicates = single_table(tables, layout.COVER)
    gathered.problems += duplicates
    if cover is None or not {layout.VALUE, layout.REASON} <= cover.columns.keys():
        gathered.refuse("no_cover", Location(path))
    else:
        issued = known.get("cover", "").split()
        CoverReader(cover, labels, context.profile, gathered, issued).read()
        institution = gathered.value.get("institution", {})
        sector, size = institution.get("sector"), institution.get("size")
        place = gathered.places.get(("institution", "size"))
        gathered.notes += size_notes(sector, size, place, context.library.sectors)
    owner = known.get("owner") or None
    sheets = [table for table in tables if table.marker == layout.ANSWERS]
    gathered.value["answers"] = {}
    with_codes = {table.grid.name for table in tables}
    others = [grid for grid in grids if grid.name not in with_codes]
    AnswerReader(edition, labels, owner, gathered).read(sheets, others)
    if cover is not None and {layout.VALUE, layout.REASON} <= cover.columns.keys():
        refused = {place.sheet for place in lost_sheets(gathered.problems)}
        known_sheets = [grid for grid in grids if grid.name not in refused]
        gathered.notes += beside_notes(known_sheets, tables, OwnTexts.of(known.get("texts")))
    package = grids[0].package
    gathered.problems = explain_odd_cells(gathered.problems, package, context.call)
    return FormReading(path, lang, gathered, edition, owner, package)


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
    known = {row.key: as_code(row.cells[column]) for row in table.rows() if row.key}
    for key in ("schema", "lang", "checklist.id", "checklist.version", "checklist.fingerprint"):
        if not known.get(key):
            raise InputError([Problem("form.meta_lost", {"key": key}, place)])
    if known["schema"] != layout.SCHEMA:
        raise InputError([Problem("form.schema", {"found": known["schema"]}, place)])
    return known


def _edition(meta: CodeTable, known: dict[str, str], context: ReadingContext) -> Edition:
    place = meta.grid.place(meta.codes_row, meta.key_column)
    checklist = {"id": known["checklist.id"], "version": known["checklist.version"]}
    try:
        edition = context.edition(checklist["id"], checklist["version"])
    except InputError as error:
        raise InputError(
            Problem(problem.code, problem.params, problem.location or place)
            for problem in error.problems
        ) from None
    if not edition.reads(known["checklist.fingerprint"]):
        params: dict[str, Any] = dict(checklist)
        raise InputError([Problem("form.fingerprint", params, place)])
    return edition
