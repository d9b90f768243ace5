"""A population of forms without contradictions, and ways to plant one in a form.

Forms are generated with everything that real ones hold: shared centres, treatments, answers left
open, not applicable or not adopted, notes, dates, counts. Whatever breaks a rule in one is put
right here by a reading of the rules that has nothing in common with the program's.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.resources import data_root

Plain = dict[str, Any]

_MONTHS = {"P9M": 9, "P18M": 18, "P2Y": 24, "P3Y": 36}
_DAYS_OF_MONTH = 30.44


def rules(checklist: str) -> list[Plain]:
    """Return the rules as they are written."""
    (path,) = Path(str(data_root())).joinpath("checklists", checklist).glob("*/checklist.yaml")
    text = path.read_text(encoding="utf-8").replace("    on: [", "    bases: [")  # YAML 1.1: True
    written: list[Plain] = yaml.safe_load(text)["consistency"]
    return written


RULES = rules("fsa-cyber-guideline")


def plain(submission: Submission) -> Plain:
    """Return a submission as a file holds it, every answer in its long form."""
    document: Plain = to_plain(submission)
    answers = document["answers"]
    for practice, answer in answers.items():
        answers[practice] = {"level": answer} if isinstance(answer, int) else dict(answer)
    return document


def _flags(form: Plain) -> dict[str, bool]:
    profile = form["institution"].get("profile", {})
    return {
        flag: stated["value"] if isinstance(stated, dict) else stated
        for flag, stated in profile.items()
    }


def _is_of_profile(rule: Plain, form: Plain) -> bool:
    flags, condition = _flags(form), rule.get("profile", {})
    factors = form["institution"].get("risk", {}).get("factors", {})
    return (
        all(flags.get(flag) is True for flag in condition.get("all", ()))
        and all(flags.get(flag) is False for flag in condition.get("none", ()))
        and ("any" not in condition or any(flags.get(flag) is True for flag in condition["any"]))
        and all(factors.get(factor) in levels for factor, levels in rule.get("risk", {}).items())
    )


def broken(rule: Plain, form: Plain) -> Iterator[str | None]:
    """Yield the practices in which a form breaks a rule; None for its profile."""
    answers: Mapping[str, Plain] = form["answers"]
    kind = rule["kind"]
    if kind in ("rests_on", "rests_on_any"):
        upper = answers.get(rule["practice"], {})
        lacking = [
            base
            for base in rule["bases"]
            if _lacks(answers.get(base, {}), rule["least"])
            and not _is_replaced(answers[base], form)
            and _performer(answers[base]) == _performer(upper)
        ]
        enough = 1 if kind == "rests_on" else len(rule["bases"])
        if upper.get("level", -1) >= rule["level"] and len(lacking) >= enough:
            yield rule["practice"]
    elif kind == "profile":
        if _is_of_profile(rule, form):
            yield None
    else:
        practices = rule.get("practices") or list(answers)
        yield from (each for each in practices if _breaks(rule, form, answers.get(each, {})))


def _lacks(answer: Plain, least: int) -> bool:
    return "not_adopted" in answer or answer.get("level", 9) < least


def _is_replaced(answer: Plain, form: Plain) -> bool:
    """Return whether an alternative measure stands in: approved by others, and not run out."""
    treatment = answer.get("treatment", {})
    return (
        treatment.get("kind") == "alternative"
        and _day(treatment["review_by"]) >= date(int(form["campaign"]), 12, 31)
        and treatment["approved_by"] != form["approval"]["respondent"]
    )


def _performer(answer: Plain) -> str:
    return str(answer.get("performed_by") or "own")


def _breaks(rule: Plain, form: Plain, answer: Plain) -> bool:
    level = answer.get("level")
    reaches = level is not None and level >= rule.get("level", 0)
    match rule["kind"]:
        case "profile_level":
            low = level is not None and level <= rule["most"] if "most" in rule else reaches
            low = low and not _is_replaced(answer, form)
            return low and _performer(answer) == "own" and _is_of_profile(rule, form)
        case "profile_left_out":
            return "na" in answer and _is_of_profile(rule, form)
        case "profile_performer":
            return _performer(answer) in rule["performed_by"] and _is_of_profile(rule, form)
        case "done_in_part":
            done = answer.get("done")
            return reaches and done is not None and done["n"] / done["of"] < rule["share"] / 100
        case "done_within":
            return reaches and "last_done" in answer and _age(form, answer) > _days(rule)
        case _:
            dates = [each for each in answer.get("evidence", ()) if "date" in each]
            shown = dates or "last_done" in answer or answer.get("review")
            return bool(reaches and answer.get("evidence") and not shown) and (
                _performer(answer) == "own"
            )


def _days(rule: Plain) -> float:
    return _MONTHS[rule["within"]] * _DAYS_OF_MONTH + 3


def _age(form: Plain, answer: Plain) -> int:
    dates = [each["date"] for each in answer.get("evidence", ()) if "date" in each]
    newest = max(_day(each) for each in (*dates, answer["last_done"]))
    return (_day(form["assessed_on"]) - newest).days


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def without_contradictions(form: Plain) -> Plain:
    """Put right what breaks a rule, in place, until nothing does."""
    while found := [(rule, where) for rule in RULES for where in broken(rule, form)]:
        for rule, practice in found:
            _put_right(rule, practice, form)
    return form


def without_jumps(former: Plain, form: Plain) -> Plain:
    """Take last year's levels for this year's where they are far apart, in place."""
    for practice, answer in form["answers"].items():
        before = former["answers"].get(practice, {})
        if "level" in before and "level" in answer and abs(before["level"] - answer["level"]) > 1:
            before["level"] = answer["level"]
    return former


def _put_right(rule: Plain, practice: str | None, form: Plain) -> None:
    answers, kind = form["answers"], rule["kind"]
    if kind in ("rests_on", "rests_on_any"):
        for base in rule["bases"]:
            if _lacks(answers.get(base, {}), rule["least"]):
                answers[base] = {"level": rule["least"]}
                if (performer := _performer(answers[rule["practice"]])) != "own":
                    answers[base]["performed_by"] = performer
    elif kind.startswith("profile"):
        _put_profile_right(rule, practice, form)
    elif kind == "done_in_part":
        answers[practice].pop("done")
    else:
        answers[practice]["last_done"] = form["assessed_on"]


def _put_profile_right(rule: Plain, practice: str | None, form: Plain) -> None:
    answers = form["answers"]
    if rule["kind"] in ("profile", "profile_level") and "risk" in rule:
        for factor in rule["risk"]:
            form["institution"]["risk"]["factors"][factor] = "medium"
    elif rule["kind"] == "profile_level":
        answers[practice]["level"] = rule["most"] + 1 if "most" in rule else rule["level"] - 1
    elif rule["kind"] == "profile_left_out":
        answers[practice] = {"level": 2}
    else:
        answers[practice].pop("performed_by")


class Ground(NamedTuple):
    """Where a contradiction is planted.

    Attributes:
        form: changed in place.
        former: last year's; None for a newcomer.
        draw: decides what is left open.
    """

    form: Plain
    former: Plain | None
    draw: Random


Planter = Callable[[Ground], str | None]
"""Plants a contradiction; returns the rule or query that should find it, None where it cannot."""


def plant_rule(ground: Ground) -> str | None:
    """Break a rule on levels that the form does not break."""
    answers = ground.form["answers"]
    resting = [
        rule
        for rule in RULES
        if rule["kind"] == "rests_on"
        and rule["practice"] in answers
        and all(base in answers for base in rule["bases"])
    ]
    rule = ground.draw.choice(resting)
    base = ground.draw.choice(rule["bases"])
    answers[rule["practice"]] = {
        "level": ground.draw.randint(rule["level"], 5),
        "note": "運用している",
    }
    answers[base] = {"level": ground.draw.randint(0, rule["least"] - 1)}
    return str(rule["id"])


def plant_performer(ground: Ground) -> str | None:
    """State that no shared system is used, although a centre performs something."""
    ground.form["institution"]["profile"]["shared_system"] = False
    practice = ground.draw.choice(
        [each for each, answer in ground.form["answers"].items() if "level" in answer]
    )
    ground.form["answers"][practice]["performed_by"] = "shared_centre"
    return "shared-centre-not-in-profile"


def plant_left_out(ground: Ground) -> str | None:
    """Leave out what the profile brings in."""
    ground.form["institution"]["profile"]["wireless_lan"] = True
    ground.form["answers"]["2.3.4.4-4"] = {
        "na": True,
        "reason": "来客用のみで業務に使っていないため",
    }
    return "wireless-left-out"


def plant_share(ground: Ground) -> str | None:
    """Answer a register as complete of which part is registered."""
    of = ground.draw.randint(20, 400)
    done = {"n": ground.draw.randint(0, of * 3 // 4), "of": of}
    ground.form["answers"]["2.2.1.2-1"] = {"level": ground.draw.randint(3, 5), "done": done}
    return "register-in-part"


def plant_old_work(ground: Ground) -> str | None:
    """Answer yearly work as done that was done years ago."""
    day = _day(ground.form["assessed_on"]) - timedelta(days=ground.draw.randint(600, 2000))
    ground.form["answers"]["2.2.2.2-2"] = {
        "level": ground.draw.randint(3, 5),
        "last_done": day.isoformat(),
    }
    return "yearly-work-not-done"


def plant_unit(ground: Ground) -> str | None:
    """State the size in thousands or millions of yen."""
    if ground.former is None or "size" not in ground.form["institution"]:
        return None
    size = float(ground.former["institution"]["size"])
    ground.form["institution"]["size"] = int(size // ground.draw.choice([1_000, 1_000_000]))
    return "size_former"


def plant_last_years_answers(ground: Ground) -> str | None:
    """Send back the answers of last year, with one changed."""
    if ground.former is None:
        return None
    ground.form["answers"] = {
        practice: dict(answer) for practice, answer in ground.former["answers"].items()
    }
    return "unchanged"


def plant_single_level(ground: Ground) -> str | None:
    """Answer the same level nearly everywhere."""
    level = ground.draw.randint(2, 4)
    for answer in ground.form["answers"].values():
        if "level" in answer:
            answer["level"] = level
    return "uniform"


def plant_jump(ground: Ground) -> str | None:
    """Rise from the bottom to the top within a year."""
    low = [
        practice
        for practice, answer in (ground.former or ground.form)["answers"].items()
        if answer.get("level", 9) <= 1 and practice in ground.form["answers"]
    ]
    if ground.former is None or not low:
        return None
    practice = ground.draw.choice(low)
    ground.form["answers"][practice] = {"level": ground.draw.randint(4, 5)}
    return "jump"


PLANTERS: tuple[Planter, ...] = (
    plant_rule, plant_rule, plant_rule, plant_performer, plant_left_out, plant_share,
    plant_old_work, plant_unit, plant_last_years_answers, plant_single_level, plant_jump,
)  # fmt: skip
