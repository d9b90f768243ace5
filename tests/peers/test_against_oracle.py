"""Every figure of every group equals an independent computation, also what is withheld."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from cssa.peers.publication import publish
from cssa.peers.rules import Rules
from cssa.scheme.sectors import Sectors

from . import oracle
from .worlds import (
    MARKETS,
    PARTS,
    a_year_on,
    draw,
    draw_coalitions,
    population,
    seeded,
)


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


@pytest.mark.parametrize(("sectors", "market"), MARKETS, ids=["by sub-sector", "by industry group"])
@pytest.mark.parametrize("parts", [{}, PARTS], ids=["apart", "together"])
@pytest.mark.parametrize(
    ("rules", "sizes"),
    [
        (Rules(10, 1), SIZES),
        (Rules(5, 1), SIZES),
        (Rules(10, 1, second="core_system"), SIZES),
        (Rules(7, 2), SIZES),  # the other computation goes through every pair of members
    ],
)
def test_random_populations(
    rules: Rules,
    sizes: tuple[int, ...],
    parts: Mapping[str, tuple[str, ...]],
    sectors: Sectors,
    market: oracle.Market,
) -> None:
    reasons: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    changes = sections = 0
    without_level = 0.005 if parts else 0.05
    for seed, size in enumerate(sizes):
        random = seeded(seed)
        members = draw(random, size, without_level=without_level)
        years = (a_year_on(random, members, size, without_level), members)
        world, before = (
            population(of_year, year, draw_coalitions(random, of_year), parts)
            for year, of_year in zip(("2026", "2025"), years, strict=True)
        )
        publication = publish(world, sectors, rules, before)
        published = _plain(publication.peers)
        assert published == oracle.peers(
            world,
            before,
            market,
            m=rules.min_group,
            c=rules.coalition,
            second=rules.second,
            floor=rules.coverage_floor,
        )
        groups.update(published["groups"].keys())
        reasons.update(figure.reason for figure in publication.withheld)
        changes += len(published["continuing"]) > 0
        sections += sum("sections" in group for group in published["groups"].values())
    assert len(groups) > 3
    assert {"all", "bank", *market.industry_groups} <= groups.keys()
    assert changes > 0
    assert sections > 0 or rules.coalition > 1
    assert reasons.keys() >= {"too_few", "complement", "concentrated", "divided", "known_answers"}
    assert ("follows" in reasons) == bool(parts)
