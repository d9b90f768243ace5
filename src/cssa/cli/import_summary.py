"""What an import carried and what it did not, as tables for the terminal."""

import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from cssa.cli.help_layout import page_width
from cssa.cli.language import t
from cssa.cli.output import note
from cssa.importers.import_run import Imported
from cssa.messages.visible import first_few, one_line

_SHOWN_LOSSES = 20
_SHOWN_VALUES = 5


def print_summary(imported: Imported) -> None:
    """Print what was carried and what was not, and note what was decided.

    Args:
        imported: the import.
    """
    console = Console(file=sys.stdout, width=page_width(), highlight=False)
    counts = _table("kind", "read", "carried", "listed")
    for kind, count in imported.counts.items():
        counts.add_row(t(f"import.count.{kind}"), *(f"{number:,}" for number in count.values()))
    console.print(counts)
    if imported.balance.losses:
        console.print(_losses(imported))
    else:
        note(t("import.nothing_lost"))
    values: dict[str, list[str]] = {}
    for entry in imported.balance.notes:
        values.setdefault(entry.code, []).append(entry.value)
    for code, named in values.items():
        params = {"value": first_few(named, _SHOWN_VALUES)} if any(named) else {}
        note(t(f"import.note.{code}", **params))


def _losses(imported: Imported) -> Table:
    totals: Counter[tuple[str, str]] = Counter()
    for loss, count in imported.balance.losses.items():
        totals[loss.field, loss.cause] += count
    table = _table("field", "cause", "count")
    for (field, cause), count in totals.most_common(_SHOWN_LOSSES):
        table.add_row(one_line(field), t(f"import.cause.{cause}"), f"{count:,}")
    if len(totals) > _SHOWN_LOSSES:
        table.add_row(t("import.table.more", count=len(totals) - _SHOWN_LOSSES), "", "")
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        is_number = column in ("read", "carried", "listed", "count")
        table.add_column(t(f"import.table.{column}"), justify="right" if is_number else "left")
    return table
