"""One word for one thing: what the glossary says is not used stands nowhere."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import cssa.gate.conditions
import cssa.gate.weakening  # noqa: F401 - adds words to the catalogue, as the line above does
from cssa.messages import LANGS, catalogue

ROOT = Path(__file__).parent.parent
GLOSSARY = ROOT / "docs" / "glossary.md"
WORDED_BY_US = (
    "README*.md",
    "CONTRIBUTING.md",
    "docs/*.md",
    "docs/decisions/*.md",
    "templates/**/*.j2",
)
DATA = (
    "checklists/**/*.yaml",
    "scoring/**/*.yaml",
    "templates/**/*.yaml",
    "docs/content-table.md",
    "docs/incident-links.md",
)
"""Here the words in italics are allowed: there they mean something else."""

ACCEPTED = ".read"  # ends codes of words that forms are read by, those of older forms included


def _unused_words() -> list[str]:
    """Return the words of the glossary's last column."""
    rows = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [row.strip("|").split("|")[-1] for row in rows[2:]]
    return [word.strip() for cell in cells for word in cell.split(",") if word.strip()]


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(
            rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words
        ),
        re.IGNORECASE,
    )


WORDS = _unused_words()
ANYWHERE = _pattern(word for word in WORDS if not word.startswith("*"))
IN_OUR_WORDS = _pattern(word.strip("*") for word in WORDS)


def _files(patterns: Iterable[str]) -> set[Path]:
    return {path for pattern in patterns for path in ROOT.glob(pattern)} - {GLOSSARY}


def texts() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Yield each text with its place and what must not stand in it."""
    for lang in LANGS:
        for code, text in catalogue(lang).items():
            if not code.endswith(ACCEPTED):
                yield f"{code} ({lang})", text, IN_OUR_WORDS
    data = _files(DATA)
    for path in sorted(_files(WORDED_BY_US) | data):
        pattern = ANYWHERE if path in data else IN_OUR_WORDS
        yield str(path.relative_to(ROOT)), path.read_text("utf-8"), pattern


def test_no_word_is_used_that_the_glossary_excludes() -> None:
    found = [
        f"{place}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for place, text, pattern in texts()
        for match in pattern.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("今年は見送りとした", "見送り"), ("What is Told of a group", "Told"), ("retold", None)],
)
def test_a_word_is_found_in_japanese_anywhere_and_in_english_as_a_whole(
    text: str, word: str | None
) -> None:
    match = IN_OUR_WORDS.search(text)
    assert (match.group() if match else None) == word


def test_every_row_of_the_glossary_is_complete() -> None:
    rows = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {7}
    meanings = [row.split("|")[4:6] for row in rows[2:]]
    assert [pair for pair in meanings if bool(pair[0].strip()) != bool(pair[1].strip())] == []
    assert len(WORDS) > 50
