"""Lint rules on the levels that a checklist has and its questions give."""

from collections.abc import Iterator
from itertools import pairwise

from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.checklist.practice import Practice
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages.wording import listed


@register
class StepsWithoutOrder(LintRule):
    """The steps of an own scale ascend, and a practice is in place from one of them."""

    id = "steps-without-order"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each step that does not follow, and for a wrong ``in_place``."""
        scale = context.draft.header.scale
        if scale is None:
            return
        for index, (before, value) in enumerate(pairwise(scale.values), start=1):
            if value <= before:
                path = ("scale", "steps", index, "value")
                yield context.header_problem("lint.steps-without-order", path, value=value)
        if scale.in_place not in scale.values:
            known = listed(scale.values)
            yield context.header_problem(
                "lint.steps-without-order.in_place",
                ("scale", "in_place"),
                value=scale.in_place,
                known=known,
            )


@register
class WrongLevel(LintRule):
    """Options, rules and thresholds give levels that the checklist has."""

    id = "wrong-level"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each level that it has not."""
        values = context.checklist.values
        for placed, path in context.practices:
            for level_path, level, allowed in _levels(placed.practice, values):
                if level not in allowed:
                    known = listed(allowed)
                    yield context.problem(
                        "lint.wrong-level", placed, (*path, *level_path), level=level, known=known
                    )


def _levels(
    practice: Practice, values: tuple[int, ...]
) -> Iterator[tuple[KeyPath, int, tuple[int, ...]]]:
    """Yield each level that a question gives with its path and those that may stand there.

    The lowest is what a question gives where no rule or threshold is met.
    """
    for index, option in enumerate(practice.options):
        if option.level is not None:
            yield ("options", index, "level"), option.level, values
    for field in ("levels", "thresholds"):
        for index, rule in enumerate(getattr(practice, field)):
            yield (field, index, "level"), rule.level, values[1:]


@register
class ScaleOfPractice(LintRule):
    """A practice answered with a level has a scale of the program or that of its checklist."""

    id = "scale-of-practice"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each practice that has none, or one beside its checklist's."""
        has_own = context.checklist.scale is not None
        for placed, path in context.practices:
            practice = placed.practice
            if practice.accepts("level") and practice.scale is None and not has_own:
                yield context.problem("lint.scale-of-practice", placed, (*path, "id"))
            if practice.scale is not None and has_own:
                code = "lint.scale-of-practice.own"
                yield context.problem(code, placed, (*path, "scale"))
