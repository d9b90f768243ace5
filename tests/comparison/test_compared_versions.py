"""Assessments across versions of a checklist: what goes on is one practice, whatever its number."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.compared.pairs import Draw, snapshot
from tests.comparison.editions import FIRST, ID, SECOND, THIRD
from tests.engine.strategies import examples

from cssa.comparison.carry_over import AnswerSource
from cssa.comparison.compare import compare_snapshots
from cssa.comparison.revision import Revision, in_last_numbering
from cssa.comparison.snapshot import Snapshot, Sources

YEARS = {
    2025: (FIRST, "2.1.1-3: 2, 2.1.2-1: 4, 2.1.2-2: 2, 2.1.4-1: 3, 2.3.1-1: 2, 2.6-1: 3"),
    2026: (SECOND, "2.1.1-3: 2, 2.1.1-92: 1, 2.1.2-1: 2, 2.3.1-90: 2, 2.6-1: 3, 2.6-90: 1"),
    2027: (THIRD, "2.1.1-3: 2, 2.3.1-91: 4, 2.6-1: 3, 2.6-91: 1, 2.6-92: 3"),
}


@pytest.fixture
def compare(
    editions: Path,
    cssa_inline: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Any]:
    """Compare the answers of three years, each to another version."""
    monkeypatch.setenv("CSSA_CHECKLISTS", str(editions))
    files = [
        write(
            f"{year}.yaml",
            f'schema: cssa.answers/1\nchecklist: {{id: {ID}, version: "{version}"}}\n'
            "institution: {id: example, name: 例示銀行, sector: shinkin}\n"
            f"assessed_on: {year}-11-20\nanswers: {{{answers}}}\n",
        )
        for year, (version, answers) in YEARS.items()
    ]
    return lambda *more, **kwargs: cssa_inline("compare", *files, *more, **kwargs)


def test_what_became_of_a_practice_is_followed_over_two_revisions(
    compare: Callable[..., Any],
) -> None:
    run = compare("--format", "json")
    assert run.code == 0, run.err
    practices = {practice["id"]: practice for practice in json.loads(run.out)["practices"]}
    moved = practices["2.3.1-91"]
    assert [point["id"] for point in moved["points"]] == ["2.3.1-1", "2.3.1-90", "2.3.1-91"]
    assert moved["changes"] == ["same", "up"]
    assert [revision["kinds"] for revision in moved["revisions"]] == [["moved"], ["moved"]]
    assert "2.3.1-1" not in practices
    split = practices["2.1.1-92"]
    assert split["changes"] == ["new", "gone"]
    assert split["revisions"] == [
        {"kinds": ["split"], "practices": ["2.1.1-3"]},
        {"kinds": ["merged"], "practices": ["2.1.1-3"]},
    ]
    assert practices["2.1.2-2"]["revisions"] == [
        {"kinds": ["merged"], "practices": ["2.1.2-1"]},
        None,
    ]
    assert practices["2.1.4-1"]["changes"] == ["gone", None]
    assert practices["2.6-91"]["changes"] == ["new", "same"]
    assert practices["2.6-92"]["revisions"] == [None, None]


@pytest.mark.parametrize(
    ("lang", "notes"),
    [
        (
            "ja",
            (
                f"版{SECOND}で分割（元の番号：2.1.1-3）",
                f"版{SECOND}で統合（{SECOND}での番号：2.1.2-1）",
                f"版{THIRD}で番号の変更（元の番号：2.3.1-90）",
                f"版{THIRD}で内容の追加",
            ),
        ),
        (
            "en",
            (
                f"version {SECOND}: split, from 2.1.1-3",
                f"version {SECOND}: merged, into 2.1.2-1",
                f"version {THIRD}: renumbered, from 2.3.1-90",
                f"version {THIRD}: asks for more",
            ),
        ),
    ],
)
def test_every_document_says_what_the_revisions_made_of_a_practice(
    lang: str, notes: tuple[str, ...], compare: Callable[..., Any], tmp_path: Path
) -> None:
    for ending in ("html", "md"):
        page = tmp_path / f"compared.{ending}"
        assert compare("-o", page, lang=lang).code == 0
        text = page.read_text("utf-8")
        for note in notes[:3]:
            assert note in text.replace("\\-", "-")
    shown = re.sub(r"\s", "", compare(lang=lang).out)
    assert re.sub(r"\s", "", notes[2]) in shown


def _unknown(found: Snapshot) -> Snapshot:
    """Return a snapshot of a result whose checklist is not available."""
    standings = {
        name: replace(standing, sections=None, own_weight=None)
        for name, standing in found.standings.items()
    }
    return replace(found, sources=Sources(), standings=standings)


def _renumbered(found: Snapshot, names: dict[str, str]) -> Snapshot:
    standings = {
        names[name]: replace(standing, id=names[name]) for name, standing in found.standings.items()
    }
    return replace(found, standings=standings)


@examples(200)
@given(seed=st.integers(0, 2**32))
def test_new_numbers_alone_change_no_figure_and_no_part(seed: int) -> None:
    """Numbers are exchanged at random, so that most practices have one that another had before."""
    draw = Draw(seed)
    world = draw.world()
    old, new = _unknown(snapshot(world, years_ago=1)), _unknown(snapshot(draw.later(world)))
    shuffled = list(new.standings)
    draw.random.shuffle(shuffled)
    names = dict(zip(new.standings, shuffled, strict=True))
    sources = {
        names[name]: AnswerSource((name,), ("moved",))
        if name in old.standings
        else AnswerSource(())
        for name in new.standings
    }
    continued = {names[name]: name for name in new.standings if name in old.standings}
    plain = compare_snapshots([old, new])
    followed = compare_snapshots([old, _renumbered(new, names)], [Revision(sources, continued)])
    assert followed.overall == plain.overall
    assert followed.domains == plain.domains
    changes = {names.get(practice.id): practice.change for practice in plain.practices}
    found = {practice.id: practice.change for practice in followed.practices}
    assert {name: found[name] for name in changes if name} == {
        name: change for name, change in changes.items() if name
    }
    gone = sum(practice.change == "gone" for practice in plain.practices)
    assert sum(practice.change == "gone" for practice in followed.practices) == gone


def test_a_number_that_another_practice_has_now_stays_with_its_version() -> None:
    world = Draw(7).world()
    new = snapshot(world)
    first, second = list(new.standings)[:2]
    old = replace(new, version="0", standings={
        name: standing for name, standing in new.standings.items() if name in (first, second)
    })  # fmt: skip
    revision = Revision({first: AnswerSource((second,), ("moved",))}, {first: second})
    renamed, _ = in_last_numbering([old, new], [revision])
    assert {key: standing.id for key, standing in renamed.standings.items()} == {
        f"{first}@0": first,
        first: second,
    }
