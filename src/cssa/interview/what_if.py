"""What the figures would be with one practice at another level."""

from dataclasses import dataclass

from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.interview.session import Session
from cssa.planning.what_if import FigureChange, figure_changes, with_levels


@dataclass(frozen=True, slots=True)
class LevelEffect:
    """The figures as they are and as they would be.

    Attributes:
        level: the level that the practice would have.
        domain: those of its domain.
        overall: those of the whole.
    """

    level: int
    domain: FigureChange
    overall: FigureChange


def level_effects(session: Session, practice_id: str) -> tuple[LevelEffect, ...]:
    """Return the figures with a practice at each level that it can have, ascending.

    Args:
        session: the state of the interview.
        practice_id: a practice that is answered with a level; none come out for any other.
    """
    placed = session.edition.checklist.placed[practice_id]
    if not placed.practice.accepts("level"):
        return ()
    now = _result(session, {})
    effects = []
    for level in placed.practice.level_scale.values:
        changes = figure_changes(now, _result(session, {practice_id: level}))
        domain = next(change for change in changes if change.domain == placed.domain.id)
        effects.append(LevelEffect(level, domain, changes[-1]))
    return tuple(effects)


def _result(session: Session, levels: dict[str, int]) -> Result:
    submission = with_levels(session.submission, levels) if levels else session.submission
    return score_submission(session.edition, submission, session.criteria, as_of=session.as_of)
