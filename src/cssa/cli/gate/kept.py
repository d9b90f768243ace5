"""The results that the gate compares with and keeps."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.cli.language import t
from cssa.cli.output import Output, emit, note
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.validation import LocatedValues, validate
from cssa.engine.result import Result
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.baseline import (
    SCHEMA,
    AcceptedLower,
    KeptResult,
    fallen,
    kept_result,
    wrong_practices,
)
from cssa.gate.policy import Policy
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.workspace import Assessment, Workspace, is_form

_ANSWERS = "cssa.answers/1"
_RESULT = "cssa.result/1"
_SHOWN = 8
"""Practices that a note lists."""


class KeptComparison(NamedTuple):
    """The kept results that a run is compared with.

    Attributes:
        baseline: for rules that allow no fall; None where no rule needs one and none is named.
        floor: the one to be replaced; None where there is none, or a lower result is accepted.
        accepted: when and why the floor was lowered, for the result that replaces it.
        has_previous: whether the baseline is a result of before, not the current one itself.
    """

    baseline: KeptResult | None
    floor: KeptResult | None
    accepted: tuple[AcceptedLower, ...] = ()
    has_previous: bool = True


class KeptOptions(NamedTuple):
    """The options that name results to compare with and to keep.

    Attributes:
        previous: a kept result, a result, answers or a filled form; None without the option.
        kept: the kept result that the run updates.
        accept_lower: the reason for lowering it; None where it may not be lowered.
        quiet: whether only what is not met or not possible is said.
    """

    previous: Path | None
    kept: Output
    accept_lower: str | None
    quiet: bool = False

    def check(self) -> None:
        """Refuse options that do not go together.

        Raises:
            UsageError: when a lower result is accepted without a reason, or without one kept.
        """
        if self.accept_lower is not None and not self.accept_lower.strip():
            raise UsageError([Problem("gate.reason_empty")])
        if self.accept_lower is not None and self.kept.path is None:
            raise UsageError([Problem("gate.accept_needs_keep")])

    def comparison(
        self, policy: Policy, assessment: Assessment, workspace: Workspace, scheme: str | None
    ) -> KeptComparison:
        """Return what a result is compared with.

        Args:
            policy: rules that may need a previous result.
            assessment: the current result, with its checklist.
            workspace: what answers are scored with, where they are named as previous.
            scheme: the scheme to score them by.

        Raises:
            UsageError: when a rule needs a previous result and none is named.
            InputError: when a result cannot be compared with.
        """
        if self.previous is None and self.kept.path is None:
            for rule in policy.rules:
                if rule.needs_baseline:
                    raise UsageError([Problem("gate.needs_previous", {"rule": rule.id})])
            return KeptComparison(None, None)
        result, checklist = assessment.result, assessment.edition.checklist
        floor = _read_floor(self.kept.path)
        if floor is not None:
            floor = self._brought_forward(floor, result, checklist)
        if self.accept_lower is not None:
            accepted = self._accepted(floor, assessment)
            return KeptComparison(kept_result(result), None, accepted, has_previous=False)
        if floor is not None:
            _check(floor.kept, floor.document, result)
        if self.previous is not None:
            previous = _read_previous(self.previous, workspace, result, scheme)
            previous = self._brought_forward(previous, result, checklist)
            _check(previous.kept, previous.document, result)
            baseline = previous.kept
        elif floor is None:
            return KeptComparison(kept_result(result), None, has_previous=False)
        else:
            baseline = floor.kept
        if floor is None:
            return KeptComparison(baseline, None)
        return KeptComparison(baseline, floor.kept, floor.kept.accepted_lower)

    def _accepted(
        self, floor: "_LoadedKept | None", assessment: Assessment
    ) -> tuple[AcceptedLower, ...]:
        """Return the record of accepted falls, with this one where something falls."""
        if floor is None:
            return ()
        accepted = floor.kept.accepted_lower
        result, checklist = assessment.result, assessment.edition.checklist
        if floor.kept.is_comparable(result):
            problems = list(wrong_practices(floor.kept, result, floor.document))
            if not problems and not fallen(floor.kept, result, checklist):
                return accepted
        return (*accepted, AcceptedLower(on=result.as_of, reason=self.accept_lower or ""))

    def keep(self, result: Result, accepted: tuple[AcceptedLower, ...]) -> None:
        """Write a result as the next one to compare with.

        Args:
            result: one that lies nowhere below the result kept before, unless that is accepted.
            accepted: when and why the floor was lowered.
        """
        if self.kept.path is None:
            return
        emit(kept_result(result, accepted).text(), self.kept)
        if not self.quiet:
            note(t("gate.kept", path=self.kept.path))

    def _brought_forward(
        self, loaded: "_LoadedKept", result: Result, checklist: Checklist
    ) -> "_LoadedKept":
        """Return a result of a former fingerprint without what was asked otherwise."""
        former = checklist.supersession(loaded.kept.checklist.fingerprint)
        if former is None:
            return loaded
        names = [checklist.shown_id(name) for name in checklist.placed if name in former.practices]
        if names and not self.quiet:
            params = {"count": len(names), "practices": listed(names, _SHOWN)}
            note(t("gate.kept_superseded", path=loaded.document.path, **params))
        return loaded._replace(kept=loaded.kept.brought_forward(result, former))


class _LoadedKept(NamedTuple):
    """A kept result with what it was read from."""

    kept: KeptResult
    document: LocatedValues


def _read_floor(path: Path | None) -> _LoadedKept | None:
    """Return the kept result that is to be replaced, None where there is none yet."""
    if path is None or not path.exists():
        return None
    document = read(read_bytes(path), str(path))
    if _schema_of(document) != SCHEMA:
        raise InputError([Problem("gate.keep_is_other", {}, Location(str(path)))])
    return _LoadedKept(validate(KeptResult, document), document)


def _read_previous(
    path: Path, workspace: Workspace, result: Result, scheme: str | None
) -> _LoadedKept:
    """Return the result to compare with, from whatever file holds one."""
    data = read_bytes(path)
    document = None if is_form(data) else read(data, str(path))
    schema = _ANSWERS if document is None else _schema_of(document)
    if schema == _ANSWERS:
        assessed = workspace.assess(data, str(path), as_of=result.as_of, scheme=scheme)
        kept, answers = kept_result(assessed.result), assessed.answers
        bound_to = answers.submission.checklist.fingerprint or kept.checklist.fingerprint
        checklist = replace(kept.checklist, fingerprint=bound_to)
        return _LoadedKept(replace(kept, checklist=checklist), answers.document)
    if document is None or schema not in (SCHEMA, _RESULT):
        raise InputError([Problem("gate.previous_unknown", {}, Location(str(path)))])
    if schema == _RESULT:
        return _LoadedKept(kept_result(validate(Result, document)), document)
    return _LoadedKept(validate(KeptResult, document), document)


def _schema_of(document: Document) -> object:
    return document.value.get("schema") if isinstance(document.value, dict) else None


def _check(kept: KeptResult, document: LocatedValues, result: Result) -> None:
    """Refuse a result that cannot be compared with.

    Raises:
        InputError: when it is another institution's, of other questions or of another scheme, or
            does not hold what it should.
    """
    if not kept.is_comparable(result):
        raise InputError([Problem("gate.not_comparable", {}, Location(document.path))])
    problems = list(wrong_practices(kept, result, document))
    if problems:
        raise InputError(problems)
