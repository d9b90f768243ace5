"""The keys that work now, for the two lines at the bottom of the main screen."""

from typing import TYPE_CHECKING

from cssa.tui.keys import KEY_COMMANDS, REVIEW_WORDS, KeyCommand
from cssa.tui.layout.line import fitted

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen

_HEIGHT = 2  # lines


def footer_rows(screen: "MainScreen") -> list[str]:
    """Return the keys that work now, as many as have room, the most important first.

    Args:
        screen: the main screen.
    """
    offered = [command for command in KEY_COMMANDS if screen.is_offered(command)]
    if screen.model.review is not None:  # what is its own comes first
        offered.sort(key=lambda command: command.name not in ("next", *REVIEW_WORDS))
    entries = [
        f"{_shown(screen, command)} {screen.worded('key', command.name)}" for command in offered
    ]
    if screen.is_in_tree:
        message = screen.words.message
        named = dict(zip((command.name for command in offered), entries, strict=True))
        others = [entry for name, entry in named.items() if name not in ("next", "tree")]
        leave = f"Esc {message('screen.key.leave_tree')}"
        entries = [f"Enter {message('screen.key.go_there')}", leave, *others]
    return _rows(entries, screen.size.width - 2)


def _rows(entries: list[str], width: int) -> list[str]:
    rows, row = [], ""
    for entry in entries:
        longer = f"{row}  {entry}" if row else entry
        if fitted(longer, width) != longer:
            rows.append(row)
            row = entry
        else:
            row = longer
    return [*rows, row][:_HEIGHT]


def _shown(screen: "MainScreen", command: KeyCommand) -> str:
    """Return how the keys of a command are printed; digits as far as they mean something."""
    placed = screen.model.session.current
    if command.name != "level" or placed is None:
        return command.shown
    practice = placed.practice
    if practice.accepts("level") or screen.model.review is not None:
        values = practice.level_scale.values
        return f"{values[0]}-{values[-1]}"
    return f"1-{min(9, len(practice.options))}"
