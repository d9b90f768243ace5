"""The kinds of values that conditions state: how a policy writes them, and how they are shown."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from cssa.checklist import practice
from cssa.datafile import types
from cssa.datafile.types import span_of
from cssa.engine.aggregate import half_up
from cssa.messages import Lang, message
from cssa.messages.wording import relisted


class ValueKind:
    """A kind of value; shown as written unless a subclass says otherwise.

    Expected and actual values are texts of an outcome: unrounded numbers, periods or dates.

    Attributes:
        annotation: the type of a rule's key; for values that rules set.
        advice: placeholders that words of advice may have beside the common ones.
    """

    annotation: ClassVar[Any]
    advice: ClassVar[frozenset[str]] = frozenset()

    def field(self) -> tuple[Any, Any]:
        """Return type and default of a rule's key; the default leaves the condition out."""
        return self.annotation | None, None

    def written(self, value: Any) -> str:
        """Return a value as an outcome states it."""
        return str(value)

    def may_exceed(self, value: Any, other: Any) -> bool:
        """Return whether a value may be the greater of two that are not the same."""
        return type(value) is not type(other) or bool(value > other)

    def expected(self, expected: str, actual: str | None, lang: Lang) -> str:
        """Return the expected value for display.

        Args:
            expected: the expected value.
            actual: the actual one, which it must not be shown equal to.
            lang: the language.
        """
        del actual, lang
        return expected

    def actual(self, actual: str, expected: str) -> str:
        """Return the actual value for display.

        Args:
            actual: the actual value.
            expected: the expected one, which it must not be shown equal to.
        """
        del expected
        return actual

    def missing(self, actual: str, expected: str) -> str:
        """Return the difference between actual and expected value for display."""
        return str(abs(int(expected) - int(actual)))

    def advice_params(self, expected: str, as_of: date) -> Mapping[str, object]:
        """Return values for the placeholders of ``advice``.

        Args:
            expected: the expected value.
            as_of: the assessment's as-of date.
        """
        del expected, as_of
        return {}


def _level_tag(value: Any) -> str:
    return "title" if isinstance(value, str) else "level"


class LevelValue(ValueKind):
    """A level of the checklist, by its value or, of an own scale, by the title of its step.

    A title is replaced by the value once the checklist is known.
    """

    def may_exceed(self, value: Any, other: Any) -> bool:
        """Return whether a level may be the greater one; of titles nothing is known."""
        return isinstance(value, str) or super().may_exceed(value, other)

    annotation: ClassVar[Any] = Annotated[
        Annotated[practice.StepValue, Tag("level")] | Annotated[types.Line, Tag("title")],
        Discriminator(_level_tag),
    ]


class CountValue(ValueKind):
    """A number of practices."""

    annotation = Annotated[types.Int, Field(ge=0)]


class LineValue(ValueKind):
    """The second or third line."""

    annotation = Annotated[types.Int, Field(ge=2, le=3)]


class NamesValue(ValueKind):
    """Names, of which the actual one has to be any."""

    def written(self, value: Any) -> str:
        """Return the names, separated by commas."""
        return ", ".join(value)

    def expected(self, expected: str, actual: str | None, lang: Lang) -> str:
        """Return the names as the language lists them."""
        del actual
        return relisted(expected).worded(lang, message)


class PeriodValue(ValueKind):
    """A length of time up to the as-of date; the actual value is no period."""

    annotation = types.Period
    advice = frozenset({"since"})

    def may_exceed(self, value: Any, other: Any) -> bool:
        """Return whether a period may be the longer one."""
        return span_of(value).may_exceed(span_of(other))

    def expected(self, expected: str, actual: str | None, lang: Lang) -> str:
        """Return the number of months or days."""
        del actual
        span = span_of(expected)
        if span.days:
            return message(lang, "period.days", {"count": span.days})
        return message(lang, "period.months", {"count": span.months})

    def advice_params(self, expected: str, as_of: date) -> Mapping[str, object]:
        """Return the first day of the period as ``since``."""
        return {"since": span_of(expected).before(as_of)}


class ScoreValue(ValueKind):
    """A score, shown with decimals enough to tell it from the expected one."""

    annotation: ClassVar[Any] = Annotated[
        Decimal, types.Bounds(ge=practice.STEP_VALUES[0], le=practice.STEP_VALUES[-1])
    ]
    scale: ClassVar[int] = 1
    unit: ClassVar[str] = ""

    def actual(self, actual: str, expected: str) -> str:
        """Return the score with two decimals, or more."""
        return _rounded_apart(self._scaled(actual), self._scaled(expected)) + self.unit

    def missing(self, actual: str, expected: str) -> str:
        """Return the difference of the two scores as they are shown."""
        score, bound = self._scaled(actual), self._scaled(expected)
        score_text, bound_text = _rounded_apart(score, bound), self._bound(bound, score)
        digits = max(len(text.partition(".")[2]) for text in (score_text, bound_text))
        return _fixed(abs(Fraction(bound_text) - Fraction(score_text)), digits)

    def _scaled(self, number: str) -> Fraction:
        return Fraction(number) * self.scale

    def _bound(self, bound: Fraction, score: Fraction) -> str:
        """Return the expected score as it is shown."""
        del score
        return _exact(bound)


class ShareValue(ScoreValue):
    """A share of practices, shown in per cent."""

    annotation = Annotated[Decimal, types.Bounds(ge=0, le=1)]
    scale = 100
    unit = "%"

    def expected(self, expected: str, actual: str | None, lang: Lang) -> str:
        """Return the share as the policy states it."""
        del actual, lang
        return _exact(self._scaled(expected)) + self.unit


class FlagValue(ValueKind):
    """A flag, false where it is left out."""

    annotation = types.Bool

    def field(self) -> tuple[Any, Any]:
        """Return a flag that is false where it is left out."""
        return self.annotation, False

    def written(self, value: Any) -> str:
        """Return the flag as a policy writes it."""
        return "true" if value else "false"


class KeptScoreValue(FlagValue, ScoreValue):
    """A flag: true where the score of the kept result is expected, or nothing was kept."""

    def expected(self, expected: str, actual: str | None, lang: Lang) -> str:
        """Return the kept score."""
        if expected == "true":
            return message(lang, "gate.none")
        return _rounded_apart(Fraction(expected), Fraction(actual or 0))

    def actual(self, actual: str, expected: str) -> str:
        """Return the score."""
        return super().actual(actual, actual if expected == "true" else expected)

    def _bound(self, bound: Fraction, score: Fraction) -> str:
        return _rounded_apart(bound, score)


def _exact(number: Fraction) -> str:
    """Return a decimal number without trailing zeros."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return _fixed(number, digits)


def _rounded_apart(number: Fraction, bound: Fraction) -> str:
    """Return a number with two decimals, or more where two would put it across the bound."""
    if number.denominator == 1:
        return str(number.numerator)
    for digits in range(2, 30):
        text = _fixed(number, digits)
        if _sign(Fraction(text) - bound) == _sign(number - bound):
            return text
    return str(number)


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _fixed(number: Fraction, digits: int) -> str:
    """Return a number with a number of decimals, rounded half up."""
    whole = half_up(number, digits)
    sign, text = "-" * (whole < 0), str(abs(whole)).rjust(digits + 1, "0")
    return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}"
