"""Figures of whole processes: start, score, gate."""

import os
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from benchmarks.figures import (
    ANSWERS,
    ROOT,
    Measured,
    Times,
    against,
    child_seconds,
    figure,
    in_turns,
)


@cache
def processes() -> Times:
    """Return the CPU times of whole processes, bytecode and checklist compiled."""
    script = Path(sys.executable).with_name("cssa")
    if not script.exists():
        raise SystemExit(f"{script} is missing: pip install -e . with the Python that runs this")
    commands: dict[str, list[str | Path]] = {
        "python": [sys.executable, "-c", "pass"],
        "bare": [sys.executable, ROOT / "benchmarks" / "bare.py"],
        "version": [script, "--version"],
        "help": [script, "--help"],
        "score": [script, "score", ANSWERS],
        "first score": [script, "score", ANSWERS],
        "score in colour": [script, "score", ANSWERS],
        "gate": [script, "gate", ANSWERS],
    }
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "CSSA_CACHE": folder}
        for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR"):
            environment.pop(name, None)
        terminal = {**environment, "FORCE_COLOR": "1", "TERM": "xterm-256color"}

        def run(name: str) -> None:
            env = terminal if name == "score in colour" else environment
            if name == "first score":
                env = {**environment, "CSSA_CACHE": mkdtemp(dir=folder)}
            done = subprocess.run(commands[name], env=env, capture_output=True, check=False)
            if done.returncode > (name == "gate"):  # a gate not met was measured all the same
                raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr.decode()}")

        for name in commands:
            run(name)
        return in_turns(child_seconds, {name: partial(run, name) for name in commands})


@figure("cssa --version")
def version() -> Measured:
    """Within twice the bare interpreter."""
    return against(processes(), "version", "python", 2)


@figure("cssa --help")
def help_() -> Measured:
    """Within 8 times the bare interpreter."""
    return against(processes(), "help", "python", 8)


@figure("cssa score, 176 answers, beside a bare command")
def score() -> Measured:
    """Within 1.75 times a typer command that imports pydantic and yaml."""
    return against(processes(), "score", "bare", 1.75)


@figure("cssa score on a terminal, 176 answers, beside a bare command")
def score_in_colour() -> Measured:
    """Within the same 1.75 times."""
    return against(processes(), "score in colour", "bare", 1.75)


@figure("cssa gate, 176 answers, beside a bare command")
def gate() -> Measured:
    """Within 1.75 times a typer command that imports pydantic and yaml."""
    return against(processes(), "gate", "bare", 1.75)


@figure("cssa score, first run, beside a bare command")
def first_score() -> Measured:
    """Within 2.2 times, with nothing compiled of the checklist."""
    return against(processes(), "first score", "bare", 2.2)
