"""The gate agrees with docs/gate.md, computed a second time, on 2,000 random assessments."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from junitparser import JUnitXml

from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.datafile.reader import read
from cssa.engine.scoring import Criteria, score_submission
from cssa.errors import InputError
from cssa.gate.baseline import kept_result
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import load_policy
from cssa.reports.formats.registry import GATE_FORMATS
from cssa.reports.gate.gate_view import GateView
from cssa.scheme.scoring_data import ScoringData

from . import oracle
from .conftest import CHECKLIST, LEVELS

AS_OF = date(2026, 11, 20)
BATCHES, IN_EACH = 20, 100

LEGAL = "1.1-3"
SECTIONS = {name: name.partition("-")[0] if "." in name else None for name in LEVELS}
DAYS = ("2024-11-20", "2025-11-19", "2025-11-20", "2026-05-20", "2026-11-20", "2026-11-21")
SCOPES: list[Any] = [
    "overall",
    {"tier": "basic"},
    {"tier": "desirable"},
    {"domain": "1"},
    {"domain": "2"},
    {"section": "1.1"},
    {"section": "1.2"},
    *({"practice": name} for name in LEVELS),
    *({"each": kind} for kind in ("domain", "section", "practice")),
]
PERIODS = ("P30D", "P26W", "P6M", "P365D", "P1Y", "P366D", "P2Y")
VALUES: dict[str, Callable[[Random], Any]] = {
    "min_score": lambda random: random.randint(0, 50) / 10,
    "min_level": lambda random: random.randint(0, 5),
    "max_below_target": lambda random: random.randint(0, 5),
    "min_coverage": lambda random: random.choice((0, 0.25, 0.5, 0.875, 1)),
    "max_left_out": lambda random: random.choice((0, 0.125, 0.25, 0.5, 1)),
    "no_lower": lambda _: True,
    "evidence_from": lambda random: random.randint(0, 5),
    "evidence_within": lambda random: random.choice(PERIODS),
    "answered_within": lambda random: random.choice(PERIODS),
    "reviewed_by_line": lambda random: random.choice((2, 3)),
    "reviewed_within": lambda random: random.choice(PERIODS),
    "review_agrees": lambda _: True,
    "max_treated": lambda random: random.randint(0, 3),
    "treatment_within": lambda random: random.choice(PERIODS),
    "planned": lambda _: True,
}


def _treatment(random: Random) -> dict[str, Any]:
    kinds = ("alternative", "accepted")
    approvers = ("理事会", "総務部長", "me")
    measures = ("手作業", "-")
    return {
        "kind": random.choice(kinds),
        "measure": random.choice(measures),
        "approved_by": random.choice(approvers),
        "approved_on": random.choice(DAYS[:4]),
        "review_by": random.choice(("2026-11-19", "2026-11-20", "2026-12-20", "2027-11-20")),
    }


def _plan(random: Random) -> dict[str, Any]:
    plan = {"action": "手順を定める", "due": random.choice((*DAYS[3:], "2027-03-31"))}
    if random.random() < 0.8:
        plan["owner"] = random.choice(("総務部", "システム部", "-"))
    if random.random() < 0.5:
        plan["status"] = random.choice(("open", "doing", "done", "dropped"))
    return plan


def _answer(random: Random, practice: str) -> dict[str, Any]:
    kind = random.choices(("level", "na", "left", "none"), (8, 1, 1, 2))[0]
    if kind == "na":
        return {"na": True, "reason": "理由"}
    if kind == "left":
        return {"not_adopted": True, "reason": "理由"} if practice.endswith("a") else {}
    answer: dict[str, Any] = {} if kind == "none" else {"level": random.randint(0, 5)}
    if random.random() < 0.4:
        answer["evidence"] = [
            {"ref": random.choice(("規程", "-", "N/A")), "date": random.choice(DAYS)}
            for _ in range(random.randint(1, 2))
        ]
    if random.random() < 0.5:
        answer["review"] = [
            {
                "line": random.choice((2, 3)),
                "level": random.randint(0, 5),
                "by": "統括部",
                "on": random.choice(DAYS),
            }
            for _ in range(random.randint(1, 3))
        ]
    if random.random() < 0.25:
        answer["treatment"] = _treatment(random)
    if random.random() < 0.5:
        answer["plan"] = _plan(random)
    return answer


def _policy(random: Random) -> dict[str, Any]:
    rules = []
    for index in range(random.randint(1, 4)):
        names = random.sample(list(VALUES), random.randint(1, 3))
        values = {name: VALUES[name](random) for name in names}
        rules.append({"id": f"r{index}", "on": random.choice(SCOPES), **values})
    waivers = []
    for _ in range(random.choice((0, 0, 1, 2, 4))):
        about = {"rule": random.choice(rules)["id"]}
        if random.random() < 0.7:
            about = {"practice": random.choice(list(LEVELS))}
        waivers.append(
            {
                **about,
                "reason": "更改",
                "alternative": "監視",
                "residual_risk": "小",
                "owner": "課長",
                "approver": random.choice(("理事", "理事", "理事", "理事", "課長")),
                "expires": random.choice(("2026-11-19", "2026-11-20", "2027-03-31", "2027-03-31")),
            }
        )
    return {"schema": "cssa.policy/1", "id": "p", "rules": rules, "waivers": waivers}


@cache
def _edition_and_criteria() -> tuple[Edition, Criteria]:
    library = ScoringData()
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary, given=CHECKLIST)
    edition = catalogue.load(catalogue.find("gate-cases", "1"))
    return edition, Criteria(library.scheme(), library.targets(), library.profile, library.threats)


def _submission(answers: dict[str, Any], cloud: bool | None, assessed_on: str) -> Any:
    return {
        "schema": "cssa.answers/1",
        "checklist": {"id": "gate-cases", "version": "1"},
        "institution": {
            "id": "i",
            "name": "n",
            "sector": "shinkin",
            "profile": {} if cloud is None else {"cloud": cloud},
        },
        "assessed_on": assessed_on,
        "approval": {"respondent": "総務部長"},
        "answers": answers,
    }


def _rows(submission: Any) -> list[dict[str, Any]]:
    """Return the practices as the oracle knows them, the statuses by rule 1."""
    rows = []
    cloud = submission["institution"]["profile"].get("cloud")
    for practice in LEVELS:
        answer = submission["answers"].get(practice, {})
        status = "answered" if "level" in answer else "unanswered"
        status = "not_applicable" if "na" in answer else status
        status = "not_adopted" if "not_adopted" in answer else status
        status = "out_of_scope" if practice == "2.1-2" and cloud is False else status
        tier = "desirable" if practice.endswith("a") else "basic"
        has_target = status == "answered" or (status == "unanswered" and tier == "basic")
        rows.append(
            {
                "id": practice,
                "tier": tier,
                "domain": practice[0],
                "section": SECTIONS[practice],
                "status": status,
                "level": answer.get("level") if status == "answered" else None,
                "legal": practice == LEGAL,
                "target": 3 if has_target else None,
                "evidence": answer.get("evidence", []),
                "review": answer.get("review", []),
                "treatment": answer.get("treatment"),
                "plan": answer.get("plan"),
            }
        )
    return rows


def _random_submission(random: Random) -> Any:
    answers = {practice: _answer(random, practice) for practice in LEVELS}
    if random.random() < 0.02:
        answers = {}
    return _submission(
        {practice: answer for practice, answer in answers.items() if answer},
        random.choice((None, True, False)),
        random.choice(DAYS),
    )


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_gate_agrees_with_its_documents(batch: int) -> None:
    edition, criteria = _edition_and_criteria()
    for number in range(IN_EACH):
        random = Random(1000 * batch + number)  # noqa: S311 - nothing is secret
        earlier, now, policy = (
            _random_submission(random),
            _random_submission(random),
            _policy(random),
        )
        case = oracle.Case(
            rows=_rows(now),
            policy=policy,
            as_of=AS_OF,
            assessed_on=date.fromisoformat(now["assessed_on"]),
            respondent="総務部長",
            kept={row["id"]: oracle.value_of(row) for row in _rows(earlier)},
        )
        document = read(json.dumps(policy, ensure_ascii=False).encode(), "policy.json")
        try:
            loaded = load_policy(document, edition.checklist)
        except InputError:
            assert oracle.is_refused(case.rows, policy), policy
            continue
        assert not oracle.is_refused(case.rows, policy), policy
        results = []
        for plain in (earlier, now):
            submission = Submission.model_validate(plain)
            results.append(score_submission(edition, submission, criteria, as_of=AS_OF))
        verdict = evaluate(
            results[1],
            loaded,
            edition,
            LoadedAnswers(Submission.model_validate(now), read(b"{}", "answers.json")),
            baseline=kept_result(results[0]),
        )
        expected = oracle.statuses(case)
        actual = {
            (outcome.rule, outcome.condition, outcome.subject): outcome.status
            for outcome in verdict.outcomes
        }
        assert actual == expected, (now, policy)
        assert verdict.met == oracle.is_met(case, expected), (now, policy)


def _says_met(name: str, text: str) -> bool:
    """Return whether a reader of a format takes the policy for met."""
    if name == "json":
        return bool(json.loads(text)["met"])
    if name == "junit":
        return all(
            suite.failures == suite.errors == 0 for suite in JUnitXml.fromstring(text.encode())
        )
    if name == "sarif":
        run = json.loads(text)["runs"][0]
        levels = {result["level"] for result in run["results"]}
        return run["invocations"][0]["executionSuccessful"] and "error" not in levels
    if name == "gitlab":
        entries = json.loads(text)
        return all(
            entry["check_name"] in ("cssa/approval", "cssa/waiver", "cssa/treatment")
            for entry in entries
        ) and (not any(entry["severity"] == "major" for entry in entries))
    if name == "github":
        return "::error " not in text
    return text.removeprefix("## ").startswith("The policy is met")


def test_every_format_says_met_exactly_where_the_verdict_does() -> None:
    edition, criteria = _edition_and_criteria()
    verdicts = []
    for number in range(120):
        random = Random(number)  # noqa: S311
        earlier, now, policy = (
            _random_submission(random),
            _random_submission(random),
            _policy(random),
        )
        try:
            loaded = load_policy(
                read(json.dumps(policy).encode(), "policy.json"), edition.checklist
            )
        except InputError:
            continue
        before, after = (Submission.model_validate(plain) for plain in (earlier, now))
        results = [score_submission(edition, one, criteria, as_of=AS_OF) for one in (before, after)]
        answers = LoadedAnswers(after, read(b"{}", "answers.json"))
        kept = kept_result(results[0])
        verdict = evaluate(results[1], loaded, edition, answers, baseline=kept)
        view = GateView(
            verdict=verdict,
            result=results[1],
            checklist=edition.checklist,
            lang="en",
            width=80,
            answers=after.answers,
        )
        said = {
            name: _says_met(name, format_.render_all([view]))
            for name, format_ in GATE_FORMATS.items()
        }
        assert said == dict.fromkeys(GATE_FORMATS, verdict.met), (now, policy)
        verdicts.append(verdict.met)
    assert set(verdicts) == {True, False}


def test_the_random_assessments_come_to_everything_there_is() -> None:
    seen, verdicts, refused = set(), set(), 0
    for number in range(1_000):
        random = Random(number)  # noqa: S311
        earlier, now, policy = (
            _random_submission(random),
            _random_submission(random),
            _policy(random),
        )
        case = oracle.Case(
            _rows(now), policy, AS_OF, date.fromisoformat(now["assessed_on"]), "総務部長",
            {row["id"]: oracle.value_of(row) for row in _rows(earlier)},
        )  # fmt: skip
        judged = oracle.statuses(case)
        seen |= {(condition, status) for (_, condition, _), status in judged.items()}
        verdicts.add(oracle.is_met(case, judged))
        refused += oracle.is_refused(case.rows, policy)
    assert {(name, status) for name in VALUES for status in ("met", "unmet", "waived")} <= seen
    assert verdicts == {True, False}
    assert refused
