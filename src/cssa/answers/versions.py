"""Merging two versions of an answers file that were made from a common one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from cssa.answers.comparable import exact_digest
from cssa.answers.flat_fields import KINDS, Fields, every_field, field_path, with_fields
from cssa.answers.item_matching import IDENTIFYING_FIELDS, Numbers
from cssa.answers.loading import LoadedAnswers
from cssa.answers.serialization import answer_to_plain, to_plain
from cssa.answers.side_by_side import shown_value
from cssa.answers.submission import Answer, Submission
from cssa.answers.three_way import OF_FILES, Merge, merge_fields
from cssa.answers.three_way import Side as MergeSide
from cssa.datafile.edit import ABSENT, Change, EditableDocument, MappingPath
from cssa.errors import InputError, Problem
from cssa.messages.wording import CodedWord, listed

Side = Literal["ours", "theirs"]

_VALUE = "value"
_WHOLE = frozenset(("profile", "factors"))
"""Mappings whose members are values of their own, whatever these consist of."""
_SIDES: Mapping[Side, MergeSide] = {"ours": "file", "theirs": "form"}
_NO_NUMBERS: Numbers = dict.fromkeys(IDENTIFYING_FIELDS, ())


@dataclass
class VersionMerge:
    """The result of merging their version into ours.

    Attributes:
        changes: what to change in our file.
        taken: fields that are taken from theirs, by practice or path in the header.
        kept: fields that were changed in ours alone.
        conflicts: fields that were changed differently in both.
        problems: the conflicts with both places and values.
    """

    changes: list[Change] = field(default_factory=list)
    taken: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    conflicts: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _ComparedEntry:
    """An answer, or a value of the header, in both versions.

    Attributes:
        name: what it is called to the user.
        path: where it stands in a file.
        base: hashes of the common version.
    """

    name: str
    path: tuple[str, ...]
    base: Mapping[str, str]
    ours: Fields
    theirs: Fields
    our_items: Numbers = field(default_factory=dict)
    their_items: Numbers = field(default_factory=dict)


def refuse_other(base: LoadedAnswers | None, ours: LoadedAnswers, theirs: LoadedAnswers) -> None:
    """Refuse versions of different institutions or checklists.

    Raises:
        InputError: with the places where they differ from ours.
    """
    problems = []
    own = ours.submission
    for other in (base, theirs):
        if other is None:
            continue
        named, location = other.submission, other.document.location
        if named.institution.id.casefold() != own.institution.id.casefold():
            params = {
                "ours": f"{own.institution.name} ({own.institution.id})",
                "other": f"{named.institution.name} ({named.institution.id})",
            }
            place = location(("institution", "id"))
            problems.append(Problem("answers.merge.other_institution", params, place))
        asked, answered = own.checklist, named.checklist
        if (asked.id, asked.version) != (answered.id, answered.version):
            params = {
                "ours": f"{asked.id} {asked.version}",
                "other": f"{answered.id} {answered.version}",
            }
            place = location(("checklist",))
            problems.append(Problem("answers.merge.other_checklist", params, place))
    if problems:
        raise InputError(problems)


def merge_versions(
    base: LoadedAnswers | None,
    ours: Submission,
    our_file: EditableDocument,
    theirs: LoadedAnswers,
    order: Sequence[str],
    take: Side | None = None,
) -> VersionMerge:
    """Return what their version changes in ours.

    Without conflicts the outcome is the same whichever of the two is called ours, but for the order
    of items in lists and how the file is written.

    Args:
        base: the common version; None where there is none, so that every difference is a conflict.
        ours: our version.
        our_file: the same as text.
        theirs: their version.
        order: practice ids in checklist order.
        take: the side that conflicts are settled by; where None our value stays.
    """
    merger = _Merger(base, ours, our_file, theirs, take)
    return merger.merge(order)


class _Merger:
    """Merges row by row."""

    def __init__(
        self,
        base: LoadedAnswers | None,
        ours: Submission,
        our_file: EditableDocument,
        theirs: LoadedAnswers,
        take: Side | None,
    ) -> None:
        self._base = None if base is None else base.submission
        self._ours = ours
        self._our_file = our_file
        self._theirs = theirs.submission
        self._their_document = theirs.document
        self._take = None if take is None else _SIDES[take]
        self._merge = VersionMerge()

    def merge(self, order: Sequence[str]) -> VersionMerge:
        lists: dict[str, dict[str, Any]] = {}
        for row in self._header():
            merged = self._merged(row)
            if merged.fields == row.ours:
                continue
            value = merged.fields.get(_VALUE, ABSENT)
            if row.path[0] == "lists":
                lists.setdefault(row.path[1], {})[row.path[2]] = value
            else:
                self._merge.changes.append(Change(row.path, value))
        self._merge.changes += self._lists(lists)
        for row in self._answers(order):
            merged = self._merged(row)
            fields = _confirmed(merged.fields, row)
            if fields != row.ours:
                self._merge.changes.append(self._answer(row, fields))
        return self._merge

    def _header(self) -> Iterator[_ComparedEntry]:
        sides = [
            {} if side is None else dict(_header_values(_header(side)))
            for side in (self._base, self._ours, self._theirs)
        ]
        for path in dict.fromkeys(path for side in (sides[1], sides[2], sides[0]) for path in side):
            base, ours, theirs = ({_VALUE: side[path]} if path in side else {} for side in sides)
            yield _ComparedEntry(".".join(path), path, _marks(base), ours, theirs)

    def _answers(self, order: Sequence[str]) -> Iterator[_ComparedEntry]:
        for practice in order:
            base, ours, theirs = (
                None if side is None else side.answers.get(practice)
                for side in (self._base, self._ours, self._theirs)
            )
            base_items, our_items, their_items = _numbers(base, ours, theirs)
            yield _ComparedEntry(
                practice,
                ("answers", practice),
                _marks(every_field(base, base_items)),
                every_field(ours, our_items),
                every_field(theirs, their_items),
                our_items,
                their_items,
            )

    def _merged(self, row: _ComparedEntry) -> Merge:
        merged = merge_fields(row.theirs, row.ours, row.base, self._take, OF_FILES)
        for name in ("taken", "kept"):
            names = getattr(merged, name)
            if names:
                getattr(self._merge, name)[row.name] = names
        for names in merged.conflicts:
            self._merge.conflicts.setdefault(row.name, []).extend(names)
            self._merge.problems.append(self._conflict(row, names))
        return merged

    def _answer(self, row: _ComparedEntry, fields: Fields) -> Change:
        if not fields:
            return Change(row.path, ABSENT)
        before = self._ours.answers.get(row.name)
        answer = with_fields(None, fields, row.our_items)
        return Change(row.path, answer_to_plain(answer, before, self._our_file.get(row.path)))

    def _lists(self, changed: Mapping[str, Mapping[str, Any]]) -> Iterator[Change]:
        """Yield the changes of lists of rows, by the names that change in them."""
        for list_id, names in changed.items():
            own = {row.id: row.name for row in self._ours.lists.get(list_id, ())}
            rows = {**own, **names}
            value = [
                {"id": row_id, "name": name} for row_id, name in rows.items() if name is not ABSENT
            ]
            yield Change(("lists", list_id), value or ABSENT)

    def _conflict(self, row: _ComparedEntry, names: Sequence[str]) -> Problem:
        is_alone = len(names) == 1
        name = names[0]
        our_steps, their_steps = (
            _steps(row, name, row.our_items),
            _steps(row, name, row.their_items),
        )
        their_path = self._their_document.existing_path((*row.path, *their_steps))
        ours = [shown_value(name, row.ours, row.theirs, alone=is_alone) for name in names]
        theirs = [shown_value(name, row.theirs, row.ours, alone=is_alone) for name in names]
        document = self._our_file.document
        params = {
            "ours": _listed(ours),
            "theirs": _listed(theirs),
            "there": self._their_document.location(their_path),
        }
        place = document.existing_path((*row.path, *our_steps))
        path = (*row.path, *our_steps) if is_alone else row.path
        return Problem("answers.merge.conflict", params, document.location(place), path)


def _listed(values: Sequence[str]) -> object:
    given = [value for value in values if value]
    return listed(given) if given else CodedWord("answers.merge.none")


def _steps(row: _ComparedEntry, name: str, items: Numbers) -> tuple[str | int, ...]:
    return field_path(name, items or _NO_NUMBERS) if row.path[0] == "answers" else ()


def _header(submission: Submission) -> dict[str, Any]:
    plain = to_plain(submission)
    del plain["answers"], plain["schema"]
    for flag, stated in plain["institution"].get("profile", {}).items():
        if set(stated) == {"value"}:
            plain["institution"]["profile"][flag] = stated["value"]
    plain["lists"] = {
        list_id: {row["id"]: row["name"] for row in rows}
        for list_id, rows in plain.get("lists", {}).items()
    }
    return plain


def _header_values(
    value: Mapping[str, Any], path: MappingPath = ()
) -> Iterator[tuple[MappingPath, Any]]:
    """Yield what a header states, by path; what only makes sense together is one value."""
    for key, member in value.items():
        is_whole = (path[-1:] and path[-1] in _WHOLE) or key == "override"
        if isinstance(member, Mapping) and not is_whole:
            yield from _header_values(member, (*path, key))
        else:
            yield (*path, key), member


def _marks(fields: Fields) -> dict[str, str]:
    return {name: exact_digest(value) for name, value in fields.items()}


def _numbers(*versions: Answer | None) -> list[dict[str, list[int]]]:
    """Number the items of the versions' lists: one number for the same document or reviewer."""
    numbers: list[dict[str, list[int]]] = [{} for _ in versions]
    for name, identifier in IDENTIFYING_FIELDS.items():
        known: dict[tuple[Any, int], int] = {}
        for answer, own in zip(versions, numbers, strict=True):
            seen: Counter[Any] = Counter()
            own[name] = []
            for item in getattr(answer, name) if answer else ():
                subject = getattr(item, identifier)
                seen[subject] += 1
                own[name].append(known.setdefault((subject, seen[subject]), len(known) + 1))
    return numbers


def _confirmed(fields: Fields, row: _ComparedEntry) -> Fields:
    """Return merged fields, to be confirmed where nobody has confirmed a value that stands."""
    if "confirmed" in fields:
        return fields
    confirmed = [side for side in (row.ours, row.theirs) if "confirmed" not in side]
    values = (name for name in fields if name.partition(".")[0] in KINDS)
    if all(any(side.get(name) == fields[name] for side in confirmed) for name in values):
        return fields
    return {**fields, "confirmed": False}
