"""The report's first sheet: what the board reads, in the order of the report's first page."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.chart_geometry import MIN_AXES
from cssa.reports.excel import charts, domains_sheet
from cssa.reports.excel.cell_words import CellWords, answered_share
from cssa.reports.phrases import accepted_part, format_level, format_ratio, risk_level
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import GapView, ReportView, TreatmentView

WIDTHS = (7, 44, 11, 10, 11, 11, 13)
_NUMBER = "report.sheet.number"
_CHART_ROWS = 16
_RADAR_SIZE, _BARS_SIZE = (360, _CHART_ROWS * 20 - 10), (400, _CHART_ROWS * 20 - 10)
_ONLY_BARS_SIZE = (760, _CHART_ROWS * 20 - 10)


def write(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook, data: charts.ChartData
) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        book: the workbook, for the charts.
        data: the cells that the charts are drawn from.
    """
    _head(sheet, view, words)
    sheet.blank_row()
    sheet.paragraph(words.text(view.lead), "lead")
    _domains(sheet, view, words)
    _charts(sheet, view, words, book, data)
    _below_target(sheet, view, words)
    sheet.heading(words("report.h.priorities"))
    for gap in view.priorities:
        _priority(sheet, gap, words)
    if not view.priorities:
        sheet.paragraph(words("report.priorities.none"))
    _treatments(sheet, view, words)
    _reliability(sheet, view, words)
    sheet.heading(words("report.h.decide"))
    for number, decision in enumerate(view.decisions, start=1):
        sheet.paragraph(words.text(decision), first=1, mark=str(number))
    sheet.heading(words("report.h.disclaimers"))
    for disclaimer in view.disclaimers:
        sheet.paragraph(words.text(disclaimer), "soft")


def _head(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    result = view.result
    sheet.paragraph(f"{words('report.handling')} · {words(view.title)}", "handling")
    sheet.paragraph(result.institution.name, "title")
    if view.result.changed_after_approval:
        sheet.paragraph(words("report.changed_after_approval"), "strong")
        sheet.paragraph(words("report.changed_after_approval.note"))
    if view.mark is not None:
        sheet.paragraph(words.text(view.mark.label), "strong")
        sheet.paragraph(words.text(view.mark.note))
    facts = {
        "report.method.checklist": words.text(view.edition),
        "report.as_of": words.day(result.as_of),
        "report.campaign": result.campaign or words("report.not_stated"),
        "report.sector": words.text(view.sector),
    }
    if result.risk_profile.counts:
        facts["report.method.risk"] = words.text(risk_level(result.risk_profile))
    for code, value in facts.items():
        sheet.paragraph(words.labelled(code, value), "soft")


def _domains(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.domains"))
    names = (
        words(_NUMBER), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("report.column.level"), words("report.column.below"),
        words("report.sheet.below_of"),
    )  # fmt: skip
    styles = ("center", "cell", "one_decimal", "one_decimal", "center", "count", "count")
    columns = [SheetColumn(*column) for column in zip(names, WIDTHS, styles, strict=True)]
    sheet.table(columns, _figures(view, words))
    values = view.checklist.values
    note = words("report.domains.note", lowest=values[0], highest=values[-1])
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
    columns = (domains_sheet.SCORE, domains_sheet.TARGET)
    description = _description(view, words)
    bars = charts.bars(book, data, words, columns)
    if data.scored >= MIN_AXES and data.scored == len(view.domains):
        sheet.chart(bars, 2, _BARS_SIZE, 0, description, offset=0)
        radar = charts.radar(book, data, words, columns)
        sheet.chart(radar, 0, _RADAR_SIZE, _CHART_ROWS, description)
    else:
        sheet.chart(bars, 0, _ONLY_BARS_SIZE, _CHART_ROWS, description)


def _description(view: ReportView, words: CellWords) -> str:
    items = (
        words(
            "report.radar.item",
            id=domain.id,
            title=words.text(domain.title),
            score=_one_decimal(words.score(domain.score, 1)),
            target=_one_decimal(words.score(domain.target, 1)),
        )
        for domain in view.domains
    )
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


def _priority(sheet: PrintedSheet, gap: GapView, words: CellWords) -> None:
    practice = gap.practice.definition
    sheet.paragraph(words.practice_name(gap.practice), "strong", first=1, mark=str(gap.rank))
    facts = [
        words.text(gap.domain_title),
        words.text(gap.practice.level_text) + words.text(gap.practice.chosen),
    ]
    facts += [words.listed(f"why.{code}" for code in gap.why)] if gap.why else []
    sheet.paragraph(" · ".join(facts), "soft", first=1)
    own = " · ".join(_own_facts(gap.practice, words))
    if own:
        sheet.paragraph(words.labelled("report.own", own), first=1)
    for code, text in (("business", practice.why), ("next", gap.practice.next_step)):
        if text:
            sheet.paragraph(words.labelled(f"report.{code}", words.text(text)), first=1)
    owner = words.labelled("report.usual_owner", words(f"owner.{practice.owner}"))
    effort = words.labelled("report.effort", words(f"report.effort.{practice.effort}"))
    sheet.paragraph(f"{owner} · {effort}", "soft", first=1)


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
        text = words("report.treatment.count", **counts)
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
    left_out = coverage.not_applicable + coverage.out_of_scope
    rows = (
        ("coverage", answered_share(coverage),
         {"in_scope": coverage.in_scope, "unanswered": coverage.unanswered}),
        ("evidence", format_ratio(reliability.with_evidence, with_level),
         {"count": reliability.with_evidence, "of": with_level}),
        ("second_line", format_ratio(reliability.second_line, with_level),
         {"count": reliability.second_line, "of": with_level,
          "differing": reliability.differing}),
        ("left_out", f"{left_out}{words('report.unit')}",
         {"not_applicable": coverage.not_applicable, "out_of_scope": coverage.out_of_scope}),
    )  # fmt: skip
    for code, value, params in rows:
        note = words(f"report.trust.{code}_note", **params)
        sheet.measure(words(f"report.trust.{code}"), value, note)
    sheet.paragraph(
        words(
            "report.trust.approval",
            respondent=reliability.respondent or words("report.not_stated"),
            second_line=reliability.approved_by or words("report.not_stated"),
            reported=words.day(reliability.reported_on),
        ),
        "soft",
    )
    sheet.paragraph(words("report.trust.self"), "soft")
