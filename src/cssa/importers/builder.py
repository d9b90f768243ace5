"""An outline of others becomes a checklist of ours: domains, sections, practices, ids."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Literal, NamedTuple

from cssa.checklist.practice import MAX_WEIGHT
from cssa.importers.ids import IdMaker, cleaned
from cssa.importers.losses import Balance
from cssa.importers.outline import Node, Outline, SourceScale, Words, joined
from cssa.importers.practices import AnswerScale, PracticeMaker
from cssa.importers.structure import Heading, domains_of
from cssa.importers.text import in_one_line

_MAX_TITLE = 200  # characters of a text that can be a heading
_SHORTENED = 80  # characters of a heading that is the beginning of a text
_OUR_LEVELS = range(6)
_GENERAL = "general"
"""The words that levels have where the source says nothing about them."""
_TEXT_REF = "guideline"
"""The one reference that is a text and no list."""
_ALL = "_all"
"""Ends the id of a section that has a requirement of its own, whose id is the one without it."""
_IGNORED = ("not-a-question", "repeated-text", "terminology")
"""Rules of style that what others wrote is not held to."""

Role = Literal["domain", "section", "practice", "question", "text"]


class Placed(NamedTuple):
    """What became of a part of the source.

    Attributes:
        original: how the source identifies it.
        id: id of what it became, or of what its text stands in.
        role: what it became; ``text`` where it is part of an introduction.
    """

    original: str
    id: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class BuiltChecklist:
    """A checklist as its files have it.

    Attributes:
        header: content of ``checklist.yaml``.
        domains: content of the file of each domain, by its id.
        placed: where everything of the source is.
    """

    header: dict[str, Any]
    domains: dict[str, dict[str, Any]]
    placed: tuple[Placed, ...]

    @property
    def practice_count(self) -> int:
        """Number of its practices."""
        return sum(1 for _ in _practices(self.domains))


def build_checklist(
    outline: Outline, balance: Balance, basic: Collection[str] = ()
) -> BuiltChecklist:
    """Return an outline as a checklist.

    Args:
        outline: what was read; at least one of its nodes is a requirement.
        balance: takes what cannot be carried.
        basic: groups whose requirements are basic and all others desirable, as the source names
            them; where there are none, everything is basic.
    """
    return _Builder(outline, balance, frozenset(basic)).build()


class _Builder:
    def __init__(self, outline: Outline, balance: Balance, basic: frozenset[str]) -> None:
        self._outline = outline
        self._balance = balance
        self._basic = basic
        self._main = outline.languages[0]
        self._groups = self._group_ids()
        self._weights = self._whole_weights()
        self._scale = _answer_scale(outline)
        self._maker = PracticeMaker(self._scale, outline.languages, balance)
        self._ids = IdMaker()
        self._heading_ids: dict[int, str] = {}
        self._practice_ids: dict[int, str] = {}
        self._question_ids: dict[str, str] = {}
        self._placed: list[Placed] = []

    def build(self) -> BuiltChecklist:
        headings = domains_of(self._outline)
        for heading in headings:
            self._name_practices(heading)
        for heading in headings:
            self._name_sections(heading)
        domains = {self._heading_ids[id(heading)]: self._domain(heading) for heading in headings}
        for original, made in self._maker.ids.items():
            self._placed.append(Placed(original, made, "question"))
        return BuiltChecklist(
            header=self._header(list(domains), domains),
            domains=domains,
            placed=tuple(self._placed),
        )

    def _group_ids(self) -> dict[str, str]:
        ids = IdMaker(())
        return {
            group.original: ids.make(cleaned(group.original) or f"g{number}")
            for number, group in enumerate(self._outline.groups, 1)
        }

    def _whole_weights(self) -> dict[int, int]:
        """Return the weights that are not 1 as whole numbers, by the identity of their node."""
        nodes = [node for node in self._outline.walk() if node.weight != 1]
        for node in nodes:
            if not node.is_requirement:
                self._balance.lose(node.original, "weight", "weight_of_heading")
            elif node.weight <= 0:
                self._balance.lose(node.original, "weight", "weight_not_positive")
        weighing = [node for node in nodes if node.is_requirement and node.weight > 0]
        if not weighing:
            return {}
        common = lcm(*(node.weight.denominator for node in weighing))
        weights = {id(node): node.weight for node in weighing}
        whole = {
            id(node): int(weights.get(id(node), Fraction(1)) * common)
            for node in self._outline.walk()
            if node.is_requirement
        }
        if max(whole.values()) <= MAX_WEIGHT:
            return whole
        self._balance.lose("", "weight", "weight_too_fine", count=len(weighing))
        return {}

    # -- names

    def _name_practices(self, heading: Heading) -> None:
        for requirement in heading.requirements:
            node = requirement.node
            made = self._ids.make(requirement.wanted)
            self._practice_ids[id(node)] = made
            self._placed.append(Placed(node.original, made, "practice"))
            self._placed += [Placed(original, made, "text") for original in requirement.texts_of]
            for number, question in enumerate(self._maker.standing_alone(node), 2):
                self._question_ids[question.original] = self._ids.make(f"{made}.q{number}")
        for section in heading.sections:
            self._name_practices(section)

    def _name_sections(self, heading: Heading) -> None:
        is_both = heading.node is not None and heading.node.is_requirement
        made = self._ids.make(f"{heading.wanted}{_ALL}" if is_both else heading.wanted)
        self._heading_ids[id(heading)] = made
        if heading.node is not None:
            role: Role = "section" if heading.parent else "domain"
            self._placed.append(Placed(heading.node.original, made, role))
        self._placed += [Placed(original, made, "text") for original in heading.texts_of]
        for section in heading.sections:
            self._name_sections(section)

    # -- content

    def _header(self, domain_ids: list[str], domains: Mapping[str, Any]) -> dict[str, Any]:
        outline, words = self._outline, self._maker.words
        header: dict[str, Any] = {
            "schema": "cssa.checklist/1",
            "id": cleaned(outline.name) or "imported",
            "version": cleaned(outline.version) or "1",
            "revision": 1,
            "languages": list(outline.languages),
            "title": words(outline.title),
            "source": self._source(),
        }
        if outline.scale is not None and outline.scale.steps:
            header["scale"] = self._own_scale(outline.scale)
        if outline.groups:
            header["groups"] = [
                {"id": self._groups[group.original], "title": words(group.title)}
                for group in outline.groups
            ]
        if not any(map(_gives_level, _practices(domains))):
            header["scored"] = False
            self._balance.note("not_scored")
        header["lint"] = {"ignore": list(_IGNORED)}
        header["domains"] = domain_ids
        return header

    def _source(self) -> dict[str, Any]:
        outline, words = self._outline, self._maker.words
        source: dict[str, Any] = {"title": words(outline.title)}
        if outline.publisher:
            source["publisher"] = {self._main: outline.publisher}
        if outline.published:
            source["published"] = outline.published
        if outline.description and outline.description != outline.title:
            source["note"] = words(outline.description)
        if outline.copyright:
            source["copyright"] = {self._main: outline.copyright}
        return source

    def _own_scale(self, scale: SourceScale) -> dict[str, Any]:
        in_place = next(
            step.value
            for step in scale.steps
            if 5 * (step.value - scale.low) >= 3 * (scale.high - scale.low)
        )
        self._balance.note("in_place", in_place)
        steps = []
        for step in scale.steps:
            entry: dict[str, Any] = {
                "value": step.value,
                "title": self._maker.words(step.title or {self._main: str(step.value)}),
            }
            if step.meaning:
                entry["meaning"] = self._maker.words(step.meaning)
            steps.append(entry)
        return {"in_place": in_place, "steps": steps}

    def _domain(self, heading: Heading) -> dict[str, Any]:
        domain: dict[str, Any] = {
            "domain": self._heading_ids[id(heading)],
            **self._head(heading),
        }
        if practices := self._practices(heading):
            domain["practices"] = practices
        if sections := list(self._sections(heading)):
            domain["sections"] = sections
        return domain

    def _sections(self, above: Heading) -> Iterator[dict[str, Any]]:
        for section in above.sections:
            yield {
                "id": self._heading_ids[id(section)],
                "parent": self._heading_ids[id(above)],
                **self._head(section),
                "practices": self._practices(section),
            }
            yield from self._sections(section)

    def _head(self, heading: Heading) -> dict[str, Any]:
        """Return title and introduction of a domain or section."""
        node = heading.node
        if node is None:
            title, texts = self._outline.title, list[Words]()
        else:
            title, texts = self._title(node, self._heading_ids[id(heading)])
        head: dict[str, Any] = {"title": self._maker.words(title)}
        intro = joined((*heading.preface, *texts, *heading.intro))
        if intro:
            head["intro"] = self._maker.words(intro)
        return head

    def _title(self, node: Node, section_id: str) -> tuple[Words, list[Words]]:
        """Return a heading's title, and its texts that are not in it."""
        below = [] if node.is_requirement else [*node.guidance, *node.evidence]
        number = {self._main: node.number} if node.number and node.number != section_id else {}
        if node.title:
            texts = below if node.is_requirement else [node.text, *below]
            return joined((number, node.title), " "), texts
        if node.text and all(_is_short(text) for text in node.text.values()):
            return joined((number, node.text), " "), below
        texts = below if node.is_requirement else [node.text, *below]
        if node.number:
            return {self._main: node.number}, texts
        beginning = {lang: _beginning(text) for lang, text in node.text.items()}
        return beginning or {self._main: section_id}, texts

    def _practices(self, heading: Heading) -> list[dict[str, Any]]:
        return [
            practice
            for requirement in heading.requirements
            for practice in self._practice(requirement.node)
        ]

    def _practice(self, node: Node) -> Iterator[dict[str, Any]]:
        practice_id = self._practice_ids[id(node)]
        groups = self._groups_of(node)
        tier = node.tier or self._tier(node)
        for practice in self._maker.make(node, practice_id, self._question_ids):
            is_itself = practice["id"] == practice_id
            complete: dict[str, Any] = {"id": practice.pop("id"), "tier": tier}
            if is_itself and node.number and node.number != practice_id:
                complete["number"] = node.number
            complete.update(practice)
            if groups:
                complete["groups"] = groups
            if is_itself and self._weights.get(id(node), 1) != 1:
                complete["weight"] = self._weights[id(node)]
            if node.owner:
                complete["owner"] = node.owner
            if is_itself and node.refs:
                complete["refs"] = {
                    name: "; ".join(ids) if name == _TEXT_REF else list(ids)
                    for name, ids in node.refs.items()
                }
            yield complete

    def _tier(self, node: Node) -> str:
        return "basic" if not self._basic or self._basic & set(node.groups) else "desirable"

    def _groups_of(self, node: Node) -> list[str]:
        groups = []
        for group in dict.fromkeys(node.groups):
            if group in self._groups:
                groups.append(self._groups[group])
            else:
                self._balance.lose(node.original, f"group {group!r}", "undefined_group")
        return groups


def _answer_scale(outline: Outline) -> AnswerScale:
    scale = outline.scale
    if scale is None:
        levels = _OUR_LEVELS if outline.choices_give_levels else ()
        return AnswerScale(values=frozenset(levels), words=_GENERAL)
    if scale.steps:
        return AnswerScale(values=frozenset(step.value for step in scale.steps))
    return AnswerScale(values=frozenset(), points=f"{scale.low}–{scale.high}")


def _practices(domains: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for domain in domains.values():
        yield from domain.get("practices", ())
        for section in domain.get("sections", ()):
            yield from section["practices"]


def _gives_level(practice: Mapping[str, Any]) -> bool:
    if practice.get("kind", "level") == "level":
        return True
    return any("level" in option for option in practice.get("options", ()))


def _is_short(text: str) -> bool:
    return len(text) <= _MAX_TITLE and "\n" not in text


def _beginning(text: str) -> str:
    line = in_one_line(text)
    return line if len(line) <= _SHORTENED else f"{line[: _SHORTENED - 1].rstrip()}…"
