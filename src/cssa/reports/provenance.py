"""Where the figures come from: what the institution stated of itself, and what it was judged by."""

from collections.abc import Iterator
from dataclasses import dataclass

from cssa.answers.submission import Institution
from cssa.checklist.model import Checklist
from cssa.datafile.types import Text
from cssa.engine.result import Result
from cssa.reports.phrases import Phrase
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that an institution states of itself, with its reason."""

    question: Text
    value: Phrase
    reason: str | None


@dataclass(frozen=True, slots=True)
class ProvenanceLine:
    """One line of where a document comes from."""

    name: Phrase
    value: Text | Phrase | str


def facts(institution: Institution, questions: ProfileQuestions) -> Iterator[StatedFact]:
    """Yield the risk factors and flags in the order of the questions, the unstated ones too."""
    for factor in questions.factors:
        level = institution.risk.factors.get(factor.id)
        yield StatedFact(
            factor.title, Phrase(f"risk.{level}" if level else "report.not_stated"), None
        )
    for flag in questions.flags:
        stated = institution.profile.get(flag.id)
        code = "not_stated" if stated is None else "yes" if stated.value else "no"
        reason = None if stated is None else stated.reason
        yield StatedFact(flag.question, Phrase(f"report.{code}"), reason)


def sources(
    result: Result, checklist: Checklist, scheme: Scheme, targets: Targets
) -> Iterator[ProvenanceLine]:
    """Yield what a reader needs to make the same figures again."""
    profile, institution = result.risk_profile, result.institution
    risk = {"risk": Phrase(f"risk.{profile.level}"), "basis": Phrase(f"basis.{profile.basis}")}
    version = {"version": result.checklist.version, "revision": result.checklist.revision}
    rows: dict[str, Text | Phrase | str | None] = {
        "institution": f"{institution.name} ({institution.id})",
        "as_of": str(result.as_of),
        "assessed_on": str(result.assessed_on or "") or Phrase("report.not_stated"),
        "checklist": checklist.title,
        "edition": Phrase("report.method.version", version),
        "origin": None if checklist.source is None else checklist.source.title,
        "scheme": scheme.title,
        "targets": targets.title,
        "risk": Phrase("report.method.risk_value", risk),
        "overall": result.overall.exact or Phrase("figure.none"),
        "fingerprint": result.checklist.fingerprint,
        "content": result.checklist.content,
        "scheme_content": result.scheme.content,
        "target_content": result.target.content,
    }
    for name, value in rows.items():
        if value is not None:
            yield ProvenanceLine(Phrase(f"report.method.{name}"), value)
