"""What every model read from a file has in common."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A frozen record that refuses unknown keys.

    Schemas are built on first use: a command pays only for the models it reads.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Int = StrictInt
Bool = StrictBool
Str = Annotated[StrictStr, Field(min_length=1)]

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_PERIOD = re.compile(r"P(?:(?P<years>[1-9]\d?)Y)?(?:(?P<months>[1-9]\d?)M)?")


def _iso_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("iso_date", "date", {"value": str(value)})


def _iso_period(value: Any) -> Any:
    if isinstance(value, str) and len(value) > 1 and _ISO_PERIOD.fullmatch(value):
        return value
    raise PydanticCustomError("iso_period", "period", {"value": str(value)})


def _number(value: Any) -> Decimal:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite():
            return number
    raise PydanticCustomError("number", "number", {"value": str(value)})


Number = Annotated[Decimal, BeforeValidator(_number)]
"""A finite number exactly as written; a float stands for its shortest decimal form."""

Date = Annotated[date, BeforeValidator(_iso_date)]
"""A calendar date written ``2026-11-20``."""

Period = Annotated[StrictStr, BeforeValidator(_iso_period)]
"""A length of time in ISO 8601 years and months, such as ``P1Y`` or ``P6M``."""


class Text(Model):
    """The same words in Japanese and in English."""

    ja: Str
    en: Str

    def get(self, lang: str) -> str:
        """Return the words in ``lang`` (``ja`` or ``en``)."""
        return self.en if lang == "en" else self.ja


def months_in(period: str) -> int:
    """Return the months of a period such as ``P1Y`` or ``P6M``."""
    match = _ISO_PERIOD.fullmatch(period)
    if match is None:
        raise ValueError(period)
    return int(match["years"] or 0) * 12 + int(match["months"] or 0)
