"""Figures and findings in words, the same in every format."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.datafile.types import Text
from cssa.engine.aggregate import rounded
from cssa.engine.result import Finding
from cssa.messages import Lang, message
from cssa.scheme.scoring_scheme import Scheme


class Phrase(NamedTuple):
    """A message to be said once the reader's language is known.

    Attributes:
        params: values for its placeholders, among them texts and phrases.
    """

    code: str
    params: Mapping[str, object] = {}


def put(words: Text | Phrase | str, lang: Lang) -> str:
    """Return words in a language; text that somebody wrote stays as it is."""
    if isinstance(words, Text):
        return words.en if lang == "en" else words.ja
    if isinstance(words, Phrase):
        params = {
            name: put(value, lang) if isinstance(value, (Text, Phrase)) else value
            for name, value in words.params.items()
        }
        return message(lang, words.code, params)
    return words


def figure(score: float | None, lang: Lang) -> str:
    """Return a score with two decimals, or that there is nothing to score."""
    return message(lang, "figure.none") if score is None else f"{score:.2f}"


def fraction(value: Fraction | None, lang: Lang) -> str:
    """Return an exact score rounded for display."""
    return figure(rounded(value), lang)


def level(value: int | None) -> str:
    """Return a level, or a dash where there is none."""
    return "-" if value is None else str(value)


def ratio(value: float | None) -> str:
    """Return a share as whole per cent, or a dash.

    A share below 1 is never shown as 100%.
    """
    if value is None:
        return "-"
    per_cent = int(value * 100 + 0.5)
    return f"{min(per_cent, 99) if value < 1 else per_cent}%"


def band(scheme: Scheme, band_id: str | None, *, rateable: bool, lang: Lang) -> str:
    """Return a band's title; why there is none where the domain is not rateable."""
    if band_id is None:
        return "" if rateable else message(lang, "figure.unrateable")
    return next(one for one in scheme.bands if one.id == band_id).title.get(lang)


def title(checklist: Checklist, practice_id: str, lang: Lang) -> str:
    """Return a practice's title."""
    return checklist.placed[practice_id].practice.title.get(lang)


def finding(found: Finding, lang: Lang) -> str:
    """Return a finding as a sentence, after the practice it concerns."""
    text = message(lang, f"finding.{found.code}", found.params)
    return f"{found.practice}: {text}" if found.practice else text
