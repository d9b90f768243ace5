"""The manifest: inputs and outputs of a batch by hash, written last."""

import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from cssa import __version__
from cssa.batch.intake.processor import FileProcessor
from cssa.batch.intake.reading import content_hash
from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import ReceivedFile
from cssa.batch.outputs.folder import PRIVATE, OutFolder

MANIFEST = f"{PRIVATE}/manifest.json"

_LIBRARIES = ("jinja2", "openpyxl", "pydantic", "python-calamine", "pyyaml", "xlsxwriter")


def inputs_of(
    processor: FileProcessor, named: Mapping[str, str | None], other: Mapping[str, Any]
) -> dict[str, Any]:
    """Return everything that the outputs follow from, as the manifest records it.

    Args:
        processor: checklist, scheme and targets.
        named: hashes of the files that were named, by what they are.
        other: further inputs.
    """
    from cssa.datafile.typed_json import content_hash as model_hash

    edition, criteria = processor.edition, processor.criteria
    return {
        "program": {"cssa": __version__, "python": platform.python_version(), **_libraries()},
        "checklist": {
            "id": edition.checklist.id,
            "version": edition.checklist.version,
            "fingerprint": edition.fingerprint,
            "content": edition.content,
        },
        "scheme": {"id": criteria.scheme.id, "content": model_hash(criteria.scheme)},
        "targets": {"id": criteria.targets.id, "content": model_hash(criteria.targets)},
        "as_of": processor.settings.as_of.isoformat(),
        "lang": processor.settings.lang,
        "named": dict(named),
        **other,
    }


def _libraries() -> dict[str, str]:
    versions = {}
    for name in _LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:  # run from a checkout that nothing installed
            versions[name] = "?"
    return versions


def write_manifest(
    folder: OutFolder,
    inputs: Mapping[str, Any],
    files: Iterable[ReceivedFile],
    hashes: Mapping[str, str],
    names: Iterable[str],
) -> None:
    """Write the manifest.

    Args:
        folder: the batch's.
        inputs: what the outputs follow from.
        files: that were received.
        hashes: of outputs whose hash is known.
        names: of all outputs.
    """
    document = {
        "schema": "cssa.manifest/1",
        "key": content_hash(inputs),
        "inputs": inputs,
        "files": ([file.path, file.head.sha256, file.size] for file in files),
        "outputs": {name: hashes.get(name) or folder.hash(name) for name in sorted(names)},
    }
    folder.write(MANIFEST, json_lines(document))


def outputs_of(folder: OutFolder, inputs: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the hashes of what was made from some inputs, None where others were used last.

    Args:
        folder: the batch's.
        inputs: what the outputs follow from.
    """
    document = _read(folder)
    if document is None or document["key"] != content_hash(inputs):
        return None
    return dict(document["outputs"])


def changed_inputs(folder: OutFolder, inputs: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of inputs that were not the same when the outputs were made.

    Args:
        folder: the batch's.
        inputs: what outputs would follow from now.
    """
    document = _read(folder)
    used = {} if document is None else document["inputs"]
    return frozenset(
        name
        for name, value in inputs.items()
        if content_hash({name: value}) != content_hash({name: used.get(name)})
    )


def output_names(folder: OutFolder) -> frozenset[str]:
    """Return the names of what the last run and the publication wrote; none without a manifest.

    Args:
        folder: the batch's.
    """
    document = _read(folder)
    return frozenset() if document is None else frozenset(document["outputs"])


def altered(folder: OutFolder, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of a run's outputs that are no longer as it wrote them.

    Args:
        folder: the batch's; without a manifest all of its outputs count as altered.
        names: of the outputs.
    """
    document = _read(folder)
    outputs = {} if document is None else document["outputs"]
    return tuple(name for name in names if outputs.get(name) != folder.hash(name))


def is_done(folder: OutFolder, inputs: Mapping[str, Any]) -> bool:
    """Return whether a former run made everything from the same inputs, and all of it is there."""
    outputs = outputs_of(folder, inputs)
    return outputs is not None and all(
        folder.hash(name) == digest for name, digest in outputs.items()
    )


def _read(folder: OutFolder) -> dict[str, Any] | None:
    """Return the manifest, None where there is none or it is damaged."""
    try:
        document: dict[str, Any] = json.loads(folder.read(MANIFEST) or b"")
        dict(document["inputs"]), dict(document["outputs"]), str(document["key"])
    except (ValueError, KeyError, TypeError):
        return None
    return document
