"""docs/scoring.md computed a second time: from plain data, importing nothing of the program.

It shares no code and, on purpose, no structure with the engine: practices become flat rows, and
every figure is one question asked of those rows. What it returns is compared whole.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from math import gcd
from pathlib import Path
from typing import Any

Plain = Mapping[str, Any]
Row = dict[str, Any]

IN_SCOPE = ("answered", "unanswered", "not_applicable", "not_adopted")
RISKS = ("low", "medium", "high")


def _listed_words(name: str) -> frozenset[str]:
    """Return the words that a row of the contract's table of words lists."""
    contract = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
    row = next(line for line in contract.splitlines() if line.startswith(f"| {name} |"))
    return frozenset(row.split("|")[2].split())


PLACEHOLDERS = _listed_words("placeholders")
WORDS_FOR_RESPONDENT = _listed_words("for the respondent")


def compute_figures(
    checklist: Plain,
    submission: Plain,
    scheme: Plain,
    targets: Plain,
    questions: Plain,
    threats: Plain,
    as_of: date,
) -> dict[str, Any]:
    """Return every figure of an assessment as fractions and plain values.

    Args:
        checklist: domains with sections and practices, as written in YAML.
        submission: the answers file, as written.
        scheme: tier and domain weights, bands.
        targets: rules by risk profile.
        questions: the risk factors, with which of them are key.
        threats: the threats, with the risk factors that make each weigh more.
        as_of: the date on which treatments must be valid.
    """
    institution = submission["institution"]
    own = checklist.get("scale")
    steps = [step["value"] for step in own["steps"]] if own else [0, 1, 2, 3, 4, 5]
    done_from = own["in_place"] if own else 3
    picked = set(submission.get("selected_groups", ()))
    asked = questions["factors"] if _risk_matters(checklist, targets, done_from) else []
    risk, *rest_on = risk_of(institution.get("risk", {}), asked)
    respondent = submission.get("approval", {}).get("respondent")
    flags = {
        name: stated["value"] if isinstance(stated, Mapping) else stated
        for name, stated in institution.get("profile", {}).items()
    }
    by_id = {practice["id"]: practice for _, practice in _walk(checklist)}
    rows = [
        _row(place, practice, submission["answers"], flags, respondent, as_of, steps, picked)
        | {"unasked": _is_left_out(practice, by_id, submission["answers"])}
        for place, practice in _walk(checklist)
    ]
    for row in rows:
        if row["unasked"] and row["status"] != "out_of_scope":
            row |= {"status": "not_asked", "unconfirmed": False}
        row["low"] = 5 * (row["v"] - steps[0]) <= steps[-1] - steps[0]
        row["undone"] = row["v"] < done_from
        tier_weight = scheme["tiers"].get(row["tier"], 0)
        row["w"] = tier_weight * row["own_weight"] if row["counted"] else 0
        rules, duties = targets["profiles"][risk], targets.get("duties") is not False
        row["target"] = _target(row, rules, done_from, duties) if row["counted"] else None
        row["treated"] = row["counted"] and row["treatment"] is not None
        closed = row["target"] is None or row["treatment"] == "alternative"
        row["gap"] = None if closed else max(0, row["target"] - row["v"])

    weights = {
        d["domain"]: scheme.get("domains", {}).get(d["domain"], 1) for d in checklist["domains"]
    }
    domains = {name: _group([r for r in rows if r["domain"] == name]) for name in weights}
    for name, group in domains.items():
        group["rateable"] = _rateable([r for r in rows if r["domain"] == name])
        has_band = group["rateable"] and own is None
        group["band"] = _band(group["score"], scheme) if has_band else None
    scored = sum(w for name, w in weights.items() if domains[name]["score"] is not None)
    for name, group in domains.items():
        has_score = group["score"] is not None
        group["contribution"] = group["score"] * weights[name] / scored if has_score else None
        group["weight"] = weights[name]

    score = (
        sum(
            (g["contribution"] for g in domains.values() if g["contribution"] is not None),
            Fraction(),
        )
        if scored
        else None
    )
    alive = [g for g in domains.values() if g["coverage"]["in_scope"]]
    # "every domain" of none at all: nothing to score is never met (rule 7)
    rateable = bool(alive) and all(g["rateable"] for g in alive)
    whole = _group(rows)
    overall = whole | {
        "score": score,
        "shown": shown(score),
        "rateable": rateable,
        "band": _band(score, scheme) if rateable and own is None else None,
        "treated": sum(r["treated"] for r in rows),
    }
    unit = {
        name: Fraction(weights[name], scored) / total
        for name in weights
        if (total := sum(r["w"] for r in rows if r["domain"] == name))
    }
    stated = institution.get("risk", {}).get("factors", {})
    heavy = {
        threat["id"]
        for threat in threats["threats"]
        if "high" in [stated.get(factor) for factor in threat.get("factors", ())]
    }
    return {
        "risk": (risk, *rest_on),
        "provisional": any(r["status"] == "unanswered" or r["unconfirmed"] for r in rows),
        "overall": overall,
        "tiers": {tier: _tier(tier, rows) for tier in ("basic", "desirable")},
        "domains": domains,
        "sections": {
            s["id"]: _group([r for r in rows if _below(r["section"], s["id"])])
            for d in checklist["domains"]
            for s in d.get("sections", ())
        },
        "practices": {r["id"]: _practice(r, rows) for r in rows},
        "gaps": _ranked([r for r in rows if r["status"] == "answered" and r["gap"]], unit, heavy),
        "answer_first": _ranked([r for r in rows if r["status"] == "unanswered"], unit, heavy),
    }


def shown(value: Fraction | None) -> float | None:
    """Round half up to two decimals, in whole numbers only."""
    if value is None:
        return None
    return ((200 * value.numerator + value.denominator) // (2 * value.denominator)) / 100


def lowest_terms(text: str | None) -> Fraction | None:
    """Read a fraction, refusing one that is not in lowest terms."""
    if text is None:
        return None
    over, _, under = text.partition("/")
    numerator, denominator = int(over), int(under)
    if gcd(numerator, denominator) != 1 or denominator < 1:
        raise AssertionError(f"{text} is not in lowest terms")
    return Fraction(numerator, denominator)


def risk_of(risk: Plain, factors: list[Plain]) -> tuple[str, str, bool, int, int]:
    """Return the risk profile, what it rests on, and how much of that is stated."""
    key = {factor["id"] for factor in factors if factor["key"]}
    stated = {name: level for name, level in risk.get("factors", {}).items() if name in key}
    counts = (len(stated), len(key))
    if risk.get("override"):
        return (risk["override"]["level"], "override", False, *counts)
    if not stated:
        return ("medium", "assumed", bool(key), *counts)
    lacking = key - stated.keys()
    heights = {RISKS.index(level) for level in stated.values()} | ({1} if lacking else set())
    return (RISKS[max(heights)], "answers", bool(lacking), *counts)


def valid_treatment(
    practice: Plain, answer: Plain, respondent: str | None, as_of: date
) -> str | None:
    """Return the kind of an answer's treatment where it is valid (rule 3)."""
    if "treatment" not in answer or practice.get("legal"):
        return None
    how = answer["treatment"]
    approver, measure = compared(how["approved_by"]), compared(how["measure"])
    answering = [compared(name) for name in (respondent, answer.get("by")) if name]
    is_valid = (
        how["approved_on"] <= as_of.isoformat() <= how["review_by"]
        and approver not in (*answering, *WORDS_FOR_RESPONDENT)
        and "" not in (approver, measure)
        and {approver, measure}.isdisjoint(PLACEHOLDERS)
    )
    return how["kind"] if is_valid else None


def is_reviewed_late(how: Plain) -> bool:
    """Tell whether a treatment's review is due more than 12 months after its approval."""
    year, month, day = map(int, how["approved_on"].split("-"))
    return bool(how["review_by"] > f"{year + 1:04}-{month:02}-{day:02}")


def compared(text: str) -> str:
    """Return what of a text is compared: its letters and digits."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


def can_hold(condition: Plain | None, flags: Mapping[str, bool]) -> bool:
    """Tell whether some completion of the stated profile makes the condition true."""
    if condition is None:
        return True
    named = sorted({flag for part in condition.values() for flag in part})
    choices = [[flags[name]] if name in flags else [True, False] for name in named]
    return any(
        _holds(condition, {name for name, value in zip(named, values, strict=True) if value})
        for values in product(*choices)
    )


def _holds(condition: Plain, true: set[str]) -> bool:
    return (
        ("any" not in condition or not true.isdisjoint(condition["any"]))
        and true.issuperset(condition.get("all", ()))
        and true.isdisjoint(condition.get("none", ()))
    )


def informs_only(practice: Plain) -> bool:
    """Tell whether no answer to the question has a level."""
    leveled = [option for option in practice.get("options", ()) if option.get("level") is not None]
    has_levels = {
        "level": True,
        "single": leveled,
        "matrix": leveled,
        "multi": practice.get("levels"),
        "number": practice.get("thresholds"),
        "text": False,
    }
    return not has_levels[practice.get("kind", "level")]


def level_of(practice: Plain, answer: Any, lowest: int = 0) -> int | None:
    """Return the level of an answer as written, short forms included."""
    kind = practice.get("kind", "level")
    if isinstance(answer, int):
        answer = {"level": answer}
    elif isinstance(answer, str):
        answer = {"choice": answer}
    elif isinstance(answer, list):
        answer = {"choices": answer}
    by_option = {option["id"]: option.get("level") for option in practice.get("options", ())}
    level: int | None = None
    if kind == "level":
        level = answer.get("level")
    elif kind == "single" and "choice" in answer:
        level = by_option[answer["choice"]]
    elif kind == "multi" and "choices" in answer:
        level = max(
            (r["level"] for r in practice["levels"] if _ticked(r, answer["choices"], practice)),
            default=lowest,
        )
    elif kind == "matrix" and set(answer.get("rows", ())) == {
        row["id"] for row in practice["rows"]
    }:
        level = min(by_option[choice] for choice in answer["rows"].values())
    elif kind == "number" and "value" in answer:
        sign = 1 if practice.get("direction", "up") == "up" else -1
        distance = {
            t["level"]: sign * (Fraction(answer["value"]) - Fraction(str(t["at"])))
            for t in practice["thresholds"]
        }
        level = max(
            (reached for reached, beyond in distance.items() if beyond >= 0), default=lowest
        )
    return level


def _is_left_out(practice: Plain, by_id: Mapping[str, Plain], answers: Plain) -> bool:
    """Tell whether an answer excludes a question, or excludes one that it hangs on."""
    condition = practice.get("asked_if")
    if condition is None:
        return False
    answer = answers.get(condition["practice"])
    if answer is not None:
        long = answer if isinstance(answer, Mapping) else {"choice": answer, "choices": answer}
        given = long.get("choices") or long.get("rows") or long.get("choice")
        chosen = set(given.values()) if isinstance(given, Mapping) else set()
        chosen |= {given} if isinstance(given, str) else set()
        chosen |= set(given) if isinstance(given, list) else set()
        is_decided = given or long.get("na") or long.get("not_adopted")
        if is_decided and chosen.isdisjoint(condition["any"]):
            return True
    return _is_left_out(by_id[condition["practice"]], by_id, answers)


def _ticked(rule: Plain, choices: Iterable[str], practice: Plain) -> bool:
    ticked = set(choices)
    if "at_least" in rule:
        alone = {option["id"] for option in practice["options"] if option.get("exclusive")}
        return len(ticked - alone) >= int(rule["at_least"])
    if "all" in rule:
        return ticked.issuperset(rule["all"])
    return not ticked.isdisjoint(rule["any"])


def _walk(checklist: Plain) -> Iterable[tuple[tuple[str, str | None], Plain]]:
    for domain in checklist["domains"]:
        for practice in domain.get("practices", ()):
            yield (domain["domain"], None), practice
        for section in domain.get("sections", ()):
            for practice in section.get("practices", ()):
                yield (domain["domain"], section["id"]), practice


def _row(
    place: tuple[str, str | None],
    practice: Plain,
    answers: Plain,
    flags: Mapping[str, bool],
    respondent: str | None,
    as_of: date,
    steps: list[int],
    picked: set[str],
) -> Row:
    answer = answers.get(practice["id"], {})
    long = answer if isinstance(answer, Mapping) else {}
    level = None
    is_picked = not picked or not picked.isdisjoint(practice.get("groups", ()))
    if not (is_picked and can_hold(practice.get("applies_if"), flags)):
        status = "out_of_scope"
    elif informs_only(practice):
        status = "informative"
    elif long.get("na"):
        status = "not_applicable"
    elif long.get("not_adopted"):
        status = "not_adopted"
    else:
        level = level_of(practice, answer, steps[0])
        status = "unanswered" if level is None else "answered"
    return {
        "id": practice["id"],
        "domain": place[0],
        "section": place[1],
        "tier": practice["tier"],
        "legal": practice.get("legal", False),
        "effort": practice.get("effort", "m"),
        "impact": practice.get("impact"),
        "threats": set(practice.get("threats", ())),
        "priority": (long.get("priority") or {}).get("rank"),
        "status": status,
        "counted": status in ("answered", "unanswered"),
        "level": level,
        "v": steps[0] if level is None else level,
        "own_weight": practice.get("weight", 1),
        "treatment": valid_treatment(practice, long, respondent, as_of),
        "unconfirmed": long.get("confirmed") is False and status in IN_SCOPE,
    }


def _below(section: str | None, ancestor: str) -> bool:
    wanted = ancestor.split(".")
    return section is not None and section.split(".")[: len(wanted)] == wanted


def _risk_matters(checklist: Plain, targets: Plain, done_from: int) -> bool:
    """Tell whether the target of some practice, answered, differs between risk profiles."""
    duties = targets.get("duties") is not False
    for (domain, section), practice in _walk(checklist):
        row = {
            "id": practice["id"],
            "domain": domain,
            "section": section,
            "tier": practice["tier"],
            "legal": practice.get("legal", False),
            "status": "answered",
        }
        expected = {_target(row, targets["profiles"][r], done_from, duties) for r in RISKS}
        if len(expected) > 1 and not informs_only(practice):
            return True
    return False


def _target(row: Row, rules: Iterable[Plain], done_from: int, duties: bool) -> int | None:
    target = None
    for rule in rules:
        on = rule["on"]
        facts = {
            "tier": row["tier"],
            "domain": row["domain"],
            "practice": row["id"],
            "adopted": row["tier"] == "basic" or row["status"] == "answered",
        }
        if all(
            _below(row["section"], v) if k == "section" else facts[k] == v for k, v in on.items()
        ):
            target = done_from if rule["level"] == "in_place" else rule["level"]
    if row["legal"] and duties:
        return done_from if target is None else max(done_from, target)
    return target


def _group(rows: list[Row]) -> dict[str, Any]:
    basics = [r for r in rows if r["counted"] and r["tier"] == "basic"]
    total = sum(r["w"] for r in rows)
    score = Fraction(sum(r["w"] * r["v"] for r in rows), total) if total else None
    is_open = any(r["status"] == "unanswered" for r in basics)
    below = [r for r in basics if r["gap"]]
    return {
        "score": score,
        "shown": shown(score),
        "level": None if is_open or not basics else min(r["level"] for r in basics),
        "level_reason": "unanswered" if is_open else None,
        "below_target": (
            len(below),
            len(basics),
            sum(r["treatment"] == "accepted" for r in below),
        ),
        "coverage": _coverage(rows),
    }


def _coverage(rows: list[Row]) -> dict[str, Any]:
    seen = Counter(r["status"] for r in rows)
    in_scope = sum(seen[name] for name in IN_SCOPE)
    ratio = Fraction(in_scope - seen["unanswered"], in_scope) if in_scope else None
    counts = {name: seen[name] for name in (*IN_SCOPE, "out_of_scope")}
    return counts | {
        "in_scope": in_scope,
        "total": in_scope + seen["out_of_scope"],
        "ratio": shown(ratio),
    }


def _rateable(rows: list[Row]) -> bool:
    basics = [r for r in rows if r["tier"] == "basic" and r["status"] in IN_SCOPE]
    left_out = sum(r["status"] == "not_applicable" for r in basics)
    return bool(basics) and 10 * left_out <= 3 * len(basics)


def _band(score: Fraction | None, scheme: Plain) -> str | None:
    if score is None:
        return None
    reached: list[str] = [b["id"] for b in scheme["bands"] if Fraction(str(b["from"])) <= score]
    return reached[-1]


def _tier(tier: str, rows: list[Row]) -> dict[str, Any]:
    mine = [r for r in rows if r["tier"] == tier]
    values = [r["v"] for r in mine if r["counted"]]
    score = Fraction(sum(values), len(values)) if values else None
    figures = {"score": score, "shown": shown(score), "coverage": _coverage(mine)}
    if tier == "desirable":
        figures["adopted"] = sum(r["status"] == "answered" for r in mine)
    return figures


def _practice(row: Row, rows: list[Row]) -> dict[str, Any]:
    figures = {key: row[key] for key in ("tier", "status", "level", "gap")}
    if row["counted"]:
        total = sum(r["w"] for r in rows if r["domain"] == row["domain"])
        share = Fraction(row["w"] * row["v"], total) if row["w"] else None
        figures |= {key: row[key] for key in ("target", "treated")}
        figures |= {"weight": row["w"], "contribution": share}
    else:
        figures["contribution"] = None
    return figures


def _ranked(rows: list[Row], unit: Mapping[str, Fraction], heavy: set[str]) -> list[dict[str, Any]]:
    ranked = []
    for row in rows:
        missing = row["gap"] or 0
        impact = row["impact"] or 1
        gain = row["w"] * missing * unit.get(row["domain"], Fraction())
        is_heavy = bool(row["threats"] & heavy)
        is_severe = row["impact"] == 3 and row["low"]
        why = ["priority"] * (row["priority"] is not None) + ["legal"] * row["legal"]
        why += ["severe"] * is_severe
        if row["impact"] and not is_severe:
            why.append(f"impact_{row['impact']}")
        why += ["threat"] * is_heavy + [f"effort_{row['effort']}"] + ["gain"] * (gain > 0)
        why += ["accepted"] * (row["treated"] and missing > 0)
        gap = {"practice": row["id"], "gap": missing, "gain": gain, "why": why}
        ranked.append((row, missing * impact + is_heavy, is_severe, gap))
    # from the last key to the first: each sort keeps the order of the one before among equals
    ranked.sort(key=lambda entry: entry[3]["gain"], reverse=True)
    ranked.sort(key=lambda entry: "sml".index(entry[0]["effort"]))
    ranked.sort(key=lambda entry: entry[1], reverse=True)
    ranked.sort(key=lambda entry: entry[2], reverse=True)
    ranked.sort(key=lambda entry: entry[0]["legal"] and entry[0]["undone"], reverse=True)
    ranked.sort(key=lambda entry: entry[0]["priority"] or 10**6)
    return [gap | {"rank": place} for place, (*_, gap) in enumerate(ranked, start=1)]
