"""The figures with a practice at each of its levels, as a table."""

from collections.abc import Sequence

from cssa.interview.what_if import LevelEffect
from cssa.interview.words import Words
from cssa.planning.what_if import FigureChange
from cssa.scheme.level_wording import LevelWording
from cssa.tui.layout.line import BLANK, Line, padded, paragraph

_LEVEL, _FIGURE = 28, 22
"""Cells of the columns."""


def what_if_lines(
    effects: Sequence[LevelEffect], domain: str, scales: LevelWording, words: Words
) -> list[Line]:
    """Return the table.

    Args:
        effects: by level, ascending.
        domain: id of the practice's domain.
        scales: names of the levels.
        words: their language.
    """
    head = (
        padded("", _LEVEL)
        + padded(words.message("screen.what_if.domain", domain=domain), _FIGURE)
        + words.message("screen.what_if.overall")
    )
    lines = [*paragraph(words.message("screen.what_if.intro"), 78, "muted"), BLANK]
    lines.append(Line(head, "heading"))
    for effect in effects:
        name = words.text(scales.name(effect.level))
        level = f"{effect.level} {name}"
        text = padded(level, _LEVEL) + padded(_figure(effect.domain), _FIGURE)
        is_now = not effect.domain.is_changed and not effect.overall.is_changed
        lines.append(Line(text + _figure(effect.overall), "plain" if is_now else "chosen"))
    if not any(effect.overall.is_changed for effect in effects):
        lines += [BLANK, *paragraph(words.message("screen.what_if.unscored"), 78, "muted")]
    return lines


def _figure(change: FigureChange) -> str:
    """Return score, its change, and how many practices are below target."""
    before, after = change.before, change.after
    if after.score is None:
        return "-"
    difference = after.score - (before.score or 0)
    return f"{after.score:.2f} ({difference:+.2f})  !{after.below_target.count}"
