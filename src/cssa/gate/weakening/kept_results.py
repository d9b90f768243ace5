"""How a saved result can demand less of later ones."""

from collections.abc import Iterator

from cssa.gate.baseline import KeptResult
from cssa.gate.weakening.kind import ComparedFile, Weakening, WeakeningKind, register

_File = ComparedFile[KeptResult]


@register
class KeptLower(WeakeningKind[KeptResult]):
    """A practice whose saved level is lower, or gone."""

    name = "kept_lower"
    content = KeptResult
    words = (
        "保存済みの結果で、対応事項「{subject}」の段階が下がりました（{before}から{after}へ）。",
        'The saved result has a lower level for practice "{subject}" (from {before} to {after}).',
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the practices that are lower; one without a level is lower than any."""
        for practice, before in old.content.practices.items():
            after = new.content.practices.get(practice)
            if isinstance(before, int) and (not isinstance(after, int) or after < before):
                now = "–" if after is None else after
                yield self.at(new.place("practices", practice), practice, before, now)


@register
class KeptOther(WeakeningKind[KeptResult]):
    """A saved result of another institution, checklist or scheme."""

    name = "kept_other"
    content = KeptResult
    words = (
        "保存済みの結果の{subject}が変わりました（{before}から{after}へ）。",
        "The saved result has another {subject} ({after} instead of {before}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield what it is of now."""
        for name in ("institution", "checklist", "scheme"):
            before, after = (_id(getattr(file.content, name)) for file in (old, new))
            if before != after:
                yield self.at(new.place(name), name, before, after)


def _id(value: object) -> str:
    return str(getattr(value, "id", value))
