"""A comparison of several days as a page for a terminal."""

from collections.abc import Iterator

from cssa.reports.comparison.comparison_view import ComparisonView
from cssa.reports.comparison.day_labels import day_labels
from cssa.reports.comparison.rows import ChangedPractices, FigureTable
from cssa.reports.page import Column, Page, Paragraph, Table

_MOST_ROWS = 8
"""Practices shown of each kind of change."""


def page(view: ComparisonView) -> Page:
    """Return the page.

    Args:
        view: what to show.
    """
    return (
        (
            Paragraph(view.title, "heading"),
            Paragraph(f"{view.institution} · {view.checklist}"),
        ),
        tuple(Paragraph(sentence) for sentence in view.lead),
        tuple(_points(view)),
        *(
            tuple(part(view, table))
            for table in (*view.score_tables, *view.below_tables)
            for part in ((_figures, _parts) if table.is_changed else (_figures,))
        ),
        tuple(_answered(view)),
        *(tuple(_practices(view, changed)) for changed in view.changed),
        tuple(Paragraph(remark, "open") for remark in view.remarks),
        tuple(Paragraph(note) for note in view.notes),
        tuple(Paragraph(text) for text in view.disclaimers),
    )


def _points(view: ComparisonView) -> Iterator[Table]:
    columns = (
        Column(view.message("comparison.points.column.day")),
        Column(view.message("comparison.points.column.version"), breaks="anywhere"),
        Column(view.message("comparison.points.column.notes"), breaks="in lists", at_least=20),
    )
    yield Table(
        columns,
        [(point.label, point.version, " / ".join(point.notes)) for point in view.points],
    )


def _figures(view: ComparisonView, table: FigureTable) -> Iterator[Paragraph | Table]:
    """Yield the figures, and in a table of its own, for a narrow page, what they come from."""
    yield Paragraph(table.heading, "heading")
    columns = (
        _domain(view),
        *_days(view),
        Column(view.message("comparison.column.difference"), "right"),
    )
    rows = [(row.name, *row.cells, row.difference) for row in table.rows]
    yield Table(columns, rows, has_total=True)


def _parts(view: ComparisonView, table: FigureTable) -> Iterator[Paragraph | Table]:
    yield Paragraph(f"{table.heading} - {view.message('comparison.h.parts')}", "heading")
    if len(table.causes) == 1 and not table.has_joined:
        cause = view.message(f"comparison.cause.{table.causes[0]}")
        yield Paragraph(view.message("comparison.one_cause", cause=cause))
        return
    columns = [
        _domain(view),
        *(
            Column(view.message(f"comparison.cause.{cause}"), "right", breaks="at spaces")
            for cause in table.causes
        ),
    ]
    if table.has_joined:
        heading = view.message("comparison.column.joined")
        columns.append(Column(heading, breaks="anywhere", at_least=8))
    rows = [
        (
            row.name,
            *(row.parts.get(cause, "") for cause in table.causes),
            *([row.joined] if table.has_joined else []),
        )
        for row in table.rows
    ]
    yield Table(columns, rows, has_total=True)


def _domain(view: ComparisonView) -> Column:
    return Column(view.message("report.column.domain"), breaks="anywhere", at_least=12)


def _days(view: ComparisonView) -> Iterator[Column]:
    return (Column(day, "right") for day in day_labels(view.days))


def _answered(view: ComparisonView) -> Iterator[Paragraph | Table]:
    if view.scores:
        return
    yield Paragraph(view.message("comparison.h.answered"), "heading")
    columns = (_domain(view), *_days(view))
    yield Table(columns, [(name, *cells) for name, cells in view.answered], has_total=True)


def _practices(view: ComparisonView, changed: ChangedPractices) -> Iterator[Paragraph]:
    yield Paragraph(changed.heading, "heading")
    yield Paragraph(changed.summary)
    if changed is not view.changed[0]:  # what changed last matters most; a page has it all
        return
    for group in changed.groups:
        yield Paragraph(group.heading)
        for row in group.rows[:_MOST_ROWS]:
            text = view.message(
                "comparison.row",
                number=row.number,
                title=row.title,
                cells=" → ".join(row.cells),
            )
            yield Paragraph(text, indent="  - ", hang="    ")
            for remark in row.notes:
                yield Paragraph(remark, indent="    ", hang="    ")
        if len(group.rows) > _MOST_ROWS:
            more = view.message("comparison.more", count=len(group.rows) - _MOST_ROWS)
            yield Paragraph(more, indent="  ")
