"""What differs between two versions of a checklist, and the draft of its changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.comparison.editions import FIRST, ID, SECOND

from cssa.checklist.changes import read_changes
from cssa.comparison.carry_steps import changes_step
from cssa.comparison.checklist_diff import checklist_diff
from cssa.reports.checklist_diff import changes_draft
from cssa.workspace import Workspace


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_draft_accounts_for_every_practice_and_can_be_used_as_it_is(
    lang: Any, workspace: Workspace
) -> None:
    old, new = workspace.edition(ID, FIRST), workspace.edition(ID, SECOND)
    text = changes_draft(
        checklist_diff(old.checklist, new.checklist), old.checklist, new.checklist, lang
    )
    located = read_changes(text.encode(), "changes.yaml")
    changes_step(located, old, new)
    kinds = {change.new or change.old: change.kind for change in located.changes.changes}
    assert kinds == {
        ("2.1.1-1",): "reworded", ("2.1.1-2",): "reworded", ("2.1.1-3",): "reworded",
        ("2.1.2-1",): "reworded", ("2.1.1-91",): "new", ("2.1.1-92",): "new", ("2.3.1-90",): "new",
        ("2.6-90",): "new", ("2.1.1-a",): "removed", ("2.1.2-2",): "removed",
        ("2.1.4-1",): "removed", ("2.3.1-1",): "removed",
    }  # fmt: skip


def test_what_was_moved_or_split_is_found_by_its_question(workspace: Workspace) -> None:
    diffs = checklist_diff(
        workspace.edition(ID, FIRST).checklist, workspace.edition(ID, SECOND).checklist
    )
    alike = {diff.id: diff.alike[0].practice for diff in diffs if diff.alike}
    assert alike == {
        "2.1.1-91": "2.1.1-a", "2.1.1-a": "2.1.1-91", "2.3.1-90": "2.3.1-1",
        "2.3.1-1": "2.3.1-90", "2.1.1-92": "2.1.1-3", "2.6-90": "2.6-1",
    }  # fmt: skip


def test_a_version_does_not_differ_from_itself(workspace: Workspace) -> None:
    checklist = workspace.edition(ID, FIRST).checklist
    assert not any(diff.fields or diff.alike for diff in checklist_diff(checklist, checklist))


def test_the_command_shows_fields_before_and_after_and_writes_a_draft(
    editions: Path,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(editions))
    ends = (f"{ID}@{FIRST}", f"{ID}@{SECOND}")
    shown = cssa_inline("checklist", "diff", *ends)
    assert (shown.code, shown.err) == (0, "")
    assert "Same: 168; different: 4; new IDs: 4; IDs no longer there: 4" in shown.out
    assert "points: (none) → [{id: p90" in shown.out
    written = cssa_inline("checklist", "diff", *ends, "-o", tmp_path / "changes.yaml")
    assert (written.code, written.out) == (0, "")
    text = (tmp_path / "changes.yaml").read_text("utf-8")
    assert "# check: reworded, or tightened (asks for more)? Differs in: title, points" in text
    assert yaml.safe_load(text)["from"]["id"] == ID
