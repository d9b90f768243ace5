"""What was kept of an assessment: answers, a filled form, a result, or what the gate saved."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from cssa.answers.loading import holds_answers
from cssa.checklist.model import Checklist
from cssa.cli.environment import read_input
from cssa.comparison.carry_steps import version_steps
from cssa.comparison.revision import Revision, revision_of
from cssa.comparison.snapshot import Snapshot, Sources, saved_snapshot, snapshot_of
from cssa.comparison.stages import as_counted, stage_figures
from cssa.datafile.reader import read
from cssa.datafile.typed_json import content_hash
from cssa.datafile.validation import LocatedValues, validate
from cssa.engine.aggregate import exact
from cssa.engine.comparability import Subject
from cssa.engine.result import Result
from cssa.errors import InputError, Problem
from cssa.gate.baseline import SCHEMA, KeptResult
from cssa.location import Location
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets
from cssa.workspace import Assessment, Workspace, is_form

_SCHEMA = re.compile(rb"""\bschema["']?[ \t]*:[ \t]*["']?(cssa\.[a-z-]+/[0-9]+)""")
_RESULT = b"cssa.result/"
"""How the schemas of results of any version begin; the model refuses all but its own."""

_KEPT = SCHEMA.encode()


class KeptFile(NamedTuple):
    """A result that the gate saved, with the file that it was read from."""

    kept: KeptResult
    document: LocatedValues


Kept: TypeAlias = Assessment | Result | KeptFile
"""What a file holds; answers come scored as of the day that they describe."""


def is_kept_result(data: bytes) -> bool:
    """Return whether a file is what the gate saved."""
    return schema_of(data) == _KEPT and not is_form(data)


def has_answers(data: bytes) -> bool:
    """Return whether a file is meant to be answers or a form."""
    return is_form(data) or holds_answers(data)


def schema_of(data: bytes) -> bytes | None:
    """Return the schema that a text names first, so that what names none need not be YAML."""
    match = _SCHEMA.search(data)
    return match and match[1]


def read_result(data: bytes, path: str) -> Result:
    """Return the result that a file holds.

    Args:
        data: content of the file.
        path: its name for messages.

    Raises:
        InputError: when it is none, or cannot be read.
    """
    schema = schema_of(data)
    if not (schema and schema.startswith(_RESULT)):
        raise InputError([Problem("previous.neither", {}, Location(path))])
    return validate(Result, read(data, path))


class DatedInputs:
    """Reads files of several days, each judged as of its own.

    Args:
        workspace: what answers are read and scored with.
        scheme: id or path, for answers; the default where None.
        target: id or path, for answers; those of the checklist where None.
    """

    def __init__(
        self, workspace: Workspace, scheme: str | None = None, target: str | None = None
    ) -> None:
        self._workspace = workspace
        self._scheme = scheme
        self._target = target

    def read(self, path: str, no_day: Problem) -> Kept:
        """Return what a file holds.

        Args:
            path: answers as YAML or JSON, a filled form, a result, or a result that the gate saved.
            no_day: what is wrong with answers without a day.

        Raises:
            InputError: when it is none of these, cannot be read, or has answers without a day.
        """
        data = read_input(path)
        if is_kept_result(data):
            document = read(data, path)
            return KeptFile(validate(KeptResult, document), document)
        if not has_answers(data):
            return read_result(data, path)
        assessed_on = self._workspace.read_answers(data, path).submission.assessed_on
        if assessed_on is None:
            raise InputError([no_day])
        return self._workspace.assess(
            data, path, as_of=assessed_on, scheme=self._scheme, targets=self._target
        )

    def snapshot(self, path: str) -> Snapshot:
        """Return how every practice stood in a file, on the day that it states.

        Args:
            path: answers as YAML or JSON, a filled form, a result, or a result that the gate saved.

        Raises:
            InputError: when it is none of these, cannot be read, states no day, or is of a
                checklist or scheme without which its figures cannot be made.
        """
        content = self.read(path, Problem("compare.no_day", {}, _at(path)))
        if isinstance(content, KeptFile):
            day = content.kept.assessed_on
            if day is None:
                raise InputError([Problem("previous.kept_without_day", {"path": path}, _at(path))])
            return self.snapshot_of_kept(content.kept, path, day)
        result = content.result if isinstance(content, Assessment) else content
        if result.assessed_on is None:
            raise InputError([Problem("compare.no_day_result", {"path": path}, _at(path))])
        return self.snapshot_of(content, path, result.assessed_on)

    def snapshot_of(self, content: Assessment | Result, path: str, day: date) -> Snapshot:
        """Return the snapshot of scored answers or of a result.

        Args:
            content: the answers or the result.
            path: of its file.
            day: the day that it describes.

        Raises:
            InputError: when a result contradicts its own levels.
        """
        if isinstance(content, Assessment):
            criteria = content.criteria
            return snapshot_of(
                content.result,
                Sources(
                    checklist=content.edition.checklist,
                    scheme=criteria.scheme,
                    targets=criteria.targets,
                ),
                name=path,
                day=day,
                submission=content.answers.submission,
            )
        checklist = self._checklist(
            content.checklist.id, content.checklist.version, content.checklist.fingerprint
        )
        sources = Sources(
            checklist=checklist,
            scheme=self._same_scheme(content.scheme.id, content.scheme.content),
            targets=None if checklist is None else self._same_targets(content, checklist),
        )
        snapshot = snapshot_of(content, sources, name=path, day=day)
        wrong = next(_contradictions(content, snapshot), None)
        if wrong is not None:
            raise InputError([Problem("compare.contradiction", {"figure": wrong}, _at(path))])
        return snapshot

    def snapshot_of_kept(self, kept: KeptResult, path: str, day: date) -> Snapshot:
        """Return the snapshot of what the gate saved.

        Args:
            kept: the levels.
            path: of its file.
            day: the day that they describe.

        Raises:
            InputError: when its checklist or scheme is not available, or lacks a practice.
        """
        named = kept.checklist
        checklist = self._checklist(named.id, named.version, named.fingerprint)
        scheme = self._same_scheme(kept.scheme.id, kept.scheme.content)
        if checklist is None:
            params = {"checklist": f"{named.id}@{named.version}"}
            raise InputError([Problem("compare.kept_checklist", params, _at(path))])
        if scheme is None:
            params = {"scheme": kept.scheme.id}
            raise InputError([Problem("compare.kept_scheme", params, _at(path))])
        differing = sorted(kept.practices.keys() ^ checklist.placed.keys())
        if differing:
            params = {"practice": differing[0]}
            raise InputError([Problem("compare.kept_practices", params, _at(path))])
        scale = checklist.level_scale
        for name, value in kept.practices.items():
            if isinstance(value, int) and value not in scale.values:
                params = {"figure": name}
                raise InputError([Problem("compare.contradiction", params, _at(path))])
        return saved_snapshot(
            kept.practices,
            checklist,
            scheme,
            name=path,
            day=day,
            subject=Subject(kept.institution, named.id, scale, checklist.scored),
            fingerprint=named.fingerprint,
            scheme_content=kept.scheme.content,
        )

    def revisions(self, snapshots: Sequence[Snapshot]) -> list[Revision | None]:
        """Return what became of the practices from each snapshot to the next.

        Args:
            snapshots: in the order of their days.

        Raises:
            InputError: when what a version says of its changes does not fit it.
        """
        return [self._revision(old, new) for old, new in pairwise(snapshots)]

    def _revision(self, old: Snapshot, new: Snapshot) -> Revision | None:
        """Return the way between two versions; None where nothing says what became of practices."""
        if old.version == new.version:
            return None
        catalogue, name = self._workspace.catalogue, new.subject.checklist
        try:
            former = self._workspace.edition(name, old.version)
            entry = catalogue.find(name, new.version)
        except InputError:  # a result may be of a version that is not here
            return None
        try:
            return revision_of(version_steps(catalogue, former, entry))
        except InputError as error:
            if [problem.code for problem in error.problems] == ["carry.no_changes"]:
                return None
            raise

    def _checklist(self, name: str, version: str, fingerprint: str) -> Checklist | None:
        """Return a checklist as it was answered, None where it is not available."""
        try:
            edition = self._workspace.edition(name, version)
        except InputError:
            return None
        return edition.checklist if edition.fingerprint == fingerprint else None

    def _same_scheme(self, name: str, content: str) -> Scheme | None:
        for candidate in filter(None, (self._scheme, name)):
            try:
                scheme = self._workspace.scoring_data.scheme(candidate)
            except InputError:
                continue
            if content_hash(scheme) == content:
                return scheme
        return None

    def _same_targets(self, result: Result, checklist: Checklist) -> Targets | None:
        for candidate in filter(None, (self._target, result.target.id)):
            try:
                targets = self._workspace.scoring_data.targets(candidate, checklist)
            except InputError:
                continue
            if content_hash(targets) == result.target.content:
                return targets
        return None


def _contradictions(result: Result, snapshot: Snapshot) -> Iterator[str]:
    """Yield the figures of a result that its own levels do not give."""
    figures = stage_figures(as_counted(snapshot), snapshot.domains)
    overall = figures.scores[None]
    if overall is not None and exact(overall.value) != result.overall.exact:
        yield "overall"
    for domain in result.domains:
        score = figures.scores.get(domain.id)
        if exact(None if score is None else score.value) != domain.exact:
            yield domain.id


def _at(path: str) -> Location:
    return Location(path)
