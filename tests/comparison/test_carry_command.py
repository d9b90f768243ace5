"""``cssa answers carry`` as a user runs it, and what it refuses."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.comparison.editions import FIRST, ID, SECOND, THIRD
from tests.forms.workbooks import Filled

HEADER = (
    f'schema: cssa.answers/1\nchecklist: {{id: {ID}, version: "{FIRST}"}}\ncampaign: "2025"\n'
    "institution: {id: example, name: 例示銀行, sector: shinkin, profile: {cloud: true}}\n"
    "assessed_on: 2025-11-20\napproval: {respondent: CISO}\nanswers:\n"
)
ANSWERS = f"""{HEADER}  # how we answered
  2.1.1-2: {{level: 3, note: 取締役会で決定, review: [{{line: 2, level: 3, by: Risk, on: 2025-11-01}}]}}
  2.1.2-1: 4
  2.1.2-2: 2
  2.1.4-1: {{level: 3, note: 第2線が確認}}
  2.2.3-3: {{level: 1, treatment: {{kind: accepted, measure: watched daily, approved_by: Board,
    approved_on: 2025-10-01, review_by: 2026-09-30}}}}
"""
DAY = ("--as-of", "2026-11-29")


@pytest.fixture
def old(write: Callable[..., Path]) -> Path:
    return write("2025.yaml", ANSWERS)


@pytest.fixture
def carry(
    editions: Path,
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Any]:
    """Carry a file over to ``new.yaml``, with the editions at hand."""
    monkeypatch.setenv("CSSA_CHECKLISTS", str(editions))

    def run(*arguments: object, **more: Any) -> Any:
        line = ("answers", "carry", *arguments, "-o", tmp_path / "new.yaml", *DAY)
        return cssa_inline(*line, **more)

    return run


def _next(folder: Path) -> str:
    return f"cssa assess -a {folder / 'new.yaml'} --only unconfirmed"


def content(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def test_answers_are_carried_to_the_newest_version_with_a_summary(
    old: Path, carry: Callable[..., Any], tmp_path: Path
) -> None:
    run = carry(old, "--to", f"{ID}@{SECOND}")
    assert (run.code, run.out) == (0, "")
    path = tmp_path / "new.yaml"
    new = content(path)
    assert "campaign" not in new
    assert new["institution"]["profile"] == {"cloud": True}
    assert new["answers"] == {
        "2.1.1-2": {
            "level": 3, "note": "取締役会で決定", "confirmed": False,
            "carried": {"from": ["2.1.1-2"], "changes": ["tightened"]},
        },
        "2.1.2-1": {
            "level": 2, "confirmed": False,
            "carried": {"from": ["2.1.2-1", "2.1.2-2"], "changes": ["merged"]},
        },
        "2.2.3-3": {"level": 1, "confirmed": False},
    }  # fmt: skip
    assert run.err.splitlines() == [
        "Not carried over, to be entered again: campaign, assessment date, respondent",
        "Reviews by line 2 or 3 are not carried over (1): 2.1.1-2",
        "Asks for more now; reconsider the answer (1): 2.1.1-2",
        "Merged; each carries the lowest level given before, where that is known (1): 2.1.2-1 (2.1.2-1: 4, 2.1.2-2: 2)",
        "Treatments past their review date are not carried over (1): 2.2.3-3 (2026-09-30)",
        "Answers to practices that are no longer asked are not carried over (1):",
        '  2.1.4-1 Independent challenge by risk management: level 3 (In place) / note "第2線が確認"',
        "New, to be answered (1): 2.6-90",
        f"Carried the answers of {ID} {FIRST} over as 3 answers to {ID} {SECOND}: {path}",
        f"All of them are unconfirmed. Confirm them one by one: `{_next(tmp_path)}`",
    ]
    assert old.read_text("utf-8") == ANSWERS


def test_why_an_answer_is_in_doubt_is_a_finding_of_the_new_answers(
    old: Path,
    carry: Callable[..., Any],
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
) -> None:
    assert carry(old).code == 0
    run = cssa_inline(
        "score",
        tmp_path / "new.yaml",
        "--format",
        "json",
        *DAY,
    )
    assert run.json["checklist"]["version"] == THIRD
    assert run.json["provisional"] is True
    found = {(finding["code"], finding["practice"]) for finding in run.json["findings"]}
    assert {("unconfirmed", "2.1.1-2"), ("carried_tightened", "2.1.1-2")} <= found
    assert ("unconfirmed", "2.2.3-3") in found


def test_a_filled_form_is_carried_over_too(
    old: Path, carry: Callable[..., Any], cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    form = tmp_path / "2025.xlsx"
    new = ("form", "new", "-c", f"{ID}@{FIRST}", "--answers", old, "-o", form)
    assert cssa_inline(*new).code == 0
    filled = tmp_path / "filled.xlsx"
    filled.write_bytes(Filled(form.read_bytes()).enter("2.1.2-2", "1").save())
    assert carry(filled, "--to", f"{ID}@{SECOND}").code == 0
    assert content(tmp_path / "new.yaml")["answers"]["2.1.2-1"]["level"] == 1


def test_what_awaits_confirmation_keeps_its_reason_in_a_form_and_loses_it_when_confirmed(
    old: Path,
    carry: Callable[..., Any],
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
) -> None:
    assert carry(old, "--to", f"{ID}@{SECOND}").code == 0
    answers, form = tmp_path / "new.yaml", tmp_path / "form.xlsx"
    assert (
        cssa_inline("form", "new", "-c", f"{ID}@{SECOND}", "--answers", answers, "-o", form).code
        == 0
    )
    filled = Filled(form.read_bytes()).enter("2.1.1-2", None, "confirmed")
    form.write_bytes(filled.save())
    assert cssa_inline("form", "read", form, "-o", answers).code == 0
    kept = content(answers)["answers"]
    assert "carried" not in kept["2.1.1-2"]
    assert "confirmed" not in kept["2.1.1-2"] or kept["2.1.1-2"]["confirmed"] is True
    assert kept["2.1.2-1"]["carried"]["changes"] == ["merged"]


def test_changes_of_ones_own_take_the_place_of_those_that_come_with_a_checklist(
    old: Path, carry: Callable[..., Any], editions: Path, write: Callable[..., Path], tmp_path: Path
) -> None:
    text = (editions / ID / SECOND / "changes.yaml").read_text("utf-8")
    assert "kind: tightened" in text
    own = write("own.yaml", text.replace("kind: tightened", "kind: reworded"))
    assert carry(old, "--map", own, "--to", f"{ID}@{SECOND}").code == 0
    carried = content(tmp_path / "new.yaml")["answers"]["2.1.1-2"]["carried"]
    assert carried["changes"] == ["reworded"]


def test_answers_go_to_another_checklist_only_where_it_asks_no_more(
    carry: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    table = write(
        "table.yaml",
        f"schema: cssa.crosswalk/1\nfrom: {{id: {ID}}}\nto: {{id: {ID}}}\nrelations:\n"
        '  "2.1.1-1": {equal: ["2.1.1-2"]}\n  "2.1.1-3": {superset: ["2.1.1-4"]}\n'
        '  "2.1.1-5": {subset: ["2.1.1-6"]}\n',
    )
    answers = write("a.yaml", HEADER + "".join(f"  2.1.1-{number}: 3\n" for number in (1, 3, 5)))
    run = carry(answers, "--map", table, "--to", f"{ID}@{FIRST}")
    assert run.code == 0, run.err
    new = content(tmp_path / "new.yaml")["answers"]
    assert {name: answer["level"] for name, answer in new.items()} == {"2.1.1-2": 3, "2.1.1-4": 3}
    assert new["2.1.1-2"]["carried"] == {"from": ["2.1.1-1"], "checklist": ID}
    assert "  2.1.1-5 " in run.err


def test_a_version_without_changes_is_refused_with_what_to_do(
    carry: Callable[..., Any], write: Callable[..., Path]
) -> None:
    newer = write(
        "2026.yaml",
        ANSWERS.replace(FIRST, SECOND)
        .replace("  2.1.2-2: 2\n", "")
        .replace("  2.1.4-1: {level: 3, note: 第2線が確認}\n", ""),
    )
    run = carry(newer, "--to", f"{ID}@{FIRST}")
    assert run.code == 3
    assert f"cssa checklist diff {ID}@{SECOND} {ID}@{FIRST} -o changes.yaml" in run.err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("schema: cssa.policy/1\n", "neither a file of changes"),
        ('schema: cssa.changes/1\nfrom: {version: "1"}\n', "are to fsa-cyber-guideline 2025-07-04"),
        (f'schema: cssa.changes/1\nfrom: {{version: "{FIRST}"}}\nunchanged: [2.1.1-1]\n', "not accounted for"),
        ("schema: cssa.crosswalk/1\nfrom: {id: a}\nto: {id: b}\nrelations: {}\n", "between a and b"),
    ],
    ids=["neither", "other-version", "incomplete", "other-crosswalk"],
)  # fmt: skip
def test_a_table_that_does_not_fit_is_refused(
    text: str,
    code: str,
    old: Path,
    carry: Callable[..., Any],
    write: Callable[..., Path],
    tmp_path: Path,
) -> None:
    run = carry(old, "--map", write("map.yaml", text), "--to", f"{ID}@{SECOND}")
    assert run.code == 3
    assert code in run.err
    assert str(tmp_path / "map.yaml") in run.err
    assert not (tmp_path / "new.yaml").exists()


OWN = Path(__file__).parents[1] / "checklist" / "lint" / "changes-old-ids"


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("cloud-incident-readiness", "or for a part of it"),
        (OWN / "good", f"No crosswalk from {ID} to own comes with this software"),
    ],
    ids=["overlaps-only", "none"],
)
def test_checklists_that_do_not_correspond_are_refused(
    to: object, text: str, old: Path, carry: Callable[..., Any]
) -> None:
    run = carry(old, "--to", to)
    assert (run.code, text in run.err) == (3, True), run.err


def test_neither_old_answers_nor_a_file_of_ones_own_is_overwritten(
    old: Path, carry: Callable[..., Any], cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    run = cssa_inline("answers", "carry", old, "-o", old)
    assert (run.code, old.read_text("utf-8")) == (2, ANSWERS)
    (tmp_path / "new.yaml").write_text("ours\n")
    assert carry(old).code == 74
    assert (tmp_path / "new.yaml").read_text() == "ours\n"
    assert carry(old, "--replace").code == 0
    assert (tmp_path / "new.yaml.bak").read_text() == "ours\n"


def test_answers_without_any_are_carried_and_said_to_be_none(
    carry: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    run = carry(write("empty.yaml", f"{HEADER[:-1]} {{}}\n"))
    assert (run.code, content(tmp_path / "new.yaml")["answers"]) == (4, {})


def test_a_note_without_an_answer_is_not_counted_as_carried(
    carry: Callable[..., Any], write: Callable[..., Path]
) -> None:
    answers = write("noted.yaml", f"{HEADER}  2.1.1-1: 3\n  2.1.1-2: {{note: 取締役会で決定}}\n")
    run = carry(answers, "--to", f"{ID}@{SECOND}")
    assert f"Carried the answers of {ID} {FIRST} over as 1 answer" in run.err


def test_a_checklist_of_ones_own_is_named_by_its_folder(
    cssa_inline: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    """Neither version ships or is in the folders of checklists: both are named."""
    shutil.copytree(OWN, tmp_path / "own")
    answers = write(
        "a.yaml",
        "schema: cssa.answers/1\nchecklist: {id: own, version: before}\n"
        "institution: {id: example, name: 例示銀行, sector: shinkin}\nanswers: {1-1: 3, 1-2: 2}\n",
    )
    line = ("-c", tmp_path / "own/before", "--to", tmp_path / "own/good", "-o", tmp_path / "n.yaml")
    run = cssa_inline("answers", "carry", answers, *line)
    assert run.code == 0, run.err
    new = content(tmp_path / "n.yaml")["answers"]
    assert {name: answer["level"] for name, answer in new.items()} == {"1-1": 3, "1-3": 2}
    assert new["1-3"]["carried"] == {"from": ["1-1", "1-2"], "changes": ["split", "merged"]}
