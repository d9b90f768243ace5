"""What is typed into a field of a form, as values, or as what is wrong with it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import ValidationError

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import Done, Institution
from cssa.interview.dates import DateDoubt, doubt_about
from cssa.interview.parsing import clean_lines, normalized, parse_date, parse_ratio
from cssa.interview.words import Words
from cssa.tui.form import FieldProblem

Parse = Callable[[str], Any]
"""Returns a value, None for an empty field, or a ``FieldProblem``."""


class Entries:
    """Reads fields.

    Args:
        words: the language of what is said.
        today: the date that "today" means.
    """

    def __init__(self, words: Words, today: date) -> None:
        self._words = words
        self._today = today

    def needed(self, parse: Parse) -> Parse:
        """Return a function that also wants something to be there."""

        def parse_needed(text: str) -> Any:
            value = parse(text)
            if value in (None, ""):
                return FieldProblem(self._words.message("screen.form.needed"))
            return value

        return parse_needed

    @staticmethod
    def text(text: str) -> str | None:
        """Return free text; None where there is none."""
        return clean_lines(text) or None

    def date(self, *, is_ahead: bool = False) -> Parse:
        """Return a function that reads a date.

        Args:
            is_ahead: the date is one to come, as a review date; others have passed.
        """

        def parse(text: str) -> date | FieldProblem | None:
            entry = normalized(text)
            if not entry:
                return None
            entered = parse_date(entry, self._today)
            if entered is None:
                return FieldProblem(self._words.message("assess.wrong.date", found=entry))
            doubt = doubt_about(entered, self._today, is_ahead=is_ahead)
            if doubt is None:
                return entered
            if doubt is DateDoubt.YEAR:
                return FieldProblem(self._words.message("assess.wrong.year", found=entered))
            code = f"screen.form.{doubt.value}"
            text = self._words.message(code, date=entered, today=self._today)
            return FieldProblem(text, entered)

        return parse

    def institution_id(self, text: str) -> str | FieldProblem | None:
        """Return an institution's id; the T of a registration number is left out."""
        entry = normalized(text).removeprefix("T")
        if not entry:
            return None
        try:
            Institution(id=entry, name="-", sector="x")
        except ValidationError:
            return FieldProblem(self._words.message("assess.wrong.id", found=entry))
        return entry

    def function(self, text: str) -> str | FieldProblem | None:
        """Return the name of a function or department."""
        name = " ".join(clean_lines(text).split())
        if not name or is_placeholder(name):
            return FieldProblem(self._words.message("screen.form.needed"))
        return name

    def ratio(self, text: str) -> Done | FieldProblem | None:
        """Return how many of how many are done."""
        entry = normalized(text)
        if not entry:
            return None
        ratio = parse_ratio(entry)
        if ratio is None:
            return FieldProblem(self._words.message("assess.wrong.done", found=entry))
        return Done(n=ratio[0], of=ratio[1])
