"""Conditions on profile flags: which institutions a practice or point applies to."""

from collections.abc import Mapping
from itertools import product
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.datafile.schema_rules import at_least_one, given
from cssa.datafile.types import Model, Str

MAX_FLAGS = 4
"""Flags in a part of a condition; every combination of unstated ones is evaluated."""


class Applicability(Model):
    """A condition on profile flags; the parts that are given must all hold.

    Attributes:
        any: at least one of these flags is true.
        all: all of these flags are true.
        none: none of these flags is true.
    """

    model_config = ConfigDict(
        json_schema_extra=at_least_one(given(name, nothing=[]) for name in ("any", "all", "none"))
    )

    any: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()
    all: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()
    none: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a condition that names no flag."""
        if not self.flags:
            raise PydanticCustomError("condition_empty", "any, all or none")
        return self

    @property
    def flags(self) -> tuple[str, ...]:
        """Every flag named, in the order written."""
        return (*self.any, *self.all, *self.none)

    def holds(self, flags: Mapping[str, bool]) -> bool | None:
        """Evaluate the condition for a profile that may leave flags unstated.

        Args:
            flags: the stated flags.

        Returns:
            True or False where every value of the unstated flags gives it, else None.
        """
        unstated = [flag for flag in dict.fromkeys(self.flags) if flag not in flags]
        if not unstated:
            return self._holds(flags)
        outcomes = {
            self._holds({**flags, **dict(zip(unstated, values, strict=True))})
            for values in product((False, True), repeat=len(unstated))
        }
        return outcomes.pop() if len(outcomes) == 1 else None

    def excluding_flags(self, flags: Mapping[str, bool]) -> tuple[str, ...]:
        """Return the flags whose being false makes the condition false.

        A flag decides alone where the condition would be open without it; where none does, because
        several are each enough, all false flags are returned.

        Args:
            flags: the stated flags.
        """
        false = [flag for flag in dict.fromkeys((*self.any, *self.all)) if flags.get(flag) is False]
        deciding = [
            flag
            for flag in false
            if self.holds({name: value for name, value in flags.items() if name != flag}) is None
        ]
        return tuple(deciding or false)

    def _holds(self, flags: Mapping[str, bool]) -> bool:
        return (
            (not self.any or any(flags[flag] for flag in self.any))
            and all(flags[flag] for flag in self.all)
            and not any(flags[flag] for flag in self.none)
        )
