"""Merging the forms of departments into one submission; contradictions are refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from cssa.checklist.kinds.kind import words_of
from cssa.errors import Problem
from cssa.forms.gathered import GatheredValues, Path, shortened
from cssa.forms.group_choice import selected_groups
from cssa.forms.labels import FLAGS, RISKS
from cssa.forms.reading import FormReading
from cssa.location import Location
from cssa.messages.wording import CodedWord, Word, listed

_HEAD = ("checklist", "campaign")


def merge_forms(readings: Sequence[FormReading]) -> GatheredValues:
    """Return the values and problems of several forms together.

    Two different answers to one practice are a further problem.
    """
    first = readings[0]
    merged = GatheredValues(first.path)
    for reading in readings:
        if merged.value and _is_other(merged, reading.gathered):
            merged.refuse("different_forms", Location(reading.path), other=first.path)
            continue
        _FormMerger(merged, reading).join()
        merged.problems += reading.gathered.problems
        merged.missing.update(reading.gathered.missing)
        _join_issued(merged.issued, reading.gathered.issued)
        merged.notes += reading.gathered.notes
    groups = [group.id for group in first.edition.checklist.groups]
    if merged.groups:
        merged.value["selected_groups"] = selected_groups(merged.groups, groups)
    for key in list(merged.missing):
        if tuple(key.split(".")) in merged.places:
            del merged.missing[key]
    if all(reading.asked is not None for reading in readings):
        answers = merged.value.get("answers", {})
        order = [key for key in first.edition.checklist.placed if key in answers]
        merged.value["answers"] = {key: answers[key] for key in order}
    return merged


def _is_other(merged: GatheredValues, added: GatheredValues) -> bool:
    """Return whether a form is of another checklist or campaign than those before it."""
    keys = (*_HEAD, *(() if merged.groups or added.groups else ("selected_groups",)))
    return any(merged.value.get(key) != added.value.get(key) for key in keys)


def _join_issued(issued: dict[tuple[str, str], str], added: Mapping[tuple[str, str], str]) -> None:
    """Add what the rows of a form were issued with; where two forms differ, it is not known."""
    for key, text in added.items():
        issued[key] = text if issued.get(key, text) == text else ""


class _FormMerger:
    """Adds the values of one form to the merged ones."""

    def __init__(self, merged: GatheredValues, reading: FormReading) -> None:
        self._merged = merged
        self._added = reading.gathered
        self._labels = reading.labels
        self._checklist = reading.edition.checklist

    def join(self) -> None:
        for group, is_answered in self._added.groups.items():
            self._group(group, is_answered=is_answered)
        for key, value in self._added.value.items():
            if key == "selected_groups" and self._added.groups:
                continue  # made of what all forms say of each group
            if key in ("institution", "approval"):
                self._mapping((key,), value)
            elif key == "answers":
                self._merged.value.setdefault("answers", {})
                for practice, answer in value.items():
                    self._value((key, practice), answer)
            else:
                self._value((key,), value)

    def _group(self, group: str, *, is_answered: bool) -> None:
        path = ("selected_groups", group)
        stated = self._merged.groups.setdefault(group, is_answered)
        if stated != is_answered:
            self._conflict(path, stated, is_answered)
        else:
            self._merged.places.setdefault(path, self._added.places[path])

    def _mapping(self, path: Path, value: dict[str, Any]) -> None:
        for key, item in value.items():
            deeper = (*path, key)
            if key in ("profile", "risk", "factors") and isinstance(item, dict):
                self._mapping(deeper, item)
            else:
                self._value(deeper, item)

    def _value(self, path: Path, value: Any) -> None:
        target: Any = self._merged.value
        for key in path[:-1]:
            target = target.setdefault(key, {})
        if path[-1] in target:
            if target[path[-1]] != value:
                self._conflict(path, target[path[-1]], value)
            return
        target[path[-1]] = value
        for place, cell in self._added.places.items():
            if place[: len(path)] == path:
                self._merged.places[place] = cell
        for place, numbers in self._added.slots.items():
            if place[: len(path)] == path:
                self._merged.slots[place] = numbers
        if path in self._added.rows:
            self._merged.rows[path] = self._added.rows[path]

    def _conflict(self, path: Path, merged: Any, added: Any) -> None:
        place = self._added.places.get(path) or Location(self._added.path)
        merged_place = self._merged.places.get(path)
        params = {
            "what": self._label(path, added),
            "other": merged_place or self._merged.path,
            "value": self._worded(path, merged),
            "found": self._worded(path, added),
        }
        self._merged.problems.append(Problem("form.conflict", params, place))

    def _label(self, path: Path, value: Any) -> Word | str:
        """Return how the form calls what two forms state differently."""
        if path[0] == "answers":
            return self._checklist.shown_id(str(path[1]))
        if path[0] == "lists":
            return listed(words_of(self._checklist.row_list[name].title) for name in value)
        key = ".".join(map(str, path))
        return self._labels.cover_label(key) if key in self._labels.cover else key

    def _worded(self, path: Path, value: Any) -> Word | str:
        """Return a value of the cover in the words of its cell, an answer by its fields."""
        if path[0] in ("answers", "lists") or isinstance(value, list):
            return shortened(_brief(value))
        if isinstance(value, dict):
            return listed(self._worded((*path, key), item) for key, item in value.items())
        if isinstance(value, bool):
            return CodedWord(f"form.flag.{FLAGS[0 if value else 1]}")
        if path[:2] == ("institution", "risk") and value in RISKS:
            return CodedWord(f"risk.{value}")
        names = {"sector": self._labels.sectors, "licence": self._labels.licences}
        return names.get(str(path[-1]), {}).get(value) or shortened(_brief(value))


def _brief(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_brief(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(_brief(item) for item in value)
    return str(value)
