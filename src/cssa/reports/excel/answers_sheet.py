"""The sheet of every answer: what was said, how it stands, what is behind it."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import FindingView, ReportView

_BREAKS = (9, 13)
"""Columns that begin a page: first how it stands, then what was said, then who looked at it."""

_SCALE = 66
_FROZEN = 2


def widths(words: CellWords) -> tuple[float, ...]:
    """Return how wide the columns are."""
    return tuple(column.width for column in _columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> dict[str, str]:
    """Write the sheet; return where each practice's answer stands."""
    places: dict[str, str] = {}

    def rows() -> Iterator[Row]:
        for domain in view.domains:
            for block in domain.blocks:
                for line in block.lines:
                    places[line.practice.id] = sheet.reference(sheet.row, 0)
                    yield _row(line, f"{domain.id} {words.of(domain.title)}", view, words)

    sheet.filtered(_columns(words), rows(), frozen=_FROZEN)
    # Pages begin at a column of ours, where fitting would cut anywhere.
    sheet.raw.set_print_scale(_SCALE)
    sheet.raw.set_v_pagebreaks(_BREAKS)
    sheet.raw.print_across()  # the pages of the same practices follow each other
    return places


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


def _row(line: PracticeView, domain: str, view: ReportView, words: CellWords) -> Row:
    practice, result = line.practice, line.result
    return [
        practice.id,
        words.of(practice.title),
        domain,
        words(f"tier.{practice.tier}"),
        words(f"status.{result.status}"),
        _level(line),
        _meaning(line, view, words),
        result.target,
        result.gap or None,
        result.reason or words.join(line.given),
        line.answer.note,
        _lines(_evidence(line)),
        _lines(_facts(line, words)),
        _lines(_reviews(line, words)),
        _lines(_treatment(line, words)),
        _lines(_findings(practice.id, view.findings, words)),
    ]


def _level(line: PracticeView) -> Value | StyledCell:
    level = line.result.level
    return None if level is None else StyledCell(level, f"level{level}")


def _meaning(line: PracticeView, view: ReportView, words: CellWords) -> str:
    """Return a level in the words that it has for the practice."""
    level, scale = line.result.level, line.practice.scale
    if level is None:
        return ""
    name = words.of(view.scales.levels[level].name)
    if scale is None:
        return f"{level} {name}"
    meaning = words.of(view.scales.words(scale, level))
    return words("form.level", level=level, name=name, words=meaning)


def _evidence(line: PracticeView) -> Iterator[str]:
    for one in line.answer.evidence:
        yield one.ref if one.date is None else f"{one.ref} ({one.date})"


def _facts(line: PracticeView, words: CellWords) -> Iterator[str]:
    answer = line.answer
    if answer.done:
        done = words("report.answer.done_item", n=answer.done.n, of=answer.done.of)
        yield words.pair("report.answer.done", done)
    if answer.last_done:
        yield words.pair("report.answer.last_done", answer.last_done)
    if answer.points:
        covered = f"{len(answer.points)}/{len(line.practice.points)}"
        yield words.pair("report.answer.points", covered)
    if answer.by:
        yield words.pair("report.answer.by", answer.by)
    if answer.performed_by:
        yield words.pair("report.answer.performed_by", answer.performed_by)


def _reviews(line: PracticeView, words: CellWords) -> Iterator[str]:
    for one in line.answer.review:
        params = {"line": one.line, "level": one.level, "by": one.by, "on": one.on}
        yield words("report.answer.review_item", **params)
        if one.note:
            yield one.note


def _treatment(line: PracticeView, words: CellWords) -> Iterator[str]:
    given = line.answer.treatment
    if given is not None:
        yield words.pair(f"report.treatment.{given.kind}", given.measure)
        yield words.pair("report.column.approved", f"{given.approved_by} {given.approved_on}")
        yield words.pair("report.column.review_by", given.review_by)


def _findings(practice: str, findings: tuple[FindingView, ...], words: CellWords) -> Iterator[str]:
    return (words.of(one.text) for one in findings if one.practice == practice)


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(texts)
