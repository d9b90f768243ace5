"""The list of delegates: which department answers which part of a checklist, and by when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from cssa.answers.submission import is_institution_id
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.checklist.practice import Id, Owner
from cssa.datafile.reader import read
from cssa.datafile.schema_rules import at_least_one, given
from cssa.datafile.types import Date, Line, Model
from cssa.datafile.validation import LocatedValues, validate
from cssa.errors import InputError, Problem
from cssa.location import KeyPath
from cssa.messages.wording import listed

_CLAIMS = ("owners", "practices")
_MAX_SHOWN = 8
"""Ids that a message lists."""


def _file_name(value: Any) -> Any:
    if isinstance(value, str) and not is_institution_id(value):
        raise PydanticCustomError("delegate_id", "id")
    return value


class Delegate(Model):
    """A department with what it answers.

    Attributes:
        id: part of the names of its forms.
        owners: functions by which the checklist says who usually answers.
        practices: ids of practices, or of the sections and domains that have them.
        person: whom to ask there; the name of a function, rather than of a person.
        due: the day by which its form is to come back.
    """

    id: Annotated[Id, BeforeValidator(_file_name)]
    department: Line
    owners: tuple[Owner, ...] = ()
    practices: tuple[Id, ...] = ()
    person: Line | None = None
    mail: Line | None = None
    due: Date | None = None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Add that something has to be answered."""
        schema = handler(core_schema)
        definition = handler.resolve_ref_schema(schema)
        definition["allOf"] = [at_least_one([*map(given, _CLAIMS)])]
        return schema

    @model_validator(mode="after")
    def _answers_something(self) -> "Delegate":
        if not self.owners and not self.practices:
            raise PydanticCustomError("delegate_empty", "delegate")
        return self


class Delegates(Model):
    """The departments that answer a checklist together.

    Attributes:
        due: the day by which forms are to come back from those that have none of their own.
    """

    schema_: Annotated[Literal["cssa.delegates/1"], Field(alias="schema")]
    due: Date | None = None
    delegates: Annotated[tuple[Delegate, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Assignment:
    """Who answers what.

    Attributes:
        practices: by id of a delegate: ids of its practices, in checklist order.
        due: by id of a delegate: the day by which its form is to come back; None where none is
            stated.
        open: ids of practices that nobody answers.
    """

    delegates: Mapping[str, Delegate]
    practices: Mapping[str, tuple[str, ...]]
    due: Mapping[str, date | None]
    open: tuple[str, ...]


def read_delegates(data: bytes, path: str, checklist: Checklist) -> Assignment:
    """Read a list of delegates.

    Of several that name a practice, the one that names it most closely answers it: by its own id,
    then by that of the innermost section, of the domain, and last by who usually answers.

    Args:
        data: YAML or JSON.
        path: the input's name for messages.
        checklist: what they answer.

    Raises:
        InputError: with every problem found.
    """
    document = read(data, path)
    listed_ = validate(Delegates, document)
    problems = list(_problems(listed_, document, checklist))
    if problems:
        raise InputError(problems)
    claims = {
        (name, part): delegate.id
        for delegate in listed_.delegates
        for name in _CLAIMS
        for part in getattr(delegate, name)
    }
    practices: dict[str, list[str]] = {delegate.id: [] for delegate in listed_.delegates}
    unclaimed: list[str] = []
    for placed in checklist.placed.values():
        answering = next((claims[key] for key in _keys(placed) if key in claims), None)
        (unclaimed if answering is None else practices[answering]).append(placed.practice.id)
    return Assignment(
        {delegate.id: delegate for delegate in listed_.delegates},
        {delegate_id: tuple(ids) for delegate_id, ids in practices.items()},
        {delegate.id: delegate.due or listed_.due for delegate in listed_.delegates},
        tuple(unclaimed),
    )


def _keys(placed: PlacedPractice) -> Iterator[tuple[str, str]]:
    """Yield by what a practice can be claimed, the closest first."""
    yield "practices", placed.practice.id
    if placed.section is not None:
        for section in placed.domain.lineage[placed.section.id]:
            yield "practices", section
    yield "practices", placed.domain.id
    yield "owners", placed.practice.owner


def _problems(
    listed_: Delegates, document: LocatedValues, checklist: Checklist
) -> Iterator[Problem]:
    known = checklist.practice_ids_by_part
    owners = {placed.practice.owner for placed in checklist.placed.values()}
    ids: dict[str, KeyPath] = {}
    claims: dict[tuple[str, str], KeyPath] = {}
    for index, delegate in enumerate(listed_.delegates):
        path: KeyPath = ("delegates", index, "id")
        if delegate.id.casefold() in ids:
            first = document.location(ids[delegate.id.casefold()])
            params = {"id": delegate.id, "first": first}
            yield Problem("delegates.id_twice", params, document.location(path), path)
        ids.setdefault(delegate.id.casefold(), path)
        for name in _CLAIMS:
            for number, part in enumerate(getattr(delegate, name)):
                path = ("delegates", index, name, number)
                place = document.location(path)
                if name == "owners" and part not in owners:
                    known_owners = {"name": part, "known": listed(sorted(owners))}
                    yield Problem("delegates.unknown_owner", known_owners, place, path)
                elif name == "practices" and part not in known:
                    yield _unknown(part, list(known), document, path)
                elif (name, part) in claims:
                    params = {"name": part, "first": document.location(claims[name, part])}
                    yield Problem("delegates.claimed_twice", params, place, path)
                claims.setdefault((name, part), path)


def _unknown(part: str, known: list[str], document: LocatedValues, path: KeyPath) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(part, known, n=1)
    code = "answers.unknown_practice.near" if near else "answers.unknown_practice"
    params = {"name": part, "known": near[0] if near else listed(known, _MAX_SHOWN)}
    return Problem(code, params, document.location(path), path)
