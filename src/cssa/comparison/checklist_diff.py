"""Two versions of a checklist side by side: which practices differ, and in what."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from cssa.checklist.differences import SCALE, asks_otherwise, differing_fields
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice

_ALIKE = 0.6
"""Share of their letters from which two questions may be the same one under another id."""

_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """A practice of the other version that may ask for the same.

    Attributes:
        practice: its id.
        percent: how much of the text is the same.
    """

    practice: str
    percent: int


@dataclass(frozen=True, slots=True)
class PracticeDiff:
    """A practice of one version or of both.

    Attributes:
        old: the practice of the former version, None where it has none of this id.
        new: that of the new version, likewise.
        fields: what differs, as it is called in files.
        asks_otherwise: whether that changes what is asked or what answers are possible.
        alike: of the other version, what may be the same practice under another id, the most alike
            first.
    """

    old: Practice | None
    new: Practice | None
    fields: tuple[str, ...] = ()
    asks_otherwise: bool = False
    alike: tuple[Likeness, ...] = ()

    @property
    def id(self) -> str:
        """The id that it has."""
        practice = self.new or self.old
        return "" if practice is None else practice.id

    def values(self, field: str) -> tuple[Any, Any]:
        """Return what a field was and is, as it is written in files."""
        sides = [_plain(practice, field) for practice in (self.old, self.new)]
        return sides[0], sides[1]


def _plain(practice: Practice | None, field: str) -> Any:
    if practice is None:
        return None
    if field == SCALE:
        return list(practice.level_scale.values)
    plain = practice.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return plain.get(field)


def checklist_diff(old: Checklist, new: Checklist) -> tuple[PracticeDiff, ...]:
    """Return every practice of both versions: those of the new one in order, then what is gone.

    Args:
        old: the former version.
        new: the new version.
    """
    return (*_now(old, new), *_gone(old, new))


def _now(old: Checklist, new: Checklist) -> Iterator[PracticeDiff]:
    for name, placed in new.placed.items():
        if name not in old.placed:
            yield PracticeDiff(None, placed.practice, alike=_alike(placed.practice, old))
            continue
        before = old.placed[name].practice
        yield PracticeDiff(
            before,
            placed.practice,
            differing_fields(before, placed.practice),
            asks_otherwise(before, placed.practice),
        )


def _gone(old: Checklist, new: Checklist) -> Iterator[PracticeDiff]:
    for name, placed in old.placed.items():
        if name not in new.placed:
            yield PracticeDiff(placed.practice, None, alike=_alike(placed.practice, new))


def _alike(practice: Practice, other: Checklist) -> tuple[Likeness, ...]:
    """Return those practices of another version whose question is much the same."""
    found: list[Likeness] = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_text(practice))
    for name, placed in other.placed.items():
        matcher.set_seq1(_text(placed.practice))
        if matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
            found.append(Likeness(name, round(100 * ratio)))
    return tuple(sorted(found, key=lambda item: -item.percent)[:_CANDIDATES])


def _text(practice: Practice) -> str:
    """Return what is asked, in the first language, without differences of writing."""
    words = next(iter(practice.question.words.values()), "")
    return unicodedata.normalize("NFKC", words).casefold()
