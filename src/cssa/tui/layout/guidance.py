"""What helps to answer: why it matters, common weaknesses, evidence, next step, cases."""

from collections.abc import Iterator, Sequence

from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import NO_OWNER
from cssa.interview.words import Words
from cssa.library.case_words import case_line
from cssa.library.related_cases import RelatedCase
from cssa.scheme.level_wording import LevelWording
from cssa.tui.layout.line import BLANK, Line, paragraph

_MAX_CASES = 2


def guidance_lines(
    placed: PlacedPractice,
    cases: Sequence[RelatedCase],
    scales: LevelWording,
    words: Words,
    width: int,
) -> list[Line]:
    """Return the guidance of a practice.

    Args:
        placed: the practice.
        cases: published cases; none before it is answered, so that they steer no answer.
        scales: the rules of the levels.
        words: their language.
        width: cells of the pane.
    """
    practice = placed.practice
    lines: list[Line] = []
    for name in ("why", "guidance", "pitfalls"):
        text = getattr(practice, name)
        if text:
            lines += [*paragraph(words.message(f"explain.{name}", text=words.text(text)), width)]
            lines.append(BLANK)
    if practice.evidence:
        lines += paragraph(words.message("show.evidence"), width, "heading")
        for example in practice.evidence:
            lines += paragraph(f"- {words.text(example)}", width, hang="  ")
        lines.append(BLANK)
    if practice.improve:
        text = words.message("explain.improve", text=words.text(practice.improve))
        lines += [*paragraph(text, width), BLANK]
    lines += _cases(cases, words, width)
    lines += _facts(placed, scales, words, width)
    return lines


def _cases(cases: Sequence[RelatedCase], words: Words, width: int) -> Iterator[Line]:
    if not cases:
        return
    yield from paragraph(words.message("incidents.caption"), width, "heading")
    for related in cases[:_MAX_CASES]:
        line = f"- {related.placed.case.id} {case_line(related, words.lang)}"
        yield from paragraph(line, width, hang="  ")
    yield BLANK


def _facts(
    placed: PlacedPractice, scales: LevelWording, words: Words, width: int
) -> Iterator[Line]:
    practice = placed.practice
    if practice.owner != NO_OWNER:
        owner = words.message(f"owner.{practice.owner}")
        yield from paragraph(words.message("show.owner", owner=owner), width, "muted")
    if practice.refs.guideline:
        source = words.message("assess.source", guideline=practice.refs.guideline)
        yield from paragraph(source, width, "muted")
    for is_so, code in ((practice.legal, "show.legal"), (practice.na == "never", "show.na_never")):
        if is_so:
            yield from paragraph(words.message(code), width, "muted")
    if practice.accepts("level") and scales.rules:
        yield BLANK
        yield from paragraph(words.message("show.rules"), width, "heading")
        for rule in scales.rules:
            yield from paragraph(f"- {words.text(rule)}", width, "muted", hang="  ")
