"""How answers can be excused from more: treatments, profile flags, risk profile."""

from collections.abc import Iterator

from cssa.answers.submission import Submission
from cssa.gate.weakening.kind import ComparedFile, Weakening, WeakeningKind, register
from cssa.scheme.targets import RISK_LEVELS

_File = ComparedFile[Submission]


class _AnswersKind(WeakeningKind[Submission]):
    """A kind found in answers."""

    content = Submission


@register
class TreatmentNew(_AnswersKind):
    """An accepted risk or alternative measure that there was not."""

    name = "treatment_new"
    words = (
        "リスク受容・代替措置が追加されました（{subject}、見直し期限{after}）。",
        "An accepted risk or alternative measure was added ({subject}, review by {after}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the treatments that are new, or another kind than before."""
        for practice, answer in new.content.answers.items():
            before = old.content.answers.get(practice)
            known = before.treatment if before else None
            treatment = answer.treatment
            if treatment and (known is None or known.kind != treatment.kind):
                place = new.place("answers", practice, "treatment")
                yield self.at(place, practice, known and known.review_by, treatment.review_by)


@register
class TreatmentLonger(_AnswersKind):
    """An accepted risk or alternative measure that lasts longer."""

    name = "treatment_longer"
    words = (
        "リスク受容・代替措置の見直し期限が延長されました（{subject}、{before}から{after}へ）。",
        "The review date of an accepted risk or alternative measure was extended ({subject}, from {before} to {after}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the treatments that last longer."""
        for practice, answer in new.content.answers.items():
            before = old.content.answers.get(practice)
            known, treatment = (before.treatment if before else None), answer.treatment
            if treatment is None or known is None or known.kind != treatment.kind:
                continue
            if treatment.review_by > known.review_by:
                place = new.place("answers", practice, "treatment", "review_by")
                yield self.at(place, practice, known.review_by, treatment.review_by)


@register
class FlagOff(_AnswersKind):
    """A profile flag that is off now and takes practices out of scope."""

    name = "flag_off"
    words = (
        "属性「{subject}」がfalseになりました（以前は{before}）。",
        'The profile flag "{subject}" is now false (before: {before}).',
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the flags that are off and were not."""
        flags = old.content.institution.flags
        for flag, value in new.content.institution.flags.items():
            if not value and flags.get(flag) is not False:
                before = "true" if flag in flags else "–"
                place = new.place("institution", "profile", flag)
                yield self.at(place, flag, before, "false")


@register
class RiskOverridden(_AnswersKind):
    """A risk profile set by the institution that is new or lower."""

    name = "risk_override"
    words = (
        "リスクプロファイルが自機関の判断により{after}とされました（以前は{before}）。",
        "The risk profile was set to {after} by the institution's own decision (before: {before}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the decision, where it is new or lower than before."""
        known, override = (file.content.institution.risk.override for file in (old, new))
        if override is None:
            return
        rank = RISK_LEVELS.index
        if known is None or rank(override.level) < rank(known.level):
            place = new.place("institution", "risk", "override")
            before = "–" if known is None else known.level
            yield self.at(place, "override", before, override.level)
