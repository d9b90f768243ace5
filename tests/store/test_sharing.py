"""The classes of the sharing edition: none is too small, and no more is lost than has to be."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.store.export.sharing import QUASI_IDENTIFIERS, SharedTraits, coarsen, smallest_class

GROUPS = {"shinkin": "cooperative", "shinkumi": "cooperative", "trust": "major", "other": None}


def placed(own: SharedTraits) -> SharedTraits:
    """Return traits with the industry group of the sub-sector."""
    return own._replace(industry_group=GROUPS.get(own.sector or ""))


TRAITS = st.builds(
    SharedTraits,
    sector=st.sampled_from([*GROUPS, None]),
    industry_group=st.none(),
    size_band=st.sampled_from(["small", "large", None]),
    shared_system=st.sampled_from([True, False, None]),
    risk=st.sampled_from(["low", "medium", "high"]),
    assessed_on=st.sampled_from([date(2026, 10, 1), date(2026, 11, 1), None]),
).map(placed)
POPULATIONS = st.lists(TRAITS, max_size=80)
SIZES = st.integers(2, 12)


@given(POPULATIONS, SIZES)
def test_every_class_has_enough_records(traits: list[SharedTraits], min_group: int) -> None:
    kept = [own for own in coarsen(traits, min_group) if own is not None]
    assert all(count >= min_group for count in Counter(kept).values())
    assert smallest_class(kept) >= min_group or not kept


@given(POPULATIONS, SIZES)
def test_values_are_kept_or_blank_and_never_others(
    traits: list[SharedTraits], min_group: int
) -> None:
    for own, shared in zip(traits, coarsen(traits, min_group), strict=True):
        if shared is not None:
            for name in QUASI_IDENTIFIERS:
                assert getattr(shared, name) in (getattr(own, name), None, "")


@given(POPULATIONS, SIZES)
def test_sub_sectors_and_industry_groups_stay_exactly_where_they_have_enough(
    traits: list[SharedTraits], min_group: int
) -> None:
    sectors = Counter(own.sector for own in traits)
    others = [own for own in traits if own.sector is None or sectors[own.sector] < min_group]
    groups = Counter(own.industry_group for own in others)
    rest = [
        own
        for own in others
        if own.industry_group is None or groups[own.industry_group] < min_group
    ]
    for own, shared in zip(traits, coarsen(traits, min_group), strict=True):
        if own not in others:
            assert shared is not None
            assert (shared.sector, shared.industry_group) == (own.sector, own.industry_group)
        elif own not in rest:
            assert shared is not None
            assert (shared.sector, shared.industry_group) == (None, own.industry_group)
        elif len(rest) < min_group:
            assert shared is None
        else:
            assert shared is not None
            assert (shared.sector, shared.industry_group) == (None, None)
        if shared is not None and shared.sector is None:
            assert shared.size_band is None, "bands of different sub-sectors are not the same"


@given(POPULATIONS, SIZES, st.randoms())
def test_the_order_of_records_makes_no_difference(
    traits: list[SharedTraits], min_group: int, random: st.DataObject
) -> None:
    shuffled = list(traits)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert Counter(coarsen(shuffled, min_group)) == Counter(coarsen(traits, min_group))


@pytest.mark.parametrize(
    ("bands", "kept"),
    [
        ({"small": 5, "large": 5}, {"small": 5, "large": 5}),
        ({"small": 6, "large": 4}, {None: 10}),
        ({"small": 5, None: 5}, {"small": 5, None: 5}),
    ],
)
def test_all_values_of_a_trait_stay_or_none(
    bands: dict[str | None, int], kept: dict[str | None, int]
) -> None:
    traits = [
        SharedTraits("shinkin", "cooperative", band, None, "low", None)
        for band, count in bands.items()
        for _ in range(count)
    ]
    shared = coarsen(traits, 5)
    assert Counter(own.size_band for own in shared if own is not None) == kept
