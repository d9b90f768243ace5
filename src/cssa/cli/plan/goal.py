"""What is to be reached by ``cssa plan reach`` and ``roadmap``: a level, or what a policy says."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cssa.cli.language import t
from cssa.datafile.files import read_bytes
from cssa.engine.result import Result
from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed
from cssa.workspace import Assessment, Workspace

if TYPE_CHECKING:
    from cssa.checklist.catalogue import Edition
    from cssa.planning.reach import Task


def goal_words(level: int | None, policy: str | None, domain: str | None) -> str:
    """Return what is to be reached, in words."""
    goal = t("roadmap.goal.level", level=level) if policy is None else policy
    return goal if domain is None else t("roadmap.goal.domain", goal=goal, domain=domain)


def own_efforts(path: Path | None, edition: "Edition") -> Mapping[str, int]:
    """Return the institution's own points of effort, by practice."""
    if path is None:
        return {}
    from cssa.planning.own_effort import read_own_effort

    return read_own_effort(read_bytes(path), str(path), edition.checklist).points


def task_of(
    workspace: Workspace,
    assessment: Assessment,
    level: int | None,
    policy: str | None,
    domain: str | None,
    efforts: Mapping[str, int],
    figures: Result | None = None,
) -> "Task":
    """Return what is to be reached: a lowest level, or what a policy says of levels.

    Args:
        workspace: has the policies.
        assessment: of the answers.
        level: the least level; None where a policy is named.
        policy: its name; None where a level is.
        domain: id of the domain; every domain where None.
        efforts: own points of effort, by practice.
        figures: from which on; those of the assessment where None.

    Raises:
        UsageError: when domain or level do not exist, or the checklist is not scored.
    """
    from cssa.gate.policy import load_policy
    from cssa.planning.reach import level_task, policy_task

    result, asked = figures or assessment.result, assessment.edition.checklist
    if not asked.scored:
        raise UsageError([Problem("reach.unscored")])
    domains = [known.id for known in asked.domains]
    if domain is not None and domain not in domains:
        raise UsageError([Problem("reach.domain", {"found": domain, "known": listed(domains)})])
    if policy is not None:
        document = workspace.scoring_data.policy_document(policy)
        return policy_task(result, asked, load_policy(document, asked).policy, domain, efforts)
    values = result.scale.values
    if level not in values:
        raise UsageError([Problem("reach.level", {"found": level, "levels": listed(values)})])
    return level_task(result, asked, level, domain, efforts)
