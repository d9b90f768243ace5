"""What the figures would be with other levels."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cssa.answers.submission import NO_ANSWER, VALUE_FIELDS, Answer, Submission
from cssa.checklist.model import Checklist
from cssa.engine.result import DomainResult, OverallResult, Result
from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed


class LevelChange(NamedTuple):
    """A practice at another level.

    Attributes:
        before: its level; None where it has none.
    """

    practice: str
    before: int | None
    after: int


class FigureChange(NamedTuple):
    """A figure as it is and as it would be.

    Attributes:
        domain: id of the domain; None for the whole.
    """

    domain: str | None
    before: DomainResult | OverallResult
    after: DomainResult | OverallResult

    @property
    def is_changed(self) -> bool:
        """Whether score, lowest level or number below target would be another."""
        return _shown(self.before) != _shown(self.after)


def _shown(figure: DomainResult | OverallResult) -> tuple[object, ...]:
    return figure.exact, figure.level, figure.below_target.count


def read_levels(entries: Sequence[str], checklist: Checklist) -> dict[str, int]:
    """Return the levels that a command line names, by practice.

    Args:
        entries: such as ``2.6-8=3``; a practice is named by its id, or its number in the source.
        checklist: what is answered.

    Raises:
        UsageError: with every entry that names no practice, no level of it, or a practice twice.
    """
    by_number = {placed.practice.shown_id: name for name, placed in checklist.placed.items()}
    levels: dict[str, int] = {}
    problems = []
    for entry in entries:
        name, _, text = entry.partition("=")
        practice = name if name in checklist.placed else by_number.get(name)
        if practice is None:
            problems.append(Problem("what_if.unknown", {"entry": entry}))
            continue
        definition = checklist.placed[practice].practice
        values = {str(value): value for value in definition.level_scale.values}
        if not definition.accepts("level"):
            problems.append(Problem("what_if.no_level", {"practice": name}))
        elif text not in values:
            problems.append(Problem("what_if.level", {"entry": entry, "levels": listed(values)}))
        elif practice in levels:
            problems.append(Problem("what_if.twice", {"practice": name}))
        else:
            levels[practice] = values[text]
    if problems:
        raise UsageError(problems)
    return levels


def with_levels(submission: Submission, levels: Mapping[str, int]) -> Submission:
    """Return answers with other levels; what stands beside a level stays.

    Args:
        submission: the answers.
        levels: by practice; one that is not applicable or not adopted becomes answered.
    """
    none = dict.fromkeys(VALUE_FIELDS) | {"na": False, "not_adopted": False, "reason": None}
    answers: dict[str, Answer] = dict(submission.answers)
    for practice, level in levels.items():
        answer = answers.get(practice, NO_ANSWER)
        answers[practice] = answer.model_copy(update={**none, "level": level})
    return submission.model_copy(update={"answers": answers})


def level_changes(levels: Mapping[str, int], before: Result) -> tuple[LevelChange, ...]:
    """Return the changes of levels, in the order in which they were named.

    Args:
        levels: by practice.
        before: the result as it is.
    """
    stated = {practice.id: practice.level for d in before.domains for practice in d.practices}
    return tuple(LevelChange(name, stated[name], level) for name, level in levels.items())


def figure_changes(before: Result, after: Result) -> tuple[FigureChange, ...]:
    """Return the figures of every domain and of the whole, which comes last.

    Args:
        before: the result as it is.
        after: the result of the same checklist with other levels.
    """
    domains = zip(before.domains, after.domains, strict=True)
    changes = [FigureChange(old.id, old, new) for old, new in domains]
    return (*changes, FigureChange(None, before.overall, after.overall))
