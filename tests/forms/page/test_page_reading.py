"""What a page saved is read by the rules of a workbook, and refused where it is not what it says."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.forms.conftest import make_submission
from tests.forms.page.conftest import answers_in
from tests.forms.test_round_trip import ANSWERS, EXAMPLES, INSTITUTION

from cssa.answers.submission import Submission
from cssa.errors import InputError
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.page.answers_block import MAX_ENTRY, content_hash, form_number
from cssa.forms.page.reader import ReturnedAnswers
from cssa.forms.page.writer import write_page, write_returned_page
from cssa.forms.returned import mark_problems


def saved(plain: dict[str, Any]) -> bytes:
    """Return the file of a page that holds these values."""
    plain["form"]["content"] = content_hash(plain)
    return json.dumps(plain, ensure_ascii=False).encode()


def problems(data: bytes, context: Any) -> set[tuple[str, str]]:
    try:
        complete_answers(read_form(data, "sent.json", context))
    except InputError as error:
        return {
            (str(problem.location).removeprefix("sent.json!"), problem.code)
            for problem in error.problems
        }
    return set()


@pytest.fixture
def filled(request_for, submission) -> Any:
    """The values of a page with its cover filled and two answers."""
    return answers_in(write_page(request_for(submission)))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(given=ANSWERS, institution=INSTITUTION, lang=st.sampled_from(["ja", "en"]))
def test_a_prefilled_page_gives_back_the_same_answers_as_a_page_and_as_its_file(
    given, institution, lang, request_for, context
):
    submission = make_submission(given, **institution)
    page = write_page(request_for(submission, lang))

    for data in (page, json.dumps(answers_in(page), indent=1).encode()):
        read = complete_answers(read_form(data, "sent", context)).submission
        assert read.answers == submission.answers
        assert read.institution == submission.institution
        assert read.assessed_on == submission.assessed_on


def test_a_page_and_a_workbook_with_the_same_answers_are_read_as_the_same_values(
    request_for, submission, context
):
    request = request_for(submission)
    page, workbook = (
        read_form(data, "sent", context).gathered
        for data in (write_page(request), write_form(request))
    )

    assert page.value == workbook.value
    assert page.issued == workbook.issued


def test_the_same_request_gives_the_same_page_and_number(request_for, submission):
    first, second = (write_page(request_for(submission)) for _ in range(2))

    assert first == second
    other = write_page(request_for(make_submission({"1.1-1": 2})))
    assert answers_in(first)["form"]["number"] != answers_in(other)["form"]["number"]


MISTAKES: dict[str, tuple[dict[str, Any], str, str]] = {
    "no reason": ({"na": True}, "1.1-2!reason", "form.reason_missing"),
    "reason alone": ({"level": 3, "reason": "x"}, "1.1-2!reason", "form.reason_alone"),
    "two answers": ({"level": 3, "na": True, "reason": "x"}, "1.1-2!answer", "form.two_answers"),
    "no such level": ({"level": 9}, "1.1-2!answer", "form.unknown_level"),
    "half a count": ({"level": 2, "done": {"n": 1}}, "1.1-2!done.of", "form.done_pair"),
    "a count in words": (
        {"level": 2, "done": {"n": "some", "of": 3}}, "1.1-2!done.n", "form.not_a_count",
    ),
    "a date without evidence": (
        {"level": 2, "evidence": [{"date": "2026-04-01"}]},
        "1.1-2!evidence.1.ref",
        "form.evidence_missing",
    ),
    "no such day": (
        {"level": 2, "last_done": "2026-02-30"}, "1.1-2!last_done", "form.not_a_date",
    ),
    "half a treatment": (
        {"level": 2, "treatment": {"kind": "accepted", "measure": "x", "approved_by": "y",
                                   "approved_on": "2026-04-01"}},
        "1.1-2!treatment.review_by", "form.treatment_missing",
    ),
    "an empty plan": ({"level": 2, "plan": {"budget": "x"}}, "1.1-2!plan.action", "form.plan_empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_at_its_practice_and_field(name, filled, context):
    answer, place, code = MISTAKES[name]
    filled["answers"]["1.1-2"] = answer

    assert problems(saved(filled), context) == {(place, code)}


def test_an_option_or_row_that_the_question_does_not_have_is_refused(filled, context):
    filled["answers"]["2-1"] = {"choice": "daily"}
    filled["answers"]["2-2"] = {"choices": ["a", "z"]}
    filled["answers"]["2-3"] = {"rows": {"day": "no", "dawn": "no"}}
    filled["answers"]["2-4"] = {"value": "12 %"}

    assert problems(saved(filled), context) == {
        ("2-1!answer", "form.unknown_choice"),
        ("2-2/z", "form.unknown_key"),
        ("2-3/dawn", "form.unknown_key"),
        ("2-4!answer", "form.not_a_number"),
    }


def test_what_the_cover_needs_is_asked_for_and_what_is_wrong_there_named(filled, context):
    filled["institution"] = {"id": "a b", "name": "", "sector": "shinkin", "size": "much"}
    filled["institution"]["profile"] = {"cloud": {"reason": "x"}}

    assert problems(saved(filled), context) == {
        ("institution.id", "form.bad_id"),
        ("institution.name", "form.required_missing"),
        ("institution.size", "form.not_a_size"),
        ("institution.profile.cloud", "form.flag_reason_alone"),
    }


def test_a_practice_that_is_gone_returns_the_form_and_never_becomes_unanswered(filled, context):
    del filled["answers"]["1.1-b"]

    assert {code for _, code in problems(saved(filled), context)} == {"form.rows_lost"}


def test_a_file_that_was_changed_after_it_was_saved_is_refused(filled, context):
    data = saved(filled)

    changed = data.replace(b'"level": 3', b'"level": 5')

    assert changed != data
    assert problems(changed, context) == {("sent.json", "form.page.changed")}


def test_a_file_without_the_hash_of_its_content_is_refused(filled, context):
    del filled["form"]["content"]

    data = json.dumps(filled).encode()

    assert problems(data, context) == {("sent.json", "form.page.no_content")}


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["form"].update(owner="it"),
        lambda plain: plain["form"].update(issued={}),
        lambda plain: plain["form"].update(groups=["x"]),
        lambda plain: plain.update(campaign="2030"),
        lambda plain: plain["checklist"].update(version="2"),
        lambda plain: plain["form"].update(number="0000-0000-0000"),
    ],
)
def test_answers_that_are_put_under_another_form_are_refused(change, filled, context):
    change(filled)

    assert problems(saved(filled), context) == {("sent.json", "form.page.other_form")}


def test_a_form_of_another_structure_is_refused(filled, context):
    filled["checklist"]["fingerprint"] = "sha256:" + "0" * 64
    filled["form"]["number"] = form_number(filled)

    assert problems(saved(filled), context) == {("sent.json", "form.fingerprint")}


HOSTILE: dict[str, bytes] = {
    "deep": b'{"form": {"schema": "cssa.form/1"}, "x": ' + b"[" * 100_000,
    "large": b'{"form": {"schema": "cssa.form/1"}, "x": "' + b"x" * 5_000_001 + b'"}',
    "twice": b'{"form": {"schema": "cssa.form/1"}, "form": {"schema": "cssa.form/1"}}',
    "cut off": b'{"form": {"schema": "cssa.form/1"}, "answers": {',
    "a list": b'{"form": {"schema": "cssa.form/1"}, "answers": []}',
    "a number": b'{"form": {"schema": "cssa.form/1", "number": 1e999}}',
    "not UTF-8": b'{"form": {"schema": "cssa.form/1"}, "x": "\xff"}',
    "two blocks": b'<html><script type="application/json" id="cssa-answers">{}</script>'
    b'<script type="application/json" id="cssa-answers">{}</script>',
    "a tag in the block": b'<html><script type="application/json" id="cssa-answers">{"x":"<b>"}</script>',
    "no end": b'<html><script type="application/json" id="cssa-answers">{}',
    "another attribute": b'<html><script id="cssa-answers" type="application/json">{}</script>',
    "markup in the id": b'<html><p id="cssa-answers">{}</p>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_words(name, context):
    with pytest.raises(InputError):
        read_form(HOSTILE[name], "sent", context)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {"1.1-1": {"level": "3"}}},
        {"answers": {"1.1-1": {"level": 3, "secret": "x"}}},
        {"answers": {"1.1-1": {"note": "x" * (MAX_ENTRY + 1)}}},
        {"answers": {"1.1-1": {"note": ["x"]}}},
        {"institution": {"profile": {"cloud": "maybe"}}},
        {"further": 1},
    ],
)
def test_values_of_another_type_and_unknown_keys_are_refused(change, filled, context):
    for name, value in change.items():
        filled[name] = {**filled[name], **value} if isinstance(value, dict) else value

    with pytest.raises(InputError):
        read_form(saved(filled), "sent", context)


def test_a_returned_page_has_the_answers_and_the_marks_and_the_same_number(filled, context):
    filled["answers"]["1.1-2"] = {"na": True, "note": "</script><b>"}
    reading = read_form(saved(filled), "sent.json", context)

    page = mark_problems(reading, reading.gathered.problems)

    again = read_form(page, "back.html", context)
    assert again.gathered.value == reading.gathered.value
    assert answers_in(page)["form"]["number"] == filled["form"]["number"]
    form = page.partition(b'id="cssa-form">')[2].partition(b"</script>")[0]
    assert [(mark["practice"], mark["field"]) for mark in json.loads(form)["marks"]] == [
        ("1.1-2", "reason")
    ]
    assert page == mark_problems(reading, reading.gathered.problems)


def test_a_submission_without_problems_is_returned_without_marks(filled, context):
    reading = read_form(saved(filled), "sent.json", context)

    assert isinstance(reading.source, ReturnedAnswers)
    page = write_returned_page(reading.source.request, reading.source.answers, ())

    assert isinstance(complete_answers(read_form(page, "x", context)).submission, Submission)
