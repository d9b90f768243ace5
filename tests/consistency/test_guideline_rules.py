"""The rules on the guideline's answers: each has cases that break it, and cases that do not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from tests.engine.worlds import AS_OF

from cssa.answers.submission import Submission
from cssa.engine.contradictions import CODE, contradiction_words
from cssa.engine.result import Finding
from cssa.engine.scoring import score_submission
from cssa.messages import LANGS, message
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

CASES = Path(__file__).resolve().parent / "cases"
RULES = sorted(path.stem for path in CASES.glob("*.yaml"))
WORKSPACE = Workspace()
EDITION = WORKSPACE.edition(DEFAULT_CHECKLIST)
CRITERIA = WORKSPACE.criteria(EDITION.checklist)


def cases(rule: str, outcome: str) -> list[dict[str, Any]]:
    """Return the answers that break a rule, or those that keep it."""
    document = yaml.safe_load((CASES / f"{rule}.yaml").read_text(encoding="utf-8"))
    return cast("list[dict[str, Any]]", document[outcome])


def findings(case: dict[str, Any]) -> Iterator[Finding]:
    """Yield the contradictions in the answers of a case."""
    submission = Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": EDITION.checklist.id, "version": EDITION.checklist.version},
            "institution": {
                "id": "inst-1",
                "name": "N",
                "sector": "regional_bank",
                "profile": case.get("profile", {}),
                "risk": {"factors": case.get("risk", {})},
            },
            "answers": case["answers"],
        }
    )
    result = score_submission(EDITION, submission, CRITERIA, as_of=AS_OF)
    return (finding for finding in result.findings if finding.code.startswith(CODE))


def test_every_rule_has_cases() -> None:
    assert sorted(rule.id for rule in EDITION.checklist.consistency) == RULES
    assert len(RULES) >= 40


@pytest.mark.parametrize("rule", RULES)
def test_what_breaks_a_rule_is_found(rule: str) -> None:
    broken = cases(rule, "broken")
    assert broken
    for case in broken:
        assert rule in [finding.params["rule"] for finding in findings(case)], case


@pytest.mark.parametrize("rule", RULES)
def test_what_keeps_a_rule_is_not(rule: str) -> None:
    kept = cases(rule, "kept")
    assert kept
    for case in kept:
        assert rule not in [finding.params["rule"] for finding in findings(case)], case


@pytest.mark.parametrize("rule", RULES)
def test_a_finding_ends_in_the_reason_of_its_rule(rule: str) -> None:
    reason = next(each.reason for each in EDITION.checklist.consistency if each.id == rule)
    finding = next(
        finding for finding in findings(cases(rule, "broken")[0]) if finding.params["rule"] == rule
    )
    words = contradiction_words(finding.code, finding.practice, finding.params, EDITION.checklist)
    for lang in LANGS:
        assert words.worded(lang, message).endswith(reason.words[lang])
