"""The input that a form is written from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Domain, PlacedPractice
from cssa.forms.labels import Labels
from cssa.messages import Lang
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.sectors import Sectors


@dataclass(frozen=True)
class FormRequest:
    """One form to be written.

    Attributes:
        campaign: shown on the cover.
        submission: answers and cover data to prefill.
        owner: the department that answers; None for all of them.
    """

    edition: Edition
    scales: LevelWording
    profile: ProfileQuestions
    sectors: Sectors
    lang: Lang
    campaign: Campaign | None = None
    submission: Submission | None = None
    owner: str | None = None

    @cached_property
    def labels(self) -> Labels:
        """The form's drop-down words and labels."""
        return Labels(self.lang, self.scales, self.profile, self.sectors)

    @property
    def campaign_id(self) -> str | None:
        """The campaign that the answers belong to."""
        if self.campaign:
            return self.campaign.id
        return self.submission.campaign if self.submission else None

    @property
    def selected_groups(self) -> tuple[str, ...]:
        """Ids of the groups of practices that are answered; none is all."""
        if self.campaign and self.campaign.selected_groups:
            return self.campaign.selected_groups
        return self.submission.selected_groups if self.submission else ()

    @cached_property
    def practices_by_domain(self) -> list[tuple[Domain, list[PlacedPractice]]]:
        """The practices of the form by domain; domains without any are left out."""
        groups: dict[str, tuple[Domain, list[PlacedPractice]]] = {}
        for item in self.edition.checklist.walk():
            if self.owner in (None, item.practice.owner):
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
