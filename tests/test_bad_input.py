"""What users are told about files that cannot be taken: every file under ``bad/`` is a case.

``bad/*`` are answers, ``bad/targets/*`` and ``bad/schemes/*`` go with good answers, each folder of
``bad/checklists/`` is a checklist. Beside a case stands what is said of it in both languages.
"""

import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.datafile.decoding import MAX_BYTES

TESTS = Path(__file__).resolve().parent
BAD = TESTS / "bad"
LANGS = ("ja", "en")
GOOD = "../good/answers.yaml"

SECONDS = 1.0  # of processor time, so that a busy machine fails no test
MAX_LINE = 1_000  # characters: what a reader of a build log can still take in
MAX_LINES = 200


def _cases(folder: str, *, folders: bool = False) -> list[str]:
    return sorted(
        path.relative_to(BAD).as_posix()
        for path in (BAD / folder).iterdir()
        if path.is_dir() == folders
        and not path.name.endswith((".ja.txt", ".en.txt"))
        and not path.name.startswith(".")
    )


@pytest.fixture
def refused(
    cssa_inline: Callable[..., Any],
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    find_japanese: Callable[[str], list[str]],
) -> Callable[..., None]:
    """Run in ``bad/``, and hold what every refusal keeps to and the words that are committed."""

    def check(case: str, lang: str, *args: str) -> None:
        monkeypatch.chdir(BAD)
        monkeypatch.setenv("CSSA_CHECKLISTS", "../checklists")
        before = time.process_time()
        run = cssa_inline(*args, lang=lang)
        took = time.process_time() - before
        said = run.err.replace(os.sep, "/")
        assert run.code == 3, said
        assert run.out == ""
        _is_well_told(said, case)
        assert took < SECONDS
        if lang == "en":
            assert find_japanese(_without_quotations(said, BAD / case)) == [], said
        golden(BAD / f"{case}.{lang}.txt", said)

    return check


def _is_well_told(said: str, case: str) -> None:
    """Hold that problems stand one a line, at their places, in order, with their number."""
    assert "Traceback" not in said
    lines = said.splitlines()
    assert lines
    if len(lines) > 1:
        assert re.match(rf"{len(lines) - 1}\b|{len(lines) - 1}件", lines.pop())
    places = []
    for line in lines:
        assert len(line) < MAX_LINE
        place = re.match(rf"({re.escape(case)}[^:]*)(?::([0-9]+):([0-9]+))?: \S", line)
        assert place, line
        if place[2]:
            places.append((place[1], int(place[2]), int(place[3])))
        else:
            assert _has_no_inside(BAD / place[1]), line
    assert places == sorted(places)


def _has_no_inside(path: Path) -> bool:
    """Tell whether a file has no place that a problem could stand at."""
    return path.name.startswith("file-") or not path.exists() or not path.read_bytes()


def _without_quotations(said: str, case: Path) -> str:
    """Take out of what is said the characters that come from the case itself."""
    files = [case] if case.is_file() else list(case.iterdir())
    quoted = {char for file in files for char in file.read_text("utf-8", errors="ignore")}
    return "".join(char for char in said if char not in quoted)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _cases("."))
def test_bad_answers_are_refused_with_a_place_and_a_way_out(
    name: str, lang: str, refused: Callable[..., None]
) -> None:
    refused(name, lang, "score", name)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _cases("targets"))
def test_bad_targets_are_refused_with_a_place_and_a_way_out(
    name: str, lang: str, refused: Callable[..., None]
) -> None:
    refused(name, lang, "score", GOOD, "--target", name)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _cases("schemes"))
def test_bad_schemes_are_refused_with_a_place_and_a_way_out(
    name: str, lang: str, refused: Callable[..., None]
) -> None:
    refused(name, lang, "score", GOOD, "--scheme", name)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _cases("checklists", folders=True))
def test_bad_checklists_are_refused_with_a_place_and_a_way_out(
    name: str, lang: str, refused: Callable[..., None]
) -> None:
    refused(name, lang, "checklist", "lint", name)


def test_every_case_has_its_words_and_no_words_are_left_over() -> None:
    cases = {
        *_cases("."),
        *_cases("targets"),
        *_cases("schemes"),
        *_cases("checklists", folders=True),
    }
    told = {path.relative_to(BAD).as_posix() for path in BAD.rglob("*.txt")}
    assert told == {f"{case}.{lang}.txt" for case in cases for lang in LANGS}


@pytest.mark.parametrize(
    ("case", "args", "lines", "path"),
    [
        ("treatment-dates-reversed.yaml", ("score",), "12", "answers.2.1.1-1.treatment"),
        ("schemes/bands-not-from-zero.yaml", ("score", GOOD, "--scheme"), "6|7", "bands"),
        ("schemes/bands-unordered.yaml", ("score", GOOD, "--scheme"), "6|7", "bands"),
        ("schemes/band-id-twice.yaml", ("score", GOOD, "--scheme"), "[678]", "bands"),
        ("targets/profile-missing.yaml", ("score", GOOD, "--target"), "4|5", "profiles"),
        ("yaml-tag-python.yaml", ("score",), "5", "answers.2.1.1-1"),
        ("yaml-billion-laughs.yaml", ("score",), "1", "a"),
        ("yaml-alias-unknown.yaml", ("score",), "5", "answers.2.1.1-2"),
        ("yaml-duplicate-key-deep.yaml", ("score",), "5", "answers.2.1.1-1"),
        ("yaml-merge-key.yaml", ("score",), "7", "answers.2.1.1-2"),
    ],
)
def test_a_problem_stands_where_it_is_mended_under_its_full_name(
    case: str,
    args: tuple[str, ...],
    lines: str,
    path: str,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(BAD)
    said = cssa_inline(*args, case).err.replace(os.sep, "/")
    assert re.match(rf"{re.escape(case)}:({lines}):[0-9]+: {re.escape(path)}[.:\[]", said), said


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("practice-level-with-options", 13),
        ("practice-single-with-scale", 13),
        ("practice-number-with-levels", 13),
    ],
)
def test_a_field_that_does_not_fit_the_kind_is_pointed_at(
    name: str, line: int, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    said = cssa_inline("checklist", "lint", f"checklists/{name}").err.replace(os.sep, "/")
    assert said.startswith(f"checklists/{name}/1.yaml:{line}:"), said


def test_one_mistake_is_told_once(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    for name in ("header-domain-with-path", "header-id-with-slash"):
        said = cssa_inline("checklist", "lint", f"checklists/{name}").err
        assert len(said.splitlines()) == 1, said


# What cannot be committed as a file.


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


def test_a_process_refuses_as_the_inline_run_does(cssa: Callable[..., Any]) -> None:
    for name in ("yaml-50000-brackets.yaml", "yaml-billion-laughs.yaml", "several-problems.yaml"):
        before = os.times()
        run = cssa("score", name, env={"CSSA_LANG": "en"}, cwd=BAD)
        after = os.times()
        took = after.children_user + after.children_system
        assert took - before.children_user - before.children_system < SECONDS
        assert (run.code, run.out) == (3, "")
        assert run.err.replace(os.sep, "/") == (BAD / f"{name}.en.txt").read_text("utf-8")


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
    text: str, cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    path = write("flood.yaml", text)
    before = time.process_time()
    run = cssa_inline("score", path)
    took = time.process_time() - before
    assert (run.code, run.out) == (3, "")
    lines = run.err.replace(str(path), "flood.yaml").splitlines()
    assert len(lines) <= MAX_LINES
    assert max(map(len, lines)) <= MAX_LINE
    assert took < SECONDS
