"""What became of each practice from one version of a checklist to another, for a comparison."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.comparison.carry_over import AnswerSource, CarryStep
from cssa.comparison.snapshot import Snapshot

_NOWHERE = AnswerSource(())


class Revision(NamedTuple):
    """The way from a version to a later one.

    Attributes:
        sources: by id of a practice of the later one, what it was made from.
        continued: by id of a practice of the later one, the one practice that goes on in it.
    """

    sources: Mapping[str, AnswerSource]
    continued: Mapping[str, str]


def revision_of(steps: Sequence[CarryStep]) -> Revision:
    """Return the way that the steps between two versions describe.

    Args:
        steps: at least one, each beginning where the one before ends.
    """
    revision = _of_step(steps[0].sources)
    for step in steps[1:]:
        last = _of_step(step.sources)
        sources = {
            name: _through(source, revision.sources) for name, source in last.sources.items()
        }
        continued = {
            name: revision.continued[former]
            for name, former in last.continued.items()
            if former in revision.continued
        }
        revision = Revision(sources, continued)
    return revision


def _of_step(sources: Mapping[str, AnswerSource]) -> Revision:
    return Revision(sources, dict(_continued(sources)))


def _continued(sources: Mapping[str, AnswerSource]) -> Iterator[tuple[str, str]]:
    """Yield what goes on as one question; of parts and wholes, the one that kept its number."""
    for name, source in sources.items():
        if len(source.practices) == 1 and not source.shares_parts:
            yield name, source.practices[0]
        elif name in source.practices:
            yield name, name


def _through(source: AnswerSource, earlier: Mapping[str, AnswerSource]) -> AnswerSource:
    """Return from which practices before an earlier step a practice was made."""
    parts = [earlier.get(name, _NOWHERE) for name in source.practices]
    practices = dict.fromkeys(name for part in parts for name in part.practices)
    kinds = {*source.kinds, *(kind for part in parts for kind in part.kinds)}
    return AnswerSource(tuple(practices), tuple(kind for kind in CHANGE_KINDS if kind in kinds))


def in_last_numbering(
    snapshots: Sequence[Snapshot], revisions: Sequence[Revision | None]
) -> list[Snapshot]:
    """Return snapshots in which a practice has one key, its id in the last of them.

    A practice that does not go on to the last keeps its id, followed by its version where another
    practice has that id.

    Args:
        snapshots: in the order of their days.
        revisions: the way from each to the next; None where ids stand for themselves.
    """
    renamed = [snapshots[-1]]
    keys = {name: name for name in snapshots[-1].standings}
    taken = set(keys)
    for snapshot, revision in zip(reversed(snapshots[:-1]), reversed(revisions), strict=True):
        later = keys if revision is None else _former_keys(keys, revision)
        keys = {
            name: later.get(name) or _free(name, snapshot.version, taken)
            for name in snapshot.standings
        }
        taken |= set(keys.values())
        standings = {keys[name]: standing for name, standing in snapshot.standings.items()}
        renamed.append(replace(snapshot, standings=standings))
    return renamed[::-1]


def _former_keys(keys: Mapping[str, str], revision: Revision) -> dict[str, str]:
    """Return the keys of the practices that go on, by their ids before a revision."""
    return {former: keys[name] for name, former in revision.continued.items() if name in keys}


def _free(name: str, version: str, taken: set[str]) -> str:
    return f"{name}@{version}" if name in taken else name
