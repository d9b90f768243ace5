"""The campaign file: who collects answers, by when, and on what basis."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.answers.handling import Handling
from cssa.checklist.model import Checklist
from cssa.checklist.practice import TIERS, Id, Tier
from cssa.datafile.reader import Document, read
from cssa.datafile.types import Bool, Bounds, Date, Line, Model, Text
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.location import KeyPath
from cssa.messages.wording import CodedWord, listed


def _for_both_languages(value: Any) -> Any:
    """Use one text for both languages."""
    return {"ja": value, "en": value} if isinstance(value, str) else value


BilingualText = Annotated[
    Text, BeforeValidator(_for_both_languages, json_schema_input_type=str | Text)
]
"""A text in two languages, or one text for both."""

_MAX_SHOWN = 8
"""Practices that a message lists."""

MAX_MARKING = 40
"""Characters of a marking, which stands at the edges of every page."""


class Marking(Text):
    """A few words in two languages, short enough for the edge of a page."""

    ja: Annotated[Line, Field(max_length=MAX_MARKING)]
    en: Annotated[Line, Field(max_length=MAX_MARKING)]


BilingualMarking = Annotated[
    Marking, BeforeValidator(_for_both_languages, json_schema_input_type=Line | Marking)
]


class Campaign(Model):
    """One round of answers.

    Attributes:
        base_date: the day whose state the answers describe.
        deadline: the day by which forms are to come back.
        cut_off: the day after which a form enters no statistics.
        contact: where to turn with questions.
        legal_basis: what the issuer asks on.
        marking: the issuer's own marking of documents with answers (機密性区分).
        use: what the answers are used for.
        sharing: with whom they are shared.
        retain_until: the day until which they are kept.
        clarifications: what the issuer adds to a practice since the checklist was made, by its
            id; forms show it, and the structure hash stays.
        selected_groups: ids of the checklist's groups of practices that are asked; none is all.
        tiers: those of which practices are asked.
        coverage_floor: share of answers below which a form enters no statistics.
        incidents: whether published incident cases stand beside the gaps in feedback.
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
    marking: BilingualMarking | None = None
    use: BilingualText | None = None
    sharing: BilingualText | None = None
    retain_until: Date | None = None
    clarifications: dict[Id, BilingualText] = Field(default_factory=dict)
    selected_groups: tuple[Id, ...] = ()
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)] = TIERS
    coverage_floor: Annotated[Decimal, Bounds(ge=0, le=1)] = Decimal("0.8")
    incidents: Bool = False

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Campaign":
        if self.deadline and self.cut_off and self.cut_off < self.deadline:
            raise PydanticCustomError("campaign_dates", "cut_off before deadline")
        return self

    @property
    def handling(self) -> Handling:
        """How documents with answers are to be handled."""
        return Handling(self.marking, self.use, self.sharing, self.retain_until)


def read_campaign(data: bytes, path: str, checklist: Checklist | None = None) -> Campaign:
    """Read a campaign file.

    Args:
        data: YAML or JSON.
        path: the input's name for messages.
        checklist: the one asked, which must have the groups and tiers stated; not looked at where
            None.

    Raises:
        InputError: with every problem found.
    """
    document = read(data, path)
    campaign = validate(Campaign, document)
    known = [group.id for group in checklist.groups] if checklist else campaign.selected_groups
    problems = []
    place: KeyPath
    for index, group in enumerate(campaign.selected_groups):
        if group not in known:
            place = ("selected_groups", index)
            params = {"name": group, "known": listed(known or ["-"])}
            location = document.location(place)
            problems.append(Problem("answers.unknown_group", params, location, place))
    problems += _unused_tiers(campaign, document, checklist)
    for practice in campaign.clarifications:
        if checklist is not None and practice not in checklist.placed:
            place = ("clarifications", practice)
            location = document.location(place, key=True)
            params = {"name": practice, "known": listed(checklist.placed, _MAX_SHOWN)}
            problems.append(Problem("answers.unknown_practice", params, location, place))
    if problems:
        raise InputError(problems)
    return campaign


def _unused_tiers(
    campaign: Campaign, document: Document, checklist: Checklist | None
) -> Iterator[Problem]:
    """Yield the tiers stated of which the checklist has no practice."""
    if checklist is None or "tiers" not in campaign.model_fields_set:
        return
    used = {item.practice.tier for item in checklist.walk()}
    for index, tier in enumerate(campaign.tiers):
        if tier not in used:
            place: KeyPath = ("tiers", index)
            params = {"tier": CodedWord(f"tier.{tier}"), "checklist": checklist.id}
            yield Problem("campaign.tier_unused", params, document.location(place), place)
