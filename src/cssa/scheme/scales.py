"""Scales: the six levels, and their wording for each kind of practice."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.practice import MAX_LEVEL, Id, Level
from cssa.datafile.types import Model, Text


class LevelName(Model):
    """What a level is called and what it means wherever no scale says it closer.

    Attributes:
        former: names that forms sent out earlier have in its place.
    """

    level: Level
    name: Text
    former: tuple[Text, ...] = ()
    meaning: Text


class Scale(Model):
    """The words of levels 2 to 5 for one kind of practice.

    Attributes:
        not_yet_if: for levels 3 to 5, what shows that the level is not reached yet.
    """

    id: Id
    title: Text
    words: Annotated[
        dict[Literal["2", "3", "4", "5"], Text],
        Field(json_schema_extra={"minProperties": MAX_LEVEL - 1}),
    ]

    not_yet_if: Annotated[
        dict[Literal["3", "4", "5"], Text],
        Field(json_schema_extra={"minProperties": MAX_LEVEL - 2}),
    ]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a scale that leaves a level without words."""
        if len(self.words) != MAX_LEVEL - 1 or len(self.not_yet_if) != MAX_LEVEL - 2:
            raise PydanticCustomError("scale_words", "2 to 5")
        return self


class Scales(Model):
    """``scales.yaml``.

    Attributes:
        levels: levels 0 to 5 in order.
        rules: what is printed wherever levels are asked.
        scales: one for each kind of practice.
    """

    schema_: Annotated[Literal["cssa.scales/1"], Field(alias="schema")]
    levels: Annotated[tuple[LevelName, ...], Field(min_length=6, max_length=6)]
    rules: tuple[Text, ...]
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]
