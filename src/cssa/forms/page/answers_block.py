"""The answers that a page for the browser saves, as a file of their own or inside the page."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic_core import core_schema

from cssa.answers.campaign import Campaign
from cssa.answers.submission import ChecklistRef
from cssa.checklist.practice import Id
from cssa.checklist.row_lists import MAX_ROWS, NamedRow
from cssa.datafile.decoding import MAX_BYTES
from cssa.datafile.reader import Document, read
from cssa.datafile.types import Bool, Date, Int, Line, Model, PrebuiltSchema
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.forms.own_rows import PREFIX, split_key
from cssa.location import Location
from cssa.messages import Lang

BLOCK_ID = "cssa-answers"
"""Id of the element that holds the answers in a page."""
MAX_ENTRY = 30_000
"""Characters of one field; what a cell of a workbook holds, too."""
_MAX_ITEMS = 200

_BLOCK_START = f'<script type="application/json" id="{BLOCK_ID}">'.encode()
_BLOCK_END = b"</script>"
_FORM_KEY = re.compile(rb'"form"\s*:\s*\{\s*"schema"\s*:\s*"cssa\.form/')
_HEAD = 1_000
"""Bytes in which a file of answers says that it is of a form."""
_BOM = b"\xef\xbb\xbf"

Entry = Annotated[str, PrebuiltSchema(core_schema.str_schema(strict=True, max_length=MAX_ENTRY))]
"""What was entered in one field, complete or not."""
Key = Annotated[str, PrebuiltSchema(core_schema.str_schema(strict=True, max_length=300))]


class EnteredEvidence(Model):
    """One piece of evidence."""

    ref: Entry = ""
    date: Entry = ""


class EnteredDone(Model):
    """How many of how many are done."""

    n: Int | Entry = ""
    of: Int | Entry = ""


class EnteredTreatment(Model):
    """An accepted risk or an alternative measure."""

    kind: Entry = ""
    measure: Entry = ""
    approved_by: Entry = ""
    approved_on: Entry = ""
    review_by: Entry = ""


class EnteredPlan(Model):
    """What is going to be done."""

    owner: Entry = ""
    due: Entry = ""
    action: Entry = ""
    status: Entry = ""
    budget: Entry = ""


class EnteredReview(Model):
    """Another line's view, which a page shows and does not change."""

    line: Int
    level: Int
    by: Entry
    on: Entry
    note: Entry = ""


class EnteredAnswer(Model):
    """What was entered on one practice, complete or not; without any entry it is unanswered."""

    level: Int | None = None
    choice: Entry | None = None
    choices: Annotated[tuple[Id, ...], Field(max_length=_MAX_ITEMS)] | None = None
    rows: Annotated[dict[Id, Entry], Field(max_length=_MAX_ITEMS)] | None = None
    value: Entry | None = None
    text: Entry | None = None
    na: Bool = False
    not_adopted: Bool = False
    reason: Entry = ""
    note: Entry = ""
    evidence: Annotated[tuple[EnteredEvidence, ...], Field(max_length=_MAX_ITEMS)] = ()
    points: Annotated[tuple[Id, ...], Field(max_length=_MAX_ITEMS)] = ()
    done: EnteredDone | None = None
    last_done: Entry = ""
    performed_by: Entry = ""
    by: Entry = ""
    treatment: EnteredTreatment | None = None
    plan: EnteredPlan | None = None
    review: Annotated[tuple[EnteredReview, ...], Field(max_length=_MAX_ITEMS)] = ()
    confirmed: Bool = True


class EnteredFlag(Model):
    """A line of the profile, with its reason."""

    value: Bool | None = None
    reason: Entry = ""


class EnteredOverride(Model):
    """The institution's own decision on its risk profile."""

    level: Entry = ""
    reason: Entry = ""


class EnteredRisk(Model):
    """What was entered on risk."""

    factors: dict[Id, Entry] = Field(default_factory=dict)
    override: EnteredOverride | None = None


class EnteredInstitution(Model):
    """What was entered on the institution."""

    id: Entry = ""
    name: Entry = ""
    sector: Entry = ""
    licence: Entry = ""
    size: Int | Entry = ""
    profile: dict[Id, Bool | EnteredFlag] = Field(default_factory=dict)
    risk: EnteredRisk = EnteredRisk.model_construct()


class EnteredApproval(Model):
    """Who stands behind the answers."""

    respondent: Entry = ""
    second_line: Entry = ""
    reported_to_board: Entry = ""


class EnteredRow(Model):
    """The name of a row, empty where the line is free."""

    id: Id
    name: Entry = ""


class BoundDelegate(Model):
    """The department that a form is for, as it is named there."""

    id: Id
    department: Line
    person: Line | None = None
    due: Date | None = None


class PageBinding(Model):
    """What ties answers to the page that they were entered in.

    Attributes:
        number: of the form: a hash of what else stands here, the content aside.
        issued_as: the number under which it was issued to one institution.
        owner: the function that it is for.
        delegate: the department that it is for, where it is named.
        asked: ids of the practices that it was sent out with; None for those of the owner.
        short: whether it has few fields.
        groups: ids of the groups of practices that the campaign asks.
        cover: keys of the cover's lines that it was sent out with.
        issued: what each row was issued with, by kind of table and key.
        campaign: as the page shows it.
        choices: whether each group of practices is answered, where the cover asks.
        content: hash of the whole file without this hash.
        saved: when the page saved it, as its reader's clock had it.
    """

    schema_: Annotated[Literal["cssa.form/1"], Field(alias="schema")]
    number: Key
    issued_as: Key | None = None
    lang: Lang
    owner: Key | None = None
    delegate: BoundDelegate | None = None
    asked: tuple[Id, ...] | None = None
    short: Bool = False
    groups: tuple[Id, ...] = ()
    cover: tuple[Key, ...] = ()
    issued: dict[Literal["cover", "answers"], dict[Key, Entry]] = Field(default_factory=dict)
    campaign: Campaign | None = None
    choices: dict[Id, Bool] = Field(default_factory=dict)
    content: Key | None = None
    saved: Key | None = None


class PageAnswers(Model):
    """What a page saves: an answers file that need not be complete, bound to its form."""

    schema_: Annotated[Literal["cssa.answers/1"], Field(alias="schema")]
    form: PageBinding
    checklist: ChecklistRef
    campaign: Line | None = None
    institution: EnteredInstitution = EnteredInstitution.model_construct()
    assessed_on: Entry = ""
    approval: EnteredApproval = EnteredApproval.model_construct()
    lists: dict[Id, Annotated[tuple[EnteredRow, ...], Field(max_length=MAX_ROWS)]] = Field(
        default_factory=dict
    )
    answers: dict[Key, EnteredAnswer]

    @property
    def facts(self) -> dict[str, str]:
        """What the form says of itself, by the keys of a workbook's hidden sheet."""
        asked, delegate = self.form.asked, self.form.delegate
        facts = {} if asked is None else {"asked": "1", "asked.1": " ".join(asked)}
        if delegate is not None:
            due = delegate.due.isoformat() if delegate.due else ""
            facts |= {
                "delegate": delegate.id,
                "department": delegate.department,
                "person": delegate.person or "",
                "due": due,
            }
        return {
            **facts,
            "schema": str(self.form.schema_),
            "lang": self.form.lang,
            "checklist.id": self.checklist.id,
            "checklist.version": self.checklist.version,
            "checklist.fingerprint": self.checklist.fingerprint or "",
            "campaign": self.campaign or "",
            "groups": " ".join(self.form.groups),
            "number": self.form.issued_as or "",
            "owner": self.form.owner or "",
            "cover": " ".join(self.form.cover),
        }


def issued_rows(answers: PageAnswers) -> dict[str, tuple[NamedRow, ...]]:
    """Return the rows that a page was sent out with by list, without names.

    Args:
        answers: what the page saved.
    """
    rows: dict[str, tuple[NamedRow, ...]] = {}
    for key in answers.form.cover:
        if key.startswith(PREFIX):
            list_id, row_id = split_key(key)
            row = NamedRow.model_construct(id=row_id, name="")
            rows[list_id] = (*rows.get(list_id, ()), row)
    return rows


def is_page(data: bytes) -> bool:
    """Return whether a file is answers saved by a page, or a page with answers inside.

    Args:
        data: any file.
    """
    start = data[:_HEAD].removeprefix(_BOM).lstrip()
    if start.startswith(b"{"):
        return bool(_FORM_KEY.search(start))
    return start.startswith(b"<") and f'id="{BLOCK_ID}"'.encode() in data


def read_answers_block(data: bytes, path: str) -> PageAnswers:
    """Return what a page saved, checked to be whole and bound to the form that it names.

    Args:
        data: the file.
        path: its name for messages.

    Raises:
        InputError: when it is too large, damaged, or was changed outside the page.
    """
    if len(data) > MAX_BYTES:
        params = {"limit": MAX_BYTES // 1_000_000}
        raise InputError([Problem("form.page.too_large", params, Location(path))])
    block = _block(data, path) if data.removeprefix(_BOM).lstrip().startswith(b"<") else data
    document = read(block, path)
    answers = validate(PageAnswers, document)
    if answers.form.number != form_number(document.value):
        raise InputError([Problem("form.page.other_form", {}, Location(path))])
    _check_content(document, answers)
    return answers


def _block(data: bytes, path: str) -> bytes:
    """Return the answers in a page: the content of one element, in which no tag can begin."""
    before, start, rest = data.partition(_BLOCK_START)
    block, end, after = rest.partition(_BLOCK_END)
    marks = [f'id="{BLOCK_ID}"'.encode() in part for part in (before, block, after)]
    if not start or not end or b"<" in block or any(marks):
        raise InputError([Problem("form.page.damaged", {}, Location(path))])
    return block


def _check_content(document: Document, answers: PageAnswers) -> None:
    """Refuse answers whose content is not what the page has saved.

    Raises:
        InputError: at the file; which of its fields was changed cannot be known.
    """
    stated = answers.form.content
    if stated is not None and stated != content_hash(document.value):
        raise InputError([Problem("form.page.changed", {}, Location(document.path))])
    if stated is None:
        raise InputError([Problem("form.page.no_content", {}, Location(document.path))])


def content_hash(value: Mapping[str, Any]) -> str:
    """Return the hash of what a page saves, its own place aside.

    Keys stay in their order: a page and this program write the same text of the same values.

    Args:
        value: the file as plain values.
    """
    form = {key: item for key, item in value["form"].items() if key != "content"}
    return f"sha256:{_digest(dict(value) | {'form': form})}"


def form_number(value: Mapping[str, Any]) -> str:
    """Return the number of a form, by what it was issued with.

    Args:
        value: the file as plain values.
    """
    form = value["form"]
    keys = ("schema", "owner", "delegate", "asked", "groups", "cover", "issued", "campaign")
    issued = {key: form[key] for key in keys if key in form}
    digest = _digest([issued, value["checklist"], value.get("campaign")])[:12].upper()
    return f"{digest[:4]}-{digest[4:8]}-{digest[8:]}"


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
