"""Scoring data: the files that ship with the program, and those that the user names by path."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cssa.checklist.header import DEFAULT_TARGETS, ChecklistFacts
from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.cache import CompiledCache
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.types import Model
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.messages.wording import listed
from cssa.resources import data_root
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets
from cssa.scheme.threats import Threats

if TYPE_CHECKING:
    from cssa.scheme.level_wording import LevelWording
    from cssa.scheme.references import Csf2
    from cssa.scheme.scales import Scales

ModelT = TypeVar("ModelT", bound=Model)

DEFAULT_SCHEME = "maturity"


class ScoringData:
    """Scoring data, each file read when it is first used.

    Args:
        cache: where compiled data is kept; the user's own cache unless given.
    """

    def __init__(self, cache: CompiledCache | None = None) -> None:
        self._cache = cache or CompiledCache()
        self._loaded: dict[str, Model] = {}

    @property
    def scales(self) -> "Scales":
        """The levels and their wording."""
        from cssa.scheme.scales import Scales

        return self._shipped("scales.yaml", Scales)

    def level_wording(self, checklist: ChecklistFacts | None = None) -> "LevelWording":
        """Return the words of a checklist's levels, the program's own where None."""
        from cssa.scheme.level_wording import level_wording

        return level_wording(self.scales, checklist)

    @property
    def sectors(self) -> Sectors:
        """Kinds of institution and sub-sectors."""
        return self._shipped("sectors.yaml", Sectors)

    @property
    def profile(self) -> ProfileQuestions:
        """Profile flags and risk factors."""
        return self._shipped("profile.yaml", ProfileQuestions)

    @property
    def csf2(self) -> "Csf2":
        """Functions, categories and subcategories of the NIST CSF 2.0."""
        from cssa.scheme.references import Csf2

        return self._shipped("csf2.yaml", Csf2)

    @property
    def threats(self) -> Threats:
        """Threats, with the risk factors that make each weigh more."""
        return self._shipped("threats.yaml", Threats)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that checklists may refer to."""
        from cssa.scheme.references import Terms

        sectors = self.sectors
        kinds = frozenset(kind.id for kind in sectors.kinds)
        return Vocabulary(
            flags=frozenset(flag.id for flag in self.profile.flags),
            factors=frozenset(factor.id for factor in self.profile.factors),
            scales=frozenset(scale.id for scale in self.scales.scales),
            threats=frozenset(threat.id for threat in self.threats.threats),
            sectors=kinds | {sector.id for sector in sectors.sectors},
            csf2=self.csf2.ids,
            terms=self._shipped("terms.yaml", Terms).terms,
        )

    def load_shipped(self) -> None:
        """Load every scheme, all targets and whatever checklists may refer to."""
        _ = self.vocabulary
        for name in _names(data_root() / "scoring" / "schemes"):
            self.scheme(name)
        for name in _names(data_root() / "scoring" / "targets"):
            self.targets(name)

    def scheme(self, name: str = DEFAULT_SCHEME) -> Scheme:
        """Return a scheme by id or path.

        Raises:
            InputError: when there is no such scheme, or its file is not valid.
        """
        return self._named("schemes", name, Scheme)

    def targets(
        self, name: str = DEFAULT_TARGETS, checklist: ChecklistFacts | None = None
    ) -> Targets:
        """Return targets by id or path.

        Args:
            name: the id of those that ship, or a path.
            checklist: what they are for; None for one on the program's own levels.

        Raises:
            InputError: when there is no such file, it is not valid, or names levels of another
                scale; those that ship name levels of the program's own.
        """
        file = _find(data_root() / "scoring" / "targets", "targets", name)
        if not _is_own(file, name):
            targets = self._load(f"targets-{name}", file, Targets)
            if targets.levels and checklist and checklist.scale:
                raise InputError([Problem("targets.other_scale", {"name": name})])
            return targets
        document = _read(file)
        targets = validate(Targets, document)
        scale = checklist.level_scale if checklist else SIX_LEVELS
        problems = list(_unknown_levels(targets, document, scale))
        if problems:
            raise InputError(problems)
        return targets

    def policy_document(self, name: str) -> Document:
        """Return a policy's document by id or path, to be checked against a checklist.

        Raises:
            InputError: when there is no such file, or it cannot be read.
        """
        shipped = data_root() / "scoring" / "policies"
        return _read(_find(shipped, "policies", name))

    def _named(self, folder: str, name: str, model: type[ModelT]) -> ModelT:
        file = _find(data_root() / "scoring" / folder, folder, name)
        if _is_own(file, name):
            return validate(model, _read(file))
        return self._load(f"{folder}-{name}", file, model)

    def _shipped(self, name: str, model: type[ModelT]) -> ModelT:
        return self._load(name.removesuffix(".yaml"), data_root() / "scoring" / name, model)

    def _load(self, name: str, file: Traversable, model: type[ModelT]) -> ModelT:
        """Return shipped data, read once in a run."""
        loaded = self._loaded.get(name)
        if not isinstance(loaded, model):
            data = read_bytes(file)
            loaded, _ = self._cache.load(
                name, [data], model, lambda: _build(data, str(file), model)
            )
            self._loaded[name] = loaded
        return loaded


def _is_own(file: Traversable, name: str) -> bool:
    """Return whether a file is the user's, named by its path."""
    return isinstance(file, Path) and str(file) == name


def _unknown_levels(targets: Targets, document: Document, scale: LevelScale) -> Iterator[Problem]:
    """Yield the levels named that a scale does not have."""
    known = listed(scale.values)
    for risk, rules in targets.profiles.items():
        for index, rule in enumerate(rules):
            if isinstance(rule.level, int) and rule.level not in scale.values:
                path = ("profiles", risk, index, "level")
                params = {"level": rule.level, "known": known}
                yield Problem("targets.unknown_level", params, document.location(path), path)


def _build(data: bytes, path: str, model: type[ModelT]) -> ModelT:
    return validate(model, read(data, path))


def _read(file: Traversable) -> Document:
    return read(read_bytes(file), str(file))


def _find(shipped: Traversable, kind: str, name: str) -> Traversable:
    """Return a shipped file by its id, or the user's by its path."""
    file = shipped / f"{name}.yaml"
    if Path(name).name == name and file.is_file():
        return file
    path = Path(name)
    if path.suffix in (".yaml", ".yml", ".json") or path.exists():
        return path
    known = listed(_names(shipped))
    raise InputError([Problem(f"{kind}.unknown", {"name": name, "known": known})])


def _names(folder: Traversable) -> list[str]:
    return sorted(file.name.removesuffix(".yaml") for file in folder.iterdir())
