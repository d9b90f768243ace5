"""The cheapest levels that reach goals, exact in whole numbers, by the extra ``plan``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cssa.errors import InputError, Problem
from cssa.planning.reach import Goal, Task

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

_SEED = 1


@dataclass(frozen=True, kw_only=True)
class Reached:
    """The cheapest levels.

    Attributes:
        levels: of the practices to raise, by id.
        cost: points of effort of them all.
        is_tied: whether other levels reach the same for the same effort.
        missed: the goals that are not reached; none where all can be.
        needed: points that would reach every goal; None where no effort does.
    """

    levels: Mapping[str, int]
    cost: int
    is_tied: bool
    missed: tuple[Goal, ...] = ()
    needed: int | None = None


def solve(task: Task, budget: int | None = None) -> Reached:
    """Return the cheapest levels that reach every goal, else as many goals as can be reached.

    Args:
        task: practices and goals.
        budget: the most points of effort.

    Raises:
        InputError: where the extra that can solve it is not installed.
    """
    try:
        import ortools.sat.python.cp_model  # noqa: F401
    except ImportError:
        raise InputError([Problem("reach.extra")]) from None
    whole = _Model(task, None)
    needed = whole.cheapest(len(task.goals))
    if needed is not None and (budget is None or needed.cost <= budget):
        return Reached(
            levels=needed.levels, cost=needed.cost, is_tied=needed.is_tied, needed=needed.cost
        )
    limited = _Model(task, budget)
    nearest = limited.cheapest(limited.most_goals())
    if nearest is None:  # to raise nothing reaches what is reached today, for no effort
        raise AssertionError
    return Reached(
        levels=nearest.levels,
        cost=nearest.cost,
        is_tied=nearest.is_tied,
        missed=nearest.missed,
        needed=None if needed is None else needed.cost,
    )


class _Model:
    """The task as variables and constraints, solved anew for each question."""

    def __init__(self, task: Task, budget: int | None) -> None:
        from ortools.sat.python import cp_model

        self._cp = cp_model
        self._task = task
        self._model: CpModel = cp_model.CpModel()
        model = self._model
        self._levels = {
            item.practice: model.new_int_var(item.now, item.top, item.practice)
            for item in task.practices
        }
        self._cost = sum(
            item.cost * (self._levels[item.practice] - item.now) for item in task.practices
        )
        self._are_reached = [self._goal(goal, number) for number, goal in enumerate(task.goals)]
        if budget is not None:
            model.add(self._cost <= budget)

    def most_goals(self) -> int:
        """Return how many goals can be reached at once."""
        self._model.maximize(sum(self._are_reached))
        solver = self._solved()
        return 0 if solver is None else round(solver.objective_value)

    def cheapest(self, count: int) -> Reached | None:
        """Return the cheapest levels that reach so many goals; None where none do."""
        model = self._model
        model.add(sum(self._are_reached) >= count)
        model.minimize(self._cost)
        solver = self._solved()
        if solver is None:
            return None
        values = {name: solver.value(level) for name, level in self._levels.items()}
        goals = zip(self._task.goals, self._are_reached, strict=True)
        missed = tuple(goal for goal, is_reached in goals if not solver.value(is_reached))
        now = {item.practice: item.now for item in self._task.practices}
        cost = sum(item.cost * (values[item.practice] - item.now) for item in self._task.practices)
        model.minimize(0)  # any other way will do
        is_tied = False
        if values:
            model.add(self._cost == cost)
            model.add_forbidden_assignments(list(self._levels.values()), [tuple(values.values())])
            is_tied = self._solved() is not None
        levels = {name: level for name, level in values.items() if level != now[name]}
        return Reached(levels=levels, cost=cost, is_tied=is_tied, missed=missed)

    def _goal(self, goal: Goal, number: int) -> Any:
        """Add a goal, and return whether it is reached."""
        model = self._model
        is_reached = model.new_bool_var(f"goal {number}")
        for total in goal.sums:
            terms = sum(weight * self._levels[name] for name, weight in total.weights.items())
            if total.weights:
                model.add(terms >= total.least).only_enforce_if(is_reached)
            elif total.least > 0:
                model.add(is_reached == 0)
        if goal.targets:
            are_below = []
            for name, target in goal.targets.items():
                is_below = model.new_bool_var(f"{name} below in goal {number}")
                model.add(self._levels[name] >= target).only_enforce_if(~is_below)
                are_below.append(is_below)
            model.add(sum(are_below) <= goal.most).only_enforce_if(is_reached)
        return is_reached

    def _solved(self) -> Any:
        """Return the solver with an optimal solution; None where there is none."""
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1  # the same answer every time
        solver.parameters.random_seed = _SEED
        status = solver.solve(self._model)
        return solver if status in (self._cp.OPTIMAL, self._cp.FEASIBLE) else None
