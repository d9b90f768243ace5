"""Merging a form into an existing answers file."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as Path_
from typing import Any

from cssa.answers.answers_file import AnswersFile
from cssa.answers.change_log import ChangeLog
from cssa.answers.flat_fields import KINDS, Fields, answer_fields, field_path, with_fields
from cssa.answers.item_matching import IDENTIFYING_FIELDS, Numbers, match_items
from cssa.answers.loading import LoadedAnswers, check_answers
from cssa.answers.serialization import answer_to_plain, to_plain
from cssa.answers.side_by_side import shown_value
from cssa.answers.submission import VALUE_FIELDS, Answer, Submission
from cssa.answers.three_way import Merge, Side, merge_fields
from cssa.checklist.catalogue import Edition
from cssa.datafile.edit import Change, EditableDocument
from cssa.errors import OutputError, Problem
from cssa.forms import layout
from cssa.forms.cover_fields import cover_fields
from cssa.forms.gathered import FormDocument, GatheredValues, Path
from cssa.forms.group_choice import selected_groups, stated_choices
from cssa.forms.issued import read_issued
from cssa.forms.layout import REASON, VALUE
from cssa.forms.own_rows import PREFIX, split_key
from cssa.messages import fitting
from cssa.messages.wording import listed
from cssa.scheme.scoring_data import ScoringData

_COLUMNS = {
    **dict.fromkeys(VALUE_FIELDS, "answer"),
    **dict.fromkeys(("na", "not_adopted"), "disposition"),
}
"""Columns of fields that are not called after them."""


@dataclass
class Update:
    """The result of merging a form into answers.

    Attributes:
        changes: what to change in the file.
        taken: fields taken from the form, by practice or line of the cover.
        kept: fields that were changed in the file since the form was issued, and not in the form.
        emptied: fields that the form was issued with and came back without; they stand.
        conflicts: fields that were changed differently on both sides.
        problems: the conflicts with both places and values.
        superseded: practices taken from a form that asked them otherwise; to be confirmed.
    """

    changes: list[Change] = field(default_factory=list)
    taken: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    emptied: dict[str, list[str]] = field(default_factory=dict)
    conflicts: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    """A row of the form beside what the file has in its place.

    Attributes:
        name: what it is called to the user.
        path: where it stands in the answers.
        issued: hashes of what the form was issued with.
        form_items: numbers of the items of the form's lists.
        file_items: numbers of those of the file's lists.
    """

    name: str
    path: tuple[str, ...]
    form: Fields
    file: Fields
    issued: Mapping[str, str]
    form_items: Numbers = field(default_factory=dict)
    file_items: Numbers = field(default_factory=dict)


def merge_into(
    path: Path_,
    gathered: GatheredValues,
    form: Submission,
    edition: Edition,
    library: ScoringData,
    *,
    take: Side | None = None,
    change_log: ChangeLog | None = None,
) -> tuple[Update, Submission]:
    """Merge a form into an answers file, changing only what was changed in the form.

    Args:
        path: the file.
        gathered: what was read from the form, or from several.
        form: the same as answers.
        edition: the checklist that it answers.
        library: flags, factors and sectors that answers may name.
        take: the side that conflicts are settled by; where None the file is left as it is if there
            are any.
        change_log: logs what is changed; None logs nothing.

    Returns:
        What was done, and the answers after it.

    Raises:
        InputError: when the file cannot be read, or was changed meanwhile.
        OutputError: when it is of another institution or checklist, or cannot be written.
    """

    def check(sheet: LoadedAnswers) -> None:
        _check_owner(sheet, form)
        check_answers(sheet, edition, library.profile, library.sectors)

    order = list(edition.checklist.placed)
    store = AnswersFile.open(path, check=check, order=order, change_log=change_log)
    groups = [group.id for group in edition.checklist.groups]
    former = edition.checklist.supersession(form.checklist.fingerprint)
    if former is None or store.submission.checklist.fingerprint == former.fingerprint:
        superseded = frozenset[str]()
    else:
        superseded = frozenset(former.practices)
    update = update_answers(
        gathered,
        form,
        store.editable,
        store.submission,
        order=order,
        groups=groups,
        take=take,
        superseded=superseded,
    )
    if update.changes and (take or not update.problems):
        profile = library.profile
        store.change(
            update.changes,
            {
                ("institution", "profile"): [flag.id for flag in profile.flags],
                ("institution", "risk", "factors"): [factor.id for factor in profile.factors],
            },
        )
    return update, store.submission


def _check_owner(sheet: LoadedAnswers, form: Submission) -> None:
    """Refuse a file of another institution or checklist.

    Raises:
        OutputError: with what each of the two is of.
    """
    file = sheet.submission
    if file.institution.id.casefold() != form.institution.id.casefold():
        where = sheet.document.location(("institution", "id"))
        params = {
            "file_id": file.institution.id, "file_name": file.institution.name,
            "form_id": form.institution.id, "form_name": form.institution.name,
        }  # fmt: skip
        raise OutputError([Problem("form.merge.other_institution", params, where)])
    answered, asked = file.checklist, form.checklist
    if (answered.id, answered.version) != (asked.id, asked.version):
        where = sheet.document.location(("checklist",))
        params = {
            "file": f"{answered.id} {answered.version}", "form": f"{asked.id} {asked.version}",
        }  # fmt: skip
        raise OutputError([Problem("form.merge.other_checklist", params, where)])


def update_answers(
    gathered: GatheredValues,
    form: Submission,
    editable: EditableDocument,
    file: Submission,
    *,
    order: Sequence[str],
    groups: Sequence[str] = (),
    take: Side | None = None,
    superseded: Collection[str] = (),
) -> Update:
    """Return what a form changes in the answers of a file.

    Args:
        gathered: what was read from the form, or from several.
        form: the same as answers.
        editable: the file.
        file: the same as answers.
        order: practice ids in checklist order.
        groups: ids of the groups of practices that the checklist has.
        take: the side that conflicts are settled by.
        superseded: practices that the form asked otherwise than the file's checklist; what is taken
            of them is to be confirmed.
    """
    updater = _Updater(gathered, form, editable, file, groups, superseded)
    return updater.update(order, take)


class _Updater:
    """Merges the rows of a form."""

    def __init__(
        self,
        gathered: GatheredValues,
        form: Submission,
        editable: EditableDocument,
        file: Submission,
        groups: Sequence[str],
        superseded: Collection[str],
    ) -> None:
        self._groups = groups
        self._superseded = superseded
        self._gathered = gathered
        self._form = form
        self._form_document = FormDocument(gathered.path, gathered.value, gathered.places)
        self._editable = editable
        self._file = file
        self._update = Update()

    def update(self, order: Sequence[str], take: Side | None) -> Update:
        self._select_groups(take)
        names: dict[str, str] = {}
        for row in self._cover():
            merge = self._merge(row, take)
            if merge.fields != row.file:
                if row.name.startswith(PREFIX):
                    names[row.name] = str(merge.fields[VALUE])
                    continue
                change = Change(row.path, self._cover_value(row, merge.fields))
                self._update.changes.append(change)
        self._update.changes += self._names(names)
        for row in self._answers(order):
            merge = self._merge(row, take)
            before = self._file.answers.get(row.name)
            if merge.fields == row.file:
                continue
            fields = merge.fields
            if row.name in self._superseded and _is_answered(fields):
                fields = {**fields, "confirmed": False}
                self._update.superseded.append(row.name)
            self._update.changes.append(self._answer(row, fields, before))
        return self._update

    def _select_groups(self, take: Side | None) -> None:
        """Merge what the cover says of each group into the selection, which is one value."""
        file = stated_choices(self._file.selected_groups, self._groups)
        merged: dict[str, bool] = {}
        for group in self._groups:
            key = f"{layout.GROUP_PREFIX}{group}"
            issued = read_issued(key, self._gathered.issued.get((layout.COVER, key), ""))
            in_form, in_file = (
                {VALUE: side[group]} if group in side else {}
                for side in (self._gathered.groups, file)
            )
            row = _Row(key, ("selected_groups", group), in_form, in_file, issued)
            merge = self._merge(row, take)
            if VALUE in merge.fields:
                merged[group] = merge.fields[VALUE]
        selected = selected_groups(merged, self._groups)
        if selected and selected != list(self._file.selected_groups):
            self._update.changes.append(Change(("selected_groups",), selected))

    def _cover(self) -> Iterator[_Row]:
        form, file = _campaign(self._form), _campaign(self._file)
        yield _Row("campaign", ("campaign",), form, file, {})
        if self._form.selected_groups and not self._gathered.groups:  # as the campaign asks
            form, file = (
                {VALUE: side.selected_groups} if side.selected_groups else {}
                for side in (self._form, self._file)
            )
            yield _Row("selected_groups", ("selected_groups",), form, file, {})
        form, file = cover_fields(self._form), cover_fields(self._file)
        issued = [key for table, key in self._gathered.issued if table == layout.COVER]
        for key in dict.fromkeys((*form, *issued)):
            if key != "institution.id" and not key.startswith(layout.GROUP_PREFIX):
                marks = read_issued(key, self._gathered.issued.get((layout.COVER, key), ""))
                yield _Row(key, _cover_path(key), form.get(key, {}), file.get(key, {}), marks)

    def _names(self, names: Mapping[str, str]) -> Iterator[Change]:
        """Yield the changes of lists of rows, by the names that change in them."""
        changed: dict[str, dict[str, str]] = {}
        for key, name in names.items():
            list_id, row_id = split_key(key)
            changed.setdefault(list_id, {})[row_id] = name
        for list_id, rows in changed.items():
            now = {row.id: row.name for row in self._file.lists.get(list_id, ())} | rows
            value = [{"id": row_id, "name": name} for row_id, name in now.items()]
            yield Change(("lists", list_id), value)

    def _answers(self, order: Sequence[str]) -> Iterator[_Row]:
        for practice in order:
            issued = self._gathered.issued.get((layout.ANSWERS, practice), "")
            path = ("answers", practice)
            if issued or practice in self._form.answers:
                marks = read_issued(practice, issued)
                form_answer, file_answer = (
                    self._form.answers.get(practice),
                    self._file.answers.get(practice),
                )
                cells = {
                    name: self._gathered.slots.get((*path, name), []) for name in IDENTIFYING_FIELDS
                }
                form_items, file_items = match_items(form_answer, file_answer, cells, marks)
                form, file = (
                    answer_fields(form_answer, form_items),
                    answer_fields(file_answer, file_items),
                )
                if "confirmed" in marks and _is_answered(form) and file:
                    form.setdefault("confirmed", True)  # to clear this cell is to confirm
                    file.setdefault("confirmed", True)
                yield _Row(practice, path, form, file, marks, form_items, file_items)

    def _merge(self, row: _Row, take: Side | None) -> Merge:
        merge = merge_fields(row.form, row.file, row.issued, take)
        for name in ("taken", "kept", "emptied"):
            names = getattr(merge, name)
            if names:
                getattr(self._update, name)[row.name] = names
        for names in merge.conflicts:
            self._update.conflicts.setdefault(row.name, []).extend(names)
            self._update.problems.append(self._conflict(row, names))
        return merge

    def _answer(self, row: _Row, fields: Fields, before: Answer | None) -> Change:
        answer = with_fields(before, fields, row.file_items)
        return Change(row.path, answer_to_plain(answer, before, self._editable.get(row.path)))

    def _cover_value(self, row: _Row, fields: Fields) -> Any:
        """Return a line of the cover as it stands in a file."""
        if row.name == layout.OVERRIDE_KEY:
            return {"level": fields[VALUE], "reason": fields[REASON]}
        if row.name.startswith(layout.FLAG_PREFIX):
            value, reason = fields[VALUE], fields.get(REASON)
            return value if reason is None else {"value": value, "reason": reason}
        value = to_plain(self._form)
        for key in row.path:
            value = value[key]
        return value

    def _conflict(self, row: _Row, names: Sequence[str]) -> Problem:
        steps = _steps(row, names[0], row.file_items)
        path = (*row.path, *steps) if len(names) == 1 else row.path
        form = [shown_value(name, row.form, row.file, alone=len(names) == 1) for name in names]
        file = [shown_value(name, row.file, row.form, alone=len(names) == 1) for name in names]
        params = {
            "form": listed(filter(None, form)),
            "file": listed(filter(None, file)),
            "there": self._editable.document.location((*row.path, *steps)),
        }
        code = "form.merge.conflict" if any(file) else "form.merge.conflict_gone"
        return Problem(code, fitting(code, params), self._form_place(row, names), path)

    def _form_place(self, row: _Row, names: Sequence[str]) -> Any:
        name = next(name for name in names if name in row.form)
        steps = _steps(row, name, row.form_items)
        entry = self._gathered.rows.get(row.path)
        if entry is None or (steps[0] in VALUE_FIELDS and len(steps) > 1):  # a part's own row
            return self._form_document.location((*row.path, *steps))
        if steps[0] in IDENTIFYING_FIELDS:
            cell = self._gathered.slots[*row.path, steps[0]][int(steps[1])]
            return entry.place(f"{steps[0]}.{cell}.{steps[2]}")
        return entry.place(_COLUMNS.get(name, name))


def _campaign(submission: Submission) -> Fields:
    return {VALUE: submission.campaign} if submission.campaign else {}


def _is_answered(fields: Fields) -> bool:
    return any(name.partition(".")[0] in KINDS for name in fields)


def _cover_path(key: str) -> tuple[str, ...]:
    """Return where a line of the cover stands in answers; ids may have dots."""
    if key.startswith(PREFIX):
        return ("lists", *split_key(key))
    for prefix in (layout.FLAG_PREFIX, layout.FACTOR_PREFIX):
        if key.startswith(prefix):
            return (*prefix.rstrip(".").split("."), key.removeprefix(prefix))
    return tuple(key.split("."))


def _steps(row: _Row, name: str, items: Numbers) -> Path:
    """Return where a field stands below its row.

    Args:
        row: what it is a part of.
        name: of the field.
        items: numbers of the side where it is looked for; what is not there is behind the last.
    """
    if row.path[0] != "answers":
        return (REASON,) if name == REASON else ()
    return field_path(name, items)
