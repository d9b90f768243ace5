"""The summary of a run or publication, as lines of text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES
from cssa.batch.outputs.aggregate_files import AGGREGATE, RESTRICTED
from cssa.batch.outputs.folder import FEEDBACK, PRIVATE, RETURNS
from cssa.batch.outputs.returns import RETURNED
from cssa.batch.pipeline import BatchResult
from cssa.batch.publishing.publication_record import PublicationRecord
from cssa.messages import Lang, fitting, message
from cssa.messages.visible import one_line
from cssa.reports.formats.aggregate import HtmlAggregate


def run_lines(result: BatchResult, output: Path, lang: Lang) -> Iterator[str]:
    """Yield files and institutions by state, both with their totals, and what to open next.

    Args:
        result: of the run.
        output: the batch's folder.
        lang: the lines' language.
    """
    ledger = result.ledger
    filings = len(ledger.filings)
    code = "batch.summary.files" if filings == ledger.file_count else "batch.summary.filings"
    yield message(lang, code, fitting(code, {"count": ledger.file_count, "filings": filings}))
    yield from _states(ledger.file_states, FILE_STATES, lang)
    yield message(lang, "batch.summary.institutions", {"count": len(ledger.institutions)})
    yield from _states(ledger.institution_states, INSTITUTION_STATES, lang)
    counted = sum(row.in_statistics for row in ledger.institutions)
    yield message(lang, "batch.summary.statistics", {"count": counted})
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
    ):
        if paths:
            params = {"count": len(paths), "first": one_line(paths[0])}
            yield message(lang, f"batch.summary.{name}", params)
    if result.unchanged:
        yield message(lang, "batch.summary.unchanged")
    yield ""
    yield message(lang, "batch.summary.open")
    effective = sum(row.effective is not None for row in ledger.institutions)
    returned = sum(filing.state in RETURNED for filing in ledger.filings)
    record = result.record
    to_open = [("ledger", output / PRIVATE / "ledger.xlsx", 1)]
    to_open.append(("returns", output / RETURNS, returned))
    to_open.append(("review", output / PRIVATE / "review.xlsx", effective))
    feedback = "interim" if record is None else "feedback"
    to_open.append((feedback, output / FEEDBACK, effective))
    for name, path, count in to_open:
        if count:
            yield _to_open(name, path, count, lang)
    yield ""
    if record is None:
        yield message(lang, "batch.summary.unpublished", {"path": output})
    else:
        yield _published(record, lang)


def published_lines(
    record: PublicationRecord, feedback: int, output: Path, lang: Lang
) -> Iterator[str]:
    """Yield what was published, and what to hand out.

    Args:
        record: of it.
        feedback: institutions that it was made for.
        output: the batch's folder.
        lang: the lines' language.
    """
    yield _published(record, lang)
    if record.withdrawn:
        last = record.withdrawn[-1]
        yield message(lang, "batch.summary.withdrawn", {"count": len(last.cells), "on": last.on})
        for cell in last.cells:
            yield f"  {cell.group}/{cell.figure}"
    yield ""
    yield message(lang, "batch.summary.hand_out")
    for name, path in (
        ("aggregate", output / f"{AGGREGATE}{HtmlAggregate.suffix}"),
        ("restricted", output / f"{RESTRICTED}{HtmlAggregate.suffix}"),
        ("feedback", output / FEEDBACK),
    ):
        yield _to_open(name, path, feedback, lang)


def _to_open(name: str, path: Path, count: int, lang: Lang) -> str:
    code = f"batch.summary.{name}"
    return "  " + message(lang, code, fitting(code, {"path": path, "count": count}))


def _published(record: PublicationRecord, lang: Lang) -> str:
    params = {
        "on": record.on,
        "approved_by": one_line(record.approved_by),
        "count": len(record.members),
    }
    return message(lang, "batch.summary.published", params)


def _states(counts: Counter[str], order: Sequence[str], lang: Lang) -> Iterator[str]:
    for state in order:
        if counts[state]:
            yield f"  {counts[state]:>6}  {message(lang, f'batch.state.{state}')}"
