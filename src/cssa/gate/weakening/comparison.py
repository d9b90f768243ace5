"""What a change weakens, between two files or in all files of two folders."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from cssa.gate.verdict import Place, place_of
from cssa.gate.weakening.kind import CONTENTS, ComparedFile, Weakening, find_weakenings
from cssa.location import Location
from cssa.messages import Lang, fitting, message

Read = Callable[[Path], ComparedFile[Any]]

_ENDINGS = frozenset((".yaml", ".yml", ".json"))
_FILE_GONE = "file_gone"
_HEAD = 4_000
"""Bytes within which a file that is compared names its schema."""


@dataclass(frozen=True, kw_only=True)
class WeakeningReport:
    """One thing that is weaker.

    Attributes:
        kind: what is weaker, as a code.
        subject: a rule, practice, flag or file.
        before: what there was; null where nothing was.
        after: what there is now; null where it is gone.
        message: the same in words.
        place: where it stands now, or stood.
    """

    kind: str
    subject: str
    before: str | None
    after: str | None
    message: str
    place: Place


@dataclass(frozen=True, kw_only=True)
class PolicyDiff:
    """What a change weakens.

    Attributes:
        weaker: whether anything is.
        allowed: the reason for which it may be; null without one.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.policy-diff/1"], Field(alias="schema")] = "cssa.policy-diff/1"
    old: str
    new: str
    weaker: bool
    allowed: str | None
    weakenings: tuple[WeakeningReport, ...]


def reported(weakening: Weakening, lang: Lang) -> WeakeningReport:
    """Return a weakening with its words."""
    params = {
        "subject": weakening.subject,
        "before": weakening.before or "",
        "after": weakening.after or "",
    }
    return WeakeningReport(
        kind=weakening.kind,
        subject=weakening.subject,
        before=weakening.before,
        after=weakening.after,
        message=message(lang, weakening.code, fitting(weakening.code, params)),
        place=place_of(weakening.location, {}),
    )


def compare_folders(old: Path, new: Path, read: Read) -> Iterator[Weakening]:
    """Yield what is weaker in the files of a folder, and which of them are gone.

    Only what says that it is a policy, saved result, answers or settings is compared; hidden
    folders and forms are passed over.

    Args:
        old: the folder before the change.
        new: the folder after it.
        read: reads a file.

    Raises:
        InputError: when a file cannot be read.
    """
    for name in sorted(_names(old)):
        if (new / name).is_file():
            yield from find_weakenings(read(old / name), read(new / name))
        else:
            yield Weakening(_FILE_GONE, str(name), str(name), None, Location(str(old / name)))


def _names(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in name.parts)
        if not is_hidden and path.suffix.lower() in _ENDINGS and _is_compared(path):
            yield name


def _is_compared(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    return any(schema.encode() in head for schema in CONTENTS)
