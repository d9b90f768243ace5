"""``cssa form`` as its users run it."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.forms.conftest import FOLDER, make_submission
from tests.forms.workbooks import Filled
from tests.program import Run, run_process

from cssa.answers.serialization import to_yaml
from cssa.cli.field_lists import LISTED, list_fields
from cssa.cli.language import current
from cssa.messages import message

SRC = Path(__file__).parents[2] / "src"


@pytest.fixture
def cssa(cssa_inline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*args, folders=FOLDER.parent.parent, **more):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CSSA_CHECKLISTS", str(folders))
            return cssa_inline(*args, **more)

    return run


@pytest.fixture
def filled(tmp_path, submission):
    (tmp_path / "answers.yaml").write_text(to_yaml(submission), encoding="utf-8")
    return tmp_path / "answers.yaml"


def test_a_form_goes_out_and_comes_back(filled: Path, tmp_path: Path) -> None:
    def cssa(*args: object) -> Run:
        env = {"CSSA_CHECKLISTS": str(FOLDER.parent.parent), "CSSA_LANG": "en"}
        return run_process(*args, env=env, cwd=tmp_path)

    assert cssa("form", "new", "--answers", filled, "-o", "form.xlsx").code == 0
    done = cssa("form", "read", "form.xlsx", "-o", "back.yaml")

    assert done.code == 0
    assert "Wrote 2 answers to back.yaml." in done.err
    assert "6 unanswered" in done.err
    assert cssa("form", "new", "--answers", "back.yaml", "-o", "again.xlsx").code == 0
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "form.xlsx").read_bytes()


def test_a_filled_form_is_scored_like_its_answers(cssa, filled, tmp_path):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")

    from_form = cssa("score", "form.xlsx", "--format", "json", "--as-of", "2026-11-20")
    from_yaml = cssa("score", filled, "--format", "json", "--as-of", "2026-11-20")
    data = (tmp_path / "form.xlsx").read_bytes()
    from_stdin = cssa("score", "-", "--format", "json", "--as-of", "2026-11-20", stdin=data)

    assert from_form.code == 0
    assert from_form.out == from_yaml.out == from_stdin.out


def test_explaining_a_practice_names_the_cell_it_is_answered_in(cssa, filled):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")

    assert "form.xlsx!1!I5" in cssa("explain", "form.xlsx", "1.1-1").out


@pytest.mark.parametrize("practice", ["1.1-a", "2-1"])
def test_explaining_a_practice_without_an_answer_names_no_place(practice, cssa, filled):
    where = message("en", "explain.where", {"location": ""}).strip()

    assert where in cssa("explain", filled, "1.1-1").out
    assert where not in cssa("explain", filled, practice).out


def test_a_refused_form_writes_no_answers_and_comes_back_marked(cssa, filled, tmp_path):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")
    form = Filled((tmp_path / "form.xlsx").read_bytes()).enter("1.1-1", "perhaps")
    (tmp_path / "form.xlsx").write_bytes(form.save())

    done = cssa("form", "read", "form.xlsx", "-o", "back.yaml", "--return", "returned.xlsx")

    assert done.code == 3
    assert 'form.xlsx!1!I5: "perhaps" is not a valid level of 1.1-1.' in done.err
    assert not (tmp_path / "back.yaml").exists()
    book = load_workbook(io.BytesIO((tmp_path / "returned.xlsx").read_bytes()))
    assert book["1"]["I5"].comment is not None


def test_problems_are_printed_in_the_language_of_the_run(cssa):
    cssa("form", "new", "-c", FOLDER, "-o", "form.xlsx", lang="ja", folders="")

    done = cssa("form", "read", "form.xlsx", "-o", "back.yaml", lang="en")

    assert "It is required on the cover" in done.err


def test_split_makes_a_form_for_each_department_and_reading_joins_them(cssa, filled, tmp_path):
    cssa("form", "new", "--answers", filled, "--split", "owner", "-o", "form.xlsx")
    parts = sorted(path.name for path in tmp_path.glob("form-*.xlsx"))

    done = cssa("form", "read", *parts, "-o", "-")

    assert parts == ["form-it.xlsx", "form-management.xlsx", "form-security.xlsx"]
    assert done.code == 0
    assert "1.1-2" in done.out


def test_a_campaign_stands_on_the_cover_and_in_the_answers(cssa, filled, tmp_path):
    (tmp_path / "campaign.yaml").write_text(
        'schema: cssa.campaign/1\nid: "2026"\ntitle: {ja: 自己点検, en: Self-assessment}\n'
        "base_date: 2026-09-30\ndeadline: 2026-11-30\ncontact: cyber@example.org\n"
        "marking: {ja: 機密性2情報, en: Confidentiality 2}\nuse: Statistics only\n"
        "sharing: {ja: 事務局, en: The office}\nretain_until: 2029-03-31\n"
        'clarifications: {"1.1-1": {ja: 子会社を含む。, en: Includes subsidiaries.}}\n',
        encoding="utf-8",
    )
    cssa("form", "new", "--answers", filled, "--campaign", "campaign.yaml", "-o", "form.xlsx")
    book = load_workbook(io.BytesIO((tmp_path / "form.xlsx").read_bytes()))
    cover = [cell.value for row in book["Cover"].iter_rows() for cell in row]

    assert {"Self-assessment (2026)", "2026-11-30", "cyber@example.org"} <= set(cover)
    assert {"Restricted · Confidentiality 2", "Purpose of use", "Statistics only"} <= set(cover)
    assert {"Answers shared with", "The office", "Retained until", "2029-03-31"} <= set(cover)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.oddFooter.left.text == "Restricted · Confidentiality 2"
    texts = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert any("* Clarification by the issuer: Includes subsidiaries." in text for text in texts)
    read = cssa("form", "read", "form.xlsx", "-o", "-")
    assert 'campaign: "2026"' in read.out
    assert "not read" not in read.err


CONFLICT = {
    "en": [
        (
            "Conflicts between the form and answers.yaml: 2. Nothing was written. Make the values agree, "
            "or resolve all of them with `--take form` or `--take file`."
        ),
        "form.xlsx!1!I5: answers.1.1-1.level: form: 5 | file: 4 (answers.yaml:11:10)",
        "form.xlsx!1!K6: answers.1.1-2.reason: form: 業務を終えた | file: 業務を移した (answers.yaml:14:13)",
        "Problems: 2.",
    ],
    "ja": [
        (
            "回答票とanswers.yamlの値の不一致：2件。書き込んでいません。値を統一するか、`--take form`"
            "（すべて回答票の値）又は`--take file`（すべてファイルの値）を付けて再実行してください。"
        ),
        "form.xlsx!1!I5: answers.1.1-1.level: 回答票：5 ／ ファイル：4（answers.yaml:11:10）",
        "form.xlsx!1!K6: answers.1.1-2.reason: 回答票：業務を終えた ／ ファイル：業務を移した（answers.yaml:14:13）",
        "2件の問題があります。",
    ],
}


@pytest.fixture
def both_changed(cssa, filled, tmp_path):
    """Return an answers file and a form that were both changed since the form was issued."""
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx", lang="ja")
    form = Filled((tmp_path / "form.xlsx").read_bytes())
    form.enter("1.1-1", 5).enter("1.1-2", "業務を終えた", "reason").enter("1.1-b", 2)
    (tmp_path / "form.xlsx").write_bytes(form.save())
    text = filled.read_text("utf-8").replace("1.1-1: 3", "1.1-1: 4  # 役員会で確認")
    filled.write_text(text.replace("該当業務がない", "業務を移した"), encoding="utf-8")
    return filled


@pytest.mark.parametrize("lang", CONFLICT)
def test_conflicts_are_listed_and_the_file_stands(lang, cssa, both_changed):
    before = both_changed.read_bytes()

    done = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", lang=lang)

    assert done.code == 3
    assert done.err.splitlines() == CONFLICT[lang]
    assert both_changed.read_bytes() == before


CHECKS = [
    "Check before filing: 3. Correct the answers, or state in the note why they are right.",
    "  1 of the 2 basic practices of domain 1 is answered as not applicable. Check it.",
    "  Level 3 or above, but points that must be covered are not ticked: 1 (1.1-1)",
    "  Level 4 or above, without evidence: 1 (1.1-1)",
]


def test_answers_are_counted_as_the_score_counts_them(cssa, tmp_path):
    answers = {"1.1-1": {"note": "確認中"}, "1.1-a": {"plan": {"owner": "総務部"}}}
    submission = make_submission(answers, profile={"wireless_lan": False})
    (tmp_path / "answers.yaml").write_text(to_yaml(submission), encoding="utf-8")
    cssa("form", "new", "--answers", "answers.yaml", "-o", "form.xlsx")

    done = cssa("form", "read", "form.xlsx", "-o", "back.yaml")

    coverage = cssa("score", "back.yaml", "--format", "json").json["overall"]["coverage"]
    assert (coverage["out_of_scope"], coverage["unanswered"]) == (1, 7)
    assert "7 unanswered (first: 1.1-1)." in done.err
    assert "Wrote 0 answers to back.yaml." in done.err


@pytest.mark.parametrize(
    ("answer", "is_said"), [("{note: 来年度に実施}", False), ('{value: "2024"}', True)]
)
def test_a_note_on_a_question_that_is_not_asked_is_no_answer_to_it(answer, is_said, cssa, tmp_path):
    (tmp_path / "answers.yaml").write_text(
        'schema: cssa.answers/1\nchecklist: {id: tlpt, version: "2025-06"}\n'
        "institution: {id: x1, name: 例示銀行, sector: shinkin}\n"
        f"answers: {{0-1: none, 0-2: {answer}}}\n",
        encoding="utf-8",
    )
    assert cssa("form", "new", "--answers", "answers.yaml", "-o", "form.xlsx").code == 0

    done = cssa("form", "read", "form.xlsx", "-o", "back.yaml")

    assert done.code == 0
    said = message("en", "finding.answered_unasked", {"asked": "0-1"})
    assert (f"0-2: {said}" in done.err) is is_said


def test_conflicts_are_settled_by_the_side_that_is_named(cssa, both_changed):
    before = both_changed.read_text("utf-8")

    by_file = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", "--take", "file")
    assert both_changed.read_text("utf-8") == before + "  1.1-b: 2\n"
    by_form = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", "--take", "form")

    after = before.replace("1.1-1: 4", "1.1-1: 5").replace("業務を移した", "業務を終えた")
    assert both_changed.read_text("utf-8") == after + "  1.1-b: 2\n"
    assert by_file.err.splitlines() == [
        "Taken from the form (1): 1.1-b (level)",
        "Conflicts resolved by `--take file` (2): 1.1-1 (level), 1.1-2 (reason)",
        *CHECKS,
        "5 unanswered (first: 1.1-a).",
        "Merged the form into answers.yaml.",
    ]
    assert (by_file.code, by_form.code) == (0, 0)


@pytest.mark.parametrize(("lang", "said"), [("ja", "ファイル：値なし"), ("en", "file: no value")])
def test_a_value_that_is_gone_from_the_file_is_a_conflict(lang, said, cssa, filled, tmp_path):
    filled.write_text(
        filled.read_text("utf-8").replace("1.1-1: 3", "1.1-1: {level: 3, note: Old}"), "utf-8"
    )
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx", lang="ja")
    form = Filled((tmp_path / "form.xlsx").read_bytes()).enter("1.1-1", "New", "note")
    (tmp_path / "form.xlsx").write_bytes(form.save())
    filled.write_text(filled.read_text("utf-8").replace(", note: Old", ""), "utf-8")

    done = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", lang=lang)

    assert done.code == 3
    assert said in done.err


def test_what_was_kept_and_what_was_emptied_is_told(cssa, filled, tmp_path):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx", lang="ja")
    form = Filled((tmp_path / "form.xlsx").read_bytes())
    form.enter("1.1-2", None, "disposition").enter("1.1-2", None, "reason")
    (tmp_path / "form.xlsx").write_bytes(form.save())
    text = filled.read_text("utf-8").replace("1.1-1: 3", "1.1-1: 4")
    filled.write_text(text, encoding="utf-8")

    done = cssa("form", "read", "form.xlsx", "-o", "answers.yaml")

    assert done.code == 0
    assert filled.read_text("utf-8") == text
    assert done.err.splitlines() == [
        "Kept as changed in the file (1): 1.1-1 (level)",
        (
            "Filled when the form was issued and now empty; nothing was deleted from the file (2): "
            "1.1-2 (na, reason)"
        ),
        *CHECKS,
        "6 unanswered (first: 1.1-a).",
        "No changes to answers.yaml.",
    ]


def test_what_a_line_leaves_out_is_counted_by_fields(capsys):
    rows = {f"1-{number}": ["level", "note"] for number in range(LISTED + 3)}

    list_fields("form.merge.fields.kept", rows)

    said = capsys.readouterr().err
    left_out = message(current(), "form.merge.more", {"fields": "", "count": 6})
    assert said.rstrip().endswith(left_out)
    assert str(2 * (LISTED + 3)) in said


def test_answers_of_somebody_else_are_left_alone_unless_they_are_to_be_replaced(
    cssa, filled, tmp_path
):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")
    before = (
        filled.read_bytes()
        .replace(b"0001-test", b"0002-test")
        .replace("しおさい".encode(), "凪浜".encode())
    )
    filled.write_bytes(before)

    refused = cssa("form", "read", "form.xlsx", "-o", "answers.yaml")
    assert refused.code == 74
    for word in ("凪浜信用金庫 (0002-test)", "しおさい信用金庫 (0001-test)", "--replace"):
        assert word in refused.err
    assert filled.read_bytes() == before

    replaced = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", "--replace")
    assert replaced.code == 0
    assert b"0001-test" in filled.read_bytes()
    assert (tmp_path / "answers.yaml.bak").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Minutes\n", 74),
        ("schema: cssa.result/1\n", 74),
        ("schema: cssa.answers/1\nanswers: [\n", 3),
        ("schema: cssa.answers/1\nanswers: {1.1-1: 9}\n", 3),
    ],
)
def test_a_file_that_a_form_cannot_be_merged_into_is_left_alone(text, code, cssa, filled, tmp_path):
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")

    assert cssa("form", "read", "form.xlsx", "-o", "mine.yaml").code == code
    assert (tmp_path / "mine.yaml").read_text("utf-8") == text


def test_merging_and_replacing_exclude_each_other(cssa, filled):
    before = filled.read_bytes()
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")

    done = cssa("form", "read", "form.xlsx", "-o", "answers.yaml", "--take", "form", "--replace")

    assert done.code == 2
    assert filled.read_bytes() == before


@pytest.mark.parametrize("name", ["missing.xlsx", "."])
def test_a_file_that_is_not_there_is_told(name, cssa):
    assert cssa("form", "read", name, "-o", "back.yaml").code == 3


def test_any_other_workbook_is_told_apart(cssa, tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "other.xlsx")
    done = cssa("score", "other.xlsx")

    assert done.code == 3
    assert "not a cssa form" in done.err


def test_reading_yaml_answers_imports_no_excel_library(filled):
    script = (
        "import sys\n"
        "from cssa.cli.main import main\n"
        f"sys.argv = ['cssa', 'score', {str(filled)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'openpyxl', 'xlsxwriter', 'python_calamine', 'cssa.forms.form_reader'} & set(sys.modules)))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(SRC), "CSSA_CHECKLISTS": str(FOLDER.parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_a_form_under_a_password_is_read_with_it(cssa, filled, tmp_path):
    office = pytest.importorskip(
        "msoffcrypto.format.ooxml", reason="the extra [password] is not installed"
    )
    cssa("form", "new", "--answers", filled, "-o", "form.xlsx")
    with (
        (tmp_path / "form.xlsx").open("rb") as plain,
        (tmp_path / "locked.xlsx").open("wb") as locked,
    ):
        office.OOXMLFile(plain).encrypt("himitsu", locked)
    (tmp_path / "right").write_text("himitsu\n", encoding="utf-8")
    (tmp_path / "wrong").write_text("other", encoding="utf-8")

    asked = cssa("form", "read", "locked.xlsx", "-o", "-")
    refused = cssa("form", "read", "locked.xlsx", "-o", "-", "--password-file", "wrong")
    read = cssa("form", "read", "locked.xlsx", "-o", "-", "--password-file", "right")

    assert (asked.code, refused.code, read.code) == (3, 3, 0)
    assert "--password-file" in asked.err
    assert "password is not correct" in refused.err


@pytest.mark.parametrize("name", ["form.htm", "form.xls", "form.ods", "form.xlsm", "form.2026"])
def test_a_form_under_another_ending_is_refused(name, cssa, tmp_path):
    done = cssa("form", "new", "-c", FOLDER, "-o", name, folders="", lang="en")

    assert done.code == 2
    assert ".xlsx" in done.err
    assert list(tmp_path.glob("form*")) == []


def test_a_form_without_an_ending_gets_one(cssa, tmp_path):
    done = cssa("form", "new", "-c", FOLDER, "-o", "form", folders="", lang="en")

    assert done.code == 0
    assert "form.xlsx" in done.err
    assert [path.name for path in tmp_path.glob("form*")] == ["form.xlsx"]


@pytest.mark.parametrize("checklist", ["tlpt", "incident-first-report"])
def test_a_cover_counts_only_what_its_sheets_have(checklist, cssa, tmp_path):
    assert cssa("form", "new", "-c", checklist, "-o", "form.xlsx", folders="").code == 0

    cover = load_workbook(tmp_path / "form.xlsx")["Cover"]
    formulas = [cell.value for row in cover for cell in row if cell.data_type == "f"]
    assert any("SUMPRODUCT" in formula for formula in formulas)
    assert [formula for formula in formulas if "()" in formula] == []


@pytest.mark.parametrize("split", [(), ("--split", "owner")])
def test_the_ending_may_be_in_capitals(split, cssa, tmp_path):
    assert cssa("form", "new", "-c", FOLDER, "-o", "F.XLSX", *split, folders="").code == 0
    assert list(tmp_path.glob("F*.XLSX"))
