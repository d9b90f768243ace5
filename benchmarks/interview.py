"""Figures of the interview: saving, and the full screen."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import ANSWERS, ROOT, ROUNDS, Measured, figure, milliseconds


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
def screen_times() -> dict[str, float]:
    """Return CPU times of the full screen and its yardsticks."""
    from benchmarks.screens import start_times

    with TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.yaml"
        answers.write_bytes(ANSWERS.read_bytes())
        return start_times(answers)


@figure("full screen, first frame, beside a bare Textual application")
def first_frame() -> Measured:
    """Within 1.3 times an application with one line of text, in CPU time."""
    times = screen_times()
    return Measured(times["frame"], times["bare"], "ms", 1.3)


@figure("full screen, first question, beside line mode and a bare Textual application")
def first_question() -> Measured:
    """Within 1.1 times both together, in CPU time."""
    times = screen_times()
    return Measured(times["question"], times["lines"] + times["bare"], "ms", 1.1)


@cache
def screen_keys() -> tuple[float, float]:
    """Return median and 95th percentile of a key with 352 practices, in milliseconds of CPU."""
    from benchmarks.screens import doubled_checklist, key_times

    with TemporaryDirectory() as name:
        folder = Path(name)
        source = ROOT / "checklists" / "fsa-cyber-guideline" / "2025-07-04"
        checklist = doubled_checklist(source, folder / "checklist")
        return key_times(ANSWERS, checklist)


@figure("full screen, a key answered, 352 practices, median")
def key_median() -> Measured:
    """Saved and painted within 30 ms of CPU."""
    return Measured(screen_keys()[0], 30.0, "ms", note=_speed())


@figure("full screen, a key answered, 352 practices, 95 %")
def key_slow() -> Measured:
    """Saved and painted within 70 ms of CPU."""
    return Measured(screen_keys()[1], 70.0, "ms", note=_speed())


def _speed() -> str:
    """Return how fast the machine is, on which alone these figures depend."""
    return f"where a bare Textual application takes {screen_times()['bare']:.0f} to start"
