"""What an import could not carry, and what it had to assume: collected while a file is read."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple


class Loss(NamedTuple):
    """Something of the source that the checklist does not have.

    Attributes:
        node: how the source identifies what it belongs to; empty for the file as a whole.
        field: what of it, in the source's own words.
        cause: why; ``import.cause.<cause>`` words it.
    """

    node: str
    field: str
    cause: str


class Decision(NamedTuple):
    """Something that the import decided, because the source leaves it open.

    Attributes:
        code: ``import.note.<code>`` words it.
        value: what was decided.
    """

    code: str
    value: str = ""


@dataclass
class Balance:
    """What was read, and what of it is not carried.

    Attributes:
        read: number of things in the source, by kind (``nodes``, ``questions``, ``choices``,
            ``texts``).
        losses: what is not carried, with how often.
        notes: what was decided, each once.
    """

    read: Counter[str] = field(default_factory=Counter)
    losses: Counter[Loss] = field(default_factory=Counter)
    notes: dict[Decision, None] = field(default_factory=dict)
    _listed: Counter[str] = field(default_factory=Counter)

    def lose(self, node: str, field_: str, cause: str, *, of: str = "", count: int = 1) -> None:
        """List something that is not carried.

        Args:
            node: how the source identifies what it belongs to; empty for the whole file.
            field_: what of it.
            cause: why.
            of: the kind of thing that was counted as read; empty for what is not counted.
            count: how many of them.
        """
        self.losses[Loss(node, field_, cause)] += count
        if of:
            self._listed[of] += count

    def note(self, code: str, value: object = "") -> None:
        """Note a decision."""
        self.notes[Decision(code, str(value))] = None

    def listed(self, kind: str) -> int:
        """Return how many things of a kind are listed as not carried."""
        return self._listed[kind]
