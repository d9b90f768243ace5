"""The report's sheet of every answer with its figures, note, evidence and reviews."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import FindingView, ReportView

_BEGIN_PAGES = ("given", "review", "conditions")
"""Columns that begin a printed page: after the figures, the answer and its reviews."""

_PRINT_SCALE = 66  # per cent
_FROZEN = 2


def widths(view: ReportView, words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _columns(view, words).values())


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> dict[str, str]:
    """Write the sheet; return the link to each practice's answer, by the practice's number.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    links: dict[str, str] = {}
    columns = _columns(view, words)

    def rows() -> Iterator[Row]:
        for domain in view.domains:
            for section in domain.sections:
                for practice in section.practices:
                    links[practice.id] = sheet.reference(sheet.row, 0)
                    cells = _cells(practice, f"{domain.id} {words.text(domain.title)}", view, words)
                    yield [cells[name] for name in columns]

    sheet.filtered_table(list(columns.values()), rows(), frozen=_FROZEN)
    # Fitting to the page would break between any two columns.
    sheet.worksheet.set_print_scale(_PRINT_SCALE)
    breaks = [number for number, name in enumerate(columns) if name in _BEGIN_PAGES]
    sheet.worksheet.set_v_pagebreaks(breaks)
    sheet.worksheet.print_across()  # the pages of the same practices follow each other
    return links


def _columns(view: ReportView, words: CellWords) -> dict[str, SheetColumn]:
    """Return the columns by name, without those that the checklist has nothing for."""
    columns = {
        "number": SheetColumn(words("report.sheet.number"), 11, repeated=True),
        "title": SheetColumn(words("report.column.practice"), 32),
        "guidance": SheetColumn(words("report.guidance"), 44),
        "domain": SheetColumn(words("report.column.domain"), 18),
        "tier": SheetColumn(words("report.sheet.tier"), 12),
        "status": SheetColumn(words("report.sheet.status"), 12),
        "level": SheetColumn(words("report.sheet.level"), 8, "center"),
        "meaning": SheetColumn(words("report.sheet.meaning"), 34),
        "target": SheetColumn(words("report.column.target"), 8, "center"),
        "gap": SheetColumn(words("report.sheet.gap"), 9, "below"),
        "given": SheetColumn(words("report.sheet.given"), 24),
        "note": SheetColumn(words("report.answer.note"), 38),
        "evidence": SheetColumn(words("report.answer.evidence"), 26),
        "facts": SheetColumn(words("report.sheet.facts"), 22),
        "review": SheetColumn(words("report.answer.review"), 26),
        "treatment": SheetColumn(words("report.sheet.treatment"), 30),
        "plan": SheetColumn(words("report.answer.plan"), 30),
        "finding": SheetColumn(words("report.column.finding"), 28),
        "conditions": SheetColumn(words("report.conditions"), 60),
    }
    left_out = {
        "guidance": not any(practice.definition.guidance for practice in view.practices.values()),
        "level": not view.has_levels,
        "meaning": not view.has_levels,
        "target": not view.has_targets,
        "gap": not view.has_targets,
        "treatment": not view.has_scores,
        "plan": not view.has_plans,
    }
    return {name: column for name, column in columns.items() if not left_out.get(name)}


def _cells(
    practice: PracticeView, domain: str, view: ReportView, words: CellWords
) -> dict[str, Value | StyledCell]:
    """Return what a practice has for each column."""
    result, answer = practice.result, practice.answer
    guidance = practice.definition.guidance
    return {
        "number": practice.shown_id,
        "title": words.text(practice.title),
        "guidance": words.text(guidance) if guidance else None,
        "domain": domain,
        "tier": words.tier(view.checklist, practice.definition.tier),
        "status": words(f"status.{result.status_wording}"),
        "level": _level(practice),
        "meaning": _meaning(practice, view, words),
        "target": result.target,
        "gap": result.gap or None,
        "given": words.text(practice.reason or practice.value or ""),
        "note": answer.note,
        "evidence": "\n".join(_evidence(practice)),
        "facts": "\n".join(_facts(practice, words)),
        "review": "\n".join(_reviews(practice, words)),
        "treatment": "\n".join(_treatment(practice, words)),
        "plan": words.text(practice.plan) if practice.plan else None,
        "finding": "\n".join(_findings(practice.id, view.findings, words)),
        "conditions": "\n".join(map(words.text, practice.conditions)),
    }


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
        performer = words(f"performer.{answer.performed_by}")
        yield words.labelled("report.answer.performed_by", performer)
    if practice.source:
        yield words.labelled("report.answer.source", words.text(practice.source))


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
