"""Generated submissions: reproducible by seed, each on its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.lists.roster import RosterEntry
from cssa.synth.answer_details import AnswerDetails
from cssa.synth.draw import DrawnLevel, LevelModel
from cssa.synth.institutions import InstitutionModel, InstitutionSet
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import Traits

_NOT_APPLICABLE = 0.008
_NOT_APPLICABLE_KNOWN = 0.1
"""The same where reasons are known for just this practice."""
_LEFT_OUT_BELOW, _LEFT_OUT = 2.2, 0.72
"""Reach below which desirable practices are left out, and how often."""
_CARELESS, _UNFINISHED = 0.35, 0.045
"""Share of institutions that leave single practices unanswered, and of those that leave many."""


def campaign_of(year: int, traits: Traits) -> Campaign:
    """Return the campaign of a year: its state at the end of September, asked for by November."""
    words = traits.campaign
    return Campaign.model_validate(
        {
            "schema": "cssa.campaign/1",
            "id": str(year),
            "title": words.title,
            "base_date": date(year, 9, 30),
            "deadline": date(year, 11, 20),
            "cut_off": date(year, 12, 18),
            "issuer": words.issuer,
            "contact": words.contact,
            "legal_basis": words.legal_basis,
        }
    )


class Generator:
    """Generates institutions and their answers.

    Args:
        seed: the same gives the same, for any number of institutions.
        edition: what is answered; questions of other kinds than levels stay unanswered.
        year: the campaign; of two years the second has nearly the same institutions, further on.
    """

    def __init__(self, seed: int, edition: Edition, traits: Traits, year: int) -> None:
        self._seed = seed
        self._edition = edition
        self._traits = traits
        self._year = year
        self._cast = InstitutionSet(seed, traits)
        self._model = LevelModel(seed, edition, traits)

    def numbers(self, count: int) -> list[int]:
        """Return the numbers of the first institutions that answer in this year."""
        return list(islice(self._cast.numbers(self._year), count))

    def entry(self, number: int) -> RosterEntry:
        """Return an institution's line of the roster."""
        return self._cast.entry(self._cast.character(number))

    def submission(self, number: int) -> Submission:
        """Return an institution's answers."""
        character = self._cast.character(number)
        dice = SeededRandom(self._seed, number, "answers", self._year)
        answered = date(self._year, 9, 30) + timedelta(days=dice.whole(1, 25))
        remarks = AnswerDetails(self._traits, dice, answered)
        gaps = self._gaps(dice)
        answers: dict[str, Any] = {}
        for drawn in self._model.levels(character, self._year):
            answer = self._answer(character, drawn, remarks, dice, gaps)
            if answer is not None:
                answers[drawn.item.practice.id] = answer
        checklist = self._edition.checklist
        return Submission.model_validate(
            {
                "schema": "cssa.answers/1",
                "checklist": {"id": checklist.id, "version": checklist.version},
                "campaign": str(self._year),
                "institution": character.plain,
                "assessed_on": answered,
                "approval": self._approval(dice, answered),
                "answers": answers,
            }
        )

    def _gaps(self, dice: SeededRandom) -> float:
        """Return the share of practices that an institution leaves unanswered."""
        if dice.chance(_UNFINISHED):
            return 0.21 + 0.25 * dice.fraction()
        return 0.025 * dice.fraction() if dice.chance(_CARELESS) else 0.0

    def _answer(
        self,
        character: InstitutionModel,
        drawn: DrawnLevel,
        remarks: AnswerDetails,
        dice: SeededRandom,
        gaps: float,
    ) -> dict[str, Any] | None:
        practice = drawn.item.practice
        condition = practice.applies_if
        if condition is not None and condition.holds(character.flags) is False:
            return None
        if dice.chance(gaps):
            return None
        if drawn.by_centre:
            centre = SeededRandom(self._seed, character.centre, practice.id, self._year)
            return remarks.by_centre(practice, drawn.level, centre)
        if practice.na == "reason" and not practice.legal and dice.chance(self._na(practice.id)):
            return remarks.not_applicable(practice)
        left_out = practice.tier == "desirable" and drawn.reach < _LEFT_OUT_BELOW
        if left_out and not practice.legal and dice.chance(_LEFT_OUT):
            return remarks.not_adopted(practice)
        answer = remarks.on_level(practice, drawn.level)
        if treatment := remarks.treatment(practice, drawn.level):
            answer["treatment"] = treatment
        return answer

    def _na(self, practice_id: str) -> float:
        known = practice_id in self._traits.reasons.not_applicable.practices
        return _NOT_APPLICABLE_KNOWN if known else _NOT_APPLICABLE

    def _approval(self, dice: SeededRandom, answered: date) -> dict[str, Any]:
        approval: dict[str, Any] = {"respondent": dice.pick(self._traits.respondents)}
        if dice.chance(0.9):
            approval["second_line"] = dice.pick(self._traits.second_lines)
        if dice.chance(0.8):
            approval["reported_to_board"] = answered + timedelta(days=dice.whole(0, 9))
        return approval


def generate(
    count: int, seed: int, edition: Edition, traits: Traits, year: int
) -> Iterator[Submission]:
    """Yield the submissions of as many institutions in a year's campaign."""
    generator = Generator(seed, edition, traits, year)
    return map(generator.submission, generator.numbers(count))
