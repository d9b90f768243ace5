"""``changes.yaml``: what became of each practice since another version of a checklist."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.change_kinds import CHANGE_KINDS, ChangeKind, KindName, PracticeCount
from cssa.checklist.practice import Id
from cssa.datafile.reader import read
from cssa.datafile.schema_rules import JsonSchema, requires
from cssa.datafile.types import LocalizedText, Model
from cssa.datafile.validation import LocatedValues, validate
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages.wording import listed

CHANGES = "changes.yaml"
"""Its name in the folder of the version that the changes lead to."""

Side = Literal["old", "new"]

_UNCHANGED = "unchanged"
_MAX_SHOWN = 8


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Ids = Annotated[
    tuple[Id, ...], BeforeValidator(_as_list, json_schema_input_type=Id | tuple[Id, ...])
]
"""One id, or a list of them."""


_SIDES: dict[PracticeCount, JsonSchema] = {
    PracticeCount.NONE: {"maxItems": 0, "type": "array"},
    PracticeCount.ONE: {
        "anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "maxItems": 1}]
    },
    PracticeCount.SEVERAL: {"type": "array", "minItems": 2},
}


def _sides_by_kind(schema: JsonSchema) -> None:
    """Write how many ids a kind of change has on each side."""
    by_sides: dict[tuple[tuple[str, PracticeCount], ...], list[str]] = {}
    for kind in CHANGE_KINDS.values():
        by_sides.setdefault(kind.sides, []).append(kind.name)
    schema["allOf"] = [
        requires(
            {"properties": {"kind": {"enum": kinds}}},
            {
                "properties": {side: _SIDES[count] for side, count in sides},
                "required": [side for side, count in sides if count is not PracticeCount.NONE],
            },
        )
        for sides, kinds in by_sides.items()
    ]


class ChangedVersion(Model):
    """A version of a checklist.

    Attributes:
        id: the checklist; in ``changes.yaml`` it may be left out, being the one of the folder.
    """

    id: Id | None = None
    version: Id


class PracticeChange(Model):
    """What became of one practice, or of several.

    Attributes:
        kind: what happened.
        old: ids in the former version.
        new: ids in the new version.
        note: what is different, for those who answered the former question.
    """

    model_config = ConfigDict(json_schema_extra=_sides_by_kind)

    kind: KindName
    old: Ids = ()
    new: Ids = ()
    note: LocalizedText | None = None

    @model_validator(mode="after")
    def _has_sides(self) -> Self:
        """Refuse a change that has too few or too many practices on a side."""
        kind = self.change_kind
        for side, count in kind.sides:
            if not count.holds(len(getattr(self, side))):
                code = f"change_{count.name.lower()}"
                params = {"side": side, "kind": self.kind, "at": side}
                raise PydanticCustomError(code, "ids", params)
        if kind.keeps_id and self.old != self.new:
            raise PydanticCustomError("change_id", "id", {"kind": self.kind, "at": "new"})
        return self

    @property
    def change_kind(self) -> ChangeKind:
        """Everything that is known of its kind."""
        return CHANGE_KINDS[self.kind]


class VersionChanges(Model):
    """What became of each practice since a former version.

    Attributes:
        from_: the former version.
        to: the version that it leads to; in ``changes.yaml`` it may be left out.
        unchanged: ids of the practices that ask for the same in the same words.
        changes: everything else.
    """

    schema_: Annotated[Literal["cssa.changes/1"], Field(alias="schema")]
    from_: Annotated[ChangedVersion, Field(alias="from")]
    to: ChangedVersion | None = None
    unchanged: tuple[Id, ...] = ()
    changes: tuple[PracticeChange, ...] = ()

    @cached_property
    def every(self) -> tuple[PracticeChange, ...]:
        """All changes, those of unchanged practices first."""
        same = (
            PracticeChange(kind=_UNCHANGED, old=(name,), new=(name,)) for name in self.unchanged
        )
        return (*same, *self.changes)

    @cached_property
    def by_new_id(self) -> dict[str, tuple[PracticeChange, ...]]:
        """The changes that led to each practice of the new version, several where it is of several.

        What one practice asked can have become part of another's question.
        """
        found: dict[str, tuple[PracticeChange, ...]] = {}
        for change in self.every:
            for name in change.new:
                found[name] = (*found.get(name, ()), change)
        return found

    def repeated(self, side: Side) -> frozenset[str]:
        """Return the ids that stand in several changes of a side, not all of which share parts."""
        uses: dict[str, list[PracticeChange]] = {}
        for change in self.every:
            for name in getattr(change, side):
                uses.setdefault(name, []).append(change)
        return frozenset(
            name
            for name, changes in uses.items()
            if len(changes) > 1 and not all(change.change_kind.shares_parts for change in changes)
        )

    def places(self, side: Side) -> Iterator[tuple[str, KeyPath]]:
        """Yield the ids of a side with their paths, those of unchanged practices first."""
        for index, name in enumerate(self.unchanged):
            yield name, ("unchanged", index)
        for index, change in enumerate(self.changes):
            for position, name in enumerate(getattr(change, side)):
                yield name, ("changes", index, side, position)


class LocatedChanges(NamedTuple):
    """Changes with the document that they were read from."""

    changes: VersionChanges
    document: LocatedValues

    def problem(self, code: str, path: KeyPath, **params: object) -> Problem:
        """Return a problem in the document.

        Args:
            code: key of the message.
            path: the value concerned.
            params: values for the message's placeholders.
        """
        existing = self.document.existing_path(path)
        return Problem(code, params, self.document.location(existing), existing)

    def side_problems(self, side: Side, practices: Collection[str]) -> Iterator[Problem]:
        """Yield the ids of a side that are unknown or stand twice, and practices that have none.

        Args:
            side: which version.
            practices: ids of its practices.
        """
        code, repeated = f"lint.changes-{side}-ids", self.changes.repeated(side)
        named: set[str] = set()
        for name, path in self.changes.places(side):
            named.add(name)
            if name not in practices:
                yield self.problem(f"{code}.unknown", path, id=name)
            elif name in repeated:
                yield self.problem(f"{code}.twice", path, id=name)
        missing = [name for name in practices if name not in named]
        if missing:
            first = listed(missing, _MAX_SHOWN)
            yield self.problem(f"{code}.missing", ("changes",), count=len(missing), first=first)


def read_changes(data: bytes, path: str) -> LocatedChanges:
    """Return the changes of a file.

    Args:
        data: its content.
        path: its name for messages.

    Raises:
        InputError: with every problem that can be found without the checklists.
    """
    document = read(data, path)
    return LocatedChanges(validate(VersionChanges, document), document)
