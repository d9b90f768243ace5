"""Every figure that has a budget, measured and printed beside its yardstick.

A figure is a function under ``@figure``; it returns what it measured and what it is held against.
``python benchmarks/run.py [WORD…]`` runs those whose name has one of the words.
"""

import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

TYPICAL = ROOT / "tests" / "reports" / "report" / "institutions" / "typical.yaml"
ANSWERS = ROOT / "templates" / "demo" / "answers.yaml"
AS_OF = date(2026, 11, 20)
ROUNDS = 200
TURNS = 15
"""Rounds of what takes long, measured in turns with its yardstick."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure came to.

    Attributes:
        value: what was measured, in the unit of the yardstick.
        yardstick: what it is held against, in the same unit.
        unit: what both are in.
        limit: how many times the yardstick the value may be.
        note: how it was measured, or what else was seen.
    """

    value: float
    yardstick: float
    unit: str
    limit: float = 1.0
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the yardstick the value is."""
        return self.value / self.yardstick


class SkippedError(Exception):
    """A figure cannot be measured on this machine, with the reason."""


FIGURES: dict[str, Callable[[], Measured]] = {}


def figure(name: str) -> Callable[[Callable[[], Measured]], Callable[[], Measured]]:
    """Return the decorator that puts a figure into the table under a name."""

    def add(measure: Callable[[], Measured]) -> Callable[[], Measured]:
        FIGURES[name] = measure
        return measure

    return add


def milliseconds(call: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the shortest and the middle time of a call.

    The shortest is the figure: other work on the machine only ever adds to a time.
    """
    call()
    times = []
    gc.collect()
    for _ in range(rounds):
        begun = perf_counter()
        call()
        times.append((perf_counter() - begun) * 1000)
    return min(times), statistics.median(times)


Times = dict[str, tuple[float, float]]
"""Shortest and middle milliseconds by name."""


def in_turns(clock: Callable[[], float], calls: Mapping[str, Callable[[], object]]) -> Times:
    """Return the times of calls, taken in turns so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(TURNS):
        for name, call in calls.items():
            begun = clock()
            call()
            times[name].append((clock() - begun) * 1000)
    return {name: (min(found), statistics.median(found)) for name, found in times.items()}


def against(times: Times, what: str, yardstick: str, limit: float, note: str = "") -> Measured:
    """Return one of the times held against another."""
    (best, middle), (bare, bare_middle) = times[what], times[yardstick]
    note = f"of medians {middle / bare_middle:.2f} x" + (note and f"; {note}")
    return Measured(best, bare, "ms", limit, note)


@cache
def processes() -> Times:
    """Return the CPU times of whole processes, bytecode and checklist compiled."""
    script = Path(sys.executable).with_name("cssa")
    if not script.exists():
        raise SystemExit(f"{script} is missing: pip install -e . with the Python that runs this")
    commands: dict[str, list[str | Path]] = {
        "python": [sys.executable, "-c", "pass"],
        "bare": [sys.executable, ROOT / "benchmarks" / "bare.py"],
        "version": [script, "--version"],
        "help": [script, "--help"],
        "score": [script, "score", ANSWERS],
        "score in colour": [script, "score", ANSWERS],
        "gate": [script, "gate", ANSWERS],
    }
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "CSSA_CACHE": folder}
        for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR"):
            environment.pop(name, None)
        terminal = {**environment, "FORCE_COLOR": "1", "TERM": "xterm-256color"}

        def run(name: str) -> None:
            env = terminal if name == "score in colour" else environment
            done = subprocess.run(commands[name], env=env, capture_output=True, check=False)
            if done.returncode > (name == "gate"):  # a gate not met was measured all the same
                raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr.decode()}")

        for name in commands:
            run(name)
        return in_turns(_children, {name: partial(run, name) for name in commands})


def _children() -> float:
    """Return the seconds of CPU that child processes took so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@figure("cssa --version")
def version() -> Measured:
    """Within 1.5 times the bare interpreter."""
    return against(processes(), "version", "python", 1.5)


@figure("cssa --help")
def help_() -> Measured:
    """Within 8 times the bare interpreter."""
    return against(processes(), "help", "python", 8)


@figure("cssa score, 176 answers, beside a bare command")
def score() -> Measured:
    """Within 1.75 times a typer command that imports pydantic and yaml."""
    return against(processes(), "score", "bare", 1.75)


@figure("cssa score on a terminal, 176 answers, beside a bare command")
def score_in_colour() -> Measured:
    """Within the same 1.75 times."""
    return against(processes(), "score in colour", "bare", 1.75)


@figure("cssa gate, 176 answers, beside a bare command")
def gate() -> Measured:
    """Within 1.75 times a typer command that imports pydantic and yaml."""
    return against(processes(), "gate", "bare", 1.75)


@figure("save of an answer, with fsync")
def save() -> Measured:
    """An answer among 176 changed and on disk within 10 ms."""
    from cssa.answers.answers_file import AnswersFile
    from cssa.answers.submission import Answer

    with TemporaryDirectory(dir=ROOT) as folder:  # beside the sources: a disk, not memory
        path = Path(folder) / "answers.yaml"
        path.write_bytes(ANSWERS.read_bytes())
        order = list(AnswersFile.read_unchecked(path).submission.answers)
        store = AnswersFile.open(path, check=lambda _: None, order=order)
        levels = [Answer(level=level) for level in range(6)]
        saved = iter(range(ROUNDS + 1))
        best, middle = milliseconds(lambda: store.save_answer(order[90], levels[next(saved) % 6]))
    return Measured(best, 10.0, "ms", note=f"median {middle:.1f}")


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
    """Within twice the library alone."""
    times = form_reading()
    return against(times, "all", "calamine", 2, f"guard {times['guard'][0]:.1f} of it")


@figure("read, check and score one form, beside openpyxl read-only")
def form_beside_openpyxl() -> Measured:
    """Within an eighth of openpyxl's fastest way."""
    return against(form_reading(), "all", "openpyxl", 1 / 8)


@figure("one form opened in a process of its own")
def form_apart() -> Measured:
    """What the process costs a command that reads one form: at most 120 ms."""
    from cssa.excel.child_call import call_here, call_in_child
    from cssa.excel.grids import open_workbook

    data = (ROOT / "tests" / "forms" / "saved" / "prefilled-ja.xlsx").read_bytes()
    best, middle = milliseconds(lambda: open_workbook(data, "form.xlsx", call_in_child), TURNS)
    same, _ = milliseconds(lambda: open_workbook(data, "form.xlsx", call_here), TURNS)
    return Measured(best, 120, "ms", note=f"median {middle:.1f}; {same:.1f} in the same process")


@figure("HTML report, templates loaded (176 answers with notes)")
def html_report() -> Measured:
    """Rendering, and the view it renders, within 5 ms."""
    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view = view_of(workspace, assessment, None)
    best, middle = milliseconds(lambda: HtmlReport().render(view, "ja"))
    built, _ = milliseconds(lambda: view_of(workspace, assessment, None))
    size = len(HtmlReport().render(view, "ja").encode()) / 1000
    note = f"median {middle:.1f}; view {built:.1f} beside; {size:.0f} kB"
    return Measured(best, 5.0, "ms", note=note)


@figure("HTML feedback report, beside the report on the same answers")
def html_feedback() -> Measured:
    """Within one and a half times the report, what a group has in common drawn before."""
    from benchmarks.peers import published

    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.peers.comparison.institution import Comparer
    from cssa.reports.feedback.feedback_view import build_feedback_view
    from cssa.reports.feedback.html import FeedbackWriter
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view, submission = view_of(workspace, assessment, None), assessment.answers.submission
    peers = published(assessment.result, assessment.edition.checklist)
    comparer = Comparer(peers, workspace.scoring_data.sectors)
    feedback = build_feedback_view(view, comparer.compare(assessment.result, submission))
    writer = FeedbackWriter(peers, "ja")
    calls: dict[str, Callable[[], object]] = {
        "feedback": lambda: writer.render(feedback),
        "report": lambda: HtmlReport().render(view, "ja"),
        "compare": lambda: build_feedback_view(
            view, comparer.compare(assessment.result, submission)
        ),
        "first": lambda: FeedbackWriter(peers, "ja").render(feedback),
    }
    for call in calls.values():
        call()
    times = in_turns(process_time, calls)
    size = len(writer.render(feedback).encode()) / 1000
    note = f"{times['first'][0]:.1f} as the group's first; {times['compare'][0]:.1f} to compare"
    return against(times, "feedback", "report", 1.5, f"{note}; {size:.0f} kB")


@figure("HTML report, size (176 answers with notes)")
def html_size() -> Measured:
    """The larger of the two languages' files within 300 kB."""
    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.messages import LANGS
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view = view_of(workspace, assessment, None)
    sizes = [len(HtmlReport().render(view, lang).encode()) / 1000 for lang in LANGS]
    return Measured(max(sizes), 300.0, "kB")


@cache
def batches() -> Mapping[str, "Ran"]:
    """Return runs of a batch, each on forms that were generated and on a new folder.

    The time per institution is the slope between two numbers of forms: what a run takes once, such
    as loading the checklist and writing the aggregate, falls away.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        for count in (_FEW, _MANY):
            program("population", "generate", "--institutions", count, "--seed", 1, "-o",
                    folder / str(count))  # fmt: skip
        found: dict[str, Ran] = {}
        for count, workers in ((_FEW, 1), (_MANY, 1), (_MANY, 2)):
            best = min(
                (_batch(folder, count, workers, folder / "out") for _ in range(2)),
                key=lambda one: one.seconds,
            )
            found[f"{count} forms, {workers} workers"] = best
        for count in (_FEW, _MANY):
            out = folder / f"out-{count}"
            _batch(folder, count, 1, out, keep=True)
            day = ("--on", "2026-12-19", "--as-of", "2026-12-19")
            asked = ("--approved-by", "benchmark", *day, "--workers", 1)
            found[f"{count} forms, published"] = program("batch", "publish", out, *asked)
        return found


@dataclass(frozen=True, slots=True)
class Ran:
    """How long a run took.

    Attributes:
        cpu: seconds of processor time, workers included.
        seconds: by the clock.
        peak: memory of its largest process, in MB.
    """

    cpu: float
    seconds: float
    peak: float


_FEW, _MANY = 100, 300


def program(*args: object) -> Ran:
    """Run the program; its exit code says nothing here."""
    command = [sys.executable, "-m", "cssa", *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    begun = perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - begun
    return Ran(used.ru_utime + used.ru_stime, seconds, used.ru_maxrss / 1024)


def _batch(folder: Path, count: int, workers: int, out: Path, *, keep: bool = False) -> Ran:
    drawn = folder / str(count)
    lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    asked = ("--formats", "html", "--workers", workers)
    ran = program("batch", "run", drawn / "forms", "-o", out, *lists, *asked)
    if not keep:
        shutil.rmtree(out)
    return ran


@figure("batch with HTML feedback, CPU per institution")
def batch_cpu() -> Measured:
    """8 ms from one institution to the next."""
    few, many = batches()[f"{_FEW} forms, 1 workers"], batches()[f"{_MANY} forms, 1 workers"]
    each = (many.cpu - few.cpu) / (_MANY - _FEW)
    once = few.cpu - _FEW * each
    hours = each * 1_000_000 / 3600
    note = f"and {once:.1f} s once; 1,000,000 would take {hours:.1f} CPU hours"
    return Measured(each * 1000, 8.0, "ms", 1, note)


@figure("batch published, CPU per institution")
def batch_published() -> Measured:
    """As much as a run: nothing is read again, and all feedback is made again."""
    each = {
        name: (batches()[f"{_MANY} forms, {name}"].cpu - batches()[f"{_FEW} forms, {name}"].cpu)
        / (_MANY - _FEW)
        for name in ("1 workers", "published")
    }
    return Measured(each["published"] * 1000, each["1 workers"] * 1000, "ms", 1)


@figure("batch on two workers, beside one")
def batch_workers() -> Measured:
    """At most 0.6 of the time."""
    one, two = batches()[f"{_MANY} forms, 1 workers"], batches()[f"{_MANY} forms, 2 workers"]
    return Measured(two.seconds, one.seconds, "s", 0.6, f"{_MANY} forms")


@figure("batch, largest process")
def batch_memory() -> Measured:
    """150 MB."""
    return Measured(max(one.peak for one in batches().values()), 150.0, "MB", 1)


def main(words: list[str]) -> int:
    """Print the table and return 1 when a figure is over its budget."""
    rows = [("figure", "measured", "yardstick", "ratio", "budget", "", "note")]
    over = 0
    for name, measure in FIGURES.items():
        if words and not any(word.lower() in name.lower() for word in words):
            continue
        try:
            found = measure()
        except SkippedError as reason:
            rows.append((name, "-", "-", "-", "-", "skipped", str(reason)))
            continue
        is_over = found.ratio > found.limit
        over += is_over
        rows.append(
            (
                name,
                f"{found.value:.2f} {found.unit}",
                f"{found.yardstick:.2f} {found.unit}",
                f"{found.ratio:.2f} x",
                f"<= {found.limit:.3g} x",
                "OVER" if is_over else "ok",
                found.note,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
