"""Domains, sections and practices with how far each is."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cssa.checklist.model import PlacedPractice
from cssa.engine.aggregate import AggregateFigures, rounded
from cssa.engine.status import AssessedPractice
from cssa.interview.session import Session
from cssa.interview.words import Words
from cssa.tui.layout.line import Line, LineStyle, with_right

_MARKS = {"not_applicable": "x", "not_adopted": "x", "out_of_scope": "#", "not_asked": "#"}
"""By status, what stands in the place of a level."""


def tree_lines(session: Session, words: Words, width: int) -> list[Line]:
    """Return the tree; practices of the domain that is shown are in it, other domains are folded.

    Args:
        session: the state of the interview.
        words: their language.
        width: cells of the pane.
    """
    return [*_tree(session, words, width)]


def _tree(session: Session, words: Words, width: int) -> Iterator[Line]:
    checklist, figures, current = session.edition.checklist, session.figures, session.current
    asked = frozenset(session.queue)
    by_domain: dict[str, list[PlacedPractice]] = {domain.id: [] for domain in checklist.domains}
    for placed in checklist.placed.values():
        by_domain[placed.domain.id].append(placed)
    for domain in checklist.domains:
        inside = by_domain[domain.id]
        title = f"{domain.id} {words.text(domain.title)}"
        right = _standing(session, inside, asked, figures.domains[domain.id])
        yield _node_line(title, right, inside, width, "heading")
        is_open = current is None or current.domain.id == domain.id
        for _, group in groupby(inside, _section_id):
            practices = list(group)
            section = practices[0].section
            if section is not None:
                title = f" {section.id} {words.text(section.title)}"
                right = _standing(session, practices, asked, figures.sections[section.id])
                yield _node_line(title, right, practices, width, "muted")
            if is_open:
                yield from (_practice_line(session, placed, words, width) for placed in practices)


def _section_id(placed: PlacedPractice) -> str | None:
    return None if placed.section is None else placed.section.id


def _standing(
    session: Session,
    practices: Sequence[PlacedPractice],
    asked: frozenset[str],
    figures: AggregateFigures,
) -> str:
    """Return how many the interview is done with, the score and how many are below target."""
    ids = [placed.practice.id for placed in practices if placed.practice.id in asked]
    done = sum(map(session.is_settled, ids))
    parts = [f"{done}/{len(ids)}"]
    score = rounded(figures.score)
    if score is not None and done:
        parts.append(f"{score:.1f}")
    if figures.below_target.count and done:
        parts.append(f"!{figures.below_target.count}")
    return " ".join(parts)


def _node_line(
    left: str, right: str, practices: Sequence[PlacedPractice], width: int, style: LineStyle
) -> Line:
    target = f"go:{practices[0].practice.id}" if practices else None
    return Line(with_right(left, right, width), style, target)


def _practice_line(session: Session, placed: PlacedPractice, words: Words, width: int) -> Line:
    practice = placed.practice
    assessed = session.assessed_practices[practice.id]
    is_current = practice.id == session.current_id
    mark = "!" if assessed.below_target and assessed.status == "answered" else " "
    left = f" {'>' if is_current else ' '}{_state(session, assessed)}{mark} {practice.shown_id} "
    text = with_right(left + words.text(practice.title), "", width)
    return Line(text, "current" if is_current else "plain", f"go:{practice.id}")


def _state(session: Session, assessed: AssessedPractice) -> str:
    """Return the level, or a mark for what stands in its place; a dot for what is open."""
    if assessed.status in _MARKS:
        return _MARKS[assessed.status]
    if not session.is_answered(assessed.practice.id):
        return "-"
    level = session.level_shown(assessed.practice.id)
    return "v" if level is None else str(level)
