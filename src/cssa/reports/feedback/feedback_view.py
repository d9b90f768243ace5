"""What a feedback report shows beyond the report: every figure beside its comparison group's."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from cssa.datafile.types import AnyText
from cssa.peers.comparison.institution import Comparison, ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.member import OVERALL
from cssa.peers.peers_file import Group
from cssa.reports.answer_figures import AnswerFigure
from cssa.reports.chapter import ChapterDomain
from cssa.reports.domain_floor import domain_floor
from cssa.reports.feedback.withheld import withheld_sentences
from cssa.reports.phrases import Phrase
from cssa.reports.practice_view import PracticeView, PracticeViews
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportView

MAX_LAGS = 5
"""Practices on the first page."""

MAX_DETAILED = 20
"""Practices that are shown with shares and next step; the remaining ones with their levels."""

MAX_WIDESPREAD = 10
"""Most practices listed that the larger part of the group does not have in place."""

_COUNTS, _PLACES = ("one", "two", "three"), ("first", "second", "third")
"""Narrower groups than the one compared with, in codes and placeholders of messages."""

CONTENTS = (
    "spread", "trailing", "at_target", "widespread", "options", "chapter", "withheld", "map",
    "holds", "open", "gaps", "desirable", "findings", "answers", "history", "annex", "method",
)  # fmt: skip
"""What follows the first page, by the names of its headings."""


@dataclass(frozen=True, slots=True)
class ScoreBesidePeers:
    """The overall score or a domain's beside its group.

    Attributes:
        id: the domain's; None for the overall score.
        score: exact; None where there is nothing to score.
        target: exact; None without targets.
        peers: None where it is not published of any group.
        difference: how far score and median are apart, in words.
        group_size: institutions of the group; with its title where it is wider than the one named.
        is_wider_group: whether the group is wider than the one named.
        is_withheld: whether institutions have it, and it is not published of any group.
    """

    id: str | None
    title: AnyText | Phrase
    score: Fraction | None
    target: Fraction | None
    peers: ScoreComparison | None
    difference: Phrase | None
    group_size: Phrase | None
    is_wider_group: bool
    is_withheld: bool

    @property
    def absence(self) -> Phrase:
        """Why it stands beside no figure."""
        return Phrase("feedback.not_told" if self.is_withheld else "feedback.nobody")


@dataclass(frozen=True, slots=True)
class PracticeBesidePeers:
    """A practice beside its group.

    Attributes:
        median: the group's median level and size, in words.
        share_higher: the share of the group at a higher level, in words.
        share_early: the share of the group below what is in place, in words.
        own_position: middle of the institution's class on the bar of shares, in per cent of its
            width; None where that class is not published.
        group_size: as for scores.
    """

    practice: PracticeView
    peers: PracticeComparison
    median: Phrase | None
    share_higher: Phrase | None
    share_early: Phrase | None
    own_position: float | None
    group_size: Phrase


@dataclass(frozen=True, slots=True)
class AnswersBesidePeers:
    """The answer to a question with options or for a number beside its group's.

    Attributes:
        practice: with the institution's own answer.
        figure: the group's.
        group_size: as for scores.
    """

    practice: PracticeView
    figure: AnswerFigure
    group_size: Phrase

    @property
    def own(self) -> frozenset[tuple[str | None, str]]:
        """The answers of lines that are the institution's own; none where it gave a number."""
        answer = self.practice.answer
        options = (*([] if answer.choice is None else [answer.choice]), *(answer.choices or ()))
        return frozenset((*((None, option) for option in options), *(answer.rows or {}).items()))


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Everything that a feedback report shows.

    Attributes:
        report: what it shares with the report on one institution.
        comparison: the institution beside its group.
        compared_with: the comparison group and its size, in words.
        notes: what to know of the group before reading on.
        overall: the overall score.
        domains: the domains' scores, in checklist order.
        lags: the largest differences.
        trailing: practices where the group's median level is higher.
        widespread: practices below what is in place at most of the group.
        answers: to questions with options or for a number, with the group's.
        chapter: good practices and common problems that the campaign's issuer publishes.
        withheld: what is not published of the narrowest group, a sentence each.
    """

    report: ReportView
    comparison: Comparison
    compared_with: Phrase
    notes: tuple[Phrase, ...]
    overall: ScoreBesidePeers
    domains: tuple[ScoreBesidePeers, ...]
    lags: tuple[PracticeBesidePeers, ...]
    trailing: tuple[PracticeBesidePeers, ...]
    widespread: tuple[PracticeBesidePeers, ...]
    answers: tuple[AnswersBesidePeers, ...]
    chapter: tuple[ChapterDomain, ...]
    withheld: tuple[Phrase, ...]

    @property
    def group(self) -> Group | None:
        """The comparison group."""
        return self.comparison.group

    @property
    def detailed(self) -> tuple[PracticeBesidePeers, ...]:
        """The trailing practices that are shown with shares and next step."""
        return self.trailing[:MAX_DETAILED]

    @property
    def remaining(self) -> tuple[PracticeBesidePeers, ...]:
        """The trailing practices that are shown with their levels only."""
        return self.trailing[MAX_DETAILED:]

    @property
    def widespread_note(self) -> Phrase:
        """What the list of widespread practices shows, and how many at most."""
        return Phrase("feedback.widespread.note", {"most": MAX_WIDESPREAD})

    @property
    def scores(self) -> tuple[ScoreBesidePeers, ...]:
        """The overall score and every domain's."""
        return (self.overall, *self.domains)

    @property
    def chart_signs(self) -> tuple[str, ...]:
        """Names of the signs that occur in the charts of scores, for their key."""
        cells = [score.peers.cell for score in self.scores if score.peers is not None]
        occurs = {
            "own": True,
            "target": any(score.target is not None for score in self.scores),
            "median": any(cell.median is not None for cell in cells),
            "band": any(cell.q1 is not None for cell in cells),
            "whiskers": any(cell.p10 is not None for cell in cells),
            "mean_alone": any(cell.median is None for cell in cells),
        }
        return tuple(name for name, does_occur in occurs.items() if does_occur)

    @property
    def has_wider_group(self) -> bool:
        """Whether a score is compared with a wider group than the one named."""
        return any(score.is_wider_group for score in self.scores)


def build_interim_view(report: ReportView) -> ReportView:
    """Return an institution's feedback before figures are published: its report, marked so."""
    return replace(report, title="feedback.title", mark=PublicationMark("in_progress"))


def build_feedback_view(
    report: ReportView, comparison: Comparison, chapter: tuple[ChapterDomain, ...] = ()
) -> FeedbackView:
    """Return the view of a feedback report.

    Args:
        report: the view of the institution's report.
        comparison: the institution beside its group.
        chapter: good practices and common problems that the campaign's issuer publishes.
    """
    main_group = comparison.group
    practices = report.practices
    overall = _score_beside_peers(
        None, Phrase("report.overall"), report.score, report.target, comparison.overall, comparison
    )
    domains = tuple(
        _score_beside_peers(
            domain.id,
            domain.title,
            domain.score,
            domain.target,
            comparison.domains.get(domain.id),
            comparison,
        )
        for domain in report.domains
    )
    trailing = tuple(
        _practice_beside_peers(practice, practices, main_group) for practice in comparison.trailing
    )
    widespread = tuple(
        _practice_beside_peers(practice, practices, main_group)
        for practice in comparison.widespread[:MAX_WIDESPREAD]
    )
    optional = {"options": comparison.answers, "chapter": chapter}
    left_out = {name for name, shown in optional.items() if not shown}
    return FeedbackView(
        report=replace(
            report,
            parts=tuple(name for name in CONTENTS if name not in left_out),
            title="feedback.title",
            peer_comparison=_below_in_place(comparison),
            peer_method=tuple(_peer_method(report, comparison)),
            disclaimers=(*report.disclaimers[:3], Phrase("disclaimer.4"), *report.disclaimers[3:]),
        ),
        comparison=comparison,
        compared_with=_compared_with(main_group),
        notes=tuple(_notes(report, comparison)),
        overall=overall,
        domains=domains,
        lags=trailing[:MAX_LAGS],
        trailing=trailing,
        widespread=widespread,
        answers=tuple(
            AnswersBesidePeers(
                practices[compared.practice],
                AnswerFigure(practices[compared.practice].definition, compared.cell),
                _group_size(compared.group, compared.cell.n, main_group),
            )
            for compared in comparison.answers
        ),
        chapter=chapter,
        withheld=tuple(withheld_sentences(report, (overall, *domains), comparison)),
    )


def _score_beside_peers(
    domain_id: str | None,
    title: AnyText | Phrase,
    score: Fraction | None,
    target: Fraction | None,
    peers: ScoreComparison | None,
    comparison: Comparison,
) -> ScoreBesidePeers:
    main_group = comparison.group
    return ScoreBesidePeers(
        id=domain_id,
        title=title,
        score=score,
        target=target,
        peers=peers,
        difference=None if peers is None else _difference(peers.difference),
        group_size=None if peers is None else _group_size(peers.group, peers.cell.n, main_group),
        is_wider_group=peers is not None and comparison.is_wider(peers.group),
        is_withheld=peers is None and comparison.peers.withholds(domain_id or OVERALL),
    )


def _difference(value: float | None) -> Phrase | None:
    if value is None:
        return None
    if not value:
        return Phrase("feedback.median_same")
    code = "higher" if value > 0 else "lower"
    return Phrase(f"feedback.median_{code}", {"difference": f"{abs(value):.1f}"})


def _practice_beside_peers(
    compared: PracticeComparison, practices: PracticeViews, main_group: Group | None
) -> PracticeBesidePeers:
    group_size = _group_size(compared.group, compared.cell.n, main_group)
    median = compared.distribution.median
    return PracticeBesidePeers(
        practice=practices[compared.practice],
        peers=compared,
        median=None
        if median is None
        else Phrase("feedback.median_at", {"level": median, "of": group_size}),
        share_higher=_share(compared.share_above_own, compared),
        share_early=_share(compared.distribution.share_not_in_use, compared),
        own_position=_own_position(compared),
        group_size=group_size,
    )


def _share(per_cent: int | None, compared: PracticeComparison) -> Phrase | None:
    if per_cent is None:
        return None
    code = "feedback.share" if compared.cell.blurred is None else "feedback.share_most"
    return Phrase(code, {"share": per_cent})


def _own_position(compared: PracticeComparison) -> float | None:
    """Return the middle of the own class on a bar of the group's shares."""
    level, cell = compared.own, compared.cell
    if level is None:
        return None
    if cell.blurred is not None:
        return 50.0 if cell.blurred == str(level) else None
    scale = compared.distribution.scale
    lower = sum(cell.shares.get(str(below), 0) for below in scale.values if below < level)
    return min(100.0, lower + cell.shares.get(str(level), 0) / 2)


def _compared_with(main_group: Group | None) -> Phrase:
    if main_group is None:
        return Phrase("feedback.no_group")
    return Phrase("feedback.group", {"title": main_group.title, "n": main_group.n})


def _notes(report: ReportView, comparison: Comparison) -> Iterator[Phrase]:
    titles = [group.title for group in comparison.withheld]
    if titles and comparison.group is not None:
        code = f"feedback.narrower_withheld.{_COUNTS[len(titles) - 1]}"
        yield Phrase(code, dict(zip(_PLACES, titles, strict=False)))
    if comparison.is_other_campaign:
        campaigns = {"own": report.result.campaign, "peers": comparison.peers.campaign}
        yield Phrase("feedback.other_campaign", campaigns)


def _below_in_place(comparison: Comparison) -> Phrase | None:
    below = comparison.below_in_place
    if below is None:
        return None
    cell = below.cell
    params: dict[str, object] = {
        "level": comparison.in_place,
        "own": below.own,
        "of": _group_size(below.group, cell.n, comparison.group),
    }
    if cell.median is None:
        return Phrase("feedback.below_mean", params | {"mean": f"{cell.mean:.1f}"})
    params |= {"median": _format_count(cell.median)}
    if cell.q1 is None or cell.q3 is None:
        return Phrase("feedback.below_median", params)
    return Phrase(
        "feedback.below_band", params | {"q1": _format_count(cell.q1), "q3": _format_count(cell.q3)}
    )


def _group_size(group: Group, n: int, main_group: Group | None) -> Phrase:
    """Return how many institutions a figure is of, with the group where it is not the one named."""
    if group is main_group:
        return Phrase("feedback.n", {"n": n})
    return Phrase("feedback.group", {"title": group.title, "n": n})


def _format_count(value: float) -> str:
    """Return a quantile of counts, without a decimal where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def _peer_method(report: ReportView, comparison: Comparison) -> Iterator[Phrase]:
    peers = comparison.peers
    floor = f"{round(peers.coverage_floor * 100)}%"
    if peers.campaign is None:
        yield Phrase("feedback.method.groups_unnamed", {"floor": floor})
    else:
        yield Phrase("feedback.method.groups", {"campaign": peers.campaign, "floor": floor})
    yield Phrase("feedback.method.figures")
    if report.has_scores:
        yield domain_floor(report.checklist)
        yield Phrase("feedback.method.practices", {"lowest": peers.checklist.levels[0]})
    yield Phrase("feedback.method.withheld", {"least": peers.min_group})
