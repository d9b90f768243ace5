"""Words and figures of the workbook in its language."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from cssa.datafile.types import Text
from cssa.engine.aggregate import rounded
from cssa.engine.result import Coverage
from cssa.excel.sheet import StyledCell, Value
from cssa.messages import Lang, message
from cssa.reports.phrases import Phrase, put, ratio
from cssa.reports.practice_view import PracticeView


class CellWords:
    """Says what the report says in one language.

    Args:
        lang: the language.
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.space = "" if lang == "ja" else " "
        self._comma = "、" if lang == "ja" else ", "

    def __call__(self, code: str, **params: object) -> str:
        """Return a message."""
        return message(self.lang, code, params)

    def of(self, words: Text | Phrase | str | None) -> str:
        """Return a text in the language, nothing where there is none."""
        return "" if words is None else put(words, self.lang)

    def score(self, value: Fraction | None, digits: int) -> Value | StyledCell:
        """Return a figure as a number; in words that there is nothing to score, never as 0."""
        number = rounded(value, digits)
        return StyledCell(self("figure.none"), "center") if number is None else number

    def list(self, codes: Iterable[str]) -> str:
        """Return several messages as a list."""
        return self._comma.join(map(self, codes))

    def join(self, texts: Iterable[Text | Phrase | str]) -> str:
        """Return several texts as a list."""
        return self._comma.join(map(self.of, texts))

    def day(self, value: date | None) -> str:
        """Return a date in words."""
        if value is None:
            return self("report.not_stated")
        japanese = f"{value.year}年{value.month}月{value.day}日"
        return japanese if self.lang == "ja" else value.isoformat()

    def pair(self, code: str, value: object) -> str:
        """Return a label with what it names."""
        return f"{self(code)}：{value}" if self.lang == "ja" else f"{self(code)}: {value}"

    def aside(self, text: str) -> str:
        """Return a text in brackets, to stand after another."""
        return f"（{text}）" if self.lang == "ja" else f" ({text})"

    def named(self, line: PracticeView) -> str:
        """Return a practice's number and title."""
        return f"{line.practice.id} {self.of(line.practice.title)}"


def answered(coverage: Coverage) -> str:
    """Return the share of what is in scope that is not unanswered."""
    return share(coverage.in_scope - coverage.unanswered, coverage.in_scope)


def share(count: int, of: int) -> str:
    """Return a share as whole per cent, or a dash."""
    return ratio(count / of if of else None)
