"""Calls in a child process: results, errors, limits, and processes that die."""

import os
import signal
import sys
import time
from typing import Any, NoReturn

import pytest
from tests.forms.hostile import WHOLE

from cssa.errors import InputError, OutputError, Problem, UsageError
from cssa.excel.child_call import call_here, call_in_child
from cssa.excel.child_process import ChildDiedError, end_time_limit, limit_time
from cssa.excel.password import unlock
from cssa.location import CellLocation, Location

PROBLEMS = [
    Problem("form.row_twice", {"key": "1-1", "other": "A!B2"}, CellLocation("f.xlsx", "A", 3, 2)),
    Problem("file.unreadable", {"reason": "?"}, Location("f.xlsx", 1), ("answers", 0)),
]


def add(left: int, *, right: int) -> int:
    sys.stdout.write("what libraries print is no answer")
    sys.stdout.flush()
    return left + right


def fail(error: Exception) -> None:
    raise error


def abort() -> None:
    os.abort()


def leave() -> None:
    os._exit(7)


def take(size: int) -> int:
    return len(bytearray(size))


def wait() -> None:
    limit_time(1)
    time.sleep(60)


def compute() -> None:
    limit_time(1)
    while True:
        pass


def died(work: Any, *args: object) -> str:
    with pytest.raises(ChildDiedError) as caught:
        call_in_child(work, *args)
    return caught.value.reason


@pytest.mark.parametrize("call", [call_here, call_in_child])
def test_a_call_comes_to_the_same_wherever_it_is_made(call):
    assert call(add, 2, right=3) == 5
    assert call(take, 1000) == 1000


@pytest.mark.parametrize("call", [call_here, call_in_child])
@pytest.mark.parametrize(
    "error",
    [InputError(PROBLEMS), UsageError(PROBLEMS), OutputError([])],
)
def test_a_refusal_comes_back_whole(call, error):
    with pytest.raises(type(error)) as caught:
        call(fail, error)

    assert caught.value.problems == error.problems
    assert vars(caught.value) == vars(error)
    assert str(caught.value) == str(error)


@pytest.mark.skipif(os.name == "nt", reason="there an abort is an exit code")
def test_a_process_that_aborts_is_named_by_its_signal():
    assert died(abort) == signal.SIGABRT.name


def test_a_process_that_ends_without_an_answer_is_named_by_its_code():
    assert died(leave) == "7"


def test_any_other_error_is_named_by_its_kind():
    assert died(fail, ZeroDivisionError()) == "ZeroDivisionError"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited where the system can")
def test_memory_is_limited():
    assert died(take, 4_000_000_000) == "MemoryError"


@pytest.mark.parametrize("work", [wait, compute])
def test_time_is_limited_whether_it_works_or_waits(work):
    begun = time.monotonic()

    assert died(work)

    assert time.monotonic() - begun < 30


def test_modules_of_the_folder_it_is_called_in_are_not_taken_for_others(tmp_path, monkeypatch):
    for name in ("pickle", "resource", "faulthandler", "python_calamine"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert call_in_child(os.path.basename, "a/b") == "b"


def test_a_workbook_whose_password_takes_too_long_to_try_is_refused():
    def stopped(*_: Any, **__: Any) -> NoReturn:
        raise ChildDiedError("SIGXCPU")

    data = WHOLE["encrypted"][0](b"")

    with pytest.raises(InputError) as caught:
        unlock(data, "form.xlsx", "himitsu", stopped)
    (problem,) = caught.value.problems
    assert problem == Problem(
        "form.guard.reader_died", {"reason": "SIGXCPU"}, Location("form.xlsx")
    )


def limits() -> list[tuple[int, int]]:
    import resource

    return [resource.getrlimit(kind) for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS)]


def test_a_limit_of_time_is_lifted_again():
    resource = pytest.importorskip("resource")
    before = limits()

    limit_time(60)
    during = resource.getrlimit(resource.RLIMIT_CPU)
    end_time_limit()

    assert 0 < during[0] < 10_000
    assert limits() == before
