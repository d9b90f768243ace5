"""A file of the inbox: where its bytes are, and what is known of it before it is read."""

from typing import NamedTuple

from cssa.batch.intake.container import MailReceipt
from cssa.batch.intake.containers import read_member
from cssa.errors import Problem
from cssa.lists.passwords import Password


class InboxFile(NamedTuple):
    """A file to be read.

    Attributes:
        path: as it is shown: below the specified folder; files in archives and mails after a ``!``.
        source: where its bytes are.
        steps: its number in each container, from the outermost; empty for a file of its own.
        sha256: of its content.
        size: of its content, in bytes.
        trouble: why its content is not read; None where it is.
        mail: what the mail that it came in says of its receipt.
        passwords: those that may open it, or the archive that it is in.
        is_protected: whether it is under a password in an archive; then its hash is that of its
            place there, and its size is not known.
    """

    path: str
    source: str
    steps: tuple[int, ...]
    sha256: str
    size: int
    trouble: Problem | None = None
    mail: MailReceipt | None = None
    passwords: tuple[Password, ...] = ()
    is_protected: bool = False

    def read(self, limit: int) -> bytes:
        """Return its first bytes."""
        return read_source(self.source, self.steps, limit, self.passwords)


def read_source(
    source: str, steps: tuple[int, ...], limit: int, passwords: tuple[Password, ...] = ()
) -> bytes:
    """Return the first bytes of a file.

    Args:
        source: where they are.
        steps: its number in each container, from the outermost.
        limit: bytes that are read at most.
        passwords: those that may open the containers.

    Raises:
        ValueError: or another of ``DAMAGE`` where the containers are no longer as they were.
    """
    with open(source, "rb") as stream:  # noqa: PTH123 - a name from the file system, kept as it is
        return read_member(stream, steps, limit, passwords)
