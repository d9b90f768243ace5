"""Reading the rows of one practice into an answer, or into problems to fix."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from cssa.answers.performers import performer_words, read_performer
from cssa.answers.submission import PLAN_STATUSES
from cssa.checklist.kinds.kind import Accepts, Part
from cssa.checklist.practice import Practice
from cssa.errors import Problem
from cssa.excel.cell_values import (
    CellValue,
    as_code,
    as_count,
    as_date,
    as_month,
    as_text,
    is_blank,
)
from cssa.forms.code_tables import RowEntry
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.labels import DISPOSITIONS, TICK, TREATMENTS, Labels, is_tick
from cssa.forms.layout import part_key
from cssa.forms.point_numbers import read_point_numbers
from cssa.messages import fitting
from cssa.messages.wording import CodedWord, Word, WordList, coded_words

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
_TREATMENT = ("kind", "measure", "approved_by", "approved_on", "review_by")
_REVIEW = ("line", "level", "by", "on")


def row_keys(practice: Practice) -> Iterator[str]:
    """Yield the keys of a practice's rows: its own, then those of its options or rows."""
    yield practice.id
    for part in practice.question_kind.parts(practice):
        if part.id is not None:
            yield part_key(practice.id, part.id)


def row_numbers(practice: Practice) -> Iterator[str]:
    """Yield the numbers that the same rows show: the source's, where it has one."""
    for key in row_keys(practice):
        yield practice.shown_id + key.removeprefix(practice.id)


class RowReader:
    """Reads the row of one practice, and those of its parts.

    Args:
        labels: the meanings of words.
        gathered: takes values and problems.
        practice: the practice.
        entry: its row.
    """

    def __init__(
        self, labels: Labels, gathered: GatheredValues, practice: Practice, entry: RowEntry
    ) -> None:
        self._labels = labels
        self._gathered = gathered
        self._practice = practice
        self._entry = entry
        self._cells = entry.cells
        self._path = ("answers", practice.id)

    def read(self, entries: Mapping[str, RowEntry]) -> None:
        """Read all entries on the practice.

        Args:
            entries: rows by key, for its parts.
        """
        self._gathered.rows[self._path] = self._entry
        # where to fix the answer, even if blank
        self._gathered.places[self._path] = self._entry.place("answer")
        if not self._cells and not self._practice.question_kind.has_parts(self._practice):
            return
        self._answer(entries)
        written = {code.partition(".")[0] for code in self._cells}
        if "disposition" in written or "reason" in written:
            self._disposition()
        for code in ("note", "by"):
            if code in written:
                self._add(code, self._text(code), code)
        for group, read in self._READERS.items():
            if group in written:
                read(self)

    def _code(self, code: str) -> str:
        return as_code(self._cells[code]) if code in self._cells else ""

    def _text(self, code: str) -> str | None:
        return as_text(self._cells[code]) if code in self._cells else None

    def _date(self, code: str, *, month_alone: bool = False) -> date | None:
        """Return the date in a cell.

        Args:
            code: the column.
            month_alone: whether a month without a day stands for its first day, with a note.
        """
        if code not in self._cells:
            return None
        month = as_month(self._cells[code]) if month_alone else None
        if month is not None:
            params = {"found": shortened(as_text(self._cells[code])), "day": month.isoformat()}
            self._gathered.notes.append(
                Problem("form.month_alone", params, self._entry.place(code))
            )
            return month
        from_1904 = self._entry.table.grid.from_1904
        day: date | None = self._typed(
            code, lambda cell: as_date(cell, from_1904=from_1904), "not_a_date"
        )
        return day

    def _count(self, code: str) -> int | None:
        count: int | None = self._typed(code, as_count, "not_a_count")
        return count

    def _typed(self, code: str, read: Callable[[CellValue], Any], problem: str) -> Any:
        cell = self._cells.get(code, "")
        if is_blank(cell):
            return None
        value = read(cell)
        if value is None:
            self._refuse(problem, code, found=shortened(as_text(cell)))
        return value

    def _add(self, name: str, value: Any, code: str, *more: str | int) -> None:
        if value is not None:
            self._gathered.add((*self._path, name, *more), value, self._entry.place(code))

    def _refuse(self, problem: str, code: str, /, **params: object) -> None:
        place = self._entry.place(code)
        facts = {"practice": self._practice.shown_id, **params}
        self._gathered.refuse(problem, place, **fitting(f"form.{problem}", facts))

    def _quoted(self, code: str) -> str:
        """Return what was typed into a cell, for a message."""
        return shortened(as_text(self._cells.get(code, "")))

    def _unknown(self, code: str, known: Iterable[Word]) -> None:
        expected = WordList(tuple(known))
        self._refuse("unknown_choice", code, found=self._quoted(code), expected=expected)

    def _answer(self, entries: Mapping[str, RowEntry]) -> None:
        """Read the answer from the cells of all parts of the question."""
        parts = self._question_parts
        own = next((part.accepts for part in parts if part.id is None), None)
        none = own == "none" and self._none()
        if own == "text":
            self._add(self._field, self._text("answer"), "answer")
        elif own is None and self._code("answer"):
            self._refuse("not_used", "answer", found=self._quoted("answer"))
        elif own not in (None, "none"):
            self._own_entry(own)
        marked = list(self._parts(parts, entries))
        if none and marked:
            self._refuse("none_and_ticks", "answer", found=self._quoted("answer"))
        if none or marked:
            self._check_exclusive(marked)
            self._add(self._field, marked, "answer")

    def _parts(self, parts: Sequence[Part], entries: Mapping[str, RowEntry]) -> Iterator[str]:
        """Read the rows of options and rows; yield the ids of the options that are marked."""
        marks = 0
        for part in parts:
            entry = part.id and entries.get(part_key(self._practice.id, part.id))
            if not part.id or not entry:
                continue
            if part.accepts == "option":
                self._row(part.id, entry)
            elif part.accepts == "number":
                self._row_number(part.id, entry)
            elif self._is_marked(entry):
                path = (*self._path, self._field, marks)
                self._gathered.places[path] = entry.place("answer")
                marks += 1
                yield part.id

    @property
    def _question_parts(self) -> tuple[Part, ...]:
        return self._practice.question_kind.parts(self._practice)

    @property
    def _field(self) -> str:
        return self._practice.question_kind.answer_field

    def _own_entry(self, accepts: Accepts | None) -> None:
        """Read a level, an option or a number from the practice's own cell."""
        practice, labels, text = self._practice, self._labels, self._code("answer")
        if not text:
            self._refuse_disposition_in("note")
        elif accepts == "level":
            self._add(self._field, self._level("answer"), "answer")
        elif accepts == "option":
            choice = labels.read_option(practice, text)
            if choice is None and not self._refuse_disposition_in("answer"):
                self._unknown("answer", labels.option_words(practice))
            self._add(self._field, choice, "answer")
        elif _NUMBER.fullmatch(text.replace(",", "")):
            self._add(self._field, text.replace(",", ""), "answer")
        elif not self._refuse_disposition_in("answer"):
            self._refuse("not_a_number", "answer", found=self._quoted("answer"))

    def _none(self) -> bool:
        """Return whether the practice's own cell has something, which must be "none of these"."""
        text = self._code("answer")
        is_none = text and self._labels.read_word("none", ("none",), text) is not None
        if text and not is_none and not self._refuse_disposition_in("answer"):
            self._unknown("answer", [CodedWord("form.none.none")])
        return bool(text)

    def _is_marked(self, entry: RowEntry) -> bool:
        typed = entry.cells.get("answer", "")
        text = as_code(typed)
        if text and not is_tick(text):
            found = shortened(as_text(typed))
            place = entry.place("answer")
            self._gathered.refuse("unknown_choice", place, found=found, expected=TICK)
        return is_tick(text)

    def _row(self, row_id: str, entry: RowEntry) -> None:
        """Read the option chosen for a row of the question."""
        labels, practice, place = self._labels, self._practice, entry.place("answer")
        typed = entry.cells.get("answer", "")
        text = as_code(typed)
        if not text:
            return
        choice = labels.read_option(practice, text)
        if choice is None:
            known = WordList(tuple(labels.option_words(practice)))
            found = shortened(as_text(typed))
            self._gathered.refuse("unknown_choice", place, found=found, expected=known)
        else:
            self._gathered.add((*self._path, self._field, row_id), choice, place)

    def _row_number(self, row_id: str, entry: RowEntry) -> None:
        """Read the number entered in a row of the question."""
        typed, place = entry.cells.get("answer", ""), entry.place("answer")
        number = as_code(typed).replace(",", "")
        if not number:
            return
        if _NUMBER.fullmatch(number):
            self._gathered.add((*self._path, self._field, row_id), number, place)
        else:
            self._gathered.refuse("not_a_number", place, found=shortened(as_text(typed)))

    def _level(self, code: str) -> int | None:
        """Return the level in a cell, None where there is none that can be read."""
        if not self._code(code):
            return None
        level = self._labels.read_level(as_text(self._cells[code]))
        if level is None and not (code == "answer" and self._refuse_disposition_in(code)):
            expected = self._labels.level_ends
            self._refuse("unknown_level", code, found=self._quoted(code), expected=expected)
        return level

    def _refuse_disposition_in(self, code: str) -> bool:
        """Refuse a word such as "Not applicable" in a column that is not its own."""
        text = self._code(code)
        disposition = text and self._labels.read_word("disposition", DISPOSITIONS, text)
        if not disposition or self._code("disposition"):
            return False
        offered = disposition in self._labels.dispositions(self._practice)
        params = {"found": self._quoted(code), "column": CodedWord("form.column.disposition")}
        self._refuse("disposition_elsewhere" if offered else "not_offered", code, **params)
        return True

    def _check_exclusive(self, chosen: list[str]) -> None:
        words = self._labels.option_words(self._practice)
        exclusive = [
            word
            for option, word in zip(self._practice.options, words, strict=True)
            if option.exclusive and option.id in chosen
        ]
        if exclusive and len(chosen) > 1:
            self._refuse("exclusive", "answer", found=exclusive[0])

    def _disposition(self) -> None:
        labels, gathered = self._labels, self._gathered
        text, reason = self._code("disposition"), self._text("reason")
        answered = self._code("answer")
        if not text:
            if reason is not None and reason.strip() and not self._is_odd("disposition"):
                self._refuse("reason_alone", "reason", found=shortened(reason))
            return
        code = labels.read_word("disposition", DISPOSITIONS, text)
        offered, typed = labels.dispositions(self._practice), self._quoted("disposition")
        if code is None:
            if labels.read_level(text) is not None:
                self._refuse("level_elsewhere", "disposition", found=typed)
            elif not offered:
                self._refuse("not_used", "disposition", found=typed)
            else:
                known = coded_words(f"form.disposition.{word}" for word in offered)
                self._unknown("disposition", known)
            return
        if code not in offered:
            self._refuse("not_offered", "disposition", found=typed)
            return
        path = (*self._path, self._field)
        if answered or path in gathered.places or self._field in self._given:
            answer = self._quoted("answer")
            problem = "two_answers" if answer else "two_answers.parts"
            self._refuse(problem, "answer", answer=answer, found=typed)
        self._add(code, True, "disposition")
        if reason is None or not reason.strip():
            if not self._is_odd("reason"):
                self._refuse("reason_missing", "reason", found=typed)
        else:
            self._add("reason", reason, "reason")

    @property
    def _given(self) -> dict[str, Any]:
        given: dict[str, Any] = self._gathered.value.get("answers", {}).get(self._practice.id, {})
        return given

    def _last_done(self) -> None:
        self._add("last_done", self._date("last_done", month_alone=True), "last_done")

    def _performed_by(self) -> None:
        text = self._code("performed_by")
        if not text:
            return
        performer = read_performer(text)
        if performer is None:
            self._unknown("performed_by", performer_words())
        self._add("performed_by", performer, "performed_by")

    def _done(self) -> None:
        before = len(self._gathered.problems)
        n, of = self._count("done.n"), self._count("done.of")
        if len(self._gathered.problems) > before:
            return
        if (n is None) != (of is None):
            blank = "done.n" if n is None else "done.of"
            if not self._is_odd(blank):
                self._refuse("done_pair", blank)
        elif n is not None and of is not None:
            if n > of or not of:
                self._refuse("done_order", "done.n", n=n, of=of)
            self._add("done", {"n": n, "of": of}, "done.n")

    def _points(self) -> None:
        text, points = self._code("points"), self._practice.points
        if not text:
            return
        if not points:
            self._refuse("no_points", "points")
            return
        numbers = read_point_numbers(as_text(self._cells["points"]), len(points))
        if numbers is None:
            self._refuse("not_points", "points", found=self._quoted("points"), count=len(points))
            return
        self._add("points", [points[number - 1].id for number in numbers], "points")

    def _evidence(self) -> None:
        evidence: list[dict[str, Any]] = []
        slots = self._gathered.slots.setdefault((*self._path, "evidence"), [])
        number = 1
        while f"evidence.{number}.ref" in self._entry.table.columns:
            ref, day = f"evidence.{number}.ref", f"evidence.{number}.date"
            text, date_ = self._text(ref), self._date(day, month_alone=True)
            if text is not None:
                slots.append(number)
                evidence.append({"ref": text} if date_ is None else {"ref": text, "date": date_})
            elif date_ is not None:
                self._refuse("evidence_missing", ref, found=date_.isoformat())
            number += 1
        self._add("evidence", evidence or None, "evidence.1.ref")

    def _treatment(self) -> None:
        before = len(self._gathered.problems)
        text = self._code("treatment.kind")
        kind = self._labels.read_word("treatment", TREATMENTS, text) if text else None
        if text and kind is None:
            known = coded_words(f"form.treatment.{word}" for word in TREATMENTS)
            self._unknown("treatment.kind", known)
        given: dict[str, Any] = {
            "kind": kind,
            "measure": self._text("treatment.measure"),
            "approved_by": self._text("treatment.approved_by"),
            "approved_on": self._date("treatment.approved_on"),
            "review_by": self._date("treatment.review_by"),
        }
        if not any(value is not None for value in given.values()):
            return
        for name in _TREATMENT:
            code = f"treatment.{name}"
            if given[name] is None and not self._code(code) and not self._is_odd(code):
                column = CodedWord(f"form.column.{code}")
                self._refuse("treatment_missing", code, column=column)
        if len(self._gathered.problems) > before:
            return
        if given["review_by"] < given["approved_on"]:
            dates = {"found": given["review_by"], "other": given["approved_on"]}
            self._refuse("treatment_dates", "treatment.review_by", **dates)
        self._add("treatment", given, "treatment.kind")

    def _plan(self) -> None:
        before = len(self._gathered.problems)
        text = self._code("plan.status")
        status = self._labels.read_word("plan", PLAN_STATUSES, text) if text else None
        if text and status is None:
            known = coded_words(f"form.plan.{word}" for word in PLAN_STATUSES)
            self._unknown("plan.status", known)
        given: dict[str, Any] = {
            "owner": self._text("plan.owner"),
            "due": self._date("plan.due"),
            "action": self._text("plan.action"),
            "status": status,
            "budget": self._text("plan.budget"),
        }
        entered = {name: value for name, value in given.items() if value is not None}
        says_nothing = not entered or entered == {"status": "open"}
        if says_nothing or len(self._gathered.problems) > before:
            return
        if entered.keys() <= {"status", "budget"}:
            if not any(self._is_odd(f"plan.{name}") for name in ("owner", "due", "action")):
                self._refuse("plan_empty", "plan.action")
            return
        self._add("plan", entered, "plan.owner")

    def _is_odd(self, code: str) -> bool:
        return code in self._entry.odd

    def _reviews(self) -> None:
        reviews: list[dict[str, Any]] = []
        slots = self._gathered.slots.setdefault((*self._path, "review"), [])
        number = 1
        while f"review.{number}.line" in self._entry.table.columns:
            review = self._review(f"review.{number}")
            if review is not None:
                slots.append(number)
                reviews.append(review)
            number += 1
        self._add("review", reviews or None, "review.1.level")

    def _confirmed(self) -> None:
        text = self._code("confirmed")
        if text:
            if self._labels.read_word("confirmed", ("no",), text) is None:
                self._unknown("confirmed", [CodedWord("form.confirmed.no")])
            self._add("confirmed", False, "confirmed")

    def _review(self, prefix: str) -> dict[str, Any] | None:
        level = self._level(f"{prefix}.level")
        line = self._count(f"{prefix}.line")
        if line not in (None, 2, 3):
            self._refuse("review_line", f"{prefix}.line", found=line)
        given: dict[str, Any] = {
            "line": line,
            "level": level,
            "by": self._text(f"{prefix}.by"),
            "on": self._date(f"{prefix}.on"),
            "note": self._text(f"{prefix}.note"),
        }
        entered = {name: value for name, value in given.items() if value is not None}
        for name in _REVIEW if entered else ():
            code = f"{prefix}.{name}"
            if given[name] is None and not self._code(code) and not self._is_odd(code):
                column = CodedWord(f"form.column.review_{name}")
                self._refuse("review_missing", code, column=column)
        return entered or None

    _READERS: ClassVar[dict[str, Callable[["RowReader"], None]]] = {
        "last_done": _last_done,
        "performed_by": _performed_by,
        "done": _done,
        "points": _points,
        "evidence": _evidence,
        "treatment": _treatment,
        "plan": _plan,
        "review": _reviews,
        "confirmed": _confirmed,
    }
    """Readers of the columns that most rows leave empty, by the first part of their codes."""
