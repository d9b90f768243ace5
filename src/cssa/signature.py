"""Signatures by which an output of the program is recognised as unchanged.

They are part of the content: Markdown, HTML, XML and text end with a line that names the command
and a hash of everything before it; JSON has its schema; a workbook has its properties, which
spreadsheet programs change when they save.
"""

import hashlib
import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

MAX_BYTES = 8_000_000
"""Files above this size are never recognised as an output."""

_MAX_PROPERTIES = 20_000
_PROPERTIES = "docProps/core.xml"
_UNCHANGED_DATE = (1980, 1, 1, 0, 0, 0)
"""Fixed date of the parts of a workbook that this program writes; its bytes are reproducible."""

_SIGNATURE = re.compile(rb"(?:<!-- |# |::debug::)cssa ([a-z ]+) sha256:([0-9a-f]{64})(?: -->)?\n\Z")
_CALENDAR_SIGNATURE = re.compile(rb"X-CSSA:cssa ([a-z ]+) sha256:([0-9a-f]{64})\nEND:VCALENDAR\n\Z")
_END_OF_CALENDAR = "END:VCALENDAR\r\n"
_CATEGORY = re.compile(rb"<(?:\w+:)?category(?:\s[^<>]*)?>([^<]*)</")
_CREATED = re.compile(rb"<(?:\w+:)?created(?:\s[^<>]*)?>([^<]*)</")
_MODIFIED = re.compile(rb"<(?:\w+:)?modified(?:\s[^<>]*)?>([^<]*)</")


class OutputKind(Enum):
    """Kinds of outputs; an unchanged output may be overwritten by one of its kind."""

    ANSWERS = "answers"
    BLANK_FORM = "form"
    CHANGES = "changes"
    CHECKLIST = "checklist"
    COMPARISON = "comparison"
    CROSSWALK = "crosswalk"
    GATE = "gate"
    HANDOVER = "handover"
    KEPT_RESULT = "kept result"
    POLICY = "policy"
    PLAN = "plan"
    REPORT = "report"
    ROADMAP = "roadmap"
    RETURNED_FORM = "returned form"
    SCHEMA = "schema"
    SCORE = "score"

    @property
    def category(self) -> str:
        """The property of a workbook that says what it is."""
        return f"cssa {self.value}"


class Comment(Enum):
    """How a comment is written in a format; JSON, which has none, names its schema."""

    MARKUP = "<!-- {} -->"
    HASH = "# {}"
    GITHUB = "::debug::{}"
    CALENDAR = "X-CSSA:{}"


def sign(text: str, kind: OutputKind, comment: Comment) -> str:
    """Return a text with the last line by which it is recognised as unchanged.

    Args:
        text: the complete content of a file.
        kind: what it is.
        comment: how its format writes comments.
    """
    if comment is Comment.CALENDAR:  # whose last line is not free
        content = text.removesuffix(_END_OF_CALENDAR)
        digest = _digest(_with_unix_line_ends(content.encode()))
        return f"{content}X-CSSA:cssa {kind.value} sha256:{digest}\r\n{_END_OF_CALENDAR}"
    ended = text if text.endswith("\n") else f"{text}\n"
    digest = _digest(_with_unix_line_ends(ended.encode()))
    line = comment.value.format(f"cssa {kind.value} sha256:{digest}")
    return f"{ended}{line}\n"


def is_unchanged_output(path: Path, kind: OutputKind) -> bool:
    """Return whether a file is an output of the program that nobody has changed.

    Args:
        path: an existing file of any content and any size.
        kind: what the command is going to write.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return False
    if data.startswith(b"PK\x03\x04"):
        return _is_workbook(path, kind)
    if kind is OutputKind.GATE and data.lstrip().startswith(b"["):
        return _is_code_quality(data)
    is_json = data.lstrip().startswith(b"{")
    return (is_json and _is_document(_read_json(data), kind)) or _is_signed(data, kind)


def is_as_written(path: Path) -> bool:
    """Return whether a workbook is as this program wrote it: no other program has saved it.

    Args:
        path: an existing file of any content.

    Raises:
        OSError: when it cannot be read.
    """
    return _untouched_properties(path) is not None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _with_unix_line_ends(data: bytes) -> bytes:
    """Return a text with LF line ends: version control converts them."""
    return data.replace(b"\r\n", b"\n")


def _is_signed(data: bytes, kind: OutputKind) -> bool:
    text = _with_unix_line_ends(data)
    signature = _SIGNATURE.search(text) or _CALENDAR_SIGNATURE.search(text)
    if signature is None or signature[1].decode() != kind.value:
        return False
    return _digest(text[: signature.start()]) == signature[2].decode()


def _read_json(data: bytes) -> Mapping[str, Any]:
    import json

    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


_SCHEMAS = {
    OutputKind.SCORE: ("cssa.result/1",),
    OutputKind.REPORT: ("cssa.report/1", "cssa.feedback/1"),
    OutputKind.CROSSWALK: ("cssa.crosswalk-report/1",),
    OutputKind.PLAN: ("cssa.plan/1",),
    OutputKind.COMPARISON: ("cssa.comparison/1",),
    OutputKind.ROADMAP: ("cssa.roadmap/1",),
    OutputKind.GATE: ("cssa.gate/1", "cssa.gate-refusal/1", "cssa.gate-runs/1"),
}
"""The schemas that JSON of a kind names."""


def _is_document(document: Mapping[str, Any], kind: OutputKind) -> bool:
    if document.get("schema") in _SCHEMAS.get(kind, ()):
        return True
    match kind:
        case OutputKind.GATE:
            return _is_sarif(document)
        case OutputKind.CHECKLIST:
            return _is_checklist(document)
        case OutputKind.SCHEMA:
            return str(document.get("$id")).startswith("cssa:schema/")
        case _:
            return False


def _is_checklist(document: Mapping[str, Any]) -> bool:
    """Return whether it is a checklist as shown, without a schema, not a file of a checklist."""
    domains = document.get("domains")
    is_whole = isinstance(domains, list) and all(isinstance(domain, dict) for domain in domains)
    is_practice = {"id", "tier", "title"} <= document.keys()
    return "schema" not in document and "id" in document and (is_whole or is_practice)


def _is_sarif(document: Mapping[str, Any]) -> bool:
    try:
        return bool(document["runs"][0]["tool"]["driver"]["name"] == "cssa")
    except (KeyError, IndexError, TypeError):
        return False


def _is_code_quality(data: bytes) -> bool:
    """Return whether it is a code quality report of the gate's findings, or of none."""
    import json

    try:
        entries = json.loads(data)
        return all(str(entry["check_name"]).startswith("cssa/") for entry in entries)
    except (ValueError, RecursionError, KeyError, TypeError):
        return False


def _is_workbook(path: Path, kind: OutputKind) -> bool:
    """Return whether it is a workbook of a kind that no other program has saved."""
    properties = _untouched_properties(path)
    category = None if properties is None else _CATEGORY.search(properties)
    return category is not None and category[1].decode(errors="replace") == kind.category


def _untouched_properties(path: Path) -> bytes | None:
    """Return the properties, which every program rewrites on saving; None where one has."""
    import struct
    import zipfile
    import zlib

    damage = (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
        RuntimeError, ValueError,
    )  # fmt: skip
    try:
        with zipfile.ZipFile(path) as package:
            if any(part.date_time != _UNCHANGED_DATE for part in package.infolist()):
                return None
            part = package.getinfo(_PROPERTIES)
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                return None
            with package.open(part) as stream:
                properties = stream.read(_MAX_PROPERTIES)
    except KeyError:  # no properties
        return None
    except damage:
        return None
    created, modified = _CREATED.search(properties), _MODIFIED.search(properties)
    is_untouched = modified is None or (created is not None and modified[1] == created[1])
    return properties if is_untouched else None
