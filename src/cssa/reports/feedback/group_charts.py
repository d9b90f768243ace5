"""Charts of a group's figures, each drawn once for every institution of the group."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from markupsafe import Markup

from cssa.checklist.model import MAX_LEVEL
from cssa.engine.aggregate import rounded
from cssa.messages import Lang, message
from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.comparison.institution import ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.peers_file import ScoreCell, ShareCell
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import ScoreBesidePeers

_LEFT_OUT = {"na": "not_applicable", "not_adopted": "not_adopted"}


class BoxPositions(NamedTuple):
    """A score's distribution as places on the scale, in per cent of its width.

    Of figures with one decimal every place is a whole number, and tells no more than they do.
    """

    mean: int
    p10: int | None
    q1: int | None
    median: int | None
    q3: int | None
    p90: int | None


class OwnMark(NamedTuple):
    """The own figure on the scale."""

    at: int
    said: str


class BarSegment(NamedTuple):
    """One class of a bar of shares, in per cent of its width."""

    left: int
    width: int
    middle: str
    shade: int
    said: str


class GroupCharts:
    """The charts of one publication in one language, each kept for whoever needs the same.

    Args:
        lang: language of their words.
    """

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._macros = templates.shipped("feedback/charts.svg.j2", lang).module
        self._kept: dict[tuple[object, ...], Markup] = {}
        self._bars: dict[tuple[str, str], Markup] = {}

    def box(self, peers: ScoreComparison) -> Markup:
        """Return the distribution of a score: whiskers, box and median as far as they are told."""
        return self._draw("box", box_positions(peers.cell))

    def own(self, score: Fraction | None, target: Fraction | None) -> Markup:
        """Return the own figure and the target, to lie over a distribution."""
        shown, goal = rounded(score, 1), rounded(target, 1)
        mark = None if shown is None else OwnMark(_at(shown), f"{shown:.1f}")
        return self._draw("own", mark, None if goal is None else _at(goal))

    def bullet(self, one: ScoreBesidePeers) -> Markup:
        """Return the report's bar of score and target, with median and quartiles."""
        places = None if one.peers is None else box_positions(one.peers.cell)
        score, target = (
            None if shown is None else _at(shown)
            for shown in (rounded(one.score, 1), rounded(one.target, 1))
        )
        return self._draw("bullet", score, target, places)

    def key(self, name: str) -> Markup:
        """Return the sign of a part of the charts, for their key."""
        return self._draw("key", name)

    def scale(self) -> Markup:
        """Return the numbers above the distributions."""
        return self._draw("scale")

    def bar(self, peers: PracticeComparison) -> Markup:
        """Return the shares per level of a practice."""
        key = (peers.group.id, peers.practice)
        if key not in self._bars:
            cell = peers.cell
            self._bars[key] = self._made("bar", tuple(_pieces(cell)), self._spoken(cell))
        return self._bars[key]

    def mark(self, at: float | None) -> Markup:
        """Return the sign of the own level, to stand above a bar."""
        return self._draw("mark", None if at is None else f"{at:g}")

    def _draw(self, *call: object) -> Markup:
        """Return what a macro draws of values of which there are few, drawn once."""
        if call not in self._kept:
            self._kept[call] = self._made(*call)
        return self._kept[call]

    def _made(self, macro: object, *args: object) -> Markup:
        made: Markup = getattr(self._macros, str(macro))(*args)
        return made

    def _spoken(self, cell: ShareCell) -> str:
        comma = "、" if self._lang == "ja" else ", "
        return comma.join(
            message(self._lang, "feedback.share_of", {"name": name, "share": share})
            for name, share in shares_in_words(cell, self._lang)
        )


def box_positions(cell: ScoreCell) -> BoxPositions:
    """Return where a distribution's figures lie."""
    places = (cell.p10, cell.q1, cell.median, cell.q3, cell.p90)
    return BoxPositions(_at(cell.mean), *(None if one is None else _at(one) for one in places))


def shares_in_words(cell: ShareCell, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the name and share of each class that somebody is in."""
    for name in ANSWER_CLASSES:
        share = cell.shares.get(name)
        if share:
            code = "feedback.share" if cell.blurred is None else "feedback.share_most"
            yield class_name(name, lang), message(lang, code, {"share": share})


def class_name(name: str, lang: Lang) -> str:
    """Return a class of answers in words."""
    if name in _LEFT_OUT:
        return message(lang, f"status.{_LEFT_OUT[name]}")
    return message(lang, "report.at", {"level": name})


def _at(value: float) -> int:
    """Return the place of a score with one decimal."""
    return round(value * 10) * 10 // MAX_LEVEL


def _pieces(cell: ShareCell) -> Iterator[BarSegment]:
    if cell.blurred is not None:
        share = cell.shares.get(cell.blurred, 0)
        yield BarSegment(0, 100, "50", ANSWER_CLASSES.index(cell.blurred), f"≥ {share}")
        return
    left = 0
    for shade, name in enumerate(ANSWER_CLASSES):
        width = min(cell.shares.get(name, 0), 100 - left)  # rounded shares can sum to more
        if width:
            yield BarSegment(left, width, f"{left + width / 2:g}", shade, str(cell.shares[name]))
        left += width
