"""Merging the forms of departments into one submission; contradictions are refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from cssa.errors import Problem
from cssa.forms.gathered import GatheredValues, Path, shortened
from cssa.forms.group_choice import selected_groups
from cssa.forms.labels import FLAGS
from cssa.forms.reading import FormReading
from cssa.location import Location

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
        _FormMerger(merged, reading.gathered).join()
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

    def __init__(self, merged: GatheredValues, added: GatheredValues) -> None:
        self._merged = merged
        self._added = added

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
            words = (FLAGS[0 if value else 1] for value in (stated, is_answered))
            self._conflict(path, *words)
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
            "what": ".".join(str(part) for part in path[1:] or path),
            "other": merged_place or self._merged.path,
            "value": shortened(_brief(merged)),
            "found": shortened(_brief(added)),
        }
        self._merged.problems.append(Problem("form.conflict", params, place))


def _brief(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_brief(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(_brief(item) for item in value)
    return str(value)
