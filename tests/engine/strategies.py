"""Strategies for worlds at random, and what a property needs to vary one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product
from math import prod
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from .oracle import informs_only, level_of
from .worlds import (
    ACCEPTED,
    FLAGS,
    MEDIUM,
    NA,
    NOT_ADOPTED,
    NOTE,
    RISKS,
    VALID,
    WORDS,
    Plain,
    World,
    all_practices,
    basic,
    checklist_of,
    day,
    options,
    rows,
    scheme_of,
    targets_of,
    treatment,
)

PLACES = ("{d}", "{d}.1", "{d}.1.1", "{d}.1.2", "{d}.10", "{d}.2", "{d}.2.1.1")
LEVELS = st.integers(0, 5)


def examples(count: int) -> settings:
    """Return settings for a property that is tried on so many random worlds."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=slow,
    )


def mixes(*tables: Sequence[Any]) -> st.SearchStrategy[list[Any]]:
    """Return a strategy for one entry of every table, all with a single draw.

    Draws are what random worlds cost. An entry that stands more than once comes up as much more
    often; the first of every table is what a failing example shrinks to.
    """

    def entries(number: int) -> list[Any]:
        drawn = []
        for table in tables:
            number, place = divmod(number, len(table))
            drawn.append(table[place])
        return drawn

    return st.integers(0, prod(len(table) for table in tables) - 1).map(entries)


# --- checklists ----------------------------------------------------------------------------------

CONDITION_FORMS: tuple[Plain, ...] = (
    {"any": ["f1"]},
    {"any": ["f1", "f2"]},
    {"all": ["f2", "f3"]},
    {"none": ["f4"]},
    {"any": ["f1", "f3"], "none": ["f2"]},
    {"any": ["f1", "f2"], "all": ["f2", "f3"], "none": ["f4"]},
    {"any": ["f1", "f2"], "none": ["f1"]},
    {"any": ["f2", "f3"], "all": ["f1"], "none": ["f2"]},
)
CONDITIONS = st.sampled_from(CONDITION_FORMS)
LADDERS = ((3,), (1, 2, 3), (2, 4), (2, 5), (1, 3, 5), (1, 4, 5))


def _by_choices(ladder: Sequence[int]) -> Plain:
    forms: list[Plain] = [{"any": ["o0"]}, {"at_least": 2}, {"all": ["o0", "o1", "o2"]}]
    rules = [{"level": level} | form for level, form in zip(ladder, forms, strict=False)]
    return {"kind": "multi", "options": options(*[None] * 4, exclusive=[3]), "levels": rules}


def _by_number(ladder: Sequence[int], direction: str) -> Plain:
    bounds = [10, 20.5, 40] if direction == "up" else [40, 20.5, 10]
    thresholds = [{"at": at, "level": level} for at, level in zip(bounds, ladder, strict=False)]
    return {"kind": "number", "thresholds": thresholds, "direction": direction}


KINDS: dict[str, list[Plain]] = {
    "level": [{"kind": "level"}],
    "single": [{"kind": "single", "options": options(0, *ladder)} for ladder in LADDERS],
    "multi": [_by_choices(ladder) for ladder in LADDERS],
    "matrix": [
        {"kind": "matrix", "options": options(0, *ladder), "rows": rows(count)}
        for ladder, count in product(LADDERS, (1, 2, 3))
    ],
    "number": [_by_number(ladder, way) for ladder, way in product(LADDERS, ("up", "down"))],
    "informs": [
        {"kind": "text"},
        {"kind": "number"},
        {"kind": "single", "options": options(None, None)},
        {"kind": "multi", "options": options(None, None)},
        {"kind": "matrix", "options": options(None, None), "rows": rows(2)},
    ],
}
ASKED = [forms[n % len(forms)] for n in range(36) for forms in KINDS.values()]
ANY_KIND = KINDS["level"] * len(ASKED) + ASKED
POINTS: list[Plain] = [{"id": "p1", "required": True, **WORDS}, {"id": "p2", **WORDS}]


def practices_at(place: str, number: int, *, levels_only: bool) -> st.SearchStrategy[Plain]:
    """Return a strategy for the practice that stands at a place under a number."""

    def built(parts: Sequence[Any]) -> Plain:
        tier, kind, effort, condition, legal, points, impact, threats, weight, groups = parts
        suffix = number if tier == "basic" else "-abcdef"[number]
        more = {
            "legal": legal,
            "points": points,
            "applies_if": condition,
            "impact": impact,
            "threats": threats,
            "weight": weight,
            "groups": groups,
        }
        given = {key: value for key, value in more.items() if value}
        return basic(f"{place}-{suffix}", **{**kind, "tier": tier, "effort": effort, **given})

    return mixes(
        ["basic", "basic", "desirable"],
        KINDS["level"] if levels_only else ANY_KIND,
        "msl",
        [*[None] * 14, *CONDITION_FORMS],
        [*[False] * 7, True],
        [*[None] * 7, POINTS],
        [None, 1, 2, 3],
        [None, ["t1"], ["t2"], ["t3", "t1"]],
        [*[None] * 5, 2, 7],
        [None, ["g1"], ["g2"], ["g1", "g2"]],
    ).map(built)


@st.composite
def checklists(draw: st.DrawFn, *, levels_only: bool = False) -> Plain:
    """Draw a checklist: domains, nested sections, practices also right under a domain.

    Args:
        levels_only: ask nothing otherwise than by level.
    """
    practices: list[Plain] = []
    there: list[str] = []
    for domain in range(1, draw(st.integers(1, 3)) + 1):
        there.append(str(domain))
        counts = draw(mixes(*[[None, 0, 1, 1, 2, 3]] * len(PLACES)))
        for template, count in zip(PLACES, counts, strict=True):
            if count is None:
                continue
            place = template.format(d=domain)
            there.append(place)
            numbers = range(1, count + 1)
            practices += [draw(practices_at(place, n, levels_only=levels_only)) for n in numbers]
    deciding: list[Plain] = []
    for practice, is_conditional in zip(practices, draw(_conditional(len(practices))), strict=True):
        if is_conditional and deciding and informs_only(practice):
            on = deciding[is_conditional % len(deciding)]
            asked = [option["id"] for option in on["options"][:is_conditional]]
            practice["asked_if"] = {"practice": on["id"], "any": asked}
        if practice.get("options"):
            deciding.append(practice)
    return checklist_of(*practices, sections=there)


def _conditional(count: int) -> st.SearchStrategy[list[int]]:
    """Return a strategy for how many options each question hangs on, if it can."""
    return mixes(*[[0, 1, 2]] * count)


# --- answers -------------------------------------------------------------------------------------

RESPONDENT = "IT department"
APPROVERS = (
    "経営会議",
    "IT Department",
    "ｉｔ　ｄｅｐａｒｔｍｅｎｔ",
    "Branch",
    "本人",
    "Me.",
    "-",
    "n/a",
    "CISO",
)
MEASURES = (
    "複数の担当者による確認",
    "―",
    "N / A",
    "同上。",
    "Same as above",
    "none of the hosts is reachable",
)
TREATMENTS: tuple[Plain, ...] = tuple(
    how
    for kind in ("accepted", "alternative")
    for how in (
        *(treatment(review_in, kind) for review_in in (100, 1, 0, -1, -400)),
        *(treatment(400, kind, approved_on=day(approved_in)) for approved_in in (0, 1, 34, 35)),
        *(treatment(kind=kind, approved_by=approver) for approver in APPROVERS),
        *(treatment(kind=kind, measure=measure) for measure in MEASURES),
    )
)
NUMBERS = ("0", "-1", "9.99", "10", "20.5", "20.51", "40", "41")
SHORT = ("level", "choice", "choices")


def some_values(practice: Plain) -> list[Plain]:
    """Return answers proper to a question's kind, in their long form."""
    kind = practice.get("kind", "level")
    names = [option["id"] for option in practice.get("options", ())]
    if kind == "level":
        return [{"level": level} for level in (3, 1, 2, 4, 5, 0, 2, 3, 4)]
    if kind == "single":
        return [{"choice": name} for name in names]
    if kind == "multi":
        selections = [c for n in (1, 2, 3) for c in combinations(names[:-1], n)]
        return [{"choices": list(chosen)} for chosen in (*selections, names[-1:])]
    if kind == "matrix":
        row_ids = [row["id"] for row in practice["rows"]]
        full = [
            dict(zip(row_ids, answer, strict=True))
            for answer in product(names, repeat=len(row_ids))
        ]
        return [{"rows": answer} for answer in (*full, dict.fromkeys(row_ids[1:], names[-1]))]
    return [{"value": value} for value in NUMBERS] if kind == "number" else [{"text": "t"}]


def answers_to(practice: Plain, *, complete: bool) -> st.SearchStrategy[Any]:
    """Return a strategy for the answer to a practice; None leaves it out of the file.

    Args:
        complete: leave nothing open.
    """
    ways = ["value"] * 5 + ["short"] * 2 + ["treated"] * 2 + ["na"]
    ways += ["not_adopted"] * 3 if practice["tier"] == "desirable" else []
    ways += [] if complete else ["nothing", "note", "open"]

    def built(parts: Sequence[Any]) -> Any:
        way, value, treated, *beside = parts
        if way == "nothing":
            return None
        if way == "short":
            (name, content), *_ = value.items()
            return content if name in SHORT else value
        answer: Plain = dict({"na": NA, "not_adopted": NOT_ADOPTED, "note": NOTE}.get(way, {}))
        if way in ("value", "treated"):
            answer |= value
        if way in ("treated", "open"):
            answer["treatment"] = treated
        for more in beside:
            answer |= more
        return answer or None

    review = {"line": 2, "level": 3, "by": "x", "on": "2026-10-01"}
    return mixes(
        ways,
        some_values(practice),
        TREATMENTS,
        [*[{}] * 11, {"treatment": VALID}, {"treatment": ACCEPTED}],
        [*[{}] * 5, NOTE],
        [*[{}] * 9, {"review": [review]}],
        [{}, {"points": ["p1"]}] if practice.get("points") else [{}],
        [*[{}] * 19, {"confirmed": False}],
        [*[{}] * 7, *({"priority": {"rank": rank, "reason": "r"}} for rank in (2, 1, 2))],
        [*[{}] * 4, {"by": "Branch"}],
    ).map(built)


@st.composite
def answers_for(draw: st.DrawFn, checklist: Plain) -> Plain:
    """Draw the answers of an institution to a checklist."""
    complete = draw(st.sampled_from([False, False, True]))
    answers = {
        practice["id"]: draw(answers_to(practice, complete=complete))
        for practice in all_practices(checklist)
    }
    return {name: answer for name, answer in answers.items() if answer is not None}


# --- schemes, targets, profiles ------------------------------------------------------------------

TIER_WEIGHTS = st.sampled_from(
    [
        {"basic": 1},
        {"basic": 1},
        {"basic": 2, "desirable": 1},
        {"basic": 3, "desirable": 7},
        {"desirable": 5},
    ]
)
BOUNDS = st.sampled_from([(0,), (0, 1, 2, 3, 4), (0, 0.5, 1.75, 2.5)])


def schemes(domain_ids: Sequence[str]) -> st.SearchStrategy[Plain]:
    """Return a strategy for schemes: tier weights, domain weights, bands."""
    weights = st.dictionaries(st.sampled_from(sorted(domain_ids)), st.integers(1, 9), max_size=3)
    return st.builds(scheme_of, TIER_WEIGHTS, weights, BOUNDS)


@st.composite
def rules_for(draw: st.DrawFn, checklist: Plain) -> list[Plain]:
    """Draw the rules of one risk profile on the domains, sections and practices of a checklist."""
    domains = [domain["domain"] for domain in checklist["domains"]]
    sections = [s["id"] for domain in checklist["domains"] for s in domain["sections"]]
    names = [practice["id"] for practice in all_practices(checklist)]
    tiers = st.sampled_from(["basic", "desirable"])
    forms: list[st.SearchStrategy[Plain]] = [
        st.fixed_dictionaries({"tier": tiers}),
        st.fixed_dictionaries({"domain": st.sampled_from(domains)}, optional={"tier": tiers}),
        st.fixed_dictionaries({"adopted": st.booleans()}, optional={"tier": tiers}),
    ]
    if sections:
        forms.append(
            st.fixed_dictionaries({"section": st.sampled_from(sections)}, optional={"tier": tiers})
        )
    if names:
        forms.append(st.fixed_dictionaries({"practice": st.sampled_from(names)}))
    chosen = draw(st.lists(st.tuples(st.one_of(forms), LEVELS), max_size=4))
    return [{"on": on, "level": level} for on, level in chosen]


@st.composite
def targets_for(draw: st.DrawFn, checklist: Plain) -> Plain:
    """Draw targets: sometimes the plain ones, else any rules at all."""
    if draw(st.booleans()):
        return MEDIUM
    some = rules_for(checklist)
    return targets_of(low=draw(some), medium=draw(some), high=draw(some))


STATED = [None, True, False, {"value": True}, {"value": False, "reason": "r"}]
PROFILES = mixes(*[STATED] * len(FLAGS)).map(
    lambda values: {
        flag: value for flag, value in zip(FLAGS, values, strict=True) if value is not None
    }
)
FACTORS = st.dictionaries(st.sampled_from(["k1", "k2", "n1"]), st.sampled_from(RISKS))
OVERRIDES = st.sampled_from([{"override": {"level": level, "reason": "r"}} for level in RISKS])
RISK = st.one_of(
    st.just({}),
    st.builds(lambda factors: {"factors": factors}, FACTORS),
    st.builds(lambda factors, how: {"factors": factors} | how, FACTORS, OVERRIDES),
)


@st.composite
def worlds(draw: st.DrawFn, *, levels_only: bool = False) -> World:
    """Draw everything that an assessment needs.

    Args:
        levels_only: ask nothing otherwise than by level.
    """
    checklist = draw(checklists(levels_only=levels_only))
    return World(
        checklist=checklist,
        answers=draw(answers_for(checklist)),
        profile=draw(PROFILES),
        risk=draw(RISK),
        scheme=draw(schemes([domain["domain"] for domain in checklist["domains"]])),
        targets=draw(targets_for(checklist)),
        about=draw(
            st.sampled_from(
                [
                    {},
                    {"approval": {"respondent": RESPONDENT}},
                    {"selected_groups": ["g1"]},
                    {"selected_groups": ["g1", "g2"]},
                ]
            )
        ),
    )


def raises(practice: Plain, answer: Any) -> list[Plain]:
    """Return answers that give at least the level of ``answer``, in its place.

    What else the answer holds, a treatment above all, stays.
    """
    content: Plain = answer if isinstance(answer, dict) else {}
    now = -1 if answer is None else level_of(practice, answer)
    floor = -1 if now is None else now
    rest = {
        k: v for k, v in content.items() if k not in ("level", "choice", "choices", "rows", "value")
    }
    better = [
        value
        for value in some_values(practice)
        if (reached := level_of(practice, value)) is not None and reached >= floor
    ]
    return [rest | value for value in better]


# --- own scales ----------------------------------------------------------------------------------

STEPS = st.lists(st.integers(-20, 100), min_size=6, max_size=11, unique=True).map(sorted)
"""The values of an own scale that has a step for each of the six levels, and up to five more."""


@st.composite
def own_scales(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Draw an own scale: its steps, and those six of them that stand for the levels 0 to 5.

    The lowest step stands for level 0, for an unanswered practice counts as the lowest.
    """
    steps = draw(STEPS)
    chosen = draw(st.lists(st.sampled_from(steps[1:]), min_size=5, max_size=5, unique=True))
    return steps, [steps[0], *sorted(chosen)]


def on_scale(world: World, steps: Sequence[int], stands_for: Sequence[int]) -> World:
    """Return a world with its levels replaced by those of an own scale, 3 being in place.

    Args:
        world: on the levels 0 to 5.
        steps: the values of the scale, ascending.
        stands_for: the value in the place of each level.
    """
    scale = {
        "in_place": stands_for[3],
        "steps": [{"value": value, "title": WORDS} for value in steps],
    }

    def moved(value: Any) -> Any:
        """Replace every level below a value; nothing else in these worlds is called so."""
        if isinstance(value, dict):
            return {
                key: stands_for[member]
                if key == "level" and isinstance(member, int)
                else moved(member)
                for key, member in value.items()
            }
        return [moved(member) for member in value] if isinstance(value, list) else value

    answers = {
        name: stands_for[answer] if isinstance(answer, int) else moved(answer)
        for name, answer in world.answers.items()
    }
    return replace(
        world,
        checklist=moved(world.checklist) | {"scale": scale},
        answers=answers,
        targets=moved(world.targets),
        edition=None,
    )
