"""Which language a run speaks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.cli.language import UnknownLanguageError, from_environment, pick


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "ja"),
        ({"CSSA_LANG": "en"}, "en"),
        ({"CSSA_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ({"CSSA_LANG": "en", "LC_ALL": "ja_JP.UTF-8"}, "en"),
        ({"CSSA_LANG": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_US", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_CTYPE": "en_US.UTF-8"}, "ja"),
        ({"LANG": "en.UTF-8"}, "en"),
        ({"LANG": "EN_us"}, "en"),
        ({"LANG": "C"}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "POSIX"}, "ja"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "enm"}, "ja"),
        ({"CSSA_LANG": "klingon", "LANG": "en_US"}, "ja"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], lang: str) -> None:
    assert from_environment(environment) == lang


@pytest.mark.parametrize(
    ("arguments", "rest"),
    [
        (["--lang", "en", "score", "a"], ["score", "a"]),
        (["score", "--lang", "en", "a"], ["score", "a"]),
        (["score", "a", "--lang", "en"], ["score", "a"]),
        (["score", "a", "--lang=en"], ["score", "a"]),
        (["--lang", "ja", "score", "--lang", "en"], ["score"]),
    ],
)
def test_the_option_may_stand_anywhere_and_outdoes_the_environment(
    arguments: list[str], rest: list[str]
) -> None:
    assert pick(arguments, {"CSSA_LANG": "ja"}) == ("en", rest)


def test_after_two_dashes_nothing_is_an_option() -> None:
    assert pick(["score", "--", "--lang", "en"], {}) == ("ja", ["score", "--", "--lang", "en"])


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--lang"], ["--lang="], ["--lang=EN"]])
def test_another_language_is_refused(arguments: list[str]) -> None:
    with pytest.raises(UnknownLanguageError):
        pick(arguments, {})


@pytest.mark.parametrize(
    ("variable", "said"), [("ja", "--langにはja又はen"), ("en", "--lang must be ja or en")]
)
def test_a_wrong_language_is_told_in_the_language_of_the_environment(
    variable: str, said: str, cssa: Callable[..., Any]
) -> None:
    run = cssa("score", "--lang", "fr", "a.yaml", env={"CSSA_LANG": variable})
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "fr" in run.err


@pytest.mark.parametrize(
    ("environment", "arguments", "title"),
    [
        ({}, (), "成熟度（独自算定）"),
        ({"LANG": "C"}, (), "成熟度（独自算定）"),
        ({"LANG": "en_US.UTF-8"}, (), "Maturity (own method)"),
        ({"CSSA_LANG": "ja"}, ("--lang", "en"), "Maturity (own method)"),
        ({"CSSA_LANG": "en"}, ("--lang=ja",), "成熟度（独自算定）"),
    ],
)
def test_a_run_speaks_the_language_asked_for(
    environment: dict[str, str],
    arguments: tuple[str, ...],
    title: str,
    cssa: Callable[..., Any],
    answers: Callable[..., Path],
) -> None:
    run = cssa("score", answers("2.1.1-1: 3"), *arguments, env=environment)
    assert run.code == 0
    assert run.out.startswith(title)


def test_output_survives_a_terminal_that_cannot_show_it(
    cssa: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa("score", answers("2.1.1-1: 3"), env={"PYTHONIOENCODING": "ascii", "CSSA_LANG": "ja"})
    assert run.code == 0
    assert "2.1" in run.out
    assert run.err == ""
