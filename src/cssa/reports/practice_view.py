"""One practice as a report shows it: what is asked, what was said, how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cssa.answers.submission import Answer
from cssa.checklist.model import Practice
from cssa.datafile.types import Text
from cssa.engine.result import PracticeResult
from cssa.engine.status import Status
from cssa.reports.phrases import Phrase

COUNTED = ("answered", "unanswered")


@dataclass(frozen=True, slots=True, eq=False)
class PracticeMark:
    """What tables say of every practice that stands alike; there is one of each.

    Attributes:
        sign: what stands for it where there is room for one character.
        style: its level or status, and whether it lies below target, as names of a style.
        spoken: its level and target, or its status.
    """

    sign: Phrase | str
    style: str
    spoken: Phrase


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One practice: what is asked, what was said, how it stands.

    Attributes:
        look: what follows from its status, level, target and treatment.
    """

    practice: Practice
    answer: Answer
    result: PracticeResult
    look: PracticeMark

    @property
    def sign(self) -> Phrase | str:
        """What stands for it where there is room for one character."""
        return self.look.sign

    @property
    def style(self) -> str:
        """Its level or status, and whether it lies below target, as names of a style."""
        return self.look.style

    @property
    def spoken(self) -> Phrase:
        """Its level and target, or its status."""
        return self.look.spoken

    @property
    def is_below(self) -> bool:
        """Whether it lies below its target without a valid treatment."""
        return bool(self.result.gap)

    @property
    def is_counted(self) -> bool:
        """Whether it has a value."""
        return self.result.status in COUNTED

    @property
    def given(self) -> tuple[Text | str, ...]:
        """What was chosen or written where the question asks for something else than a level."""
        return () if self.practice.kind == "level" else tuple(_given(self.practice, self.answer))

    @property
    def has_facts(self) -> bool:
        """Whether the answer says by whom, when or how much."""
        answer = self.answer
        return bool(
            answer.done or answer.last_done or answer.points or answer.by or answer.performed_by
        )


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section, or what stands under a domain itself, with the practices directly in it."""

    id: str
    title: Text
    lines: tuple[PracticeView, ...]

    @property
    def is_at_target(self) -> bool:
        """Whether its counted basics are all answered, and none lies below target."""
        basics = [one for one in self.lines if one.practice.tier == "basic" and one.is_counted]
        return bool(basics) and not any(
            one.is_below or one.result.status == "unanswered" for one in basics
        )


def practice_view(practice: Practice, answer: Answer, result: PracticeResult) -> PracticeView:
    """Return a practice's line, with what every table says of it."""
    look = _look(
        result.status, result.level, result.target, below=bool(result.gap), treated=result.treated
    )
    return PracticeView(practice, answer, result, look)


@cache
def _look(
    status: Status, level: int | None, target: int | None, *, below: bool, treated: bool
) -> PracticeMark:
    del treated  # the templates say it beside the sign, so that it makes a look of its own
    style = status if level is None else f"l{level}"
    return PracticeMark(
        sign=Phrase(f"report.sign.{status}") if level is None else str(level),
        style=f"{style} below" if below else style,
        spoken=_spoken(status, level, target),
    )


def _spoken(status: Status, level: int | None, target: int | None) -> Phrase:
    if level is not None:
        if target is None:
            return Phrase("report.at", {"level": level})
        return Phrase("report.moves", {"level": level, "target": target})
    if target is not None:
        return Phrase("report.moves_open", {"target": target})
    return Phrase(f"status.{status}")


def _given(practice: Practice, answer: Answer) -> Iterator[Text | str]:
    options: dict[str, Text] = {option.id: option for option in practice.options}
    chosen = [answer.choice] if answer.choice is not None else list(answer.choices or ())
    yield from (options[name] for name in chosen)
    rows: dict[str, Text] = {row.id: row for row in practice.rows}
    for row, name in (answer.rows or {}).items():
        text, option = rows[row], options[name]
        yield Text(ja=f"{text.ja}：{option.ja}", en=f"{text.en}: {option.en}")
    if answer.value is not None:
        unit = practice.unit
        yield (
            answer.value
            if unit is None
            else Text(ja=f"{answer.value}{unit.ja}", en=f"{answer.value} {unit.en}")
        )
    if answer.text is not None:
        yield answer.text
