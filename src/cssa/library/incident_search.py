"""Finding cases: by words in either language, by sector, practice, kind of event and year."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from cssa.datafile.types import Text
from cssa.library.folding import fold
from cssa.library.incidents import IncidentLibrary, PlacedCase, PrintedSector
from cssa.scheme.sectors import Sectors
from cssa.scheme.threats import Threats

_LONG = "ー"
_WITH_LONG_END = 3
"""Characters from which a word is the same with and without a long vowel at its end."""
_SAME = tuple(
    tuple(map(fold, words))
    for words in (
        ("切替", "切り替え", "切替え", "切換"),
        ("設定ミス", "設定誤り", "設定の誤り", "設定を誤", "誤設定", "誤った設定"),
        ("二重送金", "二重送信", "二重振込"),
        ("停電", "電源"),
    )
)
"""Words that readers and the cases use for the same."""


@dataclass(frozen=True, kw_only=True)
class CaseFilter:
    """What a case must be about; a case must fit everything that is given.

    Attributes:
        sectors: sub-sectors, in one of which it happened; any where None.
        practice: a practice that bears on it.
        tag: id of a trigger, or of a kind of event.
        year: the year in which its report was published.
    """

    sectors: AbstractSet[str] | None = None
    practice: str | None = None
    tag: str | None = None
    year: str | None = None

    def fits(self, placed: PlacedCase) -> bool:
        """Return whether a case is about all of it."""
        case = placed.case
        return (
            (self.sectors is None or any(map(placed.concerns, self.sectors)))
            and (self.practice is None or self.practice in _all_practices(placed))
            and (self.tag is None or self.tag in (case.trigger, *case.tags))
            and (self.year is None or self.year == placed.report.year)
        )


class _SearchedTexts(NamedTuple):
    """The folded words of a case, from what says most about it to what says least."""

    title: str
    told: str
    sorted_by: str


def search(
    library: IncidentLibrary, threats: Threats, words: str, wanted: CaseFilter
) -> tuple[PlacedCase, ...]:
    """Return the cases that hold every word, those by title first, then those by what is told.

    Width, case and the two kinds of kana make no difference, nor which of several words for the
    same is used.

    Args:
        library: the cases.
        threats: titles of what cases name.
        words: parts of words in Japanese or English, with blanks between them; any case fits
            where there are none.
        wanted: what else they must be about.
    """
    wanted_words = _words(words)
    titles = _Titles(library, threats)
    ranked = []
    for order, placed in enumerate(in_order(library)):
        if not wanted.fits(placed):
            continue
        rank = _rank(titles.searched(placed), wanted_words)
        if rank is not None:
            ranked.append((rank, order, placed))
    return tuple(placed for _, _, placed in sorted(ranked, key=lambda found: found[:2]))


def in_order(library: IncidentLibrary) -> list[PlacedCase]:
    """Return every case, those of the latest report first, else as printed."""
    return sorted(library.cases, key=lambda placed: placed.report.published or "", reverse=True)


def sectors_named(name: str, library: IncidentLibrary, sectors: Sectors) -> frozenset[str] | None:
    """Return the sub-sectors that a name stands for, None where it stands for none.

    Args:
        name: id or title of a sub-sector, of an industry group or of a kind of institution, or a
            label as printed.
        library: reports with their labels.
        sectors: sub-sectors, industry groups and kinds.
    """
    folded = fold(name)
    for sector in sectors.sectors:
        if folded in (fold(sector.id), *_both(sector.title)):
            return frozenset((sector.id,))
    for report in library.reports:
        for printed in report.report.sectors:
            if folded in _both(printed):
                return frozenset(printed.kinds)
    for group in sectors.industry_groups:
        if folded in (fold(group.id), *_both(group.title)):
            return frozenset(
                sector.id for sector in sectors.sectors if sector.industry_group == group.id
            )
    for kind in sectors.kinds:
        if folded in (fold(kind.id), *_both(kind.title)):
            return frozenset(sector.id for sector in sectors.sectors if sector.kind == kind.id)
    return None


def tag_named(name: str, library: IncidentLibrary) -> str | None:
    """Return the trigger or kind of event of an id or title, None where there is none."""
    folded = fold(name)
    for kind in (*library.kinds.triggers, *library.kinds.tags):
        if folded in (fold(kind.id), *_both(kind.title)):
            return kind.id
    return None


class _Titles:
    """The words of what cases are sorted by, folded once."""

    def __init__(self, library: IncidentLibrary, threats: Threats) -> None:
        kinds = library.kinds
        self._folded = library.folded
        self._triggers = {kind.id: _folded(kind.title) for kind in kinds.triggers}
        self._tags = {kind.id: _folded(kind.title) for kind in kinds.tags}
        self._threats = {threat.id: _folded(threat.title) for threat in threats.threats}
        self._labels = {
            printed.ja: _folded(printed)
            for report in library.reports
            for printed in report.report.sectors
        }

    def searched(self, placed: PlacedCase) -> _SearchedTexts:
        """Return the folded words of a case."""
        case = placed.case
        sorted_by = [self._triggers[case.trigger]]
        sorted_by += [self._tags[tag] for tag in case.tags]
        sorted_by += [self._threats[threat] for threat in case.threats]
        sorted_by += [self._labels[sector.ja] for sector in placed.printed_sectors]
        folded = self._folded[case.id]
        return _SearchedTexts(folded.title, folded.told, " ".join(sorted_by))


def _words(text: str) -> list[tuple[str, ...]]:
    """Return each word with those that mean the same."""
    words = fold(text).split()
    return [
        _spellings(word.removesuffix(_LONG) if len(word) > _WITH_LONG_END else word)
        for word in words
    ]


def _spellings(word: str) -> tuple[str, ...]:
    for same in _SAME:
        used = max((each for each in same if each in word), key=len, default=None)
        if used is not None:
            return tuple(word.replace(used, each) for each in same)
    return (word,)


def _rank(texts: _SearchedTexts, words: Sequence[Sequence[str]]) -> int | None:
    """Return how far from the titles the words stand, None where one of them is missing."""
    rank = 0
    for spellings in words:
        place = next(
            (
                number
                for number, text in enumerate(texts)
                if any(word in text for word in spellings)
            ),
            None,
        )
        if place is None:
            return None
        rank += place
    return rank


def _all_practices(placed: PlacedCase) -> set[str]:
    return {name for names in placed.case.practices.values() for name in names}


def _both(title: Text | PrintedSector) -> tuple[str, str]:
    return fold(title.ja), fold(title.en)


def _folded(title: Text | PrintedSector) -> str:
    return " ".join(_both(title))
