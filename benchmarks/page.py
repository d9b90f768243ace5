"""Measuring the form for the browser in Chromium, by the browser's own clock."""

import statistics
from pathlib import Path
from typing import Any, NamedTuple

from tests.forms.page.browsers import chromium

RUNS = 5
_ANSWERS = 60

# Everything on the page is drawn by its script: the first that is painted is the question.
_FIRST_QUESTION = """
const done = arguments[0];
new PerformanceObserver((list) => {
  const paint = list.getEntries().find((entry) => entry.name === "first-contentful-paint");
  if (paint) done([paint.startTime, document.querySelectorAll(".answer input").length]);
}).observe({ type: "paint", buffered: true });
"""
# From the click until the page is laid out anew; the next frame has nothing left to do but paint.
_ANSWER = """
const [count] = arguments;
const times = [];
for (const id of cssaForm.form.order.slice(0, count)) {
  cssaForm.go(`p=${id}`);
  document.body.getBoundingClientRect();
  const choice = document.querySelector(`input[name="f-${id}-value"]:not(:checked)`);
  const begun = performance.now();
  choice.click();
  document.body.getBoundingClientRect();
  times.push(performance.now() - begun);
}
cssaForm.isDirty = false;
return times;
"""


class Spread(NamedTuple):
    """Milliseconds of several runs.

    Attributes:
        cpu: what the page's own thread worked, at the median; for an answer, with going to it.
    """

    shortest: float
    median: float
    p95: float
    cpu: float


class PageTimes(NamedTuple):
    """How long a page took.

    Attributes:
        question: from opening the page until its first question was painted.
        answer: from a click on a level until the page was laid out with it.
    """

    question: Spread
    answer: Spread


def page_times(page: bytes, folder: Path) -> PageTimes:
    """Return how long a page takes in Chromium.

    Args:
        page: the form.
        folder: where it is opened from.
    """
    path = folder / "form.html"
    path.write_bytes(page)
    driver = chromium(folder)
    try:
        driver.set_script_timeout(60)
        questions: list[float] = []
        answers: list[float] = []
        opening, answering = [], []
        for _ in range(RUNS):
            _forget(driver, path)
            before = _worked(driver)
            questions.append(_opened(driver, path))
            opened = _worked(driver)
            answers += driver.execute_script(_ANSWER, _ANSWERS)
            opening.append(opened - before)
            answering.append((_worked(driver) - opened) / _ANSWERS)
        return PageTimes(_spread(questions, opening), _spread(answers, answering))
    finally:
        driver.quit()


def _forget(driver: Any, path: Path) -> None:
    """Have the next opening be as if for the first time."""
    driver.get(path.as_uri())
    driver.execute_script("localStorage.clear()")
    driver.get("about:blank")
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})


def _worked(driver: Any) -> float:
    """Return the milliseconds that the thread of the page has worked."""
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    (seconds,) = (item["value"] for item in metrics if item["name"] == "TaskDuration")
    return float(seconds) * 1000


def _opened(driver: Any, path: Path) -> float:
    """Open the page; return when its question was painted."""
    driver.get(f"{path.as_uri()}#p=2.1.1-1")
    painted, choices = driver.execute_async_script(_FIRST_QUESTION)
    if not choices:
        raise SystemExit("the page was painted without its question")
    return float(painted)


def _spread(times: list[float], cpu: list[float]) -> Spread:
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return Spread(min(times), statistics.median(times), p95, statistics.median(cpu))
