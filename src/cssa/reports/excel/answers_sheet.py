"""The report's sheet of every answer with its figures, note, evidence and reviews."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import FindingView, ReportView

_PAGE_BREAKS = (9, 13)
"""Columns that begin a printed page: after the figures, and after what was answered."""

_PRINT_SCALE = 66  # per cent
_FROZEN = 2


def widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> dict[str, str]:
    """Write the sheet; return the link to each practice's answer, by the practice's number.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    links: dict[str, str] = {}

    def rows() -> Iterator[Row]:
        for domain in view.domains:
            for section in domain.sections:
                for practice in section.practices:
                    links[practice.id] = sheet.reference(sheet.row, 0)
                    yield _row(practice, f"{domain.id} {words.text(domain.title)}", view, words)

    sheet.filtered_table(_columns(words), rows(), frozen=_FROZEN)
    # Fitting to the page would break between any two columns.
    sheet.worksheet.set_print_scale(_PRINT_SCALE)
    sheet.worksheet.set_v_pagebreaks(_PAGE_BREAKS)
    sheet.worksheet.print_across()  # the pages of the same practices follow each other
    return links


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 32),
        SheetColumn(words("report.column.domain"), 18),
        SheetColumn(words("report.sheet.tier"), 12),
        SheetColumn(words("report.sheet.status"), 12),
        SheetColumn(words("report.sheet.level"), 8, "center"),
        SheetColumn(words("report.sheet.meaning"), 34),
        SheetColumn(words("report.column.target"), 8, "center"),
        SheetColumn(words("report.sheet.gap"), 9, "below"),
        SheetColumn(words("report.sheet.given"), 24),
        SheetColumn(words("report.answer.note"), 38),
        SheetColumn(words("report.answer.evidence"), 26),
        SheetColumn(words("report.sheet.facts"), 22),
        SheetColumn(words("report.answer.review"), 26),
        SheetColumn(words("report.sheet.treatment"), 30),
        SheetColumn(words("report.column.finding"), 28),
    ]


def _row(practice: PracticeView, domain: str, view: ReportView, words: CellWords) -> Row:
    result, answer = practice.result, practice.answer
    return [
        practice.id,
        words.text(practice.title),
        domain,
        words(f"tier.{practice.tier}"),
        words(f"status.{result.status}"),
        _level(practice),
        _meaning(practice, view, words),
        result.target,
        result.gap or None,
        words.text(practice.reason) if practice.reason else words.join(practice.values),
        answer.note,
        "\n".join(_evidence(practice)),
        "\n".join(_facts(practice, words)),
        "\n".join(_reviews(practice, words)),
        "\n".join(_treatment(practice, words)),
        "\n".join(_findings(practice.id, view.findings, words)),
    ]


def _level(practice: PracticeView) -> Value | StyledCell:
    level = practice.result.level
    if level is None:
        return None
    return StyledCell(level, f"level{practice.definition.level_scale.shade(level)}")


def _meaning(practice: PracticeView, view: ReportView, words: CellWords) -> str:
    """Return a level with its meaning for the practice."""
    level, scale = practice.result.level, practice.definition.scale
    if level is None or not practice.definition.accepts(
        "level"
    ):  # what was chosen stands in a column of its own
        return ""
    name = words.text(view.scales.name(level))
    meaning = words.text(view.scales.words(scale, level))
    return words("form.level", level=level, name=name, words=meaning)


def _evidence(practice: PracticeView) -> Iterator[str]:
    for evidence in practice.answer.evidence:
        yield evidence.ref if evidence.date is None else f"{evidence.ref} ({evidence.date})"


def _facts(practice: PracticeView, words: CellWords) -> Iterator[str]:
    answer = practice.answer
    if answer.done:
        done = words("report.answer.done_item", n=answer.done.n, of=answer.done.of)
        yield words.labelled("report.answer.done", done)
    if answer.last_done:
        yield words.labelled("report.answer.last_done", answer.last_done)
    if answer.points:
        covered = f"{len(answer.points)}/{len(practice.definition.points)}"
        yield words.labelled("report.answer.points", covered)
    if answer.by:
        yield words.labelled("report.answer.by", answer.by)
    if answer.performed_by:
        yield words.labelled("report.answer.performed_by", answer.performed_by)


def _reviews(practice: PracticeView, words: CellWords) -> Iterator[str]:
    for review in practice.answer.review:
        params = {"line": review.line, "level": review.level, "by": review.by, "on": review.on}
        yield words("report.answer.review_item", **params)
        if review.note:
            yield review.note


def _treatment(practice: PracticeView, words: CellWords) -> Iterator[str]:
    treatment = practice.answer.treatment
    if treatment is not None:
        approved = f"{treatment.approved_by} {treatment.approved_on}"
        yield words.labelled(f"report.treatment.{treatment.kind}", treatment.measure)
        yield words.labelled("report.column.approved", approved)
        yield words.labelled("report.column.review_by", treatment.review_by)


def _findings(
    practice_id: str, findings: tuple[FindingView, ...], words: CellWords
) -> Iterator[str]:
    return (words.text(finding.text) for finding in findings if finding.practice_id == practice_id)
