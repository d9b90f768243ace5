"""The short form: basic practices on one sheet, read back like any form."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cssa.forms.layout import SHORT
from cssa.messages import LANGS

from .workbooks import Filled

Cssa = Callable[..., Any]

SMALL = Path(__file__).resolve().parents[1] / "reports" / "report" / "small"
CHECKLIST = ("-c", SMALL / "checklist")
COVER = {
    "institution.id": "X1", "institution.name": "凪浜信用金庫", "institution.sector": "Shinkin bank",
}  # fmt: skip
BASIC = ["1-1", "1.1-1", "2.1-1", "2.1-2", "3.1-1", "3.1-2"]


@pytest.fixture
def form(tmp_path: Path, make_once: Callable[..., Path], cssa_once: Cssa) -> Path:
    """A blank short form."""

    def make(made: Path) -> None:
        run = cssa_once("form", "new", *CHECKLIST, "--short", "-o", made / "form.xlsx")
        assert run.code == 0, run.err
        assert "(6 practices)" in run.err

    path = tmp_path / "form.xlsx"
    path.write_bytes((make_once("short", make) / "form.xlsx").read_bytes())
    return path


def enter(path: Path, entries: Mapping[tuple[str, str], object]) -> None:
    filled = Filled(path.read_bytes())
    for field, text in COVER.items():
        filled.cover(field, text)
    for (key, code), value in entries.items():
        filled.enter(key, value, code)
    path.write_bytes(filled.save())


def read(cssa: Cssa, path: Path, *more: object) -> Any:
    run = cssa("form", "read", path, *CHECKLIST, "-o", "-", *more)
    return run, yaml.safe_load(run.out) if run.code == 0 else None


def test_it_has_the_basic_practices_on_one_sheet_with_few_columns(form: Path) -> None:
    book = Filled(form.read_bytes()).book
    visible = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in visible] == ["Cover", "Levels", "Questions"]
    rows = list(book["Questions"].iter_rows(values_only=True))
    assert [row[0] for row in rows[4:]] == BASIC
    assert list(rows[2][1:-1]) == [column.code for column in SHORT]
    assert rows[5][2].splitlines() == [
        "Restore tests",
        "Is it checked every year that backups can be restored?",
        "1. [required] Core systems",
    ]


def test_what_is_entered_comes_back_and_what_was_not_asked_is_not_missed(
    form: Path, cssa_inline: Cssa
) -> None:
    enter(
        form,
        {
            ("1-1", "answer"): 3,
            ("1.1-1", "answer"): 1,
            ("1.1-1", "note"): "来年度に試験",
            ("1.1-1", "plan.due"): "2027-03-31",
            ("2.1-1", "answer"): 12,
            ("2.1-2", "answer"): "Not applicable",
            ("2.1-2", "note"): "no wireless LAN",
        },
    )

    run, document = read(cssa_inline, form)

    assert run.code == 0, run.err
    assert document["answers"] == {
        "1-1": 3,
        "1.1-1": {"level": 1, "note": "来年度に試験", "plan": {"due": date(2027, 3, 31)}},
        "2.1-1": {"value": "12"},
        "2.1-2": {"na": True, "reason": "no wireless LAN"},
    }
    assert "2 unanswered (first: 3.1-1)" in run.err
    assert cssa_inline("score", form, *CHECKLIST, "--as-of", "2026-11-20").code == 0


@pytest.mark.parametrize("lang", LANGS)
def test_filled_in_beforehand_it_changes_nothing_and_takes_what_changed(
    lang: str, tmp_path: Path, cssa_inline: Cssa
) -> None:
    answers, form = tmp_path / "answers.yaml", tmp_path / "form.xlsx"
    text = (SMALL / "answers.yaml").read_text("utf-8")
    answers.write_text(text, "utf-8")
    made = cssa_inline(
        "form", "new", *CHECKLIST, "--short", "--answers", answers, "-o", form, lang=lang
    )
    assert made.code == 0, made.err

    assert cssa_inline("form", "read", form, *CHECKLIST, "-o", answers).code == 0
    assert answers.read_text("utf-8") == text

    filled = Filled(form.read_bytes()).enter("3.1-2", 4).enter("3.1-2", "新しい補足", "note")
    form.write_bytes(filled.save())
    run = cssa_inline("form", "read", form, *CHECKLIST, "-o", answers)
    assert run.code == 0, run.err
    before, after = (yaml.safe_load(t)["answers"] for t in (text, answers.read_text("utf-8")))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"3.1-2"}
    assert (after["3.1-2"]["level"], after["3.1-2"]["note"]) == (4, "新しい補足")


REFUSED = {
    "no reason": ({("2.1-2", "answer"): "Not applicable"}, "reason"),
    "not offered": ({("1-1", "answer"): "Not applicable", ("1-1", "note"): "x"}, "1!"),
    "no level": ({("1-1", "answer"): "perhaps"}, "Questions!D5"),
    "no day": ({("1-1", "plan.due"): "soon"}, "Questions!F5"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_cell(
    case: str, form: Path, cssa_inline: Cssa
) -> None:
    entries, words = REFUSED[case]
    enter(form, entries)

    run, _ = read(cssa_inline, form)

    assert run.code == 3
    assert "form.xlsx!Questions!" in run.err
    assert case == "not offered" or words in run.err


def test_a_row_or_the_sheet_that_is_missing_returns_the_form(form: Path, cssa_inline: Cssa) -> None:
    filled = Filled(form.read_bytes())
    filled.book["Questions"].delete_rows(6)
    form.write_bytes(filled.save())
    run, _ = read(cssa_inline, form)
    assert (run.code, "1.1-1" in run.err) == (3, True)

    del filled.book["Questions"]
    form.write_bytes(filled.save())
    run, _ = read(cssa_inline, form)
    assert run.code == 3


@pytest.mark.parametrize(
    ("checklist", "key", "words"),
    [
        ("tlpt", "0-3/pentest", "└ A penetration test of limited scope"),
        ("operational-resilience", "2-1/r1", "=IF(LEN("),
    ],
)
def test_a_row_of_an_option_or_of_a_named_row_says_which_it_is(
    checklist: str, key: str, words: str, tmp_path: Path, cssa_inline: Cssa
) -> None:
    path = tmp_path / "form.xlsx"
    run = cssa_inline("form", "new", "-c", checklist, "--short", "-o", path)
    assert run.code == 0, run.err
    rows = list(Filled(path.read_bytes()).book["Questions"].iter_rows(values_only=True))
    question = rows[2].index("question")
    shown = {row[0]: row[question] for row in rows[4:] if "/" in row[0]}
    assert shown[key].startswith(words)
    assert [name for name, text in shown.items() if not text] == []


def test_it_is_for_the_whole_institution(tmp_path: Path, cssa_inline: Cssa) -> None:
    run = cssa_inline(
        "form", "new", *CHECKLIST, "--short", "--split", "owner", "-o", tmp_path / "f.xlsx"
    )
    assert (run.code, "cannot be combined" in run.err) == (2, True)
