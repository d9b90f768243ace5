"""What a checklist may refer to without defining it."""

from collections.abc import Mapping
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """The ids and terms that a checklist may refer to without defining them.

    Attributes:
        flags: profile flags for ``applies_if``.
        factors: ids of risk factors.
        scales: ids of scales.
        threats: ids of threats.
        sectors: ids of sectors, which ``applies_if`` must not refer to.
        csf2: subcategories of the NIST CSF 2.0.
        terms: Japanese terms with the English terms that may translate each.
    """

    flags: frozenset[str] = frozenset()
    factors: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    threats: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    csf2: frozenset[str] = frozenset()
    terms: Mapping[str, tuple[str, ...]] = {}
