"""Three-way merge of fields: two sides, and what both of them were made from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from cssa.answers.comparable import canonical, digest, exact_digest
from cssa.answers.flat_fields import KINDS, Fields
from cssa.answers.item_matching import IDENTIFYING_FIELDS

Side = Literal["form", "file"]

_ANSWER = frozenset((*KINDS, "reason"))
_PLANNED = ("plan.owner", "plan.due", "plan.action")
_SUBJECTS = {**IDENTIFYING_FIELDS, "treatment": "kind"}
"""The field that names the subject of its group."""


@dataclass(frozen=True)
class FieldComparison:
    """How two sides are compared.

    Attributes:
        mark: returns the hash of a value; two values with one hash are the same.
        deletes: whether what a side no longer has was removed there; else it was left blank.
    """

    mark: Callable[[Any], str]
    deletes: bool

    @cached_property
    def blank(self) -> str:
        """The hash of an empty text."""
        return self.mark("")


OF_FORMS = FieldComparison(digest, deletes=False)
"""A form that went through spreadsheets: typography does not count, and a blank removes nothing."""

OF_FILES = FieldComparison(exact_digest, deletes=True)
"""Two files: every character counts, and what is gone was removed."""


@dataclass
class Merge:
    """The merged fields of one row.

    Attributes:
        fields: the merged values.
        taken: names of the fields that are taken from the form, or removed as there.
        kept: names of those that were changed in the file alone.
        emptied: names of those that the form was issued with and has no more, where that removes
            nothing.
        conflicts: names of those that were changed differently on both sides, each with the others
            that it cannot be settled without.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, ...]] = field(default_factory=list)


def merge_fields(
    form: Fields,
    file: Fields,
    issued: Mapping[str, str],
    take: Side | None = None,
    comparison: FieldComparison = OF_FORMS,
) -> Merge:
    """Merge the fields of one row.

    A form that carries nothing of what it was issued with has ``issued`` empty; then a field is
    taken where the file has none, and a conflict where it has another. Two files are merged in the
    same way: theirs in place of the form, and the hashes of what both were made from.

    Args:
        form: fields of the form; blank texts count as empty.
        file: fields of the file.
        issued: hashes of the fields that the form was issued with.
        take: the side that conflicts are settled by; where None the file's value stays.
        comparison: how the sides are compared.
    """
    merge = Merge()
    issued = {name: mark for name, mark in issued.items() if mark != comparison.blank}
    for group in dict.fromkeys(map(_group, (*file, *form))):
        sides: dict[Side, Fields] = {
            "form": {name: value for name, value in form.items() if _group(name) == group},
            "file": {name: value for name, value in file.items() if _group(name) == group},
        }
        marks = {name: mark for name, mark in issued.items() if _group(name) == group}
        _Group(merge, sides, marks, take, comparison).merge()
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
    comparison: FieldComparison

    @cached_property
    def form(self) -> Fields:
        """Fields of the form; blank texts count as empty."""
        return self._without_blank(self.sides["form"])

    @cached_property
    def file(self) -> Fields:
        """Fields of the file."""
        return self._without_blank(self.sides["file"])

    def merge(self) -> None:
        form, file = self.form, self.file
        if not form and not (file and self.comparison.deletes):
            self._take_side("file")
            self.result.emptied += self.issued if file else ()
        elif not form or not file or _subject(form) != _subject(file):
            self._merge_group()
        else:
            self._merge_fields()

    def _take_side(self, side: Side) -> None:
        self.result.fields.update(self.sides[side])

    def _merge_group(self) -> None:
        """Merge a group with different subjects: one of the sides is taken."""
        in_form = (*self.form, *(self.issued if self.comparison.deletes else ()))
        if not any(self._is_changed(self.form, name) for name in in_form):
            self._take_side("file")
            self.result.kept += self.file or self.form
        elif not any(self._is_changed(self.file, name) for name in (*self.file, *self.issued)):
            self._take_side("form")
            self.result.taken += self.form or self.file
        else:
            self._settle(dict.fromkeys((*self.form, *self.file)))

    def _merge_fields(self) -> None:
        """Merge a group field by field; where the result contradicts itself, settle it as one."""
        merged = Merge(dict(self.sides["file"]))
        for name in dict.fromkeys((*self.file, *self.form, *self.issued)):
            self._merge_field(merged, name)
        if not _is_sound(merged.fields):
            names = dict.fromkeys((*self.form, *(self.file if self.comparison.deletes else ())))
            self._settle([name for name in names if not self._is_same(name)])
            return
        self.result.fields.update(merged.fields)
        for name in ("taken", "kept", "emptied", "conflicts"):
            getattr(self.result, name).extend(getattr(merged, name))

    def _merge_field(self, merged: Merge, name: str) -> None:
        if self._is_same(name):
            return
        if name not in self.form and not self.comparison.deletes:
            if name in self.issued:
                merged.emptied.append(name)
        elif not self._is_changed(self.form, name):
            merged.kept.append(name)
        elif not self._is_changed(self.file, name):
            merged.taken.append(name)
            self._take_field(merged, name)
        else:
            merged.conflicts.append((name,))
            if self.take == "form":
                self._take_field(merged, name)

    def _take_field(self, merged: Merge, name: str) -> None:
        """Take a field from the form, which may have removed it."""
        if name in self.form:
            merged.fields[name] = self.form[name]
        else:
            merged.fields.pop(name, None)

    def _settle(self, names: Iterable[str]) -> None:
        """Note a conflict over the whole group."""
        self.result.conflicts.append(tuple(names))
        self._take_side(self.take or "file")

    def _is_changed(self, fields: Fields, name: str) -> bool:
        """Return whether a field differs from what was issued."""
        now = self.comparison.mark(fields[name]) if name in fields else None
        return now != self.issued.get(name)

    def _is_same(self, name: str) -> bool:
        mark = self.comparison.mark
        return mark(self.form.get(name, "")) == mark(self.file.get(name, ""))

    def _without_blank(self, fields: Fields) -> Fields:
        comparison = self.comparison
        return {
            name: value
            for name, value in fields.items()
            if comparison.mark(value) != comparison.blank
        }


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
    is_plan = any(name in fields for name in _PLANNED) or not any(
        name.startswith("plan.") for name in fields
    )
    is_part: bool = n is None or of is None or n <= of
    is_ordered: bool = approved is None or due is None or approved <= due
    return is_part and is_ordered and is_plan
