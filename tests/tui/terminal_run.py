"""The program on the whole screen of a real pseudo-terminal, and killing it there.

Run as a script it kills it many times: ``python -m tests.tui.terminal_run 200``.
"""

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from tests.interview.conftest import HEAD, SRC

from cssa.answers.answers_file import AnswersFile

_SAVED = re.compile(r"Saved: (\S+) level (\d)")
_KILLS_OF_A_FILE = 10
"""So few that no run comes to the end of the checklist, where it begins with the review."""

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]")


class FullScreen:
    """One run of the program on a terminal of its own."""

    def __init__(
        self,
        folder: Path,
        cache: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        stderr: int | None = None,
    ) -> None:
        self.master, slave = pty.openpty()
        self.resize(*size, descriptor=slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cssa", "assess", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            cwd=folder,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(SRC),
                "CSSA_LANG": "en",
                "CSSA_CACHE": str(cache),
                "LC_ALL": "C.UTF-8",
                "TERM": "xterm-256color",
                "HOME": str(folder),
                **(environment or {}),
            },
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - a controlling terminal for signals
        )
        os.close(slave)
        self.seen = b""

    @property
    def text(self) -> str:
        """Everything that was written, without what moves the cursor and colours."""
        return _ESCAPES.sub("", self.seen.decode(errors="replace"))

    def resize(self, columns: int, lines: int, *, descriptor: int | None = None) -> None:
        where = self.master if descriptor is None else descriptor
        fcntl.ioctl(where, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds: float) -> None:
        """Read what is written within a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], left)
            if not ready:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            if not data:
                return
            self.seen += data

    def until(self, words: str, seconds: float = 60) -> None:
        """Read until words were written."""
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end or self.process.poll() is not None:
                self.read(0.3)
                if words in self.text:
                    return
                raise AssertionError(f"{words!r} did not appear: {self.text[-1500:]}")
            self.read(0.05)

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.read(0.1)

    def exit_code(self, seconds: float = 30) -> int:
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.read(0.1)
        assert self.process.poll() is not None, self.text[-1500:]
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()
        os.close(self.master)


def kill_while_answering(folder: Path, cache: Path, chance: random.Random, kills: int) -> int:
    """Kill the program at random moments while keys are typed; return how many entries were shown.

    Raises:
        AssertionError: when an entry that was shown as saved is not in the file.
    """
    expected: dict[str, int] = {}
    shown = 0
    for kill in range(kills):
        place = folder / str(kill // _KILLS_OF_A_FILE)
        path = place / "answers.yaml"
        if not place.exists():
            place.mkdir()
            path.write_text(HEAD + "answers: {}\n", "utf-8")
            expected = {}
        screen = FullScreen(place, cache)
        try:
            screen.until("Answers are saved")
            screen.type(chance.choice("02345"))
            screen.until("Saved: ")
            for _ in range(chance.randint(1, 12)):
                screen.type(chance.choice("02345"))
                screen.read(chance.random() * 0.08)
                if chance.random() < 0.7:
                    screen.type("\r")
                    screen.read(chance.random() * 0.05)
            screen.kill()
        finally:
            screen.close()
        for practice, level in _SAVED.findall(screen.text):
            expected[practice] = int(level)
            shown += 1
        answers = AnswersFile.read_unchecked(path).submission.answers
        for practice, level in expected.items():
            assert practice in answers, f"{practice}, shown as saved at level {level}, is lost"
            # A later entry for the same practice may have been saved before it could be shown; what
            # stands there is then one of those that were typed.
            expected[practice] = answers[practice].level or 0
    return shown


def main() -> None:
    """Kill it as often as the command line says."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cache = Path(os.environ.get("CSSA_CACHE", place / "cache"))
        shown = kill_while_answering(place, cache, random.Random(1), kills)  # noqa: S311 - any moments will do
    sys.stdout.write(f"{kills} kills, {shown} entries shown as saved, none lost\n")


if __name__ == "__main__":
    main()
