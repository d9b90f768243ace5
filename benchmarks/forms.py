"""Figures of forms: for Excel, from outside, and for the browser."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any

from benchmarks.figures import (
    ANSWERS,
    AS_OF,
    ROOT,
    TURNS,
    Measured,
    Ran,
    SkippedError,
    Times,
    against,
    figure,
    in_turns,
    milliseconds,
    program,
)

if TYPE_CHECKING:
    from benchmarks.page import PageTimes, Spread


@cache
def form_request() -> Any:
    """Return what a form with the 176 answers in it is made from."""
    from cssa.cli.environment import open_workspace, read_input
    from cssa.forms.form_request import FormRequest

    workspace = open_workspace()
    scoring_data, path = workspace.scoring_data, str(ANSWERS)
    answers = workspace.read_answers(read_input(path), path)
    return FormRequest(
        workspace.edition_of(answers),
        scoring_data.level_wording(),
        scoring_data.profile,
        scoring_data.sectors,
        "ja",
        submission=answers.submission,
    )


def written_form() -> bytes:
    """Return the form, nothing kept from one that was written before."""
    from cssa.forms.form_writer import write_form

    return write_form(replace(form_request()))


@figure("write one form, beside openpyxl")
def form_writing() -> Measured:
    """Within a third of openpyxl building the same."""
    from benchmarks import libraries

    build = libraries.openpyxl_building(written_form())
    times = in_turns(process_time, {"ours": written_form, "openpyxl": build})
    return against(times, "ours", "openpyxl", 1 / 3)


def saved_form() -> bytes:
    """Return the form as LibreOffice saves it.

    Raises:
        SkippedError: without LibreOffice.
    """
    office = shutil.which("soffice")
    if office is None:
        raise SkippedError("LibreOffice is missing")
    with TemporaryDirectory() as folder:
        form, out = Path(folder) / "form.xlsx", Path(folder) / "out"
        form.write_bytes(written_form())
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        convert = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir"]
        subprocess.run([*convert, out, form], capture_output=True, check=True, timeout=120)
        return (out / form.name).read_bytes()


@cache
def form_reading() -> Times:
    """Return the times of reading a form saved by LibreOffice, by us and by libraries alone."""
    from benchmarks import libraries

    from cssa.answers.loading import check_answers
    from cssa.cli.environment import open_workspace
    from cssa.engine.scoring import score_submission
    from cssa.excel.child_call import call_here
    from cssa.excel.guard import check_workbook
    from cssa.forms.form_reader import complete_answers, read_form

    workspace = open_workspace()
    context = replace(workspace.form_context, call=call_here)
    sectors = workspace.scoring_data.sectors
    data = saved_form()
    edition = workspace.edition_of(complete_answers(read_form(data, "form.xlsx", context)))
    criteria = workspace.criteria(edition.checklist)

    def read_check_score() -> None:
        sheet = complete_answers(read_form(data, "form.xlsx", context))
        check_answers(sheet, edition, criteria.profile, sectors)
        score_submission(edition, sheet.submission, criteria, as_of=AS_OF)

    calls: dict[str, Callable[[], object]] = {
        "all": read_check_score,
        "guard": lambda: check_workbook(data, "form.xlsx"),
        "calamine": lambda: libraries.calamine(data),
        "openpyxl": lambda: libraries.openpyxl_reading(data),
    }
    for call in calls.values():
        call()
    return in_turns(process_time, calls)


@figure("read, check and score one form, beside python-calamine")
def form_beside_calamine() -> Measured:
    """Within 2.5 times the library alone."""
    times = form_reading()
    return against(times, "all", "calamine", 2.5, f"guard {times['guard'][0]:.1f} of it")


@figure("read, check and score one form, beside openpyxl read-only")
def form_beside_openpyxl() -> Measured:
    """Within a sixth of openpyxl's fastest way."""
    return against(form_reading(), "all", "openpyxl", 1 / 6)


@figure("one form opened in a process of its own")
def form_apart() -> Measured:
    """What the process costs a command that reads one form: at most 120 ms."""
    from cssa.excel.child_call import call_here, call_in_child
    from cssa.excel.grids import open_workbook

    data = (ROOT / "tests" / "forms" / "saved" / "prefilled-ja.xlsx").read_bytes()
    best, middle = milliseconds(lambda: open_workbook(data, "form.xlsx", call_in_child), TURNS)
    same, _ = milliseconds(lambda: open_workbook(data, "form.xlsx", call_here), TURNS)
    return Measured(best, 120, "ms", note=f"median {middle:.1f}; {same:.1f} in the same process")


@cache
def refusals() -> list[Ran]:
    """Return the runs of the program on every file that is meant to do harm."""
    from tests.forms.hostile import REFUSED, WHOLE, changed

    sound = (ROOT / "tests" / "forms" / "saved" / "prefilled-ja.xlsx").read_bytes()
    form = written_form()
    contents = [changed(form, change) for change, _ in REFUSED.values()]
    contents += [change(sound) for change, _ in WHOLE.values()]
    runs = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        for content in contents:
            path.write_bytes(content)
            runs.append(program("score", path))
    return runs


@figure("hostile file refused, the slowest of all")
def hostile_time() -> Measured:
    """Within a second of CPU, the whole command."""
    runs = refusals()
    if any(run.code != _REFUSED for run in runs):
        raise SystemExit("a hostile file was not refused")
    return Measured(max(run.cpu for run in runs), 1.0, "s", note=f"{len(runs)} files")


@figure("hostile file refused, memory of the largest process")
def hostile_memory() -> Measured:
    """200 MB."""
    return Measured(max(run.peak for run in refusals()), 200.0, "MB")


_REFUSED = 3


@cache
def browser_form() -> bytes:
    """Return the form for the browser with the 176 answers in it."""
    from cssa.forms.page.writer import write_page

    return write_page(form_request())


@cache
def browser_times() -> "PageTimes":
    """Return how long the form takes in Chromium."""
    from tests.conftest import external_tool

    wanted = ("chromium", "chromedriver", "selenium")
    missing = [name for name in wanted if external_tool(name) is None]
    if missing:
        raise SkippedError(f"not installed: {', '.join(missing)}")
    from benchmarks.page import page_times

    with TemporaryDirectory() as folder:
        return page_times(browser_form(), Path(folder))


def in_browser(spread: "Spread", budget: float) -> Measured:
    """Return the median of runs in the browser, with how busy the machine was."""
    load, _, _ = os.getloadavg()
    times = f"shortest {spread.shortest:.1f}, 95 % within {spread.p95:.1f}"
    times += f"; {spread.cpu:.1f} of the page's own work"
    note = f"{times}; load {load:.1f} on {os.cpu_count()} processors"
    return Measured(spread.median, budget, "ms", note=note)


@figure("form for the browser, size (176 answers)")
def browser_size() -> Measured:
    """Within 1.5 MB."""
    return Measured(len(browser_form()) / 1_000_000, 1.5, "MB")


@figure("form for the browser, first question painted (176 practices)")
def browser_question() -> Measured:
    """Within 300 ms of opening the file in Chromium."""
    return in_browser(browser_times().question, 300)


@figure("form for the browser, an answer (176 practices)")
def browser_answer() -> Measured:
    """Within 30 ms in Chromium, everything that it changes laid out and kept."""
    return in_browser(browser_times().answer, 30)
