"""Writing the form as a page for the browser; the same request gives the same bytes."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from cssa.answers.flat_fields import answer_fields
from cssa.answers.serialization import to_plain
from cssa.answers.submission import Answer, Submission
from cssa.errors import OutputError, Problem
from cssa.forms import layout
from cssa.forms.cover_writer import assessed_on, issued_lines
from cssa.forms.form_request import FormRequest
from cssa.forms.group_choice import stated_choices
from cssa.forms.issued import issued_text
from cssa.forms.own_rows import NameCells, places_for_rows
from cssa.forms.page.answers_block import PageAnswers, content_hash, form_number, issued_rows
from cssa.forms.page.page_data import PageData
from cssa.forms.page.script import script, template
from cssa.lists.delegates import Delegate
from cssa.messages import LANGS, message
from cssa.signature import Comment, OutputKind, sign

MAX_PAGE = 5_000_000
"""Bytes of a page; the same that is read back."""
_EXACT_BELOW = 10**15
"""Whole numbers below it have every digit in a browser."""
_ANSWER_FIELDS = frozenset(Answer.model_fields) - {"priority"}
_PLACE = re.compile(r"\{(\w+)\}")


def write_page(request: FormRequest) -> bytes:
    """Return a form as an HTML page.

    Args:
        request: the form.

    Raises:
        OutputError: when it is too large to be read back.
    """
    rows = places_for_rows(request.edition.checklist, request.submission)
    request = replace(request, edition=request.edition.with_rows(rows))
    names_of_rows = NameCells(request.edition.checklist, rows)
    page = _page(request, names_of_rows, _entered(request, names_of_rows), ())
    if request.submission is None:
        page = sign(page, OutputKind.BLANK_FORM, Comment.MARKUP)
    return page.encode()


def write_returned_page(
    request: FormRequest, answers: PageAnswers, problems: Sequence[Problem]
) -> bytes:
    """Return a page with the answers that it came back with, and what is to be corrected.

    Args:
        request: the form as it was sent out.
        answers: what came back.
        problems: what is wrong with it.

    Raises:
        OutputError: when it is too large to be read back.
    """
    plain = answers.model_dump(mode="json", by_alias=True, exclude_unset=True)
    plain["form"]["content"] = content_hash(plain)
    rows = issued_rows(answers)
    request = replace(request, edition=request.edition.with_rows(rows))
    page = _page(request, NameCells(request.edition.checklist, rows), plain, problems)
    return sign(page, OutputKind.RETURNED_FORM, Comment.MARKUP).encode()


def _page(
    request: FormRequest,
    names_of_rows: NameCells,
    entered: Mapping[str, Any],
    problems: Sequence[Problem],
) -> str:
    data = PageData(request, names_of_rows).plain(entered["form"]["number"], problems)
    style, program = template("style.css"), script()
    parts = {
        "lang": request.lang,
        "title": html.escape(request.edition.checklist.title.get(request.lang)),
        "no_script": html.escape(" ".join(message(lang, "page.no_script") for lang in LANGS)),
        "style": style,
        "script": program,
        "style_hash": _source_hash(style),
        "script_hash": _source_hash(program),
        "form": _embedded(data),
        "answers": _embedded(entered),
    }
    page = _PLACE.sub(lambda place: parts[place.group(1)], template("page.html"))
    size = len(page.encode())
    if size > MAX_PAGE:
        facts = {"size": -(-size // 1_000_000), "most": MAX_PAGE // 1_000_000}
        raise OutputError([Problem("form.page.too_much", facts)])
    return page


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _embedded(value: Any) -> str:
    """Return values as JSON in which no tag can begin and no line ends for any reader."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u0085\u2028\u2029\ufeff":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _entered(request: FormRequest, names_of_rows: NameCells) -> dict[str, Any]:
    """Return what the page holds when it is sent out: what is prefilled, bound to its form."""
    checklist, submission = request.edition.checklist, request.submission
    practices = [item.practice.id for _, items in request.practices_by_domain for item in items]
    form = _binding(request, names_of_rows, practices)
    plain: dict[str, Any] = {
        "schema": "cssa.answers/1",
        "form": form,
        "checklist": {
            "id": checklist.id,
            "version": checklist.version,
            "fingerprint": request.edition.fingerprint,
        },
    }
    if request.campaign_id:
        plain["campaign"] = request.campaign_id
    if submission is not None:
        plain |= _cover(submission)
    day = assessed_on(request)
    if day is not None:
        plain["assessed_on"] = day.isoformat()
    plain["answers"] = {key: _answer(submission, key) for key in practices}
    form["number"] = form_number(plain)
    form["content"] = content_hash(plain)
    return plain


def _binding(
    request: FormRequest, names_of_rows: NameCells, practices: Sequence[str]
) -> dict[str, Any]:
    """Return what ties answers to the page, except its number and the hash of the content."""
    cover_issued = issued_lines(request)
    delegate = request.delegate
    given: dict[str, Any] = {
        "issued_as": request.number,
        "owner": request.owner,
        "delegate": None if delegate is None else _delegate(delegate, request.due),
        "asked": None if request.asked is None else list(practices),
        "short": request.is_short,
        "campaign": None if request.campaign is None else to_plain(request.campaign),
        "choices": _choices(request),
    }
    return {
        "schema": layout.SCHEMA,
        "number": "",
        "lang": request.lang,
        "groups": list(request.asked_groups),
        "cover": cover_keys(request, names_of_rows),
        "issued": {
            "cover": _texts({key: (key, line) for key, line in cover_issued.items()}),
            "answers": _texts(
                {key: (key, answer_fields(request.prefilled_answer(key))) for key in practices}
            ),
        },
        **{name: value for name, value in given.items() if value},
    }


def _choices(request: FormRequest) -> dict[str, bool]:
    """Return what is prefilled of each group of practices that the cover asks for."""
    submission, groups = request.submission, request.group_ids
    return stated_choices(submission.selected_groups, groups) if submission and groups else {}


def _cover(submission: Submission) -> dict[str, Any]:
    prefilled = to_plain(submission)
    names = ("institution", "approval", "lists")
    plain: dict[str, Any] = {name: prefilled[name] for name in names if name in prefilled}
    plain.get("approval", {}).pop("content", None)
    if submission.institution.size is not None:
        plain["institution"]["size"] = _size(submission.institution.size)
    return plain


def cover_keys(request: FormRequest, names_of_rows: NameCells) -> list[str]:
    """Return the keys of the cover's lines that a form asks beside the institution's own."""
    return [
        *(f"{layout.GROUP_PREFIX}{group}" for group in request.group_ids),
        *(f"{layout.FLAG_PREFIX}{flag.id}" for flag in request.profile.flags),
        *(f"{layout.FACTOR_PREFIX}{factor.id}" for factor in request.profile.factors),
        *([layout.OVERRIDE_KEY] if request.profile.factors else []),
        *names_of_rows.keys,
    ]


def _texts(rows: Mapping[str, tuple[str, Mapping[str, Any]]]) -> dict[str, str]:
    texts = {name: issued_text(key, fields) for name, (key, fields) in rows.items()}
    return {name: text for name, text in texts.items() if text}


def _delegate(delegate: Delegate, due: date | None) -> dict[str, str]:
    """Return who answers and by when, as the form names it."""
    named = {"id": delegate.id, "department": delegate.department}
    if delegate.person:
        named["person"] = delegate.person
    return named if due is None else {**named, "due": due.isoformat()}


def _size(size: Decimal) -> int | str:
    """Return a size as a browser can hold it: a number of few digits, or all of its digits."""
    is_exact = size == size.to_integral_value() and size < _EXACT_BELOW
    return int(size) if is_exact else f"{size:f}"


def _answer(submission: Submission | None, practice: str) -> dict[str, Any]:
    answer = submission.answers.get(practice) if submission else None
    if answer is None:
        return {}
    plain = to_plain(answer)
    for review in plain.get("review", ()):
        review.pop("seen", None)  # the form has no field for it, and merging keeps it
    return {name: value for name, value in plain.items() if name in _ANSWER_FIELDS}
