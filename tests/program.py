"""Ways to run the program: as a process, or within the process of the tests."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO

import pytest

# What changes language, colours, width, places or encoding of a run.
_CLEARED = frozenset(
    {
        "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "TERM",
        "PYTHONUTF8", "PYTHONIOENCODING",
        "CI", "CI_PROJECT_DIR", "BITBUCKET_CLONE_DIR", "BUILD_SOURCESDIRECTORY",
    }
)  # fmt: skip
_CLEARED_PREFIXES = ("LC_", "CSSA_", "XDG_", "GITHUB_", "_TYPER", "_CSSA")


@dataclass(frozen=True)
class Run:
    """How a run of the program ended.

    Attributes:
        code: its exit code.
        out: what it wrote to standard output.
        err: what it wrote to standard error.
    """

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


def clear_environment(patch: pytest.MonkeyPatch, cache: Path) -> None:
    """Take away what the developer's own environment would change."""
    for name in list(os.environ):
        if name in _CLEARED or name.startswith(_CLEARED_PREFIXES):
            patch.delenv(name)
    patch.setenv("CSSA_CACHE", str(cache))


def run_process(
    *args: object,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
    command: Sequence[str] = (sys.executable, "-m", "cssa"),
) -> Run:
    """Run the program as a process."""
    import cssa as package

    sources = str(Path(package.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": sources, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*command, *map(str, args)],
        env={**environment, **(env or {})},
        input=stdin,
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


class InlineProgram:
    """The program within this process, where it is imported but once; likewise its child process.

    A batch with one worker, and what opens a workbook, get a process that stays for the next one.
    Limits, and processes that die, are tested where the program runs as a process. Not for help,
    whose words are fixed when the commands are first imported.
    """

    def __init__(self) -> None:
        self._child = KeptChild()

    def run(
        self,
        *args: object,
        lang: str | None = "en",
        stdin: bytes = b"",
        stderr: TextIO | None = None,
    ) -> Run:
        """Run one command line, in English unless told otherwise.

        Args:
            args: the command line.
            lang: the language asked for.
            stdin: what comes in.
            stderr: takes what goes to standard error, in place of the result.
        """
        from cssa.batch import workers
        from cssa.cli.run import run
        from cssa.excel import child_call

        arguments = [*map(str, args), *(["--lang", lang] if lang else [])]
        start = workers._pool
        out, err = _stream(), _stream()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                workers, "_pool", lambda count: self._child.alive() if count == 1 else start(count)
            )
            patch.setattr(child_call, "_run_child", self._child.answer)
            patch.setattr(sys, "argv", ["cssa", *arguments])
            patch.setattr(sys, "stdin", _stream(stdin))
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(stderr or err):
                code = run(arguments)
        return Run(int(code), _text(out), _text(err))

    def end(self) -> None:
        """End the child process."""
        self._child.end()


class KeptChild(Executor):
    """A child process that stays when what it is asked for is done."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def alive(self) -> "KeptChild":
        """Return this, as new: a process started here and now in place of one that died."""
        place = str(Path.cwd()), dict(os.environ)
        try:
            self.submit(_stand, *place).result()
        except BrokenExecutor:
            self.end()
            self.submit(_stand, *place).result()
        return self

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Have the process call a function."""
        if self._pool is None:
            from cssa.batch.workers import enter_worker

            self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=enter_worker)
        return self._pool.submit(fn, *args, **kwargs)

    def answer(self, call: bytes) -> tuple[int, bytes]:
        """Answer a call as a child process of its own does."""
        from cssa.excel.child_process import answer

        return 0, self.alive().submit(answer, call).result()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT002
        """Stay."""

    def end(self) -> None:
        """End the process."""
        if self._pool is not None:
            self._pool.shutdown()
        self._pool = None


def _stand(folder: str, environment: dict[str, str]) -> None:
    """Stand where another process does, and know no batch yet."""
    from cssa.batch.intake.processor import file_processor
    from cssa.batch.outputs.feedback import _feedback_writer

    file_processor.cache_clear()
    _feedback_writer.cache_clear()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)


def _stream(data: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
