"""The campaign file: who collects answers, by when, and on what basis."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Id
from cssa.datafile.reader import read
from cssa.datafile.types import Bounds, Date, Model, Text
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.location import KeyPath


def _for_both_languages(value: Any) -> Any:
    """Use one text for both languages."""
    return {"ja": value, "en": value} if isinstance(value, str) else value


BilingualText = Annotated[
    Text, BeforeValidator(_for_both_languages, json_schema_input_type=str | Text)
]
"""A text in two languages, or one text for both."""


class Campaign(Model):
    """One round of answers.

    Attributes:
        base_date: the day whose state the answers describe.
        deadline: the day by which forms are to come back.
        cut_off: the day after which a form enters no statistics.
        contact: where to turn with questions.
        legal_basis: what the issuer asks on.
        selected_groups: ids of the checklist's groups of practices that are asked; none is all.
        coverage_floor: share of answers below which a form enters no statistics.
    """

    schema_: Annotated[Literal["cssa.campaign/1"], Field(alias="schema")]
    id: Id
    title: BilingualText
    base_date: Date | None = None
    deadline: Date | None = None
    cut_off: Date | None = None
    issuer: BilingualText | None = None
    contact: BilingualText | None = None
    legal_basis: BilingualText | None = None
    selected_groups: tuple[Id, ...] = ()
    coverage_floor: Annotated[Decimal, Bounds(ge=0, le=1)] = Decimal("0.8")

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Campaign":
        if self.deadline and self.cut_off and self.cut_off < self.deadline:
            raise PydanticCustomError("campaign_dates", "cut_off before deadline")
        return self


def read_campaign(data: bytes, path: str, checklist: Checklist | None = None) -> Campaign:
    """Read a campaign file.

    Args:
        data: YAML or JSON.
        path: the input's name for messages.
        checklist: the one asked, which must have the groups selected; not looked at where None.

    Raises:
        InputError: with every problem found.
    """
    document = read(data, path)
    campaign = validate(Campaign, document)
    known = [group.id for group in checklist.groups] if checklist else campaign.selected_groups
    problems = []
    for index, group in enumerate(campaign.selected_groups):
        if group not in known:
            place: KeyPath = ("selected_groups", index)
            params = {"name": group, "known": ", ".join(known) or "-"}
            location = document.location(place)
            problems.append(Problem("answers.unknown_group", params, location, place))
    if problems:
        raise InputError(problems)
    return campaign
