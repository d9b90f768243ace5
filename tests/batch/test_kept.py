"""What is kept between runs is verified: a changed reading, form or list is made anew."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import Batched, Drawn, tree

from cssa.batch.intake.reading import Reading, ReadingHead, dump_reading, load_reading
from cssa.batch.verified_json import verified, with_hash

Runner = Callable[..., tuple[int, str, str]]


def _replace(path: Path, pattern: str, text: str) -> None:
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, text, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")


def _edit_level(kept: Path) -> None:
    reading = next(path for path in kept.glob("readings/*.json") if "overall" in path.read_text())
    _replace(reading, r'"overall":"[^"]+"', '"overall":"5"')


def _edit_kind(kept: Path) -> None:
    readings = kept.glob("readings/*.json")
    path = next(path for path in readings if '"kind":"problems"' in path.read_text())
    _replace(path, '"kind":"problems"', '"kind":"refused"')


def _edit_marked_form(kept: Path) -> None:
    path = next(kept.glob("marked/*.xlsx"))
    path.write_bytes(path.read_bytes() + b"\0")


def _drop_from_list(kept: Path) -> None:
    _replace(kept / "found.json", r'  \["forms/.*\n', "")


def test_whatever_was_changed_is_read_again(
    drawn: Drawn, batched: Batched, copy: Path, run: Runner
) -> None:
    kept = copy / "private/kept"
    for edit in (_edit_level, _edit_kind, _edit_marked_form, _drop_from_list):
        edit(kept)
    (copy / "private/manifest.json").unlink()  # so that every output is made again
    run("batch", "run", drawn.forms, "-o", copy, *drawn.named)
    assert tree(copy) == tree(batched.folder)


def test_publishing_does_not_use_what_was_changed(copy: Path, run: Runner) -> None:
    _drop_from_list(copy / "private/kept")
    approval = ("--approved-by", "x", "--on", "2026-12-19", "--as-of", "2026-12-19")
    code, _, err = run("batch", "publish", copy, *approval)
    assert (code, "Run `cssa batch run` again" in err) == (3, True)


READING = dump_reading(Reading(ReadingHead("0" * 64, "accepted"), {"a": 1}), "key")


@pytest.mark.parametrize("place", range(0, len(READING), 7))
def test_no_byte_of_a_reading_can_change(place: int) -> None:
    changed = READING[:place] + bytes([READING[place] ^ 1]) + READING[place + 1 :]
    assert load_reading(READING, "key") is not None
    assert load_reading(changed, "key") is None
    assert load_reading(READING, "another key") is None


def test_a_document_comes_back_as_it_was() -> None:
    assert verified(with_hash(b'{"a": 1}')) == b'{"a": 1}'
    assert verified(b'{"a": 1}') is None
    assert verified(None) is None
