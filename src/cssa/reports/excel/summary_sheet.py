"""The first sheet: what a board reads, in the order of the report's first page."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel import charts, domains_sheet
from cssa.reports.excel.cell_words import CellWords, answered, share
from cssa.reports.phrases import level
from cssa.reports.report_view import GapView, ReportView, TreatmentView

WIDTHS = (7, 44, 11, 10, 11, 11, 13)
_NUMBER = "report.sheet.number"
_CHART_ROWS = 16
_LEFT, _RIGHT = (360, _CHART_ROWS * 20 - 10), (400, _CHART_ROWS * 20 - 10)


def write(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook, data: charts.ChartData
) -> None:
    """Write the sheet."""
    _head(sheet, view, words)
    sheet.gap()
    sheet.wide(words.of(view.lead), "lead")
    _domains(sheet, view, words)
    _charts(sheet, view, words, book, data)
    _below(sheet, view, words)
    sheet.heading(words("report.h.priorities"))
    for gap in view.priorities:
        _priority(sheet, gap, words)
    if not view.priorities:
        sheet.wide(words("report.priorities.none"))
    _treatments(sheet, view, words)
    _trust(sheet, view, words)
    sheet.heading(words("report.h.decide"))
    for number, decision in enumerate(view.decisions, start=1):
        sheet.wide(words.of(decision), first=1, mark=str(number))
    sheet.heading(words("report.h.disclaimers"))
    for one in view.disclaimers:
        sheet.wide(words.of(one), "soft")


def _head(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    result = view.result
    sheet.wide(f"{words('report.handling')} · {words(view.title)}", "handling")
    sheet.wide(result.institution.name, "title")
    facts = {
        "report.as_of": words.day(result.as_of),
        "report.campaign": result.campaign or words("report.not_stated"),
        "report.sector": words.of(view.sector),
        "report.method.risk": words(f"risk.{result.risk_profile.level}"),
    }
    for code, value in facts.items():
        sheet.wide(words.pair(code, value), "soft")


def _domains(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.domains"))
    names = (
        words(_NUMBER), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("report.column.level"), words("report.column.below"),
        words("report.sheet.below_of"),
    )  # fmt: skip
    looks = ("center", "cell", "one", "one", "center", "count", "count")
    columns = [SheetColumn(*one) for one in zip(names, WIDTHS, looks, strict=True)]
    sheet.table(columns, _figures(view, words))
    sheet.wide(words("report.domains.note"), "soft")


def _figures(view: ReportView, words: CellWords) -> Iterator[Row]:
    dash = StyledCell(level(None), "center")
    for domain in view.domains:
        yield [
            domain.id,
            words.of(domain.title),
            words.score(domain.score, 1),
            dash if domain.target is None else words.score(domain.target, 1),
            level(domain.level) if domain.level is None else domain.level,
            domain.below.count,
            domain.below.of,
        ]
    overall = view.result.overall
    name = words("report.overall")
    if view.result.provisional:
        name += words.aside(words("report.provisional"))
    own = words.score(view.score, 1)
    yield [
        StyledCell("", "center.bold"),
        StyledCell(name, "cell.bold"),
        own if isinstance(own, StyledCell) else StyledCell(own, "one.bold"),
        dash if view.target is None else words.score(view.target, 1),
        level(overall.level) if overall.level is None else overall.level,
        StyledCell(overall.below_target.count, "count.bold"),
        overall.below_target.of,
    ]


def _charts(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook, data: charts.ChartData
) -> None:
    """Draw maturity and target; a radar only where it has an area."""
    if not data.scored:
        return
    sheet.gap()
    pair = (domains_sheet.SCORE, domains_sheet.TARGET)
    described = _described(view, words)
    rows = _CHART_ROWS
    if data.scored >= charts.LEAST_AXES and data.scored == len(view.domains):
        bars = charts.bars(book, data, words, pair)
        sheet.chart(bars, 2, _RIGHT, 0, described, offset=0)
        sheet.chart(charts.radar(book, data, words, pair), 0, _LEFT, rows, described)
    else:
        sheet.chart(charts.bars(book, data, words, pair), 0, (760, _LEFT[1]), rows, described)


def _described(view: ReportView, words: CellWords) -> str:
    items = (
        words(
            "report.radar.item",
            id=domain.id,
            title=words.of(domain.title),
            score=_figure(words.score(domain.score, 1)),
            target=_figure(words.score(domain.target, 1)),
        )
        for domain in view.domains
    )
    return words("report.radar.desc", list="; ".join(items))


def _figure(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "-"


def _below(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    below = view.result.overall.below_target
    sheet.heading(words("report.h.below"))
    count = f"{below.count}{words('report.unit')}{words.space}{words('report.of', of=below.of)}"
    sheet.wide(count, "number")
    before = view.previous
    if before is None:
        sheet.wide(words("report.before_none"), "soft")
    else:
        params = {"count": before.below.count, "of": before.below.of}
        sheet.wide(words("report.before", date=words.day(before.as_of), **params))
        if before.differs:
            listed = words.list(f"report.differs.{code}" for code in before.differs)
            sheet.wide(words("report.differs", list=listed), "soft")
    if view.beside is not None:
        sheet.wide(words.of(view.beside))
    sheet.wide(words("report.below.note"), "soft")


def _priority(sheet: PrintedSheet, gap: GapView, words: CellWords) -> None:
    practice = gap.line.practice
    sheet.wide(words.named(gap.line), "strong", first=1, mark=str(gap.rank))
    about = [words.of(gap.domain), words.of(gap.line.spoken)]
    about += [words.list(f"why.{code}" for code in gap.why)] if gap.why else []
    sheet.wide(" · ".join(about), "soft", first=1)
    for code, text in (("business", practice.guidance), ("next", practice.improve)):
        if text:
            sheet.wide(words.pair(f"report.{code}", words.of(text)), first=1)
    owner = words.pair("report.owner", words(f"owner.{practice.owner}"))
    effort = words.pair("report.effort", words(f"report.effort.{practice.effort}"))
    sheet.wide(f"{owner} · {effort}", "soft", first=1)


def _treatments(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    sheet.heading(words("report.h.treatments"))
    if view.accepted or view.alternative:
        counts = {"accepted": view.accepted, "alternative": view.alternative}
        said = words("report.treatment.count", **counts)
    else:
        said = words("report.treatment.none")
    if view.expired:
        said += words.space + words("report.treatment.expired_count", count=view.expired)
    sheet.wide(said)
    for one in view.shown:
        _treatment(sheet, one, words)
    more = len(view.treatments) - len(view.shown)
    if more:
        sheet.wide(words("report.more", count=more), "soft", first=1)


def _treatment(sheet: PrintedSheet, one: TreatmentView, words: CellWords) -> None:
    sheet.wide(words.named(one.line), "strong", first=1)
    kind = f"{words(f'report.treatment.{one.kind}')} · {words.of(one.line.spoken)}"
    sheet.wide(kind, "soft", first=1)
    sheet.wide(one.measure, first=1)
    approved = words.pair("report.column.approved", f"{one.approved_by} {one.approved_on}")
    review = words.pair("report.column.review_by", one.review_by)
    if one.state != "valid":
        review += words.aside(words(f"report.treatment.{one.state}"))
    sheet.wide(f"{approved} · {review}", "soft", first=1)


def _trust(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    trust = view.trust
    coverage, levels = trust.coverage, trust.levels
    sheet.heading(words("report.h.trust"))
    left_out = coverage.not_applicable + coverage.out_of_scope
    rows = (
        ("coverage", answered(coverage),
         {"in_scope": coverage.in_scope, "unanswered": coverage.unanswered}),
        ("evidence", share(trust.evidence, levels), {"count": trust.evidence, "of": levels}),
        ("second_line", share(trust.second_line, levels),
         {"count": trust.second_line, "of": levels, "differing": trust.differing}),
        ("left_out", f"{left_out}{words('report.unit')}",
         {"not_applicable": coverage.not_applicable, "out_of_scope": coverage.out_of_scope}),
    )  # fmt: skip
    for code, value, params in rows:
        note = words(f"report.trust.{code}_note", **params)
        sheet.measured(words(f"report.trust.{code}"), value, note)
    sheet.wide(
        words(
            "report.trust.approval",
            respondent=trust.respondent or words("report.not_stated"),
            second_line=trust.approved_by or words("report.not_stated"),
            reported=words.day(trust.reported_on),
        ),
        "soft",
    )
    sheet.wide(words("report.trust.self"), "soft")
