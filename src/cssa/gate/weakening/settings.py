"""How ``cssa.yaml`` can have less checked, or checked against something else."""

from collections.abc import Iterator

from cssa.gate.settings import AssessmentSettings, Settings
from cssa.gate.weakening.kind import ComparedFile, Weakening, WeakeningKind, register

_File = ComparedFile[Settings]
_CHECKED_BY = ("checklist", "policy", "previous", "scheme", "target")


def _by_answers(file: _File) -> dict[str, tuple[int, AssessmentSettings]]:
    assessments = file.content.assessments
    return {assessment.answers: (index, assessment) for index, assessment in enumerate(assessments)}


@register
class AssessmentGone(WeakeningKind[Settings]):
    """Answers that are no longer listed."""

    name = "assessment_gone"
    content = Settings
    words = (
        "回答「{subject}」がcssa.yamlから削除されました。",
        'The answers "{subject}" are no longer listed in cssa.yaml.',
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the answers that are gone."""
        kept = _by_answers(new)
        for answers, (index, _) in _by_answers(old).items():
            if answers not in kept:
                yield self.at(old.place("assessments", index), answers, answers)


@register
class CheckedAgainstOther(WeakeningKind[Settings]):
    """Answers that are checked against something else."""

    name = "checked_against_other"
    content = Settings
    words = (
        "cssa.yamlの{subject}が変更されました（{before}から{after}へ）。",
        "{subject} in cssa.yaml was changed (from {before} to {after}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield what is another one, or gone."""
        for name in _CHECKED_BY:
            if name != "previous":
                yield from self._changed(name, name, (old.content, new.content), new, ())
        kept = _by_answers(new)
        for answers, (_, before) in _by_answers(old).items():
            if answers in kept:
                index, after = kept[answers]
                for name in _CHECKED_BY:
                    subject, place = f"{answers}: {name}", ("assessments", index)
                    yield from self._changed(name, subject, (before, after), new, place)

    def _changed(
        self,
        name: str,
        subject: str,
        states: tuple[Settings, Settings] | tuple[AssessmentSettings, AssessmentSettings],
        new: _File,
        place: tuple[str | int, ...],
    ) -> Iterator[Weakening]:
        before, after = (getattr(state, name) for state in states)
        if before != after:
            yield self.at(new.place(*place, name), subject, before or "–", after or "–")
