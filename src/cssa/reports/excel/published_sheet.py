"""The report's sheet of published figures beside answers."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.published_view import beside_text, figure_text
from cssa.reports.report_view import ReportView


def widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write a row for each share, by survey.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    sheet.filtered_table(_columns(words), _rows(view, words))
    sheet.paragraph(words("published.note"), "soft")


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("published.column.survey"), 26),
        SheetColumn(words("published.column.practices"), 36),
        SheetColumn(words("published.column.question"), 36),
        SheetColumn(words("published.column.option"), 30),
        SheetColumn(words("published.column.shares"), 14),
        SheetColumn(words("published.column.note"), 30),
        SheetColumn(words("published.column.standing"), 16),
        SheetColumn(words("published.column.population"), 44),
        SheetColumn(words("published.column.sources"), 44),
    ]


def _rows(view: ReportView, words: CellWords) -> Iterator[Row]:
    for beside in view.published:
        for question in beside.questions:
            answers = words(f"published.answers.{question.asked.answers}")
            asked = words.text(question.asked.question) + words.in_brackets(answers)
            for figure in question.asked.figures:
                standing = "first_hand" if figure.first_hand else "second_hand"
                yield [
                    words.text(beside.survey.title),
                    beside_text(question, words.lang),
                    asked,
                    words.text(figure.option),
                    figure_text(figure, words.lang),
                    words.text(figure.note),
                    words(f"published.{standing}"),
                    words.text(beside.facts),
                    "\n".join(figure.sources),
                ]
