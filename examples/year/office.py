"""What institutions answer to query letters, and what the office makes of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from campaign import Campaign
from writers import enter

from forms import FIRST_DAY, Cell, tables


def fill_reply(form: Path, target: Path, *, corrects: bool) -> list[dict[str, Any]]:
    """Fill a reply form in; return what was entered for each question.

    Args:
        form: as it was sent.
        target: the filled one.
        corrects: whether the first answer with a level is corrected to one level less.
    """
    (table,) = tables(form, "cssa:reply")
    cells, replies = [], []
    for key, number in table.rows.items():
        practice, _, file = key.partition(" ")
        if not file:
            continue
        given = str(table.cells[number][table.columns["given"]])
        level = int(given[0]) - 1 if corrects and given[:1] in "12345" and given[:1] else None
        corrects = corrects and level is None
        entered = {"reply": "再確認しました。", "by": "システム部"}
        if level is not None:
            entered |= {"reply": "一段階下げて訂正します。", "level": str(level)}
        cells += [
            Cell(table.sheet, table.address(key, code), "s", value)
            for code, value in entered.items()
        ]
        replies.append({"practice": practice, "file": file, **entered})
    enter(form, cells, target)
    return replies


def settle(campaign: Campaign) -> None:
    """Enter into the review what the office makes of the replies.

    A reply settles its question. A level in it is approved, but for the first one, which waits.
    """
    review = campaign.out / "private" / "review.xlsx"
    (table,) = tables(review, "cssa:review")
    replies = {
        (reply["institution"], reply["practice"], reply["file"]): reply
        for reply in campaign.story.get("replies", ())
    }
    cells = []
    for key in table.rows:
        institution, _, rest = key.partition("/")
        practice, _, file = rest.partition("/")
        reply = replies.get((institution, practice, file))
        if reply is None:
            continue
        for code, value in _entered(campaign, reply).items():
            kind = "n" if isinstance(value, int) else "s"
            cells.append(Cell(table.sheet, table.address(key, code), kind, value))
    enter(review, cells)


def _entered(campaign: Campaign, reply: Mapping[str, Any]) -> dict[str, str | int]:
    """Return what is entered beside a reply, and note it where it is a correction."""
    entered: dict[str, str | int] = {"on": (campaign.day(12, 10).date() - FIRST_DAY).days}
    if "level" not in reply:
        return entered | {"outcome": "変更なし", "by": "担当"}
    entered["outcome"] = "訂正"
    corrections = campaign.story["corrections"]
    if corrections:
        entered["approved_by"] = "課長"
    corrections.append(
        {
            "institution": reply["institution"],
            "practice": reply["practice"],
            "after": int(reply["level"]),
            "file": reply["file"],
            "by": reply["by"],
            "approved_by": entered.get("approved_by"),
        }
    )
    return entered
