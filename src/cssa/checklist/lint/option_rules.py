"""Lint rules on questions whose answers are options or numbers."""

from collections.abc import Iterator

from cssa.checklist.lint.rule import LintContext, LintRule
from cssa.errors import Problem


def _unordered_levels(context: LintContext) -> Iterator[Problem]:
    for placed, path in context.practices:
        for field in placed.practice.question_kind.unordered(placed.practice):
            yield context.problem("lint.options-without-order", placed, (*path, field))


def _lowering_options(context: LintContext) -> Iterator[Problem]:
    for placed, path in context.practices:
        for loss in placed.practice.question_kind.losses(placed.practice):
            yield context.problem("lint.option-lowers", placed, (*path, "levels"), **loss._asdict())


def _conditional_levels(context: LintContext) -> Iterator[Problem]:
    for placed, path in context.practices:
        if placed.practice.asked_if and placed.practice.gives_level:
            yield context.problem("lint.asked-if-with-level", placed, (*path, "asked_if"))


RULES = (
    LintRule("options-without-order", "error", _unordered_levels),
    LintRule("option-lowers", "error", _lowering_options),
    LintRule("asked-if-with-level", "error", _conditional_levels),
)
