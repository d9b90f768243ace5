"""What ``--help`` shows, as committed, and that it keeps to one language."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: " ".join(path) or "cssa")
def test_help_is_as_committed(
    path: tuple[str, ...],
    lang: str,
    cssa: Callable[..., Any],
    golden: Callable[[Path, str], None],
    find_japanese: Callable[[str], list[str]],
    find_english: Callable[[str], list[str]],
) -> None:
    run = cssa(*path, "--help", "--lang", lang)
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
