"""What is read from a form of any kind: its tables, as values with their places and problems."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard

from cssa.answers.loading import size_notes
from cssa.checklist.catalogue import Edition
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.row_lists import NamedRow
from cssa.datafile.types import parse_date
from cssa.errors import InputError, Problem
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import Grid
from cssa.excel.package import Package
from cssa.forms import layout
from cssa.forms.answer_reader import AnswerReader
from cssa.forms.asked_rows import AskedRows
from cssa.forms.code_tables import CodeTable, single_table
from cssa.forms.cover_reader import CoverReader
from cssa.forms.gathered import GatheredValues
from cssa.forms.labels import Labels
from cssa.forms.own_rows import PREFIX, split_key
from cssa.location import InputLocation, Location
from cssa.messages import Lang
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_data import ScoringData

if TYPE_CHECKING:
    from cssa.forms.page.reader import ReturnedAnswers

_MAX_PARTS = 100
"""Cells with ids of practices that a form may have, more than any checklist fills."""


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
    _asked: dict[str, AskedRows] = field(default_factory=dict)

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
            checklist = edition.checklist if edition else None
            wording = self.library.level_wording(checklist)
            groups = checklist.groups if checklist else ()
            self._labels[key] = Labels(lang, wording, self.profile, self.library.sectors, groups)
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

    def asked_rows(self, edition: Edition, asked: Collection[str] | None) -> AskedRows:
        """Return the rows that a form was sent out with.

        Args:
            edition: its checklist, with the rows that the institution names.
            asked: ids of the practices that it was sent out with; None for all of them.
        """
        if asked is not None or edition.checklist.row_lists:  # other rows in each form
            return AskedRows(edition.checklist, asked)
        if edition.content not in self._asked:
            self._asked[edition.content] = AskedRows(edition.checklist)
        return self._asked[edition.content]


class Department(NamedTuple):
    """The department that a form is for.

    Attributes:
        id: of the delegate, or the function that usually answers.
        name: of a delegate; None for a function.
        person: whom to ask there.
        due: the day by which the form is to come back.
    """

    id: str
    name: str | None = None
    person: str | None = None
    due: date | None = None


@dataclass(frozen=True)
class FormReading:
    """The content of one form.

    Attributes:
        lang: the form's language.
        gathered: values with their places, problems and notes.
        edition: the checklist it answers.
        labels: the meanings of its words.
        asked: ids of the practices it asks, None for all of them.
        department: the department it is for, None where none is named.
        number: under which it was issued to one institution; empty where it has none.
        source: the parts of a workbook, or what came back from a page for the browser.
    """

    path: str
    lang: Lang
    gathered: GatheredValues
    edition: Edition
    labels: Labels
    asked: frozenset[str] | None
    department: Department | None
    number: str
    source: "Package | ReturnedAnswers"

    @property
    def is_page(self) -> bool:
        """Whether it came back from a page for the browser."""
        return not isinstance(self.source, Package)

    @property
    def is_saved(self) -> bool:
        """Whether a page has saved it since it was sent out."""
        return not isinstance(self.source, Package) and self.source.answers.form.saved is not None


@dataclass(frozen=True)
class FormTables:
    """The tables of a form, in whatever kind of file it came.

    Attributes:
        facts: what the form says of itself, by key.
        asked: ids of the practices that it was sent out with, None for all of them.
        others: sheets that are no tables.
        meta_problems: what is wrong with the table of these facts, beside what refuses the file.
    """

    path: str
    lang: Lang
    edition: Edition
    facts: Mapping[str, str]
    asked: frozenset[str] | None
    tables: Sequence[CodeTable]
    others: Sequence[Grid] = ()
    meta_problems: Sequence[Problem] = ()


def gather(form: FormTables, context: ReadingContext) -> GatheredValues:
    """Return the values of a form, with the problems of its cells.

    Args:
        form: its tables.
        context: what forms are read with.
    """
    path, edition, known = form.path, form.edition, form.facts
    gathered = GatheredValues(path, problems=list(form.meta_problems))
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
    labels = context.labels(form.lang, edition)
    cover, duplicates = single_table(form.tables, layout.COVER)
    gathered.problems += duplicates
    issued = known.get("cover", "").split()
    if not is_cover(cover):
        gathered.refuse("no_cover", Location(path))
    else:
        row_lists = edition.checklist.row_list
        CoverReader(cover, labels, context.profile, gathered, row_lists, issued).read()
        institution = gathered.value.get("institution", {})
        sector, size = institution.get("sector"), institution.get("size")
        place = gathered.places.get(("institution", "size"))
        gathered.notes += size_notes(sector, size, place, context.library.sectors)
    sheets = [table for table in form.tables if table.marker == layout.ANSWERS]
    gathered.value["answers"] = {}
    rows = _rows(issued, edition, gathered)
    is_short = bool(known.get("short"))
    named = edition.with_rows(rows)
    asked = context.asked_rows(named, form.asked)
    reader = AnswerReader(named.checklist, labels, asked, gathered, is_short=is_short)
    reader.read(sheets, form.others)
    _refuse_unnamed(edition, gathered)
    return gathered


def is_cover(table: CodeTable | None) -> TypeGuard[CodeTable]:
    """Return whether there is a cover with the columns that are read."""
    return table is not None and {layout.VALUE, layout.REASON} <= table.columns.keys()


def asked_practices(
    known: Mapping[str, str], edition: Edition, place: InputLocation
) -> frozenset[str] | None:
    """Return which practices a form was sent out with, None for all of the checklist.

    Args:
        known: what the form says of itself.
        edition: its checklist.
        place: where it says so.

    Raises:
        InputError: when it no longer says all of it.
    """
    count, owner = known.get("asked"), known.get("owner")
    if not count and not known.get("delegate"):
        walked = edition.checklist.walk()
        owned = (item.practice.id for item in walked if item.practice.owner == owner)
        return frozenset(owned) if owner else None
    number = int(count) if count and count.isascii() and count.isdecimal() else 0
    keys = [f"asked.{part}" for part in range(1, min(number, _MAX_PARTS) + 1)]
    lost = [key for key in keys or ["asked"] if not known.get(key)]
    if lost or not keys:
        raise InputError([Problem("form.meta_lost", {"key": (lost or ["asked"])[0]}, place)])
    return frozenset(name for key in keys for name in known[key].split())


def department_of(known: Mapping[str, str]) -> Department | None:
    """Return the department that a form is for, by what it says of itself."""
    if not known.get("delegate"):
        return Department(known["owner"]) if known.get("owner") else None
    try:
        due = parse_date(known.get("due", ""))
    except ValueError:
        due = None
    name, person = known.get("department") or None, known.get("person") or None
    return Department(known["delegate"], name, person, due)


def checked_edition(
    facts: Mapping[str, str], context: ReadingContext, place: InputLocation
) -> Edition:
    """Return the checklist that a form asks.

    Args:
        facts: what the form says of itself.
        context: what forms are read with.
        place: where it says so.

    Raises:
        InputError: when there is none, or one with another structure.
    """
    checklist = {"id": facts["checklist.id"], "version": facts["checklist.version"]}
    try:
        edition = context.edition(checklist["id"], checklist["version"])
    except InputError as error:
        raise InputError(
            Problem(problem.code, problem.params, problem.location or place)
            for problem in error.problems
        ) from None
    if not edition.reads(facts["checklist.fingerprint"]):
        params: dict[str, Any] = dict(checklist)
        raise InputError([Problem("form.fingerprint", params, place)])
    return edition


def _rows(
    issued: Sequence[str], edition: Edition, gathered: GatheredValues
) -> dict[str, list[NamedRow]]:
    """Return the rows that a form was sent out with by list, with the names that it has now."""
    named = {
        (list_id, row["id"]): row["name"]
        for list_id, rows in gathered.value.get("lists", {}).items()
        for row in rows
    }
    rows: dict[str, list[NamedRow]] = {row_list: [] for row_list in edition.checklist.row_list}
    for key in issued:
        list_id, row_id = split_key(key)
        if key.startswith(PREFIX) and list_id in rows:
            name = named.get((list_id, row_id), "")
            rows[list_id].append(NamedRow.model_construct(id=row_id, name=name))
    return rows


def _refuse_unnamed(edition: Edition, gathered: GatheredValues) -> None:
    """Refuse answers for rows whose names on the cover are empty."""
    lists = gathered.value.get("lists", {})
    for practice_id, answer in gathered.value["answers"].items():
        practice = edition.checklist.placed[practice_id].practice
        if practice.rows_from is None:
            continue
        field = practice.question_kind.answer_field
        named = {row["id"] for row in lists.get(practice.rows_from, ())}
        for row_id in list(answer.get(field) or ()):
            if row_id not in named:
                place = gathered.places["answers", practice_id, field, row_id]
                title = words_of(edition.checklist.row_list[practice.rows_from].title)
                gathered.refuse("row_unnamed", place, list=title)
