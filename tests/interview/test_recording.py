"""What is entered is saved, undone and redone, and never over what others have written."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cssa.answers.answers_file import AnswersFile
from cssa.interview.answer_text import AnswerText
from cssa.interview.recording import Conflict, Failed, Recorder, Saved
from cssa.interview.session import Session
from cssa.interview.words import Words

from .conftest import HEAD

TODAY = date(2026, 11, 20)
IDS = ("2.1.1-1", "2.1.1-2", "2.1.2-1")


@pytest.fixture
def new_recorder(tmp_path: Path, edition: Any, workspace: Any) -> Callable[..., Recorder]:
    def new(body: str = "answers: {}\n", name: str = "answers.yaml") -> Recorder:
        path = tmp_path / name
        path.write_text(HEAD + body, "utf-8")
        file = AnswersFile.open(path, check=lambda _: None, order=list(edition.checklist.placed))
        criteria = workspace.criteria(edition.checklist)
        session = Session(edition, file.submission, criteria, as_of=TODAY)
        text = AnswerText(Words("en"), workspace.scoring_data.level_wording())
        return Recorder(session, file, text)

    return new


def content(recorder: Recorder) -> bytes:
    return recorder.answers_file.path.read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    st.lists(st.tuples(st.sampled_from(IDS), st.integers(0, 5)), min_size=1, max_size=6),
    st.data(),
)
def test_every_undo_and_redo_is_in_the_file_as_the_save_that_it_takes_back(
    new_recorder: Callable[..., Recorder], entries: list[tuple[str, int]], data: st.DataObject
) -> None:
    recorder = new_recorder()
    states = [recorder.session.submission.answers]
    for practice_id, level in entries:
        recorder.save_value(practice_id, level=level)
        if recorder.session.submission.answers != states[-1]:
            states.append(recorder.session.submission.answers)
    position = len(states) - 1
    for is_undo in data.draw(st.lists(st.booleans(), max_size=12)):
        outcome = recorder.undo() if is_undo else recorder.redo()
        if isinstance(outcome, Saved):
            position += -1 if is_undo else 1
        read = AnswersFile.read_unchecked(recorder.answers_file.path).submission
        assert read.answers == recorder.session.submission.answers == states[position]


def test_undo_all_gives_back_a_hand_written_file_to_the_byte(
    new_recorder: Callable[..., Recorder],
) -> None:
    recorder = new_recorder("answers:\n  2.1.1-1:   # 手で\n    level: 3\n    note: 補足  # 注\n")
    before = content(recorder)
    recorder.save_value("2.1.1-1", level=4)
    recorder.save_value("2.1.1-2", level=1)
    assert content(recorder) != before
    while recorder.undo():
        pass
    assert content(recorder) == before
    while recorder.redo():
        pass
    assert recorder.session.submission.answers["2.1.1-2"].level == 1


def test_a_new_entry_ends_what_can_be_redone(new_recorder: Callable[..., Recorder]) -> None:
    recorder = new_recorder()
    recorder.save_value("2.1.1-1", level=4)
    recorder.undo()
    recorder.save_value("2.1.1-2", level=1)
    assert recorder.redo() is None


def test_what_others_changed_since_is_not_undone_unless_it_is_wanted(
    new_recorder: Callable[..., Recorder],
) -> None:
    recorder = new_recorder()
    recorder.save_value("2.1.1-1", level=4)
    path = recorder.answers_file.path
    path.write_text(path.read_text("utf-8").replace("2.1.1-1: 4", "2.1.1-1: 5"), "utf-8")
    recorder.save_value("2.1.1-2", level=1)  # takes theirs over
    recorder.undo()
    outcome = recorder.undo()
    assert isinstance(outcome, Conflict)
    assert "2.1.1-1: 5" in path.read_text("utf-8")
    recorder.record(outcome.attempt, replacing=True)
    assert "2.1.1-1" not in path.read_text("utf-8")


def test_an_entry_changed_outside_is_a_conflict_until_it_is_replaced(
    new_recorder: Callable[..., Recorder],
) -> None:
    recorder = new_recorder("answers:\n  2.1.1-1: 2\n")
    path = recorder.answers_file.path
    path.write_text(path.read_text("utf-8").replace("2.1.1-1: 2", "2.1.1-1: 5"), "utf-8")
    outcome = recorder.save_value("2.1.1-1", level=3)
    assert isinstance(outcome, Conflict)
    answer = recorder.session.answer("2.1.1-1")
    assert answer is not None
    assert answer.level == 5
    assert isinstance(recorder.record(outcome.attempt, replacing=True), Saved)
    assert "2.1.1-1: 3" in path.read_text("utf-8")


def test_a_full_disk_leaves_file_and_session_as_they_were(
    new_recorder: Callable[..., Recorder], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = new_recorder()
    before = content(recorder)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    outcome = recorder.save_value("2.1.1-1", level=3)
    assert isinstance(outcome, Failed)
    assert content(recorder) == before
    assert recorder.session.answer("2.1.1-1") is None
    monkeypatch.undo()
    assert isinstance(recorder.record(outcome.attempt), Saved)
    recorder.give_up(outcome.attempt)
    assert recorder.not_saved == ["2.1.1-1"]
