"""What stands after a form and a file were both changed, field by field."""

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.answers.comparable import canonical
from cssa.answers.flat_fields import answer_fields, with_fields
from cssa.answers.item_matching import match_items
from cssa.answers.submission import Answer, Evidence
from cssa.answers.three_way import merge_fields
from cssa.forms.issued import issued_text, read_issued

MARCH, MAY, JULY = date(2026, 3, 1), date(2026, 5, 1), date(2026, 7, 1)
ACCEPTED = {
    "treatment.kind": "accepted", "treatment.measure": "by hand", "treatment.approved_by": "board",
    "treatment.approved_on": MARCH, "treatment.review_by": JULY,
}  # fmt: skip
ALTERNATIVE = {**ACCEPTED, "treatment.kind": "alternative", "treatment.measure": "a guard"}
NFD = unicodedata.normalize("NFD", "ガバナンス")
NA = {"na": True, "reason": "no such business"}


def issued(fields: dict[str, Any]) -> dict[str, str]:
    return read_issued("x", issued_text("x", fields))


# As issued, in the form, in the file, what stands, and what is said of it: taken, kept, emptied.
MERGED: dict[str, Any] = {
    "nothing changed": ({"level": 3}, {"level": 3}, {"level": 3}, {"level": 3}, "", "", ""),
    "form alone": ({"level": 3}, {"level": 4}, {"level": 3}, {"level": 4}, "level", "", ""),
    "file alone": ({"level": 3}, {"level": 3}, {"level": 4}, {"level": 4}, "", "level", ""),
    "both to the same": ({"level": 3}, {"level": 4}, {"level": 4}, {"level": 4}, "", "", ""),
    "new in the form": ({}, {"level": 4}, {}, {"level": 4}, "level", "", ""),
    "new in the file": ({}, {}, {"level": 4}, {"level": 4}, "", "", ""),
    "emptied in the form": ({"level": 3}, {}, {"level": 3}, {"level": 3}, "", "", "level"),
    "emptied and changed": ({"note": "a"}, {}, {"note": "b"}, {"note": "b"}, "", "", "note"),
    "emptied on both sides": ({"note": "a"}, {}, {}, {}, "", "", ""),
    "blanks alone are empty": ({"note": "a"}, {"note": " \n"}, {"note": "a"}, {"note": "a"}, "", "", "note"),
    "removed in the file": ({"level": 3}, {"level": 3}, {}, {}, "", "level", ""),
    "other fields, other people": (
        {"level": 3, "note": "a"}, {"level": 4, "note": "a"}, {"level": 3, "note": "b"},
        {"level": 4, "note": "b"}, "level", "note", "",
    ),
    "typography in the form": (
        {"note": 'the "plan" - v1\n'}, {"note": "the “plan” – v1"}, {"note": 'the "plan" - v1\n'},
        {"note": 'the "plan" - v1\n'}, "", "", "",
    ),
    "decomposed in the form": ({"by": "ガバナンス"}, {"by": NFD}, {"by": "監査"}, {"by": "監査"}, "", "by", ""),
    "level to not applicable": ({"level": 3}, NA, {"level": 3}, NA, "na reason", "", ""),
    "not applicable to level": (NA, {"level": 3}, NA, {"level": 3}, "level", "", ""),
    "reason of the same choice": (
        NA, {**NA, "reason": "sold"}, NA, {**NA, "reason": "sold"}, "reason", "", "",
    ),
    "points in another order": ({"points": ("p1", "p2")}, {"points": ("p2", "p1")}, {"points": ("p1", "p2")}, {"points": ("p1", "p2")}, "", "", ""),
    "ticks": ({"choices": ("a", "b")}, {"choices": ("a",)}, {"choices": ("a", "b")}, {"choices": ("a",)}, "choices", "", ""),
    "two rows of a matrix": (
        {"rows.day": "no", "rows.night": "no"}, {"rows.day": "full", "rows.night": "no"},
        {"rows.day": "no", "rows.night": "part"}, {"rows.day": "full", "rows.night": "part"},
        "rows.day", "rows.night", "",
    ),
    "a row of a matrix emptied": (
        {"rows.day": "no", "rows.night": "no"}, {"rows.day": "full"},
        {"rows.day": "no", "rows.night": "no"}, {"rows.day": "full", "rows.night": "no"},
        "rows.day", "", "rows.night",
    ),
    "two parts of a treatment": (
        ACCEPTED, {**ACCEPTED, "treatment.measure": "twice by hand"},
        {**ACCEPTED, "treatment.approved_by": "risk office"},
        {**ACCEPTED, "treatment.measure": "twice by hand", "treatment.approved_by": "risk office"},
        "treatment.measure", "treatment.approved_by", "",
    ),
    "two parts of a plan": (
        {"plan.owner": "it", "plan.status": "open"}, {"plan.owner": "it", "plan.status": "doing"},
        {"plan.owner": "audit", "plan.status": "open"}, {"plan.owner": "audit", "plan.status": "doing"},
        "plan.status", "plan.owner", "",
    ),
    "another treatment": (ACCEPTED, ALTERNATIVE, ACCEPTED, ALTERNATIVE, " ".join(ALTERNATIVE), "", ""),
    "date of a document emptied": (
        {"evidence.1.ref": "a", "evidence.1.date": MAY}, {"evidence.1.ref": "a"},
        {"evidence.1.ref": "a", "evidence.1.date": MAY}, {"evidence.1.ref": "a", "evidence.1.date": MAY},
        "", "", "evidence.1.date",
    ),
    "another document": (
        {"evidence.1.ref": "a", "evidence.1.date": MAY}, {"evidence.1.ref": "b"},
        {"evidence.1.ref": "a", "evidence.1.date": MAY}, {"evidence.1.ref": "b"}, "evidence.1.ref", "", "",
    ),
    "one more document on each side": (
        {"evidence.1.ref": "a"}, {"evidence.1.ref": "a", "evidence.2.ref": "b"},
        {"evidence.1.ref": "c"}, {"evidence.1.ref": "c", "evidence.2.ref": "b"},
        "evidence.2.ref", "evidence.1.ref", "",
    ),
    "parts of a count": (
        {"done.n": 3, "done.of": 9}, {"done.n": 4, "done.of": 9}, {"done.n": 3, "done.of": 10},
        {"done.n": 4, "done.of": 10}, "done.n", "done.of", "",
    ),
    "confirmed": ({"confirmed": False}, {"confirmed": True}, {"confirmed": False}, {"confirmed": True}, "confirmed", "", ""),
    "amount written otherwise": ({"value": Decimal("2.1E+12")}, {"value": Decimal(2100000000000)}, {"value": Decimal("2.1E+12")}, {"value": Decimal("2.1E+12")}, "", "", ""),
    "flag with its reason": (
        {"value": True}, {"value": False, "reason": "none here"}, {"value": True},
        {"value": False, "reason": "none here"}, "value reason", "", "",
    ),
    "flag without the reason of the other value": (
        {"value": False, "reason": "none here"}, {"value": True}, {"value": False, "reason": "none here"},
        {"value": True}, "value", "", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MERGED)
def test_changes_of_one_side_stand_and_are_named(case: str) -> None:
    base, form, file, expected, taken, kept, emptied = MERGED[case]

    merge = merge_fields(form, file, issued(base))

    assert merge.fields == expected
    assert (merge.taken, merge.kept) == (taken.split(), kept.split())
    assert (merge.emptied, merge.conflicts) == (emptied.split(), [])


# As issued, in the form, in the file, and the names that are settled together.
CONFLICTS: dict[str, Any] = {
    "level": ({"level": 3}, {"level": 4}, {"level": 5}, [("level",)]),
    "new on both sides": ({}, {"note": "a"}, {"note": "b"}, [("note",)]),
    "removed in the file, changed in the form": ({"note": "a"}, {"note": "b"}, {}, [("note",)]),
    "level and not applicable": ({"level": 3}, NA, {"level": 4}, [("na", "reason", "level")]),
    "two reasons": (NA, {**NA, "reason": "a"}, {**NA, "reason": "b"}, [("reason",)]),
    "better reason for what is a level now": (
        NA, {**NA, "reason": "a"}, {"level": 2}, [("na", "reason", "level")],
    ),
    "ticks": ({"choices": ("a",)}, {"choices": ("a", "b")}, {"choices": ()}, [("choices",)]),
    "a row of a matrix": (
        {"rows.day": "no", "rows.night": "no"}, {"rows.day": "full", "rows.night": "full"},
        {"rows.day": "part", "rows.night": "no"}, [("rows.day",)],
    ),
    "one treatment for another": (
        ACCEPTED, ALTERNATIVE, {**ACCEPTED, "treatment.review_by": MAY}, [tuple(ALTERNATIVE)],
    ),
    "dates that would not be in order": (
        ACCEPTED, {**ACCEPTED, "treatment.review_by": MARCH}, {**ACCEPTED, "treatment.approved_on": MAY},
        [("treatment.approved_on", "treatment.review_by")],
    ),
    "a part greater than the whole": (
        {"done.n": 3, "done.of": 9}, {"done.n": 9, "done.of": 9}, {"done.n": 3, "done.of": 5},
        [("done.n", "done.of")],
    ),
    "document and date": (
        {"evidence.1.ref": "a", "evidence.1.date": MAY}, {"evidence.1.ref": "b", "evidence.1.date": MAY},
        {"evidence.1.ref": "a", "evidence.1.date": JULY}, [("evidence.1.ref", "evidence.1.date")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONFLICTS)
def test_changes_of_both_sides_are_settled_together_and_only_when_asked(case: str) -> None:
    base, form, file, names = CONFLICTS[case]
    about = {name for group in names for name in group}
    others = {name: value for name, value in form.items() if name not in about}

    open_ = merge_fields(form, file, issued(base))
    by_form = merge_fields(form, file, issued(base), "form")
    by_file = merge_fields(form, file, issued(base), "file")

    assert open_.conflicts == by_form.conflicts == by_file.conflicts == names
    assert {name: open_.fields.get(name) for name in about} == {
        name: file.get(name) for name in about
    }
    assert by_file.fields == open_.fields
    assert by_form.fields == form
    assert {name: by_file.fields.get(name) for name in others} == others


@pytest.mark.parametrize(
    ("form", "file", "stands"),
    [
        ({"level": 3}, {}, {"level": 3}),
        ({"level": 3}, {"level": 3}, {"level": 3}),
        ({}, {"level": 3}, {"level": 3}),
        ({"level": 3}, {"level": 4}, None),
    ],
)
def test_a_form_that_tells_nothing_of_its_issue_is_taken_only_where_the_file_is_empty(
    form: dict[str, Any], file: dict[str, Any], stands: dict[str, Any] | None
) -> None:
    merge = merge_fields(form, file, {})

    assert (merge.conflicts == []) == (stands is not None)
    assert stands is None or merge.fields == stands


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "x", "y level:0123456789ab", "x level", "x level:0123456789a", "x level:0123456789AB",
        "x level:0123456789ab note", "=x level:0123456789ab", "x レベル:0123456789ab", "12.5",
    ],
)  # fmt: skip
def test_what_is_not_of_this_row_says_nothing_of_its_issue(text: str) -> None:
    assert read_issued("x", text) == {}


def test_a_form_carries_no_text_of_what_it_was_issued_with() -> None:
    assert "secret" not in issued_text("x", {"note": "secret", "level": 3})


SAME = [
    ("a\r\nb", "a\nb"), ("a \nb\t", "a\nb"), ("a\u00a0b", "a b"), ("a…", "a..."), ("～", "〜"),
    ("é", "e\u0301"), ("“a”", '"a"'), ("a’s", "a's"), ("1–2", "1-2"),
]  # fmt: skip
OTHER = [("10²", "102"), ("①", "1"), ("a  b", "a b"), ("A", "a"), ("a\nb", "a b"), (" a", "a")]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_typography_is_no_change(text: str, other: str) -> None:
    assert canonical(text) == canonical(other)


@pytest.mark.parametrize(("text", "other"), OTHER)
def test_everything_else_is_a_change(text: str, other: str) -> None:
    assert canonical(text) != canonical(other)


VALUES = st.sampled_from(["a", "b", "c"])
FREE = st.dictionaries(st.sampled_from(["note", "by", "performed_by", "last_done"]), VALUES)


@given(base=FREE, form=FREE, file=FREE, take=st.sampled_from([None, "form", "file"]))
def test_single_fields_follow_the_three_way_rule(
    base: Any, form: Any, file: Any, take: Any
) -> None:
    merge = merge_fields(form, file, issued(base), take)

    for name in {*base, *form, *file}:
        was, here, there = base.get(name), form.get(name), file.get(name)
        is_conflict = here is not None and len({was, here, there}) == 3
        if is_conflict:
            expected = here if take == "form" else there
        else:
            expected = there if here in (None, was) else here
        assert merge.fields.get(name) == expected
        assert ((name,) in merge.conflicts) == is_conflict


REFS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=4)


def documents(refs: list[str]) -> Answer:
    return Answer(level=3, evidence=tuple(Evidence(ref=ref) for ref in refs))


@given(base=REFS, form=REFS, file=REFS, take=st.sampled_from([None, "form", "file"]))
def test_no_document_that_either_side_added_is_lost_and_none_is_there_twice(
    base: list[str], form: list[str], file: list[str], take: Any
) -> None:
    marks = issued(answer_fields(documents(base)))
    filled = documents(form)

    def merged(answer: Answer) -> tuple[list[str], bool]:
        ours, theirs = match_items(filled, answer, {}, marks)
        fields = answer_fields(filled, ours), answer_fields(answer, theirs)
        merge = merge_fields(*fields, marks, take)
        evidence = with_fields(answer, merge.fields, theirs).evidence
        return [item.ref for item in evidence], bool(merge.conflicts)

    result, has_conflicts = merged(documents(file))

    assert len(set(result)) == len(result)
    assert {*result} <= {*form, *file}
    if not has_conflicts:
        assert {*form, *file} - {*base} <= {*result}
    if take != "form":
        assert {*file} - {*base} <= {*result}
    if not has_conflicts or take is not None:
        assert merged(documents(result))[0] == result
    if form == base:
        assert result == file
    if file == base:
        assert not has_conflicts
