"""Problems as lines of text."""

from collections.abc import Iterable

from cssa.errors import Problem
from cssa.messages import Lang, say
from cssa.messages.visible import one_line, shortened

MAX_LINES = 190
"""Problems told of one run; a file made to flood has more than anyone reads."""

_MAX_PARAM = 200
_MAX_KEY = 60
_MAX_LINE = 900


def describe(problem: Problem, lang: Lang) -> str:
    """Return ``path:line:column: path.to.key: message``, one line whatever the input holds."""
    where = "" if problem.location is None else str(problem.location)
    parts = [where] if where else []
    if problem.path:
        parts.append(_dotted(problem.path))
    params = {name: _shown(value) for name, value in problem.params.items()}
    parts.append(say(lang, problem.code, params))
    return shortened(one_line(": ".join(parts)), _MAX_LINE)


def _shown(value: object) -> object:
    return shortened(value, _MAX_PARAM) if isinstance(value, str) else value


def describe_all(problems: Iterable[Problem], lang: Lang) -> list[str]:
    """Return a line per problem, in the order of their places, without repeats.

    Past ``MAX_LINES`` one last line tells how many more there are.
    """

    def place(problem: Problem) -> tuple[str, int, int, int]:
        return problem.location.order if problem.location else ("", 0, 0, 0)

    ordered = sorted(problems, key=place)
    told = list(dict.fromkeys(describe(one, lang) for one in ordered[: 2 * MAX_LINES]))
    more = len(ordered) - MAX_LINES
    if more > 0:
        return [*told[:MAX_LINES], say(lang, "cli.more_problems", {"count": more})]
    return told


def _dotted(path: tuple[str | int, ...]) -> str:
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            key = shortened(part, _MAX_KEY)
            text += f".{key}" if text else key
    return text
