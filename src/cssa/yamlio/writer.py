"""Writing values as the YAML that the strict reader takes back."""

from typing import Any

import yaml

from cssa.yamlio.reader import resolves_to_text


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Block style, long texts unfolded, text that would read as something else in quotes."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the reader takes no aliases
        return True


def _text(dumper: Any, value: str) -> Any:
    style = None if resolves_to_text(value) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def dump(value: Any) -> str:
    """Return plain values as YAML, keys in their order."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text
