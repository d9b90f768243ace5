"""The summary of a run or publication, as a page for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES, UNEXPLAINED, Ledger
from cssa.batch.outputs.aggregate_files import AGGREGATE, CHAPTER, RESTRICTED
from cssa.batch.outputs.folder import FEEDBACK, PRIVATE, RETURNS
from cssa.batch.outputs.returns import RETURNED, to_return
from cssa.batch.pipeline import TABLES, BatchResult
from cssa.batch.publishing.publication_record import PublicationRecord
from cssa.messages import Lang, fitting, message
from cssa.messages.arguments import argument
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line
from cssa.peers.member import Coalition
from cssa.reports.formats.aggregate import HtmlAggregate
from cssa.reports.page import Bars, Cell, Column, Page, Paragraph, Style, Table

_SETTLED = frozenset(("accepted", "late", "merged", "duplicate", "superseded", "withdrawn"))
"""States that ask nothing of anybody."""


def run_page(result: BatchResult, output: Path, lang: Lang) -> Page:
    """Return files and institutions by state, both with their totals, and what to open next.

    Args:
        result: of the run.
        output: the batch's folder.
        lang: the page's language.
    """
    record = result.record
    path = {"path": argument(output)}
    unpublished = Paragraph(message(lang, "batch.summary.unpublished", path), "open", is_whole=True)
    return (
        (*_counts(result.ledger, lang), *_to_look_at(result, lang)),
        tuple(_to_open_next(result, output, lang)),
        (unpublished if record is None else _published(record, lang),),
    )


def _counts(ledger: Ledger, lang: Lang) -> Iterator[Paragraph | Table]:
    filings = len(ledger.filings)
    code = "batch.summary.files" if filings == ledger.file_count else "batch.summary.filings"
    counts = fitting(code, {"count": ledger.file_count, "filings": filings})
    yield Paragraph(message(lang, code, counts), "heading")
    yield _states(ledger.file_states, FILE_STATES, lang)
    expected = {"count": len(ledger.institutions)}
    yield Paragraph(message(lang, "batch.summary.institutions", expected), "heading")
    yield _states(ledger.institution_states, INSTITUTION_STATES, lang)
    counted = sum(row.in_statistics for row in ledger.institutions)
    yield Paragraph(message(lang, "batch.summary.statistics", {"count": counted}), "heading")


def _to_look_at(result: BatchResult, lang: Lang) -> Iterator[Paragraph]:
    ledger = result.ledger
    unexplained = [row.id for row in ledger.institutions if UNEXPLAINED in row.marks]
    doubtful = [filing.path for filing in ledger.filings if filing.is_doubtful]
    not_read = [filing.path for filing in ledger.filings if filing.state == "not_read"]
    held = [filing.path for filing in ledger.filings if filing.state == "held"]
    undecided = [path for path in held if path not in doubtful]
    for name, paths in (
        ("not_read", not_read),
        ("doubtful", doubtful),
        ("undecided", undecided),
        ("ignored", result.ignored),
        ("unseen", ledger.unmatched_receipts),
        ("unexplained", unexplained),
    ):
        if paths:
            params = {"count": len(paths), "first": one_line(paths[0])}
            yield Paragraph(message(lang, f"batch.summary.{name}", params), "open", is_whole=True)
    if result.asked:
        params = {state: result.asked.get(state, 0) for state in ("open", "answered")}
        style: Style = "open" if any(params.values()) else "done"
        text = message(lang, "batch.summary.questions", params)
        yield Paragraph(text, style, is_whole=True)
    if result.waiting:
        key = result.waiting[0].key
        params = {"count": len(result.waiting), "first": f"{key.institution} {key.practice}"}
        text = message(lang, "batch.summary.approval", params)
        yield Paragraph(text, "open", is_whole=True)
    yield from _chapter(result, lang)
    if result.unchanged:
        yield Paragraph(message(lang, "batch.summary.unchanged"))


def _chapter(result: BatchResult, lang: Lang) -> Iterator[Paragraph]:
    """Yield what publication includes of good practices and common problems, and what it does not.

    What was published stays; then only what was entered since is said.
    """
    chapter, is_published = result.chapter, result.record is not None
    if chapter.entries and not is_published:
        kinds = Counter(entry.kind for entry in chapter.entries)
        params = {"good": kinds["good_practice"], "problems": kinds["common_problem"]}
        yield Paragraph(message(lang, "batch.summary.chapter", params), "done", is_whole=True)
    left_out = {"later": result.later}
    if not is_published:
        left_out = {"waiting": chapter.waiting, "replaced": chapter.replaced}
    for name, count in left_out.items():
        if count:
            text = message(lang, f"batch.summary.chapter_{name}", {"count": count})
            yield Paragraph(text, "open", is_whole=True)


def _to_open_next(result: BatchResult, output: Path, lang: Lang) -> Iterator[Paragraph]:
    ledger = result.ledger
    yield Paragraph(message(lang, "batch.summary.open"), "heading")
    effective = sum(row.effective is not None for row in ledger.institutions)
    returned = len(to_return(ledger))
    to_open = [("ledger", output / PRIVATE / "ledger.xlsx", 1)]
    to_open.append(("returns", output / RETURNS, returned))
    to_open.append(("review", output / PRIVATE / "review.xlsx", effective))
    feedback = "interim" if result.record is None else "feedback"
    is_written = (output / FEEDBACK).is_dir()  # also without any format
    to_open.append((feedback, output / FEEDBACK, effective if is_written else 0))
    to_open += [(table, output / TABLES[table], 1) for table in result.tables]
    for name, path, count in to_open:
        if count:
            yield _to_open(name, path, count, lang)


def published_page(record: PublicationRecord, feedback: int, output: Path, lang: Lang) -> Page:
    """Return what was published, and what to hand out.

    Args:
        record: of it.
        feedback: institutions that it was made for.
        output: the batch's folder.
        lang: the page's language.
    """
    to_hand_out = (
        ("aggregate", output / f"{AGGREGATE}{HtmlAggregate.suffix}"),
        ("restricted", output / f"{RESTRICTED}{HtmlAggregate.suffix}"),
        ("feedback", output / FEEDBACK),
    )
    chapter = _to_open("good_practices", output / CHAPTER, len(record.chapter), lang)
    return (
        tuple(_edition(record, lang)),
        (
            Paragraph(message(lang, "batch.summary.hand_out"), "heading"),
            *(
                _to_open(name, path, feedback, lang)
                for name, path in to_hand_out
                if path.exists()  # feedback also without any format
            ),
            *([chapter] if record.chapter else []),
        ),
    )


def _edition(record: PublicationRecord, lang: Lang) -> Iterator[Paragraph]:
    yield _published(record, lang)
    if record.withdrawn:
        last = record.withdrawn[-1]
        names = [f"{cell.group}/{cell.figure}" for cell in last.cells]
        names += [f"{entry.practice} {one_line(entry.wording)}" for entry in last.entries]
        code = "batch.summary.withdrawn_entries" if last.entries else "batch.summary.withdrawn"
        params = {"count": len(names), "on": last.on}
        yield Paragraph(message(lang, code, params), is_whole=True)
        for name in names:
            yield Paragraph(name, indent="  ", is_whole=True)
    else:
        for coalition in record.coalitions:
            yield from _withheld_for(coalition, record, lang)


def _withheld_for(
    coalition: Coalition, record: PublicationRecord, lang: Lang
) -> Iterator[Paragraph]:
    """Yield who has seen several institutions' answers, and what is withheld for that."""
    figures: dict[str, list[str]] = {}
    for cell in record.withheld:
        if coalition.id in cell.coalitions:
            figures.setdefault(cell.group, []).append(cell.figure)
    params = {
        "name": one_line(coalition.name),
        "institutions": len(coalition.members),
        "count": sum(map(len, figures.values())),
    }
    text = message(lang, f"batch.summary.known.{coalition.kind}", params)
    yield Paragraph(text, is_whole=True)
    for group, names in figures.items():
        yield Paragraph(
            TYPOGRAPHY[lang].labelled(group, TYPOGRAPHY[lang].join(names)),
            indent="  ",
            is_whole=True,
        )


def _to_open(name: str, path: Path, count: int, lang: Lang) -> Paragraph:
    code = f"batch.summary.{name}"
    text = message(lang, code, fitting(code, {"path": path, "count": count}))
    return Paragraph(text, indent="  ", is_whole=True)


def _published(record: PublicationRecord, lang: Lang) -> Paragraph:
    params = {
        "on": record.on,
        "approved_by": one_line(record.approved_by),
        "count": len(record.members),
    }
    return Paragraph(message(lang, "batch.summary.published", params), "done", is_whole=True)


def _states(counts: Counter[str], order: Sequence[str], lang: Lang) -> Table:
    states = [state for state in order if counts[state]]
    styles = [state_style(state) for state in states]
    columns = (Column("", "right", at_least=8), Column("", breaks="anywhere"))
    rows = [
        (str(counts[state]), Cell(message(lang, f"batch.state.{state}"), style))
        for state, style in zip(states, styles, strict=True)
    ]
    total = counts.total()
    bars = Bars(1, [counts[state] / total for state in states], styles, 10)
    return Table(columns, rows, bars)


def state_style(state: str) -> Style:
    """Return what a state of a file or institution asks for.

    Args:
        state: one of ``FILE_STATES`` or ``INSTITUTION_STATES``.
    """
    if state in _SETTLED:
        return "done"
    return "failed" if state in (*RETURNED, "not_read") else "open"
