"""Reading a form into answers that are already there: neither side's work is lost."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.forms.conftest import make_submission
from tests.forms.office import fill
from tests.forms.test_round_trip import ANSWERS as ANY_ANSWERS
from tests.forms.test_round_trip import INSTITUTION
from tests.forms.workbooks import Filled

from cssa.answers.answers_file import AnswersFile, ConflictError
from cssa.answers.loading import read_answers
from cssa.answers.serialization import answer_to_plain, to_yaml
from cssa.checklist.practice import PERFORMERS
from cssa.datafile.edit import Change
from cssa.datafile.emit import flow
from cssa.errors import OutputError
from cssa.forms.form_reader import loaded_answers, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.into_answers import Update, merge_into
from cssa.forms.merge import merge_forms
from cssa.forms.returned import mark_problems
from cssa.messages import message
from cssa.messages.wording import in_language

EXAMPLES = int(os.environ.get("CSSA_EXAMPLES", "20"))
SAVED = Path(__file__).parent / "saved"

HEAD = """\
# kept by the planning department; ask before reformatting
schema: cssa.answers/1
checklist: {id: kinds, version: "1"}
institution:
  sector: shinkin
  name: しおさい信用金庫   # since 1951
  id: 0001-test
  profile: {cloud: true, overseas: false}
assessed_on: 2026-09-30

answers:
"""
ANSWERS = """\
  # --- levels
  1.1-1: {level: 2, note: 四月に改定, points: [p1]}  # board office
  1.1-2: 3   # agreed with the system department
  1.1-a:
    note: "reviewed each quarter"
    level:  2   # was 1 last year
    evidence:   # on the shared drive
      - ref: committee minutes   # in the safe
        date: 2026-04-01
      - ref: policy v3  # ask Suzuki
    confirmed: false

  # --- other kinds
  2-1: yearly
  2-3: {rows: {day: part, night: "no"}}
# end of file
"""

JSON = """\
{"schema": "cssa.answers/1", "checklist": {"id": "kinds", "version": "1"},
 "institution": {"id": "0001-test", "name": "しおさい信用金庫", "sector": "shinkin"},
 "answers": {"1.1-1": {"level": 2, "note": "四月に改定", "points": ["p1"]},
   "1.1-2": 3}}
"""

Merging = Callable[..., Update]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + ANSWERS, encoding="utf-8")
    return path


@pytest.fixture
def issue(file: Path, request_for: Any) -> Callable[..., Filled]:
    """Return what issues a form from the file as it is."""

    def make(**more: Any) -> Filled:
        submission = read_answers(file.read_bytes(), "mine.yaml").submission
        return Filled(write_form(request_for(submission, **more)))

    return make


@pytest.fixture
def form(issue: Callable[..., Filled]) -> Filled:
    return issue()


@pytest.fixture
def read_into(file: Path, context: Any, edition: Any, library: Any) -> Merging:
    """Return what merges forms into the file."""

    def read(*forms: Filled | bytes, take: Any = None) -> Update:
        data = [form if isinstance(form, bytes) else form.save() for form in forms]
        readings = [read_form(form, f"{n}.xlsx", context) for n, form in enumerate(data, 1)]
        gathered = merge_forms(readings)
        assert gathered.problems == []
        answers = loaded_answers(gathered).submission
        update, stands = merge_into(file, gathered, answers, edition, library, take=take)
        assert stands == read_answers(file.read_bytes(), "mine.yaml").submission
        return update

    return read


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def differing_lines(before: str, after: str) -> tuple[set[str], set[str]]:
    old, new = set(before.splitlines()), set(after.splitlines())
    return old - new, new - old


def test_both_sides_are_kept_and_nothing_else_is_touched(form, file, read_into):
    form.enter("1.1-1", 4).enter("1.1-2", "minutes of April", "note").enter("1.1-b", 1)
    form.enter("1.1-a", "2026-05-01", "evidence.1.date").enter("2-3/night", "すべて")
    form.cover("institution.profile.cloud", "いいえ").cover(
        "institution.profile.cloud", "未使用", "reason"
    )
    form.cover("approval.respondent", "経営企画部")
    change(file, "四月に改定", "五月に改定")
    change(file, "2-1: yearly", "2-1: monthly")
    before = file.read_text("utf-8")

    update = read_into(form)

    assert differing_lines(before, file.read_text("utf-8")) == (
        {
            "  profile: {cloud: true, overseas: false}",
            "  1.1-1: {level: 2, note: 五月に改定, points: [p1]}  # board office",
            "  1.1-2: 3   # agreed with the system department",
            "        date: 2026-04-01",
            '  2-3: {rows: {day: part, night: "no"}}',
        },
        {
            "  profile: {cloud: {value: false, reason: 未使用}, overseas: false}",
            "approval:",
            "  respondent: 経営企画部",
            "  1.1-1: {level: 4, note: 五月に改定, points: [p1]}  # board office",
            "  1.1-2: {level: 3, note: minutes of April}   # agreed with the system department",
            "        date: 2026-05-01",
            "  1.1-b: 1",
            "  2-3: {rows: {day: part, night: full}}",
        },
    )
    assert update.taken == {
        "institution.profile.cloud": ["value", "reason"],
        "approval.respondent": ["value"],
        "1.1-1": ["level"],
        "1.1-2": ["note"],
        "1.1-a": ["evidence.1.date"],
        "1.1-b": ["level"],
        "2-3": ["rows.night"],
    }
    assert update.kept == {"1.1-1": ["note"], "2-1": ["choice"]}
    assert (update.emptied, update.problems) == ({}, [])


def test_a_form_that_came_back_as_it_went_out_changes_nothing(form, file, read_into):
    change(file, "level: 2, note: 四月に改定", "level: 5")
    change(file, "name: しおさい信用金庫", "name: 汐彩信用金庫")
    before = file.read_bytes()

    update = read_into(form)

    assert file.read_bytes() == before
    assert update.changes == []
    assert update.kept == {"institution.name": ["value"], "1.1-1": ["level", "note"]}


def test_the_same_form_read_again_changes_nothing(form, file, read_into):
    read_into(
        form.enter("1.1-1", 4).enter("1.1-b", 2).enter("2-2/a", "○").enter("1.1-a", "x", "by")
    )
    before = file.read_bytes()

    assert read_into(form).changes == []
    assert file.read_bytes() == before


def test_what_was_emptied_is_named_and_stays(form, file, read_into):
    for code in (
        "answer",
        "note",
        "evidence.1.ref",
        "evidence.1.date",
        "evidence.2.ref",
        "confirmed",
    ):
        form.enter("1.1-a", None, code)
    form.enter("1.1-1", None, "points").enter("2-3/day", None).cover("assessed_on", None)
    before = file.read_bytes()

    update = read_into(form)

    assert file.read_bytes() == before
    assert update.emptied == {
        "assessed_on": ["value"],
        "1.1-1": ["points"],
        "1.1-a": [
            "level",
            "note",
            "evidence.1.ref",
            "evidence.1.date",
            "evidence.2.ref",
            "confirmed",
        ],
        "2-3": ["rows.day"],
    }


def test_a_first_document_emptied_does_not_move_the_second_into_its_place(form, file, read_into):
    form.enter("1.1-a", None, "evidence.1.ref").enter("1.1-a", None, "evidence.1.date")
    form.enter("1.1-a", "2026-06-01", "evidence.2.date")

    update = read_into(form)

    evidence = read_answers(file.read_bytes(), "").submission.answers["1.1-a"].evidence
    assert [(item.ref, str(item.date)) for item in evidence] == [
        ("committee minutes", "2026-04-01"), ("policy v3", "2026-06-01"),
    ]  # fmt: skip
    assert update.emptied == {"1.1-a": ["evidence.1.ref", "evidence.1.date"]}


def test_documents_are_known_wherever_the_file_has_them_by_now(form, file, read_into):
    change(file, "      - ref: committee", "      - ref: audit report\n      - ref: committee")
    form.enter("1.1-a", "2026-06-01", "evidence.2.date")

    read_into(form)

    evidence = read_answers(file.read_bytes(), "").submission.answers["1.1-a"].evidence
    assert [(item.ref, item.date and str(item.date)) for item in evidence] == [
        ("audit report", None), ("committee minutes", "2026-04-01"), ("policy v3", "2026-06-01"),
    ]  # fmt: skip
    assert "ref: committee minutes   # in the safe" in file.read_text("utf-8")


def test_documents_removed_in_the_file_stay_removed_and_a_new_one_is_added_once(
    form, file, read_into
):
    text = file.read_text("utf-8")
    start, end = text.index("    evidence:"), text.index("    confirmed:")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    form.enter("1.1-b", 2)
    sheet = form.book["1"]
    last = max(cell.column for cell in sheet[3] if cell.value)
    sheet.cell(3, last + 1).value, sheet.cell(3, last + 2).value = (
        "evidence.3.ref",
        "evidence.3.date",
    )
    sheet.cell(form.cell("1.1-a").row, last + 1).value = "exercise log"

    for _ in range(2):
        read_into(form)
        evidence = read_answers(file.read_bytes(), "").submission.answers["1.1-a"].evidence
        assert [item.ref for item in evidence] == ["exercise log"]


CONFLICTS = {
    "level": (("1.1-1", "answer", 4), ("level: 2, note: 四", "level: 5, note: 四"), "answers.1.1-1.level", "1!I5", "4", "5"),
    "short form": (("1.1-2", "answer", 4), ("1.1-2: 3", "1.1-2: 5"), "answers.1.1-2.level", "1!I6", "4", "5"),
    "removed": (("2-1", "answer", "月に1回"), ("  2-1: yearly\n", ""), "answers.2-1.choice", "2!I5", "monthly", None),
    "note": (("1.1-1", "note", "六月"), ("四月に改定", "五月"), "answers.1.1-1.note", "1!O5", "六月", "五月"),
    "date": (
        ("1.1-a", "evidence.1.date", "2026-05-01"), ("date: 2026-04-01", "date: 2026-06-01"),
        "answers.1.1-a.evidence.0.date", "1!Q7", "2026-05-01", "2026-06-01",
    ),
    "row": (("2-3/day", "answer", "いいえ"), ("day: part", "day: full"), "answers.2-3.rows.day", "2!I11", "no", "full"),
    "name": (("institution.name", "value", "汐"), ("しおさい信用金庫", "潮"), "institution.name", "表紙!C", "汐", "潮"),
}  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_names_both_places_and_values_and_writes_nothing(name, form, file, read_into):
    (key, code, value), (old, new), path, cell, in_form, in_file = CONFLICTS[name]
    form.enter(key, value, code).enter("1.1-b", 1)
    change(file, old, new)
    before = file.read_bytes()

    (problem,) = read_into(form).problems

    assert file.read_bytes() == before
    assert ".".join(map(str, problem.path)) == path
    assert str(problem.location).startswith(f"1.xlsx!{cell}")
    assert in_language(problem.params["form"], "en", message) == in_form
    assert in_language(problem.params.get("file"), "en", message) == in_file
    line = (
        next(n for n, text in enumerate(before.decode().splitlines(), 1) if new.strip() in text)
        if new
        else 0
    )
    assert not line or str(problem.params["there"]).startswith(f"{file}:{line}:")

    assert read_into(form, take="file").taken == {"1.1-b": ["level"]}
    assert file.read_bytes() == before.replace(b"\n  # --- other", b"  1.1-b: 1\n\n  # --- other")

    read_into(form, take="form")
    assert read_into(form).problems == []


def test_answers_come_back_into_json_with_any_line_ends(file, form, read_into):
    submission = read_answers(file.read_bytes(), "").submission
    texts = [
        (HEAD + ANSWERS).replace("\n", "\r\n"),
        "\ufeff" + HEAD + ANSWERS,
        JSON,
    ]
    for text in texts:
        file.write_bytes(text.encode())

        read_into(form.enter("1.1-2", 4).enter("1.1-1", 5))

        merged = read_answers(file.read_bytes(), "").submission
        assert (merged.answers["1.1-1"].level, merged.answers["1.1-2"].level) == (5, 4)
        assert merged.answers["1.1-1"].note == submission.answers["1.1-1"].note
        old, new = (
            text.splitlines(keepends=True),
            file.read_bytes().decode().splitlines(keepends=True),
        )
        assert len(new) == len(old)
        assert sum(before != after for before, after in zip(old, new, strict=True)) == 2


def test_clearing_the_cell_confirms_and_taking_the_column_out_does_not(issue, file, read_into):
    text = file.read_text("utf-8")
    cut = issue()
    sheet = cut.book["1"]
    sheet.delete_cols(next(cell.column for cell in sheet[3] if cell.value == "confirmed"))

    assert read_into(cut).changes == []
    assert file.read_text("utf-8") == text

    update = read_into(issue().enter("1.1-a", None, "confirmed"))
    assert update.taken == {"1.1-a": ["confirmed"]}
    assert file.read_text("utf-8") == text.replace("    confirmed: false\n", "")


def test_what_a_form_has_no_cells_for_stays(file, issue, read_into):
    form = issue(owner="security")
    change(
        file, "    confirmed: false\n",
        "    confirmed: false\n    review: [{line: 2, level: 1, by: risk, on: 2026-05-10}]  # risk\n",
    )  # fmt: skip
    before = file.read_text("utf-8")

    update = read_into(form.enter("1.1-a", 4))

    assert file.read_text("utf-8") == before.replace("level:  2 ", "level:  4 ")
    assert (update.kept, update.emptied) == ({}, {})


def test_departments_are_merged_and_then_read_into_the_file(file, issue, read_into):
    forms = [
        issue(owner="management").enter("1.1-1", 4),
        issue(owner="it").enter("1.1-2", 5).enter("2-4", "10"),
        issue(owner="security").enter("1.1-a", "quarterly", "note"),
    ]
    change(file, "四月に改定", "五月に改定")
    change(file, "2-1: yearly", "2-1: monthly")

    update = read_into(*forms)

    assert update.taken == {
        "1.1-1": ["level"], "1.1-2": ["level"], "1.1-a": ["note"], "2-4": ["value"],
    }  # fmt: skip
    assert update.kept == {"1.1-1": ["note"], "2-1": ["choice"]}


def spoil_swap(sheet: Any, column: int) -> None:
    sheet.cell(5, column).value, sheet.cell(6, column).value = (
        sheet.cell(6, column).value, sheet.cell(5, column).value,
    )  # fmt: skip


def spoil_text(sheet: Any, column: int) -> None:
    for row in range(5, 9):
        sheet.cell(row, column).value = "1.1-1 level:zzzz; " + "x" * 200


def spoil_formula(sheet: Any, column: int) -> None:
    for row in range(5, 9):
        sheet.cell(row, column).value = "=1/0"


def spoil_column(sheet: Any, column: int) -> None:
    sheet.delete_cols(column)


@pytest.mark.parametrize("spoil", [spoil_swap, spoil_text, spoil_formula, spoil_column])
def test_without_what_was_issued_only_empty_places_are_filled(spoil, form, file, read_into):
    sheet = form.book["1"]
    spoil(sheet, next(cell.column for cell in sheet[3] if cell.value == "issued"))
    change(file, "level: 2, note: 四月に改定", "note: 四月に改定")
    before = file.read_bytes()

    update = read_into(form.enter("1.1-2", 5).enter("1.1-b", 1))

    assert file.read_bytes() == before
    assert update.conflicts == {"1.1-2": ["level"]}
    assert update.taken == {"1.1-1": ["level"], "1.1-b": ["level"]}
    assert update.emptied == {}


@pytest.mark.parametrize("name", ["prefilled-ja", "prefilled-en", "typed-ja"])
def test_a_form_of_before_is_compared_with_nothing_known_of_its_issue(name, file, read_into):
    form = (SAVED / f"{name}.xlsx").read_bytes()
    submission = read_answers((SAVED / f"{name}.yaml").read_bytes(), "").submission
    file.write_text(to_yaml(submission), encoding="utf-8")

    assert read_into(form).changes == []

    levels = {
        key: 5 - answer.level
        for key, answer in submission.answers.items()
        if answer.level is not None
    }
    raised = {
        key: answer.model_copy(update={"level": levels[key]}) if key in levels else answer
        for key, answer in submission.answers.items()
    }
    file.write_text(to_yaml(submission.model_copy(update={"answers": raised})), encoding="utf-8")
    assert read_into(form).conflicts == {key: ["level"] for key in raised if key in levels}

    file.write_text(to_yaml(submission.model_copy(update={"answers": {}})), encoding="utf-8")
    read_into(form)
    assert read_answers(file.read_bytes(), "").submission.answers == submission.answers


def test_a_campaign_is_taken_and_another_one_is_a_conflict(file, read_into, request_for):
    submission = read_answers(file.read_bytes(), "").submission
    form = write_form(request_for(submission.model_copy(update={"campaign": "2026"})))

    assert read_into(form).taken == {"campaign": ["value"]}
    assert 'campaign: "2026"\n' in file.read_text("utf-8")

    change(file, 'campaign: "2026"', 'campaign: "2025"')
    assert read_into(form).conflicts == {"campaign": ["value"]}


def test_answers_of_another_institution_or_checklist_are_left_alone(form, file, read_into):
    form.enter("1.1-1", 4)
    others = {
        "form.merge.other_institution": ("id: 0001-test", "id: 0002-test"),
        "form.merge.other_checklist": ('version: "1"', 'version: "2"'),
    }
    for code, (old, new) in others.items():
        change(file, old, new)
        before = file.read_bytes()
        with pytest.raises(OutputError) as refused:
            read_into(form)
        assert [problem.code for problem in refused.value.problems] == [code]
        assert file.read_bytes() == before
        change(file, new, old)

    change(file, "id: 0001-test", "id: 0001-TEST")
    read_into(form)
    assert "id: 0001-TEST" in file.read_text("utf-8")


def test_a_file_that_changes_while_it_is_read_is_left_as_it_is(file):
    order = ["1.1-1", "1.1-2"]
    store = AnswersFile.open(file, check=lambda _: None, order=order)
    change(file, "四月に改定", "五月に改定")
    before = file.read_bytes()

    with pytest.raises(ConflictError):
        store.change([Change(("answers", "1.1-2"), 5)])

    assert file.read_bytes() == before


def test_a_form_sent_back_with_marks_still_knows_what_it_was_issued_with(
    form, file, read_into, context
):
    reading = read_form(form.enter("1.1-1", "perhaps").save(), "form.xlsx", context)
    returned = Filled(mark_problems(reading, reading.gathered.problems))
    change(file, "1.1-2: 3", "1.1-2: 4")
    change(file, "四月に改定", "五月に改定")

    update = read_into(returned.enter("1.1-1", 5))

    assert update.taken == {"1.1-1": ["level"]}
    assert update.kept == {"1.1-1": ["note"], "1.1-2": ["level"]}


@pytest.mark.external("soffice", "uno")
def test_a_form_saved_by_libreoffice_still_knows_what_it_was_issued_with(
    form, file, read_into, tmp_path
):
    (tmp_path / "form.xlsx").write_bytes(form.save())
    steps = [{"sheet": "1", "cell": "O6", "how": "set", "text": "minutes of April"}]
    fill(tmp_path / "form.xlsx", tmp_path / "saved.xlsx", steps)
    change(file, "1.1-2: 3", "1.1-2: 4")
    change(file, "四月に改定", "五月に改定")

    update = read_into((tmp_path / "saved.xlsx").read_bytes())

    assert update.taken == {"1.1-2": ["note"]}
    assert update.kept == {"1.1-1": ["note"], "1.1-2": ["level"]}
    assert (update.emptied, update.problems) == ({}, [])


def test_what_was_issued_is_hidden_and_locked(form):
    sheets = {"1": "issued", "2": "issued", "表紙": "issued"}
    for name, code in sheets.items():
        sheet = form.book[name]
        column = next(cell for row in sheet.iter_rows() for cell in row if cell.value == code)
        assert sheet.column_dimensions[column.column_letter].hidden
        assert sheet.protection.sheet
        cells = [row[0] for row in sheet.iter_rows(min_col=column.column, max_col=column.column)]
        assert all(cell.protection.locked for cell in cells)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(answers=ANY_ANSWERS, institution=INSTITUTION, lang=st.sampled_from(["ja", "en"]))
def test_whatever_a_form_was_issued_with_is_no_change_when_it_comes_back(
    answers, institution, lang, request_for, context, edition, library
):
    submission = make_submission(answers, **institution)
    gathered = merge_forms(
        [read_form(write_form(request_for(submission, lang)), "1.xlsx", context)]
    )
    form = loaded_answers(gathered).submission
    bare = make_submission({}, name=submission.institution.name)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.yaml")
        for file in (submission, bare):
            path.write_text(to_yaml(file), encoding="utf-8")
            update, _ = merge_into(path, gathered, form, edition, library)
            assert path.read_text("utf-8") == to_yaml(file)
            assert (update.changes, update.taken, update.emptied) == ([], {}, {})
            assert update.problems == []


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    base=ANY_ANSWERS,
    form=ANY_ANSWERS,
    file=ANY_ANSWERS,
    institutions=st.tuples(INSTITUTION, INSTITUTION, INSTITUTION),
    take=st.sampled_from([None, "form", "file"]),
)
def test_whatever_three_versions_hold_they_make_valid_answers_that_stay_when_read_again(
    base, form, file, institutions, take, request_for, context, edition, library
):
    submissions = [
        make_submission(answers, **institution)
        for answers, institution in zip((base, form, file), institutions, strict=True)
    ]
    issued, filled = (
        read_form(write_form(request_for(submission)), "1.xlsx", context)
        for submission in submissions[:2]
    )
    filled.gathered.issued = issued.gathered.issued
    gathered = merge_forms([filled])
    answers = loaded_answers(gathered).submission
    text = to_yaml(submissions[2])

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.yaml")
        path.write_text(text, encoding="utf-8")
        update, stands = merge_into(path, gathered, answers, edition, library, take=take)
        after = path.read_text("utf-8")
        if update.problems and take is None:
            assert after == text
            return
        assert read_answers(after.encode(), "mine.yaml").submission == stands
        for practice in submissions[2].answers:
            assert practice in stands.answers
        again, _ = merge_into(path, gathered, answers, edition, library, take=take)
        assert again.changes == []


# Whatever three versions of some answers hold, the file ends with their three-way merge.

TEXTS = st.sampled_from(["甲", "乙: 丙", "# 丁", "two\nlines"])
NAMES = st.sampled_from(["甲", "乙: 丙", "# 丁"])
NOTES = st.fixed_dictionaries(
    {}, optional={"note": TEXTS, "by": NAMES, "performed_by": st.sampled_from(PERFORMERS)}
)
SINGLE = {
    "1.1-1": st.integers(2, 4).map(lambda level: {"level": level}),
    "1.1-2": st.one_of(
        st.integers(2, 4).map(lambda level: {"level": level}),
        TEXTS.map(lambda text: {"na": True, "reason": text}),
    ),
    "2-1": st.sampled_from(["never", "yearly", "monthly"]).map(lambda choice: {"choice": choice}),
    "2-2": st.sampled_from([[], ["a"], ["a", "b"]]).map(lambda chosen: {"choices": chosen}),
    "2-4": st.sampled_from(["1", "12.50"]).map(lambda value: {"value": value}),
    "2-5": TEXTS.map(lambda text: {"text": text}),
}
ATOMS = st.fixed_dictionaries(
    {},
    optional={
        key: st.builds(lambda value, notes: {"answer": value, **notes}, value, NOTES)
        for key, value in SINGLE.items()
    },
)


def answers_of(atoms: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        key: {**fields["answer"], **{name: fields[name] for name in fields if name != "answer"}}
        for key, fields in atoms.items()
    }


def layout_of(answers: dict[str, Any], styles: list[bool]) -> dict[str, str]:
    """Return answers as a person lays them out, each with the lines that belong to it."""
    submission = make_submission(answers)
    lines = {}
    for (key, answer), is_long in zip(submission.answers.items(), styles, strict=False):
        value = answer_to_plain(answer)
        if is_long and isinstance(value, dict):
            inner = "".join(
                f"    {name}:   {flow(part)}   # {name}\n" for name, part in value.items()
            )
            lines[key] = f"\n  # about {key}\n  {key}:  # here\n{inner}"
        else:
            lines[key] = f"  # about {key}\n  {key}:  {flow(value)}  # until {key}\n"
    return lines


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    base=ATOMS, form=ATOMS, file=ATOMS, take=st.sampled_from([None, "form", "file"]),
    styles=st.lists(st.booleans(), min_size=len(SINGLE), max_size=len(SINGLE)),
)  # fmt: skip
def test_the_file_ends_with_the_three_way_merge_and_every_other_line_as_it_was(
    base, form, file, take, styles, request_for, context, edition, library
):
    expected: dict[str, dict[str, Any]] = {}
    conflicts = set()
    for key in SINGLE:
        sides = [side.get(key, {}) for side in (base, form, file)]
        for name in ("answer", "note", "by", "performed_by"):
            was, here, there = (side.get(name) for side in sides)
            if here is not None and here not in (was, there) and there != was:
                conflicts.add(key)
                value = here if take == "form" else there
            else:
                value = there if here in (None, was) else here
            if value is not None:
                expected.setdefault(key, {})[name] = value
    pages = layout_of(answers_of(file), styles)
    text = HEAD + "".join(pages.values()) + "# end\n" if pages else HEAD.rstrip() + " {}\n# end\n"
    issued, filled = (
        read_form(write_form(request_for(make_submission(answers_of(atoms)))), "1.xlsx", context)
        for atoms in (base, form)
    )
    filled.gathered.issued = issued.gathered.issued
    gathered = merge_forms([filled])
    submission = loaded_answers(gathered).submission

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.yaml")
        path.write_bytes(text.encode())
        update, _ = merge_into(path, gathered, submission, edition, library, take=take)
        after = path.read_bytes().decode()
        again, _ = merge_into(path, gathered, submission, edition, library, take=take)

        assert path.read_bytes().decode() == after
        assert {problem.path[1] for problem in update.problems} == conflicts
        if conflicts and take is None:
            assert after == text
            return
        assert again.changes == []

    stands = read_answers(after.encode(), "mine.yaml").submission.answers
    wanted = make_submission(
        answers_of({k: {"answer": {}, **v} for k, v in expected.items()})
    ).answers
    assert stands == wanted
    before = make_submission(answers_of(file)).answers
    if pages:
        assert after.startswith(HEAD)
        assert after.endswith("# end\n")
    for key, lines in pages.items():
        assert f"  # about {key}\n" in after
        if stands.get(key) == before[key]:
            assert lines[lines.index(f"  {key}:") :] in after
