"""What cannot be saved is kept until it can, or given up knowingly."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Answer
from cssa.interview.dialogue import Dialogue
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session

TODAY = date(2026, 11, 20)


class Typist:
    """A prompter with lines prepared."""

    def __init__(self, *lines: str) -> None:
        self.lines = [*lines]
        self.said: list[str] = []
        self.before_answering: Callable[[], object] = lambda: None

    def say(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        self.said.append(" " * (indent + hang * 0) + text)

    def show(self, text: str) -> None:
        self.said.append(text)

    def ask(self, prompt: str) -> str:
        self.said.append(prompt)
        self.before_answering()
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def more(self) -> bool:
        return False


@pytest.fixture
def desk(
    answers_file: Callable[..., Path], edition: Any, workspace: Any
) -> Callable[..., AnswerSaver]:
    def make(typist: Typist) -> AnswerSaver:
        store = AnswersFile.open(
            answers_file(), check=lambda _: None, order=list(edition.checklist.placed)
        )
        session = Session(edition, store.submission, workspace.criteria(), as_of=TODAY)
        return AnswerSaver(Dialogue(typist, "en", TODAY), session, store)

    return make


def full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_and_the_answer_saved_once_there_is_room(
    desk: Callable[..., AnswerSaver], monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist("")
    one = desk(typist)
    monkeypatch.setattr(os, "fsync", full)
    typist.before_answering = monkeypatch.undo
    assert one.answer("2.1.1-1", Answer(level=3, note="long"))
    assert any("not saved yet" in line for line in typist.said)
    assert "2.1.1-1" in one.store.path.read_text("utf-8")
    answer = one.session.answer("2.1.1-1")
    assert answer is not None
    assert answer.note == "long"


def test_an_answer_given_up_is_not_taken_into_the_sitting(
    desk: Callable[..., AnswerSaver], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = desk(Typist("?", "n"))
    monkeypatch.setattr(os, "fsync", full)
    assert not one.answer("2.1.1-1", Answer(level=3))
    assert one.session.answer("2.1.1-1") is None
    assert "2.1.1-1" not in one.store.path.read_text("utf-8")


def test_a_change_of_the_profile_is_told_with_what_falls_away(
    desk: Callable[..., AnswerSaver],
) -> None:
    typist = Typist()
    one = desk(typist)
    assert one.header(("institution", "profile", "wireless_lan"), value=False)
    assert "Out of scope now (1): 2.3.4.4-4" in typist.said
