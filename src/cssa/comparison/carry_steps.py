"""The way from the checklist that was answered to the one that answers are carried to."""

from cssa.checklist.catalogue import Catalogue, CatalogueEntry, Edition
from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.checklist.changes import LocatedChanges
from cssa.comparison.carry_over import (
    AnswerSource,
    CarryStep,
    same_version,
    superseded_structure,
)
from cssa.errors import InputError, Problem
from cssa.library.crosswalk import Crosswalk, Relation

_COVERED: tuple[Relation, ...] = ("equal", "superset")
"""Relations of a former question to one that asks for the same, or for a part; the better first."""


def steps_to_version(
    catalogue: Catalogue, former: Edition, fingerprint: str | None, target: CatalogueEntry
) -> list[CarryStep]:
    """Return the steps from answers to a version of their checklist.

    Args:
        catalogue: where the versions between are found.
        former: the version that was answered.
        fingerprint: of the structure that the answers are bound to.
        target: the version that they are carried to.

    Raises:
        InputError: when changes are missing on the way, or do not fit the versions.
    """
    supersession = former.checklist.supersession(fingerprint)
    first = [] if supersession is None else [superseded_structure(former, supersession)]
    return [*first, *version_steps(catalogue, former, target)]


def version_steps(catalogue: Catalogue, former: Edition, target: CatalogueEntry) -> list[CarryStep]:
    """Return the steps from a version of a checklist to another, by their ``changes.yaml``.

    Args:
        catalogue: where the versions between are found.
        former: the version that was answered.
        target: the version that answers are carried to.

    Raises:
        InputError: when changes are missing on the way, or do not fit the versions.
    """
    if (former.checklist.id, former.checklist.version) == target.key:
        return [same_version(former)]
    steps: list[CarryStep] = []
    entry, seen = target, {target.version}
    while entry.version != former.checklist.version:
        located = catalogue.changes(entry)
        if located is None or located.changes.from_.version in seen - {entry.version}:
            params = {
                "id": former.checklist.id,
                "old": former.checklist.version,
                "new": target.version,
                "version": entry.version,
            }
            raise InputError([Problem("carry.no_changes", params)])
        version = located.changes.from_.version
        seen.add(version)
        is_first = version == former.checklist.version
        before = former if is_first else catalogue.load(catalogue.find(entry.id, version))
        steps.append(changes_step(located, before, catalogue.load(entry)))
        if is_first:
            break
        entry = catalogue.find(entry.id, version)
    return steps[::-1]


def changes_step(located: LocatedChanges, former: Edition, edition: Edition) -> CarryStep:
    """Return the step that a file of changes describes.

    Args:
        located: the changes.
        former: the checklist that they are from.
        edition: the checklist that they lead to.

    Raises:
        InputError: when they do not account for every practice of both.
    """
    problems = [
        *_end_problems(located, former, edition),
        *located.side_problems("new", edition.checklist.placed),
        *located.side_problems("old", former.checklist.placed),
    ]
    if problems:
        raise InputError(problems)
    sources: dict[str, AnswerSource] = {}
    for name, changes in located.changes.by_new_id.items():
        kinds = {change.kind for change in changes}
        practices = dict.fromkeys(old for change in changes for old in change.old)
        ordered = tuple(kind for kind in CHANGE_KINDS if kind in kinds)
        sources[name] = AnswerSource(tuple(practices), ordered)
    return CarryStep(former, edition, sources)


def _end_problems(located: LocatedChanges, former: Edition, edition: Edition) -> list[Problem]:
    """Return where changes are from or to another version than they are used for."""
    changes, problems = located.changes, []
    ends = (("from", changes.from_, former.checklist), ("to", changes.to, edition.checklist))
    for key, stated, checklist in ends:
        if stated is None:
            continue
        if stated.version != checklist.version or stated.id not in (None, checklist.id):
            params = {
                "found": f"{stated.id or checklist.id} {stated.version}",
                "wanted": f"{checklist.id} {checklist.version}",
            }
            problems.append(located.problem(f"carry.other_{key}", (key,), **params))
    return problems


def crosswalk_step(table: Crosswalk, former: Edition, edition: Edition) -> CarryStep:
    """Return the step that a crosswalk between two checklists allows.

    An answer is carried only to a question that asks for the same, or for a part of it.

    Args:
        table: read from the checklist that was answered.
        former: that checklist.
        edition: the other one.

    Raises:
        InputError: when no question asks for the same or a part.
    """
    covering: dict[str, list[str]] = {}
    for relation in _COVERED:
        covering = {**_covering(table, relation, former, edition), **covering}
    if not covering:
        params = {"old": former.checklist.id, "new": edition.checklist.id}
        raise InputError([Problem("carry.nothing_covered", params)])
    sources = {name: AnswerSource(tuple(covering[name])) for name in covering}
    return CarryStep(former, edition, sources, is_crosswalk=True)


def _covering(
    table: Crosswalk, relation: Relation, former: Edition, edition: Edition
) -> dict[str, list[str]]:
    """Return the former questions that are in a relation to each question, where there are any."""
    covering: dict[str, list[str]] = {}
    for source, relations in table.relations.items():
        for target in relations.get(relation, ()):
            if source in former.checklist.placed and target in edition.checklist.placed:
                covering.setdefault(target, []).append(source)
    return covering
