"""Lint rules on how sections stand in each other."""

from collections.abc import Iterator

from cssa.checklist.lint.rule import LintContext, LintRule, register
from cssa.checklist.model import Domain, Section
from cssa.errors import Problem
from cssa.location import KeyPath


@register
class WrongParent(LintRule):
    """The parent of a section is its domain or a section of it that is not below it."""

    id = "wrong-parent"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each section whose parent is another."""
        for domain, document in context.files:
            known = {domain.id, *(section.id for section in domain.sections)}
            for index, section in enumerate(domain.sections):
                if section.parent is None:
                    continue
                path: KeyPath = ("sections", index, "parent")
                params = {"id": section.id, "parent": section.parent}
                if section.parent not in known:
                    code = "lint.wrong-parent"
                    yield Problem(code, params, document.location(path), path)
                elif _is_below_itself(section, domain):
                    code = "lint.wrong-parent.circle"
                    yield Problem(code, params, document.location(path), path)


def _is_below_itself(section: Section, domain: Domain) -> bool:
    parents = {part.id: domain.parent_of(part) for part in domain.sections}
    ancestor = parents[section.id]
    for _ in parents:
        if ancestor == section.id:
            return True
        ancestor = parents.get(ancestor, domain.id)
    return False
