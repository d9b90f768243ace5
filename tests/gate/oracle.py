"""docs/gate.md and docs/scoring.md computed a second time, importing nothing of the program.

It knows practices as flat rows and a policy as plain values, and answers one question: which
status each condition has on everything that it is about, and whether the policy is met.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

Plain = Mapping[str, Any]
Row = dict[str, Any]
Rows = list[Row]

PRACTICE_WISE = frozenset(
    (
        "min_level", "max_below_target", "no_lower", "evidence_from", "evidence_within",
        "reviewed_by_line", "reviewed_within", "review_agrees", "max_treated", "treatment_within",
        "planned",
    )
)  # fmt: skip
NO_WORDS = frozenset(("-", "なし", "同上", "N/A"))


class Case(NamedTuple):
    """One assessment to be checked.

    Attributes:
        rows: every practice: id, tier, domain, section (None without one), status, level, legal,
            target, evidence, review, treatment, plan; dates as ISO text.
        policy: rules and waivers as a policy file has them.
        as_of: the day judged on.
        assessed_on: the day of the assessment.
        respondent: who answers.
        kept: by practice the value in the kept result, None where it was not counted.
    """

    rows: Rows
    policy: Plain
    as_of: date
    assessed_on: date
    respondent: str
    kept: Mapping[str, int | None]


class Judged(NamedTuple):
    """What a condition comes to, waivers aside: None where there is nothing to judge."""

    met: bool | None
    missing: tuple[str, ...] = ()
    tolerated: int = 0


def is_refused(rows: Rows, policy: Plain) -> bool:
    """Return whether a policy waives a duty by law, or somebody approves a waiver of their own."""
    legal = {row["id"] for row in rows if row["legal"]}
    about = {rule["id"]: rule["on"] for rule in policy["rules"]}
    for waiver in policy["waivers"]:
        on = about.get(waiver.get("rule"), "overall")
        named = waiver.get("practice") or (on.get("practice") if isinstance(on, dict) else None)
        if named in legal or waiver["owner"] == waiver["approver"]:
            return True
    return False


def statuses(case: Case) -> dict[tuple[str, str, str], str]:
    """Return the status of each condition by rule, condition and subject."""
    found = {}
    for rule in case.policy["rules"]:
        for subject, members, may_pass in _subjects(case.rows, rule["on"]):
            for condition in rule.keys() - {"id", "on"}:
                judged = _judge(case, condition, rule, subject, members)
                key = (rule["id"], condition, subject)
                found[key] = _status(case, condition, rule["id"], subject, judged, may_pass)
    return found


def is_met(case: Case, judged: Mapping[tuple[str, str, str], str]) -> bool:
    """Return whether the policy is met, given the statuses of its conditions."""
    answered = any(
        row["status"] in ("answered", "not_applicable", "not_adopted") for row in case.rows
    )
    if not answered or _score(case.rows, "overall") is None or "unmet" in judged.values():
        return False
    return all(waiver["expires"] >= case.as_of.isoformat() for waiver in case.policy["waivers"])


def _subjects(rows: Rows, on: Any) -> Iterator[tuple[str, Rows, bool]]:
    """Yield subject, its practices, and whether it is passed over where it has nothing."""
    if on == "overall":
        yield "overall", rows, False
        return
    ((kind, name),) = on.items()
    each = kind == "each"
    field = name if each else kind
    if field == "practice":
        for row in rows:
            if each or row["id"] == name:
                yield row["id"], [row], each
        return
    names = dict.fromkeys(row[field] for row in rows if row[field] is not None)
    for value in names:
        if each or value == name:
            members = [row for row in rows if row[field] == value]
            yield value, members, each and field == "section"


def _status(
    case: Case, condition: str, rule: str, subject: str, judged: Judged, may_pass: bool
) -> str:
    if judged.met:
        return "met"
    if judged.met is None and may_pass:
        return "skipped"
    today = case.as_of.isoformat()
    waivers = [waiver for waiver in case.policy["waivers"] if waiver["expires"] >= today]
    rule_waived = any(waiver.get("rule") == rule for waiver in waivers)
    by_id = {row["id"]: row for row in case.rows}
    missing = judged.missing or ((subject,) if subject in by_id else ())
    if not missing or (condition not in PRACTICE_WISE and subject not in by_id):
        return "waived" if rule_waived else "unmet"
    waived = {waiver.get("practice") for waiver in waivers}
    left = [
        name
        for name in missing
        if name not in waived and not (rule_waived and not by_id[name]["legal"])
    ]
    return "waived" if len(left) <= judged.tolerated else "unmet"


def _judge(case: Case, condition: str, rule: Plain, subject: str, members: Rows) -> Judged:
    if condition == "answered_within":
        oldest = _before(case.as_of, rule[condition])
        return Judged(oldest <= case.assessed_on <= case.as_of)
    if not _is_rateable(case.rows, subject):
        return Judged(met=False)
    if condition == "no_lower":
        return _no_lower(case, subject, members)
    if condition in ("min_score", "min_coverage", "max_left_out"):
        return _share_or_score(condition, Fraction(str(rule[condition])), case, subject, members)
    counted = [row for row in members if row["status"] in ("answered", "unanswered")]
    if condition in ("min_level", "max_below_target"):
        one_by_one = subject == "desirable" or len(members) == 1 == (subject == members[0]["id"])
        counted = [row for row in counted if one_by_one or row["tier"] == "basic"]
    if not counted:
        return Judged(met=None)
    missing = tuple(row["id"] for row in counted if _misses(case, condition, rule, row))
    tolerated = rule[condition] if condition in ("max_below_target", "max_treated") else 0
    return Judged(len(missing) <= tolerated, missing, tolerated)


def _misses(case: Case, condition: str, rule: Plain, row: Row) -> bool:
    """Return whether a practice by itself misses a condition."""
    if condition.startswith("review"):
        return _misses_review(case, condition, rule, row)
    if condition.startswith("evidence"):
        return _misses_evidence(case, condition, rule, row)
    if condition == "min_level":
        return bool(value_of(row) < rule[condition])
    if condition == "max_below_target":
        return _is_below(case, row)
    if condition == "planned":
        return _is_below(case, row) and not (_is_treated(case, row) or _is_planned(case, row))
    return _is_treated(case, row) and (
        condition == "max_treated" or _is_long(row["treatment"], rule[condition])
    )


def _is_planned(case: Case, row: Row) -> bool:
    plan = row["plan"] or {}
    is_live = plan.get("status", "open") in ("open", "doing")
    is_owned = plan.get("owner", "-") not in NO_WORDS
    return is_live and is_owned and plan.get("due", "") >= case.as_of.isoformat()


def _is_below(case: Case, row: Row) -> bool:
    treated = _is_treated(case, row)
    if treated and row["treatment"]["kind"] == "alternative":
        return False
    if row["target"] is None:
        return row["tier"] == "desirable" and row["status"] == "unanswered" and not treated
    return bool(value_of(row) < row["target"])


def _is_long(treatment: Plain, period: str) -> bool:
    review = date.fromisoformat(treatment["review_by"])
    return _before(review, period) > date.fromisoformat(treatment["approved_on"])


def _misses_evidence(case: Case, condition: str, rule: Plain, row: Row) -> bool:
    level = row["level"]
    if level is None or level < rule.get("evidence_from", 1):
        return False
    worded = [item["date"] for item in row["evidence"] if item["ref"] not in NO_WORDS]
    if condition == "evidence_from":
        return not worded
    oldest = _before(case.as_of, rule[condition]).isoformat()
    return not any(oldest <= day <= case.as_of.isoformat() for day in worded)


def _misses_review(case: Case, condition: str, rule: Plain, row: Row) -> bool:
    level = row["level"] or 0
    if condition == "review_agrees":
        newest = [_newest(case, row, {line}) for line in (2, 3)]
        return any(review is not None and review["level"] < level for review in newest)
    if condition == "reviewed_by_line":
        review = _newest(case, row, {rule[condition]})
        return review is None or review["level"] < level
    review = _newest(
        case, row, {rule["reviewed_by_line"]} if "reviewed_by_line" in rule else {2, 3}
    )
    return review is None or review["on"] < _before(case.as_of, rule[condition]).isoformat()


def _newest(case: Case, row: Row, lines: set[int]) -> Any:
    past = [item for item in row["review"] if item["on"] <= case.as_of.isoformat()]
    own = [item for item in past if item["line"] in lines]
    return min(
        own, key=lambda item: (-int(item["on"].replace("-", "")), item["level"]), default=None
    )


def _is_treated(case: Case, row: Row) -> bool:
    treatment = row["treatment"]
    if treatment is None or row["legal"] or row["status"] not in ("answered", "unanswered"):
        return False
    in_time = treatment["approved_on"] <= case.as_of.isoformat() <= treatment["review_by"]
    by_another = treatment["approved_by"] not in (case.respondent, "me", "本人")
    return in_time and by_another and treatment["measure"] not in NO_WORDS


def _share_or_score(
    condition: str, value: Fraction, case: Case, subject: str, members: Rows
) -> Judged:
    if condition == "min_score":
        score = _score(members if subject != "overall" else case.rows, subject)
        return Judged(None if score is None else score >= value)
    if condition == "max_left_out":
        left = sum(row["status"] in ("not_applicable", "out_of_scope") for row in members)
        return Judged(Fraction(left, len(members)) <= value)
    in_scope = [row for row in members if row["status"] != "out_of_scope"]
    if not in_scope:
        return Judged(met=None)
    unanswered = sum(row["status"] == "unanswered" for row in in_scope)
    return Judged(1 - Fraction(unanswered, len(in_scope)) >= value)


def _no_lower(case: Case, subject: str, members: Rows) -> Judged:
    now = {row["id"]: value_of(row) for row in case.rows}
    before = _with_values(case.rows, case.kept)
    figures = [
        (_score(_of(case.rows, subject), subject), _score(_of(before, subject), subject)),
        (_lowest(now, members, subject), _lowest(case.kept, members, subject)),
    ]
    if all(value is None for pair in figures for value in pair):
        return Judged(met=None)
    fallen = tuple(
        row["id"]
        for row in members
        if _is_lower(now[row["id"]], case.kept[row["id"]])
        or (case.kept[row["id"]] is None and now[row["id"]] is not None)
    )
    lower = any(_is_lower(new, old) for new, old in figures)
    return Judged(not lower, fallen if lower else ())


def _is_lower(now: Any, before: Any) -> bool:
    return before is not None and (now is None or now < before)


def _with_values(rows: Rows, values: Mapping[str, int | None]) -> Rows:
    """Return the practices as they were, with the values of a kept result."""
    return [
        row
        | {
            "status": "out_of_scope" if values[row["id"]] is None else "answered",
            "level": values[row["id"]],
        }
        for row in rows
    ]


def _of(rows: Rows, subject: str) -> Rows:
    if subject == "overall":
        return rows
    return [
        row for row in rows if subject in (row["id"], row["tier"], row["domain"], row["section"])
    ]


def _lowest(values: Mapping[str, int | None], members: Rows, subject: str) -> int | None:
    if subject in ("basic", "desirable"):
        return None
    one = len(members) == 1 and members[0]["id"] == subject
    basics = [values[row["id"]] for row in members if one or row["tier"] == "basic"]
    return min((value for value in basics if value is not None), default=None)


def _score(members: Rows, subject: str) -> Fraction | None:
    """Return the score of a subject under the scheme that scores basic practices alone."""
    if subject == "overall":
        domains = dict.fromkeys(row["domain"] for row in members)
        scores = [_score([r for r in members if r["domain"] == name], name) for name in domains]
        known = [score for score in scores if score is not None]
        return sum(known, Fraction()) / len(known) if known else None
    every = subject in ("basic", "desirable") or (len(members) == 1 and members[0]["id"] == subject)
    values = [value_of(row) for row in members if every or row["tier"] == "basic"]
    counted = [value for value in values if value is not None]
    return Fraction(sum(counted), len(counted)) if counted else None


def value_of(row: Row) -> Any:
    """Return a practice's value, None where it is not counted."""
    if row["status"] == "answered":
        return row["level"]
    return 0 if row["status"] == "unanswered" else None


def _is_rateable(rows: Rows, subject: str) -> bool:
    domains = dict.fromkeys(row["domain"] for row in rows)
    if subject in domains:
        own = [row for row in rows if row["domain"] == subject and row["tier"] == "basic"]
        basics = [row for row in own if row["status"] != "out_of_scope"]
        left_out = sum(row["status"] == "not_applicable" for row in basics)
        return bool(basics) and Fraction(left_out, len(basics)) <= Fraction(3, 10)
    if subject == "overall":
        alive = [
            name
            for name in domains
            if any(row["status"] != "out_of_scope" for row in rows if row["domain"] == name)
        ]
        return bool(alive) and all(_is_rateable(rows, name) for name in alive)
    return True


def _before(day: date, period: str) -> date:
    """Return the day a period such as ``P1Y``, ``P6M``, ``P2W`` or ``P30D`` earlier."""
    if period[-1] in "WD":
        return date.fromordinal(day.toordinal() - int(period[1:-1]) * (7 if "W" in period else 1))
    count = int(period[1:-1]) * (12 if period.endswith("Y") else 1)
    year, month = day.year, day.month - count
    while month < 1:
        year, month = year - 1, month + 12
    return date(year, month, min(day.day, monthrange(year, month)[1]))
