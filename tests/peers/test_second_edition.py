"""What a second edition would give away of who files late, or is corrected after publication.

This is why figures are published once, and later feedback draws from the edition (tests/batch has
that nothing new can be subtracted then). The reader has both editions, safe as each is, and goes
through all answers of the institutions in them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from .adversary import Search, World, fillings, search
from .test_option_shares import KINDS, Shown, SmallGroups, publication_of

KIND = KINDS["both for the highest"]
ANSWERS = tuple(KIND.levels)


@cache
def _edition(bank: tuple[str, ...], broker: tuple[str, ...]) -> Shown:
    return publication_of(KIND, {"bank": Counter(bank), "broker": Counter(broker)}, SmallGroups())


def _worlds(banks: int, first: bool) -> Iterator[World]:
    """Yield every world in which one bank has another answer in the second edition.

    Args:
        banks: those that have the same answer in both.
        first: whether the bank is in the first edition as well.
    """
    for values in fillings({"bank": banks, "broker": 5}, ANSWERS):
        bank, broker = (tuple(sorted(values[name].elements())) for name in ("bank", "broker"))
        for filed in ANSWERS if first else ("",):
            before = _edition(tuple(sorted((*bank, filed))) if first else bank, broker)
            for later in ANSWERS:
                after = _edition(tuple(sorted((*bank, later))), broker)
                yield World((before, after), {"later": Counter([later])})


def _search(worlds: Iterator[World]) -> Search:
    def is_hidden(possible: frozenset[str]) -> bool:
        return len({KIND.levels[answer] for answer in possible}) > 1

    return search(worlds, 0, is_hidden)


CASES: Mapping[str, Any] = {"late": (5, False), "corrected": (4, True)}


@pytest.mark.parametrize("name", CASES)
def test_two_editions_give_away_who_came_later(name: str) -> None:
    result = _search(_worlds(*CASES[name]))
    assert result.exposed


@pytest.mark.parametrize("name", CASES)
def test_one_edition_of_all_of_them_does_not(name: str) -> None:
    both: Iterator[Any] = _worlds(*CASES[name])
    one = (world._replace(published=world.published[1]) for world in both)
    assert _search(one).exposed == []
