"""What covers another document: every practice once, lowest and mean level, and the gaps."""

import json
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from cssa.library.crosswalk import Crosswalk, read_crosswalk
from cssa.library.framework_coverage import ItemCoverage, item_coverage, table_framework
from cssa.scheme.scoring_data import ScoringData
from cssa.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture
def assess(tmp_path: Path) -> Callable[..., Any]:
    """Return the function that writes a small checklist and scores answers to it."""

    def run(answers: dict[str, Any], refs: dict[str, Any] | None = None) -> Any:
        practices = [
            {
                "id": f"1-{number}",
                "number": f"No. {number}",
                "tier": "basic",
                "scale": "general",
                "title": {"en": f"Practice {number}"},
                **({"refs": refs[f"1-{number}"]} if refs and f"1-{number}" in refs else {}),
            }
            for number in range(1, 5)
        ]
        header = {
            "schema": "cssa.checklist/1",
            "id": "demo",
            "version": "1",
            "revision": 1,
            "languages": ["en"],
            "title": {"en": "Demo"},
            "domains": ["1"],
        }
        domain = {"domain": "1", "title": {"en": "All"}, "practices": practices}
        for name, content in (("checklist", header), ("1", domain)):
            (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(content))
        submission = {
            "schema": "cssa.answers/1",
            "checklist": {"id": "demo", "version": "1"},
            "institution": {"id": "x", "name": "X", "sector": "shinkin"},
            "answers": answers,
        }
        workspace = Workspace(checklist=tmp_path)
        data = yaml.safe_dump(submission).encode()
        return workspace.assess(data, "answers.yaml", as_of=date(2026, 11, 20))

    return run


def table(**content: Any) -> Crosswalk:
    document = {"schema": "cssa.crosswalk/1", "from": {"id": "demo"}, "to": {"id": "T"}, **content}
    return read_crosswalk(yaml.safe_dump(document).encode(), "table.yaml")


def coverage(assessment: Any, crosswalk: Crosswalk) -> dict[str, ItemCoverage]:
    checklist = assessment.edition.checklist
    framework = table_framework(crosswalk, checklist)
    submission = assessment.answers.submission
    items = item_coverage(framework, checklist, assessment.result, submission)
    return {item.item.id: item for item in items}


ITEMS = [
    {"id": "B.1", "parent": "B"},
    {"id": "A"},
    {"id": "A.1", "parent": "A"},
    {"id": "A.2", "parent": "A"},
    {"id": "B"},
]


def test_an_item_counts_what_bears_on_it_and_below_it_once(assess: Callable[..., Any]) -> None:
    answers = {
        "1-1": {"level": 4, "evidence": [{"ref": "a"}, {"ref": "b"}]},
        "1-2": 2,
        "1-3": {"na": True, "reason": "none here"},
    }
    relations = {
        "1-1": {"equal": ["A.1"], "intersects": ["A.2"]},
        "no. 2": {"subset": ["A.2"]},
        "1-3": {"equal": ["A"]},
    }
    items = coverage(assess(answers), table(items=ITEMS, relations=relations))
    assert list(items) == ["A", "A.1", "A.2", "B", "B.1"]
    assert [item.depth for item in items.values()] == [0, 1, 1, 0, 1]
    assert (items["A"].counted, items["A"].lowest, items["A"].mean) == (2, 2, Fraction(3))
    assert items["A"].evidence == 2
    assert [(link.practice, link.relation) for link in items["A.2"].links] == [
        ("1-1", "intersects"),
        ("1-2", "subset"),
    ]
    assert [name for name, item in items.items() if not item.is_covered] == ["B", "B.1"]
    assert items["B"].mean is None


def test_an_unanswered_practice_leaves_the_lowest_level_open(assess: Callable[..., Any]) -> None:
    relations = {"1-1": {"equal": ["A"]}, "1-2": {"equal": ["A"]}}
    item = coverage(assess({"1-1": 3}), table(relations=relations))["A"]
    assert (item.lowest, item.mean, item.unanswered) == (None, Fraction(3, 2), 1)


def test_what_has_no_value_covers_but_does_not_count(assess: Callable[..., Any]) -> None:
    answers = {"1-1": {"na": True, "reason": "none here"}}
    item = coverage(assess(answers), table(relations={"1-1": {"equal": ["A"]}}))["A"]
    assert (item.is_covered, item.counted, item.lowest, item.mean) == (True, 0, None, None)


def test_a_table_may_start_from_a_document_that_practices_refer_to(
    assess: Callable[..., Any],
) -> None:
    refs = {"1-1": {"csf2": ["GV.OC-01"]}, "1-2": {"list": ["L1"]}}
    relations = {"GV.OC-01": {"equal": ["A"]}, "L1": {"equal": ["B"]}}
    assessment = assess({"1-1": 3, "1-2": 3}, refs)
    by_csf = coverage(assessment, table(**{"from": {"id": "csf2"}}, relations=relations))
    assert [name for name, item in by_csf.items() if item.is_covered] == ["A"]
    by_list = coverage(assessment, table(**{"from": {"id": "list"}}, relations=relations))
    assert [name for name, item in by_list.items() if item.is_covered] == ["B"]


def test_what_a_table_names_in_vain_is_told(assess: Callable[..., Any]) -> None:
    relations = {"1-1": {"equal": ["A", "Z"]}, "9-9": {"equal": ["A"]}}
    assessment = assess({"1-1": 3})
    crosswalk = table(items=[{"id": "A"}], relations=relations)
    framework = table_framework(crosswalk, assessment.edition.checklist)
    assert framework.unknown == ("9-9", "Z")
    assert list(framework.links) == ["A"]


def test_items_in_a_circle_are_shown_all_the_same(assess: Callable[..., Any]) -> None:
    items = [{"id": "A", "parent": "B"}, {"id": "B", "parent": "A"}, {"id": "C"}]
    shown = coverage(assess({"1-1": 3}), table(items=items, relations={"1-1": {"equal": ["B"]}}))
    assert sorted(shown) == ["A", "B", "C"]


def test_the_csf_is_complete() -> None:
    csf2 = ScoringData().csf2
    assert [function.id for function in csf2.functions] == ["GV", "ID", "PR", "DE", "RS", "RC"]
    assert len(csf2.categories) == 22
    assert sum(len(category.subcategories) for category in csf2.categories) == 106
    assert all(
        name.startswith(f"{category.id}-")
        for category in csf2.categories
        for name in category.subcategories
    )


def test_the_command_shows_the_csf_and_the_example(cssa_inline: Callable[..., Any]) -> None:
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    run = cssa_inline("crosswalk", answers, "--to", "csf2", "--as-of", "2026-11-20")
    assert run.code == 0
    assert "GV.OC-02" in run.out
    assert "not covered" in run.out
    example = ROOT / "examples" / "crosswalk.yaml"
    run = cssa_inline(
        "crosswalk", answers, "--to", example, "--as-of", "2026-11-20", "--lang", "en"
    )
    assert run.code == 0
    assert "2.1.1-2 (part of the item)" in " ".join(run.out.split())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_every_related_practice_is_named_at_any_width(
    lang: str,
    width: int,
    tmp_path: Path,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    command = ("crosswalk", answers, "--to", "csf2", "--as-of", "2026-11-20")
    cssa_inline(*command, "-o", tmp_path / "all.json")
    items = json.loads((tmp_path / "all.json").read_bytes())["items"]
    monkeypatch.setenv("COLUMNS", str(width))
    shown = re.findall(r"\b\d(?:\.\d)+-\w+", cssa_inline(*command, lang=lang).out)
    assert sorted(shown) == sorted(link["id"] for item in items for link in item["practices"])


def test_every_crosswalk_that_ships_names_what_both_checklists_have() -> None:
    workspace = Workspace()
    folder = ROOT / "checklists" / "library" / "crosswalks"
    files = sorted(folder.glob("*.yaml"))
    assert files
    for file in files:
        shipped = read_crosswalk(file.read_bytes(), str(file))
        assert file.stem == f"{shipped.from_.id}-{shipped.to.id}"
        ends = [
            workspace.edition(end.id, end.version).checklist for end in (shipped.from_, shipped.to)
        ]
        frameworks = (
            table_framework(shipped, *ends),
            table_framework(shipped.reversed(), *reversed(ends)),
        )
        for framework, target in zip(frameworks, reversed(ends), strict=True):
            assert not framework.unknown, file.name
            assert framework.links
            assert {item.id for item in framework.items} >= target.placed.keys()


def test_a_crosswalk_is_read_in_either_direction() -> None:
    relations = {"1": {"subset": ["A"], "equal": ["B"]}, "2": {"subset": ["A"]}}
    back = table(relations=relations).reversed()
    assert (back.from_.id, back.to.id) == ("T", "demo")
    assert back.relations == {"A": {"superset": ("1", "2")}, "B": {"equal": ("1",)}}


@pytest.mark.parametrize(
    ("lang", "related"),
    [("en", "2.1.1-b (overlaps with the item)"), ("ja", "2.1.1-b（一部が重なる）")],
)
def test_a_checklist_that_ships_is_named_by_its_id(
    lang: str, related: str, cssa_inline: Callable[..., Any]
) -> None:
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    run = cssa_inline("crosswalk", answers, "--to", "operational-resilience", lang=lang)
    assert run.code == 0
    assert "RTO" in run.out
    assert related in " ".join(run.out.split())
    file = "checklists/library/crosswalks/operational-resilience-fsa-cyber-guideline.yaml"
    assert cssa_inline("crosswalk", answers, "--to", ROOT / file, lang=lang).out == run.out


def test_a_checklist_without_a_crosswalk_is_refused_with_those_that_have_one(
    cssa_inline: Callable[..., Any],
) -> None:
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    run = cssa_inline("crosswalk", answers, "--to", "operational")
    assert run.code == 2
    assert "operational-resilience, pqc-migration" in run.err


def test_a_checklist_without_any_crosswalk_is_refused_with_a_dash(
    write: Callable[..., Path], cssa_inline: Callable[..., Any]
) -> None:
    own = 'checklist: {id: kinds, version: "1"}\ninstitution: {id: x, name: X, sector: trust}\n'
    answers = write("answers.yaml", f"schema: cssa.answers/1\n{own}answers: {{1.1-1: 3}}\n")
    kinds = ROOT / "tests/checklists/kinds/1"
    run = cssa_inline("crosswalk", answers, "--to", "operational-resilience", "-c", kinds)
    assert run.code == 2
    assert run.err.endswith(": -\n")


def test_answers_that_are_not_scored_are_answered_and_have_no_mean(
    write: Callable[..., Path], cssa_inline: Callable[..., Any]
) -> None:
    own = (
        'checklist: {id: tlpt, version: "2025-06"}\ninstitution: {id: x, name: X, sector: trust}\n'
    )
    answers = write("a.yaml", f"schema: cssa.answers/1\n{own}answers: {{0-1: assessment}}\n")
    relations = "from: {id: tlpt}\nto: {id: T}\nrelations: {0-1: {equal: [A.1]}}\n"
    to = write("table.yaml", f"schema: cssa.crosswalk/1\n{relations}")
    run = cssa_inline("crosswalk", answers, "--to", to, "--as-of", "2026-11-20")
    assert run.code == 0
    (row,) = [line for line in run.out.splitlines() if line.startswith("A.1")]
    assert "unanswered" not in row
    assert "0.0" not in row


def test_a_document_that_nothing_refers_to_is_refused(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "table.yaml"
    path.write_text(
        "schema: cssa.crosswalk/1\nfrom: {id: x}\nto: {id: y}\nrelations: {a: {equal: [b]}}\n"
    )
    answers = ROOT / "examples" / "answers" / "shiokaze.yaml"
    run = cssa_inline("crosswalk", answers, "--to", path)
    assert run.code == 3
    assert "is linked to" in run.err
