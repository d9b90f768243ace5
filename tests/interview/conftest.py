"""A screen to drive the program through a real pseudo-terminal."""

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

SRC = Path(__file__).resolve().parents[2] / "src"


class Screen:
    """One run of the program, driven by typed lines."""

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        cache: Path,
        *,
        lang: str = "ja",
        term: str = "dumb",
        width: int = 80,
    ) -> None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SRC),
            "CSSA_LANG": lang,
            "CSSA_CACHE": str(cache),
            "LC_ALL": "C.UTF-8",
            "TERM": term,
            "HOME": str(folder),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cssa", "assess", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - a controlling terminal for Ctrl-C
        )
        os.close(slave)
        self.master = master
        self.seen = b""
        self.read_to = 0

    @property
    def text(self) -> str:
        return self.seen.decode(errors="replace").replace("\r\n", "\n")

    def read_available(self, timeout: float = 0.05) -> bool | None:
        """Read output that has arrived; return None at the end of it."""
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError as error:
            if error.errno == errno.EIO:
                return None
            raise
        self.seen += data
        return True if data else None

    def until(self, pattern: str, timeout: float = 20) -> str:
        """Wait for new text, and return it up to the end of the pattern."""
        end = time.monotonic() + timeout
        compiled = re.compile(pattern.encode())
        while True:
            match = compiled.search(self.seen, self.read_to)
            if match:
                shown = self.seen[self.read_to : match.end()].decode(errors="replace")
                self.read_to = match.end()
                return shown.replace("\r\n", "\n")
            if time.monotonic() > end or self.read_available() is None:
                raise AssertionError(f"{pattern!r} did not appear: {self.text[-1500:]}")

    def type(self, text: str, then: str = "> $") -> str:
        """Type a line, and wait for the next prompt."""
        os.write(self.master, text.encode() + b"\n")
        return self.until(then)

    def key(self, byte: bytes) -> None:
        os.write(self.master, byte)

    def exit_code(self, timeout: float = 20) -> int:
        end = time.monotonic() + timeout
        while self.process.poll() is None and time.monotonic() < end:
            self.read_available()
        while self.read_available(0.02):
            pass
        assert self.process.poll() is not None, self.text[-1500:]
        return self.process.returncode

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()
        os.close(self.master)


class ScriptedPrompter:
    """A prompter that reads prepared lines and records what it shows."""

    def __init__(self, *lines: str) -> None:
        self.lines = [*lines]
        self.shown: list[str] = []
        self.before_answering: Callable[[], object] = lambda: None

    def show(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:  # noqa: ARG002 - the protocol's
        self.shown.append(" " * indent + text)

    def show_title(self, text: str) -> None:
        self.show(text)

    def page(self, more: str) -> contextlib.AbstractContextManager[None]:  # noqa: ARG002 - the protocol's
        return contextlib.nullcontext()

    def read_line(self, prompt: str) -> str:
        self.shown.append(prompt)
        self.before_answering()
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def has_more_input(self) -> bool:
        return False


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def start(tmp_path: Path, cache: Path) -> Iterator[Callable[..., Screen]]:
    """Start the program in a folder of its own."""
    screens: list[Screen] = []

    def start_screen(*arguments: str, named: bool = True, **options: Any) -> Screen:
        if named and "-c" not in arguments:  # else it begins with a choice of checklists
            arguments = ("-c", "fsa-cyber-guideline", *arguments)
        screens.append(Screen(arguments, tmp_path, cache, **options))
        return screens[-1]

    yield start_screen
    for screen in screens:
        screen.close()


@pytest.fixture
def answers_file(tmp_path: Path) -> Callable[..., Path]:
    """Write an answers file of an institution whose facts are all stated."""

    def write(body: str = "answers: {}\n", name: str = "answers.yaml") -> Path:
        path = tmp_path / name
        path.write_text(HEAD + body, "utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def workspace(cache: Path) -> Iterator[Any]:
    from cssa.cli.environment import open_workspace

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CSSA_CACHE", str(cache))
        yield open_workspace()


@pytest.fixture(scope="session")
def edition(workspace: Any) -> Any:
    return workspace.catalogue.load(workspace.catalogue.find("fsa-cyber-guideline"))


FLAGS = [
    "clearing_transfer",
    "economic_security_designated",
    "public_web",
    "public_api",
    "mobile_app",
    "network_not_separated",
    "cloud",
    "wireless_lan",
    "remote_access",
    "vendor_access",
    "sso_federation",
    "development",
    "dev_environment",
    "outsourced_soc",
    "shared_system",
    "inhouse_forensics",
    "inhouse_testing",
    "parent_group",
    "member_group",
    "overseas",
]
FACTORS = [
    "regional_role",
    "market_position",
    "online_value",
    "customer_data",
    "channels",
    "third_party_dependence",
    "legacy",
    "major_change",
    "overseas_group",
]
HEAD = f"""# 手で書いた注
schema: cssa.answers/1
checklist: {{id: fsa-cyber-guideline, version: "2025-07-04"}}
institution:
  id: "test-1"
  name: みなと信用金庫
  sector: shinkin   # 業態
  size: 3.2e11
  profile: {{{", ".join(f"{flag}: true" for flag in FLAGS)}}}
  risk: {{factors: {{{", ".join(f"{factor}: medium" for factor in FACTORS)}}}}}
assessed_on: 2026-11-20
"""
