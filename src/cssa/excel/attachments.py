"""What a worksheet has beside its cells: comments, pictures and shapes."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET  # only parts without a document type get here

from cssa.excel.cell_values import cell_position
from cssa.excel.package import Package, exceeds
from cssa.excel.refusal import refused

_MAX_TAGS = 50_000
_SHAPES = frozenset(("pic", "sp", "graphicFrame", "cxnSp"))
_KINDS = ("comments", "threadedComment", "drawing")


class CellComment(NamedTuple):
    """A comment on a cell.

    Attributes:
        row: from 1; likewise ``column``.
        author: empty where it is not stated.
    """

    row: int
    column: int
    author: str
    text: str


class Attachments(NamedTuple):
    """What a worksheet has beside its cells.

    Attributes:
        shapes: number of pictures, charts and shapes.
        text: in the shapes.
    """

    comments: tuple[CellComment, ...] = ()
    shapes: int = 0
    text: str = ""


def attachments(package: Package, sheet: str) -> Attachments:
    """Return what a worksheet has beside its cells.

    Args:
        package: the workbook.
        sheet: name of the worksheet's part.

    Raises:
        InputError: when a part of them is damaged or too large.
    """
    linked = dict.fromkeys(_linked(package, sheet))
    comments: dict[tuple[int, int], list[CellComment]] = {}
    threads: dict[tuple[int, int], list[CellComment]] = {}
    shapes, texts = 0, []
    for kind, part in linked:
        root = _parsed(package, part)
        if kind == "drawing":
            shapes += sum(_local(element) in _SHAPES for element in root.iter())
            texts += [element.text or "" for element in root.iter() if _local(element) == "t"]
            continue
        found = comments if kind == "comments" else threads
        for comment in _comments(root):
            found.setdefault((comment.row, comment.column), []).append(comment)
    # beside a thread, a comment with its text is kept for programs that know no threads
    both = {**comments, **threads}
    in_order = tuple(comment for place in sorted(both) for comment in both[place])
    return Attachments(in_order, shapes, "\n".join(filter(None, texts)))


def _linked(package: Package, sheet: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of the parts that a worksheet has beside its cells."""
    folder, _, name = sheet.rpartition("/")
    relations = package.names.get(f"{folder}/_rels/{name}.rels".lower())
    if relations is None:
        return
    for element in _parsed(package, relations).iter():
        kind = element.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
        part = package.names.get(target.lstrip("/").lower())
        if kind in _KINDS and part is not None:
            yield kind, part


def _comments(root: ET.Element) -> Iterator[CellComment]:
    authors = [element.text or "" for element in root.iter() if _local(element) == "author"]
    for element in root.iter():
        if _local(element) not in ("comment", "threadedComment"):
            continue
        row, column = cell_position(element.get("ref", ""))
        number = element.get("authorId", "")
        is_known = number.isascii() and number.isdecimal() and int(number) < len(authors)
        texts = [
            part.text or ""
            for part in element.iter()
            if _local(part) in ("t", "text") and not len(part)
        ]
        if row:
            author = authors[int(number)] if is_known else ""
            yield CellComment(row, column, author, "".join(texts).strip())


def _parsed(package: Package, name: str) -> ET.Element:
    part = package.parts[name]
    if exceeds([part], b"<", _MAX_TAGS):
        raise refused("too_many", package.path, part=name, limit=_MAX_TAGS)
    try:
        return ET.fromstring(part)  # noqa: S314 - no document type
    except ET.ParseError:
        raise refused("damaged", package.path, part=name) from None


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
