"""A policy whose thresholds are the figures of today, to begin with."""

import json
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Any

from cssa.answers.submission import Submission
from cssa.datafile.types import span_of
from cssa.engine.result import DomainResult, Result
from cssa.messages import Lang, message

_DIGITS = 100
"""Shares and scores are stated in hundredths, rounded so that they are met."""

_SCHEMA_COMMAND = "cssa schema policy -o policy.schema.json"
_OWNED = ("policy.yaml", "kept.json", "cssa.yaml", ".github/", ".gitlab-ci.yml")
_PERIODS = ("P1Y", "P2Y", "P3Y")


def draft_policy(result: Result, submission: Submission, policy_id: str, lang: Lang) -> str:
    """Return the policy as YAML, with comments on what to do with it.

    Args:
        result: the assessment that it begins from; something in it is scored.
        submission: its answers.
        policy_id: the id of the policy.
        lang: the language of the comments.
    """
    header = message(
        lang,
        "policy.new.header",
        {"institution": " ".join(result.institution.name.split()), "on": result.as_of},
    )
    lines = [
        "# yaml-language-server: $schema=policy.schema.json",
        "# (cssa schema policy -o policy.schema.json)",
    ]
    lines += [f"# {header}", f"# {message(lang, 'policy.new.decide')}"]
    lines += ["schema: cssa.policy/1", f"id: {_quoted(policy_id)}", "editions:"]
    edition = f"id: {_quoted(result.checklist.id)}, version: {_quoted(result.checklist.version)}"
    lines += [f"  - {{{edition}}}", "rules:"]
    lines += [f"  - {{{_written(rule)}}}" for rule in _rules(result, submission)]
    if result.scored:
        lines += [
            f"# {message(lang, 'policy.new.ratchet')}",
            "#  - {id: ratchet, on: {each: domain}, no_lower: true}",
        ]
    lines += [
        f"# {message(lang, 'policy.new.owners')}",
        *(f"#  /{path} @OWNER/TEAM" for path in _OWNED),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _written(rule: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in rule.items())


def _rules(result: Result, submission: Submission) -> Iterator[dict[str, Any]]:
    """Yield the rules that are met today; where nothing can be judged there is none."""
    practices = [practice for domain in result.domains for practice in domain.practices]
    coverage = result.overall.coverage
    if result.overall.rateable or not result.scored:
        rule: dict[str, Any] = {"id": "answered", "on": "overall"}
        if coverage.in_scope:
            answered = 1 - Fraction(coverage.unanswered, coverage.in_scope)
            rule["min_coverage"] = _down(answered)
        rated = [practice for practice in practices if practice.status != "informative"]
        left_out = sum(practice.status in ("not_applicable", "out_of_scope") for practice in rated)
        if rated:
            rule["max_left_out"] = _up(Fraction(left_out, len(rated)))
        period = _period(result, submission)
        yield rule | ({"answered_within": period} if period else {})
    if not result.scored:
        return
    if any(practice.counted and practice.tier == "basic" for practice in practices):
        count = result.overall.below_target.count
        yield {"id": "basics", "on": "{tier: basic}", "max_below_target": count}
    if result.overall.rateable and any(practice.counted for practice in practices):
        yield {"id": "treatments", "on": "overall", "max_treated": result.overall.treated}
    for domain in result.domains:
        yield from _domain_rule(domain, result)


def _domain_rule(domain: DomainResult, result: Result) -> Iterator[dict[str, Any]]:
    if not domain.rateable or domain.value is None:
        return
    rule: dict[str, Any] = {
        "id": f"domain-{domain.id}",
        "on": f'{{domain: "{domain.id}"}}',
        "min_score": _down(domain.value),
    }
    basics = [
        practice for practice in domain.practices if practice.counted and practice.tier == "basic"
    ]
    lowest = min(
        (result.scale.value(practice.level) for practice in basics), default=result.scale.lowest
    )
    if lowest > result.scale.lowest:
        rule["min_level"] = lowest
    yield rule


def _period(result: Result, submission: Submission) -> str | None:
    """Return the shortest period in which the answers were given; None where none fits."""
    assessed_on = submission.assessed_on
    if assessed_on is None or assessed_on > result.as_of:
        return None
    fitting = (period for period in _PERIODS if span_of(period).before(result.as_of) <= assessed_on)
    return next(fitting, None)


def _down(number: Fraction) -> str:
    return _decimal(floor(number * _DIGITS))


def _up(number: Fraction) -> str:
    return _decimal(ceil(number * _DIGITS))


def _decimal(hundredths: int) -> str:
    whole, rest = divmod(hundredths, _DIGITS)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".")
