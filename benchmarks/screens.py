"""Measuring the full-screen interview on a pseudo-terminal, in CPU time of its process."""

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_ROUNDS = 9
_QUIET = 0.12  # seconds without output after which a key is taken for answered
_KEYS = 60


class Run:
    """A program on a terminal of its own.

    Args:
        command: what is run.
        folder: where it runs.
        environment: beside what every run has.
        size: columns and lines.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        folder: Path,
        environment: dict[str, str],
        size: tuple[int, int] = (120, 40),
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**_inherited(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
            start_new_session=True,
        )
        os.close(slave)
        self._seen = b""

    def cpu(self) -> float:
        """Return the milliseconds of CPU that it has used."""
        clock = (~self._process.pid << 3) | 2  # the clock of a process, as the kernel numbers it
        return time.clock_gettime(clock) * 1000

    def until(self, words: str, seconds: float = 60) -> float:
        """Wait for words; return the CPU time by then."""
        end = time.monotonic() + seconds
        while words.encode() not in _ESCAPES.sub(b"", self._seen):
            if time.monotonic() > end:
                raise SystemExit(f"{words!r} did not appear: {self._seen[-500:]!r}")
            self._read(0.02)
        return self.cpu()

    def key(self, key: str) -> float:
        """Type a key; return the CPU time until everything is painted."""
        begun = self.cpu()
        os.write(self._master, key.encode())
        while self._read(_QUIET):
            pass
        return self.cpu() - begun

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            self._seen += os.read(self._master, 65536)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)


def _inherited() -> dict[str, str]:
    """Return the environment without what keeps a program from storing its bytecode."""
    removed = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "NO_COLOR")
    return {name: value for name, value in os.environ.items() if name not in removed}


def start_times(answers: Path) -> dict[str, float]:
    """Return the shortest CPU times in milliseconds until something can be seen or answered.

    Args:
        answers: an answers file with an open question.
    """
    script = Path(sys.executable).with_name("cssa")
    runs: dict[str, tuple[Sequence[str | Path], str]] = {
        "bare": ((sys.executable, ROOT / "benchmarks" / "bare_screen.py"), "Opening"),
        "frame": ((script, "assess"), "Opening"),
        "question": ((script, "assess"), "Current answer"),
        "lines": ((script, "assess", "--plain"), "h all commands"),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(answers, folder / "answers.yaml")
        environment = {"CSSA_CACHE": str(folder / "cache"), "CSSA_LANG": "en"}
        for _ in range(_ROUNDS + 1):  # the first fills the cache
            for what, (command, words) in runs.items():
                run = Run(command, folder, environment)
                try:
                    times[what].append(run.until(words))
                finally:
                    run.close()
    return {what: min(found[1:]) for what, found in times.items()}


def key_times(answers: Path, checklist: Path) -> tuple[float, float]:
    """Return the median and the 95th percentile of the CPU time of a key, in milliseconds.

    Args:
        answers: an answers file.
        checklist: the folder of its checklist.
    """
    script = Path(sys.executable).with_name("cssa")
    with TemporaryDirectory(dir=ROOT) as name:  # beside the sources: a disk, not memory
        folder = Path(name)
        shutil.copy(answers, folder / "answers.yaml")
        environment = {"CSSA_CACHE": str(folder / "cache"), "CSSA_LANG": "en"}
        run = Run((script, "assess", "-c", checklist), folder, environment)
        try:
            run.until("Current answer")
            run.key("s")
            times = [run.key("0234"[turn // 2 % 4] if turn % 2 else "\r") for turn in range(_KEYS)]
        finally:
            run.close()
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def doubled_checklist(source: Path, target: Path) -> Path:
    """Write a checklist with every practice twice, the second time in domains 3.1 and so on.

    Args:
        source: the folder of a checklist whose domains are 2.1 and so on.
        target: the folder to write.
    """
    import yaml

    shutil.copytree(source, target)
    header = yaml.safe_load((source / "checklist.yaml").read_text("utf-8"))
    for bound in ("fingerprint", "supersedes", "numbering", "consistency"):
        header.pop(bound, None)
    header["domains"] += [_copied(domain) for domain in header["domains"]]
    (target / "checklist.yaml").write_text(yaml.safe_dump(header, allow_unicode=True), "utf-8")
    for file in source.glob("2.*.yaml"):
        domain = _with_copied_ids(yaml.safe_load(file.read_text("utf-8")))
        text = yaml.safe_dump(domain, allow_unicode=True, sort_keys=False)
        (target / _copied(file.name)).write_text(text, "utf-8")
    return target


def _copied(id_: str) -> str:
    return f"3{id_.removeprefix('2')}"


def _with_copied_ids(value: Any) -> Any:
    """Return a domain in which its own id, and those of sections and practices, are others."""
    if isinstance(value, list):
        return [_with_copied_ids(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _copied(item)
        if key in ("domain", "id", "parent") and str(item).startswith("2.")
        else _with_copied_ids(item)
        for key, item in value.items()
    }
