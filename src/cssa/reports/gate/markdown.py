"""The verdict as Markdown for the summary of a pipeline's step."""

import re
from collections.abc import Iterator

from cssa.reports.gate.page import Page

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def render(page: Page) -> str:
    """Return a short page with a table of what is not met."""
    lines = [
        f"## {_cell(page.headline())}",
        "",
        _cell(page.policy()),
        "",
        *_table(page, "unmet"),
        *_table(page, "waived"),
        *_waivers(page),
        f"> {_cell(page.say('gate.disclaimer'))}",
    ]
    return "\n".join(lines) + "\n"


def _table(page: Page, status: str) -> Iterator[str]:
    outcomes = [one for one in page.verdict.outcomes if one.status == status]
    if not outcomes:
        return
    yield f"### {_cell(page.say(f'gate.heading.{status}', count=len(outcomes)))}"
    yield ""
    names = ("rule", "demand", "practices")
    yield "| " + " | ".join(page.say(f"gate.column.{name}") for name in names) + " |"
    yield "|---|---|---|"
    for outcome in outcomes:
        named, more = page.listed(outcome)
        practices = [f"{page.title(one)} ({page.state(one)})" for one in named]
        if more:
            practices.append(page.say("gate.more", count=more))
        cells = (outcome.rule, page.sentence(outcome), "; ".join(practices) or "-")
        yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
    yield ""


def _waivers(page: Page) -> Iterator[str]:
    if page.verdict.waivers:
        yield f"### {_cell(page.say('gate.heading.waivers', count=len(page.verdict.waivers)))}"
        yield ""
        yield from (f"- {_cell(page.waiver(waiver))}" for waiver in page.verdict.waivers)
        yield ""


def _cell(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
