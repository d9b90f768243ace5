"""Prose of OSCAL: parameters put in, parts with their items as lines."""

import re
from collections.abc import Mapping
from typing import Any

from cssa.importers.losses import Balance
from cssa.importers.text import clean

_INSERTION = re.compile(r"\{\{\s*(?:insert:\s*param\s*,\s*)?([^{}\s]+)\s*\}\}")
_INNER_LINK = re.compile(r"\[([^\[\]]*)\]\(#[^()]*\)")
_MAX_DEPTH = 8
"""Parameters within parameters; the published ones go two deep."""
_ONE_OF = {"en": "one of", "de": "eines von"}
_SOME_OF = {"en": "one or more of", "de": "eines oder mehrere von"}
_INDENT = "  "


class Parameters:
    """The blanks of a catalogue, by id.

    Args:
        entries: the parameters as the file has them.
        lang: the language of its texts.
        balance: notes parameters that are missing.
    """

    def __init__(
        self, entries: Mapping[str, Mapping[str, Any]], lang: str, balance: Balance
    ) -> None:
        self._entries = entries
        self._lang = lang
        self._balance = balance

    def inserted(self, prose: str, depth: int = 0) -> str:
        """Return a text with its parameters put in and without links within the document.

        A blank stays visible in brackets: filling it in is for the institution to decide.

        Args:
            prose: the text.
            depth: how many parameters it stands within.
        """
        text = _INSERTION.sub(lambda match: self._value(match[1], depth), prose)
        return _INNER_LINK.sub(r"\1", text)

    def label(self, identifier: str) -> str:
        """Return what a parameter is called."""
        entry = self._entries.get(identifier, {})
        label = clean(entry.get("label"), self._balance)
        return self.inserted(label, 1) if label else identifier

    def _value(self, identifier: str, depth: int) -> str:
        entry = self._entries.get(identifier)
        if entry is None or depth >= _MAX_DEPTH:
            self._balance.note("missing_parameter", identifier)
            return f"[{identifier}]"
        values = [clean(value, self._balance) for value in entry.get("values") or ()]
        if values:
            return ", ".join(self.inserted(value, depth + 1) for value in values)
        select = entry.get("select") or {}
        choices = [clean(choice, self._balance) for choice in select.get("choice") or ()]
        if choices:
            words = _SOME_OF if select.get("how-many") == "one-or-more" else _ONE_OF
            offered = "; ".join(self.inserted(choice, depth + 1) for choice in choices)
            return f"[{words.get(self._lang, words['en'])}: {offered}]"
        label = clean(entry.get("label"), self._balance)
        return f"[{self.inserted(label, depth + 1) or identifier}]"


def part_text(
    part: Mapping[str, Any], parameters: Parameters, balance: Balance, indent: str = ""
) -> tuple[str, int]:
    """Return a part with all parts below it as lines, and how many texts these are.

    Args:
        part: the part.
        parameters: what is put in.
        balance: notes characters that were taken out.
        indent: what its lines begin with.
    """
    prose = parameters.inserted(clean(part.get("prose"), balance))
    label = next(
        (
            str(prop.get("value") or "")
            for prop in part.get("props") or ()
            if prop.get("name") == "label" and not prop.get("class")
        ),
        "",
    )
    lines, count = [], 0
    if prose:
        lines.append(f"{indent}{label} {prose}" if label else f"{indent}{prose}")
        count = 1
    for inner in part.get("parts") or ():
        text, inner_count = part_text(
            inner, parameters, balance, indent + (_INDENT if prose else "")
        )
        if inner_count:
            lines.append(text)
            count += inner_count
    return "\n".join(lines), count
