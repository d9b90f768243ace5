"""Goes through the containers that a file may be, and hashes what is in them."""

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from cssa.batch.intake.archive import MAX_MEMBERS
from cssa.batch.intake.container import ContainedFile, Container, MailReceipt
from cssa.batch.intake.containers import HEAD, Outer, kind_of
from cssa.batch.intake.folder_walk import not_read
from cssa.batch.intake.inbox_file import InboxFile
from cssa.errors import Problem
from cssa.excel.content_kind import DAMAGE, OLE, content_kind
from cssa.lists.passwords import PasswordList

_BLOCK = 1 << 20
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini"))


class _TooManyError(Exception):
    """Containers inside one another hold more files than one may hold."""


class _Place(NamedTuple):
    """Where a file stands among containers.

    Attributes:
        outer: their kinds, from the outermost.
        mail: what the outermost mail says of its receipt.
        senders: addresses that the mails state.
    """

    outer: Outer = ()
    mail: MailReceipt | None = None
    senders: tuple[str, ...] = ()

    def inside(self, container: Container, path: str) -> "_Place":
        """Return where the files of a container stand that stands here.

        Args:
            container: it.
            path: its path, as it is shown.
        """
        receipt = container.receipt and container.receipt._replace(path=path)
        return _Place(
            (*self.outer, type(container)),
            self.mail or receipt,
            (*self.senders, receipt.sender) if receipt and receipt.sender else self.senders,
        )


class _Content(NamedTuple):
    """The content of a file, read once."""

    sha256: str
    size: int
    head: bytes


class Unpacking:
    """Opens the files that were found.

    Args:
        passwords: of senders.

    Attributes:
        ignored: paths of members that operating systems leave in archives.
    """

    def __init__(self, passwords: PasswordList) -> None:
        self._passwords = passwords
        self._count = 0
        self.ignored: list[str] = []

    def files(self, shown: str, source: Path) -> list[InboxFile]:
        """Return a file, or the files in it.

        Args:
            shown: its path, as it is shown.
            source: where it is.
        """
        self._count, ignored = 0, len(self.ignored)
        try:
            with source.open("rb") as stream:
                content = _read(stream)
                whole = InboxFile(shown, str(source), (), content.sha256, content.size)
                stream.seek(0)
                return list(self._opened(whole, content, _Place(), lambda _: stream))
        except _TooManyError:
            del self.ignored[ignored:]
            trouble = Problem("batch.archive.too_many", {"limit": MAX_MEMBERS})
            return [whole._replace(trouble=trouble)]
        except OSError as error:
            return [without_content(shown, source, not_read(error))]

    def _opened(
        self,
        file: InboxFile,
        content: _Content,
        place: _Place,
        stream: Callable[[int], BinaryIO],
    ) -> Iterator[InboxFile]:
        """Yield a file, or the files in it.

        Args:
            file: as it is if nothing is in it.
            content: of the file.
            place: where it stands.
            stream: returns its content from the beginning, at most so much of it.
        """
        kind = kind_of(content.head, place.outer)
        if kind is None and not content.head.startswith(OLE):
            yield file
            return
        own = self._passwords.for_file(file.path, place.senders)
        file = file._replace(passwords=own or file.passwords)
        container = kind.opened(stream(kind.max_size + 1), file.passwords) if kind else None
        if container is None:
            yield file
        elif isinstance(container, Problem):
            yield file._replace(trouble=container)
        else:
            inner = place.inside(container, file.path)
            file = file._replace(mail=inner.mail)
            if container.remark is not None:
                yield file._replace(trouble=container.remark)
            for member in container.members:
                yield from self._member(file, container, member, inner)

    def _member(
        self, outer: InboxFile, container: Container, member: ContainedFile, place: _Place
    ) -> Iterator[InboxFile]:
        """Yield a file of a container, or the files in it."""
        self._count += 1
        if self._count > MAX_MEMBERS:
            raise _TooManyError
        path = printable(f"{outer.path}!{member.name}")
        if any(map(is_system_file, member.name.split("/"))):
            self.ignored.append(path)
            return
        file = outer._replace(path=path, steps=(*outer.steps, member.number), mail=place.mail)
        if member.is_protected:
            place_in_it = _hash_of(f"{outer.sha256}!{member.number}")
            yield file._replace(sha256=place_in_it, size=0, is_protected=True)
            return
        try:
            with container.open_member(member.number) as part:
                content = _read(part)
        except DAMAGE:
            damaged = Problem("form.guard.damaged", {"part": member.name})
            yield file._replace(sha256=_hash_of(path), size=0, trouble=damaged)
            return
        file = file._replace(sha256=content.sha256, size=content.size)
        if member.is_inline and file.mail is not None and content_kind(content.head) == "image":
            file = file._replace(mail=file.mail._replace(is_inline=True))

        def stream(limit: int) -> BinaryIO:
            with container.open_member(member.number) as part:
                return io.BytesIO(part.read(limit))

        yield from self._opened(file, content, place, stream)


def without_content(shown: str, source: Path, trouble: Problem) -> InboxFile:
    """Return a file whose content cannot be hashed; its path stands in for it.

    Args:
        shown: its path, as it is shown.
        source: where it is.
        trouble: why.
    """
    return InboxFile(shown, str(source), (), _hash_of(shown), 0, trouble)


def _hash_of(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()


def _read(stream: IO[bytes]) -> _Content:
    head = stream.read(HEAD)
    digest, size = hashlib.sha256(head), len(head)
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
    return _Content(digest.hexdigest(), size, head)


def is_system_file(name: str) -> bool:
    """Return whether a name is one that operating systems and open workbooks leave behind."""
    is_hidden = name.startswith(".") and name not in (".", "..")
    return is_hidden or name.startswith(("~$", "__MACOSX")) or name.casefold() in _SYSTEM_FILES


def printable(name: str) -> str:
    """Return a name of a file as text that can be written anywhere."""
    return name.encode("utf-8", "backslashreplace").decode()
