"""The report's first sheet: what the board reads, in the order of the report's first page."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.practice import NO_OWNER
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.chart_geometry import MIN_AXES
from cssa.reports.excel import charts, domains_sheet
from cssa.reports.excel.cell_words import CellWords, answered_share
from cssa.reports.gap_view import GapView
from cssa.reports.phrases import Phrase, accepted_part, format_level, format_ratio, risk_level, why
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import ReportView, TreatmentView

WIDTHS = (7, 44, 11, 10, 11, 11, 13)
_NUMBER = "report.sheet.number"
_OF_TARGETS = (3, 5, 6)
"""Columns of the domains' figures that only targets fill."""
_CHART_ROWS = 16
_RADAR_SIZE, _BARS_SIZE = (360, _CHART_ROWS * 20 - 10), (400, _CHART_ROWS * 20 - 10)
_ONLY_BARS_SIZE = (760, _CHART_ROWS * 20 - 10)


def write(
    sheet: PrintedSheet,
    view: ReportView,
    words: CellWords,
    book: Workbook,
    data: charts.ChartData | None,
) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        book: the workbook, for the charts.
        data: the cells that the charts are drawn from; None where there are no scores.
    """
    _head(sheet, view, words)
    sheet.blank_row()
    sheet.paragraph(words.text(view.lead), "lead")
    if view.direction:
        sheet.paragraph(words.text(view.direction))
    if data is None:
        _answered(sheet, view, words)
    else:
        _domains(sheet, view, words)
        _charts(sheet, view, words, book, data)
    if view.has_targets:
        _below_target(sheet, view, words)
        _priorities(sheet, view, words)
    else:
        _open(sheet, view, words)
    if view.has_scores:
        _treatments(sheet, view, words)
    _reliability(sheet, view, words)
    if view.decisions:
        sheet.heading(words("report.h.decide"))
    for number, decision in enumerate(view.decisions, start=1):
        sheet.paragraph(words.text(decision), first=1, mark=str(number))
    sheet.heading(words("report.h.disclaimers"))
    for disclaimer in view.disclaimers:
        sheet.paragraph(words.text(disclaimer), "soft")


def _priorities(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.priorities"))
    for gap in view.priorities:
        _priority(sheet, gap, view.result.scale, words)
    if not view.priorities:
        sheet.paragraph(words("report.priorities.none"))


def _open(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write what is still unanswered."""
    sheet.heading(words("report.h.open"))
    for gap in view.answer_first:
        sheet.paragraph(words.practice_name(gap.practice), first=1, mark=str(gap.rank))
    if not view.answer_first:
        sheet.paragraph(words("report.none"))


def _answered(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write how far each domain is answered, where there are no scores."""
    sheet.heading(words("report.h.answered"))
    names = (
        words(_NUMBER), words("report.column.domain"), words("report.sheet.in_scope"),
        words("report.sheet.answered"), words("report.sheet.not_applicable"),
        words("report.sheet.unanswered"),
    )  # fmt: skip
    styles = ("center", "cell", "count", "count", "count", "count")
    columns = [
        SheetColumn(*column) for column in zip(names, WIDTHS[: len(names)], styles, strict=True)
    ]
    total = words("report.overall")
    if view.result.provisional:
        total += words.in_brackets(words("report.provisional"))
    figures = [
        *((domain.id, words.text(domain.title), domain.coverage) for domain in view.domains),
        ("", total, view.result.overall.coverage),
    ]
    rows: list[Row] = [
        [
            domain_id,
            title,
            coverage.in_scope,
            coverage.answered,
            coverage.not_applicable,
            coverage.unanswered,
        ]
        for domain_id, title, coverage in figures
    ]
    sheet.table(columns, rows)


def _head(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    result = view.result
    sheet.paragraph(f"{words.text(view.handling.mark)} · {words(view.title)}", "handling")
    sheet.paragraph(result.institution.name, "title")
    if view.result.changed_after_approval:
        sheet.paragraph(words("report.changed_after_approval"), "strong")
        sheet.paragraph(words("report.changed_after_approval.note"))
    if view.mark is not None:
        sheet.paragraph(words.text(view.mark.label), "strong")
        sheet.paragraph(words.text(view.mark.note))
    facts = {
        "report.method.checklist": words.text(view.edition),
        **({"report.tiers": words.text(view.asked_tiers)} if view.asked_tiers else {}),
        **({"report.groups": words.text(view.selected_groups)} if view.selected_groups else {}),
        "report.as_of": words.day(result.as_of),
        "report.campaign": result.campaign or words("report.not_stated"),
        "report.sector": words.text(view.sector),
    }
    if result.risk_profile.counts:
        facts["report.method.risk"] = words.text(risk_level(result.risk_profile))
    for code, value in facts.items():
        sheet.paragraph(words.labelled(code, value), "soft")
    for term in view.handling.terms:
        sheet.paragraph(words.labelled(term.label.code, words.text(term.value)), "soft")
    for line in view.use:
        sheet.paragraph(words.text(line), "soft")


def _domains(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.domains"))
    names = (
        words(_NUMBER), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("report.column.level"), words("report.column.below"),
        words("report.sheet.below_of"),
    )  # fmt: skip
    styles = ("center", "cell", "one_decimal", "one_decimal", "center", "count", "count")
    columns = [SheetColumn(*column) for column in zip(names, WIDTHS, styles, strict=True)]
    kept = [
        number for number in range(len(columns)) if view.has_targets or number not in _OF_TARGETS
    ]
    rows: list[Row] = [[row[number] for number in kept] for row in _figures(view, words)]
    sheet.table([columns[number] for number in kept], rows)
    values = view.checklist.values
    code = "report.domains.note" if view.has_targets else "report.domains.note_no_targets"
    note = words(code, lowest=values[0], highest=values[-1])
    sheet.paragraph(note, "soft")


def _figures(view: ReportView, words: CellWords) -> Iterator[Row]:
    dash = StyledCell(format_level(None), "center")
    for domain in view.domains:
        yield [
            domain.id,
            words.text(domain.title),
            words.score(domain.score, 1),
            dash if domain.target is None else words.score(domain.target, 1),
            words.lowest_level(domain),
            domain.below_target.count,
            domain.below_target.of,
        ]
    overall = view.result.overall
    name = words("report.overall")
    if view.result.provisional:
        name += words.in_brackets(words("report.provisional"))
    score = words.score(view.score, 1)
    yield [
        StyledCell("", "center.bold"),
        StyledCell(name, "cell.bold"),
        score if isinstance(score, StyledCell) else StyledCell(score, "one_decimal.bold"),
        dash if view.target is None else words.score(view.target, 1),
        words.lowest_level(overall),
        StyledCell(overall.below_target.count, "count.bold"),
        overall.below_target.of,
    ]


def _charts(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook, data: charts.ChartData
) -> None:
    """Draw maturity and target as bars, and as a radar where every domain has a score."""
    if not data.scored:
        return
    sheet.blank_row()
    columns = (domains_sheet.SCORE, *([domains_sheet.TARGET] if view.has_targets else []))
    description = _description(view, words)
    bars = charts.bars(book, data, words, columns)
    if data.scored >= MIN_AXES and data.scored == len(view.domains):
        sheet.chart(bars, 2, _BARS_SIZE, 0, description, offset=0)
        radar = charts.radar(book, data, words, columns)
        sheet.chart(radar, 0, _RADAR_SIZE, _CHART_ROWS, description)
    else:
        sheet.chart(bars, 0, _ONLY_BARS_SIZE, _CHART_ROWS, description)


def _description(view: ReportView, words: CellWords) -> str:
    items = []
    for domain in view.domains:
        score = _one_decimal(words.score(domain.score, 1))
        params = {"id": domain.id, "title": words.text(domain.title), "score": score}
        if view.has_targets:
            target = _one_decimal(words.score(domain.target, 1))
            items.append(words("report.radar.item", **params, target=target))
        else:
            items.append(words("report.radar.item_no_targets", **params))
    return words("report.radar.desc", list="; ".join(items))


def _one_decimal(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "-"


def _below_target(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    below = view.result.overall.below_target
    sheet.heading(words("report.h.below"))
    count = f"{below.count}{words('report.unit')}{words.space}{words('report.of', of=below.of)}"
    sheet.paragraph(count, "number")
    accepted = accepted_part(below)
    if accepted is not None:
        sheet.paragraph(words.text(accepted), "strong")
    previous = view.previous
    if previous is None:
        sheet.paragraph(words("report.before_none"), "soft")
    else:
        params = {"count": previous.below.count, "of": previous.below.of}
        sheet.paragraph(words("report.before", date=words.day(previous.day), **params))
        if previous.differs:
            listed = words.listed(f"report.differs.{code}" for code in previous.differs)
            sheet.paragraph(words("report.differs", list=listed), "soft")
    if view.peer_comparison is not None:
        sheet.paragraph(words.text(view.peer_comparison))
    sheet.paragraph(words("report.below.note"), "soft")


def _priority(sheet: PrintedSheet, gap: GapView, scale: LevelScale, words: CellWords) -> None:
    practice = gap.practice.definition
    sheet.paragraph(words.practice_name(gap.practice), "strong", first=1, mark=str(gap.rank))
    facts = [words.text(gap.domain_title), words.text(gap.practice.level_text)]
    facts += [words.text(gap.practice.chosen)] if gap.practice.chosen else []
    facts += [words.join(why(code, scale) for code in gap.why)] if gap.why else []
    sheet.paragraph(" · ".join(facts), "soft", first=1)
    sheet.paragraph(" · ".join(_commitment(gap.practice, words)), first=1)
    own = " · ".join(_own_facts(gap.practice, words))
    if own:
        sheet.paragraph(words.labelled("report.own", own), first=1)
    for code, text in (("business", practice.why), ("next", gap.practice.next_step)):
        if text:
            sheet.paragraph(words.labelled(f"report.{code}", words.text(text)), first=1)
    effort = words.labelled("report.effort", words(f"report.effort.{practice.effort}"))
    sheet.paragraph(effort, "soft", first=1)


def _commitment(practice: PracticeView, words: CellWords) -> Iterator[str]:
    """Yield who is to do what by when, or that it is not set."""
    plan, usual = practice.answer.plan, practice.definition.owner
    owner = words("report.priority.nobody")
    if plan and plan.owner:
        owner = plan.owner
    elif usual != NO_OWNER:
        owner = words("report.priority.usually", owner=words(f"owner.{usual}"))
    yield words.labelled("report.plan.owner", owner)
    due = str(plan.due) if plan and plan.due else words("report.priority.nobody")
    yield words.labelled("report.plan.due", due)
    if plan and plan.action:
        yield words.labelled("report.plan.action", plan.action)


def _own_facts(practice: PracticeView, words: CellWords) -> Iterator[str]:
    answer = practice.answer
    if answer.note:
        yield answer.note
    if answer.by:
        yield words.labelled("report.answer.by", answer.by)
    if answer.last_done:
        yield words.labelled("report.answer.last_done", answer.last_done)


def _treatments(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.treatments"))
    if view.accepted or view.alternative:
        counts = {"accepted": view.accepted, "alternative": view.alternative}
        code = "report.treatment.count" if view.has_targets else "report.treatment.count_no_targets"
        text = words(code, **counts)
    else:
        text = words("report.treatment.none")
    if view.invalid:
        text += words.space + words("report.treatment.invalid_count", count=view.invalid)
    sheet.paragraph(text)
    for treatment in view.first_treatments:
        _treatment(sheet, treatment, words)
    more = len(view.treatments) - len(view.first_treatments)
    if more:
        sheet.paragraph(words("report.more", count=more), "soft", first=1)


def _treatment(sheet: PrintedSheet, treatment: TreatmentView, words: CellWords) -> None:
    sheet.paragraph(words.practice_name(treatment.practice), "strong", first=1)
    kind = words(f"report.treatment.{treatment.kind}")
    level_text = words.text(treatment.practice.level_text)
    sheet.paragraph(f"{kind} · {level_text}", "soft", first=1)
    sheet.paragraph(treatment.measure, first=1)
    approved = words.labelled(
        "report.column.approved", f"{treatment.approved_by} {treatment.approved_on}"
    )
    review = words.labelled("report.column.review_by", treatment.review_by)
    if treatment.state != "valid":
        review += words.in_brackets(words(f"report.treatment.{treatment.state}"))
    sheet.paragraph(f"{approved} · {review}", "soft", first=1)


def _reliability(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    reliability = view.reliability
    coverage, with_level = reliability.coverage, reliability.with_level
    sheet.heading(words("report.h.trust"))
    rows = (
        (
            "coverage",
            answered_share(coverage),
            Phrase(
                "report.trust.coverage_note",
                {"in_scope": coverage.in_scope, "unanswered": coverage.unanswered},
            ),
        ),
        ("evidence", format_ratio(reliability.with_evidence, with_level), view.evidence_note),
        ("second_line", format_ratio(reliability.second_line, with_level), view.second_line_note),
        (
            "left_out",
            f"{coverage.not_applicable + coverage.out_of_scope}{words('report.unit')}",
            view.left_out_note,
        ),
    )
    for code, value, note in rows:
        sheet.measure(words(f"report.trust.{code}"), value, words.text(note))
    sheet.paragraph(
        words(
            "report.trust.approval",
            respondent=reliability.respondent or words("report.not_stated"),
            second_line=reliability.approved_by or words("report.not_stated"),
            reported=words.day(reliability.reported_on),
        ),
        "soft",
    )
    sheet.paragraph(words.text(view.reliance_note), "soft")
