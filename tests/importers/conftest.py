"""Importing invented files, and reading what came out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.importers.import_run import Imported, import_file
from cssa.importers.importer import ImportRequest
from cssa.importers.record import ImportRecord


@dataclass(frozen=True)
class Result:
    """What an import wrote, as plain values."""

    imported: Imported

    @property
    def header(self) -> Any:
        return yaml.safe_load(self.imported.files["checklist.yaml"])

    @property
    def record(self) -> Any:
        return yaml.safe_load(self.imported.files["import.yaml"])

    @property
    def domains(self) -> list[Any]:
        files = self.imported.files
        return [yaml.safe_load(files[f"{name}.yaml"]) for name in self.header["domains"]]

    @property
    def practices(self) -> dict[str, Any]:
        """By id, in order."""
        return {practice["id"]: practice for practice in self._practices()}

    def _practices(self) -> Iterator[Any]:
        for domain in self.domains:
            yield from domain.get("practices", ())
            for section in domain.get("sections", ()):
                yield from section["practices"]

    @property
    def sections(self) -> dict[str, Any]:
        return {
            section["id"]: section
            for domain in self.domains
            for section in domain.get("sections", ())
        }

    @property
    def losses(self) -> set[tuple[str, str, str]]:
        return {
            (loss.get("node", ""), loss["field"], loss["cause"]) for loss in self.record["losses"]
        }

    @property
    def notes(self) -> dict[str, str]:
        return {note["code"]: note.get("value", "") for note in self.record["notes"]}

    def went_to(self, original: str) -> list[tuple[str, str]]:
        return [
            (entry["to"], entry["as"]) for entry in self.record["ids"] if entry["from"] == original
        ]


@pytest.fixture
def take_in() -> Callable[..., Result]:
    """Return the function that imports a text."""

    def run(
        text: str,
        path: str = "file.yaml",
        *,
        languages: tuple[str, ...] = (),
        basic: tuple[str, ...] = (),
        format_: str | None = None,
    ) -> Result:
        request = ImportRequest(data=text.encode(), path=path, languages=languages)
        result = Result(import_file(request, format_, basic))
        if result.imported.built is not None:
            validate(ImportRecord, read(result.imported.files["import.yaml"], "import.yaml"))
        for counts in result.imported.counts.values():
            assert counts["read"] == counts["carried"] + counts["listed"]
        return result

    return run
