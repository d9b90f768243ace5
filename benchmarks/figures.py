"""The table of figures: what each is held against, and ways to measure."""

import gc
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
TYPICAL = ROOT / "tests" / "reports" / "report" / "institutions" / "typical.yaml"
ANSWERS = ROOT / "templates" / "demo" / "answers.yaml"
AS_OF = date(2026, 11, 20)
ROUNDS = 200
TURNS = 15
"""Rounds of what takes long, measured in turns with its yardstick."""


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


@dataclass(slots=True)
class Requested:
    """What was asked for beside the usual figures.

    Attributes:
        full: a batch of ten thousand.
    """

    full: bool = False


requested = Requested()


class SkippedError(Exception):
    """A figure cannot be measured on this machine, with the reason."""


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


Times = dict[str, tuple[float, float]]
"""Shortest and middle milliseconds by name."""


def in_turns(clock: Callable[[], float], calls: Mapping[str, Callable[[], object]]) -> Times:
    """Return the times of calls, taken in turns so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(TURNS):
        for name, call in calls.items():
            begun = clock()
            call()
            times[name].append((clock() - begun) * 1000)
    return {name: (min(found), statistics.median(found)) for name, found in times.items()}


def against(times: Times, what: str, yardstick: str, limit: float, note: str = "") -> Measured:
    """Return one of the times held against another."""
    (best, middle), (bare, bare_middle) = times[what], times[yardstick]
    note = f"of medians {middle / bare_middle:.2f} x" + (note and f"; {note}")
    return Measured(best, bare, "ms", limit, note)


def child_seconds() -> float:
    """Return the seconds of CPU that child processes took so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the program went.

    Attributes:
        code: its exit code.
        cpu: seconds of processor time, workers included.
        seconds: by the clock.
        peak: memory of its largest process, in MB.
    """

    code: int
    cpu: float
    seconds: float
    peak: float


_LAUNCH = """
import json, os, subprocess, sys, time
begun = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds, cpu = time.perf_counter() - begun, used.ru_utime + used.ru_stime
print(json.dumps([os.waitstatus_to_exitcode(status), cpu, seconds, used.ru_maxrss / 1024]))
"""
"""Runs a command from a small process: Linux counts a parent's memory as its child's."""


def program(*args: object) -> Ran:
    """Run the program."""
    command = [sys.executable, "-c", _LAUNCH, sys.executable, "-m", "cssa", *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return Ran(*json.loads(done.stdout))
