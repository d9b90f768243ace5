"""Which institutions a practice or point concerns, decided from the flags of a profile."""

from collections.abc import Mapping

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from cssa.yamlio.model import Model, Str


class Condition(Model):
    """A condition on profile flags; the parts that are given must all hold.

    Attributes:
        any: at least one of these flags is true.
        all: all of these flags are true.
        none: none of these flags is true.
    """

    any: tuple[Str, ...] = ()
    all: tuple[Str, ...] = ()
    none: tuple[Str, ...] = ()

    @model_validator(mode="after")
    def _not_empty(self) -> "Condition":
        if not self.flags:
            raise PydanticCustomError("condition_empty", "any, all or none")
        return self

    @property
    def flags(self) -> tuple[str, ...]:
        """Every flag named, in the order written."""
        return (*self.any, *self.all, *self.none)

    def holds(self, flags: Mapping[str, bool]) -> bool | None:
        """Evaluate over a profile that may leave flags unstated.

        Args:
            flags: the stated flags.

        Returns:
            True or False where the stated flags decide it, None where they do not.
        """
        parts: list[bool | None] = []
        if self.any:
            parts.append(_either([flags.get(flag) for flag in self.any]))
        if self.all:
            negated = _either([_not(flags.get(flag)) for flag in self.all])
            parts.append(_not(negated))
        if self.none:
            parts.append(_not(_either([flags.get(flag) for flag in self.none])))
        return _not(_either([_not(part) for part in parts]))


def _either(values: list[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values else False


def _not(value: bool | None) -> bool | None:  # noqa: FBT001 - three-valued, not a switch
    return None if value is None else not value
