"""The rows that an institution names itself: added, renamed and removed one at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.row_lists import MAX_NAME, MAX_ROWS, NamedRow, RowList, new_row_id
from cssa.interview.dialogue import StepBack
from cssa.interview.parsing import normalized
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session


class _Entry(NamedTuple):
    """A line typed at a list of rows.

    Attributes:
        number: the row that it concerns, None for a new one.
        name: its new name, empty to remove it.
    """

    number: int | None
    name: str


class RowEditor:
    """Asks for the rows of a list; each change is saved at once.

    Args:
        saver: saves them.
        row_list: the list.
    """

    def __init__(self, saver: AnswerSaver, row_list: RowList) -> None:
        self._saver = saver
        self._dialogue = saver.dialogue
        self._list = row_list

    def run(self) -> None:
        """Ask until an empty line.

        Raises:
            InterviewLeft: when the user quits.
        """
        dialogue = self._dialogue
        dialogue.show_item(dialogue.text(self._list.title), indent=0, hang=0)
        dialogue.show_item(dialogue.text(self._list.prompt), indent=0, hang=0)
        while True:
            for number, row in enumerate(self._rows, 1):
                dialogue.show_numbered(number, row.name)
            try:
                entry = dialogue.ask(
                    "assess.prompt.rows", "assess.help.rows", self._parse, "assess.wrong.rows"
                )
            except StepBack:
                return
            if entry is None:
                return
            self._apply(entry)

    @property
    def _rows(self) -> tuple[NamedRow, ...]:
        return self._saver.session.submission.lists.get(self._list.id, ())

    def _parse(self, line: str) -> _Entry | None:
        """Return a new name, ``NUMBER NAME`` for a row renamed, ``-NUMBER`` for one removed."""
        text, rows = " ".join(line.split()), self._rows
        entry = normalized(line)
        if entry.startswith("-"):
            number = self._number(entry[1:].strip())
            return None if number is None else _Entry(number, "")
        first, _, rest = text.partition(" ")
        number = self._number(normalized(first)) if rest else None
        name = rest if number is not None else text
        others = [row for index, row in enumerate(rows, 1) if index != number]
        is_one_too_many = number is None and len(rows) >= MAX_ROWS
        if is_one_too_many or not is_row_name(name, others):
            return None
        return _Entry(number, name)

    def _number(self, text: str) -> int | None:
        is_number = text.isdecimal() and 0 < int(text) <= len(self._rows)
        return int(text) if is_number else None

    def _apply(self, entry: _Entry) -> None:
        rows = list(self._rows)
        if entry.number is None:
            taken = [row.id for row in rows]
            rows.append(NamedRow(id=new_row_id(taken), name=entry.name))
            self._save(rows)
        elif entry.name:
            renamed = rows[entry.number - 1]
            rows[entry.number - 1] = renamed.model_copy(update={"name": entry.name})
            self._save(rows)
        else:
            removed = rows.pop(entry.number - 1)
            answers = answers_without_row(self._saver.session, self._list.id, removed.id)
            params = {"count": len(answers)} if answers else {}
            name = "row_removed" if answers else "row_unused"
            if self._dialogue.confirm(name, row=removed.name, **params):
                self._save(rows, answers)
            else:
                self._dialogue.show("assess.left_as_is")

    def _save(
        self, rows: Sequence[NamedRow], answers: dict[str, Answer | None] | None = None
    ) -> None:
        name = self._dialogue.text(self._list.title)
        if self._saver.save_rows(self._list.id, tuple(rows), answers or {}, name=name):
            self._dialogue.show("assess.saved_item")


def is_row_name(name: str, others: Sequence[NamedRow]) -> bool:
    """Return whether a name can be given to a row beside others."""
    is_known = name.casefold() in (other.name.casefold() for other in others)
    return not is_known and 0 < len(name) <= MAX_NAME and name.isprintable()


def answers_without_row(session: Session, list_id: str, row_id: str) -> dict[str, Answer | None]:
    """Return the answers that have a row, as they are without it; None for none left.

    Args:
        session: the state of the interview.
        list_id: the list that the row is in.
        row_id: the row.
    """
    without: dict[str, Answer | None] = {}
    for placed in session.edition.checklist.walk():
        answer = session.answer(placed.practice.id)
        if placed.practice.rows_from != list_id or answer is None:
            continue
        rows = dict(answer.rows or {})
        if rows.pop(row_id, None) is not None:
            left = answer.model_copy(update={"rows": rows or None})
            without[placed.practice.id] = None if left == NO_ANSWER else left
    return without
