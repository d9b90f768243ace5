"""The words of drop-downs and cover lines, and the codes they stand for in any language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache

from cssa.checklist.header import PracticeGroup
from cssa.checklist.practice import Practice
from cssa.excel.cell_values import visible_only
from cssa.forms import layout
from cssa.messages import LANGS, Lang, message
from cssa.messages.wording import BilingualWord, CodedWord, Word, bilingual
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import Factor, ProfileQuestions
from cssa.scheme.sectors import Sectors

DISPOSITIONS = ("na", "not_adopted")
TREATMENTS = ("accepted", "alternative")
FLAGS = ("yes", "no")
RISKS = ("low", "medium", "high")
TICK = "○"

_COUNTED = re.compile(r"^[0-9]+\.")
"""Before a flag's question on the cover."""
_LEVEL_NUMBER = re.compile(
    r"(?:段階|レベル|level|lv\.?)?(-?[0-9]+)(?:\.0+)?(?:段階)?(?:[:・(\[【「]?(.+?)[)\]】」]?)?"
)
"""A level's number, in folded text, with or without words before it and behind it."""
_NUMERALS = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "二": 2, "三": 3, "四": 4, "五": 5}
"""Numerals that mean a level alone; 一 and 〇 may be a dash and a circle."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return text folded for comparison.

    Full-width forms, case, blanks and invisible characters do not count.
    """
    return "".join(unicodedata.normalize("NFKC", visible_only(text)).split()).casefold()


class Labels:
    """The words of one form.

    Args:
        lang: language of the form; what is read may be in any.
        groups: what the checklist lets institutions select.
    """

    def __init__(
        self,
        lang: Lang,
        scales: LevelWording,
        profile: ProfileQuestions,
        sectors: Sectors,
        groups: Sequence[PracticeGroup] = (),
    ) -> None:
        self.lang = lang
        self._scales = scales
        self._profile = profile
        self._sectors = sectors
        self.groups = groups
        self._drop_downs: dict[str, list[str]] = {}

    def level(self, scale: str, level: int, lang: Lang | None = None) -> str:
        """Return a level as its practice's drop-down words it.

        Args:
            scale: id of the practice's scale; empty where its checklist has its own levels.
            level: one of the levels.
            lang: language of the words; that of the form where None.
        """
        lang = lang or self.lang
        name = self._scales.name(level).get(lang)
        words = self._scales.words(scale, level).get(lang)
        return message(lang, "form.level", {"level": level, "name": name, "words": words})

    def levels(self, scale: str) -> list[str]:
        """Return a drop-down of levels."""
        if scale not in self._drop_downs:
            self._drop_downs[scale] = [
                self.level(scale, words.level) for words in self._scales.levels
            ]
        return self._drop_downs[scale]

    @property
    def _scale_ids(self) -> list[str]:
        """The scales that word levels; an empty id has the general words where there are none."""
        return [scale.id for scale in self._scales.scales] or [""]

    @property
    def level_ends(self) -> Word:
        """The lowest and the highest level, by number and name."""
        first, last = (
            BilingualWord(*(f"{words.level} {words.name.get(lang)}" for lang in LANGS))
            for words in (self._scales.levels[0], self._scales.levels[-1])
        )
        return CodedWord("form.level_ends", (("first", first), ("last", last)))

    def read_level(self, text: str) -> int | None:
        """Return the level that a text names, None where it names none.

        Args:
            text: as it was typed.
        """
        if text in self._levels_as_worded:
            return self._levels_as_worded[text]
        text_folded = folded(text)
        level = self._levels.get(text_folded)
        if level is not None:
            return level
        if text.strip() in _NUMERALS:
            return self._levels.get(str(_NUMERALS[text.strip()]))
        match = _LEVEL_NUMBER.fullmatch(text_folded)
        number, words = match.groups() if match else ("", None)
        level = self._levels.get(number)
        if words is None or self._levels.get(words) == level:
            return level
        return level if self._levels.get(words.partition(":")[0]) == level else None

    @cached_property
    def _levels_as_worded(self) -> dict[str, int]:
        """Levels by their words in this form, which are recognised without folding."""
        return {
            self.level(scale, words.level): words.level
            for scale in self._scale_ids
            for words in self._scales.levels
        }

    @cached_property
    def _levels(self) -> dict[str, int]:
        meanings: dict[str, set[int]] = {}

        def add(text: str, level: int) -> None:
            meanings.setdefault(folded(text), set()).add(level)

        for named in self._scales.levels:
            level = named.level
            add(str(level), level)
            for lang in LANGS:
                name = named.name.get(lang)
                add(name, level)
                for former in named.former:
                    add(former.get(lang), level)
                add(f"{level} {name}", level)
                for scale in self._scale_ids:
                    add(self.level(scale, level, lang), level)
                    add(self._scales.words(scale, level).get(lang), level)
        return {text: levels.pop() for text, levels in meanings.items() if len(levels) == 1}

    def options(self, practice: Practice, lang: Lang | None = None) -> dict[str, str]:
        """Return the words of a question's options by id; equal words carry their ids."""
        texts = [option.get(lang or self.lang) for option in practice.options]
        counts = Counter(map(folded, texts))
        return {
            option.id: f"{text} [{option.id}]" if counts[folded(text)] > 1 else text
            for option, text in zip(practice.options, texts, strict=True)
        }

    def option_words(self, practice: Practice) -> list[Word]:
        """Return the words of a question's options for a message."""
        texts = (self.options(practice, lang).values() for lang in LANGS)
        return [BilingualWord(*pair) for pair in zip(*texts, strict=True)]

    def read_option(self, practice: Practice, text: str) -> str | None:
        """Return the option that a text names: by its words, else by its id."""
        text_folded = folded(text)
        worded = {
            option.id
            for option in practice.options
            for words in (option.get(lang) for lang in LANGS)
            if text_folded in (folded(words), folded(f"{words} [{option.id}]"))
        }
        matching = worded or {
            option.id for option in practice.options if text_folded == folded(option.id)
        }
        return matching.pop() if len(matching) == 1 else None

    def word(self, group: str, code: str) -> str:
        """Return the word of a code that every form has, such as ``disposition`` ``na``."""
        return message(self.lang, f"form.{group}.{code}")

    def read_word(self, group: str, codes: Iterable[str], text: str) -> str | None:
        """Return the code whose word, in any language, a text is."""
        text_folded = folded(text)
        return next((code for code in codes if text_folded in _read_words(group, code)), None)

    def dispositions(self, practice: Practice) -> list[str]:
        """Return the codes of the dispositions that a practice allows."""
        offered = ["na"] if practice.na != "never" else []
        return [*offered, "not_adopted"] if practice.tier == "desirable" else offered

    def factor(self, factor: Factor, level: str, lang: Lang | None = None) -> str:
        """Return a risk factor's level as its drop-down words it."""
        lang = lang or self.lang
        words = next(text.get(lang) for key, text in factor.levels.items() if key == level)
        return message(
            lang, "form.factor", {"level": message(lang, f"risk.{level}"), "words": words}
        )

    def factor_words(self, factor: Factor) -> list[Word]:
        """Return the words of a risk factor's levels for a message."""
        texts = ([self.factor(factor, risk, lang) for risk in RISKS] for lang in LANGS)
        return [BilingualWord(*pair) for pair in zip(*texts, strict=True)]

    def read_factor(self, factor: Factor, text: str) -> str | None:
        """Return the level that a text gives a risk factor."""
        text_folded = folded(text)
        level = self._factor_levels[factor.id].get(text_folded)
        return self.read_risk(text_folded.partition(":")[0]) if level is None else level

    @cached_property
    def _factor_levels(self) -> dict[str, dict[str, str]]:
        """By risk factor: its levels by their words, folded; the first level has words of two."""
        words: dict[str, dict[str, str]] = {}
        for factor in self._profile.factors:
            levels = words.setdefault(factor.id, {})
            for level, text in factor.levels.items():
                for lang in LANGS:
                    levels.setdefault(folded(self.factor(factor, level, lang)), level)
                    levels.setdefault(folded(text.get(lang)), level)
        return words

    def read_risk(self, text: str) -> str | None:
        """Return the level of risk that a text names."""
        text_folded = folded(text)
        for level in RISKS:
            if text_folded in (level, *(folded(message(lang, f"risk.{level}")) for lang in LANGS)):
                return level
        return None

    @cached_property
    def cover(self) -> dict[str, str]:
        """The label of each line of the cover, by key."""
        return self._cover(self.lang)

    def _cover(self, lang: Lang) -> dict[str, str]:
        fields = (*layout.INSTITUTION, *layout.APPROVAL)
        profile = self._profile
        return {
            **{field.key: message(lang, field.message) for field in fields},
            **{f"{layout.GROUP_PREFIX}{group.id}": group.title.get(lang) for group in self.groups},
            **{f"{layout.FLAG_PREFIX}{flag.id}": flag.question.get(lang) for flag in profile.flags},
            **{
                f"{layout.FACTOR_PREFIX}{factor.id}": factor.title.get(lang)
                for factor in profile.factors
            },
            layout.OVERRIDE_KEY: message(lang, "form.override"),
        }

    @cached_property
    def _cover_keys(self) -> dict[str, set[str]]:
        keys: dict[str, set[str]] = {}
        for lang in LANGS:
            for key, text in self._cover(lang).items():
                keys.setdefault(folded(text), set()).add(key)
        return keys

    def cover_label(self, key: str) -> Word:
        """Return the label of a line of the cover for a message."""
        return bilingual(lambda lang: self._cover(lang)[key])

    def read_cover(self, text: str) -> set[str]:
        """Return the keys of the cover's lines that a label belongs to, in whatever language."""
        text_folded = folded.__wrapped__(text)  # cells of any length: nothing to keep
        return self._cover_keys.get(_COUNTED.sub("", text_folded), set())

    @property
    def sectors(self) -> dict[str, str]:
        """The words of sub-sectors by id."""
        return {sector.id: sector.title.get(self.lang) for sector in self._sectors.sectors}

    @property
    def sector_words(self) -> list[Word]:
        """The words of sub-sectors for a message."""
        return [BilingualWord(s.title.ja, s.title.en) for s in self._sectors.sectors]

    def read_sector(self, text: str) -> str | None:
        """Return the sub-sector that a text names."""
        text_folded = folded(text)
        for sector in self._sectors.sectors:
            if text_folded in (
                folded(sector.id),
                *(folded(sector.title.get(lang)) for lang in LANGS),
            ):
                return sector.id
        return None

    @property
    def licences(self) -> dict[str, str]:
        """The words of licences by id."""
        return {kind.id: kind.title.get(self.lang) for kind in self._sectors.kinds}

    def read_licence(self, text: str) -> str:
        """Return the licence that a text names, the text itself where it is none of the list."""
        text_folded = folded(text)
        for kind in self._sectors.kinds:
            if text_folded in (folded(kind.title.get(lang)) for lang in LANGS):
                return kind.id
        return text


@cache
def _read_words(group: str, code: str) -> frozenset[str]:
    """Return the words of a code that every form has, in all languages, and the code, folded."""
    texts = (message(lang, f"form.{group}.{code}.read") for lang in LANGS)
    words = (word for text in texts for word in text.split("|"))
    return frozenset(map(folded, (code, *words)))


_TICKS = frozenset(
    map(folded, ("○", "◯", "〇", "✓", "✔", "☑", "レ", "1", "true", "yes", "はい", "o"))
)


def is_tick(text: str) -> bool:
    """Return whether a cell is ticked."""
    return folded(text) in _TICKS
