"""Lint rules on questions whose answers are options or numbers."""

from collections.abc import Iterator

from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.errors import Problem


@register
class OptionsWithoutOrder(LintRule):
    """Levels of options and bounds ascend."""

    id = "options-without-order"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            for field in placed.practice.question_kind.unordered(placed.practice):
                yield context.problem("lint.options-without-order", placed, (*path, field))


@register
class OptionLowers(LintRule):
    """Choosing an option more never lowers the level."""

    id = "option-lowers"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            for loss in placed.practice.question_kind.losses(placed.practice):
                place = (*path, "levels")
                yield context.problem("lint.option-lowers", placed, place, **loss._asdict())


@register
class OwnRowsWithLevel(LintRule):
    """Rows that the institution names give no level, so that naming more never costs."""

    id = "own-rows-with-level"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            if placed.practice.rows_from and placed.practice.gives_level:
                yield context.problem("lint.own-rows-with-level", placed, (*path, "rows_from"))


@register
class DefaultWithLevel(LintRule):
    """Only questions that give no level have a default: a level is never given by leaving it."""

    id = "default-with-level"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            if placed.practice.default and placed.practice.gives_level:
                yield context.problem("lint.default-with-level", placed, (*path, "default"))


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
