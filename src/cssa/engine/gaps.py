"""The practices below target, ranked by what to work on first, and those to answer first."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import lcm
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.engine.aggregate import exact_quotient
from cssa.engine.result import Gap
from cssa.engine.status import AssessedPractice

_EFFORT_ORDER = {"s": 0, "m": 1, "l": 2}
_SEVERE_IMPACT, _SEVERE_UP_TO = 3, Fraction(1, 5)
"""A practice of this impact goes before others up to this share of its scale: level 1 of 5."""
_DEFAULT_IMPACT = 1
"""Impact of a practice for which the checklist states none: gaps count as they are."""


@cache
def severe_up_to(scale: LevelScale) -> int:
    """Return the highest level at which a practice of the highest impact goes before others."""
    return max(value for value in scale.values if scale.share(value) <= _SEVERE_UP_TO)


class RankedGaps(NamedTuple):
    """What to work on, and what to answer.

    Attributes:
        gaps: answered practices below their target, by rank.
        answer_first: unanswered practices that are certain to be asked, by a rank of their own.
    """

    gaps: tuple[Gap, ...]
    answer_first: tuple[Gap, ...]


def rank_gaps(
    practices: Sequence[AssessedPractice],
    weighing_more: Collection[str],
    unit_gains: Mapping[str, Fraction],
) -> RankedGaps:
    """Return the gaps in order of rank (docs/scoring.md, rule 9).

    Args:
        practices: every practice, in checklist order.
        weighing_more: ids of the threats that weigh more for the institution.
        unit_gains: by domain, what one level more of a practice of weight 1 adds to the overall
            score; domains without a score are absent.
    """
    ranking = _Ranking(frozenset(weighing_more), unit_gains)
    return RankedGaps(
        ranking.ranked([item for item in practices if item.gap and item.status == "answered"]),
        ranking.ranked([item for item in practices if item.status == "unanswered" and item.asked]),
    )


class _Ranking(NamedTuple):
    """Ranks practices for one institution."""

    weighing_more: frozenset[str]
    unit_gains: Mapping[str, Fraction]

    def ranked(self, practices: Sequence[AssessedPractice]) -> tuple[Gap, ...]:
        """Return practices as gaps; those that are equal in everything stay in their order."""
        # whole numbers over one denominator: fractions are slow to multiply and to compare
        denominator = lcm(*(gain.denominator for gain in self.unit_gains.values()))
        gains = [self._gain(assessed, denominator) for assessed in practices]
        in_order = sorted(
            zip(practices, gains, strict=True), key=lambda pair: self._key(pair[0], pair[1])
        )
        return tuple(
            Gap(
                practice=assessed.practice.id,
                gap=assessed.gap or 0,
                rank=rank,
                gain=exact_quotient(gain, denominator),
                why=self._why(assessed, has_gain=gain > 0),
            )
            for rank, (assessed, gain) in enumerate(in_order, 1)
        )

    def _gain(self, assessed: AssessedPractice, denominator: int) -> int:
        unit = self.unit_gains.get(assessed.placed.domain.id)
        if unit is None or not assessed.gap:
            return 0
        return unit.numerator * (denominator // unit.denominator) * assessed.weight * assessed.gap

    def _key(self, assessed: AssessedPractice, gain: int) -> tuple[float, ...]:
        priority = assessed.answer.priority
        impact = assessed.practice.impact or _DEFAULT_IMPACT
        return (
            priority is None,
            priority.rank if priority else 0,
            not _is_legal_first(assessed),
            not _is_severe(assessed),
            -((assessed.gap or 0) * impact + self._weighs_more(assessed)),
            _EFFORT_ORDER[assessed.practice.effort],
            -gain,
        )

    def _weighs_more(self, assessed: AssessedPractice) -> bool:
        return not self.weighing_more.isdisjoint(assessed.practice.threats)

    def _why(self, assessed: AssessedPractice, *, has_gain: bool) -> tuple[str, ...]:
        practice = assessed.practice
        is_severe = _is_severe(assessed)
        codes = {
            "priority": assessed.answer.priority is not None,
            "legal": practice.legal,
            "severe": is_severe,
            f"impact_{practice.impact}": practice.impact is not None and not is_severe,
            "threat": self._weighs_more(assessed),
            f"effort_{practice.effort}": True,
            "gain": has_gain,
            "accepted": assessed.treated and assessed.below_target,
        }
        return tuple(code for code, applies in codes.items() if applies)


def _is_legal_first(assessed: AssessedPractice) -> bool:
    """Return whether it is a duty by law that is not done."""
    practice = assessed.practice
    return practice.legal and assessed.value < practice.level_scale.in_place


def _is_severe(assessed: AssessedPractice) -> bool:
    practice = assessed.practice
    return practice.impact == _SEVERE_IMPACT and assessed.value <= severe_up_to(
        practice.level_scale
    )
