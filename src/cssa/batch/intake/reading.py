"""The reading of one file, stored so that an unchanged file is read once."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from cssa.batch.verified_json import verified, with_hash
from cssa.errors import Problem
from cssa.location import CellLocation, FieldLocation, InputLocation, Location
from cssa.messages import Lang
from cssa.messages.wording import from_plain, plain
from cssa.peers.member import Member

Kind = Literal[
    "accepted", "reply", "problems", "waiting_password", "wrong_edition", "refused", "not_read"
]

SILENT_NOTES = frozenset(("form.blank_fields",))
"""Notes on what is optional; the ledger does not list them."""


class ClaimedIdentity(NamedTuple):
    """The institution that a file states; a field is empty where it is absent or invalid."""

    id: str
    name: str
    sector: str


class ReplyTo(NamedTuple):
    """The query letter that a reply form belongs to.

    Attributes:
        institution: id of the one that the letter went to.
        round_: of letters that it was sent in.
        rows: hash of its questions.
    """

    institution: str
    round_: str
    rows: str


class DepartmentPart(NamedTuple):
    """The part of the answers that one department gives, as its form says.

    Attributes:
        id: of the department.
        asked: the practices that the form asks.
    """

    id: str
    asked: tuple[str, ...]


class ReadingHead(NamedTuple):
    """What the ledger has to know of a file.

    Attributes:
        lang: the file's language, None where it is unknown.
        claimed: None where the file states nothing about its institution.
        licence: the licence that the file states.
        number: under which the form was issued to an institution; empty where it has none.
        content: hash of what was answered; the same answers saved twice have the same.
        problems: why it is not accepted; places are without the file's path.
        notes: what was noticed and accepted as it is.
        marked: sha256 of the sender's form with marks where it is to be corrected; None where
            there is none.
        member: what it contributes to the figures; None unless accepted.
        reply: the letter that it replies to; None unless it is a reply form.
        is_unlocked: whether it was opened with a password.
        part: of a form that one department answers; None for the answers of all.
    """

    sha256: str
    kind: Kind
    lang: Lang | None = None
    claimed: ClaimedIdentity | None = None
    campaign: str | None = None
    licence: str = ""
    number: str = ""
    content: str = ""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    marked: str | None = None
    member: Member | None = None
    reply: ReplyTo | None = None
    is_unlocked: bool = False
    part: DepartmentPart | None = None


class Reading(NamedTuple):
    """Everything that later steps need of a file.

    Attributes:
        values: the submission as plain values, or what was replied; empty unless accepted.
    """

    head: ReadingHead
    values: Mapping[str, Any] = {}


def dump_reading(reading: Reading, key: str) -> bytes:
    """Return a reading as the content of the file that it is stored in.

    Args:
        reading: to be stored.
        key: hash of everything beside the file that it depends on.
    """
    head = reading.head
    document = {
        "schema": "cssa.reading/1",
        "key": key,
        "sha256": head.sha256,
        "kind": head.kind,
        "lang": head.lang,
        "claimed": head.claimed,
        "campaign": head.campaign,
        "licence": head.licence,
        "number": head.number,
        "content": head.content,
        "problems": [_plain_problem(problem) for problem in head.problems],
        "notes": [_plain_problem(note) for note in head.notes],
        "marked": head.marked,
        "member": head.member and plain_member(head.member),
        "reply": head.reply,
        "unlocked": head.is_unlocked,
        "part": head.part,
        "values": reading.values,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return with_hash(f"{text}\n".encode())


def load_reading(data: bytes, key: str) -> Reading | None:
    """Return a stored reading, None where it was stored under another key or was changed since.

    Args:
        data: the stored file.
        key: hash of everything beside the file that the reading depends on.
    """
    try:
        document = json.loads(verified(data) or b"")
        if document["key"] != key:
            return None
        head = ReadingHead(
            sha256=document["sha256"],
            kind=document["kind"],
            lang=document["lang"],
            claimed=document["claimed"] and ClaimedIdentity(*document["claimed"]),
            campaign=document["campaign"],
            licence=document["licence"],
            number=document["number"],
            content=document["content"],
            problems=tuple(map(_problem, document["problems"])),
            notes=tuple(map(_problem, document["notes"])),
            marked=document["marked"],
            member=document["member"] and member_from(document["member"]),
            reply=document["reply"] and ReplyTo(*document["reply"]),
            is_unlocked=document.get("unlocked", False),
            part=_part(document.get("part")),
        )
        return Reading(head, document["values"])
    except (ValueError, KeyError, TypeError):
        return None


def _part(plain: Sequence[Any] | None) -> DepartmentPart | None:
    return None if plain is None else DepartmentPart(plain[0], tuple(plain[1]))


def stored_values(data: bytes | None) -> Mapping[str, Any] | None:
    """Return the submission of a stored reading, whatever read it; None where it was changed.

    Args:
        data: the stored file; None where there is none.
    """
    try:
        values = json.loads(verified(data) or b"")["values"]
    except (ValueError, KeyError, TypeError):
        return None
    return values if isinstance(values, dict) and values else None


def content_hash(values: Mapping[str, Any]) -> str:
    """Return the hash of plain values, whatever the order of their keys."""
    text = json.dumps(
        values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )
    return hashlib.sha256(text.encode()).hexdigest()


def kept(head: ReadingHead) -> ReadingHead:
    """Return a head as a run keeps it: one of each file, of which there may be ten thousand.

    It has no notes that the ledger does not list, and its figures are the same objects as those of
    other heads where they can be: thousands of institutions share few different scores of sections.
    """
    head = head._replace(notes=tuple(note for note in head.notes if note.code not in SILENT_NOTES))
    member = head.member
    if member is None:
        return head
    return head._replace(
        member=member._replace(
            coverage=_interned(member.coverage),
            overall=_interned(member.overall),
            domains=tuple(map(_interned, member.domains)),
            sections=tuple(map(_interned, member.sections)),
        )
    )


@lru_cache(maxsize=1 << 16)
def _interned(value: Fraction | None) -> Fraction | None:
    """Return the first of the figures that are equal."""
    return value


def placeless(problem: Problem) -> Problem:
    """Return a problem without the path of the file that it is in."""
    return placed(problem, "")


def placed(problem: Problem, path: str) -> Problem:
    """Return a problem in the file that is shown as ``path``."""
    place = problem.location
    if isinstance(place, CellLocation):
        moved: InputLocation = CellLocation(path, place.sheet, place.row, place.column, place.index)
    elif isinstance(place, FieldLocation):
        moved = place._replace(path=path)
    else:
        moved = Location(path, *(place[1:] if place else ()))
    return problem._replace(location=moved)


def _plain(value: Any) -> str | int | float:
    """Return what forms hold beside text and whole numbers as answers files have it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


def _plain_problem(problem: Problem) -> dict[str, Any]:
    params = {name: plain(value) for name, value in problem.params.items()}
    place = problem.location
    at: list[Any] | dict[str, Any] = []
    if isinstance(place, CellLocation):
        at = [place.sheet, place.row, place.column, place.index]
    elif isinstance(place, FieldLocation):
        at = {"row": place.row, "field": place.field, "index": place.index}
    elif place is not None:
        at = [place.line, place.column]
    return {"code": problem.code, "params": params, "at": at, "path": problem.path}


def _problem(document: Mapping[str, Any]) -> Problem:
    place = _place(document["at"])
    params = {name: from_plain(value) for name, value in document["params"].items()}
    return Problem(document["code"], params, place, tuple(document["path"]))


def _place(at: Sequence[Any] | Mapping[str, Any]) -> InputLocation:
    if isinstance(at, Mapping):
        return FieldLocation("", **at)
    return CellLocation("", *at) if at and isinstance(at[0], str) else Location("", *at)


def plain_member(member: Member) -> dict[str, Any]:
    """Return what an institution contributes as plain values."""
    return {
        **member._asdict(),
        "size": None if member.size is None else str(member.size),
        "coverage": _text(member.coverage),
        "overall": _text(member.overall),
        "domains": [_text(score) for score in member.domains],
        "sections": [_text(score) for score in member.sections],
        "values": dict(member.values),
    }


def member_from(document: Mapping[str, Any]) -> Member:
    """Return what ``plain_member`` was given."""
    size = document["size"]
    return Member(
        **{
            **document,
            "size": None if size is None else Decimal(size),
            "coverage": _fraction(document["coverage"]),
            "overall": _fraction(document["overall"]),
            "domains": tuple(map(_fraction, document["domains"])),
            "sections": tuple(map(_fraction, document["sections"])),
        }
    )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
