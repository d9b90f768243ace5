"""What a form says of the institutions that a practice applies to."""

import pytest

from cssa.checklist.applicability import Applicability
from cssa.forms.scope_notes import scope_notes
from cssa.messages import message
from cssa.messages.wording import in_language

NUMBERS = {"cloud": 7, "parent_group": 18, "overseas": 20}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"all": ["cloud"]}, ['answer "Yes" to profile question 7 on']),
        ({"any": ["cloud"]}, ['answer "Yes" to profile question 7 on']),
        (
            {"any": ["parent_group", "overseas"]},
            ['answer "Yes" to at least one of profile questions 18, 20 on'],
        ),
        (
            {"all": ["parent_group", "overseas"]},
            ['answer "Yes" to all of profile questions 18, 20 on'],
        ),
        (
            {"all": ["cloud"], "none": ["overseas"]},
            ['answer "Yes" to profile question 7 on', 'answer "Yes" to profile question 20 on'],
        ),
    ],
)
def test_a_condition_is_said_as_it_holds(condition: dict[str, list[str]], said: list[str]) -> None:
    notes = list(scope_notes(Applicability.model_validate(condition), NUMBERS))
    texts = [str(in_language(note, "en", message)) for note in notes]
    assert len(texts) == len(said)
    for text, words in zip(texts, said, strict=True):
        assert words in text
        assert "{" not in str(in_language(notes[0], "ja", message))
