"""What a feedback report says of figures that are withheld, or shown for a wider group."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from cssa.datafile.types import AnyText, Text
from cssa.peers.comparison.institution import AnswerComparison, Comparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.member import below_in_place
from cssa.peers.questions import counting
from cssa.reports.phrases import Phrase

if TYPE_CHECKING:
    from cssa.reports.feedback.feedback_view import ScoreBesidePeers
    from cssa.reports.report_view import ReportView


def withheld_sentences(
    report: "ReportView", scores: Sequence["ScoreBesidePeers"], comparison: Comparison
) -> Iterator[Phrase]:
    """Yield what is not published of the narrowest group, a sentence each.

    Args:
        report: the view of the institution's report.
        scores: the overall score and every domain's beside their groups.
        comparison: the institution beside its group.
    """
    for group in comparison.withheld:
        code = "feedback.withheld.group" if report.has_scores else "feedback.withheld.group_all"
        yield Phrase(code, {"title": group.title})
    for score in scores if report.has_scores else ():
        if score.is_withheld:
            yield Phrase("feedback.withheld.missing", {"name": _name(score)})
        elif score.peers is not None and score.is_wider_group:
            params = {"name": _name(score), "title": score.peers.group.title}
            yield Phrase("feedback.withheld.wider", params)
    definitions = [practice.definition for practice in report.practices.values()]
    if report.has_scores:
        yield from _below_in_place(report, comparison)
        with_levels = [practice.id for practice in definitions if practice.gives_level]
        yield from _withheld_of("practices", with_levels, comparison.practices, comparison)
    counted = [practice.id for practice in definitions if counting(practice) is not None]
    yield from _withheld_of("answers", counted, comparison.answers, comparison)


def _below_in_place(report: "ReportView", comparison: Comparison) -> Iterator[Phrase]:
    """Yield that the number below the level in place is not published of the narrowest group."""
    name = Phrase("feedback.withheld.below", {"level": comparison.in_place})
    compared = comparison.below_in_place
    if compared is not None and comparison.is_wider(compared.group):
        yield Phrase("feedback.withheld.wider", {"name": name, "title": compared.group.title})
    elif compared is None and below_in_place(report.result) is not None:
        yield Phrase("feedback.withheld.missing", {"name": name})


def _withheld_of(
    kind: str,
    practices: Collection[str],
    compared: Sequence[PracticeComparison | AnswerComparison],
    comparison: Comparison,
) -> Iterator[Phrase]:
    """Yield how many practices have figures of a wider group than the one named, and of none.

    Args:
        kind: of figures, as in the codes of the messages.
        practices: ids of those that could have figures.
        compared: those that have.
        comparison: the institution beside its groups.
    """
    wider = sum(comparison.is_wider(figure.group) for figure in compared)
    if wider:
        yield Phrase(f"feedback.withheld.{kind}_wider", {"count": wider})
    missing = len(set(practices) - {figure.practice for figure in compared})
    if missing:
        yield Phrase(f"feedback.withheld.{kind}_missing", {"count": missing})


def _name(score: "ScoreBesidePeers") -> AnyText | Phrase:
    if score.id is None or isinstance(score.title, Phrase):
        return score.title
    title = score.title
    return Text(ja=f"{score.id} {title.get('ja')}", en=f"{score.id} {title.get('en')}")
