"""What people wrote beside their levels leaves the machine only when it is asked for."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import TERMS

Write = Callable[..., None]
FORMATS = ("text", "json", "junit", "sarif", "github", "markdown")
SECRETS = ("秘の補足", "秘の証跡", "秘の理由", "秘の代替", "秘の評価")


@pytest.fixture
def secretive(write_answers: Write, write_policy: Write) -> None:
    """Answers full of words, each missing something."""
    write_answers(
        {
            "1.1-1": (
                "{level: 2, note: 秘の補足, evidence: [{ref: 秘の証跡}], "
                "review: [{line: 2, level: 1, by: 秘の評価, on: 2026-11-01, note: 秘の評価}]}"
            ),
            "1.1-2": "{na: true, reason: 秘の理由}",
            "1.2-a": "{not_adopted: true, reason: 秘の理由}",
            "2.1-1": (
                "{level: 1, treatment: {kind: accepted, measure: 秘の代替, approved_by: 理事会, "
                "approved_on: 2026-01-01, review_by: 2027-01-01}}"
            ),
        }
    )
    write_policy(
        "id: practices, on: {each: practice}, min_level: 3, evidence_within: P1M",
        "id: named, on: {practice: 1.1-2}, min_level: 3",
        waivers=(f"practice: 2.1-1, {TERMS}",),
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("secretive")
def test_no_format_shows_notes_evidence_or_reasons(name: str, lang: str, gate: Any) -> None:
    done = gate("-o", f"{name}=-", lang=lang)
    assert done.code == 1
    for secret in SECRETS:
        assert secret not in done.out + done.err


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("secretive")
def test_every_format_shows_notes_and_evidence_when_asked(name: str, gate: Any) -> None:
    done = gate("-o", f"{name}=-", "--show-notes")
    assert "秘の補足" in done.out
    assert "秘の証跡" in done.out


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["junit", "sarif", "github", "markdown", "json"])
@pytest.mark.usefixtures("secretive")
def test_before_a_file_for_upload_is_written_one_line_says_what_it_reveals(
    name: str, lang: str, gate: Any
) -> None:
    masked = gate("-o", f"{name}=out", lang=lang).err.splitlines()
    shown = gate("-o", f"{name}=out", "--show-notes", lang=lang).err.splitlines()
    assert len(masked) == len(shown) == 1
    assert masked[0].endswith("out")
    assert masked != shown


@pytest.mark.usefixtures("secretive")
def test_one_line_does_for_several_files(gate: Any) -> None:
    lines = gate("-o", "a.xml", "-o", "b.sarif", "-o", "text=c.txt").err.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("a.xml, b.sarif")


@pytest.mark.usefixtures("secretive")
def test_the_line_comes_before_the_file(gate: Any) -> None:
    there: list[bool] = []

    class Watching(io.StringIO):
        def write(self, text: str) -> int:
            there.append(Path("out.xml").exists())
            return super().write(text)

    gate("-o", "out.xml", stderr=Watching())
    assert there
    assert not any(there)
    assert Path("out.xml").exists()


@pytest.mark.usefixtures("secretive")
def test_text_on_the_terminal_needs_no_warning(gate: Any) -> None:
    assert gate().err == ""
