"""Profile questions: flags that decide scope, and factors that decide the risk profile."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.practice import Id
from cssa.datafile.types import Bool, Model, Text
from cssa.scheme.targets import RiskLevel


class Flag(Model):
    """A yes-or-no fact that takes practices in or out of scope.

    Attributes:
        title: names it where there is no room for the question.
        question: how it is asked.
        why: what the answer decides.
        for_comparison: it also decides with whom the institution is compared.
    """

    id: Id
    title: Text
    question: Text
    why: Text
    for_comparison: Bool = False


class Factor(Model):
    """One thing that raises or lowers the risk an institution carries.

    Attributes:
        key: whether it enters the maximum that gives the risk profile.
        levels: what low, medium and high mean here.
    """

    id: Id
    title: Text
    key: Bool
    levels: dict[RiskLevel, Text]


class ProfileQuestions(Model):
    """``profile.yaml``."""

    schema_: Annotated[Literal["cssa.profile/1"], Field(alias="schema")]
    flags: Annotated[tuple[Flag, ...], Field(min_length=1)]
    factors: Annotated[tuple[Factor, ...], Field(min_length=1)]

    @cached_property
    def titles(self) -> Mapping[str, Text]:
        """Titles of flags and factors by id."""
        return {
            **{flag.id: flag.title for flag in self.flags},
            **{factor.id: factor.title for factor in self.factors},
        }
