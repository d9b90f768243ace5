"""What can become of a practice from one version of a checklist to the next: a class each."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic_core import core_schema

from cssa.datafile.types import PrebuiltSchema


class PracticeCount(Enum):
    """How many practices stand on a side of a change: least and most, None for no limit."""

    NONE = (0, 0)
    ONE = (1, 1)
    SEVERAL = (2, None)

    def holds(self, number: int) -> bool:
        """Return whether so many practices may stand there."""
        least, most = self.value
        return bool(least <= number and (most is None or number <= most))


class ChangeKind:
    """A kind of change.

    Its messages have the codes ``change.`` with its name, and where it is doubtful also
    ``finding.carried_`` with its name.

    Attributes:
        name: ``kind`` in ``changes.yaml``.
        old: how many practices of the former version it concerns.
        new: how many of the new version.
        keeps_id: the practice has one id in both versions.
        is_doubtful: an answer to the former question may no longer be right, even where nothing has
            changed at the institution.
        shares_parts: a practice may stand in several changes of such kinds, as where one part of a
            question has become a part of another.
    """

    name: ClassVar[str]
    old: ClassVar[PracticeCount] = PracticeCount.ONE
    new: ClassVar[PracticeCount] = PracticeCount.ONE
    keeps_id: ClassVar[bool] = False
    is_doubtful: ClassVar[bool] = False
    shares_parts: ClassVar[bool] = False

    @property
    def sides(self) -> tuple[tuple[str, PracticeCount], ...]:
        """How many practices it concerns, by the key that names them."""
        return (("old", self.old), ("new", self.new))


CHANGE_KINDS: dict[str, ChangeKind] = {}
"""Every kind by name, the one that says least first."""


def _register(kind: type[ChangeKind]) -> type[ChangeKind]:
    CHANGE_KINDS[kind.name] = kind()
    return kind


@_register
class UnchangedPractice(ChangeKind):
    """The practice asks for the same in the same words."""

    name = "unchanged"
    keeps_id = True


@_register
class Reworded(ChangeKind):
    """The practice asks for the same in other words."""

    name = "reworded"


@_register
class Moved(ChangeKind):
    """The practice asks for the same under another id."""

    name = "moved"


@_register
class Tightened(ChangeKind):
    """The practice asks for more."""

    name = "tightened"
    is_doubtful = True


@_register
class Split(ChangeKind):
    """What one practice asked is asked by several now."""

    name = "split"
    new = PracticeCount.SEVERAL
    is_doubtful = True
    shares_parts = True


@_register
class Merged(ChangeKind):
    """What several practices asked is asked by one now."""

    name = "merged"
    old = PracticeCount.SEVERAL
    is_doubtful = True
    shares_parts = True


@_register
class Removed(ChangeKind):
    """The practice is no longer asked."""

    name = "removed"
    new = PracticeCount.NONE


@_register
class New(ChangeKind):
    """The practice was not asked before."""

    name = "new"
    old = PracticeCount.NONE


KindName = Annotated[str, PrebuiltSchema(core_schema.literal_schema(list(CHANGE_KINDS)))]
"""The name of a kind, in files."""
