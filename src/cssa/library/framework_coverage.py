"""How far an institution's practices cover another document, item by item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText, LocalizedText
from cssa.engine.result import Result
from cssa.library.crosswalk import Crosswalk, Relation
from cssa.scheme.references import Csf2

CSF2 = "csf2"
"""The name of the NIST CSF 2.0, in references of practices and on the command line."""
_CSF2_TITLE = "NIST CSF 2.0"


class FrameworkItem(NamedTuple):
    """An item of another document.

    Attributes:
        id: its number there.
        title: its name; None where its wording is not at hand.
        parent: the item that it belongs to; None at the top.
        number: how its source writes the number, where that is not the id.
    """

    id: str
    title: AnyText | None = None
    parent: str | None = None
    number: str | None = None


class Link(NamedTuple):
    """A practice that bears on an item; the relation is None where nobody states it."""

    practice: str
    relation: Relation | None = None


@dataclass(frozen=True, kw_only=True)
class Framework:
    """Another document, with the practices that bear on its items.

    Attributes:
        id: its name.
        title: what it is called; None where nobody says.
        items: in order, each after the one that it belongs to.
        links: by item.
        unknown: what a table names that the checklist or the document does not have.
    """

    id: str
    title: AnyText | None
    items: tuple[FrameworkItem, ...]
    links: Mapping[str, tuple[Link, ...]]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ItemCoverage:
    """How far one item is covered, by what bears on it or on anything below it.

    Attributes:
        depth: 0 at the top.
        links: practices that bear on the item itself.
        counted: number of practices below it that have a value.
        unanswered: how many of these are not answered.
        lowest: the lowest level of them; None while one is unanswered, and where there is none.
        mean: the mean of their values, an unanswered one counting as the lowest step; None
            where nothing is scored, as the lowest level.
        evidence: number of pieces of evidence given with them.
        is_covered: whether any practice bears on it, counted or not.
    """

    item: FrameworkItem
    depth: int
    links: tuple[Link, ...]
    counted: int
    unanswered: int
    lowest: int | None
    mean: Fraction | None
    evidence: int
    is_covered: bool


def csf2_framework(csf2: Csf2, checklist: Checklist) -> Framework:
    """Return the NIST CSF 2.0 with the practices that refer to it.

    Args:
        csf2: its items.
        checklist: the checklist whose practices refer to them.
    """
    return Framework(
        id=CSF2,
        title=LocalizedText.model_validate({"en": _CSF2_TITLE}),
        items=tuple(_csf2_items(csf2)),
        links=_grouped(
            (name, Link(practice_id))
            for practice_id, names in _references(checklist, CSF2)
            for name in names
        ),
    )


def table_framework(
    table: Crosswalk, checklist: Checklist, target: Checklist | None = None
) -> Framework:
    """Return the document that a table leads to, with the practices that bear on it.

    The table starts from the checklist itself, whose practices it names by id or number, or from a
    document that practices refer to.

    Args:
        table: the table.
        checklist: the checklist that is answered.
        target: the checklist that the table leads to, whose practices are then the items; None
            where it leads to none that is at hand.
    """
    sources = dict(_sources(table, checklist))
    found = {name for names in sources.values() for name in names}
    links = _grouped(
        (target, Link(practice_id, relation))
        for practice_id, names in sources.items()
        for name in names
        for relation, targets in table.relations[name].items()
        for target in targets
    )
    named = dict.fromkeys(
        target
        for relations in table.relations.values()
        for targets in relations.values()
        for target in targets
    )
    items = tuple(FrameworkItem(item.id, item.title, item.parent) for item in table.items)
    if target is not None and not items:
        items = tuple(_checklist_items(target))
    known = {item.id for item in items}
    if not items:
        items = tuple(map(FrameworkItem, named))
        known = set(named)
    unknown = [name for name in table.relations if name not in found]
    unknown += [name for name in named if name not in known]
    return Framework(
        id=table.to.id,
        title=table.to.title if target is None else target.title,
        items=tuple(_parents_first(items)),
        links={name: links_ for name, links_ in links.items() if name in known},
        unknown=tuple(unknown),
    )


def item_coverage(
    framework: Framework, checklist: Checklist, result: Result, submission: Submission
) -> Iterator[ItemCoverage]:
    """Yield how far each item is covered, in order.

    Args:
        framework: the other document.
        checklist: the checklist that was answered.
        result: its result.
        submission: the answers, for their evidence.
    """
    results = {practice.id: practice for domain in result.domains for practice in domain.practices}
    lowest_step = checklist.values[0]
    depths: dict[str, int] = {}
    inner = _practices_within(framework)
    for item in framework.items:
        depths[item.id] = depths[item.parent] + 1 if item.parent in depths else 0
        practices = inner[item.id]
        counted = [results[name] for name in practices if name in results and results[name].counted]
        unanswered = sum(practice.status == "unanswered" for practice in counted)
        levels = [practice.level for practice in counted] if result.scored else []
        values = [lowest_step if level is None else level for level in levels]
        yield ItemCoverage(
            item=item,
            depth=depths[item.id],
            links=framework.links.get(item.id, ()),
            counted=len(counted),
            unanswered=unanswered,
            lowest=None if unanswered or not values else min(values),
            mean=Fraction(sum(values), len(values)) if values else None,
            evidence=sum(_evidence(submission, name) for name in practices),
            is_covered=bool(practices),
        )


def _csf2_items(csf2: Csf2) -> Iterator[FrameworkItem]:
    for function in csf2.functions:
        yield FrameworkItem(function.id, function.title)
        for category in function.categories:
            yield FrameworkItem(category.id, category.title, function.id)
            for name, outcome in category.subcategories.items():
                title = LocalizedText.model_validate({"en": outcome})
                yield FrameworkItem(name, title, category.id)


def _checklist_items(checklist: Checklist) -> Iterator[FrameworkItem]:
    """Yield the domains, sections and practices of a checklist, in order."""
    for domain in checklist.domains:
        yield FrameworkItem(domain.id, domain.title)
        yield from _practice_items(domain.practices, domain.id)
        for section in domain.sections:
            yield FrameworkItem(section.id, section.title, domain.parent_of(section))
            yield from _practice_items(section.practices, section.id)


def _practice_items(practices: Iterable[Practice], parent: str) -> Iterator[FrameworkItem]:
    for practice in practices:
        yield FrameworkItem(practice.id, practice.title, parent, practice.number)


def _references(checklist: Checklist, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each practice that refers to a document, with the items that it names."""
    for practice_id, placed in checklist.placed.items():
        refs = placed.practice.refs
        names = refs.csf2 if name == CSF2 else refs.others.get(name, ())
        if names:
            yield practice_id, (names,) if isinstance(names, str) else tuple(names)


def _sources(table: Crosswalk, checklist: Checklist) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each practice with those items of the table that stand for it."""
    if table.from_.id != checklist.id:
        for practice_id, names in _references(checklist, table.from_.id):
            yield practice_id, tuple(name for name in names if name in table.relations)
        return
    by_name = {name.casefold(): name for name in table.relations}
    for practice_id, placed in checklist.placed.items():
        names = (practice_id, placed.practice.shown_id)
        matching = (by_name[name.casefold()] for name in names if name.casefold() in by_name)
        yield practice_id, tuple(dict.fromkeys(matching))


def _grouped(links: Iterable[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    grouped: dict[str, dict[Link, None]] = {}
    for item, link in links:
        grouped.setdefault(item, {})[link] = None
    return {item: tuple(several) for item, several in grouped.items()}


def _parents_first(items: Sequence[FrameworkItem]) -> Iterator[FrameworkItem]:
    """Yield items with each after the one that it belongs to; one in a circle stands at the top."""
    known = {item.id for item in items}
    below: dict[str | None, list[FrameworkItem]] = {}
    for item in items:
        below.setdefault(item.parent if item.parent in known else None, []).append(item)
    shown: set[str] = set()
    stack = list(reversed(below.get(None, [])))
    while stack:
        item = stack.pop()
        shown.add(item.id)
        yield item
        stack.extend(reversed(below.get(item.id, [])))
    yield from (item._replace(parent=None) for item in items if item.id not in shown)


def _practices_within(framework: Framework) -> dict[str, tuple[str, ...]]:
    """Return the practices that bear on each item or on anything below it, each once."""
    within: dict[str, dict[str, None]] = {item.id: {} for item in framework.items}
    for item in reversed(framework.items):
        own = dict.fromkeys(link.practice for link in framework.links.get(item.id, ()))
        within[item.id] = own | within[item.id]
        if item.parent in within:
            within[item.parent] = within[item.id] | within[item.parent]
    return {item: tuple(practices) for item, practices in within.items()}


def _evidence(submission: Submission, practice_id: str) -> int:
    answer = submission.answers.get(practice_id)
    return len(answer.evidence) if answer is not None else 0
