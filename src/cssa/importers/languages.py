"""Which languages of a source are taken."""

from collections.abc import Iterable

from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed


def chosen_languages(own: str, available: Iterable[str], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages to take, in order.

    The source's own language is always taken: what it has not translated stands in it alone.

    Args:
        own: the source's own language.
        available: the languages that it has texts in.
        asked: those that the user wants, in order; empty for all.

    Raises:
        UsageError: when the source does not have one that is asked for.
    """
    known = tuple(dict.fromkeys((own, *available)))
    missing = [lang for lang in asked if lang not in known]
    if missing:
        params = {"languages": listed(missing), "known": listed(known)}
        raise UsageError([Problem("import.language_missing", params)])
    return tuple(dict.fromkeys((*asked, own))) if asked else known
