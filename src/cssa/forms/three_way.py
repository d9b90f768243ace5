"""Three-way merge of fields: the form, the file, and what the form was issued with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from cssa.forms.flat_fields import KINDS, Fields
from cssa.forms.issued import canonical, digest
from cssa.forms.item_matching import IDENTIFYING_FIELDS

Side = Literal["form", "file"]

_ANSWER = frozenset((*KINDS, "reason"))
_BLANK = digest("")
_SUBJECTS = {**IDENTIFYING_FIELDS, "treatment": "kind"}
"""The field that names the subject of its group."""


@dataclass
class Merge:
    """The merged fields of one row.

    Attributes:
        fields: the merged values.
        taken: names of the fields that are taken from the form.
        kept: names of those that were changed in the file alone.
        emptied: names of those that the form was issued with and has no more.
        conflicts: names of those that were changed differently on both sides, each with the others
            that it cannot be settled without.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, ...]] = field(default_factory=list)


def merge_fields(
    form: Fields, file: Fields, issued: Mapping[str, str], take: Side | None = None
) -> Merge:
    """Merge the fields of one row.

    A form that carries nothing of what it was issued with has ``issued`` empty; then a field is
    taken where the file has none, and a conflict where it has another.

    Args:
        form: fields of the form; blank texts count as empty.
        file: fields of the file.
        issued: hashes of the fields that the form was issued with.
        take: the side that conflicts are settled by; where None the file's value stays.
    """
    merge = Merge()
    issued = {name: mark for name, mark in issued.items() if mark != _BLANK}
    for group in dict.fromkeys(map(_group, (*file, *form))):
        sides: dict[Side, Fields] = {
            "form": {name: value for name, value in form.items() if _group(name) == group},
            "file": {name: value for name, value in file.items() if _group(name) == group},
        }
        marks = {name: mark for name, mark in issued.items() if _group(name) == group}
        _Group(merge, sides, marks, take).merge()
    return merge


def _group(name: str) -> str:
    """Return the name of what a field is a part of."""
    head, _, rest = name.partition(".")
    if head in _ANSWER:
        return "answer"
    if head in IDENTIFYING_FIELDS:
        return f"{head}.{rest.partition('.')[0]}"
    return head


@dataclass
class _Group:
    """Fields that belong together."""

    result: Merge
    sides: Mapping[Side, Fields]
    issued: Mapping[str, str]
    take: Side | None

    @cached_property
    def form(self) -> Fields:
        """Fields of the form; blank texts count as empty."""
        return _without_blank(self.sides["form"])

    @cached_property
    def file(self) -> Fields:
        """Fields of the file."""
        return _without_blank(self.sides["file"])

    def merge(self) -> None:
        form, file = self.form, self.file
        if not form:
            self._take_side("file")
            self.result.emptied += self.issued if file else ()
        elif not file or _subject(form) != _subject(file):
            self._merge_group()
        else:
            self._merge_fields()

    def _take_side(self, side: Side) -> None:
        self.result.fields.update(self.sides[side])

    def _merge_group(self) -> None:
        """Merge a group with different subjects: one of the sides is taken."""
        if not any(self._is_changed(self.form, name) for name in self.form):
            self._take_side("file")
            self.result.kept += self.file or self.form
        elif not any(self._is_changed(self.file, name) for name in (*self.file, *self.issued)):
            self._take_side("form")
            self.result.taken += self.form
        else:
            self._settle(dict.fromkeys((*self.form, *self.file)))

    def _merge_fields(self) -> None:
        """Merge a group field by field; where the result contradicts itself, settle it as one."""
        merged = Merge(dict(self.sides["file"]))
        for name in dict.fromkeys((*self.file, *self.form, *self.issued)):
            self._merge_field(merged, name)
        if not _is_sound(merged.fields):
            self._settle([name for name in self.form if not self._is_same(name)])
            return
        self.result.fields.update(merged.fields)
        for name in ("taken", "kept", "emptied", "conflicts"):
            getattr(self.result, name).extend(getattr(merged, name))

    def _merge_field(self, merged: Merge, name: str) -> None:
        if self._is_same(name):
            return
        if name not in self.form:
            if name in self.issued:
                merged.emptied.append(name)
        elif not self._is_changed(self.form, name):
            merged.kept.append(name)
        elif not self._is_changed(self.file, name):
            merged.taken.append(name)
            merged.fields[name] = self.form[name]
        else:
            merged.conflicts.append((name,))
            if self.take == "form":
                merged.fields[name] = self.form[name]

    def _settle(self, names: Iterable[str]) -> None:
        """Note a conflict over the whole group."""
        self.result.conflicts.append(tuple(names))
        self._take_side(self.take or "file")

    def _is_changed(self, fields: Fields, name: str) -> bool:
        """Return whether a field differs from what was issued."""
        now = digest(fields[name]) if name in fields else None
        return now != self.issued.get(name)

    def _is_same(self, name: str) -> bool:
        same: bool = canonical(self.form.get(name, "")) == canonical(self.file.get(name, ""))
        return same


def _without_blank(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if canonical(value) != ""}


def _subject(fields: Fields) -> Any:
    """Return what a group of fields is about: where it differs, the rest cannot be compared.

    A reason is one for the choice that it stands beside, a date that of a document.
    """
    for name, value in fields.items():
        head, _, rest = name.partition(".")
        if head in KINDS:
            return canonical(value) if head == "value" else head
        if head in _SUBJECTS and rest.rpartition(".")[2] == _SUBJECTS[head]:
            return canonical(value)
    return None


def _is_sound(fields: Fields) -> bool:
    """Return whether parts from both sides are consistent."""
    n, of = fields.get("done.n"), fields.get("done.of")
    approved, due = fields.get("treatment.approved_on"), fields.get("treatment.review_by")
    is_part: bool = n is None or of is None or n <= of
    is_ordered: bool = approved is None or due is None or approved <= due
    return is_part and is_ordered
