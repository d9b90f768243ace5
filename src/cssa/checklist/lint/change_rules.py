"""Lint rules on ``changes.yaml``, against this version and, where it is at hand, the former one."""

from collections.abc import Iterator

from cssa.checklist.differences import asks_otherwise
from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.errors import Problem


@register
class ChangesVersion(LintRule):
    """Changes lead to this version, from another one of the same checklist."""

    id = "changes-version"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem where either end is another."""
        located, header = context.draft.changes, context.draft.header
        if located is None:
            return
        former, to = located.changes.from_, located.changes.to
        own = {"id": header.id, "version": header.version}
        if former.id not in (None, header.id):
            yield located.problem("lint.changes-version.id", ("from", "id"), **own)
        if former.version == header.version:
            yield located.problem("lint.changes-version.same", ("from", "version"), **own)
        if to is not None and (to.id or header.id, to.version) != (header.id, header.version):
            yield located.problem("lint.changes-version.to", ("to",), **own)


@register
class ChangesNewIds(LintRule):
    """Changes say once where each practice of this version comes from."""

    id = "changes-new-ids"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each id that is unknown or repeated, and for those missing."""
        if context.draft.changes is not None:
            yield from context.draft.changes.side_problems("new", context.checklist.placed)


@register
class ChangesOldIds(LintRule):
    """Changes say once what became of each practice of the former version."""

    id = "changes-old-ids"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each id that is unknown or repeated, and for those missing."""
        former = context.draft.former
        if context.draft.changes is not None and former is not None:
            yield from context.draft.changes.side_problems("old", former.placed)


@register
class ChangesUnchanged(LintRule):
    """What is called unchanged asks for the same in the same words."""

    id = "changes-unchanged"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each practice that differs."""
        former, located = context.draft.former, context.draft.changes
        if former is None or located is None:
            return
        then, now = former.placed, context.checklist.placed
        for index, name in enumerate(located.changes.unchanged):
            is_known = name in then and name in now
            if is_known and asks_otherwise(then[name].practice, now[name].practice):
                yield located.problem("lint.changes-unchanged", ("unchanged", index), id=name)
