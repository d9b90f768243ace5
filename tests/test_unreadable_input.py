"""Input that is no readable file, and input made to exhaust its reader."""

import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.datafile.decoding import MAX_BYTES

LANGS = ("ja", "en")

SECONDS = 1.0  # of a process's processor time, so that a busy machine fails no test
MAX_LINE = 1_000  # characters: what a reader of a build log can still take in
MAX_LINES = 200


@pytest.fixture
def score(cssa: Callable[..., Any], answers: Callable[..., Path]) -> Callable[[Path], Any]:
    """Run ``cssa score`` as a process, which must be refused soon, with lines that can be read."""
    cssa("score", answers("2.1.1-1: 3"))  # compiles the data, as an installed program has them

    def run_score(path: Path) -> Any:
        times = []
        for _ in range(3):  # the shortest counts: a machine that others use only adds to it
            before = os.times()
            run = cssa("score", path, "--lang", "en")
            after = os.times()
            took = after.children_user + after.children_system
            times.append(took - before.children_user - before.children_system)
            if times[-1] < SECONDS:
                break
        assert min(times) < SECONDS
        assert (run.code, run.out) == (3, "")
        assert max(map(len, run.err.replace(str(path), path.name).splitlines())) <= MAX_LINE
        return run

    return run_score


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_file_is_named(lang: str, cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("score", "nowhere.yaml", lang=lang)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith("nowhere.yaml: ")
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("option", ["--scheme", "--target"])
def test_a_missing_scheme_or_targets_file_is_named(
    option: str, lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.1.1-1: 3"), option, "nowhere.yaml", lang=lang)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith("nowhere.yaml: ")


@pytest.mark.parametrize(
    ("option", "known"), [("--scheme", "maturity"), ("--target", "by-risk-profile")]
)
def test_an_unknown_scheme_or_target_is_told_with_the_known_ones(
    option: str, known: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.1.1-1: 3"), option, "nonesuch")
    assert (run.code, run.out) == (3, "")
    assert "nonesuch" in run.err
    assert known in run.err


@pytest.mark.parametrize("lang", LANGS)
def test_a_folder_is_not_taken_for_a_file(
    lang: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    run = cssa_inline("score", tmp_path, lang=lang)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"{tmp_path}: ")
    assert ("フォルダー" if lang == "ja" else "folder") in run.err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read by root"
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_file_that_may_not_be_read_is_told_as_such(
    lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    path = answers("2.1.1-1: 3")
    path.chmod(stat.S_IWUSR)
    run = cssa_inline("score", path, lang=lang)
    assert (run.code, run.out) == (3, "")
    assert ("権限" if lang == "ja" else "permission") in run.err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "permission"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_what_the_system_refuses_to_read_is_told_in_one_line(
    error: OSError,
    said: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = answers("2.1.1-1: 3")
    real = Path.open

    def broken(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self == path:
            raise error
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", broken)
    run = cssa_inline("score", path)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"{path}: ")
    assert said in run.err


def test_a_name_that_no_file_can_have_is_an_input_problem(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("score", "x" * 5_000)
    assert (run.code, run.out) == (3, ""), run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_beyond_the_size_limit_is_refused_before_it_is_parsed(
    lang: str, cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    path = write("large.yaml", b"a: 1\n" + b"#" * MAX_BYTES)
    before = time.process_time()
    run = cssa_inline("score", path, lang=lang)
    assert time.process_time() - before < SECONDS
    assert (run.code, run.out) == (3, "")
    assert "5 MB" in run.err


def test_standard_input_is_named_by_a_dash(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("score", "-", stdin=b"answers:\n  2.1.1-1: [\n")
    assert (run.code, run.out) == (3, "")
    assert re.match(r"-:[0-9]+:[0-9]+: ", run.err)


def test_standard_input_has_the_same_size_limit(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("score", "-", stdin=b"#" * (MAX_BYTES + 1))
    assert (run.code, run.out) == (3, "")
    assert "5 MB" in run.err


HEADER = (
    "schema: cssa.answers/1\n"
    'checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}\n'
    "institution: {id: example-bank, name: Example Bank, sector: regional_bank}\n"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- &a 1\n" + "- *a\n" * 50_000, id="aliases"),
        pytest.param("answers:\n" + "  2.1.1-1: 3\n" * 20_000, id="duplicate keys"),
        pytest.param(
            HEADER + "answers:\n" + "".join(f"  x{n}: 9\n" for n in range(20_000)), id="levels"
        ),
        pytest.param(
            HEADER + "answers:\n" + "".join(f"  9.9-{n}: 3\n" for n in range(20_000)),
            id="unknown practices",
        ),
        pytest.param(HEADER.replace("example-bank", "/" * 200_000) + "answers: {}\n", id="long id"),
        pytest.param(HEADER + f'answers:\n  ? "{"2.1-1" * 40_000}"\n  : 3\n', id="long practice"),
        pytest.param(HEADER + "answers: {}\n" + f"{'k' * 900}: 1\n", id="long key"),
        pytest.param(HEADER + f"answers: {{}}\nassessed_on: {'9' * 200_000}\n", id="long date"),
    ],
)
def test_a_file_made_to_flood_is_refused_soon_and_in_few_words(
    text: str, score: Callable[[Path], Any], write: Callable[..., Path]
) -> None:
    assert len(score(write("flood.yaml", text)).err.splitlines()) <= MAX_LINES


BRACES = "  2.1.1-1: " + "{a: " * 50_000 + "}" * 50_000 + "\n"
INDENTED = "".join(f"{'  ' * depth}a:\n" for depth in range(1, 101))
ANCHORED = "a: &a [lol]\n" + "".join(
    f"{name}: &{name} [{', '.join(9 * [f'*{used}'])}]\n"
    for used, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "location"),
    [
        pytest.param("[" * 50_000, "1:65", id="brackets"),
        pytest.param("answers: " + "[" * 25_000 + "]" * 25_000, "1:73", id="closed brackets"),
        pytest.param("- " * 25_000, "1:129", id="dashes"),
        pytest.param(HEADER + "answers:\n" + BRACES, "5:260", id="braces"),
        pytest.param(HEADER + "answers:\n" + INDENTED, "68:129", id="indents"),
        pytest.param(ANCHORED, "1:4", id="billion laughs"),
    ],
)
def test_nesting_and_repetition_without_end_are_refused_where_they_begin(
    text: str, location: str, score: Callable[[Path], Any], write: Callable[..., Path]
) -> None:
    path = write("endless.yaml", text)
    lines = score(path).err.splitlines()
    assert lines[0].startswith(f"{path}:{location}: ")
    references = text.count("&") + text.count("*")  # each is reported, then their number
    assert len(lines) == (references + 1 if references else 1)
