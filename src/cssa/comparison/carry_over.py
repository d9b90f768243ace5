"""Last time's answers as a first draft of this time's, and what did not come along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cssa.answers.submission import Approval, Carried, ChecklistRef, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.checklist.header import Supersession
from cssa.checklist.model import Checklist
from cssa.comparison.carried_answer import AnswerDraft, CarryNote

_SAME, _ASKS_MORE = "unchanged", "tightened"


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """Where the answer to a practice comes from.

    Attributes:
        practices: ids of the former practices, none of a new one.
        kinds: what became of them, by name; none by a crosswalk.
    """

    practices: tuple[str, ...]
    kinds: tuple[str, ...] = ()

    @property
    def shares_parts(self) -> bool:
        """Whether it is no longer one question as a whole."""
        return any(CHANGE_KINDS[kind].shares_parts for kind in self.kinds)


_NOWHERE = AnswerSource(())


@dataclass(frozen=True, slots=True)
class CarryStep:
    """The way from one checklist to another.

    Attributes:
        former: what was answered.
        edition: what the answers are carried to.
        sources: by id of a practice of the latter, where its answer comes from.
        is_crosswalk: whether these are different checklists.
    """

    former: Edition
    edition: Edition
    sources: Mapping[str, AnswerSource]
    is_crosswalk: bool = False


@dataclass(frozen=True, slots=True)
class CarryResult:
    """What was carried over.

    Attributes:
        submission: the new answers.
        notes: what changed on the way, and what did not come along, in order.
    """

    submission: Submission
    notes: tuple[CarryNote, ...]


def same_version(edition: Edition) -> CarryStep:
    """Return the step from a checklist to itself."""
    ids = edition.checklist.placed
    return CarryStep(edition, edition, {name: AnswerSource((name,), (_SAME,)) for name in ids})


def superseded_structure(edition: Edition, supersession: Supersession) -> CarryStep:
    """Return the step from a former structure of a version to the present one of the same.

    Args:
        edition: the version.
        supersession: which practices ask for something else since.
    """
    sources = {
        name: AnswerSource((name,), (_ASKS_MORE if name in supersession.practices else _SAME,))
        for name in edition.checklist.placed
    }
    return CarryStep(edition, edition, sources)


def carry_over(submission: Submission, steps: Sequence[CarryStep], as_of: date) -> CarryResult:
    """Return answers as a draft to be confirmed, in the last of a chain of versions.

    Every answer is in the draft, or in a note.

    Args:
        submission: last time's answers, checked against the first step's former checklist.
        steps: the way, each beginning where the one before ends; at least one.
        as_of: date on which treatments must not have run out.
    """
    carried, notes = _without_header(submission)
    fresh: frozenset[str] = frozenset()
    for step in steps:
        walk = _Walk(carried, step, as_of)
        carried = walk.submission()
        notes = (*notes, *walk.notes)
        fresh = frozenset(
            name
            for name in step.edition.checklist.placed
            if fresh.issuperset(step.sources.get(name, _NOWHERE).practices)
        )
    code = "uncovered" if any(step.is_crosswalk for step in steps) else "new"
    placed = steps[-1].edition.checklist.placed
    new = (CarryNote(code, placed[name].practice.shown_id) for name in placed if name in fresh)
    return CarryResult(carried, (*notes, *new))


def _without_header(submission: Submission) -> tuple[Submission, tuple[CarryNote, ...]]:
    """Return answers without what belongs to last time alone: campaign, dates, approval."""
    approval = submission.approval
    dropped = {
        "campaign": submission.campaign,
        "assessed_on": submission.assessed_on,
        **{f"approval.{name}": getattr(approval, name) for name in Approval.model_fields},
    }
    notes = tuple(CarryNote("header", name) for name, value in dropped.items() if value is not None)
    none = {"campaign": None, "assessed_on": None, "approval": Approval.model_construct()}
    return submission.model_copy(update=none), notes


@dataclass
class _Walk:
    """One step over the answers of a submission."""

    before: Submission
    step: CarryStep
    as_of: date
    notes: list[CarryNote] = field(default_factory=list)

    def submission(self) -> Submission:
        """Return the answers in the new checklist, and note what did not come along."""
        before, checklist = self.before, self.step.edition.checklist
        lists = {name: rows for name, rows in before.lists.items() if name in checklist.row_list}
        groups = {group.id for group in checklist.groups}
        self.notes += [CarryNote("list", name) for name in before.lists if name not in lists]
        self.notes += [
            CarryNote("group", name) for name in before.selected_groups if name not in groups
        ]
        drafts = self._drafts(checklist.with_rows(lists))
        answers = {draft.practice.id: draft.answer for draft in drafts}
        self._note_left()
        return before.model_copy(
            update={
                "checklist": ChecklistRef(
                    id=checklist.id,
                    version=checklist.version,
                    fingerprint=self.step.edition.fingerprint,
                ),
                "selected_groups": tuple(name for name in before.selected_groups if name in groups),
                "lists": lists,
                "answers": answers,
            }
        )

    def _drafts(self, checklist: Checklist) -> Iterator[AnswerDraft]:
        former = self.step.former.with_rows(self.before.lists).checklist
        for practice_id, placed in checklist.placed.items():
            source = self.step.sources.get(practice_id, _NOWHERE)
            given = [
                (former.placed[name].practice, self.before.answers[name])
                for name in source.practices
                if name in self.before.answers
            ]
            if not given:
                continue
            draft = AnswerDraft.of(placed.practice, given)
            if len(given) < len(source.practices) and not self.step.is_crosswalk:
                draft.leave_open("part_open")
            if source.shares_parts or self.step.is_crosswalk:
                draft.drop_points()
            draft.drop_what_ran_out(self.as_of)
            draft.fit()
            draft.put_in_doubt(self._carried(source))
            self.notes += draft.notes
            detail = draft.levels_before
            self.notes += [
                CarryNote(kind, placed.practice.shown_id, detail=detail)
                for kind in source.kinds
                if kind != _SAME
            ]
            yield draft

    def _carried(self, source: AnswerSource) -> Carried | None:
        """Return where an answer comes from, None where its question is still the same."""
        kinds = {kind for kind in source.kinds if kind != _SAME}
        origins: list[str] = []
        checklist = self.before.checklist.id if self.step.is_crosswalk else None
        for name in source.practices:
            answer = self.before.answers.get(name)
            earlier = None if answer is None or answer.confirmed else answer.carried
            origins += (name,) if earlier is None else earlier.from_
            if earlier is not None:
                kinds.update(earlier.changes)
                checklist = earlier.checklist or checklist
        if not kinds and checklist is None:
            return None
        return Carried.model_validate(
            {
                "from": list(dict.fromkeys(origins)),
                "changes": [name for name in CHANGE_KINDS if name in kinds],
                "checklist": checklist,
            }
        )

    def _note_left(self) -> None:
        """Note the answers to practices from which nothing was carried."""
        used = {name for source in self.step.sources.values() for name in source.practices}
        code = "no_counterpart" if self.step.is_crosswalk else "removed"
        placed = self.step.former.with_rows(self.before.lists).checklist.placed
        for name, answer in self.before.answers.items():
            if name not in used:
                practice = placed[name].practice
                self.notes.append(CarryNote(code, practice.shown_id, practice, answer))
