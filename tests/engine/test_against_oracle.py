"""The engine and an independent computation agree on every figure, to the exact fraction."""

import json
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cssa.checklist.catalogue import Catalogue, Edition
from cssa.datafile.typed_json import to_json
from cssa.scheme.scoring_data import ScoringData

from .strategies import examples, on_scale, own_scales, worlds
from .worlds import (
    ACCEPTED,
    EXPIRED,
    NA,
    NOT_ADOPTED,
    NOTE,
    RISKS,
    VALID,
    World,
    all_practices,
    measured,
    treated,
)


@examples(500)
@given(worlds())
def test_every_figure_is_the_oracles(world: World) -> None:
    assert measured(world.assessed()) == world.expected()


@examples(150)
@given(worlds(), own_scales())
def test_every_figure_on_an_own_scale_is_the_oracles(
    world: World, scale: tuple[list[int], list[int]]
) -> None:
    own = on_scale(world, *scale)
    assert measured(own.assessed()) == own.expected()


@examples(100)
@given(worlds())
def test_the_json_says_what_the_result_says(world: World) -> None:
    result = world.assessed()
    document = json.loads(to_json(result))
    expected = world.expected()
    assert document["schema"] == "cssa.result/1"
    assert document["as_of"] == world.as_of.isoformat()
    assert document["overall"]["score"] == expected["overall"]["shown"]
    assert document["overall"]["exact"] == result.overall.exact
    for domain in document["domains"]:
        assert domain["score"] == expected["domains"][domain["id"]]["shown"]
        for practice in domain["practices"]:
            assert practice["level"] == expected["practices"][practice["id"]]["level"]


@cache
def _shipped() -> tuple[Edition, dict[str, Any], ScoringData]:
    library = ScoringData()
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary)
    edition = catalogue.load(catalogue.find("fsa-cyber-guideline"))
    return edition, _plain(edition.checklist), library


def _plain(model: Any) -> dict[str, Any]:
    plain: dict[str, Any] = model.model_dump(by_alias=True, exclude_defaults=True)
    return plain


_SAID: tuple[Any, ...] = (
    *(0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5),
    NA,
    NOT_ADOPTED,
    NOTE,
    None,
    treated(1),
    treated(1, ACCEPTED),
    treated(2, EXPIRED),
    {"treatment": VALID},
    {"treatment": ACCEPTED},
    {"level": 2, "confirmed": False, "performed_by": "shared_centre"},
)


def _fitting(practice: dict[str, Any], answer: Any) -> Any:
    if answer == NA and practice.get("na") == "never":
        return 0
    if answer == NOT_ADOPTED and practice["tier"] == "basic":
        return None
    return answer


@st.composite
def _institutions(draw: st.DrawFn) -> World:
    edition, checklist, library = _shipped()
    practices = all_practices(checklist)
    picked = draw(
        st.lists(st.integers(0, len(_SAID) - 1), min_size=len(practices), max_size=len(practices))
    )
    answers = {
        practice["id"]: _fitting(practice, _SAID[n])
        for practice, n in zip(practices, picked, strict=True)
    }
    factors = [factor.id for factor in library.profile.factors]
    flags = [flag.id for flag in library.profile.flags]
    return World(
        checklist=checklist,
        edition=edition,
        answers={name: answer for name, answer in answers.items() if answer is not None},
        profile=draw(st.dictionaries(st.sampled_from(flags), st.booleans())),
        risk={"factors": draw(st.dictionaries(st.sampled_from(factors), st.sampled_from(RISKS)))},
        scheme=_plain(library.scheme(draw(st.sampled_from(["maturity", "all-practices"])))),
        targets=_plain(library.targets()),
        questions=_plain(library.profile),
    )


@examples(40)
@given(_institutions())
def test_every_figure_of_the_shipped_checklist_is_the_oracles(world: World) -> None:
    assert len(world.expected()["practices"]) == 176
    assert measured(world.assessed()) == world.expected()
