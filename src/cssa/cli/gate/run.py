"""A run of the gate on one answers file: from its files to a verdict with its words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from cssa import __version__
from cssa.cli.environment import Day, read_input
from cssa.cli.exit_codes import ExitCode
from cssa.cli.gate.kept import KeptOptions
from cssa.cli.gate.tasks import GateTask
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output
from cssa.gate.baseline import fallen
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import load_policy
from cssa.messages.wording import listed
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.workspace import Assessment, Workspace


class Judged(NamedTuple):
    """What came of one answers file.

    Attributes:
        view: the verdict, or why there is none.
        code: the exit code of a run on it alone.
        notes: what is to be said once the outputs are written.
    """

    view: GateView | RefusalView
    code: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GateRun:
    """One answers file, and how it is judged.

    Attributes:
        shown_paths: names to show in places, in place of those given.
    """

    task: GateTask
    day: Day
    kept_options: KeptOptions
    show_notes: bool
    shown_paths: Mapping[str, str]

    def with_kept(self, kept: Output) -> "GateRun":
        """Return the run with the file in which its result is kept."""
        return replace(self, kept_options=self.kept_options._replace(kept=kept))

    def judge(self, workspace: Workspace) -> Judged:
        """Check the answers, and keep the result where that is asked for and nothing fell.

        Args:
            workspace: what they are read and scored with.

        Raises:
            CssaError: when there is no verdict.
        """
        task = self.task
        assessment = self._assessment(workspace)
        result, edition = assessment.result, assessment.edition
        document = workspace.scoring_data.policy_document(task.policy)
        rules = load_policy(document, edition.checklist)
        comparison = self.kept_options.comparison(rules.policy, assessment, workspace, task.scheme)
        verdict = evaluate(
            result,
            rules,
            edition,
            assessment.answers,
            baseline=comparison.baseline,
            has_previous=comparison.has_previous,
            floor=comparison.floor,
            latest=self.day.latest,
            zone=self.day.zone,
            shown_paths=self.shown_paths,
            show_notes=self.show_notes,
        )
        floor = comparison.floor
        fell = () if floor is None else fallen(floor, result, edition.checklist)
        if not result.is_empty and not fell:
            self.kept_options.keep(result, comparison.accepted)
        view = GateView(
            verdict=verdict,
            result=result,
            checklist=edition.checklist,
            lang=current(),
            width=page_width(),
            show_notes=self.show_notes,
            answers=assessment.answers.submission.answers,
        )
        if result.is_empty:
            return Judged(view, ExitCode.NOTHING_ASSESSED, (t(assessment.why_empty),))
        notes: tuple[str, ...] = ()
        if fell:
            path = self.kept_options.kept.path
            names = listed(
                t("gate.overall") if name == "overall" else edition.checklist.shown_id(name)
                for name in fell
            )
            notes = (t("gate.not_kept", path=path, fell=names),)
        return Judged(view, ExitCode.DONE if verdict.met else ExitCode.GATE_NOT_MET, notes)

    def _assessment(self, workspace: Workspace) -> Assessment:
        task = self.task
        data = read_input(task.answers)
        return workspace.assess(
            data, task.name, as_of=self.day.day, scheme=task.scheme, targets=task.target
        )

    @property
    def refusal_view(self) -> RefusalView:
        """What is known of the run where it comes to no verdict."""
        task = self.task
        return RefusalView(
            answers=self.shown_paths.get(task.name, task.name),
            policy=self.shown_paths.get(task.policy, task.policy),
            as_of=self.day.day,
            version=__version__,
            shown_paths=self.shown_paths,
        )
