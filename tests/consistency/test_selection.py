"""What an institution is asked about: the weightiest matters, others counted."""

from tests.engine.worlds import Plain, basic, checklist_of, edition_of

from cssa.consistency.queries import Query
from cssa.consistency.selection import MOST_MATTERS, Selection, selected

REASON = {"ja": "確かめます。", "en": "It is asked."}
RULES: list[Plain] = [
    {"id": f"weight-{weight}", "kind": "dated", "practices": ["1-1"], "level": 4, "weight": weight,
     "reason": REASON}
    for weight in (1, 2, 3)
]  # fmt: skip
CHECKLIST = edition_of(
    checklist_of(*(basic(f"1-{n}") for n in range(1, 10))) | {"consistency": RULES}
).checklist


def query(practice: str | None, code: str, **params: str | int) -> Query:
    return Query("a", practice, code, params)


def contradiction(practice: str | None, weight: int) -> Query:
    return query(practice, "contradiction_dated", rule=f"weight-{weight}", level=4)


def asked(*queries: Query, kept: tuple[str, ...] = ()) -> Selection:
    return selected(queries, CHECKLIST, kept)


def test_few_matters_are_all_asked() -> None:
    few = [query(f"1-{n}", "evidence_missing", level=4) for n in range(1, MOST_MATTERS + 1)]
    assert asked(*few) == Selection(tuple(few), {})
    assert asked() == Selection((), {})


def test_the_heaviest_are_asked_in_the_order_given_and_the_others_counted() -> None:
    light = [query(f"1-{n}", "evidence_missing", level=4) for n in range(1, 5)]
    heavy = [contradiction("1-5", 1), contradiction("1-6", 3), contradiction("1-7", 2)]
    jump = query("1-8", "jump", before=0, level=5)
    chosen = asked(*light, *heavy, jump)
    assert chosen.queries == (heavy[1], heavy[2], jump)
    assert chosen.rest == {"evidence_missing": 4, "contradiction": 1}


def test_what_others_answered_comes_before_what_could_be_settled_alone() -> None:
    alone = [contradiction(f"1-{n}", 2) for n in range(1, 4)]
    same = query("1-4", "same_note", count=1, others="b")
    assert asked(*alone, same).queries == (*alone[:2], same)


def test_the_submission_as_a_whole_is_one_matter() -> None:
    whole = [query(None, "uniform", level=3, count=20, of=20), contradiction(None, 1)]
    practices = [contradiction(f"1-{n}", 3) for n in range(1, 4)]
    chosen = asked(*practices, *whole)
    assert chosen.queries == (*practices[:2], *whole)
    assert chosen.rest == {"contradiction": 1}


def test_a_matter_is_a_practice_with_all_its_queries() -> None:
    both = [query("1-9", "evidence_missing", level=5), query("1-9", "jump", before=1, level=5)]
    others = [contradiction(f"1-{n}", 2) for n in range(1, 4)]
    assert asked(*others, *both).rest == {"evidence_missing": 1, "jump": 1}
    assert asked(*others[:2], *both) == Selection((*others[:2], *both), {})


def test_what_something_was_entered_on_stays() -> None:
    light = [query(f"1-{n}", "evidence_missing", level=4) for n in range(1, 6)]
    assert asked(*light, kept=("1-5",)) == Selection(
        (*light[:3], light[4]), {"evidence_missing": 1}
    )
