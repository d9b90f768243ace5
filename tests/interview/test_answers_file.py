"""A confirmed answer is on disk, whatever happens to the program or to the file."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile, ConflictError
from cssa.answers.submission import Answer
from cssa.datafile.edit import ABSENT
from cssa.datafile.reader import read
from cssa.errors import InputError, OutputError

Write = Callable[..., Path]

ORDER = [f"2.1.1-{number}" for number in range(1, 177)]


def opened(path: Path) -> AnswersFile:
    return AnswersFile.open(path, check=lambda _: None, order=ORDER)


def values(path: Path) -> Any:
    return read(path.read_bytes(), str(path)).value["answers"]


def test_every_put_is_on_disk_and_leaves_the_rest_as_it_was(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-2: {level: 3, note: 'it''s'}  # 部署で確認\n")
    before = path.read_text("utf-8")
    store = opened(path)
    store.save_answer("2.1.1-1", Answer(level=2))
    store.save_answer("2.1.1-3", Answer(level=1, note="一行目\n二行目"))
    assert (
        path.read_text("utf-8")
        == before.replace("answers:\n", "answers:\n  2.1.1-1: 2\n")
        + "  2.1.1-3:\n    level: 1\n    note: |-\n      一行目\n      二行目\n"
    )


def test_changing_a_note_keeps_how_the_other_fields_are_written(answers_file: Write) -> None:
    path = answers_file(
        "answers:\n  2.1.1-2:  # 注\n    level:  3   # 段階\n    evidence:\n    - {ref: 'a', date: \"2026-04-01\"}\n"
    )
    before = path.read_text("utf-8")
    store = opened(path)
    answer = store.submission.answers["2.1.1-2"]
    store.save_answer("2.1.1-2", answer.model_copy(update={"note": "足した"}))
    assert path.read_text("utf-8") == before.replace("# 段階\n", "# 段階\n    note: 足した\n")


def test_a_short_answer_grows_into_a_full_one_behind_its_key(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-1: 3   # 確認済み\n  2.1.1-2: 3\n")
    store = opened(path)
    store.save_answer("2.1.1-1", Answer(level=3, note="a: b"))
    store.save_answer("2.1.1-2", Answer(level=3, note="メモ"))
    assert path.read_text("utf-8").endswith(
        'answers:\n  2.1.1-1: {level: 3, note: "a: b"}   # 確認済み\n'
        "  2.1.1-2:\n    level: 3\n    note: メモ\n"
    )


def test_json_stays_json(tmp_path: Path) -> None:
    import json

    path = tmp_path / "answers.json"
    content = {
        "schema": "cssa.answers/1",
        "checklist": {"id": "x", "version": "1"},
        "institution": {"id": "a", "name": "金", "sector": "shinkin"},
        "answers": {"2.1.1-1": {"level": 3}},
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), "utf-8")
    store = opened(path)
    store.save_answer("2.1.1-2", Answer(level=1, note='"引用"\n改行'))
    store.save_value(("institution", "profile", "cloud"), value=True)
    written = json.loads(path.read_text("utf-8"))
    assert written["answers"] == {
        "2.1.1-1": {"level": 3},
        "2.1.1-2": {"level": 1, "note": '"引用"\n改行'},
    }
    assert written["institution"]["profile"] == {"cloud": True}


def test_disjoint_changes_from_outside_are_taken_over(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n  2.1.1-2: 2\n")
    store = opened(path)
    path.write_text(path.read_text("utf-8").replace("2.1.1-2: 2", "2.1.1-2: 5  # 外で"), "utf-8")
    saved = store.save_answer("2.1.1-1", Answer(level=3))
    assert saved.changed_by_others == ("2.1.1-2",)
    assert values(path) == {"2.1.1-1": 3, "2.1.1-2": 5}
    assert store.submission.answers["2.1.1-2"].level == 5
    assert "# 外で" in path.read_text("utf-8")


def test_the_same_answer_changed_outside_is_refused_then_replaced_knowingly(
    answers_file: Write,
) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n")
    store = opened(path)
    path.write_text(path.read_text("utf-8").replace("2.1.1-1: 1", "2.1.1-1: 5"), "utf-8")
    with pytest.raises(ConflictError):
        store.save_answer("2.1.1-1", Answer(level=3))
    assert values(path) == {"2.1.1-1": 5}
    assert store.submission.answers["2.1.1-1"].level == 5
    store.save_answer("2.1.1-1", Answer(level=3))
    assert values(path) == {"2.1.1-1": 3}


def test_a_file_broken_outside_is_not_touched(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n")
    store = opened(path)
    path.write_text("answers: [", "utf-8")
    with pytest.raises(InputError):
        store.save_answer("2.1.1-1", Answer(level=3))
    assert path.read_text("utf-8") == "answers: ["


def test_a_file_that_now_names_another_checklist_is_not_touched(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n")
    store = opened(path)
    changed = path.read_text("utf-8").replace('"2025-07-04"', '"2099-01-01"')
    path.write_text(changed, "utf-8")
    with pytest.raises(InputError) as refused:
        store.save_answer("2.1.1-1", Answer(level=3))
    assert [problem.code for problem in refused.value.problems] == ["assess.checklist_changed"]
    assert path.read_text("utf-8") == changed


def test_a_deleted_file_is_written_again(answers_file: Write) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n")
    store = opened(path)
    path.unlink()
    assert store.save_answer("2.1.1-2", Answer(level=3)).was_missing
    assert values(path) == {"2.1.1-1": 1, "2.1.1-2": 3}


def test_a_newer_file_is_refused_with_advice(answers_file: Write) -> None:
    path = answers_file()
    path.write_text(path.read_text("utf-8").replace("answers/1", "answers/2"), "utf-8")
    with pytest.raises(InputError) as refused:
        opened(path)
    assert [problem.code for problem in refused.value.problems] == ["assess.newer"]


def test_a_full_disk_leaves_the_file_complete_and_the_interview_able_to_go_on(
    answers_file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = answers_file("answers:\n  2.1.1-1: 1\n")
    store = opened(path)

    def fail_with_full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail_with_full_disk)
        with pytest.raises(OutputError):
            store.save_answer("2.1.1-1", Answer(level=3))
    assert values(path) == {"2.1.1-1": 1}
    assert store.submission.answers["2.1.1-1"].level == 1
    assert not list(path.parent.glob(".answers.yaml.saving"))
    store.save_answer("2.1.1-1", Answer(level=3))
    assert values(path) == {"2.1.1-1": 3}


def test_a_link_and_the_mode_of_the_file_stay(answers_file: Write, tmp_path: Path) -> None:
    path = answers_file("answers: {}\n", name="real.yaml")
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    opened(link).save_answer("2.1.1-1", Answer(level=3))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert values(path) == {"2.1.1-1": 3}


def test_two_interviews_notice_each_other_and_lose_nothing(answers_file: Write) -> None:
    path = answers_file("answers: {}\n")
    first, second = opened(path), opened(path)
    assert first.start_session()
    assert not second.start_session()

    def fill(store: AnswersFile, names: list[str]) -> None:
        for name in names:
            store.save_answer(name, Answer(level=3))

    threads = [
        threading.Thread(target=fill, args=(store, ORDER[offset:20:2]))
        for offset, store in enumerate((first, second))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(values(path)) == ORDER[:20]
    first.end_session()
    assert second.start_session()
    second.end_session()


def test_a_value_of_the_header_can_be_changed_and_removed(answers_file: Write) -> None:
    path = answers_file("answers: {}\n")
    store = opened(path)
    store.save_value(("institution", "risk", "override"), {"level": "high", "reason": "判断: #1"})
    override = store.submission.institution.risk.override
    assert override is not None
    assert override.reason == "判断: #1"
    store.save_value(("institution", "risk", "override"), ABSENT)
    assert store.submission.institution.risk.override is None
    with pytest.raises(InputError):
        store.save_value(("institution", "size"), -1)
    assert store.submission.institution.size == Decimal("3.2e11")


def test_no_confirmed_answer_is_lost_and_the_file_is_readable_when_killed_at_any_moment(
    answers_file: Write,
) -> None:
    """Forty kills here; two hundred of the whole program were done by hand."""
    path = answers_file("answers: {}\n")
    moments = random.Random(7)  # noqa: S311 - moments to be killed at
    confirmed: dict[str, int] = {}
    for kill in range(40):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:  # pragma: no cover - the child ends by being killed
            os.close(reader)
            store = opened(path)
            while True:
                name, level = moments.choice(ORDER), moments.randint(0, 5)
                store.save_answer(name, Answer(level=level, note=f"メモ {level}"))
                os.write(writer, f"{name} {level}\n".encode())
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            # Every second child has saved once, on a busy machine too.
            first_line = pipe.readline() if kill % 2 else b""
            time.sleep(moments.uniform(0.0, 0.04))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            lines = (first_line + pipe.read()).decode().splitlines()
        confirmed |= {name: int(level) for name, level in map(str.split, lines)}
        now = values(path)
        lost = [
            name for name, level in confirmed.items() if now.get(name, {}).get("level") != level
        ]
        assert len(lost) <= 1  # the one that was on disk before it could be reported
        assert all(name in now for name in confirmed)
        confirmed = {name: value["level"] for name, value in now.items()}
        moments.random()  # another moment next time, in the child too
    assert confirmed
    assert opened(path).start_session()
    remaining = {file.name for file in path.parent.iterdir()}
    assert remaining == {path.name, f".{path.name}.lock", f".{path.name}.sitting"}


def test_a_new_file_takes_the_place_of_an_empty_one_and_of_no_other(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    header = {
        "checklist": {"id": "fsa-cyber-guideline", "version": "2025-07-04"},
        "institution": {"id": "x", "name": "x", "sector": "shinkin"},
    }
    for content in ("\n", "answers: {}\n"):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(OutputError):
            AnswersFile.create(path, header, check=lambda _: None, order=ORDER)
        assert path.read_text(encoding="utf-8") == content
    path.write_bytes(b"")
    AnswersFile.create(path, header, check=lambda _: None, order=ORDER)
    assert values(path) == {}
