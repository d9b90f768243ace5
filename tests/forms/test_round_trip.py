"""Whatever is written into a form comes back, character for character."""

import io
import os
import re
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.forms.conftest import make_submission

from cssa.answers.loading import read_answers
from cssa.answers.serialization import to_yaml
from cssa.checklist.practice import PERFORMERS
from cssa.datafile.types import LINE_PATTERN
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_writer import write_form

# what the strict reader of YAML takes: no control characters but tab and line breaks
CHARACTERS = st.characters(
    blacklist_categories=("Cs", "Cc"),
    blacklist_characters="\ufffe\uffff",
    whitelist_characters="\t\n",
)
ODD = st.sampled_from(
    ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "'quoted", '"', "0001", "１２３", "a\nb\n", " x ", "　",
     "_x000D_", "_x0041_", "😀|𠮟", "TRUE", "2026/5/1", "#REF!", "1e5", "http://example.org/", "\t", "{=1}",
     "長い文。" * 500, "\r\n", "a\rb", "null", "~", "- x", "#", "%", "*a", "&b", "!c", "=1+1", "該当なし", "<b>&amp;"]
)  # fmt: skip
TYPED = st.one_of(ODD, st.text(CHARACTERS, min_size=1, max_size=40))
TEXT = TYPED.filter(lambda text: text.strip())
REASON = TEXT
LINE = TEXT.filter(lambda text: re.fullmatch(LINE_PATTERN, text))
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
MAYBE = st.none()
EXAMPLES = int(os.environ.get("CSSA_EXAMPLES", "20"))


def _without(mapping: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if value is not None}


EVIDENCE = st.lists(
    st.fixed_dictionaries({"ref": TEXT, "date": st.one_of(MAYBE, DATES)}).map(_without), max_size=3
)
TREATMENT = st.builds(
    lambda kind, measure, by, days: {
        "kind": kind, "measure": measure, "approved_by": by,
        "approved_on": min(days), "review_by": max(days),
    },
    st.sampled_from(["accepted", "alternative"]), TEXT, LINE, st.tuples(DATES, DATES),
)  # fmt: skip
REVIEW = st.fixed_dictionaries(
    {
        "line": st.integers(2, 3), "level": st.integers(0, 5), "by": LINE, "on": DATES,
        "note": st.one_of(MAYBE, TEXT),
    }
).map(_without)  # fmt: skip
PLAN = st.tuples(
    st.fixed_dictionaries({"owner": LINE, "due": st.one_of(MAYBE, DATES), "action": st.one_of(MAYBE, TEXT)}),
    st.fixed_dictionaries(
        {"status": st.sampled_from(["open", "doing", "done", "dropped"]), "budget": st.one_of(MAYBE, LINE)}
    ),
).map(lambda parts: _without({**parts[0], **parts[1]}))  # fmt: skip
DONE = st.tuples(st.integers(0, 9999), st.integers(1, 9999)).map(
    lambda pair: {"n": min(pair), "of": max(pair)}
)


def answers(value: Any) -> Any:
    """Return answers with a value of the question's kind and everything that may stand beside."""
    beside = {
        "note": TEXT, "evidence": EVIDENCE, "treatment": TREATMENT, "last_done": DATES, "done": DONE,
        "by": LINE, "performed_by": st.sampled_from(PERFORMERS), "plan": PLAN, "review": st.lists(REVIEW, max_size=2),
        "confirmed": st.booleans(),
    }  # fmt: skip
    optional = st.fixed_dictionaries({}, optional=beside)
    return st.builds(lambda value, more: {**more, **value}, value, optional)


LEFT_OUT = {
    "na": st.builds(lambda reason: {"na": True, "reason": reason}, REASON),
    "not_adopted": st.builds(lambda reason: {"not_adopted": True, "reason": reason}, REASON),
}
LEVEL = st.integers(0, 5).map(lambda level: {"level": level})
POINTS = st.lists(st.sampled_from(["p1", "p2", "p3"]), min_size=1, unique=True).map(
    lambda points: {"points": points}
)
VALUES = {
    "1.1-1": st.one_of(LEVEL, POINTS, st.builds(lambda a, b: {**a, **b}, LEVEL, POINTS)),
    "1.1-2": st.one_of(LEVEL, LEFT_OUT["na"]),
    "1.1-a": st.one_of(LEVEL, LEFT_OUT["na"], LEFT_OUT["not_adopted"]),
    "1.1-b": st.one_of(LEVEL, LEFT_OUT["not_adopted"]),
    "2-1": st.one_of(
        st.sampled_from(["never", "yearly", "monthly"]).map(lambda choice: {"choice": choice}),
        LEFT_OUT["na"],
    ),
    "2-2": st.sampled_from([[], ["a"], ["b"], ["a", "b"], ["none"]]).map(lambda choices: {"choices": choices}),
    "2-3": st.dictionaries(
        st.sampled_from(["day", "night"]), st.sampled_from(["no", "part", "full"]), min_size=1
    ).map(lambda rows: {"rows": rows}),
    "2-4": st.from_regex(r"[-+]?[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True).map(
        lambda value: {"value": value}
    ),
    "2-5": st.one_of(TEXT.map(lambda text: {"text": text}), LEFT_OUT["na"]),
}  # fmt: skip
ANSWERS = st.fixed_dictionaries({}, optional={key: answers(value) for key, value in VALUES.items()})
PROFILE = st.dictionaries(
    st.sampled_from(["cloud", "wireless_lan", "overseas"]),
    st.fixed_dictionaries({"value": st.booleans()}, optional={"reason": REASON}),
)
RISK = st.fixed_dictionaries(
    {},
    optional={
        "factors": st.dictionaries(
            st.sampled_from(["legacy", "channels"]), st.sampled_from(["low", "medium", "high"])
        ),
        "override": st.fixed_dictionaries(
            {"level": st.sampled_from(["low", "medium", "high"]), "reason": REASON}
        ),
    },
)
SIZE = st.one_of(st.integers(0, 10**16), st.sampled_from([2.1e12, 0.5, 1e20]))
INSTITUTION = st.fixed_dictionaries(
    {}, optional={"name": LINE, "profile": PROFILE, "risk": RISK, "size": SIZE}
)


def read_back(form: bytes, context: Any) -> Any:
    return complete_answers(read_form(form, "form.xlsx", context)).submission


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(given=ANSWERS, institution=INSTITUTION, lang=st.sampled_from(["ja", "en"]))
def test_a_prefilled_form_gives_back_the_same_answers_through_yaml_and_a_second_form(
    given, institution, lang, request_for, context
):
    submission = make_submission(given, **institution)

    first = read_back(write_form(request_for(submission, lang)), context)
    stored = read_answers(to_yaml(first).encode(), "answers.yaml").submission
    second = read_back(write_form(request_for(stored, "en" if lang == "ja" else "ja")), context)

    for submission_read in (first, stored, second):
        assert submission_read.answers == submission.answers
        assert submission_read.institution == submission.institution
        assert submission_read.assessed_on == submission.assessed_on


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(note=TYPED, reason=REASON.filter(lambda text: _as_saved(text).strip()))
def test_text_typed_into_a_blank_form_comes_back_as_it_was_typed(
    note, reason, request_for, context
):
    book = load_workbook(io.BytesIO(write_form(request_for(make_submission({})))))
    sheet = book["1"]
    codes = {cell.value: cell.column for cell in sheet[3]}
    rows = {sheet.cell(row, 1).value: row for row in range(5, sheet.max_row + 1)}
    for code, value in (("note", note), ("disposition", "見送り"), ("reason", reason)):
        cell = sheet.cell(rows["1.1-a"], codes[code])
        cell.value = value
        cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)

    answer = read_back(stream.getvalue(), context).answers["1.1-a"]

    assert answer.reason == _as_saved(reason)
    # openpyxl does not mark text of blanks alone as text to be stored, so readers may drop it
    assert answer.note == _as_saved(note) or (answer.note is None and not note.strip())


def _as_saved(text: str) -> str:
    """Return what a file of openpyxl holds: XML turns a return into a line break, and escapes are not escaped."""
    return (
        text.replace("_x000D_", "\r").replace("_x0041_", "A")
        if "_x" in text
        else text.replace("\r\n", "\n").replace("\r", "\n")
    )


def test_the_same_request_gives_the_same_bytes(request_for, submission):
    assert write_form(request_for(submission)) == write_form(request_for(submission))
