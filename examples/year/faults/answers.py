"""Faults of answers: what is entered into the cells of a form."""

from typing import Any

from openpyxl import load_workbook

from faults.planting import Planting, fault
from forms import Table, tables


def table_of(form: Any, practice: str) -> Table:
    """Return the sheet of a form that has a practice."""
    return next(table for table in tables(form, "cssa:answers") if practice in table.rows)


@fault("F18", 3, "1", "shinkin#16")
def no_levels(planting: Planting) -> None:
    """A half level, and words that are none."""
    own = planting.who("shinkin#16")
    form = planting.form(own, "unclear")
    book = load_workbook(form)
    for practice, value in (("2.1.1-3", 3.5), ("2.2.1-2", "概ね実施")):
        table = table_of(form, practice)
        book[table.sheet][table.address(practice, "answer")].value = value
    book.save(form)
    sent = planting.file(f"{own}.xlsx", own, form, states={"1": "returned"})
    planting.mail("shinkin16-1", own, planting.day(11, 18), sent)
    planting.marked(own, "2.1.1-3 answer", "2.2.1-2 answer")


@fault("F18", 3, "2")
def the_marked_form_corrected(planting: Planting) -> None:
    """The form that went back, with the two cells filled in."""
    own = planting.who("shinkin#16")
    marked = planting.campaign.out / "returns" / f"{own}.xlsx"
    form = planting.campaign.sent(f"{own}-corrected")
    form.write_bytes(marked.read_bytes())
    planting.set(form, "2.1.1-3", answer=3)
    planting.set(form, "2.2.1-2", answer=3)
    answers = planting.campaign.answers[own]
    filled = {**answers, "answers": {**answers["answers"]}}
    for practice in ("2.1.1-3", "2.2.1-2"):
        filled["answers"][practice] = {**answers["answers"].get(practice, {}), "level": 3}
    kept = planting.campaign.note_filled(f"{own}-corrected", filled)
    sent = planting.file(f"{own}.xlsx", own, form, filled=kept, version=1)
    planting.mail("shinkin16-2", own, planting.day(12, 1), sent)


@fault("F19", 1, "roster")
def size_on_the_roster(planting: Planting) -> None:
    """The roster has the size that the form gives in words."""
    planting.campaign.roster[planting.who("shinkin#17")]["size"] = "152000000000"


@fault("F19", 1, "1", "shinkin#17")
def full_width(planting: Planting) -> None:
    """Levels, a date and an amount as people type them."""
    own = planting.who("shinkin#17")
    form = planting.form(own, "wide")
    answers = planting.campaign.answers[own]["answers"]
    table = table_of(form, "2.1.1-1")
    book = load_workbook(form)
    for practice in table.rows:
        level = answers.get(practice, {}).get("level")
        if level is not None:
            book[table.sheet][table.address(practice, "answer")].value = "０１２３４５"[level]
    book[table.sheet][table.address("2.1.1-4", "answer")].value = "３：実施"
    (cover,) = tables(form, "cssa:cover")
    book[cover.sheet][cover.address("assessed_on", "value")].value = "２０２６年１０月５日"
    book[cover.sheet][cover.address("institution.size", "value")].value = "１，５２０億円"
    book.save(form)
    own_answers = planting.campaign.answers[own]
    filled = {
        **own_answers,
        "institution": {**own_answers["institution"], "size": 152e9},
        "answers": {**answers, "2.1.1-4": {"level": 3}},
    }
    kept = planting.campaign.note_filled(f"{own}-wide", filled)
    planting.mail(
        "shinkin17-1",
        own,
        planting.day(11, 18),
        planting.file("回答票.xlsx", own, form, filled=kept),
    )


@fault("F20", 3, "1", "shinkin#18")
def formula_and_hidden_rows(planting: Planting) -> None:
    """A formula as a level; hidden rows, one of them empty."""
    own = planting.who("shinkin#18")
    for copy in ("formula", "typed"):
        form = planting.form(own, copy)
        book = load_workbook(form)
        table = table_of(form, "2.3.1-1")
        sheet = book[table.sheet]
        level = table_of(form, "2.1.1-1").address("2.1.1-1", "answer")
        first = f"='2.1'!{level}" if copy == "formula" else "3"
        sheet[table.address("2.3.1-1", "answer")].value = first
        for code in ("answer", "disposition", "reason"):
            sheet[table.address("2.3.2-2", code)].value = None
        for practice in ("2.3.2-2", "2.3.2-4"):
            sheet.row_dimensions[table.rows[practice] + 1].hidden = True
        book.save(form)
    form = planting.form(own, "").with_name(f"{own}-formula.xlsx")
    sent = planting.file("回答票.xlsx", own, form, states={"1": "returned"})
    planting.mail("shinkin18-1", own, planting.day(11, 18), sent)
    planting.marked(own, "2.3.1-1 answer")


@fault("F20", 3, "2")
def typed_level(planting: Planting) -> None:
    """The formula is replaced."""
    own = planting.who("shinkin#18")
    answers = planting.campaign.answers[own]
    changed = {**answers["answers"], "2.3.1-1": {"level": 3}}
    changed.pop("2.3.2-2", None)
    filled = planting.campaign.note_filled(f"{own}-typed", {**answers, "answers": changed})
    form = planting.campaign.sent(f"{own}-typed")
    sent = planting.file("回答票.xlsx", own, form, filled=filled)
    planting.mail("shinkin18-2", own, planting.day(11, 20, 9), sent)


@fault("F21", 1, "1", "shinkin#19")
def rows_deleted_and_torn(planting: Planting) -> None:
    """Two rows deleted; on another sheet the visible columns sorted without the hidden ones."""
    own = planting.who("shinkin#19")
    form = planting.form(own, "torn")
    book = load_workbook(form)
    deleted = table_of(form, "2.2.3-2")
    for practice in ("2.2.3-3", "2.2.3-2"):
        book[deleted.sheet].delete_rows(deleted.rows[practice] + 1)
    torn = table_of(form, "2.6-1")
    sheet = book[torn.sheet]
    numbers = sorted(torn.rows[practice] + 1 for practice in torn.rows if "2.6-" in practice)
    shown = range(2, 31)
    rows = [[sheet.cell(number, column).value for column in shown] for number in numbers]
    level = torn.columns["answer"] - 1
    rows.sort(key=lambda row: str(row[level] or ""))
    for number, row in zip(numbers, rows, strict=True):
        for column, value in zip(shown, row, strict=True):
            sheet.cell(number, column).value = value
    book.save(form)
    sent = planting.file("回答票.xlsx", own, form, states={"1": "returned"})
    planting.mail("shinkin19-1", own, planting.day(11, 18), sent)


@fault("F22", 3, "1", "shinkin#20")
def not_applicable(planting: Planting) -> None:
    """Not applicable without a reason, where it cannot be, and with a reason that says nothing."""
    own = planting.who("shinkin#20")
    form = planting.form(own, "na")
    book = load_workbook(form)
    entries = {
        "2.3.2-3": {"answer": None, "disposition": "該当なし", "reason": None},
        "2.6-8": {"answer": None, "disposition": "該当なし", "reason": "当金庫に該当取引なし"},
        "2.4.1-4": {"answer": None, "disposition": "該当なし", "reason": "同上"},
    }
    for practice, cells in entries.items():
        table = table_of(form, practice)
        for code, value in cells.items():
            book[table.sheet][table.address(practice, code)].value = value
    book.save(form)
    sent = planting.file("回答票.xlsx", own, form, states={"1": "returned"})
    planting.mail("shinkin20-1", own, planting.day(11, 17), sent)
    planting.marked(own, "2.3.2-3 reason", "2.6-8 disposition")


@fault("F23", 1, "1", "regional_bank#1")
def treatments_that_do_not_count(planting: Planting) -> None:
    """Approved in the future; approved by the respondent."""
    own = planting.who("regional_bank#1")
    answers = planting.campaign.answers[own]
    respondent = answers["approval"]["respondent"]
    treatments: dict[str, tuple[int, dict[str, str]]] = {
        "2.2.3-3": (
            1,
            {
                "kind": "alternative",
                "measure": "セグメント分離",
                "approved_by": "経営会議",
                "approved_on": "2026-12-25",
                "review_by": "2028-03-31",
            },
        ),
        "2.3.1-2": (
            2,
            {
                "kind": "accepted",
                "measure": "影響軽微",
                "approved_by": respondent,
                "approved_on": "2026-10-01",
                "review_by": "2027-09-30",
            },
        ),
    }
    filled = {**answers, "answers": {**answers["answers"]}}
    for practice, (level, treatment) in treatments.items():
        filled["answers"][practice] = {"level": level, "treatment": treatment}
    form = planting.campaign.refilled(own, f"{own}-treated", own, filled)
    kept = planting.filled(f"{own}-treated")
    planting.mail(
        "regional01-1",
        own,
        planting.day(11, 18),
        planting.file("回答票.xlsx", own, form, filled=kept),
    )


@fault("F24", 2, "1", "shinkin#21", "shinkin#22")
def units(planting: Planting) -> None:
    """An amount in millions, and one that its cell shows in millions."""
    own, other = planting.who("shinkin#21"), planting.who("shinkin#22")
    answers = planting.campaign.answers[own]
    size = int(planting.campaign.roster[own]["size"]) // 10**6
    form = planting.form(own, "millions")
    planting.cover(form, size=size)
    institution = {**answers["institution"], "size": size}
    filled = planting.campaign.note_filled(
        f"{own}-millions", {**answers, "institution": institution}
    )
    sent = planting.file(
        "回答票.xlsx", own, form, filled=filled, states={"1": "accepted_with_warnings"}
    )
    planting.mail("shinkin21-1", own, planting.day(11, 18), sent)
    shown = planting.form(other, "shown")
    (cover,) = tables(shown, "cssa:cover")
    book = load_workbook(shown)
    book[cover.sheet][cover.address("institution.size", "value")].number_format = '#,##0,,"百万円"'
    book.save(shown)
    sent = planting.file("回答票.xlsx", other, shown)  # shown with its unit, so that it is clear
    planting.mail("shinkin22-1", other, planting.day(11, 18), sent)
