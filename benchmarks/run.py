"""Every figure that has a budget, measured and printed beside its yardstick.

A figure is a function under ``@figure``; it returns what it measured and what it is held against.
``python benchmarks/run.py [WORD…]`` runs those whose name has one of the words.
"""

import gc
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

TYPICAL = ROOT / "tests" / "report" / "institutions" / "typical.yaml"
ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure came to.

    Attributes:
        value: what was measured, in the unit of the yardstick.
        yardstick: what it is held against, in the same unit.
        unit: what both are in.
        limit: how many times the yardstick the value may be.
        note: how it was measured, or what else was seen.
    """

    value: float
    yardstick: float
    unit: str
    limit: float = 1.0
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the yardstick the value is."""
        return self.value / self.yardstick


FIGURES: dict[str, Callable[[], Measured]] = {}


def figure(name: str) -> Callable[[Callable[[], Measured]], Callable[[], Measured]]:
    """Return the decorator that puts a figure into the table under a name."""

    def add(measure: Callable[[], Measured]) -> Callable[[], Measured]:
        FIGURES[name] = measure
        return measure

    return add


def milliseconds(call: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the shortest and the middle time of a call.

    The shortest is the figure: other work on the machine only ever adds to a time.
    """
    call()
    times = []
    gc.collect()
    for _ in range(rounds):
        begun = perf_counter()
        call()
        times.append((perf_counter() - begun) * 1000)
    return min(times), statistics.median(times)


@figure("HTML report, templates loaded (176 answers with notes)")
def html_report() -> Measured:
    """Rendering, and the view it renders, within 5 ms."""
    from cssa.cli.report import view_of
    from cssa.cli.workspace import Workspace
    from cssa.reports.reporters import REPORTERS

    workspace = Workspace()
    assessed = workspace.assess(str(TYPICAL), scheme=None, target=None, as_of=date(2026, 11, 20))
    view = view_of(workspace, assessed, None)
    best, middle = milliseconds(lambda: REPORTERS["html"](view, "ja"))
    built, _ = milliseconds(lambda: view_of(workspace, assessed, None))
    size = len(REPORTERS["html"](view, "ja").encode()) / 1000
    note = f"median {middle:.1f}; view {built:.1f} beside; {size:.0f} kB"
    return Measured(best, 5.0, "ms", note=note)


@figure("HTML report, size (176 answers with notes)")
def html_size() -> Measured:
    """The larger of the two languages' files within 300 kB."""
    from cssa.cli.report import view_of
    from cssa.cli.workspace import Workspace
    from cssa.messages import LANGS
    from cssa.reports.reporters import REPORTERS

    workspace = Workspace()
    assessed = workspace.assess(str(TYPICAL), scheme=None, target=None, as_of=date(2026, 11, 20))
    view = view_of(workspace, assessed, None)
    sizes = [len(REPORTERS["html"](view, lang).encode()) / 1000 for lang in LANGS]
    return Measured(max(sizes), 300.0, "kB")


def main(words: list[str]) -> int:
    """Print the table and return 1 when a figure is over its budget."""
    rows = [("figure", "measured", "yardstick", "ratio", "budget", "", "note")]
    over = 0
    for name, measure in FIGURES.items():
        if words and not any(word.lower() in name.lower() for word in words):
            continue
        found = measure()
        is_over = found.ratio > found.limit
        over += is_over
        rows.append(
            (
                name,
                f"{found.value:.2f} {found.unit}",
                f"{found.yardstick:.2f} {found.unit}",
                f"{found.ratio:.2f} x",
                f"<= {found.limit:g} x",
                "OVER" if is_over else "ok",
                found.note,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
