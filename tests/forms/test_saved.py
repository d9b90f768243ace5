"""Forms saved by LibreOffice are read wherever the tests run."""

from pathlib import Path

import pytest

from cssa.answers.loading import read_answers

SAVED = sorted((Path(__file__).parent / "saved").glob("*.xlsx"), key=lambda path: path.name)


def test_there_are_forms_saved_by_libreoffice():
    assert len(SAVED) == 3


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_form_saved_by_libreoffice_says_what_was_written_into_it(path, read):
    expected = read_answers(path.with_suffix(".yaml").read_bytes(), "expected").submission

    found = read(path.read_bytes())

    assert found.answers == expected.answers
    assert found.institution == expected.institution
    assert found.assessed_on == expected.assessed_on
