"""How commands write files: a user's own file is never overwritten."""

import errno
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cssa.atomic_write import copy_aside, replace_file
from cssa.checklist.catalogue import named_folder
from cssa.checklist.draft import HEADER, read_header
from cssa.cli.language import current, t
from cssa.errors import InputError, OutputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.problems import describe_all
from cssa.messages.system_errors import system_reason
from cssa.messages.visible import visible, without_commands
from cssa.messages.wording import listed
from cssa.signature import Comment, OutputKind, is_unchanged_output, sign

_STDOUT = 1
_HOLD_ANSWERS = frozenset((OutputKind.ANSWERS, OutputKind.BLANK_FORM))


class Output(NamedTuple):
    """A file that a command writes, and what it must not overwrite.

    Attributes:
        path: a file, or ``-`` or None for standard output.
        kind: what is written; an unchanged output of the same kind may be overwritten.
        inputs: files that the command reads by name; None, ``-`` and missing files are ignored.
        replace: whether any other file may be overwritten; a copy of it is kept beside it.
        updates: whether the command reads the file itself and writes it back changed.
    """

    path: Path | None
    kind: OutputKind
    inputs: tuple[str | Path | None, ...] = ()
    replace: bool = False
    updates: bool = False

    @property
    def is_stdout(self) -> bool:
        """Whether it is standard output, under any name."""
        if self.path is None or str(self.path) == "-":
            return True
        try:
            return os.path.samestat(self.path.stat(), os.fstat(_STDOUT))
        except OSError:
            return False

    @property
    def is_file(self) -> bool:
        """Whether it is a file, existing or not; not a device or pipe."""
        if self.is_stdout or self.path is None:
            return False
        return self.path.is_file() or not self.path.exists()

    @property
    def is_free(self) -> bool:
        """Whether nothing would be lost by writing to it."""
        path = self.path
        if path is None or not path.is_file() or self.updates or path.stat().st_size == 0:
            return True
        return is_unchanged_output(path, self.kind)

    def check(self) -> None:
        """Refuse it where writing would lose something or is impossible.

        Raises:
            UsageError: when it is an input.
            OutputError: when it is a file of the user's, a folder, or in a folder that is missing.
        """
        path = self.path
        if path is None or str(path) == "-":
            return
        where = Location(str(path))
        for name in self.inputs:
            if name is not None and _is_same(path, Path(name)):
                raise UsageError([Problem("file.is_input", {"name": str(name)}, where)])
        try:
            if path.is_dir():
                raise _system_error(errno.EISDIR)
            if not self.is_file:
                return
            _check_permissions(path)
            if not self.replace and not self.is_free:
                code = "file.holds_answers" if self.kind in _HOLD_ANSWERS else "file.not_ours"
                raise OutputError([Problem(code, {}, where)])
        except OSError as error:
            raise cannot_write(path, error) from None


def with_ending(path: Path | None, endings: Sequence[str], *, replace: bool = False) -> Path | None:
    """Return a file's name with an ending of what is written, added and noted where it has none.

    The name of a file that exists stays: whether it may be overwritten is asked first.

    Args:
        path: the name; ``-``, None, devices and pipes stay as they are.
        endings: those that what is written may have, in lower case, the usual one first.
        replace: whether a file that exists may be overwritten in any case.

    Raises:
        UsageError: when it ends as something else.
    """
    if path is None or not Output(path, OutputKind.SCORE).is_file or path.suffix.lower() in endings:
        return path
    if path.is_file() and not replace:
        return path
    if path.suffix:
        params = {"ending": path.suffix, "known": listed(endings)}
        raise UsageError([Problem("file.ending", params, Location(str(path)))])
    named = path.with_name(f"{path.name}{endings[0]}")
    note(t("file.ending_added", path=named))
    return named


def check_outputs(*outputs: Output) -> None:
    """Refuse outputs before a command starts its work.

    Args:
        outputs: every file that it is going to write.

    Raises:
        UsageError: when one of them is an input, or two are the same file.
        OutputError: when one would overwrite a file of the user's, or cannot be written.
    """
    for number, output in enumerate(outputs):
        output.check()
        if is_one_of(output, outputs[:number]):
            raise UsageError([Problem("file.output_twice", {}, Location(str(output.path)))])


def is_one_of(output: Output, others: Iterable[Output]) -> bool:
    """Return whether an output is the same file as one of others, however their names are spelt."""
    if output.path is None or not output.is_file:
        return False
    real = Path(os.path.realpath(output.path))
    return any(
        _is_same(real, Path(os.path.realpath(other.path)))
        for other in others
        if other.path is not None and other.is_file
    )


def check_folder(folder: Path, parts: Iterable[str], inputs: Iterable[str | Path | None]) -> None:
    """Refuse an output folder that is an input, or that has one where files are written.

    Args:
        folder: it need not exist yet.
        parts: names of the folders in it that the command fills.
        inputs: files and folders that the command reads by name.

    Raises:
        UsageError: when an input would be overwritten or removed.
    """
    filled = [folder / part for part in parts]
    for name in inputs:
        if name is None or not Path(name).exists():
            continue
        path = Path(name).resolve()
        ancestors = (path, *path.parents)
        if _is_same(path, folder) or any(
            _is_same(ancestor, part) for ancestor in ancestors for part in filled
        ):
            raise UsageError([Problem("file.is_input", {"name": str(name)}, Location(str(folder)))])


def emit(
    content: str | bytes, output: Output | None = None, comment: Comment | None = None
) -> None:
    """Write an output.

    Args:
        content: the output, with its final line break.
        output: where to; standard output where None.
        comment: how the format writes comments, for formats that have them: a file gets a last
            line by which it is recognised later.

    Raises:
        UsageError: when the file is an input.
        OutputError: when the file is the user's or cannot be written; the old content stays.
    """
    if output is None or output.path is None or output.is_stdout:
        _print(content)
        return
    output.check()
    if comment is not None and output.is_file and isinstance(content, str):
        content = sign(content, output.kind, comment)
    data = content.encode() if isinstance(content, str) else content
    backup: Path | None = None
    try:
        if not output.is_free:
            backup = copy_aside(output.path)
        replace_file(output.path, data)
    except BaseException as error:
        if backup is not None:
            backup.unlink(missing_ok=True)  # the file itself is unchanged
        if isinstance(error, OSError):
            raise cannot_write(output.path, error) from None
        raise
    if backup is not None:
        note(t("file.kept_aside", path=backup))


def checklist_files(checklist: str | None) -> Iterable[Path]:
    """Return the files of a checklist that was named by path, as inputs.

    Args:
        checklist: its folder, ``checklist.yaml``, id or ``ID@VERSION``.
    """
    folder = None if checklist is None else named_folder(checklist)
    if folder is None:
        return ()
    try:
        domains = read_header(folder)[0].domains
    except InputError:  # reported when the checklist itself is read
        domains = ()
    return (folder / HEADER, *(folder / f"{domain}.yaml" for domain in domains))


def note(text: str) -> None:
    """Print a line on standard error."""
    print(without_commands(visible(text)), file=sys.stderr)  # noqa: T201


def note_each(problems: Iterable[Problem]) -> None:
    """Print what was noticed and taken as it is on standard error, a line each with its place."""
    for line in describe_all(problems, current()):
        note(line)


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        sys.stdout.write(content)
        sys.stdout.flush()
    else:
        sys.stdout.buffer.write(content)


def _is_same(first: Path, second: Path) -> bool:
    """Return whether two names are of one file, which need not exist yet."""
    try:
        if first.exists() and second.exists():
            return first.samefile(second)
        is_new = not first.exists() and not second.exists()
        is_one_name = is_new and _folded(first) == _folded(second)
        return is_one_name and first.parent.samefile(second.parent)
    except OSError:
        return False


def _folded(path: Path) -> str:
    """Return a name as case-insensitive, normalizing file systems compare it."""
    return unicodedata.normalize("NFC", path.name).casefold()


def _check_permissions(path: Path) -> None:
    folder = Path(os.path.realpath(path)).parent
    folder.stat()
    if not folder.is_dir():
        raise _system_error(errno.ENOTDIR)
    # The old file is replaced, not opened, which the system allows for read-only files too.
    if any(target.exists() and not os.access(target, os.W_OK) for target in (folder, path)):
        raise _system_error(errno.EACCES)


def _system_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Return the error of a file that the system refuses to write.

    Args:
        path: the file as it was named.
        error: the system's error.
    """
    reason = system_reason(error)
    return OutputError([Problem("file.cannot_write", {"reason": reason}, Location(str(path)))])
