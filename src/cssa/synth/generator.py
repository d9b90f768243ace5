"""Generated submissions, the same for the same seed, each independent of the others."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from cssa.answers.asked_if import is_asked
from cssa.answers.campaign import Campaign
from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.row_lists import NamedRow
from cssa.lists.roster import RosterEntry
from cssa.synth.answer_details import AnswerDetails
from cssa.synth.draw import DrawnLevel, LevelModel
from cssa.synth.institutions import InstitutionModel, InstitutionSet
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import Traits

_NOT_APPLICABLE = 0.008
"""Share of practices that are not applicable, where they can be."""
_NOT_APPLICABLE_LIKELY = 0.1
"""The same for practices that the traits have reasons for."""
_NOT_ADOPTED_BELOW, _NOT_ADOPTED = 2.2, 0.72
"""Unrounded level below which desirable practices are not adopted, and share of those."""
_SOME_UNANSWERED, _MANY_UNANSWERED = 0.35, 0.045
"""Share of institutions that leave single practices unanswered, and share that leave many."""


def campaign_of(year: int, traits: Traits) -> Campaign:
    """Return the campaign of a year: on the state at the end of September, due in November.

    Args:
        year: becomes the id.
        traits: give the texts.
    """
    texts = traits.campaign
    return Campaign.model_validate(
        {
            "schema": "cssa.campaign/1",
            "id": str(year),
            "title": texts.title,
            "base_date": date(year, 9, 30),
            "deadline": date(year, 11, 20),
            "cut_off": date(year, 12, 18),
            "issuer": texts.issuer,
            "contact": texts.contact,
            "legal_basis": texts.legal_basis,
            "marking": texts.marking.model_dump(),
            "use": texts.use,
            "sharing": texts.sharing,
            "retain_until": date(year + 3, 3, 31),
        }
    )


class Generator:
    """Generates institutions and their answers.

    Args:
        seed: the same one gives the same institutions, however many there are.
        edition: what is answered.
        traits: what institutions are generated from.
        year: of the campaign; a year later nearly the same institutions answer, further on.
    """

    def __init__(self, seed: int, edition: Edition, traits: Traits, year: int) -> None:
        self._seed = seed
        self._edition = edition
        self._traits = traits
        self._year = year
        self._institutions = InstitutionSet(seed, traits)
        self._levels = LevelModel(seed, edition, traits)

    def numbers(self, count: int) -> list[int]:
        """Return the numbers of the first institutions that answer in this year."""
        return list(islice(self._institutions.numbers(self._year), count))

    def roster_entry(self, number: int) -> RosterEntry:
        """Return an institution's entry of the roster."""
        return self._institutions.roster_entry(self._institutions.institution(number))

    def submission(self, number: int) -> Submission:
        """Return an institution's answers."""
        institution = self._institutions.institution(number)
        rng = SeededRandom(self._seed, number, "answers", self._year)
        answered_on = date(self._year, 9, 30) + timedelta(days=rng.integer(1, 25))
        details = AnswerDetails(self._traits, rng, answered_on)
        unanswered = self._unanswered_share(rng)
        lists = self._named_rows(number)
        own = self._edition.with_rows(lists).checklist
        answers: dict[str, Any] = {}
        for drawn in self._levels.levels(institution, self._year):
            placed = own.placed[drawn.placed.practice.id]
            answer = self._answer(
                institution, drawn._replace(placed=placed), details, rng, unanswered
            )
            if answer is not None:
                answers[drawn.placed.practice.id] = answer
        checklist = self._edition.checklist
        submission = Submission.model_validate(
            {
                "schema": "cssa.answers/1",
                "checklist": {"id": checklist.id, "version": checklist.version},
                "campaign": str(self._year),
                "lists": {list_id: list(map(to_plain, rows)) for list_id, rows in lists.items()},
                "institution": institution.stated,
                "assessed_on": answered_on,
                "approval": self._approval(rng, answered_on),
                "answers": answers,
            }
        )
        return self._asked(submission)

    def _named_rows(self, number: int) -> dict[str, tuple[NamedRow, ...]]:
        """Return the rows that an institution names, the same every year."""
        checklist = self._edition.checklist
        rng = SeededRandom(self._seed, number, "rows")
        lists: dict[str, tuple[NamedRow, ...]] = {}
        for row_list in checklist.row_lists:
            title = row_list.title.get(checklist.languages[0])
            numbers = range(1, rng.integer(2, 5) + 1)
            rows = (NamedRow(id=f"r{row}", name=f"{title} {row}") for row in numbers)
            lists[row_list.id] = tuple(rows)
        return lists

    def _asked(self, submission: Submission) -> Submission:
        """Return a submission without answers to questions that its other answers leave out."""
        checklist, answers = self._edition.checklist, submission.answers
        asked = {
            practice_id: answer
            for practice_id, answer in answers.items()
            if is_asked(checklist.placed[practice_id].practice, checklist, answers)
        }
        return submission.model_copy(update={"answers": asked})

    def _unanswered_share(self, rng: SeededRandom) -> float:
        """Return the share of practices that an institution leaves unanswered."""
        if rng.chance(_MANY_UNANSWERED):
            return 0.21 + 0.25 * rng.fraction()
        return 0.025 * rng.fraction() if rng.chance(_SOME_UNANSWERED) else 0.0

    def _answer(
        self,
        institution: InstitutionModel,
        drawn: DrawnLevel,
        details: AnswerDetails,
        rng: SeededRandom,
        unanswered: float,
    ) -> dict[str, Any] | None:
        practice = drawn.placed.practice
        condition = practice.applies_if
        is_out_of_scope = condition is not None and condition.holds(institution.flags) is False
        if is_out_of_scope or rng.chance(unanswered):
            return None
        if not practice.gives_level:
            return details.in_words(practice, drawn.level)
        if drawn.by_centre:
            centre_rng = SeededRandom(self._seed, institution.centre, practice.id, self._year)
            return details.by_centre(practice, drawn.level, centre_rng)
        can_be_na = practice.na == "reason" and not practice.legal
        if can_be_na and rng.chance(self._not_applicable_share(practice.id)):
            return details.not_applicable(practice)
        can_be_left_out = practice.tier == "desirable" and not practice.legal
        is_behind = drawn.unrounded < _NOT_ADOPTED_BELOW
        if can_be_left_out and is_behind and rng.chance(_NOT_ADOPTED):
            return details.not_adopted(practice)
        answer = details.with_level(practice, drawn.level)
        if treatment := details.treatment(practice, drawn.level):
            answer["treatment"] = treatment
        return answer

    def _not_applicable_share(self, practice_id: str) -> float:
        has_reasons = practice_id in self._traits.reasons.not_applicable.practices
        return _NOT_APPLICABLE_LIKELY if has_reasons else _NOT_APPLICABLE

    def _approval(self, rng: SeededRandom, answered_on: date) -> dict[str, Any]:
        approval: dict[str, Any] = {"respondent": rng.pick(self._traits.respondents)}
        if rng.chance(0.9):
            approval["second_line"] = rng.pick(self._traits.second_lines)
        if rng.chance(0.8):
            approval["reported_to_board"] = answered_on + timedelta(days=rng.integer(0, 9))
        return approval


def generate(
    count: int, seed: int, edition: Edition, traits: Traits, year: int
) -> Iterator[Submission]:
    """Yield the submissions to a year's campaign.

    Args:
        count: how many institutions.
        seed: decides them.
        edition: what they answer.
        traits: what they are generated from.
        year: of the campaign.
    """
    generator = Generator(seed, edition, traits, year)
    return map(generator.submission, generator.numbers(count))
