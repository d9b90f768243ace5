"""What is refused is quoted as it was typed, and worded wholly in one language."""

import re

import pytest

from cssa.errors import Problem
from cssa.forms.form_reader import missing_fields, read_form
from cssa.messages import LANGS, message
from cssa.messages.wording import BilingualWord, CodedWord, WordList, from_plain, plain

_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]{4,}")


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("－", "－"),
        ("Ⅵ", "Ⅵ"),
        ("だいたい", "だいたい"),
        ("３\u200bか", "３[U+200B]か"),
        ("a\nb", "a⏎b"),
        (" x ", " x "),
    ],
)
def test_what_is_refused_is_quoted_as_it_was_typed(typed, quoted, blank, context):
    data = blank.enter("1.1-1", typed).enter("2-1", typed).cover("institution.sector", typed).save()

    problems = read_form(data, "form.xlsx", context).gathered.problems

    assert [problem.params["found"] for problem in problems] == [quoted] * 3


WRONG: dict[str, dict[str, object]] = {
    "1.1-1": {
        "answer": 7, "disposition": "?", "reason": 8, "done.n": 9, "points": 77,
        "last_done": "?", "treatment.kind": "?", "treatment.approved_on": "?",
        "evidence.1.date": "?",
    },
    "1.1-2": {"disposition": "?", "answer": "N/A"},
    "1.1-a": {"reason": 77, "answer": 3},
    "1.1-b": {"treatment.measure": 1},
    "2-1": {"answer": "?"},
    "2-2": {"answer": "?"},
    "2-2/a": {"answer": "?"},
    "2-3": {"answer": 7},
    "2-3/day": {"answer": "?"},
    "2-4": {"answer": "?"},
}  # fmt: skip
COVER = (
    "institution.id", "institution.sector", "institution.size", "assessed_on",
    "institution.profile.cloud", "institution.risk.override",
)  # fmt: skip


@pytest.mark.parametrize("form_lang", LANGS)
def test_every_problem_is_worded_in_one_language(form_lang, request_for, submission, context):
    from tests.forms.workbooks import Filled

    from cssa.forms.form_writer import write_form

    form = Filled(write_form(request_for(submission, form_lang)))
    for key, entries in WRONG.items():
        for code, value in entries.items():
            form.enter(key, value, code)
    for key in COVER:
        form.enter(key, "?", "value")
    form.enter("institution.name", None, "value").formula("1.1-b", "=1+2", "note")
    form.formula("1.1-b", "=1+2", "last_done").formula("2-1", "=1+2", "points")

    gathered = read_form(form.save(), "form.xlsx", context).gathered

    problems = [*gathered.problems, *missing_fields(gathered), *gathered.notes]
    assert len({problem.code for problem in problems}) >= 15
    for problem in problems:
        assert not _JAPANESE.search(message("en", problem.code, problem.params)), problem
        japanese = message("ja", problem.code, problem.params)
        assert not set(_LATIN.findall(japanese)) & _english_words(problem), japanese


def _english_words(problem: Problem) -> set[str]:
    """Return the words of a problem's message in English, its codes and formulas aside."""
    return set(_LATIN.findall(message("en", problem.code, problem.params)))


@pytest.mark.parametrize(
    "word",
    [
        CodedWord("form.field.institution.id"),
        BilingualWord("はい", "Yes"),
        WordList(
            (
                CodedWord("risk.low"),
                "x",
                CodedWord("form.level_ends", (("first", 1), ("last", BilingualWord("二", "two")))),
            )
        ),
        "text",
        5,
    ],
)
def test_words_are_the_same_after_being_stored(word):
    assert from_plain(plain(word)) == word
