"""An outline of others put into domains and sections, before they have their ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cssa.importers.ids import MAX_ID, cleaned
from cssa.importers.outline import Node, Outline, Words, joined

_SHARED = "all"
"""The id of the domain of requirements that stand at the top alone."""


@dataclass(kw_only=True)
class Requirement:
    """A requirement in its place.

    Attributes:
        node: the requirement.
        wanted: the id that it should have.
        texts_of: nodes whose text explains it.
    """

    node: Node
    wanted: str
    texts_of: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Heading:
    """A domain or section with everything in it.

    Attributes:
        node: what it is made of; None for the domain of requirements that stand alone.
        wanted: the id that it should have.
        parent: what it stands in; None for a domain.
        preface: texts that stand before it.
        intro: texts without requirements that stand in it.
        texts_of: nodes whose text became part of it.
        requirements: what is answered, in order.
        sections: the sections in it.
    """

    node: Node | None
    wanted: str
    parent: "Heading | None" = None
    preface: list[Words] = field(default_factory=list)
    intro: list[Words] = field(default_factory=list)
    texts_of: list[str] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    sections: list["Heading"] = field(default_factory=list)


def domains_of(outline: Outline) -> list[Heading]:
    """Return the domains of an outline with everything in its place.

    What has no requirements below it becomes text of what it stands in; a single top that only
    holds several parts together gives way to them.

    Args:
        outline: at least one of its nodes is a requirement. Requirements are explained by the
            texts below them from then on.
    """
    return _Arrangement(outline.languages[0]).domains(outline.roots)


class _Arrangement:
    """Puts nodes in their places.

    Args:
        lang: the language that numbers within texts are given in.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def domains(self, roots: list[Node]) -> list[Heading]:
        preface: list[Words] = []
        texts_of: list[str] = []
        while (root := _only_heading(roots)) is not None:
            preface += [root.title, root.text, *root.guidance, *root.evidence]
            texts_of.append(root.original)
            roots = root.children
        shared: Heading | None = None
        domains: list[Heading] = []
        for position, root in enumerate(roots, 1):
            if not root.has_requirements:
                preface += self._paragraphs(root, texts_of)
                continue
            is_alone = not any(child.has_requirements for child in root.children)
            if root.is_requirement and is_alone:
                if shared is None:
                    shared = Heading(node=None, wanted=_SHARED)
                    domains.append(shared)
                domain = shared
                self._take(root, shared, position, prefix="")
            else:
                domain = Heading(node=root, wanted=_wanted(root, "", position))
                domains.append(domain)
                self._fill(root, domain)
            domain.preface += preface
            domain.texts_of += texts_of
            preface, texts_of = [], []
        domains[-1].intro += preface
        domains[-1].texts_of += texts_of
        return domains

    def _fill(self, node: Node, heading: Heading) -> None:
        """Put what stands in a node into the domain or section that it becomes."""
        if node.is_requirement:
            heading.requirements.append(Requirement(node=node, wanted=heading.wanted))
        self._fill_children(node, heading)

    def _fill_children(self, node: Node, heading: Heading) -> None:
        for position, child in enumerate(node.children, 1):
            if not child.has_requirements:
                heading.intro += self._paragraphs(child, heading.texts_of)
            elif not any(inner.has_requirements for inner in child.children):
                self._take(child, heading, position, heading.wanted)
            elif not child.is_requirement and not child.number and not any(child.texts()):
                heading.texts_of.append(child.original)
                self._fill_children(child, heading)
            else:
                wanted = _wanted(child, heading.wanted, position)
                section = Heading(node=child, wanted=wanted, parent=heading)
                heading.sections.append(section)
                self._fill(child, section)

    def _take(self, node: Node, heading: Heading, position: int, prefix: str) -> None:
        """Put a requirement without others below it into a heading."""
        requirement = Requirement(node=node, wanted=_wanted(node, prefix, position))
        heading.requirements.append(requirement)
        for child in node.children:
            node.guidance += tuple(self._paragraphs(child, requirement.texts_of))

    def _paragraphs(self, node: Node, texts_of: list[str]) -> Iterator[Words]:
        """Yield what a subtree without requirements says, each node as one text."""
        for inner in node.walk():
            texts_of.append(inner.original)
            number: Words = {self._lang: inner.number} if inner.number else {}
            heading = joined((number, inner.title), " ")
            text = joined((heading, inner.text, *inner.guidance, *inner.evidence), "\n")
            if text:
                yield text


def _only_heading(roots: list[Node]) -> Node | None:
    """Return a single root that only holds several parts together."""
    if len(roots) != 1 or roots[0].is_requirement:
        return None
    parts = [
        child
        for child in roots[0].children
        if any(inner.has_requirements for inner in child.children)
    ]
    return roots[0] if len(parts) > 1 else None


def _wanted(node: Node, prefix: str, position: int) -> str:
    """Return the id that a node should have: its number, else its place below another one."""
    if number := cleaned(node.wanted_id or node.number):
        return number
    placed = f"{prefix}-{position}" if prefix else str(position)
    return placed if len(placed) <= MAX_ID else f"{prefix[:20].rstrip('._-')}-{position}"
