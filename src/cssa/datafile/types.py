"""Base class and field types of the models that are read from files."""

import re
from calendar import monthrange
from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StrictStr,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cssa.datafile.schema_rules import JsonSchema
from cssa.messages import Lang


class Model(BaseModel):
    """Base of what stands in files: frozen, and unknown keys are refused.

    Schemas are built on first use, so that a command pays only for the models it reads. Hence
    defaults are built with ``model_construct``, which needs no schema.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PrebuiltSchema:
    """Annotates a type with its pydantic schema, so that no run has to derive it."""

    def __init__(self, schema: CoreSchema) -> None:
        self._schema = schema

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a copy of the schema, because pydantic changes what it gets."""
        return copy(self._schema)


ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
NUMBER_PATTERN = r"^[-+]?[0-9]+(\.[0-9]+)?$"
TEXT_PATTERN = r"\S"
HASH_PATTERN = r"^sha256:[0-9a-f]{64}$"
NOT_IN_LINE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
LINE_PATTERN = rf"^[^{NOT_IN_LINE}]*[^{NOT_IN_LINE}\s][^{NOT_IN_LINE}]*$"
"""Without what breaks a line, controls a terminal or changes the direction of writing."""

Int = Annotated[int, PrebuiltSchema(core_schema.int_schema(strict=True))]
Bool = Annotated[bool, PrebuiltSchema(core_schema.bool_schema(strict=True))]


def _text(pattern: str) -> PrebuiltSchema:
    return PrebuiltSchema(core_schema.str_schema(strict=True, min_length=1, pattern=pattern))


Str = Annotated[str, _text(TEXT_PATTERN)]
"""Text that says something."""

Line = Annotated[str, _text(LINE_PATTERN)]
"""A name or other text on one line, safe to show anywhere."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD_PATTERN = r"^P([1-9][0-9]?Y([1-9][0-9]?M)?|[1-9][0-9]?M|[1-9][0-9]?W|[1-9][0-9]?[0-9]?D)$"
"""The same for JSON Schemas, whose patterns have no names."""
_ISO_PERIOD = (
    r"P(?=\d)(?:(?:(?P<years>[1-9]\d?)Y)?(?:(?P<months>[1-9]\d?)M)?"
    r"|(?P<weeks>[1-9]\d?)W|(?P<days>[1-9]\d{0,2})D)"
)


def parse_date(text: str) -> date:
    """Return the date of a text such as ``2026-11-20``; no other form is accepted.

    Raises:
        ValueError: when the text is no such date.
    """
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _iso_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    try:
        return parse_date(value if isinstance(value, str) else "")
    except ValueError:
        has_form = isinstance(value, str) and _ISO_DATE.fullmatch(value)
        raise PydanticCustomError("no_such_day" if has_form else "iso_date", "date") from None


def _iso_period(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(_ISO_PERIOD, value):
        return value
    raise PydanticCustomError("iso_period", "period")


def _number(value: Any) -> Decimal:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite():
            return number
    raise PydanticCustomError("number", "number")


def _to_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


class Bounds:
    """Annotates a ``Decimal`` as a number within bounds, which its JSON Schema states too.

    Args:
        ge: the least value.
        le: the greatest value.
    """

    def __init__(self, *, ge: int | None = None, le: int | None = None) -> None:
        self._ge = ge
        self._le = le

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of numbers as files have them."""
        ge, le = (bound if bound is None else Decimal(bound) for bound in (self._ge, self._le))
        return core_schema.no_info_before_validator_function(
            _number,
            core_schema.decimal_schema(ge=ge, le=le),
            json_schema_input_schema=core_schema.float_schema(ge=self._ge, le=self._le),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _to_json_number, when_used="json"
            ),
        )


Number = Annotated[Decimal, Bounds()]
"""A finite number exactly as written; a float stands for its shortest decimal form."""

Date = Annotated[date, BeforeValidator(_iso_date)]
"""A calendar date written ``2026-11-20``."""

Period = Annotated[
    StrictStr,
    BeforeValidator(
        _iso_period, json_schema_input_type=Annotated[str, Field(pattern=_PERIOD_PATTERN)]
    ),
]
"""A length of time in ISO 8601: years and months, weeks, or days, such as ``P1Y`` or ``P30D``."""


LANGUAGE_PATTERN = r"^([a-hj-z][a-z]|i[a-ce-z])$"
"""Two-letter codes of languages without ``id``, which names the parts of a question."""

Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]


def _words_by_language(schema: JsonSchema) -> None:
    """Write that the keys that are no fields are languages."""
    words = schema.pop("additionalProperties")
    schema["patternProperties"] = {LANGUAGE_PATTERN: words}
    schema["additionalProperties"] = False
    fields = list(schema.get("properties", ()))
    if fields:
        schema["not"] = {"propertyNames": {"enum": fields}}  # at least one other key
    else:
        schema["minProperties"] = 1


class LocalizedText(Model):
    """The same words in one language or several, by two-letter code."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_words_by_language)
    __pydantic_extra__: dict[Language, Str]

    @property
    def words(self) -> dict[str, str]:
        """The words by language; the first are those of a reader whose language is not there."""
        return self.__pydantic_extra__

    def get(self, lang: str) -> str:
        """Return the text in a language, else the first there is; empty where there is none."""
        words = self.words
        return words[lang] if lang in words else next(iter(words.values()), "")

    def sort_words(self, languages: Sequence[str]) -> None:
        """Put the words of some languages first, in their order, and all others behind."""
        words = self.words
        ordered = [lang for lang in languages if lang in words]
        ordered += sorted(words.keys() - set(ordered))
        for lang in ordered:
            words[lang] = words.pop(lang)


class Text(Model):
    """The same words in Japanese and in English."""

    ja: Str
    en: Str

    def get(self, lang: Lang) -> str:
        """Return the text in a language."""
        words: str = getattr(self, lang)
        return words


AnyText = LocalizedText | Text


class Span(NamedTuple):
    """A length of time in months, or in days.

    Attributes:
        months: years are twelve of them.
        days: weeks are seven of them.
    """

    months: int
    days: int

    def before(self, day: date) -> date:
        """Return the day that this time lies before another."""
        return months_before(day, self.months) - timedelta(days=self.days)

    def may_exceed(self, other: "Span") -> bool:
        """Return whether it can be the longer one of two: a month has 28 to 31 days."""
        if self.months == other.months or self.days == other.days:
            return self > other
        longest = timedelta(days=self.days) + (_LATE - months_before(_LATE, self.months))
        least = _LATE - months_before(_LATE, other.months) + timedelta(days=other.days)
        return longest + _MONTHS_DIFFER > least


_LATE = date(2028, 3, 31)
_MONTHS_DIFFER = timedelta(days=4)
"""More than the same number of months can differ by in days."""


def span_of(period: str) -> Span:
    """Return the length of a period such as ``P1Y``, ``P6M``, ``P2W`` or ``P30D``.

    Raises:
        ValueError: when the text is no such period.
    """
    match = re.fullmatch(_ISO_PERIOD, period)
    if match is None:
        raise ValueError(period)
    years, months, weeks, days = (
        int(match[name] or 0) for name in ("years", "months", "weeks", "days")
    )
    return Span(years * 12 + months, weeks * 7 + days)


def months_before(day: date, months: int) -> date:
    """Return the day a number of months earlier, the month's last where it has no such day.

    Args:
        day: the day to count back from.
        months: at least 0.
    """
    year, index = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))
