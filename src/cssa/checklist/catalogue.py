"""Finding and loading checklists: a path given by the user, the user's folders, those shipped."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from cssa.checklist.draft import HEADER, read_draft, read_header
from cssa.checklist.fingerprint import fingerprint
from cssa.checklist.model import Checklist
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.cache import CompiledCache
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.resources import data_root

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


class Catalogue:
    """The checklists that can be loaded.

    Args:
        vocabulary: returns what checklists may refer to; called when a checklist is linted.
        given: a checklist's folder or ``checklist.yaml`` named by the user.
        folders: the user's own folders of checklists, as ``<id>/<version>/checklist.yaml``.
        cache: the cache of compiled checklists; None for none.
    """

    def __init__(
        self,
        vocabulary: Callable[[], Vocabulary],
        given: Path | None = None,
        folders: Sequence[Path] = (),
        cache: CompiledCache | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.given = given
        self.folders = folders
        self.cache = cache or CompiledCache()
        self._loaded: dict[CatalogueEntry, Edition] = {}

    def entries(self) -> list[CatalogueEntry]:
        """Return every checklist, sorted by id and version, the newest version last.

        Raises:
            InputError: when two places have the same id and version.
        """
        entries: dict[tuple[str, str], CatalogueEntry] = {}
        for entry in self._scan():
            key = (entry.id, entry.version)
            if key in entries:
                params = {
                    "checklist": f"{entry.id} {entry.version}",
                    "first": str(entries[key].folder),
                    "second": str(entry.folder),
                }
                raise InputError([Problem("checklist.twice", params)])
            entries[key] = entry
        return sorted(entries.values(), key=lambda entry: (entry.id, _version_order(entry.version)))

    def find(self, checklist_id: str, version: str | None = None) -> CatalogueEntry:
        """Return the entry of a checklist.

        Args:
            checklist_id: its id.
            version: its version; None for the newest.

        Raises:
            InputError: when there is none.
        """
        entries = self.entries()
        same_id = [entry for entry in entries if entry.id == checklist_id]
        if not same_id:
            known = ", ".join(dict.fromkeys(entry.id for entry in entries)) or "-"
            raise InputError([Problem("checklist.unknown", {"id": checklist_id, "known": known})])
        matching = [entry for entry in same_id if version in (None, entry.version)]
        if not matching:
            known = ", ".join(entry.version for entry in same_id)
            params = {"id": checklist_id, "version": version, "known": known}
            raise InputError([Problem("checklist.unknown_version", params)])
        return matching[-1]

    def load(self, entry: CatalogueEntry) -> Edition:
        """Return a checklist ready to be answered; each is read once in a run.

        Raises:
            InputError: when it cannot be read, or breaks a structural rule.
        """
        if entry not in self._loaded:
            self._loaded[entry] = self._read(entry)
        return self._loaded[entry]

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
        from cssa.checklist.lint import lint

        draft = read_draft(entry.folder)
        if (draft.header.id, draft.header.version) != (entry.id, entry.version):
            params = {
                "id": draft.header.id,
                "version": draft.header.version,
                "folder": f"{entry.id}/{entry.version}",
            }
            location = draft.header_document.location(("id",))
            raise InputError([Problem("checklist.folder_name", params, location, ("id",))])
        findings = lint(draft, self.vocabulary())
        problems = [finding.problem for finding in findings if finding.is_structural]
        if problems:
            raise InputError(problems)
        return draft.checklist

    def _scan(self) -> Iterator[CatalogueEntry]:
        if self.given is not None:
            folder = self.given.parent if self.given.name == HEADER else self.given
            header, _ = read_header(folder)
            yield CatalogueEntry(header.id, header.version, folder, "given")
        for root in self.folders:
            if not root.is_dir():
                raise InputError([Problem("file.not_found", {}, Location(str(root)))])
            yield from _scan_folder(root, "user")
        yield from _scan_folder(data_root() / "checklists", "shipped")


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
