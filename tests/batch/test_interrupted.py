"""A batch that is ended in the middle, and goes on as if it had not been."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import Batched, Drawn, tree

MOMENTS = int(os.environ.get("BATCH_MOMENTS", "2"))
"""How often a run is killed; BATCH_MOMENTS=20 for a long check."""

Start = Callable[..., "subprocess.Popen[bytes]"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are ended by signals")


def _kill(process: "subprocess.Popen[bytes]", after: float, how: signal.Signals) -> int:
    """End a run, if it is still going on after some seconds."""
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, how)
    process.communicate(timeout=60)
    return process.returncode


def test_killed_at_any_moment_it_finishes_with_the_same_bytes(
    drawn: Drawn, batched: Batched, start: Start, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    asked = ("batch", "run", drawn.forms, "-o", out, *drawn.named, "--workers", 2)
    dice = random.Random(7)  # noqa: S311 - moments, not secrets
    killed = 0
    for _ in range(MOMENTS):
        code = _kill(start(*asked), dice.uniform(0.3, 3.5), signal.SIGKILL)
        killed += code == -signal.SIGKILL
    assert killed > 0
    process = start(*asked)
    process.communicate(timeout=120)
    assert process.returncode == 3
    assert tree(out) == tree(batched.folder)


def test_interrupted_it_says_so_and_keeps_what_was_read(
    drawn: Drawn, batched: Batched, start: Start, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = start("batch", "run", drawn.forms, "-o", out, *drawn.named, "--workers", 1)
    readings = out / "private/kept/readings"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and len(list(readings.glob("*.json"))) < 5:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    kept = tree(readings)
    assert len(kept) >= 5
    whole = tree(batched.folder / "private/kept/readings")
    assert {name: whole[name] for name in kept if name in whole} == {
        name: known for name, known in kept.items() if not name.endswith(".part")
    }
