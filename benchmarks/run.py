"""Every figure that has a budget, measured and printed beside its yardstick.

A figure is a function under ``@figure``; it returns what it measured and what it is held against.
``python benchmarks/run.py [WORD…]`` runs those whose name has one of the words.
"""

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / each) for each in ("src", ".")]

from benchmarks.figures import FIGURES, SkippedError, requested  # noqa: E402 - found from here on

_HEADINGS = ("figure", "measured", "yardstick", "ratio", "budget", "", "note")


def measure(name: str) -> dict[str, Any]:
    """Return what a figure came to, as plain values."""
    try:
        found = FIGURES[name]()
    except SkippedError as reason:
        return {"figure": name, "state": "skipped", "note": str(reason)}
    return {
        "figure": name,
        "state": "over" if found.ratio > found.limit else "ok",
        "measured": found.value,
        "yardstick": found.yardstick,
        "unit": found.unit,
        "ratio": found.ratio,
        "budget": found.limit,
        "note": found.note,
    }


def row(figure: dict[str, Any]) -> tuple[str, ...]:
    """Return a figure as a row of the table."""
    name, state, note = figure["figure"], figure["state"], figure["note"]
    if state == "skipped":
        return (name, "-", "-", "-", "-", state, note)
    value, yardstick = (
        f"{figure[each]:.2f} {figure['unit']}" for each in ("measured", "yardstick")
    )
    limit = f"<= {figure['budget']:.3g} x"
    return (name, value, yardstick, f"{figure['ratio']:.2f} x", limit, state.upper(), note)


def machine() -> dict[str, Any]:
    """Return when and on what figures are measured."""
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0],
    }


def main() -> int:
    """Print the table and return 1 when a figure is over its budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", metavar="WORD", help="measure figures with such names")
    parser.add_argument("--full", action="store_true", help="measure a batch of 10,000, too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    asked = parser.parse_args()
    requested.full = asked.full
    for area in ("commands", "interview", "forms", "reports", "batches"):
        import_module(f"benchmarks.{area}")
    words = [word.lower() for word in asked.words]
    names = [name for name in FIGURES if not words or any(word in name.lower() for word in words)]
    here = machine()
    figures = [measure(name) for name in names]
    rows = [_HEADINGS, *map(row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        print("  ".join(map(str.ljust, cells, widths)).rstrip())
    print("; ".join(f"{name} {value}" for name, value in here.items()))
    if asked.json is not None:
        document = {"schema": "cssa.benchmarks/1", **here, "figures": figures}
        asked.json.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(any(figure["state"] == "over" for figure in figures))


if __name__ == "__main__":
    raise SystemExit(main())
