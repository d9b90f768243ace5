"""An answer that cannot be saved is kept until it can be, or discarded knowingly."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Answer
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session

from .conftest import ScriptedPrompter

TODAY = date(2026, 11, 20)


@pytest.fixture
def new_saver(
    answers_file: Callable[..., Path], edition: Any, workspace: Any
) -> Callable[..., AnswerSaver]:
    def new(prompter: ScriptedPrompter) -> AnswerSaver:
        file = AnswersFile.open(
            answers_file(), check=lambda _: None, order=list(edition.checklist.placed)
        )
        session = Session(
            edition, file.submission, workspace.criteria(edition.checklist), as_of=TODAY
        )
        dialogue = Dialogue(prompter, "en", TODAY)
        text = AnswerText(dialogue, workspace.scoring_data.level_wording())
        return AnswerSaver(dialogue, session, file, text)

    return new


def fail_with_full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_reported_and_the_answer_saved_once_there_is_room(
    new_saver: Callable[..., AnswerSaver], monkeypatch: pytest.MonkeyPatch
) -> None:
    prompter = ScriptedPrompter("")
    saver = new_saver(prompter)
    monkeypatch.setattr(os, "fsync", fail_with_full_disk)
    prompter.before_answering = monkeypatch.undo
    assert saver.save_answer("2.1.1-1", Answer(level=3, note="long"))
    assert any("not been saved yet" in line for line in prompter.shown)
    assert "2.1.1-1" in saver.answers_file.path.read_text("utf-8")
    answer = saver.session.answer("2.1.1-1")
    assert answer is not None
    assert answer.note == "long"


def test_a_discarded_answer_is_not_taken_into_the_session(
    new_saver: Callable[..., AnswerSaver], monkeypatch: pytest.MonkeyPatch
) -> None:
    saver = new_saver(ScriptedPrompter("?", "n"))
    monkeypatch.setattr(os, "fsync", fail_with_full_disk)
    assert not saver.save_answer("2.1.1-1", Answer(level=3))
    assert saver.session.answer("2.1.1-1") is None
    assert "2.1.1-1" not in saver.answers_file.path.read_text("utf-8")


def test_a_change_of_the_profile_is_shown_with_the_practices_out_of_scope(
    new_saver: Callable[..., AnswerSaver],
) -> None:
    prompter = ScriptedPrompter()
    saver = new_saver(prompter)
    path = ("institution", "profile", "wireless_lan")
    assert saver.save_header(path, value=False, name="Wireless LAN", describe=lambda: "no")
    assert "Now out of scope (1): 2.3.4.4-4" in prompter.shown
