"""``import.yaml``: where a checklist came from, and what of its source it does not have."""

import hashlib
from typing import Annotated, Any, Literal

from pydantic import Field

from cssa.datafile.types import Int, Line, Model, Str
from cssa.importers.builder import BuiltChecklist, Role
from cssa.importers.losses import Balance
from cssa.importers.outline import Outline

COUNTED = ("nodes", "questions", "choices", "texts", "relations")
"""What is counted, in this order."""


class Count(Model):
    """How many things of one kind the source has, and what became of them."""

    read: Int
    carried: Int
    listed: Int


class LossEntry(Model):
    """Something that is not carried; ``node`` is left out for what belongs to the whole file."""

    node: Str | None = None
    field: Str
    cause: Str
    count: Int = 1


class NoteEntry(Model):
    """Something that the import decided."""

    code: Str
    value: Str | None = None


class IdEntry(Model):
    """What became of a part of the source."""

    from_: Annotated[Str, Field(alias="from")]
    to: Line
    as_: Annotated[Role, Field(alias="as")]


class ImportSource(Model):
    """The file that was imported."""

    file: Str
    sha256: Str
    format: Line
    original: Str | None = None


class ImportRecord(Model):
    """The whole file."""

    schema_: Annotated[Literal["cssa.import/1"], Field(alias="schema")]
    source: ImportSource
    languages: tuple[Line, ...] = ()
    basic: tuple[Str, ...] = ()
    counts: dict[Literal["nodes", "questions", "choices", "texts", "relations"], Count]
    notes: tuple[NoteEntry, ...] = ()
    losses: tuple[LossEntry, ...] = ()
    ids: tuple[IdEntry, ...] = ()


def record_content(
    *,
    file_name: str,
    data: bytes,
    format_: str,
    outline: Outline,
    built: BuiltChecklist,
    counted: dict[str, dict[str, int]],
    balance: Balance,
    basic: tuple[str, ...],
) -> dict[str, Any]:
    """Return the record of an import as its file has it, the same for the same import.

    Args:
        file_name: name of the imported file, without its folder.
        data: its content.
        format_: name of its format.
        outline: what was read.
        built: what was made of it.
        counted: what was read, carried and listed, by kind.
        balance: what was read, not carried and decided.
        basic: groups that were named as basic.
    """
    source = {
        "file": file_name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "format": format_,
        **({"original": outline.original} if outline.original else {}),
    }
    return {
        "schema": "cssa.import/1",
        "source": source,
        "languages": list(outline.languages),
        **({"basic": list(basic)} if basic else {}),
        "counts": counted,
        "notes": [
            {"code": note.code, **({"value": note.value} if note.value else {})}
            for note in balance.notes
        ],
        "losses": losses(balance),
        "ids": [
            {"from": placed.original, "to": placed.id, "as": placed.role} for placed in built.placed
        ],
    }


def losses(balance: Balance) -> list[dict[str, Any]]:
    """Return what is not carried, as the record has it."""
    return [
        {
            **({"node": loss.node} if loss.node else {}),
            "field": loss.field,
            "cause": loss.cause,
            **({"count": count} if count > 1 else {}),
        }
        for loss, count in balance.losses.items()
    ]


def counts(outline: Outline | None, balance: Balance) -> dict[str, dict[str, int]]:
    """Return by kind how many things were read, are in the outline, and are listed as not carried.

    Args:
        outline: what was read, None of a file with relations only.
        balance: what was read and listed.
    """
    nodes = list(outline.walk()) if outline is not None else []
    questions = [question for node in nodes for question in node.questions]
    texts = [words for node in nodes for words in node.texts()]
    choices = [choice for question in questions for choice in question.choices]
    relations = balance.read["relations"] - balance.listed("relations")
    carried = {
        "nodes": len(nodes),
        "questions": len(questions),
        "choices": len(choices),
        "texts": sum(map(len, texts))
        - sum(len(choice.words) for choice in choices)
        + sum(node.merged for node in nodes),
        "relations": relations,
    }
    return {
        kind: {
            "read": balance.read[kind],
            "carried": carried[kind],
            "listed": balance.listed(kind),
        }
        for kind in COUNTED
        if balance.read[kind]
    }
