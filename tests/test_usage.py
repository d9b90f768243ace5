"""Wrong command lines: exit 2, in words of either language, with a way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOOD = str(Path(__file__).resolve().parent / "good" / "answers.yaml")

WRONG = [
    (("scor", GOOD), "score"),
    (("nonesuch",), ""),
    (("--nonesuch",), "--nonesuch"),
    (("score",), "ANSWERS"),
    (("score", GOOD, "another.yaml"), ""),
    (("score", GOOD, "--fromat", "json"), "--format"),
    (("score", GOOD, "--nonesuch"), "--nonesuch"),
    (("score", GOOD, "-x"), "-x"),
    (("score", GOOD, "--format", "xml"), "json"),
    (("score", GOOD, "--format"), "--format"),
    (("score", GOOD, "--as-of"), "--as-of"),
    (("score", GOOD, "--as-of", "2026/11/20"), "2026-11-20"),
    (("score", GOOD, "--as-of", "2026-02-30"), "--as-of"),
    (("score", GOOD, "--as-of", "20261120"), "--as-of"),
    (("score", GOOD, "--as-of", "2026-W47-5"), "--as-of"),
    (("score", GOOD, "--as-of", ""), "--as-of"),
    (("explain",), "ANSWERS"),
    (("explain", GOOD, "2.1", "2.2"), "2.2"),
    (("checklist",), ""),
    (("checklist", "lst"), "list"),
    (("checklist", "list", "extra"), "extra"),
    (("assess", "mine.yaml"), "-a"),
    (("checklist", "show"), "ID"),
    (("checklist", "show", "fsa-cyber-guideline", "--format", "pdf"), "yaml"),
    (("checklist", "lint"), "PATH"),
    (("checklist", "new"), "ID"),
    (("schema",), "NAME"),
    (("schema", "nonesuch"), "answers"),
    (("demo", "--help=yes"), "--help"),
]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=lambda part: str(part)[-40:])
def test_a_wrong_command_line_is_told_with_a_way_out(
    arguments: tuple[str, ...],
    named: str,
    lang: str,
    cssa_inline: Callable[..., Any],
    find_japanese: Callable[[str], list[str]],
    find_english: Callable[[str], list[str]],
) -> None:
    run = cssa_inline(*arguments, lang=lang)
    assert (run.code, run.out) == (2, ""), run.err
    assert named in run.err
    assert "Traceback" not in run.err
    if lang == "en":
        assert find_japanese(run.err) == []
    else:
        assert find_japanese(run.err)
        assert find_english(run.err) == []


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("scor",), "`cssa --help`"),
        (("score",), "`cssa score --help`"),
        (("score", GOOD, "--fromat", "json"), "`cssa score --help`"),
        (("checklist", "lst"), "`cssa checklist --help`"),
        (("checklist", "show"), "`cssa checklist show --help`"),
        (("schema", "nonesuch"), "`cssa schema --help`"),
    ],
)
def test_the_help_of_the_command_concerned_is_named(
    arguments: tuple[str, ...], hint: str, cssa_inline: Callable[..., Any]
) -> None:
    assert hint in cssa_inline(*arguments).err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("scor",), '"score"'),
        (("chekclist",), '"checklist"'),
        (("checklist", "shwo"), '"show"'),
        (("score", GOOD, "--fromat", "json"), '"--format"'),
        (("score", GOOD, "--outptu", "x"), '"--output"'),
        (("schema", "answer"), '"answers"'),
    ],
)
def test_what_was_probably_meant_is_suggested(
    arguments: tuple[str, ...], near: str, cssa_inline: Callable[..., Any]
) -> None:
    assert f"Did you mean {near}?" in cssa_inline(*arguments).err


@pytest.mark.parametrize("typed", ["scor", "scoré"])
def test_a_suggestion_in_english_stands_after_a_space(
    typed: str, cssa_inline: Callable[..., Any]
) -> None:
    assert f'"{typed}". Did you mean "score"?' in cssa_inline(typed).err


def test_nothing_is_suggested_for_what_is_like_nothing(cssa_inline: Callable[..., Any]) -> None:
    assert "Did you mean" not in cssa_inline("zzzzzz").err


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("scope", "named"), [("9.9", "9.9"), ("2.1.1-99", "2.1.1-99"), ("", "checklist show")]
)
def test_an_unknown_scope_is_told_with_where_to_look(
    scope: str, named: str, lang: str, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("explain", GOOD, scope, lang=lang)
    assert (run.code, run.out) == (3, "")
    assert named in run.err
    assert "cssa checklist show fsa-cyber-guideline" in run.err


def test_an_unknown_practice_is_looked_up_where_the_checklist_was_found(
    cssa_inline: Callable[..., Any], root: Path
) -> None:
    kinds = root / "tests/checklists/kinds/1"
    for name, where in (("kinds", kinds), ("tlpt", "tlpt")):
        run = cssa_inline("checklist", "show", name, "9-9", "-c", kinds)
        assert run.code == 3
        assert f"`cssa checklist show {where}`" in run.err
