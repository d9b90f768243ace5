"""Words and figures of a workbook in its language."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Tier
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import rounded
from cssa.engine.result import Coverage, DomainResult, OverallResult, SectionResult
from cssa.excel.sheet import StyledCell, Value
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import Word
from cssa.reports.domain_view import DomainView
from cssa.reports.phrases import Phrase, format_ratio, in_language, lowest_level, tier_name
from cssa.reports.practice_view import PracticeView


class CellWords:
    """Words what a workbook shows, in one language.

    Args:
        lang: the language.
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._typography = TYPOGRAPHY[lang]
        self.space = self._typography.space

    def __call__(self, code: str, **params: object) -> str:
        """Return a message.

        Args:
            code: its key.
            params: values for its placeholders.
        """
        return message(self.lang, code, params)

    def text(self, text: AnyText | Phrase | Word | str | None) -> str:
        """Return a text in the language, nothing where there is none."""
        return "" if text is None else in_language(text, self.lang)

    def tier(self, checklist: Checklist, tier: Tier) -> str:
        """Return what a checklist calls a tier, else the program's word."""
        return tier_name(checklist, tier, self.lang)

    def score(self, value: Fraction | None, digits: int) -> Value | StyledCell:
        """Return a score as a number; where there is none, that nothing is scored, never 0.

        Args:
            value: exact.
            digits: decimals that it is rounded to.
        """
        number = rounded(value, digits)
        return StyledCell(self("figure.none"), "center") if number is None else number

    def lowest_level(
        self, figures: DomainView | DomainResult | SectionResult | OverallResult
    ) -> int | StyledCell:
        """Return a lowest level as a number; where there is none, why or a dash.

        Args:
            figures: of a domain, a section or the whole.
        """
        if figures.level is not None:
            return figures.level
        return StyledCell(self.text(lowest_level(None, figures.level_reason)), "center")

    def listed(self, codes: Iterable[str]) -> str:
        """Return messages as a list."""
        return self._typography.join(map(self, codes))

    def join(self, texts: Iterable[AnyText | Phrase | Word | str]) -> str:
        """Return texts as a list."""
        return self._typography.join(map(self.text, texts))

    def day(self, value: date | None) -> str:
        """Return a date in words; where there is none, that it is not stated."""
        return self("report.not_stated") if value is None else self._typography.date(value)

    def labelled(self, code: str, value: object) -> str:
        """Return a value after its label.

        Args:
            code: message of the label.
            value: the value.
        """
        return self._typography.labelled(self(code), value)

    def in_brackets(self, text: str) -> str:
        """Return a text in brackets, to follow another."""
        return self._typography.in_brackets(text)

    def practice_name(self, practice: PracticeView) -> str:
        """Return a practice's number and title."""
        return f"{practice.shown_id} {self.text(practice.title)}"


def answered_share(coverage: Coverage) -> str:
    """Return the share of practices in scope that are not unanswered, in whole per cent."""
    return format_ratio(coverage.in_scope - coverage.unanswered, coverage.in_scope)
