"""What a checklist may name without defining it."""

from collections.abc import Mapping
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """What a checklist may name without defining it.

    Attributes:
        flags: profile flags for ``applies_if``.
        scales: ids of scales.
        sectors: ids of sectors, which ``applies_if`` must never name.
        csf2: subcategories of the NIST CSF 2.0.
        terms: words that stand for each other, Japanese to the English ones that may render it.
    """

    flags: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    csf2: frozenset[str] = frozenset()
    terms: Mapping[str, tuple[str, ...]] = {}
