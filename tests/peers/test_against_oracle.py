"""Every figure of every group equals an independent computation, also what is withheld."""

from collections import Counter
from typing import Any

import pytest

from cssa.peers.publication import publish
from cssa.peers.rules import Rules

from . import oracle
from .worlds import BANDS, SECTORS, STEP, a_year_on, draw, population, seeded


def _plain(peers: Any) -> dict[str, Any]:
    data = peers.model_dump(by_alias=True, exclude_none=True)
    return {
        "groups": {
            group["id"]: {
                key: value
                for key, value in group.items()
                if key not in ("id", "parent", "title") and value != {}
            }
            for group in data["groups"]
        },
        "continuing": {
            key: value for key, value in data.get("continuing", {}).items() if value != {}
        },
        "withheld": {(withheld["group"], withheld["figure"]) for withheld in data["withheld"]},
    }


SIZES = (4, 12, 18, 25, 32, 40, 50, 60, 80, 100)


@pytest.mark.parametrize(
    ("rules", "sizes"),
    [
        (Rules(10, 1), SIZES),
        (Rules(5, 1), SIZES),
        (Rules(10, 1, second="core_system"), SIZES),
        (Rules(7, 2), SIZES[:8]),  # the other computation goes through every pair of members
    ],
)
def test_random_populations(rules: Rules, sizes: tuple[int, ...]) -> None:
    reasons: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    changes = 0
    for seed, size in enumerate(sizes):
        random = seeded(seed)
        before = population(draw(random, size), "2025")
        world = population(a_year_on(random, before.members, size))
        publication = publish(world, SECTORS, rules, before)
        published = _plain(publication.peers)
        assert published == oracle.peers(
            world,
            before,
            BANDS,
            STEP,
            m=rules.min_group,
            c=rules.coalition,
            second=rules.second,
            floor=rules.coverage_floor,
        )
        groups.update(published["groups"].keys())
        reasons.update(figure.reason for figure in publication.withheld)
        changes += len(published["continuing"]) > 0
    assert len(groups) > 3
    assert changes > 0
    assert reasons.keys() >= {"too_few", "complement", "concentrated", "divided"}
