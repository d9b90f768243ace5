"""The program of the page, as text and, where node is, by itself."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.forms.conftest import make_submission
from tests.forms.page.conftest import answers_in
from tests.forms.test_round_trip import ANSWERS, EXAMPLES, INSTITUTION

from cssa.errors import OutputError
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.page import writer
from cssa.forms.page.script import FOLDER, modules, script, template
from cssa.forms.page.writer import write_page
from cssa.messages import catalogue
from cssa.resources import data_root

_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|class|function\*?) (\w+)", re.MULTILINE
)

UNCONFIRMED = {"level": 3, "confirmed": False}
"""An answer that was carried over and is to be confirmed."""

READ_AND_WRITE = """
import { readSaved, writeSaved, fileText } from "./entries.js";
import { contentHash } from "./hash.js";
const result = given.map((saved) => {
  const state = readSaved(saved, Object.keys(saved.answers));
  const again = writeSaved(saved, state, "2026-11-30T00:00:00.000Z");
  again.form.content = contentHash(again);
  return fileText(again);
});
"""


def test_every_module_is_part_of_the_script_and_no_two_declare_one_name():
    folder = Path(str(data_root())) / "templates" / FOLDER

    assert sorted(modules()) == sorted(path.name for path in folder.glob("*.js"))
    names = [name for module in modules() for name in _DECLARED.findall(template(module))]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})
    assert not re.search(r"^(import|export) ", script(), re.MULTILINE)


def test_the_page_may_connect_to_nothing_and_run_only_its_own_script_and_style(
    request_for, submission
):
    page = write_page(request_for(submission)).decode()

    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.group(1).split(";"))
    assert rules["default-src"] == "'none'"
    assert not rules.keys() & {"connect-src", "frame-src", "object-src", "font-src", "worker-src"}
    elements = {
        "script-src": ('<script type="module">', "</script>"),
        "style-src": ("<style>", "</style>"),
    }
    for name, (start, end) in elements.items():
        content = page.partition(start)[2].partition(end)[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert not re.search(
        r"https?://|\bfetch\(|XMLHttpRequest|\beval\(|innerHTML|new Function", page
    )


def test_what_is_prefilled_can_end_no_element(request_for):
    note = "</script><script>alert(1)</script><!-- \u2028 ]]>"
    page = write_page(request_for(make_submission({"1.1-1": {"level": 3, "note": note}})))

    assert answers_in(page)["answers"]["1.1-1"]["note"] == note
    assert page.count(b"<script") == 3
    assert b"alert(1)</" not in page


def test_the_page_of_the_guideline_is_small_enough_to_be_sent(request_for, guideline):
    page = write_page(request_for(edition=guideline))

    assert len(page) < 1_500_000


def test_a_page_that_is_too_large_is_never_said_to_be_as_large_as_it_may_be(
    request_for, monkeypatch
):
    monkeypatch.setattr(writer, "MAX_PAGE", 0)

    with pytest.raises(OutputError) as caught:
        write_page(request_for())

    (problem,) = caught.value.problems
    assert problem.params == {"size": 1, "most": 0}


def test_every_word_that_the_program_names_exists():
    named = set(re.findall(r'\bt(?:his\.t)?\(\s*"([a-z_.]+)"', script()))
    named |= set(re.findall(r'"((?:page|form)\.[a-z_.]+)"', script()))

    assert len(named) > 60
    assert named <= catalogue("ja").keys()


@pytest.mark.external("node")
@settings(
    max_examples=max(3, EXAMPLES // 5),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    submissions=st.lists(st.tuples(ANSWERS, INSTITUTION), min_size=8, max_size=8),
)
def test_what_the_page_opens_and_saves_is_equal_to_the_character(
    submissions, request_for, context, node
):
    made = [make_submission(given, **institution) for given, institution in submissions]
    pages = [answers_in(write_page(request_for(submission))) for submission in made]

    files = node(READ_AND_WRITE, pages)

    for submission, file in zip(made, files, strict=True):
        read = complete_answers(read_form(file.encode(), "saved.json", context)).submission
        assert read.answers == submission.answers
        assert read.institution == submission.institution


@pytest.mark.external("node")
def test_the_hash_of_a_text_is_that_of_every_other_program(node):
    texts = ["", "abc", "日本語😀", "x" * 55, "x" * 56, "x" * 64, "長い文。" * 5000]

    result = node('import { sha256 } from "./hash.js"; const result = given.map(sha256);', texts)

    assert result == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


@pytest.mark.external("node")
@pytest.mark.parametrize(
    "file",
    [
        {},
        {"schema": "cssa.answers/1", "form": {}, "answers": []},
        {"schema": "cssa.answers/1", "form": {}, "answers": {"9-9": {}}},
        {"schema": "cssa.answers/1", "form": {}, "answers": {"1-1": {"level": "3"}}},
        {"schema": "cssa.answers/1", "form": {}, "answers": {"1-1": {"__proto__x": 1}}},
        {"schema": "cssa.answers/1", "form": {}, "answers": {"1-1": {"evidence": [{"x": "y"}]}}},
        {"schema": "cssa.answers/1", "form": {}, "answers": {"1-1": {"rows": {"a": 1}}}},
    ],
)
def test_the_page_opens_no_file_of_another_shape(node, file):
    opened = node(
        """
        import { readSaved, DamagedFile } from "./entries.js";
        let result = "opened";
        try { readSaved(given, ["1-1"]); } catch (error) {
          result = error instanceof DamagedFile ? "refused" : String(error);
        }
        """,
        file,
    )

    assert opened == "refused"


@pytest.mark.external("node")
def test_merging_takes_what_one_side_has_and_asks_where_both_differ(node):
    mine = {"a": {"level": 3, "note": "mine"}, "b": {"level": 1}, "c": {}, "d": {"level": 2}}
    theirs = {"a": {"level": 3, "note": "theirs"}, "b": {"level": 2}, "c": {"na": True, "reason": "x"},
              "d": {"level": 2, "note": "more"}}  # fmt: skip
    issued = {"a": {"level": 3}, "b": {"level": 1}, "c": {}, "d": {"level": 2}}
    states = [{"cover": {}, "answers": answers} for answers in (mine, theirs, issued)]

    result = node(
        """
        import { combine, settle } from "./combine.js";
        const { merged, conflicts, taken } = combine(...given);
        const before = structuredClone(merged.answers);
        for (const conflict of conflicts) settle(merged, conflict);
        const names = conflicts.map(({ practice, names }) => [practice, names]);
        const result = { before, after: merged.answers, names, taken };
        """,
        states,
    )

    assert result["before"] == {
        "a": {"level": 3, "note": "mine"},
        "b": {"level": 2},
        "c": {"na": True, "reason": "x"},
        "d": {"level": 2, "note": "more"},
    }
    assert result["names"] == [["a", ["note"]]]
    assert result["after"]["a"]["note"] == "theirs"
    assert result["taken"] == 3


@pytest.mark.external("node")
@pytest.mark.parametrize(
    ("mine", "theirs", "issued", "merged", "taken"),
    [
        (UNCONFIRMED, {"level": 3}, UNCONFIRMED, {"level": 3}, 1),
        ({"level": 3}, UNCONFIRMED, UNCONFIRMED, {"level": 3}, 0),
        (UNCONFIRMED, {"level": 4}, UNCONFIRMED, {"level": 4}, 1),
        ({"level": 4}, UNCONFIRMED, UNCONFIRMED, {"level": 4}, 0),
        ({"level": 3}, UNCONFIRMED, {}, {"level": 3}, 0),
        (UNCONFIRMED, UNCONFIRMED, UNCONFIRMED, UNCONFIRMED, 0),
        ({}, UNCONFIRMED, {}, UNCONFIRMED, 1),
    ],
)
def test_an_answer_stays_confirmed_by_whichever_side_it_comes_from(
    mine, theirs, issued, merged, taken, node
):
    states = [{"cover": {}, "answers": {"a": answer}} for answer in (mine, theirs, issued)]

    result = node(
        'import { combine } from "./combine.js"; const result = combine(...given);', states
    )

    assert result == {
        "merged": {"cover": {}, "answers": {"a": merged}}, "conflicts": [], "taken": taken
    }  # fmt: skip


@pytest.mark.external("node")
@pytest.mark.parametrize(
    ("mine", "theirs", "issued"),
    [
        ({"level": 2}, {"level": 4, "confirmed": False}, {}),
        ({"na": True, "reason": "x", "confirmed": False}, {"na": True, "reason": "y"}, {}),
    ],
)
def test_an_answer_chosen_from_the_other_side_is_confirmed_as_it_is_there(
    mine, theirs, issued, node
):
    states = [{"cover": {}, "answers": {"a": answer}} for answer in (mine, theirs, issued)]

    result = node(
        """
        import { combine, settle } from "./combine.js";
        const { merged, conflicts } = combine(...given);
        for (const conflict of conflicts) settle(merged, conflict);
        const result = merged.answers.a;
        """,
        states,
    )

    assert result == theirs


@pytest.mark.external("node")
def test_scope_and_dependence_are_those_of_the_program_that_scores(node):
    form = {
        "askedGroups": [],
        "groups": [],
        "practices": {
            "1": {"id": "1", "answer": "choice"},
            "2": {"id": "2", "answer": "text", "askedIf": {"practice": "1", "any": ["yes"]}},
            "3": {"id": "3", "answer": "text", "askedIf": {"practice": "2", "any": ["x"]}},
            "4": {"id": "4", "answer": "level", "appliesIf": {"any": ["cloud"], "none": ["web"]}},
        },
    }
    cases = [
        ({}, {}, [None, None, True]),
        ({"choice": "yes"}, {"cloud": "no"}, [True, None, False]),
        ({"choice": "no"}, {"cloud": "yes", "web": "yes"}, [False, False, False]),
        ({"na": True, "reason": "x"}, {"cloud": "yes", "web": "no"}, [False, False, True]),
    ]

    result = node(
        """
        import { isAsked, isInScope } from "./asking.js";
        const { form, cases } = given;
        const result = cases.map(([first, flags]) => {
          const cover = {};
          for (const [flag, value] of Object.entries(flags)) {
            cover[`institution.profile.${flag}`] = { value, reason: "" };
          }
          const state = { cover, answers: { 1: first, 2: {}, 3: {}, 4: {} } };
          const asked = ["2", "3"].map((id) => isAsked(form.practices[id], state, form) ?? null);
          return [...asked, isInScope(form.practices["4"], state, form)];
        });
        """,
        {"form": form, "cases": [case[:2] for case in cases]},
    )

    assert result == [expected for *_, expected in cases]


@pytest.mark.external("node")
def test_a_required_point_is_asked_about_only_where_it_is_shown(node):
    points = [
        {"id": "always", "required": True},
        {"id": "cloud", "required": True, "appliesIf": {"any": ["cloud"]}},
    ]
    form = {"inPlace": 3, "practices": {"1": {"id": "1", "answer": "level", "points": points}}}
    cases = [
        ({"points": ["always"]}, "no", []),
        ({"points": ["always"]}, "yes", ["points"]),
        ({"points": ["always"]}, "", ["points"]),
        ({"points": ["always", "cloud"]}, "yes", []),
        ({}, "no", ["points"]),
    ]

    result = node(
        """
        import { problemsOf } from "./checks.js";
        const { form, cases } = given;
        const result = cases.map(([answer, cloud]) => {
          const cover = { "institution.profile.cloud": { value: cloud, reason: "" } };
          const state = { cover, answers: { 1: { level: 3, ...answer } } };
          return problemsOf(form.practices["1"], state, form).map(({ code }) => code);
        });
        """,
        {"form": form, "cases": [case[:2] for case in cases]},
    )

    assert result == [expected for *_, expected in cases]


@pytest.mark.external("node")
def test_rows_of_which_some_are_answered_are_asked_about_and_not_refused(node):
    practice = {"id": "1", "answer": "rows", "rows": [{"id": "day"}, {"id": "night"}]}
    form = {"practices": {"1": practice}}
    cases = [({"day": "yes"}, [["rows", True]]), ({"day": "yes", "night": "no"}, []), ({}, [])]

    result = node(
        """
        import { problemsOf } from "./checks.js";
        const { form, cases } = given;
        const result = cases.map(([rows]) => {
          const state = { cover: {}, answers: { 1: { rows } } };
          const found = problemsOf(form.practices["1"], state, form);
          return found.map(({ code, isQuestion = false }) => [code, isQuestion]);
        });
        """,
        {"form": form, "cases": [case[:1] for case in cases]},
    )

    assert result == [expected for _, expected in cases]
