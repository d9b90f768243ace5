"""Problems as lines of text."""

from collections.abc import Iterable

from cssa.errors import Problem
from cssa.messages import Lang, say


def describe(problem: Problem, lang: Lang) -> str:
    """Return ``path:line:column: path.to.key: message``, one line whatever the input holds."""
    parts = []
    if problem.location is not None:
        parts.append(str(problem.location))
    if problem.path:
        parts.append(_dotted(problem.path))
    parts.append(say(lang, problem.code, problem.params))
    return _one_line(": ".join(parts))


def describe_all(problems: Iterable[Problem], lang: Lang) -> list[str]:
    """Return a line per problem, in the order of their places, without repeats."""

    def place(problem: Problem) -> tuple[str, int, int, int]:
        return problem.location.order if problem.location else ("", 0, 0, 0)

    return list(dict.fromkeys(describe(one, lang) for one in sorted(problems, key=place)))


def _dotted(path: tuple[str | int, ...]) -> str:
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def _one_line(text: str) -> str:
    """Return text without anything that would break or colour a terminal's line."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
