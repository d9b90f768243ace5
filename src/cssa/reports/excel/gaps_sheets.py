"""The report's sheets of gaps in order of work, of treatments and of findings."""

from collections.abc import Iterator, Mapping

from cssa.answers.submission import Answer
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports import phrases
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.report_view import ReportView

AnswerLinks = Mapping[str, str]
"""Links to the answers, by the practices' numbers."""


def widths(view: ReportView, words: CellWords) -> tuple[float, ...]:
    """Return the widths of the gaps' columns, in characters."""
    return tuple(column.width for column in _columns(view, words))


def treatment_widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the treatments' columns, in characters."""
    return tuple(column.width for column in _treatment_columns(words))


def finding_widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the findings' columns, in characters."""
    return tuple(column.width for column in _finding_columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks) -> None:
    """Write the gaps in the order of work.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.filtered_table(_columns(view, words), _rows(view, words, links))
    if not view.gaps:
        sheet.paragraph(words("report.priorities.none"))
    sheet.paragraph(words.text(view.gaps_note), "soft")
    if view.answer_first:
        sheet.heading(words("report.h.answer_first"))
    for gap in view.answer_first:
        why = words.join(phrases.why(code, view.result.scale) for code in gap.why)
        sheet.paragraph(f"{gap.rank}. {words.practice_name(gap.practice)} · {why}")


def write_treatments(
    sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks
) -> None:
    """Write accepted risks and alternative measures, by their review date.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.filtered_table(_treatment_columns(words), _treatments(view, words, links))
    if not view.treatments:
        sheet.paragraph(words("report.treatment.none"))


def write_findings(
    sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks
) -> None:
    """Write the findings.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.filtered_table(_finding_columns(words), _findings(view, words, links))
    if not view.findings:
        sheet.paragraph(words("report.none"))


def _linked(practice_id: str, shown_id: str, links: AnswerLinks) -> StyledCell:
    """Return a practice's number as a link to its answer."""
    return StyledCell(shown_id, "link", links[practice_id])


def _columns(view: ReportView, words: CellWords) -> list[SheetColumn]:
    plan = [
        SheetColumn(words("report.plan.owner"), 18),
        SheetColumn(words("report.plan.due"), 12),
        SheetColumn(words("report.plan.action"), 34),
        SheetColumn(words("report.plan.status"), 10, "center"),
    ]
    return [
        SheetColumn(words("report.sheet.rank"), 7, "center", repeated=True),
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 34),
        SheetColumn(words("report.column.domain"), 20),
        SheetColumn(words("report.sheet.level"), 9, "center"),
        SheetColumn(words("report.column.target"), 8, "center"),
        SheetColumn(words("report.sheet.gap"), 9, "below"),
        *(plan if view.has_plans else ()),
        SheetColumn(words("report.sheet.why"), 26),
        SheetColumn(words("report.next"), 56),
        SheetColumn(words("report.usual_owner"), 18),
        *([SheetColumn(words("report.column.performer"), 14)] if view.performers else ()),
        SheetColumn(words("report.effort"), 9, "center"),
    ]


def _rows(view: ReportView, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for gap in view.gaps:
        practice, result = gap.practice.definition, gap.practice.result
        yield [
            gap.rank,
            _linked(practice.id, practice.shown_id, links),
            words.text(practice.title),
            words.text(gap.domain_title),
            result.level if result.level is not None else words(f"status.{result.status}"),
            result.target,
            result.gap,
            *(_plan(gap.practice.answer, words) if view.has_plans else ()),
            words.join(phrases.why(code, view.result.scale) for code in gap.why),
            words.text(gap.practice.next_step),
            words(f"owner.{practice.owner}"),
            *([_performer(gap.practice.answer, words)] if view.performers else ()),
            words(f"report.effort.{practice.effort}"),
        ]


def _performer(answer: Answer, words: CellWords) -> str:
    return words(f"performer.{answer.performed_by or 'unstated'}")


def _plan(answer: Answer, words: CellWords) -> Row:
    plan = answer.plan
    if plan is None:
        return [None] * 4
    return [plan.owner, plan.due, plan.action, words(f"planning.status.{plan.status}")]


def _treatment_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 34),
        SheetColumn(words("report.sheet.level"), 9, "center"),
        SheetColumn(words("report.sheet.kind"), 14),
        SheetColumn(words("report.sheet.measure"), 56),
        SheetColumn(words("report.sheet.approved_by"), 20),
        SheetColumn(words("report.column.approved"), 12),
        SheetColumn(words("report.column.review_by"), 12),
        SheetColumn(words("report.sheet.state"), 13, "center"),
    ]


def _treatments(view: ReportView, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for treatment in view.treatments:
        practice, result = treatment.practice, treatment.practice.result
        yield [
            _linked(practice.id, practice.shown_id, links),
            words.text(practice.title),
            result.level if result.level is not None else words(f"status.{result.status}"),
            words(f"report.treatment.{treatment.kind}"),
            treatment.measure,
            treatment.approved_by,
            treatment.approved_on,
            treatment.review_by,
            words(f"report.treatment.{treatment.state}"),
        ]


def _finding_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11),
        SheetColumn(words("report.column.practice"), 44),
        SheetColumn(words("report.column.finding"), 84),
    ]


def _findings(view: ReportView, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for finding in view.findings:
        yield [
            _linked(finding.practice_id, finding.shown_id, links)
            if finding.practice_id and finding.shown_id
            else words("report.overall"),
            words.text(finding.title),
            words.text(finding.text),
        ]
