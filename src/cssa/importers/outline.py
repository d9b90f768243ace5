"""What an importer has read, before it becomes a checklist: a tree of requirements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

Words: TypeAlias = Mapping[str, str]
"""One text by language code; empty where the source says nothing."""

QuestionKind = Literal["yes_no", "single", "multi", "number", "text"]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer that a question of the source offers.

    Attributes:
        original: how the source identifies it.
        words: what it says.
        score: what choosing it scores, None where it scores nothing.
        is_not_applicable: it says that the question does not concern who answers.
    """

    original: str
    words: Words
    score: Fraction | None = None
    is_not_applicable: bool = False


@dataclass(frozen=True, kw_only=True)
class SourceCondition:
    """Ask a question only where another one of the same requirement has one of these answers."""

    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SourceQuestion:
    """A question of a requirement.

    Attributes:
        original: how the source identifies it.
        kind: ``yes_no`` for a plain yes or no, with or without "not applicable".
        words: the question; empty where it is the requirement's own text.
        choices: what it offers.
        condition: when it is asked; None for always.
        scores: whether its choices decide the level of the requirement.
    """

    original: str
    kind: QuestionKind
    words: Words
    choices: tuple[Choice, ...] = ()
    condition: SourceCondition | None = None
    scores: bool = False


@dataclass(kw_only=True)
class Node:
    """A heading, a requirement, or both.

    Attributes:
        original: how the source identifies it.
        number: what the source numbers it with; empty where it does not.
        wanted_id: the id that it should have, where that is not made from the number.
        title: its name.
        text: what it requires, or what a heading says below its name.
        guidance: explanations, in order.
        evidence: what shows that it is met.
        points: what it lists.
        examples: the points are examples.
        groups: the groups that it belongs to, as the source names them.
        weight: its weight among others.
        refs: ids in other documents, by document.
        tier: its tier, where the source has our tiers.
        owner: who answers, where the source has our owners.
        is_requirement: whether it is answered.
        questions: what is asked under it.
        merged: number of texts of the source that stand within another of its texts here.
        children: what stands below it, in order.
    """

    original: str
    number: str = ""
    wanted_id: str = ""
    title: Words = field(default_factory=dict)
    text: Words = field(default_factory=dict)
    guidance: tuple[Words, ...] = ()
    evidence: tuple[Words, ...] = ()
    points: tuple[Words, ...] = ()
    examples: bool = False
    groups: tuple[str, ...] = ()
    weight: Fraction = Fraction(1)
    refs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tier: str = ""
    owner: str = ""
    is_requirement: bool = False
    questions: tuple[SourceQuestion, ...] = ()
    merged: int = 0
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all below it, in order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    @property
    def has_requirements(self) -> bool:
        """Whether it or anything below it is answered."""
        return any(node.is_requirement for node in self.walk())

    def texts(self) -> Iterator[Words]:
        """Yield every text of the node itself, its questions included."""
        yield from (self.title, self.text, *self.guidance, *self.evidence, *self.points)
        for question in self.questions:
            yield question.words
            yield from (choice.words for choice in question.choices)


@dataclass(frozen=True, kw_only=True)
class SourceGroup:
    """A group of the source, by which requirements are selected."""

    original: str
    title: Words


@dataclass(frozen=True, kw_only=True)
class SourceStep:
    """A step of the source's own scale."""

    value: int
    title: Words
    meaning: Words


@dataclass(frozen=True, kw_only=True)
class SourceScale:
    """The scale of the source: its steps, or only its bounds where it has too many to be steps."""

    low: int
    high: int
    steps: tuple[SourceStep, ...] = ()


@dataclass(kw_only=True)
class Outline:
    """A checklist of others as it was read.

    Attributes:
        original: how the source identifies itself.
        name: what its id is made from.
        version: its version as written.
        title: its title.
        description: what its publisher says about it.
        copyright: its notice of rights.
        publisher: who published it.
        published: the day, as ``2026-11-20``; empty where none is stated.
        languages: codes, the source's own language first.
        groups: the groups that it defines.
        scale: its own scale; None where it has none.
        choices_give_levels: the scores of choices are steps of the scale, ours where it has none.
        roots: the tops of its trees.
    """

    original: str
    name: str
    version: str
    title: Words
    description: Words = field(default_factory=dict)
    copyright: str = ""
    publisher: str = ""
    published: str = ""
    languages: tuple[str, ...]
    groups: tuple[SourceGroup, ...] = ()
    scale: SourceScale | None = None
    choices_give_levels: bool = True
    roots: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield every node in order."""
        for root in self.roots:
            yield from root.walk()


def joined(parts: tuple[Words, ...], separator: str = "\n\n") -> dict[str, str]:
    """Return several texts as one, in every language that one of them has.

    A part without a language stands in its first one, so that nothing is left out.

    Args:
        parts: the texts; empty ones are skipped.
        separator: what stands between them.
    """
    given = [part for part in parts if part]
    languages = dict.fromkeys(lang for part in given for lang in part)
    return {
        lang: separator.join(part.get(lang, next(iter(part.values()))) for part in given)
        for lang in languages
    }
