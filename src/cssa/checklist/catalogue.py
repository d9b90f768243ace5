"""Finding and loading checklists: a path given by the user, the user's folders, those shipped."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cssa.checklist.draft import (
    HEADER,
    Draft,
    changes_of,
    read_draft,
    read_header,
    read_unchecked,
)
from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Tier
from cssa.checklist.row_lists import NamedRow
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.cache import CompiledCache
from cssa.datafile.types import ID_PATTERN
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.resources import data_root

if TYPE_CHECKING:
    from cssa.checklist.changes import LocatedChanges

_ID = ID_PATTERN.strip("^$")
_REFERENCE = re.compile(rf"{_ID}(?:@{_ID})?")
_NUMBER_AND_TEXT = re.compile(r"([0-9]*)([^0-9]*)")


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A checklist without structural faults, with its hashes.

    Attributes:
        checklist: the checklist.
        fingerprint: hash of what answers and forms are bound to.
        content: hash of the whole content, texts included.
    """

    checklist: Checklist
    fingerprint: str
    content: str

    def with_rows(self, lists: Mapping[str, Iterable[NamedRow]]) -> "Edition":
        """Return the edition with the rows that an institution has named; it is the same one.

        Args:
            lists: by id of a list of rows, what is named.
        """
        checklist = self.checklist.with_rows(lists)
        return self if checklist is self.checklist else replace(self, checklist=checklist)

    def of_tiers(self, tiers: Collection[Tier]) -> "Edition":
        """Return the edition with the practices of some tiers alone; it is the same one.

        Args:
            tiers: those asked.
        """
        checklist = self.checklist.of_tiers(tiers)
        return self if checklist is self.checklist else replace(self, checklist=checklist)

    def reads(self, fingerprint: str) -> bool:
        """Return whether what is bound to a fingerprint answers this edition, or a former one."""
        return (
            fingerprint == self.fingerprint or self.checklist.supersession(fingerprint) is not None
        )


class CatalogueEntry(NamedTuple):
    """A checklist that can be loaded.

    Attributes:
        id: its id.
        version: its version.
        folder: the folder of its ``checklist.yaml``.
        origin: ``given``, ``user`` or ``shipped``.
    """

    id: str
    version: str
    folder: Traversable
    origin: str

    @property
    def key(self) -> tuple[str, str]:
        """What answers name it by."""
        return self.id, self.version


class ListedChecklist(NamedTuple):
    """A checklist in one place, and whether it is taken from there.

    Attributes:
        entry: the checklist.
        standing: ``named`` by the user; ``newest`` version, which its id alone stands for;
            ``older`` version; ``covered`` by one of the same id and version that the user named;
            ``contradicted`` by one in another place, so that neither is taken.
    """

    entry: CatalogueEntry
    standing: str

    @property
    def is_hidden(self) -> bool:
        """Whether it has to be asked for, or cannot be had at all."""
        return self.standing in ("older", "covered", "contradicted")


def named_folder(name: str | Path) -> Path | None:
    """Return the folder that a checklist is named by; None for an id or ``ID@VERSION``.

    Args:
        name: a folder, a ``checklist.yaml``, an id or ``ID@VERSION``.
    """
    path = Path(name)
    if path.name == HEADER:
        return path.parent
    is_id = _REFERENCE.fullmatch(str(name)) and not (path / HEADER).is_file()
    return None if is_id else path


class Catalogue:
    """The checklists that can be loaded.

    The one that the user named comes before all others; apart from it, an id and version in two
    places contradict each other. A folder that is reached twice is one.

    Args:
        vocabulary: returns what checklists may refer to; called when a checklist is linted.
        given: a checklist that the user named, by folder, ``checklist.yaml``, id or ``ID@VERSION``.
        folders: the user's own folders of checklists, as ``<id>/<version>/checklist.yaml``.
        cache: the cache of compiled checklists; None for none.
    """

    def __init__(
        self,
        vocabulary: Callable[[], Vocabulary],
        given: str | Path | None = None,
        folders: Sequence[Path] = (),
        cache: CompiledCache | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.given = given
        self.folders = folders
        self.cache = cache or CompiledCache()
        self._loaded: dict[CatalogueEntry, Edition] = {}

    @cached_property
    def _places(self) -> dict[tuple[str, str], list[CatalogueEntry]]:
        """The places of each checklist, the one to be taken first, by id and version in order."""
        places: dict[tuple[str, str], list[CatalogueEntry]] = {}
        seen: set[str] = set()
        for entry in self._scan():
            folder = str(entry.folder.resolve() if isinstance(entry.folder, Path) else entry.folder)
            if folder not in seen:
                seen.add(folder)
                places.setdefault(entry.key, []).append(entry)
        in_order = sorted(places, key=lambda key: (key[0], _version_order(key[1])))
        return {key: places[key] for key in in_order}

    def entries(self) -> list[CatalogueEntry]:
        """Return the checklists that can be taken, by id and version, the newest version last."""
        return [places[0] for places in self._places.values() if len(_contradicting(places)) <= 1]

    def listing(self) -> list[ListedChecklist]:
        """Return every checklist in every place, and whether it is taken from there."""
        named = self.named_entry()
        newest = dict(self._places.keys())
        listed = []
        for (checklist_id, version), places in self._places.items():
            contradicting = _contradicting(places)
            for entry in places:
                if entry == named:
                    standing = "named"
                elif entry is not places[0] and places[0].origin == "given":
                    standing = "covered"
                elif len(contradicting) > 1:
                    standing = "contradicted"
                else:
                    standing = "newest" if newest[checklist_id] == version else "older"
                listed.append(ListedChecklist(entry, standing))
        return listed

    def contradictions(self) -> list[Problem]:
        """Return what is in two places, so that it cannot be taken from either."""
        return [
            _contradiction(contradicting)
            for places in self._places.values()
            if len(contradicting := _contradicting(places)) > 1
        ]

    def named_entry(self) -> CatalogueEntry | None:
        """Return the checklist that the user named, None where none was.

        Raises:
            InputError: when there is none of that name, or it cannot be read.
        """
        return None if self.given is None else self.resolve(self.given)

    def resolve(self, name: str | Path) -> CatalogueEntry:
        """Return the checklist that a name stands for.

        Args:
            name: a folder, a ``checklist.yaml``, an id or ``ID@VERSION``.

        Raises:
            InputError: when there is none of that name, or its header cannot be read.
        """
        folder = named_folder(name)
        if folder is None:
            checklist_id, _, version = str(name).partition("@")
            return self.find(checklist_id, version or None)
        header, _ = read_header(folder)
        return CatalogueEntry(header.id, header.version, folder, "given")

    def find(self, checklist_id: str, version: str | None = None) -> CatalogueEntry:
        """Return the entry of a checklist.

        Args:
            checklist_id: its id.
            version: its version; None for the newest.

        Raises:
            InputError: when there is none, or it is in two places.
        """
        same_id = {key: places for key, places in self._places.items() if key[0] == checklist_id}
        if not same_id:
            known = listed(dict.fromkeys(known_id for known_id, _ in self._places) or ["-"])
            raise InputError([Problem("checklist.unknown", {"id": checklist_id, "known": known})])
        matching = [places for key, places in same_id.items() if version in (None, key[1])]
        if not matching:
            known = listed(known_version for _, known_version in same_id)
            params = {"id": checklist_id, "version": version, "known": known}
            raise InputError([Problem("checklist.unknown_version", params)])
        contradicting = _contradicting(matching[-1])
        if len(contradicting) > 1:
            raise InputError([_contradiction(contradicting)])
        return matching[-1][0]

    def load(self, entry: CatalogueEntry) -> Edition:
        """Return a checklist ready to be answered; each is read once in a run.

        Raises:
            InputError: when it cannot be read, or breaks a structural rule.
        """
        if entry not in self._loaded:
            self._loaded[entry] = self._read(entry)
        return self._loaded[entry]

    def changes(self, entry: CatalogueEntry) -> "LocatedChanges | None":
        """Return what a checklist says has changed since another version, None for nothing.

        Raises:
            InputError: when the file cannot be read.
        """
        return changes_of(entry.folder)

    def with_former(self, draft: Draft) -> Draft:
        """Return a checklist as read with the version that its changes are from, if it is there."""
        if draft.changes is None or draft.former is not None:
            return draft
        try:
            entry = self.find(draft.header.id, draft.changes.changes.from_.version)
            return draft._replace(former=read_unchecked(entry.folder))
        except InputError:  # it is not at hand, or reported when it is read itself
            return draft

    def _read(self, entry: CatalogueEntry) -> Edition:
        sources = [
            member.read_bytes()
            for member in sorted(entry.folder.iterdir(), key=lambda member: member.name)
            if member.name.endswith(".yaml")
        ]
        name = f"checklist-{entry.id}-{entry.version}"
        checklist, content = self.cache.load(name, sources, Checklist, lambda: self._build(entry))
        return Edition(checklist=checklist, fingerprint=fingerprint(checklist), content=content)

    def _build(self, entry: CatalogueEntry) -> Checklist:
        from cssa.checklist.lint import structural_problems

        draft = self.with_former(read_draft(entry.folder))
        if (draft.header.id, draft.header.version) != (entry.id, entry.version):
            params = {
                "id": draft.header.id,
                "version": draft.header.version,
                "folder": f"{entry.id}/{entry.version}",
            }
            location = draft.header_document.location(("id",))
            raise InputError([Problem("checklist.folder_name", params, location, ("id",))])
        problems = structural_problems(draft, self.vocabulary())
        if problems:
            raise InputError(problems)
        return draft.checklist

    def _scan(self) -> Iterator[CatalogueEntry]:
        if self.given is not None and named_folder(self.given) is not None:
            yield self.resolve(self.given)
        for root in self.folders:
            if not root.is_dir():
                raise InputError([Problem("file.not_found", {}, Location(str(root)))])
            yield from _scan_folder(root, "user")
        yield from _scan_folder(data_root() / "checklists", "shipped")


def _contradicting(places: Sequence[CatalogueEntry]) -> Sequence[CatalogueEntry]:
    """Return the places of one checklist of which none comes before the others."""
    return places[:1] if places[0].origin == "given" else places


def _contradiction(places: Sequence[CatalogueEntry]) -> Problem:
    first, second = places[:2]
    params = {
        "checklist": f"{first.id} {first.version}",
        "first": str(first.folder),
        "second": str(second.folder),
    }
    return Problem("checklist.twice", params)


def _version_order(version: str) -> list[tuple[int, str]]:
    """Return a sort key by which 10 comes after 2."""
    return [(int(part or 0), text) for part, text in _NUMBER_AND_TEXT.findall(version)]


def _scan_folder(root: Traversable, origin: str) -> Iterator[CatalogueEntry]:
    for group in sorted(root.iterdir(), key=lambda member: member.name):
        if not group.is_dir():
            continue
        for folder in sorted(group.iterdir(), key=lambda member: member.name):
            if folder.is_dir() and (folder / HEADER).is_file():
                yield CatalogueEntry(group.name, folder.name, folder, origin)
