"""Which institutions a practice or point concerns, decided from the flags of a profile."""

from collections.abc import Mapping
from itertools import product
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from cssa.datafile.record import Record
from cssa.datafile.types import Str

MAX_FLAGS = 4
"""Flags that a part of a condition may name: all cases of unstated ones are gone through."""


class Condition(Record):
    """A condition on profile flags; the parts that are given must all hold.

    Attributes:
        any: at least one of these flags is true.
        all: all of these flags are true.
        none: none of these flags is true.
    """

    any: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()
    all: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()
    none: Annotated[tuple[Str, ...], Field(max_length=MAX_FLAGS)] = ()

    def check(self) -> None:
        """Refuse a condition that names no flag."""
        if not self.flags:
            raise PydanticCustomError("condition_empty", "any, all or none")

    @property
    def flags(self) -> tuple[str, ...]:
        """Every flag named, in the order written."""
        return (*self.any, *self.all, *self.none)

    def holds(self, flags: Mapping[str, bool]) -> bool | None:
        """Evaluate over a profile that may leave flags unstated.

        Args:
            flags: the stated flags.

        Returns:
            True or False where it is so however the unstated flags turn out, else None.
        """
        unstated = [flag for flag in dict.fromkeys(self.flags) if flag not in flags]
        outcomes = {
            self._holds({**flags, **dict(zip(unstated, values, strict=True))})
            for values in product((False, True), repeat=len(unstated))
        }
        return outcomes.pop() if len(outcomes) == 1 else None

    def taken_by(self, flags: Mapping[str, bool]) -> tuple[str, ...]:
        """Return the false flags for which the condition is false.

        Where no single one decides, because several would each be enough, all of them are meant.
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
