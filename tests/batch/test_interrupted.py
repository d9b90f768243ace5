"""A batch that is ended in the middle, and goes on as if it had not been."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import APPROVAL, Batched, Drawn, tree

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


def test_publishing_killed_at_any_moment_finishes_with_the_same_bytes(
    published: Batched, copy: Path, start: Start
) -> None:
    asked = ("batch", "publish", copy, *APPROVAL, "--workers", 2)
    dice = random.Random(11)  # noqa: S311 - moments, not secrets
    killed = 0
    for _ in range(MOMENTS):
        code = _kill(start(*asked), dice.uniform(0.3, 2.0), signal.SIGKILL)
        killed += code == -signal.SIGKILL
        is_recorded = (copy / "private/published.json").exists()
        assert is_recorded or not (copy / "public").exists()
    assert killed > 0
    process = start(*asked)
    _, err = process.communicate(timeout=120)
    assert process.returncode in (0, 2), err  # a kill may have come too late
    assert tree(copy) == tree(published.folder)


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
