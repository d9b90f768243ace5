"""One practice as a report shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cssa.answers.plan_words import plan_words
from cssa.answers.source_words import source_words
from cssa.answers.submission import Answer
from cssa.answers.value_words import value_list, value_words
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText, LocalizedText
from cssa.engine.result import PracticeResult
from cssa.engine.status import Status
from cssa.messages.wording import CodedWord, Word, WordList, bilingual
from cssa.reports.phrases import Phrase, chosen, in_language, next_step, scope_reason
from cssa.scheme.profile import ProfileQuestions

PracticeViews = Mapping[str, "PracticeView"]
"""Practices by their number, in checklist order."""

COUNTED_STATUSES = ("answered", "unanswered")
"""Statuses of practices that have a value (docs/scoring.md rule 1)."""


@dataclass(frozen=True, slots=True, eq=False)
class PracticeDisplay:
    """What every table shows of practices with the same status, level and target.

    There is one object of each, so that fragments of pages can be cached by it.

    Attributes:
        sign: its level or status where there is room for one character.
        style: names of the style for its level or status, and of that for below target.
        level_text: its level and target, or its status.
    """

    sign: Word | str
    style: str
    level_text: Word


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One practice: its definition in the checklist, the answer and the result.

    Attributes:
        definition: the practice as the checklist has it.
        conditions: those of its domain and sections, outermost first, and its own.
        answer: as given.
        result: its status, level, target and gap.
        display: what follows from status, level, target and treatment.
        reason: why it is left out: the reason given, or what would bring it into scope.
    """

    definition: Practice
    conditions: tuple[LocalizedText, ...]
    answer: Answer
    result: PracticeResult
    display: PracticeDisplay
    reason: Phrase | str | None

    @property
    def id(self) -> str:
        """Its number in the checklist."""
        return self.definition.id

    @property
    def shown_id(self) -> str:
        """How readers know it: the source's number, else its number here."""
        return self.definition.shown_id

    @property
    def title(self) -> AnyText:
        """Its title."""
        return self.definition.title

    @property
    def tier(self) -> str:
        """``basic`` or ``desirable``."""
        return self.definition.tier

    @property
    def sign(self) -> Word | str:
        """Its level or status where there is room for one character."""
        return self.display.sign

    @property
    def style(self) -> str:
        """Names of the style for its level or status, and of that for below target."""
        return self.display.style

    @property
    def level_text(self) -> Word:
        """Its level and target, or its status."""
        return self.display.level_text

    @property
    def is_below_target(self) -> bool:
        """Whether it is below its target without a valid alternative measure."""
        return bool(self.result.gap)

    @property
    def is_counted(self) -> bool:
        """Whether it has a value (docs/scoring.md rule 1)."""
        return self.result.status in COUNTED_STATUSES

    @property
    def values(self) -> tuple[Word | str, ...]:
        """What was chosen or written, where the question asks for something else than a level."""
        return value_words(self.definition, self.answer)

    @property
    def value(self) -> WordList | None:
        """The same as a list, None for a level alone."""
        return value_list(self.values) if self.values else None

    @property
    def chosen(self) -> Phrase | str:
        """The same after a level, nothing for a level alone."""
        return chosen(self.values)

    @property
    def next_step(self) -> AnyText | Word | None:
        """What to do next, where the checklist says so."""
        return next_step(self.definition, self.result.level)

    @property
    def plan(self) -> WordList | None:
        """What is going to be done about it, by whom and when; None where nothing is planned."""
        return None if self.answer.plan is None else plan_words(self.answer.plan)

    @property
    def source(self) -> CodedWord | None:
        """Where the answer was taken from; None where it is the institution's own."""
        return None if self.answer.source is None else source_words(self.answer.source)

    @property
    def has_facts(self) -> bool:
        """Whether the answer says by whom, when or how much."""
        answer = self.answer
        return bool(
            answer.done
            or answer.last_done
            or answer.points
            or answer.by
            or answer.performed_by
            or answer.source
        )


def build_practice_view(
    placed: PlacedPractice, answer: Answer, result: PracticeResult, profile: ProfileQuestions
) -> PracticeView:
    """Return the view of a practice.

    Args:
        placed: as the checklist has it.
        answer: as given.
        result: its figures.
        profile: what is asked of an institution's profile.
    """
    display = _display(
        result.status,
        result.status_wording,
        result.level,
        result.target,
        is_below=bool(result.gap),
        is_treated=result.treated,
    )
    out_of_scope = result.status == "out_of_scope"
    reason = scope_reason(placed.practice, result, profile) if out_of_scope else result.reason
    return PracticeView(placed.practice, placed.conditions, answer, result, display, reason)


@cache
def _display(
    status: Status,
    wording: str,
    level: int | None,
    target: int | None,
    *,
    is_below: bool,
    is_treated: bool,
) -> PracticeDisplay:
    del is_treated  # templates mark it beside the sign, so a treated practice needs its own object
    style = status if level is None else f"l{level}"
    return PracticeDisplay(
        sign=_worded(Phrase(f"report.sign.{status}")) if level is None else str(level),
        style=f"{style} below" if is_below else style,
        level_text=_worded(_level_text(wording, level, target)),
    )


def _worded(phrase: Phrase) -> Word:
    """Return a phrase in words, which a page shows for many practices."""
    return bilingual(lambda lang: in_language(phrase, lang))


def _level_text(wording: str, level: int | None, target: int | None) -> Phrase:
    if level is not None:
        if target is None:
            return Phrase("report.at", {"level": level})
        return Phrase("report.moves", {"level": level, "target": target})
    if target is not None:
        return Phrase("report.moves_open", {"target": target})
    return Phrase(f"status.{wording}")
