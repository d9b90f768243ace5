"""The verdict as workflow commands that GitHub's runner shows at the lines concerned."""

from collections.abc import Iterator

from cssa.gate.verdict import Place
from cssa.reports.gate.page import Page


def render(page: Page) -> str:
    """Return one annotation for each unmet demand and practice, and for waivers that run out."""
    return "".join(f"{line}\n" for line in _lines(page))


def _lines(page: Page) -> Iterator[str]:
    for outcome in page.verdict.with_status("unmet"):
        sentence = page.sentence(outcome)
        if not outcome.practices:
            yield _command("error", f"[{outcome.rule}]", sentence, None)
        for practice in outcome.practices:
            title = f"[{outcome.rule}] {page.title(practice)}"
            text = f"{sentence} {page.state(practice)}"
            yield _command("error", title, text, page.place(practice))
    for waiver in page.verdict.waivers:
        kind = {"expired": "error", "expiring": "warning", "unused": "notice"}.get(waiver.status)
        if kind is not None:
            yield _command(kind, waiver.subject, page.waiver(waiver), None)


def _command(kind: str, title: str, message: str, place: Place | None) -> str:
    properties = {"title": title}
    if place is not None and place.path != "-":
        properties = {"file": place.path, **properties}
        if place.line is not None:
            properties |= {"line": str(place.line), "col": str(place.column)}
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
