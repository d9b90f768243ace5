"""What a feedback report says beyond the report: every figure beside its comparison group's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cssa.datafile.types import Text
from cssa.peers.comparison.institution import Comparison, ScoreComparison
from cssa.peers.comparison.practice import PracticeComparison
from cssa.peers.peers_file import Group
from cssa.reports.phrases import Phrase
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import DISCLAIMERS, ReportView

LAGS = 5
"""Practices on the first page."""

DETAILED = 20
"""Practices that are shown with shares and next step; any others with their levels."""

WIDESPREAD = 10
"""Practices that most of the group are early with."""

CONTENTS = (
    "spread", "trailing", "at_target", "widespread", "withheld", "map", "holds", "gaps",
    "desirable", "findings", "answers", "annex", "method",
)  # fmt: skip
"""What follows the first page, by the names of its headings."""


@dataclass(frozen=True, slots=True)
class ScoreBesidePeers:
    """The overall score or a domain's beside its group.

    Attributes:
        id: the domain's; None for the whole.
        score: exact; None where there is nothing to score.
        peers: None where no group tells it.
        difference: how far score and median lie apart, in words.
        among: how many it is told of; of which group, where that is a wider one than the one named.
        elsewhere: whether it is told of a wider group.
    """

    id: str | None
    title: Text | Phrase
    score: Fraction | None
    target: Fraction | None
    peers: ScoreComparison | None
    difference: Phrase | None
    among: Phrase | None
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class PracticeBesidePeers:
    """A practice beside its group.

    Attributes:
        median: the group's median level and how many it is of; of which group, where that is a
            wider one than the one named.
        higher: the share of the group at a higher level, in words.
        early: the share of the group below level 3, in words.
        own: where on the bar of shares the institution stands, in per cent; None where that class
            is not told.
        among: as for scores.
    """

    line: PracticeView
    peers: PracticeComparison
    median: Phrase | None
    higher: Phrase | None
    early: Phrase | None
    own: float | None
    among: Phrase


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Everything that a feedback report shows.

    Attributes:
        report: what it shares with the report on one institution.
        named: the comparison group and how many answered, in words.
        notes: what to know of the group before reading on.
        overall: the whole.
        lags: the largest differences.
        trailing: practices where the group's median level is higher.
        widespread: practices that most of the group are early with.
        withheld: what is not told of the narrowest group, a sentence each.
    """

    report: ReportView
    comparison: Comparison
    named: Phrase
    notes: tuple[Phrase, ...]
    overall: ScoreBesidePeers
    domains: tuple[ScoreBesidePeers, ...]
    lags: tuple[PracticeBesidePeers, ...]
    trailing: tuple[PracticeBesidePeers, ...]
    widespread: tuple[PracticeBesidePeers, ...]
    withheld: tuple[Phrase, ...]

    @property
    def group(self) -> Group | None:
        """The comparison group."""
        return self.comparison.group

    @property
    def detailed(self) -> tuple[PracticeBesidePeers, ...]:
        """The trailing practices that are shown with shares and next step."""
        return self.trailing[:DETAILED]

    @property
    def others(self) -> tuple[PracticeBesidePeers, ...]:
        """The other ones."""
        return self.trailing[DETAILED:]

    @property
    def scores(self) -> tuple[ScoreBesidePeers, ...]:
        """The whole and every domain."""
        return (self.overall, *self.domains)

    @property
    def marks(self) -> tuple[str, ...]:
        """The signs that the distributions are drawn with."""
        cells = [one.peers.cell for one in self.scores if one.peers is not None]
        seen = {
            "own": True,
            "target": any(one.target is not None for one in self.scores),
            "median": any(cell.median is not None for cell in cells),
            "band": any(cell.q1 is not None for cell in cells),
            "whiskers": any(cell.p10 is not None for cell in cells),
            "mean_alone": any(cell.median is None for cell in cells),
        }
        return tuple(name for name, is_seen in seen.items() if is_seen)

    @property
    def is_mixed(self) -> bool:
        """Whether a score is told of a wider group than the one named."""
        return any(one.elsewhere for one in self.scores)


def build(report: ReportView, comparison: Comparison) -> FeedbackView:
    """Return the view of a comparison on top of a report's."""
    main = comparison.group
    lines = {
        line.practice.id: line
        for domain in report.domains
        for block in domain.blocks
        for line in block.lines
    }
    overall = _beside(
        None, Phrase("report.overall"), report.score, report.target, comparison.overall, main
    )
    domains = tuple(
        _beside(one.id, one.title, one.score, one.target, comparison.domains.get(one.id), main)
        for one in report.domains
    )
    trailing = tuple(_practice(one, lines, main) for one in comparison.trailing)
    compared = tuple(_compared(comparison))
    return FeedbackView(
        report=replace(
            report,
            contents=CONTENTS,
            title="feedback.title",
            beside=_below(comparison),
            compared=compared,
            disclaimers=_disclaimers(main),
        ),
        comparison=comparison,
        named=_named(main),
        notes=tuple(_notes(report, comparison)),
        overall=overall,
        domains=domains,
        lags=trailing[:LAGS],
        trailing=trailing,
        widespread=tuple(_practice(one, lines, main) for one in comparison.widespread[:WIDESPREAD]),
        withheld=tuple(_withheld((overall, *domains), comparison, lines)),
    )


def _beside(
    id_: str | None,
    title: Text | Phrase,
    score: Fraction | None,
    target: Fraction | None,
    peers: ScoreComparison | None,
    main: Group | None,
) -> ScoreBesidePeers:
    difference = None if peers is None else _difference(peers.difference)
    return ScoreBesidePeers(
        id=id_,
        title=title,
        score=score,
        target=target,
        peers=peers,
        difference=difference,
        among=None if peers is None else _among(peers.group, peers.cell.n, main),
        elsewhere=peers is not None and peers.group is not main,
    )


def _difference(value: float | None) -> Phrase | None:
    if value is None:
        return None
    code = "higher" if value > 0 else "lower" if value < 0 else "same"
    return Phrase(f"feedback.median_{code}", {"difference": f"{abs(value):.1f}"})


def _practice(
    one: PracticeComparison, lines: Mapping[str, PracticeView], main: Group | None
) -> PracticeBesidePeers:
    among = _among(one.group, one.cell.n, main)
    return PracticeBesidePeers(
        line=lines[one.practice],
        peers=one,
        median=None
        if one.distribution.median is None
        else Phrase("feedback.median_at", {"level": one.distribution.median, "of": among}),
        higher=_share(one.share_above_own, one),
        early=_share(one.distribution.share_not_in_use, one),
        own=_place(one),
        among=among,
    )


def _share(value: int | None, one: PracticeComparison) -> Phrase | None:
    if value is None:
        return None
    code = "feedback.share" if one.cell.blurred is None else "feedback.share_most"
    return Phrase(code, {"share": value})


def _place(one: PracticeComparison) -> float | None:
    """Return the middle of the own class on a bar of the group's shares."""
    if one.own is None:
        return None
    if one.cell.blurred is not None:
        return 50.0 if one.cell.blurred == str(one.own) else None
    passed = sum(one.cell.shares.get(str(level), 0) for level in range(one.own))
    return min(100.0, passed + one.cell.shares.get(str(one.own), 0) / 2)


def _named(main: Group | None) -> Phrase:
    if main is None:
        return Phrase("feedback.no_group")
    return Phrase("feedback.group", {"title": main.title, "n": main.n})


def _notes(report: ReportView, comparison: Comparison) -> Iterator[Phrase]:
    titles = [rung.title for rung in comparison.withheld]
    if len(titles) == 1:
        yield Phrase("feedback.narrower_withheld", {"title": titles[0]})
    elif titles and comparison.group is not None:
        both = {"first": titles[0], "second": titles[1]}
        yield Phrase("feedback.narrower_withheld_both", both)
    if comparison.is_other_campaign:
        campaigns = {"own": report.result.campaign, "peers": comparison.peers.campaign}
        yield Phrase("feedback.other_campaign", campaigns)
    if comparison.is_other_targets:
        targets = {"own": report.result.target.id, "peers": comparison.peers.targets}
        yield Phrase("feedback.other_targets", targets)


def _below(comparison: Comparison) -> Phrase | None:
    below = comparison.below_target
    if below is None:
        return None
    cell = below.cell
    params: dict[str, object] = {"of": _among(below.group, cell.n, comparison.group)}
    if cell.median is None:
        return Phrase("feedback.below_mean", params | {"mean": f"{cell.mean:.1f}"})
    params |= {"median": _count(cell.median)}
    if cell.q1 is None or cell.q3 is None:
        return Phrase("feedback.below_median", params)
    return Phrase("feedback.below_band", params | {"q1": _count(cell.q1), "q3": _count(cell.q3)})


def _among(group: Group, n: int, main: Group | None) -> Phrase:
    """Return how many a figure is of, and of which group where that is not the one named."""
    if group is main:
        return Phrase("feedback.n", {"n": n})
    return Phrase("feedback.group", {"title": group.title, "n": n})


def _count(value: float) -> str:
    """Return a quantile of counts, without a decimal where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def _compared(comparison: Comparison) -> Iterator[Phrase]:
    peers = comparison.peers
    floor = f"{round(peers.coverage_floor * 100)}%"
    if peers.campaign is None:
        yield Phrase("feedback.method.groups_unnamed", {"floor": floor})
    else:
        yield Phrase("feedback.method.groups", {"campaign": peers.campaign, "floor": floor})
    yield Phrase("feedback.method.figures")
    yield Phrase("feedback.method.practices")
    yield Phrase("feedback.method.withheld", {"least": peers.min_group})


def _disclaimers(main: Group | None) -> tuple[Phrase, ...]:
    fourth = Phrase("feedback.disclaimer", {"n": "…" if main is None else main.n})
    return (*DISCLAIMERS[:3], fourth, *DISCLAIMERS[3:])


def _withheld(
    scores: Sequence[ScoreBesidePeers], comparison: Comparison, lines: Mapping[str, PracticeView]
) -> Iterator[Phrase]:
    for rung in comparison.withheld:
        yield Phrase("feedback.withheld.group", {"title": rung.title})
    for one in scores:
        if one.peers is None:
            yield Phrase("feedback.withheld.missing", {"name": _name(one)})
        elif one.elsewhere:
            params = {"name": _name(one), "title": one.peers.group.title}
            yield Phrase("feedback.withheld.wider", params)
    told = {one.practice: one for one in comparison.practices}
    wider = sum(one.group is not comparison.group for one in told.values())
    if wider:
        yield Phrase("feedback.withheld.practices_wider", {"count": wider})
    missing = sum(
        line.practice.gives_level and line.practice.id not in told for line in lines.values()
    )
    if missing:
        yield Phrase("feedback.withheld.practices_missing", {"count": missing})


def _name(one: ScoreBesidePeers) -> Text | Phrase:
    if one.id is None or isinstance(one.title, Phrase):
        return one.title
    return Text(ja=f"{one.id} {one.title.ja}", en=f"{one.id} {one.title.en}")
