"""Which figures each figure is computed from: a reader of several can work out another."""

from collections.abc import Iterator, Mapping

from cssa.checklist.model import Checklist, Domain, Section
from cssa.checklist.practice import Practice
from cssa.peers.member import BELOW_IN_PLACE, OVERALL
from cssa.scheme.scoring_scheme import Scheme

FEW_PARTS = 2
"""Parts up to which a figure and all of its other parts give one part away."""

Composition = Mapping[str, tuple[str, ...]]
"""Of each score and count, the figures that it is computed from directly."""


def composition(checklist: Checklist, scheme: Scheme) -> Composition:
    """Return the figures that each figure is computed from.

    Args:
        checklist: what was asked.
        scheme: which tiers enter the scores.
    """
    parts = dict(_scores(checklist, scheme))
    counted = [placed.practice for placed in checklist.walk() if placed.practice.gives_level]
    parts[BELOW_IN_PLACE] = tuple(practice.id for practice in counted if practice.tier == "basic")
    return parts


def _scores(checklist: Checklist, scheme: Scheme) -> Iterator[tuple[str, tuple[str, ...]]]:
    scored = []
    for domain in checklist.domains:
        parts = dict(_within(domain, scheme))
        if parts:
            scored.append(domain.id)
        yield from parts.items()
    yield OVERALL, tuple(scored)


def _within(domain: Domain, scheme: Scheme) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the domain and its sections with their parts, without those that have no score."""

    def is_scored(practice: Practice) -> bool:
        return practice.gives_level and scheme.weight(practice.tier) > 0

    scored = [
        section
        for section in domain.sections
        if any(
            is_scored(practice)
            for inner in domain.sections
            if section.id in domain.lineage[inner.id]
            for practice in inner.practices
        )
    ]
    parents = {section.id: domain.parent_of(section) for section in scored}
    places: tuple[Domain | Section, ...] = (domain, *scored)
    for place in places:
        inside = [section for section, parent in parents.items() if parent == place.id]
        practices = [practice.id for practice in place.practices if is_scored(practice)]
        if inside or practices:
            yield place.id, (*inside, *practices)
