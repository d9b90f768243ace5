"""The letter to a route, such as a bureau or a central body, that lists its institutions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cssa.batch.ledger.entries import BEYOND_CUT_OFF
from cssa.batch.outputs.letter_parts import closing_lines, marking_line
from cssa.batch.reminding.letter_kinds import Letter
from cssa.batch.reminding.reminder_case import ReminderCase
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line

_ACTS = ("submit", "correct", "resend", "act")
"""Kinds of letters that ask an institution to act, in the order in which they are listed."""


class Routed(NamedTuple):
    """An institution that a route looks after.

    Attributes:
        letter: that the institution gets; None where it gets none.
        passed_on: files that the route is asked to pass on to it.
    """

    case: ReminderCase
    letter: Letter | None
    passed_on: tuple[str, ...] = ()


def route_of(case: ReminderCase) -> str:
    """Return by which route an institution is reached; empty where the roster has none.

    Args:
        case: the institution: its central body where it has one, else its bureau.
    """
    return case.row.route or case.row.bureau


def sees_answers(case: ReminderCase, route: str) -> bool:
    """Return whether a route is known to see an institution's answers.

    Args:
        case: the institution.
        route: its name.
    """
    return case.entry is not None and route in case.entry.answers_seen_by


def route_letter(name: str, institutions: Iterable[Routed], lang: Lang) -> Iterator[str]:
    """Yield the lines of the letter.

    Args:
        name: of the route.
        institutions: at least one.
        lang: the letter's language.
    """
    routed = tuple(institutions)
    case = routed[0].case
    campaign = case.campaign
    yield from marking_line(campaign, lang)
    yield TYPOGRAPHY[lang].date(case.on)
    yield message(lang, "batch.remind.title.route")
    yield ""
    yield message(lang, "batch.letter.salutation", {"name": one_line(name)})
    yield ""
    acts = any(_section(item) in _ACTS for item in routed)
    yield message(lang, f"batch.remind.ask.{'route' if acts else 'route_informed'}")
    yield ""
    if campaign is not None:
        yield message(lang, "batch.letter.campaign", {"title": campaign.title.get(lang)})
        if campaign.deadline is not None:
            day = TYPOGRAPHY[lang].date(campaign.deadline)
            yield message(lang, "batch.letter.deadline", {"date": day})
    yield from _sections(routed, lang)
    passing = [item for item in routed if item.passed_on]
    if passing:
        yield ""
        yield message(lang, "batch.remind.pass_on")
    for item in passing:
        files = TYPOGRAPHY[lang].join(item.passed_on)
        params = {"name": one_line(item.case.row.name), "files": files}
        yield message(lang, "batch.remind.pass_on.line", params)
    yield from closing_lines(campaign, lang)


def _sections(routed: Iterable[Routed], lang: Lang) -> Iterator[str]:
    """Yield the institutions by what is asked of them; every one of them is in one section."""
    sections: Mapping[str, list[Routed]] = {name: [] for name in (*_ACTS, "waiting", "received")}
    for item in routed:
        sections[_section(item)].append(item)
    for name, items in sections.items():
        if not items:
            continue
        yield ""
        counted = {"count": len(items)}
        yield message(lang, f"batch.remind.route.{name}", counted)
        for item in items:
            yield _line(item, lang, with_deadline=name in _ACTS)


def _section(item: Routed) -> str:
    if item.letter is not None and item.letter.kind in _ACTS:
        return item.letter.kind
    is_used = item.case.row.effective is not None and not item.case.waits_for
    return "received" if is_used else "waiting"


def _line(item: Routed, lang: Lang, *, with_deadline: bool) -> str:
    row = item.case.row
    params: dict[str, object] = {"name": one_line(row.name), "id": row.id}
    if with_deadline and row.extended_to is not None:
        params["date"] = TYPOGRAPHY[lang].date(row.extended_to)
        code = "beyond" if BEYOND_CUT_OFF in row.marks else "extended"
        return message(lang, f"batch.remind.route.{code}", params)
    return message(lang, "batch.remind.route.line", params)
