"""The institution's own estimates of effort, in place of the checklist's."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Id
from cssa.datafile.reader import read
from cssa.datafile.types import Model
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.messages.wording import listed
from cssa.planning.reach import EFFORT

_MAX_SHOWN = 12


class OwnEffort(Model):
    """What raising a practice by a level takes, where the institution knows better.

    Attributes:
        efforts: small, medium or large, by practice.
    """

    schema_: Annotated[Literal["cssa.effort/1"], Field(alias="schema")]
    efforts: dict[Id, Literal["s", "m", "l"]] = Field(default_factory=dict)

    @property
    def points(self) -> Mapping[str, int]:
        """Points for each level, by practice."""
        return {name: EFFORT[effort] for name, effort in self.efforts.items()}


def read_own_effort(data: bytes, path: str, checklist: Checklist) -> OwnEffort:
    """Read a file of own estimates.

    Args:
        data: YAML or JSON.
        path: its name for messages.
        checklist: the one answered, whose practices it names.

    Raises:
        InputError: with every problem found.
    """
    document = read(data, path)
    own = validate(OwnEffort, document)
    problems = []
    for name in own.efforts:
        if name not in checklist.placed:
            place = ("efforts", name)
            params = {"name": name, "known": listed(checklist.placed, _MAX_SHOWN)}
            location = document.location(place, key=True)
            problems.append(Problem("answers.unknown_practice", params, location, place))
    if problems:
        raise InputError(problems)
    return own
