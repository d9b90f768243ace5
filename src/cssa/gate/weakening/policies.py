"""How a policy can demand less: rules, editions, waivers, approval."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cssa.gate.conditions.registry import CONDITIONS
from cssa.gate.policy import Policy, PolicyRule
from cssa.gate.weakening.kind import ComparedFile, Weakening, WeakeningKind, register

_File = ComparedFile[Policy]


def _on(rule: PolicyRule) -> str:
    """Return the scope of a rule as a policy writes it."""
    if isinstance(rule.on, str):
        return rule.on
    ((kind, name),) = rule.on.model_dump(exclude_none=True).items()
    return f"{kind}: {name}"


def _rules(file: _File) -> dict[str, tuple[int, PolicyRule]]:
    return {rule.id: (index, rule) for index, rule in enumerate(file.content.rules)}


def _is_covered(name: str, rule: PolicyRule, new: _File) -> bool:
    """Return whether some rule on the same scope still demands as much."""
    return any(
        other.on == rule.on
        and name in other.conditions
        and not CONDITIONS[name].is_weaker(
            other.conditions[name], rule.conditions[name], other.conditions, rule.conditions
        )
        for other in new.content.rules
    )


def _lost(old: _File, new: _File) -> Iterator[tuple[int, PolicyRule, list[str]]]:
    """Yield the rules of which conditions are no longer demanded as much, with these."""
    for index, rule in enumerate(old.content.rules):
        names = [name for name in rule.conditions if not _is_covered(name, rule, new)]
        if names:
            yield index, rule, names


class _PolicyKind(WeakeningKind[Policy]):
    """A kind found in policies."""

    content = Policy


@register
class RuleGone(_PolicyKind):
    """A rule that is gone, and no other demands as much."""

    name = "rule_gone"
    words = (
        "ルール「{subject}」が削除されました（{before}）。",
        'Rule "{subject}" was removed ({before}).',
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the rules that are gone."""
        kept = _rules(new)
        for index, rule, names in _lost(old, new):
            if rule.id not in kept:
                yield self.at(old.place("rules", index), rule.id, ", ".join(names))


@register
class ScopeOther(_PolicyKind):
    """A rule on another scope than before."""

    name = "scope_other"
    words = (
        "ルール「{subject}」の対象が{before}から{after}に変わりました。",
        'Rule "{subject}" now applies to {after} instead of {before}.',
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the rules on another scope."""
        kept = _rules(new)
        for _, rule, _ in _lost(old, new):
            if rule.id in kept and kept[rule.id][1].on != rule.on:
                index, now = kept[rule.id]
                yield self.at(new.place("rules", index, "on"), rule.id, _on(rule), _on(now))


class _ConditionKind(_PolicyKind):
    """A kind found in a condition of a rule that stays on its scope."""

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the conditions that demand less."""
        kept = _rules(new)
        for _, rule, names in _lost(old, new):
            index, now = kept.get(rule.id, (0, rule))
            if rule.id not in kept or now.on != rule.on:
                continue
            for name in names:
                before, after = rule.conditions[name], now.conditions.get(name)
                yield from self._condition(new, (index, name), rule.id, (before, after))

    def _condition(
        self, new: _File, where: tuple[int, str], rule: str, values: tuple[Any, Any]
    ) -> Iterator[Weakening]:
        raise NotImplementedError


@register
class ConditionGone(_ConditionKind):
    """A condition that its rule no longer sets, or a flag of it that is off."""

    name = "condition_gone"
    words = (
        "ルール「{subject}」の条件が削除されました（以前は{before}）。",
        'A condition was removed from rule "{subject}" (before: {before}).',
    )

    def _condition(
        self, new: _File, where: tuple[int, str], rule: str, values: tuple[Any, Any]
    ) -> Iterator[Weakening]:
        (index, name), (before, after) = where, values
        if after is None:
            written = CONDITIONS[name].value.written(before)
            yield self.at(new.place("rules", index), rule, f"{name}: {written}")


@register
class ValueWeaker(_ConditionKind):
    """A condition with a value that demands less."""

    name = "value_weaker"
    words = (
        "ルール「{subject}」の条件が緩くなりました（{before}から{after}へ）。",
        'Rule "{subject}" demands less (from {before} to {after}).',
    )

    def _condition(
        self, new: _File, where: tuple[int, str], rule: str, values: tuple[Any, Any]
    ) -> Iterator[Weakening]:
        (index, name), (before, after) = where, values
        if after is not None:
            texts = [
                f"{name}: {CONDITIONS[name].value.written(value)}" for value in (before, after)
            ]
            yield self.at(new.place("rules", index, name), rule, *texts)


@register
class EditionsWider(_PolicyKind):
    """More editions of checklists that answers may be of."""

    name = "editions_wider"
    words = (
        "認められる点検票の版が増えました（{subject}）。",
        "More versions of checklists are allowed ({subject}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the editions that are allowed now, and were not."""
        before, after = old.content.allowed_editions, new.content.allowed_editions
        for index, edition in enumerate(after if before else ()):
            if edition not in before:
                yield self.at(new.place("editions", index), edition, None, edition)


@register
class EditionsUnlimited(_PolicyKind):
    """Answers may be of any edition."""

    name = "editions_unlimited"
    words = (
        "使用できる点検票の版の限定がなくなりました（以前は{before}）。",
        "Any version of a checklist is now allowed (before: {before}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield that there is no limit any more."""
        before = old.content.allowed_editions
        if before and not new.content.allowed_editions:
            yield self.at(old.place("editions"), "editions", ", ".join(before))


def _expiries(file: _File) -> dict[str, tuple[int, date]]:
    """Return by subject the waiver that ends last."""
    last: dict[str, tuple[int, date]] = {}
    for index, waiver in enumerate(file.content.waivers):
        if waiver.subject not in last or last[waiver.subject][1] < waiver.expires:
            last[waiver.subject] = index, waiver.expires
    return last


@register
class WaiverNew(_PolicyKind):
    """A waiver that there was not."""

    name = "waiver_new"
    words = (
        "例外的な取扱いが追加されました（{subject}、{after}まで）。",
        "A waiver was added ({subject}, until {after}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the waivers that are new."""
        known = _expiries(old)
        for subject, (index, expires) in _expiries(new).items():
            if subject not in known:
                yield self.at(new.place("waivers", index), subject, None, expires)


@register
class WaiverLonger(_PolicyKind):
    """A waiver that lasts longer."""

    name = "waiver_longer"
    words = (
        "例外的な取扱いの期限が延長されました（{subject}、{before}から{after}へ）。",
        "A waiver was extended ({subject}, from {before} to {after}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield the waivers that last longer."""
        known = _expiries(old)
        for subject, (index, expires) in _expiries(new).items():
            if subject in known and expires > known[subject][1]:
                place = new.place("waivers", index, "expires")
                yield self.at(place, subject, known[subject][1], expires)


@register
class ApprovalGone(_PolicyKind):
    """An approval that the policy no longer states."""

    name = "approval_gone"
    words = (
        "社内基準の承認の記載が削除されました（{subject}：{before}）。",
        "The policy no longer states its approval ({subject}: {before}).",
    )

    def find(self, old: _File, new: _File) -> Iterator[Weakening]:
        """Yield what is no longer stated of the approval."""
        for name in ("approved_by", "approved_on", "approved_content"):
            before = getattr(old.content, name)
            if before is not None and getattr(new.content, name) is None:
                yield self.at(old.place(name), name, before)
