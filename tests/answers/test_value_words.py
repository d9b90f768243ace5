"""What was chosen or entered in answer to a question, in words."""

import pytest

from cssa.answers.submission import Answer
from cssa.answers.value_words import value_text
from cssa.messages import Lang
from cssa.workspace import Workspace

BREAK: dict[Lang, str] = {"ja": "／", "en": "; "}


@pytest.mark.parametrize("lang", BREAK)
def test_options_are_told_apart_whatever_stands_in_them(lang: Lang) -> None:
    question = Workspace().edition("operational-resilience").checklist.placed["4-3"].practice
    options = question.options[1:3]
    assert any(", " in option.get("en") for option in options)
    text = value_text(question, Answer(choices=tuple(option.id for option in options)), lang)
    assert text.split(BREAK[lang]) == [option.get(lang) for option in options]


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", {"ja": "1時間", "en": "1 (hours)"}), ("3", {"ja": "3時間", "en": "3 hours"})],
)
def test_a_number_has_its_unit(number: str, said: dict[Lang, str]) -> None:
    question = Workspace().edition("cloud-incident-readiness").checklist.placed["2-6"].practice
    row = question.rows[0]
    for lang, words in said.items():
        text = value_text(question, Answer(rows={row.id: number}), lang)
        assert text.endswith(words), text
