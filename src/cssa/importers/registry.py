"""The importers by name, and which one a file is for."""

from collections.abc import Mapping

from cssa.datafile.syntax import is_table
from cssa.importers.ciso_assistant import CisoAssistantImporter
from cssa.importers.csv_questions import CsvImporter
from cssa.importers.importer import Importer, ImportRequest
from cssa.importers.oscal import OscalImporter
from cssa.importers.source_file import read_document, refusal
from cssa.messages.wording import listed

IMPORTERS: Mapping[str, Importer] = {
    importer.name: importer
    for importer in (CisoAssistantImporter(), OscalImporter(), CsvImporter())
}
"""In the order in which a file is tried."""

_LOOKED_AT = 100_000  # bytes
_KEYS_SHOWN = 5
_REFUSED = (
    (b"PK\x03\x04", "import.is_workbook"),
    (b"\xd0\xcf\x11\xe0", "import.is_workbook"),
    (b"<", "import.is_xml"),
)


def importer_for(request: ImportRequest, name: str | None = None) -> Importer:
    """Return the importer of a file.

    Args:
        request: the file.
        name: the format that the user says it has; None to recognise it by its content.

    Raises:
        InputError: when no format is recognised, or it is no text that can be read.
    """
    start = request.data.removeprefix(b"\xef\xbb\xbf")[:_LOOKED_AT]
    for signature, code in _REFUSED:
        if start.lstrip().startswith(signature):
            raise refusal(request, code)
    if name is not None:
        return IMPORTERS[name]
    text = start.decode("utf-8", errors="replace")
    for importer in IMPORTERS.values():
        if importer.recognises(text):
            return importer
    if is_table(text, request.path):
        return IMPORTERS[CsvImporter.name]
    value = read_document(request).value  # what cannot be read is told, with its place
    keys = list(map(str, value)) if isinstance(value, dict) else ["-"]
    shown = listed(keys, _KEYS_SHOWN)
    raise refusal(request, "import.unrecognised", known=listed(IMPORTERS), keys=shown)
