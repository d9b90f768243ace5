"""What an import carried and what it did not, as tables for the terminal."""

from collections import Counter
from collections.abc import Iterator

from cssa.cli.language import t
from cssa.cli.output import note
from cssa.cli.pages import show
from cssa.importers.import_run import Imported
from cssa.messages.wording import listed
from cssa.reports.page import Column, Table

_SHOWN_LOSSES = 20
_SHOWN_VALUES = 5


def print_summary(imported: Imported) -> None:
    """Print what was carried and what was not, and note what was decided.

    Args:
        imported: the import.
    """
    losses = (_losses(imported),) if imported.balance.losses else ()
    show(((_counts(imported),), losses))
    if not losses:
        note(t("import.nothing_lost"))
    values: dict[str, list[str]] = {}
    for entry in imported.balance.notes:
        values.setdefault(entry.code, []).append(entry.value)
    for code, named in values.items():
        params = {"value": listed(named, _SHOWN_VALUES)} if any(named) else {}
        note(t(f"import.note.{code}", **params))


def _counts(imported: Imported) -> Table:
    rows = [
        (t(f"import.count.{kind}"), *(f"{number:,}" for number in count.values()))
        for kind, count in imported.counts.items()
    ]
    return Table(tuple(_columns("kind", "read", "carried", "listed")), rows)


def _losses(imported: Imported) -> Table:
    totals: Counter[tuple[str, str]] = Counter()
    for loss, count in imported.balance.losses.items():
        totals[loss.field, loss.cause] += count
    rows = [
        (field, t(f"import.cause.{cause}"), f"{count:,}")
        for (field, cause), count in totals.most_common(_SHOWN_LOSSES)
    ]
    if len(totals) > _SHOWN_LOSSES:
        rows.append((t("import.table.more", count=len(totals) - _SHOWN_LOSSES), "", ""))
    return Table(tuple(_columns("field", "cause", "count")), rows)


def _columns(*names: str) -> Iterator[Column]:
    for name in names:
        is_number = name in ("read", "carried", "listed", "count")
        yield Column(
            t(f"import.table.{name}"),
            "right" if is_number else "left",
            breaks="in lists" if name in ("field", "cause") else "never",
        )
