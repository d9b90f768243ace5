"""What ``--help`` shows, as committed, and that it keeps to one language."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.program import Run, clear_environment, run_process

from cssa.cli.app import COMMANDS
from cssa.cli.exit_codes import ExitCode

GOLDEN = Path(__file__).resolve().parent / "golden" / "help"
LANGS = ("ja", "en")


def _commands() -> Iterator[tuple[str, ...]]:
    yield ()
    for name, module in COMMANDS.items():
        yield (name,)
        found: Any = typer.main.get_command(import_module(module).app)
        for inner in getattr(found, "commands", {}):
            yield (name, inner)


PATHS = list(_commands())

_EACH_HELP = """
import contextlib, io, json, sys
from cssa.cli.main import main

shown = []
for arguments in json.load(sys.stdin):
    sys.argv = ["cssa", *arguments]
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main()
        out.flush()
    shown.append([code, *(stream.buffer.getvalue().decode() for stream in (out, err))])
print(json.dumps(shown))
"""


@pytest.fixture(scope="module")
def helps(cache_folder: Path) -> Callable[[tuple[str, ...], str], Run]:
    """Return the help of a command in a language; one process shows all of a language."""

    @cache
    def shown(lang: str) -> dict[tuple[str, ...], Run]:
        with pytest.MonkeyPatch.context() as patch:
            clear_environment(patch, cache_folder)
            run = run_process(
                stdin=json.dumps([[*path, "--help", "--lang", lang] for path in PATHS]).encode(),
                command=(sys.executable, "-c", _EACH_HELP),
            )
        assert run.code == 0, run.err
        return {path: Run(*one) for path, one in zip(PATHS, run.json, strict=True)}

    return lambda path, lang: shown(lang)[path]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: " ".join(path) or "cssa")
def test_help_is_as_committed(
    path: tuple[str, ...],
    lang: str,
    helps: Callable[[tuple[str, ...], str], Run],
    golden: Callable[[Path, str], None],
    find_japanese: Callable[[str], list[str]],
    find_english: Callable[[str], list[str]],
) -> None:
    run = helps(path, lang)
    assert (run.code, run.err) == (0, "")
    assert max(len(line) + len(find_japanese(line)) for line in run.out.splitlines()) <= 100
    if lang == "en":
        assert find_japanese(run.out) == []
    else:
        assert find_japanese(run.out)
        assert find_english(run.out) == []
    golden(GOLDEN / f"{'-'.join(('cssa', *path))}.{lang}.txt", run.out)


def test_no_committed_help_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.glob("*.txt")}
    assert kept == {f"{'-'.join(('cssa', *path))}.{lang}.txt" for path in PATHS for lang in LANGS}


def test_help_lists_every_command_and_every_exit_code(cssa: Callable[..., Any]) -> None:
    out = cssa("--help", "--lang", "en").out
    assert [name for name in COMMANDS if not re.search(rf"^  {name} ", out, re.MULTILINE)] == []
    assert [
        code for code in ExitCode if not re.search(rf"^  {int(code)} ", out, re.MULTILINE)
    ] == []


def test_without_arguments_the_help_is_shown(cssa: Callable[..., Any]) -> None:
    assert cssa("--lang", "en").out == cssa("--help", "--lang", "en").out


@pytest.mark.parametrize("lang", LANGS)
def test_every_argument_and_option_is_explained(lang: str) -> None:
    for path in PATHS:
        text = (GOLDEN / f"{'-'.join(('cssa', *path))}.{lang}.txt").read_text(encoding="utf-8")
        alone = [
            line
            for line, following in zip(text.splitlines(), [*text.splitlines()[1:], ""], strict=True)
            if re.match(r"^  -?-?\S", line)
            and not re.search(r"\S {2,}\S", line)
            and not following.startswith("     ")
        ]
        assert alone == [], path
