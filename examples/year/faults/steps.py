"""Faults of what follows: replies, corrections, runs that would remove much, late corrections."""

import json
import shutil
from copy import deepcopy

from writers import enter

from faults.planting import Planting, Sent, fault
from forms import Cell, tables

WRONG = "実施済みです"
OWN = "契約書のひな形を確認した日をお知らせください。"


@fault("F35", 1, "1", "shinkin#36", "shinkin#37", "shinkin#38")
def forms_that_are_asked_about(planting: Planting) -> None:
    """Three forms without a fault."""
    for number in (36, 37, 38):
        own = planting.who(f"shinkin#{number}")
        form = planting.file("回答票.xlsx", own)
        planting.mail(f"shinkin{number}-1", own, planting.day(11, 16), form)


@fault("F35", 1, "letters")
def own_question(planting: Planting) -> None:
    """The office asks a question of its own."""
    own = planting.who("shinkin#37")
    planting.review({"institution": own, "practice": "2.6-8", "question": OWN})
    planting.campaign.try_run()


@fault("F35", 1, "2")
def reply_of_another(planting: Planting) -> None:
    """The reply form of one institution with ID and name of another written over."""
    own, other = planting.who("shinkin#36"), planting.who("shinkin#37")
    asked_on = planting.campaign.story["asked_on"]
    source = planting.campaign.out / "queries" / asked_on / f"{other}-reply-{asked_on}.xlsx"
    form = planting.campaign.sent(f"{own}-wrong-reply")
    shutil.copy(source, form)
    (table,) = tables(form, "cssa:reply")
    number = next(number for number, row in enumerate(table.cells) if row[0] == "cssa:institution")
    row = next(iter(key for key in table.rows if " " in key))
    place = table._replace(rows={**table.rows, "": number})
    enter(
        form,
        [
            Cell(table.sheet, place.address("", "title"), "s", own),
            Cell(table.sheet, place.address("", "asked"), "s", planting.name(own)),
            Cell(table.sheet, table.address(row, "reply"), "s", WRONG),
            Cell(table.sheet, table.address(row, "level"), "s", "3"),
        ],
    )
    path = planting.mail("shinkin36-2", own, planting.day(11, 30), Sent("返信票.xlsx", form, own))
    planting.noted(f"inbox/{path}!返信票.xlsx").update(is_reply=True, states={"2": "held"})


@fault("F36", 1, "3")
def approved_by_the_same_person(planting: Planting) -> None:
    """The run refuses a correction by one person, and takes it from two."""
    own = planting.who("shinkin#38")
    entry: dict[str, str | int | None] = {
        "institution": own, "practice": "2.3.1-2", "outcome": "訂正", "level": 2,
        "ground": "電話で確認", "on": "2026-12-01", "by": "田中 一郎", "approved_by": "田中　一郎",
    }  # fmt: skip
    planting.review(entry)
    planting.refused_run("correction by one person")
    planting.review({**entry, "approved_by": "佐藤 花子"})
    planting.correction(own, "2.3.1-2", 2, "佐藤 花子")


@fault("F35", 1, "3")
def reply_not_taken(planting: Planting) -> None:
    """The wrong reply is in no case."""
    for number in (36, 37):
        path = (
            planting.campaign.out
            / "private"
            / "cases"
            / f"{planting.who(f'shinkin#{number}')}.json"
        )
        questions = json.loads(path.read_bytes())["questions"] if path.exists() else []
        is_taken = any((question["reply"] or {}).get("text") == WRONG for question in questions)
        planting.observe(f"reply of another institution in case {number}", holds=not is_taken)


@fault("F37", 2, "1", "shinkin#39")
def not_applicable_before(planting: Planting) -> None:
    """A form with a practice that is not applicable, and one that is not adopted."""
    own = planting.who("shinkin#39")
    filled = deepcopy(planting.campaign.answers[own])
    filled["answers"]["2.3.2-3"] = {"na": True, "reason": "サードパーティに委託していない"}
    filled["answers"]["2.1.5-a"] = {"not_adopted": True, "reason": "規模に照らして見送る"}
    form = planting.campaign.refilled(own, f"{own}-na", own, filled)
    kept = planting.filled(f"{own}-na")
    sent = planting.file("回答票.xlsx", own, form, filled=kept)
    planting.mail("shinkin39-1", own, planting.day(11, 18), sent)


@fault("F37", 2, "3")
def corrected_to_a_level(planting: Planting) -> None:
    """What is not applicable or not adopted is corrected to a level, which has to be there."""
    own = planting.who("shinkin#39")
    entry: dict[str, str | int | None] = {
        "institution": own, "practice": "2.3.2-3", "outcome": "訂正", "level": 3,
        "ground": "サードパーティ研修を実施。該当なしは誤り", "on": "2027-12-01", "by": "鈴木",
        "approved_by": "佐藤",
    }  # fmt: skip
    planting.review(entry, {**entry, "practice": "2.1.5-a", "level": None})
    planting.refused_run("correction without a level")
    planting.review({**entry, "practice": "2.1.5-a", "level": 2})
    planting.correction(own, "2.3.2-3", 3, "佐藤")
    planting.correction(own, "2.1.5-a", 2, "佐藤")


@fault("F39", 2, "1", "shinkin#40")
def as_published(planting: Planting) -> None:
    """The form whose answers are published."""
    own = planting.who("shinkin#40")
    planting.mail("shinkin40-1", own, planting.day(11, 12), planting.file("回答票.xlsx", own))


@fault("F39", 2, "4")
def corrected_and_sent_again(planting: Planting) -> None:
    """A correction after the publication, and then the old form once more."""
    own = planting.who("shinkin#40")
    form, filled = planting.levels(own, "lower", {"2.3.4.2-1": -2, "2.5.2.1-1": -2})
    corrected = planting.file("回答票.xlsx", own, form, filled=filled)
    planting.mail("shinkin40-2", own, planting.day(1, 12), corrected)
    again = planting.file("回答票.xlsx", own, filled=None, states={"4": "duplicate"})
    planting.mail("shinkin40-3", own, planting.day(1, 20), again)


@fault("F40", 2, "1", "shinkin#1")
def unchanged_from_last_year(planting: Planting) -> None:
    """Every answer as last year, the day of the assessment too."""
    own = planting.who("shinkin#1")
    previous = planting.campaign.previous
    assert previous is not None
    filled = deepcopy(previous.answers[own])
    filled |= {"campaign": str(planting.campaign.year), "assessed_on": "2026-10-05"}
    form = planting.campaign.refilled(own, f"{own}-same", own, filled)
    sent = planting.file("回答票.xlsx", own, form, filled=planting.filled(f"{own}-same"))
    planting.mail("shinkin01-1", own, planting.day(11, 18), sent)


@fault("F40", 2, "2")
def folder_not_mounted(planting: Planting) -> None:
    """The folder of mails is not there: the run stops, and everything stays as it was."""
    campaign = planting.campaign
    away = campaign.folder / "not-mounted"
    (campaign.inbox / "mail").rename(away)
    planting.refused_run("folder not mounted")
    away.rename(campaign.inbox / "mail")
    ledger = json.loads((campaign.out / "private" / "ledger.json").read_bytes())
    own = planting.who("shinkin#1")
    row = next(row for row in ledger["institutions"] if row["id"] == own)
    same = row["unchanged"]["same"] == row["unchanged"]["of"]
    planting.observe("all answers as in the previous campaign", holds=same)
    case = json.loads((campaign.out / "private" / "cases" / f"{own}.json").read_bytes())
    whole = any(question["practice"] is None for question in case["questions"])
    planting.observe("asked about the form as a whole", holds=whole)
