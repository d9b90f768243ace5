"""Two versions of answers that were made from one: what each changed stands, or is a conflict."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.answers.loading import LoadedAnswers, read_answers
from cssa.answers.serialization import to_plain, to_yaml
from cssa.answers.submission import Submission
from cssa.answers.versions import Side, VersionMerge, merge_versions
from cssa.datafile.edit import EditableDocument
from cssa.datafile.validation import validate

Cssa = Callable[..., Any]

ORDER = ["p1", "p2"]
TREATMENT = {"measure": "m", "approved_by": "board", "approved_on": "2026-03-01"}


def optional(**pools: list[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in pools.items()})


def parts(name: str, made: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(st.just({}), made.map(lambda value: {name: value}))


VALUES = st.sampled_from(
    [
        {}, {"level": 2}, {"level": 3}, {"level": 4}, {"choices": ["a", "b"]}, {"choices": ["a"]},
        {"rows": {"day": "no", "night": "no"}}, {"rows": {"day": "full"}},
        {"rows": {"day": "no", "night": "full"}}, {"na": True, "reason": "none here"},
        {"na": True, "reason": "sold"}, {"not_adopted": True, "reason": "sold"},
    ]
)  # fmt: skip
TREATMENTS = st.builds(
    lambda kind, changed, due: {**TREATMENT, **changed, "kind": kind, "review_by": due},
    st.sampled_from(["accepted", "alternative"]),
    st.sampled_from([{}, {"measure": "n"}, {"approved_on": "2026-04-01"}]),
    st.sampled_from(["2026-04-01", "2027-03-31"]),
)
PLANS = optional(
    owner=["it", "risk"], due=["2027-03-31", "2027-06-30"], action=["do"], status=["doing"],
    budget=["1"],
).filter(lambda plan: any(name in plan for name in ("owner", "due", "action")))  # fmt: skip
EVIDENCE = st.lists(
    st.builds(
        lambda ref, date: {"ref": ref, **date},
        st.sampled_from("abc"),
        st.sampled_from([{}, {"date": "2026-04-01"}, {"date": "2026-05-01"}]),
    ),
    max_size=3,
    unique_by=lambda item: item["ref"],
)
REVIEWS = st.lists(
    st.builds(
        lambda line, level: {"line": line, "level": level, "by": f"l{line}", "on": "2026-05-01"},
        st.sampled_from([2, 3]),
        st.sampled_from([1, 3]),
    ),
    max_size=2,
    unique_by=lambda item: item["by"],
)
ANSWERS = st.builds(
    lambda *made: {name: value for part in made for name, value in part.items()},
    VALUES,
    optional(
        note=["x", "x ", "y"], by=["it"], performed_by=["vendor", "group"], confirmed=[False],
        points=[["p1"], ["p1", "p2"]], last_done=["2026-01-01", "2026-02-01"],
        priority=[{"rank": 1, "reason": "r"}, {"rank": 2, "reason": "r"}],
        source=[{"institution": "c"}, {"institution": "c", "file": "f"}],
        done=[{"n": 1, "of": 2}, {"n": 3, "of": 3}, {"n": 1, "of": 3}],
    ),
    parts("treatment", TREATMENTS),
    parts("plan", PLANS),
    parts("evidence", EVIDENCE),
    parts("review", REVIEWS),
)  # fmt: skip
FLAG = [True, False, {"value": False, "reason": "none"}, {"value": False, "reason": "sold"}]
HEADERS = st.builds(
    lambda facts, flags, names: {
        **facts,
        "institution": {"id": "x", "name": "X", "sector": "trust", "profile": flags},
        "lists": {"ops": [{"id": key, "name": name} for key, name in names.items()]},
    },
    optional(
        campaign=["1", "2"], assessed_on=["2026-01-01", "2026-02-01"],
        approval=[{"respondent": "a"}, {"respondent": "b", "content": "sha256:1"}],
    ),
    optional(cloud=FLAG, overseas=FLAG),
    optional(r1=["a", "b"], r2=["c", "d"]),
)  # fmt: skip


@st.composite
def three(draw: st.DrawFn) -> list[LoadedAnswers]:
    """Draw a common version and two that were made from it."""
    base = (draw(HEADERS), {name: draw(ANSWERS) for name in ORDER})
    versions = [base]
    for _ in range(2):
        header = draw(st.one_of(st.just(base[0]), HEADERS))
        answers = {}
        for name in ORDER:
            changed = draw(st.one_of(st.none(), ANSWERS))
            if changed is None:
                answers[name] = base[1][name]
            elif draw(st.booleans()):
                answers[name] = changed
            else:  # one field changed, the rest as it was
                field = draw(st.sampled_from(["note", "plan", "evidence", "done", "confirmed"]))
                rest = {key: value for key, value in base[1][name].items() if key != field}
                answers[name] = rest | {k: v for k, v in changed.items() if k == field}
        versions.append((header, answers))
    return [loaded(*version) for version in versions]


def loaded(header: dict[str, Any], answers: dict[str, Any]) -> LoadedAnswers:
    given = {name: answer for name, answer in answers.items() if answer}
    submission = Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": "c", "version": "1"},
            **header,
            "answers": given,
        }
    )
    return read_answers(to_yaml(submission).encode(), "file.yaml")


def merged(
    base: LoadedAnswers | None,
    ours: LoadedAnswers,
    theirs: LoadedAnswers,
    take: Side | None = None,
) -> tuple[VersionMerge, Submission]:
    file = EditableDocument.read(to_yaml(ours.submission).encode(), "ours.yaml")
    merge = merge_versions(base, ours.submission, file, theirs, ORDER, take)
    return merge, validate(Submission, file.change_all(merge.changes, {}).document)


def facts(submission: Submission) -> dict[tuple[str, ...], Any]:
    """Return everything that a submission states, items of lists by what identifies them."""

    def walk(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
        if isinstance(value, dict) and value:
            for key, member in value.items():
                yield from walk(member, (*path, key))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                name = item.get("ref") or item.get("by") or item["id"]
                yield from walk(item, (*path, name))
        elif isinstance(value, list):
            yield path, sorted(value)
        elif value != {} or path[0] == "answers":
            yield path, value

    plain = to_plain(submission)
    return {path: value for path, value in walk(plain, ()) if value not in ({}, [])}


def concerned(merge: VersionMerge) -> set[str]:
    return {name.split(".")[-1] for name in merge.conflicts}


@settings(max_examples=120)
@given(three())
def test_without_conflicts_it_does_not_matter_which_side_is_ours(
    versions: list[LoadedAnswers],
) -> None:
    base, ours, theirs = versions

    here, result = merged(base, ours, theirs)
    there, other = merged(base, theirs, ours)

    assert here.conflicts.keys() == there.conflicts.keys()
    if not here.conflicts:
        assert facts(result) == facts(other)
    _, by_ours = merged(base, ours, theirs, "ours")
    _, by_theirs = merged(base, theirs, ours, "theirs")
    assert facts(by_ours) == facts(by_theirs)


@settings(max_examples=120)
@given(three())
def test_nothing_that_either_side_changed_is_lost_unless_it_is_listed(
    versions: list[LoadedAnswers],
) -> None:
    base, ours, theirs = versions
    merge, result = merged(base, ours, theirs)
    was, here, there = (facts(version.submission) for version in versions)
    stands = facts(result)
    listed = concerned(merge)

    for path in {*was, *here, *there, *stands}:
        sides = [side.get(path) for side in (was, here, there, stands)]
        if listed & {*path} or path[-1] == "confirmed":
            continue
        before, ours_, theirs_, now = sides
        assert now == (theirs_ if ours_ == before else ours_), path
    for name in ORDER:
        answers = [v.submission.answers.get(name) for v in (ours, theirs)]
        answer = result.answers.get(name)
        if answer is not None and answer.confirmed and answer.value_field:
            assert any(side is not None and side.confirmed for side in answers)


@settings(max_examples=60)
@given(three(), st.sampled_from([None, "ours", "theirs"]))
def test_what_only_one_side_changed_is_the_outcome(
    versions: list[LoadedAnswers], take: Side | None
) -> None:
    base, changed, _ = versions

    for ours, theirs in ((changed, base), (base, changed), (changed, changed)):
        merge, result = merged(base, ours, theirs, take)
        assert not merge.problems
        assert facts(result) == facts(changed.submission)


@settings(max_examples=60)
@given(three())
def test_without_a_common_version_every_difference_is_a_conflict(
    versions: list[LoadedAnswers],
) -> None:
    _, ours, theirs = versions
    merge, result = merged(None, ours, theirs)
    here, there, stands = facts(ours.submission), facts(theirs.submission), facts(result)

    for path in {*here, *there} - {*stands}:
        assert concerned(merge) & {*path}
    for path in here.keys() & there.keys():
        assert here[path] == there[path] or concerned(merge) & {*path}


HEAD = """\
# 自己点検
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: X1, name: 凪浜信用金庫, sector: shinkin, size: 3.2e11}   # 2026年3月末
answers:
"""
BASE = f"{HEAD}  2.1.1-1: 3   # 理事会\n  2.1.1-2: {{level: 2, note: 規程}}\n"


def write(folder: Path, **texts: str) -> list[Path]:
    paths = [folder / f"{name}.yaml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_ours_is_updated_in_place_with_comments_and_a_line_in_its_log(
    tmp_path: Path, cssa_inline: Cssa
) -> None:
    base, ours, theirs = write(
        tmp_path,
        base=BASE,
        ours=BASE.replace("3.2e11", "3.4e11"),
        theirs=BASE.replace("2.1.1-1: 3", "2.1.1-1: 4").replace("note: 規程", "note: 規程の改定"),
    )

    run = cssa_inline("answers", "merge", base, ours, theirs, "--by", "CISO室")

    assert run.code == 0, run.err
    assert ours.read_text("utf-8") == BASE.replace("3.2e11", "3.4e11").replace(
        "2.1.1-1: 3", "2.1.1-1: 4"
    ).replace("note: 規程", "note: 規程の改定")
    assert "Changes taken from theirs (2): 2.1.1-1 (level), 2.1.1-2 (note)" in run.err
    assert "Changes kept from ours (1): institution.size" in run.err
    log = ours.with_name("ours.log.jsonl").read_text("utf-8")
    assert log.count("answers merge") == 2
    assert cssa_inline("answers", "merge", base, ours, theirs).err.endswith(
        f"No changes to {ours}.\n"
    )


def test_conflicts_are_listed_side_by_side_and_nothing_is_written(
    tmp_path: Path, cssa_inline: Cssa
) -> None:
    base, ours, theirs = write(
        tmp_path,
        base=BASE,
        ours=BASE.replace("2.1.1-1: 3", "2.1.1-1: 4"),
        theirs=BASE.replace("  2.1.1-1: 3   # 理事会\n", "").replace("level: 2", "level: 3"),
    )
    before = ours.read_bytes()

    run = cssa_inline("answers", "merge", base, ours, theirs)

    assert run.code == 3
    assert run.err.splitlines() == [
        (
            f"Conflicts between {ours} and {theirs}: 1. Nothing was written. Make the values agree, or "
            "resolve all of them with `--take ours` or `--take theirs`."
        ),
        f"{ours}:6:12: answers.2.1.1-1.level: ours: 4 | theirs: nothing ({theirs}:6:3)",
    ]
    assert ours.read_bytes() == before
    assert not ours.with_name("ours.log.jsonl").exists()

    new = tmp_path / "new.yaml"
    run = cssa_inline("answers", "merge", base, ours, theirs, "-o", new, "--take", "theirs")
    assert run.code == 0, run.err
    assert ours.read_bytes() == before
    assert new.read_text("utf-8") == f"{HEAD}  2.1.1-2: {{level: 3, note: 規程}}\n"


REFUSED = {
    "another institution": ("id: X1", "id: X2", "answers of the same institution"),
    "another version": ("2025-07-04", "2020-01-01", "answers to the same checklist and version"),
    "no answers": ("answers:", "answer:", "answer"),
    "an unknown practice": ("2.1.1-2", "2.1.1-99", "2.1.1-99"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("number", [0, 2])
def test_what_is_no_version_of_the_same_answers_is_refused(
    case: str, number: int, tmp_path: Path, cssa_inline: Cssa
) -> None:
    old, new, words = REFUSED[case]
    paths = write(tmp_path, base=BASE, ours=BASE, theirs=BASE)
    paths[number].write_text(BASE.replace(old, new), "utf-8")

    run = cssa_inline("answers", "merge", *paths)

    is_old_base = number == 0 and case == "an unknown practice"  # a base is only compared with
    assert (run.code == 0) if is_old_base else (run.code == 3 and words in run.err)
    assert paths[1].read_text("utf-8") == BASE


def test_an_empty_base_stands_for_none(tmp_path: Path, cssa_inline: Cssa) -> None:
    base, ours, theirs = write(
        tmp_path, base="", ours=BASE, theirs=BASE.replace("2.1.1-2:", "2.1.1-3:")
    )

    run = cssa_inline("answers", "merge", base, ours, theirs)

    assert run.code == 0, run.err
    assert "2.1.1-3:" in ours.read_text("utf-8")
    assert "2.1.1-2:" in ours.read_text("utf-8")
