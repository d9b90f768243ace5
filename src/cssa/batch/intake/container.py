"""What a kind of container is: a file that holds files of the inbox."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import IO, BinaryIO, ClassVar, Literal, NamedTuple, Self

from cssa.errors import Problem
from cssa.lists.passwords import Password

ReceiptBasis = Literal["received", "date"]
"""The header that gives a mail's time: of the server that took it in last, or the sender's own."""


class MailReceipt(NamedTuple):
    """What the mail that a file came in says of its receipt.

    Attributes:
        sender: the address that it states; empty where there is none.
        received_at: Japan Standard Time; None where no header gives it.
        basis: the header that gives it.
        is_inline: whether the file is a picture that the mail shows within its text.
        path: of the mail, as it is shown.
    """

    sender: str
    received_at: datetime | None = None
    basis: ReceiptBasis | None = None
    is_inline: bool = False
    path: str = ""


class ContainedFile(NamedTuple):
    """A file in a container.

    Attributes:
        number: where it stands in the container.
        name: as its sender's system wrote it.
        is_inline: whether a mail shows it within its text, if it is a picture.
        is_protected: whether it is under a password; decrypting it takes long.
    """

    number: int
    name: str
    is_inline: bool = False
    is_protected: bool = False


class Container(ABC):
    """A file that holds files of the inbox.

    Attributes:
        levels: how many of the kind may be opened inside one another.
        max_size: bytes that one inside another container may have.
        members: the files, in the container's order.
        remark: what is to be said of the container itself, which is then listed beside its files.
        receipt: what it says of its receipt; None where it is no mail.
    """

    levels: ClassVar[int]
    max_size: ClassVar[int]
    members: tuple[ContainedFile, ...] = ()
    remark: Problem | None = None
    receipt: MailReceipt | None = None

    @classmethod
    @abstractmethod
    def begins(cls, head: bytes) -> bool:
        """Return whether a file may be of the kind, by its first bytes."""

    @classmethod
    @abstractmethod
    def opened(cls, stream: BinaryIO, passwords: Sequence[Password]) -> Self | Problem | None:
        """Return a container, why it is not opened, or None for any other file.

        Args:
            stream: the file; it has to stay open.
            passwords: those that may open it.
        """

    @abstractmethod
    def open_member(self, number: int) -> IO[bytes]:
        """Return the content of a file in it.

        Raises:
            OSError: or another of ``DAMAGE`` where the content is not sound.
        """
