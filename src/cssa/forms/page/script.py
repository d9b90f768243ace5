"""The program of the page as one script: its modules in the order of their imports."""

import re
from collections.abc import Iterator
from functools import cache

from cssa.resources import data_root

FOLDER = "form"
FIRST = "main.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) )", re.MULTILINE)


def template(name: str) -> str:
    """Return a file of the page's template.

    Args:
        name: such as ``style.css``.
    """
    return data_root().joinpath("templates", FOLDER, name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the script; a module's names are those of the whole script.

    A page that is opened as a file cannot import others, and one script has one hash.
    """
    return "\n".join(_without_imports(name) for name in modules())


@cache
def modules() -> tuple[str, ...]:
    """Return the names of the modules, each after those that it imports."""
    return tuple(dict.fromkeys(_with_imported(FIRST, ())))


def _with_imported(name: str, importing: tuple[str, ...]) -> Iterator[str]:
    if name in importing:
        raise ValueError(f"modules import each other: {name}")
    for imported in _IMPORT.findall(template(name)):
        yield from _with_imported(imported, (*importing, name))
    yield name


def _without_imports(name: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", template(name)))
