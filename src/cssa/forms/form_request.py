"""The input that a form is written from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cssa.answers.campaign import Campaign
from cssa.answers.handling import UNSPECIFIED
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Domain, PlacedPractice
from cssa.datafile.types import Text
from cssa.forms.labels import Labels
from cssa.lists.delegates import Delegate
from cssa.messages import Lang, message
from cssa.messages.wording import in_language
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.sectors import Sectors


def asked_part(
    edition: Edition, campaign: Campaign | None
) -> tuple[Edition, frozenset[str] | None]:
    """Return what a campaign asks of a checklist, and ids of its practices; None where it asks all.

    Args:
        edition: the whole checklist.
        campaign: who asks; None without its file.
    """
    part = edition if campaign is None else edition.of_tiers(campaign.tiers)
    return part, None if part is edition else frozenset(part.checklist.placed)


@dataclass(frozen=True)
class FormRequest:
    """One form to be written.

    Attributes:
        edition: the checklist, or the part of it that the campaign asks.
        profile: the flags and factors asked on the cover.
        campaign: shown on the cover.
        submission: answers and cover data to prefill.
        owner: the function that answers; None for all of them.
        delegate: the department that answers; None where it is not named.
        due: the day by which that department sends the form back.
        asked: ids of the practices asked; None for those of the owner.
        is_short: whether the form has one sheet with few columns.
        number: under which the form is issued to one institution, whose id, name and sub-sector are
            filled in and locked; None for a form that anybody can use.
    """

    edition: Edition
    scales: LevelWording
    profile: ProfileQuestions
    sectors: Sectors
    lang: Lang
    campaign: Campaign | None = None
    submission: Submission | None = None
    owner: str | None = None
    delegate: Delegate | None = None
    due: date | None = None
    asked: frozenset[str] | None = None
    is_short: bool = False
    number: str | None = None

    @cached_property
    def labels(self) -> Labels:
        """The form's drop-down words and labels."""
        groups = self.edition.checklist.groups
        return Labels(self.lang, self.scales, self.profile, self.sectors, groups)

    @property
    def clarifications(self) -> Mapping[str, Text]:
        """What the issuer adds to practices, by their ids."""
        return self.campaign.clarifications if self.campaign else {}

    @property
    def handling(self) -> str:
        """The marking at the head of the cover, and at the foot of every page."""
        return self.handling_in(self.lang)

    def handling_in(self, lang: Lang) -> str:
        """Return the same marking in a language."""
        stated = UNSPECIFIED if self.campaign is None else self.campaign.handling
        handling = replace(stated, historical=self.edition.checklist.historical)
        return str(in_language(handling.mark, lang, message))

    @property
    def campaign_id(self) -> str | None:
        """The campaign that the answers belong to."""
        if self.campaign:
            return self.campaign.id
        return self.submission.campaign if self.submission else None

    @property
    def asked_groups(self) -> tuple[str, ...]:
        """Ids of the groups of practices that the campaign asks; where none, the cover asks."""
        return self.campaign.selected_groups if self.campaign else ()

    @property
    def group_ids(self) -> list[str]:
        """Ids of the groups that the cover asks for."""
        if self.asked_groups:
            return []
        return [group.id for group in self.edition.checklist.groups]

    @cached_property
    def practices_by_domain(self) -> list[tuple[Domain, list[PlacedPractice]]]:
        """The practices of the form by domain; domains without any are left out."""
        groups: dict[str, tuple[Domain, list[PlacedPractice]]] = {}
        for item in self.edition.checklist.walk():
            is_owned = self.owner in (None, item.practice.owner)
            if is_owned and (self.asked is None or item.practice.id in self.asked):
                groups.setdefault(item.domain.id, (item.domain, []))[1].append(item)
        return list(groups.values())

    def prefilled_answer(self, practice_id: str) -> Answer | None:
        """Return the prefilled answer of a practice, None where there is none."""
        return self.submission.answers.get(practice_id) if self.submission else None

    def prefilled_answers(self) -> Iterator[Answer]:
        """Yield all prefilled answers."""
        for _, items in self.practices_by_domain:
            for item in items:
                answer = self.prefilled_answer(item.practice.id)
                if answer is not None:
                    yield answer
