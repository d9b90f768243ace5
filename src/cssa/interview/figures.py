"""The figures of an interview as it stands: in all, by domain and by section."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.model import Checklist
from cssa.engine.aggregate import AggregateFigures, aggregate_figures, weighted_mean
from cssa.engine.status import AssessedPractice
from cssa.scheme.scoring_scheme import Scheme


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores and what is below target, the same as those of the result (docs/scoring.md).

    Attributes:
        score: of the whole; None where nothing is scored.
        below_target: how many counted basic practices are below their target.
        domains: the figures by domain.
        sections: those by section.
    """

    score: Fraction | None
    below_target: int
    domains: Mapping[str, AggregateFigures]
    sections: Mapping[str, AggregateFigures]


def figures_of(
    practices: Mapping[str, AssessedPractice], checklist: Checklist, scheme: Scheme
) -> Figures:
    """Return the figures of practices as they are answered.

    Args:
        practices: every practice by id.
        checklist: the checklist that they are of.
        scheme: the weights of domains.
    """
    members: dict[str, list[AssessedPractice]] = {domain.id: [] for domain in checklist.domains}
    for assessed in practices.values():
        members[assessed.placed.domain.id].append(assessed)
    domains = {domain: aggregate_figures(inside) for domain, inside in members.items()}
    return Figures(
        score=weighted_mean(
            (scheme.domain_weight(domain), figures.score)
            for domain, figures in domains.items()
            if figures.score is not None
        ),
        below_target=sum(figures.below_target.count for figures in domains.values()),
        domains=domains,
        sections={
            section: aggregate_figures(practices[practice_id] for practice_id in inside)
            for section, inside in checklist.practice_ids_by_section.items()
        },
    )
