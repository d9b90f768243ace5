"""The language of a run, picked before the command line and its help are built."""

from collections.abc import Mapping, Sequence

from cssa.messages import LANGS, Lang, message

_VARIABLES = ("CSSA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")

_lang: Lang = "ja"


class UnknownLanguageError(Exception):
    """``--lang`` names a language that the program does not have."""


def pick(argv: Sequence[str], environment: Mapping[str, str]) -> tuple[Lang, list[str]]:
    """Return the language and the arguments without ``--lang``.

    Args:
        argv: the command line's arguments; ``--lang`` may stand anywhere before ``--``.
        environment: variables that decide when it is not given.

    Raises:
        UnknownLanguageError: with the value given.
    """
    rest: list[str] = []
    chosen: str | None = None
    arguments = iter(argv)
    for argument in arguments:
        if argument == "--":
            rest += [argument, *arguments]
        elif argument == "--lang":
            chosen = next(arguments, "")
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
        else:
            rest.append(argument)
    if chosen is None:
        return from_environment(environment), rest
    for lang in LANGS:
        if chosen == lang:
            return lang, rest
    raise UnknownLanguageError(chosen)


def from_environment(environment: Mapping[str, str]) -> Lang:
    """Return the language that the first of the usual variables asks for; Japanese by default."""
    for name in _VARIABLES:
        value = environment.get(name, "")
        if value:
            return "en" if value.lower().split("_")[0].split(".")[0] == "en" else "ja"
    return "ja"


def use(lang: Lang) -> None:
    """Set the language of this run."""
    global _lang  # noqa: PLW0603 - one run has one language, and decorators need it at import
    _lang = lang


def current() -> Lang:
    """Return the language of this run."""
    return _lang


def t(code: str, **params: object) -> str:
    """Return a message in the language of this run."""
    return message(_lang, code, params)
