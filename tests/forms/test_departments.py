"""Forms of departments: who is asked what by when, and what came back of it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.checklist.model import Checklist
from cssa.cli.environment import open_workspace
from cssa.errors import InputError
from cssa.lists.delegates import read_delegates
from cssa.messages import LANGS
from cssa.messages.problems import describe_all

from .workbooks import Filled

Cssa = Callable[..., Any]

SMALL = Path(__file__).resolve().parents[1] / "reports" / "report" / "small" / "checklist"
LIST = """\
schema: cssa.delegates/1
due: 2026-12-18
delegates:
  - {id: it, department: 事務システム部, owners: [it, security], person: システム課長, mail: it@example.org}
  - {id: head, department: 総務部, owners: [management], practices: ["3", 2.1-1], due: 2026-11-20}
"""
CAMPAIGN_OF_BASIC_PRACTICES = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 調査, en: Survey}
tiers: [basic]
"""
PLACES = {
    "institution.id": "X1", "institution.name": "凪浜信用金庫", "institution.sector": "Shinkin bank",
}  # fmt: skip


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return open_workspace(str(SMALL)).edition("small").checklist


@pytest.fixture
def folder(tmp_path: Path, make_once: Callable[..., Path], cssa_once: Callable[..., Any]) -> Path:
    """A folder with the forms as they were sent out."""

    def make(made: Path) -> None:
        (made / "delegates.yaml").write_text(LIST, "utf-8")
        run = cssa_once(
            "form", "new", "-c", SMALL, "--split", "owner",
            "--delegates", made / "delegates.yaml", "-o", made / "form.xlsx",
        )  # fmt: skip
        assert run.code == 0, run.err
        (made / "said.txt").write_text(run.err, "utf-8")

    made = make_once("departments", make)
    for path in made.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def enter(path: Path, answers: dict[str, object], **cover: str) -> None:
    form = Filled(path.read_bytes())
    for key, value in (PLACES | cover).items():
        form.cover(key, value)
    for key, answer in answers.items():
        form.enter(key, answer)
    path.write_bytes(form.save())


def status(cssa: Cssa, folder: Path, *more: object) -> Any:
    run = cssa(
        "form", "status", folder, "-c", SMALL, "--format", "json", "--as-of", "2026-11-29", *more
    )
    assert run.code == 0, run.err
    return run.json


def states(document: Any) -> dict[str, str]:
    return {row["id"]: row["state"] for row in document["departments"]}


def test_the_closest_name_decides_who_answers(checklist: Checklist) -> None:
    assignment = read_delegates(LIST.encode(), "delegates.yaml", checklist)

    assert assignment.practices == {
        "it": ("1.1-1", "1.1-a", "2.1-2", "2.1-a"),
        "head": ("1-1", "2.1-1", "3.1-1", "3.1-2"),
    }
    assert {name: str(day) for name, day in assignment.due.items()} == {
        "it": "2026-12-18", "head": "2026-11-20",
    }  # fmt: skip
    assert assignment.open == ()


# What is wrong, the line where it stands, and the code.
WRONG: dict[str, tuple[str, str, int, str]] = {
    "a function that is none": ("[it, security]", "[it, finance]", 4, "value."),
    "a function without practices": ("[it, security]", "[it, audit]", 4, "delegates.unknown_owner"),
    "a practice that is none": ('"3", 2.1-1', '"3", 2.1-9', 5, "answers.unknown_practice.near"),
    "a function named twice": ("[management]", "[management, it]", 5, "delegates.claimed_twice"),
    "a practice named twice": ('"3", 2.1-1', '"3", "3"', 5, "delegates.claimed_twice"),
    "an id used twice": ("id: head", "id: IT", 5, "delegates.id_twice"),
    "an id that is no file name": ("id: head", "id: con", 5, "value.delegate_id"),
    "nothing to answer": ("owners: [it, security], ", "", 4, "value.delegate_empty"),
    "an impossible day": ("2026-11-20", "2026-02-30", 5, "value."),
    "an unknown key": ("person:", "boss:", 4, ""),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_list_that_is_wrong_is_refused_where_it_is(case: str, checklist: Checklist) -> None:
    old, new, line, code = WRONG[case]
    assert old in LIST
    with pytest.raises(InputError) as caught:
        read_delegates(LIST.replace(old, new, 1).encode(), "delegates.yaml", checklist)

    (problem,) = caught.value.problems
    assert str(problem.location).startswith(f"delegates.yaml:{line}:")
    assert problem.code.startswith(code)
    for lang in LANGS:
        assert describe_all([problem], lang)


def test_each_department_gets_its_practices_with_name_and_day(folder: Path) -> None:
    said = (folder / "said.txt").read_text("utf-8")
    assert "Created the form for 事務システム部:" in said
    assert "(4 practices, due 2026-12-18)" in said
    form = Filled((folder / "form-it.xlsx").read_bytes())
    cover = [cell.value for row in form.book.worksheets[0].iter_rows() for cell in row]
    assert {"事務システム部", "システム課長", "2026-12-18", "4"} <= {*cover}
    with zipfile.ZipFile(io.BytesIO((folder / "form-it.xlsx").read_bytes())) as package:
        assert "事務システム部" in package.read("docProps/core.xml").decode()
    for key in ("1.1-1", "2.1-a"):
        assert form.cell(key)
    with pytest.raises(KeyError):
        form.cell("2.1-1")


def test_forms_of_departments_are_read_back_and_combined(folder: Path, cssa_inline: Cssa) -> None:
    enter(folder / "form-it.xlsx", {"1.1-1": 3})
    enter(folder / "form-head.xlsx", {"2.1-1": 12, "3.1-2": 2})
    out = folder / "answers.yaml"

    run = cssa_inline(
        "form", "read", folder / "form-it.xlsx", folder / "form-head.xlsx", "-c", SMALL, "-o", out
    )

    assert run.code == 0, run.err
    text = out.read_text("utf-8")
    assert [text.index(name) for name in ("1.1-1", "2.1-1", "3.1-2")] == sorted(
        text.index(name) for name in ("1.1-1", "2.1-1", "3.1-2")
    )


def test_a_row_that_is_missing_is_held_against_a_department_only_where_it_was_asked(
    folder: Path, cssa_inline: Cssa
) -> None:
    form = Filled((folder / "form-it.xlsx").read_bytes())
    cell = form.cell("2.1-2")
    cell.parent.delete_rows(cell.row)
    (folder / "form-it.xlsx").write_bytes(form.save())

    run = cssa_inline("form", "read", folder / "form-it.xlsx", "-c", SMALL, "-o", "-")

    assert run.code == 3
    assert "2.1-2" in run.err
    assert "2.1-1" not in run.err


def test_a_form_whose_hidden_list_is_gone_is_refused(folder: Path, cssa_inline: Cssa) -> None:
    form = Filled((folder / "form-it.xlsx").read_bytes())
    for row in form.book["_cssa"].iter_rows():
        if row[0].value == "asked.1":
            row[1].value = None
    (folder / "form-it.xlsx").write_bytes(form.save())

    run = cssa_inline("form", "read", folder / "form-it.xlsx", "-c", SMALL, "-o", "-")

    assert (run.code, "asked.1" in run.err) == (3, True), run.err


def test_status_says_what_was_sent_is_back_late_and_open(folder: Path, cssa_inline: Cssa) -> None:
    more = ("--delegates", folder / "delegates.yaml")
    assert states(status(cssa_inline, folder, *more)) == {"it": "sent", "head": "late"}
    assert states(status(cssa_inline, folder)) == {"it": "sent", "head": "late"}

    (folder / "back").mkdir()
    back = folder / "back" / "事務システム部 回答.xlsx"
    back.write_bytes((folder / "form-it.xlsx").read_bytes())
    enter(back, {"1.1-1": 3, "2.1-2": "perhaps"})
    document = status(cssa_inline, folder, *more)
    (it, head) = document["departments"]
    assert (it["state"], it["to_correct"], it["back"]) == ("to_correct", 1, [str(back)])
    assert (it["asked"], it["open"]) == (4, ["1.1-a", "2.1-2", "2.1-a"])
    assert (head["state"], head["late"], head["open"]) == (
        "late", True, ["1-1", "2.1-1", "3.1-1", "3.1-2"],
    )  # fmt: skip

    (folder / "form-head.xlsx").unlink()
    document = status(cssa_inline, folder, *more)
    assert states(document) == {"it": "to_correct", "head": "late"}
    assert document["departments"][1]["sent"] == []


def test_a_form_that_was_only_opened_and_saved_is_not_back(folder: Path, cssa_inline: Cssa) -> None:
    form = Filled((folder / "form-it.xlsx").read_bytes())
    (folder / "form-it.xlsx").write_bytes(form.save())

    assert states(status(cssa_inline, folder))["it"] == "sent"


@pytest.mark.parametrize("lang", LANGS)
def test_two_forms_that_answer_a_practice_differently_are_listed_with_cell_and_both_values(
    lang: str, folder: Path, cssa_inline: Cssa
) -> None:
    second = folder / "form-it-2.xlsx"
    second.write_bytes((folder / "form-it.xlsx").read_bytes())
    enter(folder / "form-it.xlsx", {"1.1-1": 3})
    enter(second, {"1.1-1": 4})

    run = cssa_inline("form", "status", folder, "-c", SMALL, "--as-of", "2026-11-29", lang=lang)

    (line,) = [line for line in run.out.splitlines() if "form-it.xlsx!" in line]
    assert "form-it-2.xlsx!1!" in line
    assert "level: 3" in line
    assert "level: 4" in line
    assert len(status(cssa_inline, folder)["conflicts"]) == 1


def test_foreign_and_hostile_files_are_named_and_passed_over(
    folder: Path, cssa_inline: Cssa
) -> None:
    (folder / "budget.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder / "notes.txt").write_text("a", "utf-8")
    (folder / ".hidden.xlsx").write_text("a", "utf-8")
    (folder / "~$form-it.xlsx").write_text("a", "utf-8")
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 50_000_000)

    run = cssa_inline("form", "status", folder, "-c", SMALL, "--as-of", "2026-11-29")

    assert run.code == 0
    assert "Files that could not be read: 2" in run.err
    assert "budget.xlsx" in run.err
    assert "bomb.xlsx" in run.err
    assert "not read (3): delegates.yaml, notes.txt, said.txt" in run.err
    assert "hidden" not in run.err
    assert "事務システム部" in run.out


def test_a_file_with_several_faults_is_counted_once(tmp_path: Path, cssa_inline: Cssa) -> None:
    saved = '{"schema": "cssa.answers/1", "form": {"schema": "cssa.form/1"},\n"answers": 5}'
    (tmp_path / "back.json").write_text(saved, "utf-8")

    run = cssa_inline("form", "status", tmp_path, "-c", SMALL)

    assert "back.json:1:" in run.err
    assert "back.json:2:" in run.err
    assert "Files that could not be read: 1," in run.err


def test_a_form_that_asks_otherwise_than_the_list_says_is_named(
    folder: Path, cssa_inline: Cssa
) -> None:
    path = folder / "delegates.yaml"
    path.write_text(LIST.replace('["3", 2.1-1]', '["3"]'), "utf-8")

    document = status(cssa_inline, folder, "--delegates", path)

    assert [bool(row["other_practices"]) for row in document["departments"]] == [True, True]


def test_what_is_no_folder_of_forms_is_said(tmp_path: Path, cssa_inline: Cssa) -> None:
    assert cssa_inline("form", "status", tmp_path, "-c", SMALL).code == 3
    assert cssa_inline("form", "status", tmp_path / "none", "-c", SMALL).code == 3
    run = cssa_inline(
        "form", "new", "-c", SMALL, "--delegates", "x.yaml", "-o", tmp_path / "f.xlsx"
    )
    assert (run.code, "--split owner" in run.err) == (2, True)


def test_the_list_of_delegates_is_never_written_over(tmp_path: Path, cssa_inline: Cssa) -> None:
    path = tmp_path / "form-it.xlsx"
    path.write_text(LIST, "utf-8")

    run = cssa_inline(
        "form", "new", "-c", SMALL, "--split", "owner", "--delegates", path, "--replace",
        "-o", tmp_path / "form.xlsx",
    )  # fmt: skip

    assert run.code == 2, run.err
    assert path.read_text("utf-8") == LIST
    assert not (tmp_path / "form-head.xlsx").exists()


def test_forms_of_a_campaign_that_asks_one_tier_ask_what_the_list_says(
    tmp_path: Path, cssa_inline: Cssa
) -> None:
    (tmp_path / "delegates.yaml").write_text(LIST, "utf-8")
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN_OF_BASIC_PRACTICES, "utf-8")
    run = cssa_inline(
        "form", "new", "-c", SMALL, "--campaign", tmp_path / "campaign.yaml", "--split", "owner",
        "--delegates", tmp_path / "delegates.yaml", "-o", tmp_path / "form.xlsx",
    )  # fmt: skip
    assert run.code == 0, run.err

    document = status(cssa_inline, tmp_path, "--delegates", tmp_path / "delegates.yaml")

    assert [row["other_practices"] for row in document["departments"]] == [[], []]
    assert [row["open"] for row in document["departments"]] == [
        ["1.1-1", "2.1-2"],
        ["1-1", "2.1-1", "3.1-1", "3.1-2"],
    ]
    assert document["unassigned"] == []
