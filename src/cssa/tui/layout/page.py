"""The practice in the middle: what is asked, what was answered, what can be chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.asked_if import condition_words
from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.kinds.kind import Part
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Practice
from cssa.engine.status import is_in_groups
from cssa.interview.answer_hints import answer_hints
from cssa.interview.answer_text import AnswerText
from cssa.interview.confirmation import Confirmation
from cssa.interview.confirmation_words import confirmation_words
from cssa.interview.session import Session
from cssa.interview.words import Words
from cssa.reports.text_layout import cells
from cssa.scheme.level_wording import LevelWording
from cssa.tui.layout.line import BLANK, Line, LineStyle, fitted, paragraph


@dataclass(frozen=True, slots=True)
class PageContent:
    """What pages are made from.

    Attributes:
        session: the state of the interview.
        words: their language.
        scales: names and wording of the levels.
        answer_text: words for answers.
        is_read_only: nothing may be changed.
    """

    session: Session
    words: Words
    scales: LevelWording
    answer_text: AnswerText
    is_read_only: bool = False


def head_lines(content: PageContent, placed: PlacedPractice, width: int) -> list[Line]:
    """Return what stays in view: where the practice stands, its number, title and tier."""
    words, practice, section = content.words, placed.practice, placed.section
    place = words.message(
        "assess.place",
        domain=placed.domain.id,
        title=words.text(placed.domain.title),
        section=f" / {section.id} {words.text(section.title)}" if section else "",
    )
    if section is not None and cells(place) > width:
        place = f"{section.id} {words.text(section.title)}"
    own = content.session.edition.checklist.tier_title(practice.tier)
    tier = words.text(own) if own else words.message(f"tier.{practice.tier}")
    title = words.message(
        "assess.practice", id=practice.shown_id, title=words.text(practice.title), tier=tier
    )
    return [
        Line(fitted(place, width), "muted"),
        *list(paragraph(title, width, "title"))[:2],
    ]


def page_lines(content: PageContent, placed: PlacedPractice, width: int) -> list[Line]:
    """Return the page below its head.

    Args:
        content: what it is made from.
        placed: the practice.
        width: cells of the pane.
    """
    practice = placed.practice
    answer = content.session.answer(practice.id)
    return [
        *_standing(content, practice, answer, width),
        *question_lines(content, placed, width),
        *point_lines(content, practice, answer or NO_ANSWER, width),
        *_choices(content, practice, answer or NO_ANSWER, width),
        *_recorded(content, answer, width),
    ]


def _standing(
    content: PageContent, practice: Practice, answer: Answer | None, width: int
) -> Iterator[Line]:
    """Yield the answer and what it is measured by, above the question so that they are in view."""
    session, words = content.session, content.words
    assessed = session.assessed_practices[practice.id]
    if assessed.status == "out_of_scope":
        is_in = is_in_groups(practice, session.submission.selected_groups)
        code = "assess.out_of_scope" if is_in else "assess.out_of_groups"
        yield from paragraph(words.message(code), width, "warning")
    value = words.message("status.unanswered")
    if answer is not None:
        value = content.answer_text.value(practice, answer)
    parts = [words.message("screen.answer", answer=value)]
    if assessed.target is not None:
        parts.append(words.message("assess.target", target=assessed.target))
    for previous in session.previous(practice.id).values():
        last = content.answer_text.value(practice, previous)
        parts.append(words.message("screen.previous", answer=last))
    together = "  ".join(parts)
    for text in [together] if cells(together) <= width else parts:
        yield from paragraph(text, width, "answer")
    for review in answer.review if answer else ():
        yield from paragraph(content.answer_text.review(review), width, "muted", hang="  ")
    confirmation = session.confirmation(practice.id)
    if confirmation is not None:
        yield from _to_confirm(content, confirmation, width)
    for hint in answer_hints(session, practice, answer) if answer is not None else ():
        name = hint.code.removeprefix("assess.hint.")
        code = hint.code if name == hint.code else f"screen.hint.{name}"
        yield from paragraph(f"! {words.message(code, **hint.params)}", width, "warning", hang="  ")


def _to_confirm(content: PageContent, confirmation: Confirmation, width: int) -> Iterator[Line]:
    words = content.words
    for text in confirmation_words(confirmation, words):
        yield from paragraph(text, width, "muted", hang="  ")
    code = "assess.unconfirmed_open"
    if confirmation.confirmed is not None:
        is_read_only = content.is_read_only  # where Enter confirms nothing
        code = "assess.unconfirmed_read_only" if is_read_only else "screen.unconfirmed"
    yield from paragraph(words.message(code), width, "warning")


def question_lines(content: PageContent, placed: PlacedPractice, width: int) -> Iterator[Line]:
    """Yield what is asked, with its conditions."""
    words, practice = content.words, placed.practice
    for intro in placed.intros:
        yield from paragraph(words.text(intro), width, "muted")
    if practice.question_beside_title:
        yield BLANK
        yield from paragraph(words.text(practice.question_beside_title), width)
    conditions = [words.text(each) for each in placed.conditions]
    asked_if = condition_words(practice, content.session.edition.checklist)
    for text in (*conditions, *([asked_if] if asked_if else [])):
        yield from paragraph(words.message("explain.conditions", text=text), width, hang="  ")


def point_lines(
    content: PageContent, practice: Practice, answer: Answer, width: int
) -> Iterator[Line]:
    """Yield the points that the institution is asked for, ticked where it covers them."""
    words, flags = content.words, content.session.submission.institution.flags
    points = [
        point
        for point in practice.points
        if not (point.applies_if and point.applies_if.holds(flags) is False)
    ]
    if not points:
        return
    is_required = all(point.required for point in points)
    optional = "points_examples" if practice.examples else "points_listed"
    yield BLANK
    yield from paragraph(
        words.message(f"show.{'points' if is_required else optional}"), width, "heading"
    )
    for point in points:
        mark = "[x]" if point.id in answer.points else "[ ]"
        required = f" [{words.message('show.required')}]" if point.required else ""
        style: LineStyle = "chosen" if point.id in answer.points else "plain"
        yield from paragraph(
            f"{mark} {point.id} {words.text(point)}{required}",
            width,
            style,
            indent="  ",
            hang=" " * (7 + len(point.id)),
            target=f"point:{point.id}",
        )


def _choices(
    content: PageContent, practice: Practice, answer: Answer, width: int
) -> Iterator[Line]:
    words, kind = content.words, practice.question_kind
    yield BLANK
    if practice.rows_from and not practice.rows:
        title = content.session.edition.checklist.row_list[practice.rows_from].title
        text = words.message("screen.rows.none", title=words.text(title))
        yield from paragraph(text, width, "warning", target="institution")
        return
    value = answer.value_to(practice)
    entries = {} if value is None else kind.entries(value)
    for part in kind.parts(practice):
        yield from _part(content, practice, part, entries.get(part.id), width)


def _part(
    content: PageContent, practice: Practice, part: Part, entry: object, width: int
) -> Iterator[Line]:
    """Yield the lines in which one part of a question is answered."""
    words = content.words
    if part.accepts == "level":
        yield from level_lines(content, practice, entry, width)
        return
    if part.accepts in ("mark", "none"):
        text = words.text(part.text) if part.text else words.message("screen.none_of_them")
        mark = "[x]" if entry else "[ ]"
        target = f"mark:{part.id or ''}"
        style: LineStyle = "chosen" if entry else "plain"
        yield from paragraph(
            f"{mark} {text}", width, style, indent="  ", hang=" " * 6, target=target
        )
        return
    if part.text is not None:
        yield from paragraph(words.text(part.text), width, "heading")
    if part.accepts == "option":
        for number, option in enumerate(practice.options, 1):
            is_chosen = entry == option.id
            yield from paragraph(
                f"{'(*)' if is_chosen else '( )'} {number} {words.text(option)}",
                width,
                "chosen" if is_chosen else "plain",
                indent="  ",
                hang=" " * 8,
                target=f"option:{part.id or ''}:{option.id}",
            )
        return
    unit = f" {words.text(practice.unit)}" if practice.unit and part.accepts == "number" else ""
    shown = f"{entry}{unit}" if entry is not None else words.message("screen.type_here")
    yield from paragraph(
        f"> {shown}",
        width,
        "plain" if entry is None else "chosen",
        indent="  ",
        hang=" " * 4,
        target=f"entry:{part.id or ''}",
    )


def level_lines(
    content: PageContent,
    practice: Practice,
    chosen: object,
    width: int,
    heading: str | None = None,
) -> Iterator[Line]:
    """Yield the levels to choose from, each with what it means here and what is short of it.

    Args:
        content: what it is made from.
        practice: the practice.
        chosen: the level that is recorded.
        width: cells of the pane.
        heading: above them, in place of the usual one.
    """
    words, scales = content.words, content.scales
    yield from paragraph(heading or words.message("show.levels"), width, "heading")
    for level in scales.levels:
        number, is_chosen = level.level, chosen == level.level
        name = words.text(scales.name(number))
        meaning = words.text(scales.words(practice.scale, number))
        text = name
        if meaning != name:  # a step of the checklist's own may have a title alone
            text = words.message("screen.level", name=name, words=meaning)
        yield from paragraph(
            f"{'(*)' if is_chosen else '( )'} {number} {text}",
            width,
            "chosen" if is_chosen else "plain",
            indent="  ",
            hang=" " * 8,
            target=f"level:{number}",
        )
        limit = scales.not_yet_if(practice.scale, number)
        if limit:
            text = words.message("show.not_yet_if", text=words.text(limit))
            yield from paragraph(text, width, "muted", indent=" " * 8)


def _recorded(content: PageContent, answer: Answer | None, width: int) -> Iterator[Line]:
    """Yield what is recorded beside the value."""
    parts: Sequence[str] = [*content.answer_text.parts(answer)] if answer is not None else []
    if not parts:
        return
    yield BLANK
    yield from paragraph(content.words.message("screen.recorded"), width, "heading")
    for part in parts:
        yield from paragraph(part, width, indent="  ", hang="    ")
