"""What ships beside the checklists, each part read when it is first used."""

from collections.abc import Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

from cssa.datafile.cache import CompiledCache
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.library.crosswalk import Crosswalk, read_crosswalk
from cssa.library.incident_files import KnownNames, library_of, read_kinds, source_files, yaml_files
from cssa.library.incident_trends import TRENDS, IncidentTrends, check_trends
from cssa.library.incidents import IncidentLibrary
from cssa.library.published import PublishedSurveys, Survey, check_survey
from cssa.resources import LIBRARY, data_root
from cssa.scheme.scoring_data import ScoringData


class ShippedLibrary:
    """Incident cases, survey figures and crosswalks, the large parts compiled where at hand.

    Args:
        cache: where compiled data is kept.
        scoring_data: what it refers to.
    """

    def __init__(self, cache: CompiledCache, scoring_data: ScoringData) -> None:
        self._cache = cache
        self._scoring_data = scoring_data

    @cached_property
    def incidents(self) -> IncidentLibrary:
        """The published incident cases.

        Raises:
            InputError: with every problem of their files.
        """
        folder = library_folder() / "incidents"
        sources = [read_bytes(file) for file in source_files(folder)]
        return self._cache.load(
            "incidents", sources, IncidentLibrary, lambda: self._build_incidents(folder)
        ).model

    @cached_property
    def trends(self) -> IncidentTrends:
        """The trends that reports describe.

        Raises:
            InputError: with every problem of the file.
        """
        file = library_folder() / "incidents" / TRENDS
        data = read_bytes(file)
        return self._cache.load(
            "incident-trends", [data], IncidentTrends, lambda: self._build_trends(data, str(file))
        ).model

    @cached_property
    def published(self) -> tuple[Survey, ...]:
        """The published surveys, the latest first.

        Raises:
            InputError: with every problem of their files.
        """
        files = yaml_files(library_folder() / "published")
        sources = [read_bytes(file) for file in files]
        return self._cache.load(
            "published", sources, PublishedSurveys, lambda: _build_surveys(files)
        ).model.surveys

    def crosswalk(self, from_id: str, to_id: str) -> Crosswalk | None:
        """Return the crosswalk between two checklists, read from the first; None for none.

        Args:
            from_id: the checklist that is answered.
            to_id: the other one.

        Raises:
            InputError: with every problem of the file.
        """
        folder = _crosswalk_folder()
        for first, second in ((from_id, to_id), (to_id, from_id)):
            file = folder / f"{first}-{second}.yaml"
            if file.is_file():
                table = read_crosswalk(read_bytes(file), str(file))
                return table if first == from_id else table.reversed()
        return None

    def crosswalks_of(self, checklist_id: str) -> list[str]:
        """Return the checklists to which a crosswalk from or to one ships, by id."""
        tables = (read_crosswalk(read_bytes(f), str(f)) for f in yaml_files(_crosswalk_folder()))
        ends = [(table.from_.id, table.to.id) for table in tables]
        others = {to for from_, to in ends if from_ == checklist_id}
        return sorted(others | {from_ for from_, to in ends if to == checklist_id})

    @property
    def known_names(self) -> KnownNames:
        """The names that incident cases may refer to."""
        return KnownNames(
            kinds=read_kinds(library_folder() / "incidents"),
            sectors=frozenset(sector.id for sector in self._scoring_data.sectors.sectors),
            threats=frozenset(threat.id for threat in self._scoring_data.threats.threats),
        )

    def load_shipped(self) -> None:
        """Load every part."""
        _ = self.incidents, self.trends, self.published

    def _build_trends(self, data: bytes, path: str) -> IncidentTrends:
        document = read(data, path)
        trends = validate(IncidentTrends, document)
        problems = tuple(check_trends(trends, document, self.known_names))
        if problems:
            raise InputError(problems)
        return trends

    def _build_incidents(self, folder: Traversable) -> IncidentLibrary:
        known = self.known_names
        reports, problems = library_of(folder, known)
        if problems:
            raise InputError(problems)
        return IncidentLibrary.of(known.kinds, reports)


def _build_surveys(files: Sequence[Traversable]) -> PublishedSurveys:
    surveys: list[Survey] = []
    problems: list[Problem] = []
    for file in files:
        try:
            document = read(read_bytes(file), str(file))
            surveys.append(validate(Survey, document))
            problems += check_survey(surveys[-1], document)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    surveys.sort(key=lambda survey: survey.published, reverse=True)
    return PublishedSurveys(surveys=tuple(surveys))


def _crosswalk_folder() -> Traversable:
    return library_folder() / "crosswalks"


def library_folder() -> Traversable:
    """Return the folder of what ships beside the checklists."""
    return data_root() / "checklists" / LIBRARY
