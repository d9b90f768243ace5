"""The kinds of containers, each opened only so many levels deep."""

import io
from collections.abc import Sequence
from typing import BinaryIO

from cssa.batch.intake.archive import ZipArchive
from cssa.batch.intake.container import Container
from cssa.batch.intake.mail import MailFile
from cssa.errors import Problem
from cssa.lists.passwords import Password

CONTAINERS: tuple[type[Container], ...] = (ZipArchive, MailFile)

HEAD = 65_536
"""First bytes of a file, by which its kind is told."""

Outer = tuple[type[Container], ...]
"""The kinds of the containers that a file is in, the outermost first."""


def kind_of(head: bytes, outer: Outer = ()) -> type[Container] | None:
    """Return the kind of container that a file may be and that is opened where it is.

    Args:
        head: its first bytes.
        outer: the kinds of the containers that it is in.
    """
    return next(
        (kind for kind in CONTAINERS if outer.count(kind) < kind.levels and kind.begins(head)), None
    )


def read_member(
    stream: BinaryIO, steps: Sequence[int], limit: int, passwords: Sequence[Password] = ()
) -> bytes:
    """Return the first bytes of a file in containers.

    Args:
        stream: the outermost container, or the file itself where there are no steps.
        steps: the number of the file in each container, from the outermost on.
        limit: bytes that are read at most.
        passwords: those that may open the containers.

    Raises:
        ValueError: or another of ``DAMAGE`` where it is not there, or not sound.
    """
    if not steps:
        return stream.read(limit)
    number, *further = steps
    kind = kind_of(stream.read(HEAD))
    stream.seek(0)
    container = kind.opened(stream, passwords) if kind else None
    if container is None or isinstance(container, Problem):
        raise ValueError
    with container.open_member(number) as part:
        if not further:
            return part.read(limit)
        inner_kind = kind_of(part.read(HEAD))
    with container.open_member(number) as part:
        inner = io.BytesIO(part.read(inner_kind.max_size + 1 if inner_kind else 0))
    return read_member(inner, further, limit, passwords)
