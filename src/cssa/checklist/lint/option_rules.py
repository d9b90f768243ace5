"""Lint rules on questions whose answers are options or numbers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cssa.checklist.lint.rule import LintContext, LintRule
from cssa.checklist.model import Practice
from cssa.checklist.option_levels import chosen_level
from cssa.errors import Problem


def _unordered(subject: LintContext) -> Iterator[Problem]:
    for placed, keys in subject.practices:
        practice = placed.practice
        given = [option.level for option in practice.options if option.level is not None]
        if practice.kind in ("single", "matrix") and given:
            partly = len(given) < len(practice.options)
            if partly or not _ascending(given, strictly=False):
                yield subject.problem("lint.options-without-order", placed, (*keys, "options"))
        if not _ascending([rule.level for rule in practice.levels], strictly=True):
            yield subject.problem("lint.options-without-order", placed, (*keys, "levels"))
        bounds = [bound.at for bound in practice.thresholds]
        if practice.direction == "down":
            bounds.reverse()
        if not (
            _ascending(bounds, strictly=True)
            and _ascending([bound.level for bound in practice.thresholds], strictly=True)
        ):
            yield subject.problem("lint.options-without-order", placed, (*keys, "thresholds"))


def _ascending(values: Sequence[object], *, strictly: bool) -> bool:
    return all(
        one < two or (one == two and not strictly)  # type: ignore[operator]
        for one, two in pairwise(values)
    )


def _option_lowers(subject: LintContext) -> Iterator[Problem]:
    for placed, keys in subject.practices:
        practice = placed.practice
        if practice.kind == "multi" and practice.levels:
            for name, level, other in _losses(practice):
                yield subject.problem(
                    "lint.option-lowers",
                    placed,
                    (*keys, "levels"),
                    option=name,
                    level=level,
                    lower=other,
                )


def _losses(practice: Practice) -> Iterator[tuple[str, int, int]]:
    """Yield options whose ticking can lower the level.

    Rules name what must be chosen, never what must not, so among options that may stand together
    more is never less. What is left to show is that leaving an exclusive option for any other
    answer does not lower the level.
    """
    together = [option.id for option in practice.options if not option.exclusive]
    for option in practice.options:
        if not option.exclusive:
            continue
        alone = chosen_level(practice, frozenset({option.id}))
        for name in together:
            level = chosen_level(practice, frozenset({name}))
            if level < alone:
                yield name, alone, level


def _asked_if_levelled(subject: LintContext) -> Iterator[Problem]:
    for placed, keys in subject.practices:
        if placed.practice.asked_if and placed.practice.gives_level:
            yield subject.problem("lint.asked-if-with-level", placed, (*keys, "asked_if"))


RULES = (
    LintRule("options-without-order", "error", _unordered),
    LintRule("option-lowers", "error", _option_lowers),
    LintRule("asked-if-with-level", "error", _asked_if_levelled),
)
