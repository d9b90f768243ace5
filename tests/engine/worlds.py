"""Worlds to score: everything that an assessment needs, as plain data that is quick to write."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.model import Checklist
from cssa.datafile.typed_json import content_hash
from cssa.engine.result import (
    Coverage,
    DomainResult,
    Figure,
    Gap,
    PracticeResult,
    Result,
    SectionResult,
)
from cssa.engine.scoring import Criteria, score_submission
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets
from cssa.scheme.threats import Threats

from .oracle import compute_figures, lowest_terms

Plain = dict[str, Any]

AS_OF = date(2026, 11, 20)
WORDS = {"ja": "語", "en": "word"}
FLAGS = ("f1", "f2", "f3", "f4")
RISKS = ("low", "medium", "high")


def day(offset: int) -> str:
    """Return a date so many days from the as-of date."""
    return (AS_OF + timedelta(days=offset)).isoformat()


def treatment(review_in: int = 100, kind: str = "alternative", **more: str) -> Plain:
    """Return an approved treatment whose review is due in so many days."""
    return {
        "kind": kind,
        "measure": "the remote access is watched by hand",
        "approved_by": "Risk committee",
        "approved_on": day(min(-250, review_in - 300)),
        "review_by": day(review_in),
        **more,
    }


VALID, EXPIRED = treatment(), treatment(-1)
ACCEPTED = treatment(kind="accepted")
NA: Plain = {"na": True, "reason": "r"}
NOT_ADOPTED: Plain = {"not_adopted": True, "reason": "r"}
NOTE: Plain = {"note": "to be looked at"}


def treated(level: int | None, how: Plain = VALID) -> Plain:
    """Return an answer with a treatment."""
    return {"treatment": how} | ({} if level is None else {"level": level})


def basic(practice_id: str, **more: Any) -> Plain:
    """Return a basic practice asked by level."""
    practice = {
        "id": practice_id,
        "tier": "basic",
        "title": WORDS,
        "question": WORDS,
        "owner": "it",
    }
    if more.get("kind", "level") == "level":
        practice["scale"] = "technical"
    return practice | more


def desirable(practice_id: str, **more: Any) -> Plain:
    """Return a desirable practice asked by level."""
    return basic(practice_id, tier="desirable", **more)


def options(*levels: int | None, exclusive: Sequence[int] = ()) -> list[Plain]:
    """Return options o0, o1 … with their levels."""
    return [
        {"id": f"o{n}", **WORDS}
        | ({} if level is None else {"level": level})
        | ({"exclusive": True} if n in exclusive else {})
        for n, level in enumerate(levels)
    ]


def rows(count: int) -> list[Plain]:
    """Return the rows r0, r1 … of a matrix."""
    return [{"id": f"r{n}", **WORDS} for n in range(count)]


def checklist_of(*practices: Plain, sections: Sequence[str] = (), depth: int = 1) -> Plain:
    """Return a checklist whose practices stand where their ids say.

    Args:
        practices: in order; ``1-1`` stands under domain 1, ``1.2.3-1`` in section 1.2.3.
        sections: further sections, without practices of their own.
        depth: how many parts of an id name its domain.
    """
    domains: dict[str, Plain] = {}
    for place in [*sections, *(practice["id"].rpartition("-")[0] for practice in practices)]:
        name = ".".join(place.split(".")[:depth])
        domain = domains.setdefault(
            name, {"domain": name, "title": WORDS, "practices": [], "sections": []}
        )
        known = [section["id"] for section in domain["sections"]]
        if place not in (name, *known):
            domain["sections"].append({"id": place, "title": WORDS, "practices": []})
    for practice in practices:
        place = practice["id"].rpartition("-")[0]
        domain = domains[".".join(place.split(".")[:depth])]
        home = [domain, *domain["sections"]]
        next(part for part in home if place in (part.get("id"), part.get("domain")))[
            "practices"
        ].append(practice)
    return {
        "id": "small",
        "version": "1",
        "revision": 1,
        "title": WORDS,
        "domains": list(domains.values()),
    }


def all_practices(checklist: Plain) -> list[Plain]:
    """Return every practice of a checklist, in order."""
    return [
        practice
        for domain in checklist["domains"]
        for place in (domain, *domain.get("sections", ()))
        for practice in place.get("practices", ())
    ]


def bands_from(*bounds: float) -> list[Plain]:
    """Return bands b0, b1 … that begin at the bounds."""
    return [{"id": f"b{n}", "from": bound, "title": WORDS} for n, bound in enumerate(bounds)]


def scheme_of(
    tiers: Mapping[str, int],
    domains: Mapping[str, int] | None = None,
    bounds: Sequence[float] = (0, 1, 2, 3, 4),
) -> Plain:
    """Return a scheme with these weights."""
    return {
        "schema": "cssa.scheme/1",
        "id": "s",
        "title": WORDS,
        "description": WORDS,
        "tiers": dict(tiers),
        "domains": dict(domains or {}),
        "bands": bands_from(*bounds),
    }


def rule(level: int, **on: Any) -> Plain:
    """Return a target rule."""
    return {"on": on, "level": level}


def targets_of(*rules: Plain, **by_risk: Sequence[Plain]) -> Plain:
    """Return targets: the same rules for every risk profile, but where a profile has its own."""
    profiles = {risk: list(by_risk.get(risk, rules)) for risk in RISKS}
    return {"schema": "cssa.targets/1", "id": "t", "title": WORDS, "profiles": profiles}


def questions() -> Plain:
    """Return profile questions: four flags, and three risk factors of which two are key."""
    return {
        "schema": "cssa.profile/1",
        "flags": [{"id": flag, "title": WORDS, "question": WORDS, "why": WORDS} for flag in FLAGS],
        "factors": [
            {"id": name, "title": WORDS, "key": key, "levels": dict.fromkeys(RISKS, WORDS)}
            for name, key in (("k1", True), ("k2", True), ("n1", False))
        ],
    }


THREATS: Plain = {
    "schema": "cssa.threats/1",
    "threats": [
        {"id": "t1", "title": WORDS, "factors": ["k1"]},
        {"id": "t2", "title": WORDS, "factors": ["k2", "n1"]},
        {"id": "t3", "title": WORDS},
    ],
}

BASIC_ONLY = scheme_of({"basic": 1})
BOTH_TIERS = scheme_of({"basic": 2, "desirable": 1})
MEDIUM = targets_of(rule(3, tier="basic"), rule(3, tier="desirable", adopted=True))


@dataclass(frozen=True)
class World:
    """One assessment as plain data, as its files would hold it."""

    checklist: Plain
    answers: Plain
    profile: Plain = field(default_factory=dict)
    risk: Plain = field(default_factory=dict)
    scheme: Plain = field(default_factory=lambda: BASIC_ONLY)
    targets: Plain = field(default_factory=lambda: MEDIUM)
    questions: Plain = field(default_factory=questions)
    institution: Plain = field(default_factory=dict)
    about: Plain = field(default_factory=dict)
    as_of: date = AS_OF
    edition: Edition | None = None

    @property
    def submission(self) -> Plain:
        """The answers file."""
        reference = {"id": self.checklist["id"], "version": self.checklist["version"]}
        institution = {
            "id": "inst-1",
            "name": "N",
            "sector": "regional_bank",
            "profile": self.profile,
            "risk": self.risk,
        }
        return {
            "schema": "cssa.answers/1",
            "checklist": reference,
            "institution": institution | self.institution,
            "answers": self.answers,
            **self.about,
        }

    @property
    def criteria(self) -> Criteria:
        """What it is scored by."""
        return Criteria(
            scheme=Scheme.model_validate(self.scheme),
            targets=Targets.model_validate(self.targets),
            profile=ProfileQuestions.model_validate(self.questions),
            threats=Threats.model_validate(THREATS),
        )

    def answering(self, answers: Mapping[str, Any]) -> "World":
        """Return the world with some answers replaced."""
        return replace(self, answers={**self.answers, **answers})

    def expected(self) -> Plain:
        """Return the figures of the independent computation."""
        return compute_figures(
            self.checklist,
            self.submission,
            self.scheme,
            self.targets,
            self.questions,
            THREATS,
            self.as_of,
        )

    def assessed(self) -> Result:
        """Return the engine's result."""
        edition = self.edition or edition_of(self.checklist)
        submission = Submission.model_validate(self.submission)
        return score_submission(edition, submission, self.criteria, as_of=self.as_of)


def edition_of(checklist: Plain) -> Edition:
    """Return a checklist as the engine takes it."""
    model = Checklist.model_validate(checklist)
    return Edition(checklist=model, fingerprint=fingerprint(model), content=content_hash(model))


def mixture(parts: int, of: int) -> World:
    """Return a world of single-practice domains where ``parts/of`` of the weight is at 2, not 3."""
    weights: list[int] = []
    for total in (parts, of - parts):
        weights += [1000] * (total // 1000) + [total % 1000] * bool(total % 1000)
    low = -(-parts // 1000)
    names = range(1, len(weights) + 1)
    checklist = checklist_of(*(basic(f"{n}-1") for n in names))
    answers = {f"{n}-1": 2 if n <= low else 3 for n in names}
    by_domain = {str(n): weight for n, weight in zip(names, weights, strict=True)}
    return World(checklist, answers, scheme=scheme_of({"basic": 1}, by_domain))


# --- a result, in the shape of the independent computation -------------------------------------


def measured(result: Result) -> Plain:
    """Return every figure of a result in the shape of ``World.expected``."""
    overall = result.overall
    return {
        "risk": astuple(result.risk_profile),
        "provisional": result.provisional,
        "overall": _common(overall)
        | {"rateable": overall.rateable, "band": overall.band, "treated": overall.treated},
        "tiers": {
            "basic": _figure(result.tiers.basic)
            | {"coverage": _coverage(result.tiers.basic.coverage)},
            "desirable": _figure(result.tiers.desirable)
            | {
                "coverage": _coverage(result.tiers.desirable.coverage),
                "adopted": result.tiers.desirable.adopted,
            },
        },
        "domains": {
            domain.id: _common(domain)
            | {
                "rateable": domain.rateable,
                "band": domain.band,
                "weight": domain.weight,
                "contribution": lowest_terms(domain.contribution),
            }
            for domain in result.domains
        },
        "sections": {section.id: _common(section) for section in result.sections},
        "practices": {p.id: _practice(p) for domain in result.domains for p in domain.practices},
        "gaps": [_gap(gap) for gap in result.gaps],
        "answer_first": [_gap(gap) for gap in result.answer_first],
    }


def _gap(gap: Gap) -> Plain:
    return {
        "practice": gap.practice,
        "gap": gap.gap,
        "gain": lowest_terms(gap.gain),
        "why": list(gap.why),
        "rank": gap.rank,
    }


def _figure(figure: Figure) -> Plain:
    return {"score": lowest_terms(figure.exact), "shown": figure.score}


def _common(figure: Any) -> Plain:
    below = astuple(figure.below_target)
    return _figure(figure) | {
        "level": figure.level,
        "level_reason": figure.level_reason,
        "below_target": below,
        "coverage": _coverage(figure.coverage),
    }


def _coverage(coverage: Coverage) -> Plain:
    return asdict(coverage)


def _practice(practice: PracticeResult) -> Plain:
    figures: Plain = {key: getattr(practice, key) for key in ("tier", "status", "level", "gap")}
    figures["contribution"] = lowest_terms(practice.contribution)
    if practice.status in ("answered", "unanswered"):
        figures |= {
            "target": practice.target,
            "treated": practice.treated,
            "weight": practice.weight,
        }
    return figures


def practices(result: Result) -> dict[str, PracticeResult]:
    """Return the practices of a result by id."""
    return {practice.id: practice for domain in result.domains for practice in domain.practices}


def domains(result: Result) -> dict[str, DomainResult]:
    """Return the domains of a result by id."""
    return {domain.id: domain for domain in result.domains}


def sections(result: Result) -> dict[str, SectionResult]:
    """Return the sections of a result by id."""
    return {section.id: section for section in result.sections}


def codes(result: Result, practice: str | None) -> list[str]:
    """Return the codes of the findings on a practice, or on the whole submission."""
    return [finding.code for finding in result.findings if finding.practice == practice]


def exact(text: str | None) -> Fraction:
    """Return a fraction of a result that must be there."""
    value = lowest_terms(text)
    assert value is not None
    return value
