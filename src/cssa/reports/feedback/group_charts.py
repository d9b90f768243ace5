"""Charts of a group's figures, each drawn once for every institution of the group."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from markupsafe import Markup

from cssa.checklist.level_scale import LevelScale
from cssa.engine.aggregate import rounded
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.peers.answer_classes import answer_classes
from cssa.peers.comparison.institution import ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.peers_file import ShareCell
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import ScoreBesidePeers
from cssa.reports.level_axis import axis_marks, axis_position, box_positions, class_shades

_LEFT_OUT = {"na": "not_applicable", "not_adopted": "not_adopted"}


class OwnMark(NamedTuple):
    """The own score on the scale.

    Attributes:
        position: in per cent of the scale's width.
        label: the score in words.
    """

    position: int
    label: str


class BarSegment(NamedTuple):
    """One class on a bar of shares, positions in per cent of its width.

    Attributes:
        middle: position of the label.
        shade: index of the fill colour.
        label: the share in words.
    """

    left: int
    width: int
    middle: str
    shade: int
    label: str


class GroupCharts:
    """The charts of one publication in one language, each drawn once for all institutions.

    Args:
        lang: language of their words.
        scale: the levels of the checklist.
    """

    def __init__(self, lang: Lang, scale: LevelScale) -> None:
        self._lang = lang
        self._scale = scale
        self._marks = axis_marks(scale)
        self._macros = templates.shipped_template("feedback/charts.svg.j2", lang).module
        self._drawn: dict[tuple[object, ...], Markup] = {}
        self._bars: dict[tuple[str, str], Markup] = {}

    def box(self, peers: ScoreComparison) -> Markup:
        """Return a score's distribution: whiskers, box and median as far as published."""
        return self._draw_once("box", box_positions(peers.cell, self._scale), self._marks)

    def own(self, score: Fraction | None, target: Fraction | None) -> Markup:
        """Return the own score and the target, to be laid over a distribution."""
        rounded_score, rounded_target = rounded(score, 1), rounded(target, 1)
        mark = (
            None
            if rounded_score is None
            else OwnMark(axis_position(rounded_score, self._scale), f"{rounded_score:.1f}")
        )
        target_position = (
            None if rounded_target is None else axis_position(rounded_target, self._scale)
        )
        return self._draw_once("own", mark, target_position)

    def bullet(self, compared: ScoreBesidePeers) -> Markup:
        """Return the report's bar of score and target, with the group's median and quartiles."""
        scale = self._scale
        positions = None if compared.peers is None else box_positions(compared.peers.cell, scale)
        score, target = (
            None if value is None else axis_position(value, scale)
            for value in (rounded(compared.score, 1), rounded(compared.target, 1))
        )
        return self._draw_once("bullet", score, target, positions)

    def key(self, name: str) -> Markup:
        """Return a sign of the charts, for their key."""
        return self._draw_once("key", name)

    def scale(self) -> Markup:
        """Return the numbers above the distributions."""
        return self._draw_once("scale", self._marks)

    def bar(self, peers: PracticeComparison) -> Markup:
        """Return the shares per level of a practice."""
        key = (peers.group.id, peers.practice)
        if key not in self._bars:
            cell = peers.cell
            self._bars[key] = self._draw("bar", self._segments(cell), self._shares_text(cell))
        return self._bars[key]

    def mark(self, position: float | None) -> Markup:
        """Return the sign of the own level, to be placed above a bar."""
        return self._draw_once("mark", None if position is None else f"{position:g}")

    def _draw_once(self, *call: object) -> Markup:
        """Return what a macro draws, drawn once: for values of which there are few."""
        if call not in self._drawn:
            self._drawn[call] = self._draw(*call)
        return self._drawn[call]

    def _draw(self, macro: object, *args: object) -> Markup:
        drawing: Markup = getattr(self._macros, str(macro))(*args)
        return drawing

    def _segments(self, cell: ShareCell) -> tuple[BarSegment, ...]:
        shades = class_shades(self._scale)
        if cell.blurred is not None:
            share = cell.shares.get(cell.blurred, 0)
            return (BarSegment(0, 100, "50", shades[cell.blurred], f"≥ {share}"),)
        segments, left = [], 0
        for name, shade in shades.items():
            width = min(cell.shares.get(name, 0), 100 - left)  # rounded shares can sum to more
            if width:
                middle = f"{left + width / 2:g}"
                segments.append(BarSegment(left, width, middle, shade, str(cell.shares[name])))
            left += width
        return tuple(segments)

    def _shares_text(self, cell: ShareCell) -> str:
        texts = (
            message(self._lang, "feedback.share_of", {"name": name, "share": share})
            for name, share in shares_in_words(cell, self._scale, self._lang)
        )
        return TYPOGRAPHY[self._lang].join(texts)


def shares_in_words(cell: ShareCell, scale: LevelScale, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the name and share of each class whose share is not 0.

    Args:
        cell: the shares of a practice's classes.
        scale: the levels of the checklist.
        lang: language of the words.
    """
    for name in answer_classes(scale):
        share = cell.shares.get(name)
        if share:
            code = "feedback.share" if cell.blurred is None else "feedback.share_most"
            yield class_name(name, lang), message(lang, code, {"share": share})


def class_name(name: str, lang: Lang) -> str:
    """Return a class of answers in words.

    Args:
        name: one of ``answer_classes``.
        lang: language of the words.
    """
    if name in _LEFT_OUT:
        return message(lang, f"status.{_LEFT_OUT[name]}")
    return message(lang, "report.at", {"level": name})
