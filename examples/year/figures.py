"""The figures of `docs/scoring.md` and `docs/peers.md`, computed from the answers as filled in.

Nothing of the program is imported: the arithmetic is written a second time, from the documents, so
that `check.py` has something to compare with.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import isqrt
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
CHECKLIST = ROOT / "checklists" / "fsa-cyber-guideline" / "2025-07-04"
IN_PLACE = 3
KEY_FACTORS = ("regional_role", "market_position", "online_value", "customer_data", "channels")
RISKS = ("low", "medium", "high")
COVERAGE_FLOOR, DOMAIN_FLOOR = Fraction(4, 5), Fraction(19, 20)
STRICTER_SECTIONS = ("2.2.3", "2.2.5", "2.3.1", "2.4.1")
STRICTER_DOMAINS = ("2.5", "2.6")
"""Where the shipped targets expect level 4 of a high risk profile."""


@dataclass(frozen=True)
class Practice:
    """A practice of the checklist.

    Attributes:
        sections: its section and those around it.
        applies_if: its condition on profile flags; empty without one.
    """

    id: str
    domain: str
    sections: tuple[str, ...]
    tier: str
    legal: bool
    weight: int
    applies_if: Mapping[str, Sequence[str]]


def read_checklist(folder: Path = CHECKLIST) -> list[Practice]:
    """Return the practices of a checklist folder, in its order."""
    header = yaml.safe_load((folder / "checklist.yaml").read_text("utf-8"))
    return [
        practice
        for name in header["domains"]
        for practice in _domain(yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8")))
    ]


def _domain(document: Mapping[str, Any]) -> Iterator[Practice]:
    ids = [section["id"] for section in document.get("sections", ())]
    for entry in document.get("practices", ()):
        yield _practice(entry, document["domain"], ())
    for section in document.get("sections", ()):
        around = tuple(id_ for id_ in ids if f"{section['id']}.".startswith(f"{id_}."))
        for entry in section["practices"]:
            yield _practice(entry, document["domain"], around)


def _practice(entry: Mapping[str, Any], domain: str, sections: tuple[str, ...]) -> Practice:
    return Practice(
        entry["id"],
        domain,
        sections,
        entry["tier"],
        entry.get("legal", False),
        entry.get("weight", 1),
        entry.get("applies_if", {}),
    )


def holds(condition: Mapping[str, Sequence[str]], flags: Mapping[str, bool]) -> bool:
    """Return whether a practice with a condition is in scope.

    It is out of scope only where the stated flags make the condition false however the unstated
    ones turn out.
    """
    names = {flag for part in condition.values() for flag in part}
    unstated = sorted(names - flags.keys())
    return any(
        _holds(condition, {**flags, **dict(zip(unstated, values, strict=True))})
        for values in product((False, True), repeat=len(unstated))
    )


def _holds(condition: Mapping[str, Sequence[str]], flags: Mapping[str, bool]) -> bool:
    parts = {name: [flags[flag] for flag in part] for name, part in condition.items()}
    return (
        ("any" not in parts or any(parts["any"]))
        and ("all" not in parts or all(parts["all"]))
        and not any(parts.get("none", ()))
    )


@dataclass(frozen=True)
class Answered:
    """What an institution's answers come to.

    Attributes:
        status: by practice.
        levels: of the answered practices.
        treated: practices with a valid treatment, with its kind.
        risk: the risk profile.
    """

    practices: Sequence[Practice]
    status: Mapping[str, str]
    levels: Mapping[str, int]
    treated: Mapping[str, str]
    risk: str

    @cached_property
    def counted(self) -> list[Practice]:
        """The practices that are answered or unanswered."""
        return [
            practice
            for practice in self.practices
            if self.status[practice.id] in ("answered", "unanswered")
        ]

    def corrected(self, levels: Mapping[str, int]) -> "Answered":
        """Return the same with corrected levels."""
        status = {**self.status, **dict.fromkeys(levels, "answered")}
        return replace(self, status=status, levels={**self.levels, **levels})

    def value(self, practice: Practice) -> int:
        """Return the level of a counted practice, 0 when it is unanswered."""
        return self.levels.get(practice.id, 0)

    def _score(self, practices: Iterable[Practice]) -> Fraction | None:
        scored = [practice for practice in practices if practice.tier == "basic"]
        weight = sum(practice.weight for practice in scored)
        total = sum(practice.weight * self.value(practice) for practice in scored)
        return Fraction(total, weight) if weight else None

    def _inside(self, name: str) -> list[Practice]:
        return [item for item in self.counted if name == item.domain or name in item.sections]

    @cached_property
    def domains(self) -> dict[str, Fraction | None]:
        """The score of each domain."""
        names = dict.fromkeys(practice.domain for practice in self.practices)
        return {name: self._score(self._inside(name)) for name in names}

    @cached_property
    def sections(self) -> dict[str, Fraction | None]:
        """The score of each section, those below it included."""
        names = dict.fromkeys(name for practice in self.practices for name in practice.sections)
        return {name: self._score(self._inside(name)) for name in names}

    @cached_property
    def overall(self) -> Fraction | None:
        """The mean of the domains that have a score."""
        scores = [score for score in self.domains.values() if score is not None]
        return sum(scores, Fraction(0)) / len(scores) if scores else None

    def tier(self, tier: str) -> Fraction | None:
        """Return the plain mean over a tier's counted practices."""
        values = [self.value(practice) for practice in self.counted if practice.tier == tier]
        return Fraction(sum(values), len(values)) if values else None

    @cached_property
    def basics(self) -> list[Practice]:
        """The counted basic practices."""
        return [practice for practice in self.counted if practice.tier == "basic"]

    @cached_property
    def below_in_place(self) -> int | None:
        """How many counted basic practices are below level 3."""
        if not self.basics:
            return None
        return sum(self.value(practice) < IN_PLACE for practice in self.basics)

    def target(self, practice: Practice) -> int | None:
        """Return the level that the shipped targets expect, None where they expect none."""
        is_adopted = self.status[practice.id] == "answered"
        if practice.tier == "desirable" and (self.risk == "low" or not is_adopted):
            return IN_PLACE if practice.legal else None
        is_stricter = practice.domain in STRICTER_DOMAINS or any(
            section in STRICTER_SECTIONS for section in practice.sections
        )
        return 4 if self.risk == "high" and practice.tier == "basic" and is_stricter else IN_PLACE

    @cached_property
    def below_target(self) -> tuple[int, int, int]:
        """Basic practices below target, of how many, and those of them with an accepted risk."""
        below = [
            practice
            for practice in self.basics
            if self.value(practice) < (self.target(practice) or 0)
            and self.treated.get(practice.id) != "alternative"
        ]
        accepted = sum(self.treated.get(practice.id) == "accepted" for practice in below)
        return len(below), len(self.basics), accepted

    def lowest(self, name: str | None = None) -> int | None:
        """Return the lowest level of a domain or section, or of the whole."""
        basics = (
            self.basics if name is None else [p for p in self.basics if p in self._inside(name)]
        )
        if not basics or any(self.status[practice.id] == "unanswered" for practice in basics):
            return None
        return min(self.value(practice) for practice in basics)

    def coverage(self, domain: str | None = None) -> Fraction | None:
        """Return the share of the practices in scope that are not unanswered."""
        statuses = [
            self.status[practice.id]
            for practice in self.practices
            if domain in (None, practice.domain) and self.status[practice.id] != "out_of_scope"
        ]
        unanswered = statuses.count("unanswered")
        return Fraction(len(statuses) - unanswered, len(statuses)) if statuses else None


def assess(practices: Sequence[Practice], filled: Mapping[str, Any], as_of: date) -> Answered:
    """Return what the answers of an institution come to.

    Args:
        practices: of the checklist.
        filled: its form as it was filled in, in the format of an answers file.
        as_of: the evaluation date.
    """
    answers, institution = filled["answers"], filled["institution"]
    flags = {
        flag: stated if isinstance(stated, bool) else stated["value"]
        for flag, stated in institution.get("profile", {}).items()
    }
    status: dict[str, str] = {}
    levels: dict[str, int] = {}
    treated: dict[str, str] = {}
    for practice in practices:
        answer = answers.get(practice.id) or {}
        status[practice.id] = _status(practice, answer, flags)
        if status[practice.id] == "answered":
            levels[practice.id] = answer["level"]
        is_counted = status[practice.id] in ("answered", "unanswered")
        if is_counted and _is_valid(answer, practice, filled, as_of):
            treated[practice.id] = answer["treatment"]["kind"]
    return Answered(practices, status, levels, treated, _risk(institution.get("risk", {})))


def _status(practice: Practice, answer: Mapping[str, Any], flags: Mapping[str, bool]) -> str:
    if practice.applies_if and not holds(practice.applies_if, flags):
        return "out_of_scope"
    if answer.get("na"):
        return "not_applicable"
    if answer.get("not_adopted"):
        return "not_adopted"
    return "answered" if answer.get("level") is not None else "unanswered"


def _is_valid(
    answer: Mapping[str, Any], practice: Practice, filled: Mapping[str, Any], as_of: date
) -> bool:
    treatment = answer.get("treatment")
    if not treatment or practice.legal:
        return False
    respondents = {filled.get("approval", {}).get("respondent"), answer.get("by")}
    is_current = treatment["approved_on"] <= as_of.isoformat() <= treatment["review_by"]
    return is_current and treatment["approved_by"] not in respondents


def _risk(risk: Mapping[str, Any]) -> str:
    if risk.get("override"):
        return str(risk["override"]["level"])
    stated = [risk.get("factors", {}).get(factor) for factor in KEY_FACTORS]
    known = [RISKS.index(level) for level in stated if level is not None]
    least = 1 if None in stated else 0
    return RISKS[max([least, *known])]


def rounded(value: Fraction, digits: int) -> float:
    """Return a figure as it is displayed: rounded once, half up."""
    scale = 10**digits
    return float(int((value * scale * 2 + 1) // 2) / scale)


def quantile(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """Return a quantile of type 7 (linear between the two nearest ranks)."""
    ordered = sorted(values)
    rank = (len(ordered) - 1) * share
    below = int(rank)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (rank - below)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the arithmetic mean."""
    return sum(values, Fraction(0)) / len(values)


def deviation(values: Sequence[Fraction]) -> float:
    """Return the standard deviation, divided by n, to one decimal."""
    centre = mean(values)
    variance = mean([(value - centre) ** 2 for value in values])
    return (isqrt(int(variance * 400)) + 1) // 2 / 10


def score_cell(values: Sequence[Fraction]) -> dict[str, float]:
    """Return what is published of a score of that many institutions."""
    cell = {"n": len(values), "mean": rounded(mean(values), 1)}
    if len(values) >= 10:
        cell["median"] = rounded(quantile(values, Fraction(1, 2)), 1)
    if len(values) >= 20:
        shares = {"p10": 10, "q1": 25, "q3": 75, "p90": 90}
        cell |= {
            name: rounded(quantile(values, Fraction(share, 100)), 1)
            for name, share in shares.items()
        }
    if len(values) >= 30:
        cell["sd"] = deviation(values)
    return cell


def count_cell(values: Sequence[Fraction]) -> dict[str, float]:
    """Return what is published of a count of that many institutions."""
    cell = score_cell(values)
    return {name: cell[name] for name in ("n", "mean", "median", "q1", "q3") if name in cell}


def share_cell(classes: Sequence[str]) -> dict[str, Any]:
    """Return the shares of the answers to a practice, in whole per cent."""
    n = len(classes)
    counts = {name: classes.count(name) for name in dict.fromkeys(classes)}
    for name, count in counts.items():
        if Fraction(count, n) >= Fraction(95, 100):
            return {"n": n, "shares": {name: 95}, "blurred": name}
    shares = {name: (200 * count + n) // (2 * n) for name, count in counts.items()}
    return {"n": n, "shares": {name: share for name, share in shares.items() if share}}
