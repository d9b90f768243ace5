"""What the page finds contradicting is what the program finds, in the same words."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.consistency.test_guideline_rules import CASES, CRITERIA, EDITION, RULES
from tests.engine.worlds import AS_OF
from tests.forms.page.conftest import answers_in, form_in
from tests.journeys.test_own_rows import ANSWERS, OPERATIONS, PLANTED

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.engine.contradictions import CODE
from cssa.engine.scoring import score_submission
from cssa.forms.page.writer import write_page
from cssa.workspace import Workspace

FIND = """
import { readSaved } from "./entries.js";
import { contradictionsOf } from "./contradictions.js";
for (const [id, practice] of Object.entries(given.form.practices)) practice.id = id;
const result = given.saved.map((saved) => {
  const state = readSaved(saved, given.form.order);
  return contradictionsOf(given.form, state, given.today).map(
    ({ rule, practice, other, row }) => [rule.id, practice ?? null, other ?? null, row ?? null],
  );
});
"""


def _submission(case: dict[str, Any], checklist: dict[str, str]) -> Submission:
    return Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": checklist,
            "institution": {
                "id": "inst-1",
                "name": "N",
                "sector": "regional_bank",
                "profile": case.get("profile", {}),
                "risk": {"factors": case.get("risk", {})},
            },
            "answers": case["answers"],
            **({"lists": case["lists"]} if "lists" in case else {}),
        }
    )


def _found(submission: Submission, edition: Any, criteria: Any) -> list[list[Any]]:
    result = score_submission(edition, submission, criteria, as_of=AS_OF)
    return sorted(
        [
            finding.params["rule"],
            finding.practice,
            finding.params.get("other"),
            finding.params.get("row"),
        ]
        for finding in result.findings
        if finding.code.startswith(CODE)
    )


def _by_page(node: Any, page: bytes, submissions: list[Submission]) -> Any:
    blank = answers_in(page)
    saved = []
    for submission in submissions:
        plain = to_plain(submission)
        entered = {
            name: plain[name] for name in ("institution", "answers", "lists") if name in plain
        }
        saved.append({**blank, **entered})
    return node(FIND, {"form": form_in(page), "saved": saved, "today": AS_OF.isoformat()})


@pytest.mark.external("node")
def test_every_case_of_the_guidelines_rules_is_found_as_by_the_program(node, request_for):
    checklist = {"id": EDITION.checklist.id, "version": EDITION.checklist.version}
    cases = [
        case
        for rule in RULES
        for kept in yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8")).values()
        for case in kept
    ]
    made = [_submission(case, checklist) for case in cases]

    found = _by_page(node, write_page(request_for(edition=EDITION)), made)

    for submission, case, by_page in zip(made, cases, found, strict=True):
        assert sorted(by_page, key=str) == sorted(_found(submission, EDITION, CRITERIA), key=str), (
            case
        )
    assert {rule for each in found for rule, *_ in each} == set(RULES)


@pytest.mark.external("node")
def test_rows_of_ones_own_contradict_as_by_the_program(node, request_for):
    workspace = Workspace(folders=[Path(__file__).parents[2] / "journeys" / "checklist"])
    edition = workspace.edition("continuity")
    case = {"answers": ANSWERS, "lists": {"operations": OPERATIONS}}
    submission = _submission(case, {"id": "continuity", "version": "1"})
    named = edition.with_rows(submission.lists)
    criteria = workspace.criteria(edition.checklist)

    (found,) = _by_page(node, write_page(request_for(edition=edition)), [submission])

    assert sorted(found, key=str) == sorted(_found(submission, named, criteria), key=str)
    assert len(found) == len(PLANTED)
