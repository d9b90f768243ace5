"""Lint rules on questions whose answers are options or numbers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.checklist.model import Practice
from cssa.checklist.option_levels import chosen_level
from cssa.errors import Problem


@register
class OptionsWithoutOrder(LintRule):
    """Levels of options and bounds ascend."""

    id = "options-without-order"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            practice = placed.practice
            levels = [option.level for option in practice.options if option.level is not None]
            if practice.kind in ("single", "matrix") and levels:
                are_incomplete = len(levels) < len(practice.options)
                if are_incomplete or not _is_ascending(levels, strictly=False):
                    yield context.problem("lint.options-without-order", placed, (*path, "options"))
            if not _is_ascending([rule.level for rule in practice.levels], strictly=True):
                yield context.problem("lint.options-without-order", placed, (*path, "levels"))
            bounds = [threshold.at for threshold in practice.thresholds]
            if practice.direction == "down":
                bounds.reverse()
            if not (
                _is_ascending(bounds, strictly=True)
                and _is_ascending(
                    [threshold.level for threshold in practice.thresholds], strictly=True
                )
            ):
                yield context.problem("lint.options-without-order", placed, (*path, "thresholds"))


def _is_ascending(values: Sequence[object], *, strictly: bool) -> bool:
    return all(
        lower < upper or (lower == upper and not strictly)  # type: ignore[operator]
        for lower, upper in pairwise(values)
    )


@register
class OptionLowers(LintRule):
    """Choosing an option more never lowers the level."""

    id = "option-lowers"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            practice = placed.practice
            if practice.kind == "multi" and practice.levels:
                for option, level, lower in _losses(practice):
                    yield context.problem(
                        "lint.option-lowers",
                        placed,
                        (*path, "levels"),
                        option=option,
                        level=level,
                        lower=lower,
                    )


def _losses(practice: Practice) -> Iterator[tuple[str, int, int]]:
    """Yield options that lower the level when selected in place of an exclusive option.

    Level rules name what must be selected, never what must not be, so that among options that can
    be combined selecting more never lowers the level. It remains to check that replacing an
    exclusive option by any other one does not lower it.

    Yields:
        The option, the level of the exclusive one, and its own lower level.
    """
    combinable = [option.id for option in practice.options if not option.exclusive]
    exclusive = [option.id for option in practice.options if option.exclusive]
    for exclusive_option in exclusive:
        level = chosen_level(practice, frozenset({exclusive_option}))
        for option in combinable:
            lower = chosen_level(practice, frozenset({option}))
            if lower < level:
                yield option, level, lower


@register
class AskedIfWithLevel(LintRule):
    """Only questions that give no level are asked conditionally."""

    id = "asked-if-with-level"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            if placed.practice.asked_if and placed.practice.gives_level:
                yield context.problem("lint.asked-if-with-level", placed, (*path, "asked_if"))
