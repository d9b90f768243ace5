"""A roadmap by half-years: the institution's own plans, and what the cheapest set adds to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.engine.result import Result
from cssa.errors import Problem, UsageError
from cssa.planning.reach import Raisable, Task
from cssa.planning.solver import Reached, solve

Score = Callable[[Mapping[str, int]], Result]
"""Returns the result with other levels, by practice."""

_SEPTEMBER, _MARCH = (9, 30), (3, 31)


@dataclass(frozen=True, kw_only=True)
class RoadmapStep:
    """A practice to raise within a half-year.

    Attributes:
        before: its level; the lowest where it is unanswered.
        cost: points of effort.
        is_own: whether the institution plans it; else it is the program's suggestion.
        owner: who does it, by the plan.
        due: its day, by the plan.
        is_overdue: whether that day has passed.
    """

    practice: str
    before: int
    after: int
    cost: int
    is_own: bool
    owner: str | None = None
    due: date | None = None
    is_overdue: bool = False


@dataclass(frozen=True, kw_only=True)
class HalfYear:
    """Half a fiscal year.

    Attributes:
        end: its last day, in March or September.
        steps: the institution's own first, by day; then the suggestions, by rank.
        result: the figures at its end, if all that is done.
    """

    end: date
    steps: tuple[RoadmapStep, ...]
    result: Result

    @property
    def cost(self) -> int:
        """Points of effort of all steps."""
        return sum(step.cost for step in self.steps)


@dataclass(frozen=True, kw_only=True)
class Roadmap:
    """The half-years up to the goal.

    Attributes:
        start: the figures as they are.
        halves: in order.
        reached: what the solver adds to the institution's own plans.
        per_half: the most points of effort for a half-year.
    """

    start: Result
    halves: tuple[HalfYear, ...]
    reached: Reached
    per_half: int


def half_year_end(day: date) -> date:
    """Return the last day of the half fiscal year, to March or September, that a day is in."""
    ends = [date(day.year, *_MARCH), date(day.year, *_SEPTEMBER), date(day.year + 1, *_MARCH)]
    return next(end for end in ends if day <= end)


def build_roadmap(
    start: Result,
    submission: Submission,
    practices: Sequence[Raisable],
    *,
    task_of: Callable[[Result], Task],
    score: Score,
    per_half: int,
) -> Roadmap:
    """Return the roadmap.

    Own plans stand in the half-year of their day, those past it in the first. What they leave open
    of the goal is the cheapest set, by rank, as far as the effort of a half-year allows: own plans
    take theirs first.

    Args:
        start: the figures as they are.
        submission: the answers, with their plans.
        practices: what can be raised today.
        task_of: returns the goal, and what can be raised, as figures are then.
        score: returns the figures with other levels.
        per_half: the most points of effort for a half-year.

    Raises:
        InputError: where the extra that can solve it is not installed.
        UsageError: when a single level takes more than ``per_half``.
    """
    own = _own_steps(start, submission, practices)
    after_plans = score({step.practice: step.after for _, step in own})
    task = task_of(after_plans)
    reached = solve(task)
    spread = _Spread(after_plans, task, reached, own, per_half, half_year_end(start.as_of))
    levels: dict[str, int] = {}
    halves = []
    for end, steps in spread.halves():
        levels |= {step.practice: step.after for step in steps}
        halves.append(HalfYear(end=end, steps=tuple(steps), result=score(levels)))
    return Roadmap(start=start, halves=tuple(halves), reached=reached, per_half=per_half)


def _own_steps(
    start: Result, submission: Submission, practices: Sequence[Raisable]
) -> list[tuple[date, RoadmapStep]]:
    """Return what the institution plans, with the end of the half-year that it stands in."""
    targets = {practice.id: practice.target for d in start.domains for practice in d.practices}
    steps = []
    for item in practices:
        plan = submission.answers.get(item.practice, NO_ANSWER).plan
        goal = targets[item.practice] or start.scale.in_place
        if plan is None or not plan.is_live or plan.due is None or goal <= item.now:
            continue
        step = RoadmapStep(
            practice=item.practice,
            before=item.now,
            after=goal,
            cost=item.cost * (goal - item.now),
            is_own=True,
            owner=plan.owner,
            due=plan.due,
            is_overdue=plan.is_overdue(start.as_of),
        )
        steps.append((half_year_end(max(plan.due, start.as_of)), step))
    return sorted(steps, key=lambda placed: placed[1].due or date.max)


@dataclass
class _Spread:
    """Spreads what the solver adds over half-years."""

    after_plans: Result
    task: Task
    reached: Reached
    own: Sequence[tuple[date, RoadmapStep]]
    per_half: int
    end: date
    now: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        costs = {item.practice: item.cost for item in self.task.practices}
        self.now = {item.practice: item.now for item in self.task.practices}
        self.costs = {name: costs[name] for name in self.reached.levels}
        most = max(self.costs.values(), default=0)
        if most > self.per_half:
            params = {"most": most, "found": self.per_half}
            raise UsageError([Problem("roadmap.per_half", params)])

    def halves(self) -> Sequence[tuple[date, list[RoadmapStep]]]:
        order = sorted(self.reached.levels, key=self._rank())
        planned_in = {step.practice: end for end, step in self.own}
        last_own = max(planned_in.values(), default=None)
        halves: list[tuple[date, list[RoadmapStep]]] = []
        end = self.end
        while self._is_open() or (last_own is not None and end <= last_own):
            steps = [step for due, step in self.own if due == end]
            left = self.per_half - sum(step.cost for step in steps)
            for name in order:
                if planned_in.get(name, end) <= end:  # not before what is planned of it
                    count = min(self._missing(name), max(left, 0) // self.costs[name])
                    if count:
                        steps.append(self._step(name, count))
                        left -= count * self.costs[name]
            halves.append((end, steps))
            end = half_year_end(date(end.year, end.month + 1, 1))
        return halves

    def _rank(self) -> Callable[[str], tuple[int, int]]:
        ranks = {gap.practice: gap.rank for gap in self.after_plans.gaps}
        places = {item.practice: number for number, item in enumerate(self.task.practices)}
        return lambda name: (ranks.get(name, len(places)), places[name])

    def _is_open(self) -> bool:
        return any(self._missing(name) for name in self.costs)

    def _missing(self, name: str) -> int:
        return self.reached.levels[name] - self.now[name]

    def _step(self, name: str, count: int) -> RoadmapStep:
        before = self.now[name]
        self.now[name] = before + count
        return RoadmapStep(
            practice=name,
            before=before,
            after=before + count,
            cost=count * self.costs[name],
            is_own=False,
        )
