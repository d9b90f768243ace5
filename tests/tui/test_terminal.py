"""The program on a real pseudo-terminal: which mode it takes, kills, signals, resizing."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.interview.conftest import HEAD

from .terminal_run import FullScreen, kill_while_answering

ALTERNATE = b"\x1b[?1049h"  # what a program writes that takes the whole screen


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def start(tmp_path: Path, cache: Path) -> Iterator[Callable[..., FullScreen]]:
    screens: list[FullScreen] = []
    (tmp_path / "answers.yaml").write_text(HEAD + "answers: {}\n", "utf-8")

    def begin(*arguments: str, **options: Any) -> FullScreen:
        screens.append(FullScreen(tmp_path, cache, *arguments, **options))
        return screens[-1]

    yield begin
    for screen in screens:
        screen.close()


def test_it_answers_resizes_suspends_and_leaves_the_terminal_as_it_was(
    start: Callable[..., FullScreen], tmp_path: Path
) -> None:
    screen = start()
    screen.until("Answers are saved")
    assert ALTERNATE in screen.seen
    screen.type("3")
    screen.until("Saved: 2.1.1-1 level 3")
    screen.resize(120, 40)
    os.kill(screen.process.pid, signal.SIGWINCH)
    screen.until("Why it matters")
    screen.type("\x1a")
    end = time.monotonic() + 20
    while time.monotonic() < end:
        screen.read(0.05)
        if Path(f"/proc/{screen.process.pid}/stat").read_text("utf-8").split()[2] == "T":
            break
    else:
        pytest.fail("it was not suspended")
    os.kill(screen.process.pid, signal.SIGCONT)
    screen.read(0.5)
    screen.type("4")
    screen.until("Saved: 2.1.1-1 level 4")
    screen.type("q")
    assert screen.exit_code() == 0
    assert b"\x1b[?1049l" in screen.seen
    assert "Resume with" in screen.text
    assert "2.1.1-1: 4" in (tmp_path / "answers.yaml").read_text("utf-8")


def test_a_closed_terminal_ends_it_and_loses_nothing(
    start: Callable[..., FullScreen], tmp_path: Path
) -> None:
    screen = start()
    screen.until("Answers are saved")
    screen.type("3")
    screen.until("Saved: 2.1.1-1 level 3")
    os.kill(screen.process.pid, signal.SIGHUP)
    screen.process.wait(timeout=20)
    assert "2.1.1-1: 3" in (tmp_path / "answers.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (("--plain",), {}),
        ((), {"environment": {"TERM": "dumb"}}),
        ((), {"environment": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}}),
        ((), {"size": (59, 24)}),
        ((), {"size": (80, 19)}),
    ],
    ids=["plain", "dumb", "ascii", "narrow", "low"],
)
def test_a_terminal_that_cannot_show_it_gets_the_line_mode(
    start: Callable[..., FullScreen], arguments: tuple[str, ...], options: dict[str, Any]
) -> None:
    screen = start(*arguments, **options)
    screen.until("Answered: 0 of 26")
    assert ALTERNATE not in screen.seen


def test_a_redirected_error_output_gets_the_line_mode(
    start: Callable[..., FullScreen], tmp_path: Path
) -> None:
    with (tmp_path / "errors.txt").open("wb") as errors:
        screen = start(stderr=errors.fileno())
        screen.until("Answered: 0 of 26")
    assert (tmp_path / "errors.txt").read_bytes() == b""


def test_without_colours_no_colour_is_sent(start: Callable[..., FullScreen]) -> None:
    screen = start(environment={"NO_COLOR": "1"})
    screen.until("Answers are saved")
    assert b"\x1b[38;2" not in screen.seen
    assert b"\x1b[48;2" not in screen.seen
    assert b"38;5;" not in screen.seen


@pytest.mark.parametrize(
    "environment", [{"TERM": "vt100"}, {"LC_ALL": "C", "PYTHONUTF8": "1"}], ids=["vt100", "C"]
)
def test_lines_are_drawn_in_ascii_where_the_terminal_may_have_no_more(
    start: Callable[..., FullScreen], environment: dict[str, str]
) -> None:
    screen = start(environment=environment, size=(120, 40))
    screen.until("Answers are saved")
    screen.type("t")
    screen.until("Ctrl+S")
    screen.read(0.5)
    drawn = screen.text.replace("Opening…", "")
    assert not set("▁▂▃▄▅▆▇▕▏━") & set(drawn)
    assert "|" in drawn
    assert "-----" in drawn


def test_a_file_that_cannot_be_read_is_reported_as_ever(
    start: Callable[..., FullScreen], tmp_path: Path
) -> None:
    (tmp_path / "answers.yaml").write_text(HEAD + "answers: {2.1.1-1: 9}\n", "utf-8")
    screen = start()
    assert screen.exit_code() == 3
    assert "answers.yaml:" in screen.text


def test_kills_while_keys_are_typed_lose_no_entry_that_was_shown(
    tmp_path: Path, cache: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - any moments will do
    assert kill_while_answering(tmp_path, cache, chance, 4) > 0


def test_scoring_and_checking_never_import_textual() -> None:
    import subprocess

    code = """
import sys
from cssa.cli import gate, score, batch, report
from cssa.cli.app import COMMANDS
from importlib import import_module
for module in COMMANDS.values():
    import_module(module)
print([name for name in sys.modules if name.partition(".")[0] == "textual"])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"
