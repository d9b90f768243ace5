"""Answers carried over: nothing is lost, and nothing comes along that is not true any more."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.editions import FIRST, ID, SECOND, THIRD, TO_SECOND, TO_THIRD

from cssa.answers.loading import LoadedAnswers, read_answers
from cssa.answers.serialization import to_yaml
from cssa.answers.submission import VALUE_FIELDS, Answer, Submission
from cssa.checklist.practice import Practice
from cssa.comparison.carried_answer import CarryNote
from cssa.comparison.carry_over import CarryResult, CarryStep, carry_over
from cssa.comparison.carry_steps import version_steps
from cssa.workspace import Workspace

AS_OF = date(2026, 11, 29)

CONCERNED = sorted(
    {
        name
        for change in (*TO_SECOND, *TO_THIRD)
        for side in ("old",)
        for name in ([change[side]] if isinstance(change.get(side), str) else change.get(side, []))
        if not name.endswith(("90", "91", "92"))
    }
)
"""Practices of the first edition that something happens to."""

OTHERS = ["2.1.1-5", "2.2.3-3", "2.4.1-3", "2.1.1-b"]

TREATMENTS = [
    {
        "kind": "accepted",
        "measure": m,
        "approved_by": "Board",
        "approved_on": "2026-01-01",
        "review_by": day,
    }
    for m, day in (("watched", "2026-11-28"), ("walled", "2026-11-29"), ("watched", "2027-06-30"))
]


@st.composite
def answers_of(draw: st.DrawFn, practice: Practice) -> dict[str, Any]:
    """Return an answer at random."""
    points = [point.id for point in practice.points]
    kinds = ["level"] * 6 + ["open"] + ["na"] * (practice.na != "never")
    kind = draw(st.sampled_from([*kinds, *["not_adopted"] * (practice.tier == "desirable")]))
    answer: dict[str, Any] = {}
    if kind == "level":
        answer["level"] = draw(st.integers(0, 5))
        answer["points"] = draw(st.lists(st.sampled_from(points), unique=True)) if points else []
    elif kind != "open":
        answer |= {
            kind: True,
            "reason": draw(st.sampled_from(["no such system", "another reason"])),
        }
    parts = {
        "note": st.sampled_from(["as planned", "二要素認証は端末のみ", "line\nline"]),
        "evidence": st.lists(
            st.sampled_from([{"ref": "policy.pdf"}, {"ref": "log", "date": "2026-04-01"}]),
            min_size=1,
            unique_by=str,
        ),
        "treatment": st.sampled_from(TREATMENTS),
        "plan": st.sampled_from([{"owner": "IT"}, {"due": "2027-03-31", "status": "doing"}]),
        "review": st.just([{"line": 2, "level": 2, "by": "Risk", "on": "2026-05-01"}]),
        "last_done": st.sampled_from(["2026-03-01", "2026-05-01"]),
        "by": st.sampled_from(["IT", "HR"]),
    }
    for name in draw(st.lists(st.sampled_from(sorted(parts)), unique=True, max_size=4)):
        answer[name] = draw(parts[name])
    return answer


@pytest.fixture(scope="module")
def make(workspace: Workspace) -> Callable[[st.DataObject], Submission]:
    """Return a submission to the first edition at random, as it is read from a file."""
    edition = workspace.edition(ID, FIRST)

    def submission(data: st.DataObject) -> Submission:
        names = data.draw(st.lists(st.sampled_from(CONCERNED + OTHERS), unique=True, min_size=1))
        placed = edition.checklist.placed
        plain = {name: data.draw(answers_of(placed[name].practice)) for name in names}
        return Submission.model_validate(
            {
                "schema": "cssa.answers/1",
                "checklist": {"id": ID, "version": FIRST},
                "campaign": "2025",
                "institution": {"id": "example", "name": "例示銀行", "sector": "shinkin"},
                "assessed_on": "2025-11-20",
                "approval": {"respondent": "CISO"},
                "answers": plain,
            }
        )

    return submission


@pytest.fixture(scope="module")
def way(workspace: Workspace) -> Callable[[str, str], list[CarryStep]]:
    """Return the steps between two editions."""

    def steps(old: str, new: str) -> list[CarryStep]:
        entry = workspace.catalogue.find(ID, new)
        return version_steps(workspace.catalogue, workspace.edition(ID, old), entry)

    return steps


def carried(result: CarryResult, workspace: Workspace) -> Submission:
    """Return what was carried over, as it is read back from the file that it is written to."""
    document = read_answers(to_yaml(result.submission).encode(), "new.yaml")
    version = result.submission.checklist.version
    workspace.check(
        LoadedAnswers(document.submission, document.document), workspace.edition(ID, version)
    )
    return document.submission


def value(answer: Answer) -> tuple[object, ...]:
    return tuple(getattr(answer, name) for name in (*VALUE_FIELDS, "na", "not_adopted", "reason"))


@settings(max_examples=40)
@given(data=st.data())
def test_carrying_to_the_same_version_keeps_what_was_answered(
    data: st.DataObject, make: Any, way: Any, workspace: Workspace
) -> None:
    before = make(data)
    steps = way(FIRST, FIRST)
    result = carry_over(before, steps, AS_OF)
    after = carried(result, workspace)
    assert after.answers.keys() == before.answers.keys()
    for name, answer in before.answers.items():
        new = after.answers[name]
        assert value(new) == value(answer)
        for field in ("note", "evidence", "points", "plan", "last_done", "by"):
            assert getattr(new, field) == getattr(answer, field)
        assert not new.confirmed
        assert new.carried is None
        assert not new.review
        assert new.treatment is None or new.treatment.review_by >= AS_OF
    assert after.institution == before.institution
    assert (after.campaign, after.assessed_on, after.approval.respondent) == (None, None, None)
    assert carry_over(after, steps, AS_OF) == CarryResult(after, ())


@settings(max_examples=40)
@given(data=st.data())
def test_skipping_an_edition_composes_its_steps(
    data: st.DataObject, make: Any, way: Any, workspace: Workspace
) -> None:
    before = make(data)
    whole = carry_over(before, way(FIRST, THIRD), AS_OF)
    half = carried(carry_over(before, way(FIRST, SECOND), AS_OF), workspace)
    assert carried(carry_over(half, way(SECOND, THIRD), AS_OF), workspace) == carried(
        whole, workspace
    )


@settings(max_examples=60)
@given(data=st.data(), new=st.sampled_from([SECOND, THIRD]), old=st.just(FIRST))
def test_every_answer_is_carried_or_listed(
    data: st.DataObject, new: str, old: str, make: Any, way: Any, workspace: Workspace
) -> None:
    before = make(data)
    for step in way(old, new):
        result = carry_over(before, [step], AS_OF)
        after = carried(result, workspace)
        listed = {
            note.practice.id for note in result.notes if note.practice and note.code == "removed"
        }
        targets: dict[str, list[str]] = {}
        for name, source in step.sources.items():
            for practice in source.practices:
                targets.setdefault(practice, []).append(name)
        for name, answer in before.answers.items():
            assert (name in listed) == (name not in targets)
            for target in targets.get(name, ()):
                kept, missing = after.answers[target], lost(answer, after.answers[target])
                numbers = {note.code for note in result.notes if note.name == target}
                assert missing <= numbers, (name, target, kept)
                assert not kept.confirmed
        before = after


def lost(answer: Answer, kept: Answer) -> set[str]:
    """Return the codes of the notes by which what was lost of an answer has to be listed."""
    codes: set[str] = set()
    if value(answer) != value(kept):
        if value(kept) == value(Answer()):
            had = value(answer) != value(Answer())
            codes |= set() if answer.not_adopted or not had else {"part_open"}
            codes |= {"basic_now"} if answer.not_adopted and answer.level is None and had else set()
        else:
            codes.add("merged")
            assert answer.level is None or kept.level is None or kept.level < answer.level
    assert (answer.note or "") in (kept.note or "")
    assert set(answer.evidence) <= set(kept.evidence)
    if not set(answer.points) <= set(kept.points):
        codes.add("points")
    if answer.review:
        codes.add("review")
    if answer.treatment and kept.treatment is None:
        expired = answer.treatment.review_by < AS_OF
        codes |= set() if expired else {"differing.treatment"}
    for name in ("plan", "last_done", "by"):
        if getattr(answer, name) != getattr(kept, name) and getattr(answer, name) is not None:
            codes.add(f"differing.{name}")
    return codes


def submission(*answers: str) -> Submission:
    """Return answers to the first edition."""
    text = (
        f'schema: cssa.answers/1\nchecklist: {{id: {ID}, version: "{FIRST}"}}\n'
        "institution: {id: example, name: 例示銀行, sector: shinkin}\nanswers:\n"
    )
    return read_answers(
        (text + "".join(f"  {line}\n" for line in answers)).encode(), "a"
    ).submission


def named(notes: Sequence[CarryNote]) -> Iterator[tuple[str, str]]:
    yield from ((note.code, note.name) for note in notes)


def test_each_kind_of_change_has_its_effect(way: Any) -> None:
    before = submission(
        "2.1.1-1: {level: 4, points: [p1]}", "2.1.1-2: 3", "2.1.1-a: {not_adopted: true, reason: later}",
        "2.1.1-3: {level: 2, note: half}", "2.1.2-1: 4", "2.1.2-2: {level: 1, note: late}",
        "2.3.1-1: 5", "2.1.4-1: {level: 3, note: gone}", "2.1.1-4: 3",
    )  # fmt: skip
    result = carry_over(before, way(FIRST, SECOND), AS_OF)
    answers = result.submission.answers
    levels = {name: answer.level for name, answer in answers.items()}
    assert levels == {
        "2.1.1-1": 4, "2.1.1-2": 3, "2.1.1-3": 2, "2.1.1-92": 2, "2.1.1-4": 3, "2.1.1-91": None,
        "2.1.2-1": 1, "2.3.1-90": 5,
    }  # fmt: skip
    origins = {
        name: (answer.carried.from_, answer.carried.changes)
        for name, answer in answers.items()
        if answer.carried
    }
    assert origins == {
        "2.1.1-1": (("2.1.1-1",), ("reworded",)),
        "2.1.1-2": (("2.1.1-2",), ("tightened",)),
        "2.1.1-91": (("2.1.1-a",), ("tightened",)),
        "2.1.1-3": (("2.1.1-3",), ("split",)),
        "2.1.1-92": (("2.1.1-3",), ("split",)),
        "2.1.2-1": (("2.1.2-1", "2.1.2-2"), ("merged",)),
        "2.3.1-90": (("2.3.1-1",), ("moved",)),
    }
    assert answers["2.1.2-1"].note == "2.1.2-2: late"
    assert answers["2.1.1-1"].points == ("p1",)
    assert set(named(result.notes)) == {
        ("reworded", "2.1.1-1"), ("tightened", "2.1.1-2"), ("tightened", "2.1.1-91"),
        ("basic_now", "2.1.1-91"), ("split", "2.1.1-3"), ("split", "2.1.1-92"),
        ("merged", "2.1.2-1"), ("moved", "2.3.1-90"), ("removed", "2.1.4-1"), ("new", "2.6-90"),
    }  # fmt: skip


def test_where_a_part_of_what_is_merged_is_open_the_whole_is(way: Any) -> None:
    result = carry_over(submission("2.1.2-1: {level: 4, note: ready}"), way(FIRST, SECOND), AS_OF)
    answer = result.submission.answers["2.1.2-1"]
    assert (answer.level, answer.note, answer.confirmed) == (None, "ready", False)
    assert ("part_open", "2.1.2-1") in set(named(result.notes))


def test_what_is_new_on_the_way_is_named_by_where_it_ended(way: Any) -> None:
    result = carry_over(submission("2.1.1-4: 3"), way(FIRST, THIRD), AS_OF)
    new = [note.name for note in result.notes if note.code == "new"]
    assert new == ["2.6-91", "2.6-92"]
