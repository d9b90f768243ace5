"""Writing values as the YAML that the strict reader takes back."""

import re
from typing import Any

import yaml

from cssa.datafile.reader import resolves_to_text

_QUOTED = re.compile("[\x85\u2028\u2029]|^\u3000")  # line breaks to YAML; refused by our reader


class _Dumper(yaml.SafeDumper):
    """Block style, long texts unfolded, text that would read as something else in quotes.

    Not the C one: it escapes the rare kanji of people's names.
    """

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the reader takes no aliases
        return True


def _text(dumper: Any, value: str) -> Any:
    plain = resolves_to_text(value) and not _QUOTED.search(value)
    style = None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def dump(value: Any) -> str:
    """Return plain values as YAML, keys in their order."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text
