"""Where the figures come from: what the institution stated of itself, and the criteria applied."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import Institution
from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.engine.result import Result
from cssa.messages.wording import Word, day_word
from cssa.reports.phrases import Phrase, risk_basis
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that an institution states of itself, with its reason."""

    question: AnyText
    value: Phrase
    reason: str | None


@dataclass(frozen=True, slots=True)
class ProvenanceLine:
    """One line of where a document comes from."""

    name: Phrase
    value: AnyText | Phrase | Word | str

    @property
    def is_hash(self) -> bool:
        """Whether it is a long digest, which a page may shorten."""
        return isinstance(self.value, str) and self.value.startswith("sha256:")


def stated_facts(institution: Institution, questions: ProfileQuestions) -> Iterator[StatedFact]:
    """Yield the risk factors and flags in the order of the questions, those not stated too.

    Args:
        institution: as the answers describe it.
        questions: what is asked of the institution's profile.
    """
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


def provenance_lines(
    result: Result,
    checklist: Checklist,
    scheme: Scheme,
    targets: Targets,
    base_date: date | None = None,
) -> Iterator[ProvenanceLine]:
    """Yield what a reader needs to compute the same figures again.

    Args:
        result: the figures.
        checklist: the checklist answered.
        scheme: the scheme applied.
        targets: the targets applied.
        base_date: of the campaign, where it states one.
    """
    profile, institution = result.risk_profile, result.institution
    risk = {"risk": Phrase(f"risk.{profile.level}"), "basis": risk_basis(profile)}
    version = {"version": result.checklist.version, "revision": result.checklist.revision}
    scored, aimed = result.scored, result.sets_targets
    named = {"name": institution.name, "id": institution.id}
    assessed_on = result.assessed_on
    values: dict[str, AnyText | Phrase | Word | str | None] = {
        "institution": Phrase("report.method.institution_named", named),
        "base_date": None if base_date is None else day_word(base_date),
        "as_of": day_word(result.as_of),
        "assessed_on": day_word(assessed_on) if assessed_on else Phrase("report.not_stated"),
        "checklist": checklist.title,
        "edition": Phrase("report.method.version", version),
        "origin": None if checklist.source is None else checklist.source.title,
        "scheme": scheme.title if scored else None,
        "targets": targets.title if aimed else None,
        "risk": Phrase("report.method.risk_value", risk) if profile.counts else None,
        "overall": (result.overall.exact or Phrase("figure.none")) if scored else None,
        "fingerprint": result.checklist.fingerprint,
        "content": result.checklist.content,
        "scheme_content": result.scheme.content if scored else None,
        "target_content": result.target.content if aimed else None,
    }
    for name, value in values.items():
        if value is not None:
            yield ProvenanceLine(Phrase(f"report.method.{name}"), value)
