"""A second and a third edition of the shipped guideline, with every kind of change."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from cssa.checklist.changes import CHANGES
from cssa.datafile.emit import dump
from cssa.resources import data_root

ID = "fsa-cyber-guideline"
FIRST, SECOND, THIRD = "2025-07-04", "2026-10-01", "2027-10-01"

TO_SECOND: list[dict[str, Any]] = [
    {"kind": "reworded", "old": "2.1.1-1", "new": "2.1.1-1"},
    {
        "kind": "tightened",
        "old": "2.1.1-2",
        "new": "2.1.1-2",
        "note": {
            "ja": "取締役会等による承認が加わりました。",
            "en": "Approval by the board was added.",
        },
    },
    {"kind": "tightened", "old": "2.1.1-a", "new": "2.1.1-91"},
    {"kind": "split", "old": "2.1.1-3", "new": ["2.1.1-3", "2.1.1-92"]},
    {"kind": "merged", "old": ["2.1.2-1", "2.1.2-2"], "new": "2.1.2-1"},
    {"kind": "moved", "old": "2.3.1-1", "new": "2.3.1-90"},
    {"kind": "removed", "old": "2.1.4-1"},
    {"kind": "new", "new": "2.6-90"},
]
TO_THIRD: list[dict[str, Any]] = [
    {"kind": "tightened", "old": "2.1.1-1", "new": "2.1.1-1"},
    {"kind": "merged", "old": ["2.1.1-3", "2.1.1-92", "2.1.1-4"], "new": "2.1.1-3"},
    {"kind": "moved", "old": "2.3.1-90", "new": "2.3.1-91"},
    {"kind": "removed", "old": "2.1.2-1"},
    {"kind": "split", "old": "2.1.3-1", "new": ["2.1.3-1", "2.1.3-90"]},
    {"kind": "moved", "old": "2.6-90", "new": "2.6-91"},
    {"kind": "new", "new": "2.6-92"},
]

Tree = dict[str, Any]


def write_editions(folder: Path) -> None:
    """Write both editions into a folder of checklists, each with its ``changes.yaml``."""
    shipped = Path(str(data_root())) / "checklists" / ID / FIRST
    files = {
        path.name: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted(shipped.glob("*.yaml"))
    }
    for former, version, changes in ((FIRST, SECOND, TO_SECOND), (SECOND, THIRD, TO_THIRD)):
        before = [item["id"] for item in _practices(files)]
        _edit(files, version, changes)
        changed = {name for change in changes for name in _ids(change, "old")}
        files[CHANGES] = {
            "schema": "cssa.changes/1",
            "from": {"version": former},
            "unchanged": [name for name in before if name not in changed],
            "changes": changes,
        }
        target = folder / ID / version
        target.mkdir(parents=True)
        for name, content in files.items():
            (target / name).write_text(dump(content), encoding="utf-8")
        del files[CHANGES]


def _edit(files: dict[str, Tree], version: str, changes: list[dict[str, Any]]) -> None:
    header = files["checklist.yaml"]
    header |= {"version": version, "revision": 1}
    for name in ("fingerprint", "supersedes", "numbering", "consistency"):
        header.pop(name, None)
    for change in changes:
        _EDITS[change["kind"]](files, _ids(change, "old"), _ids(change, "new"))


def _ids(change: dict[str, Any], side: str) -> list[str]:
    named = change.get(side, [])
    return [named] if isinstance(named, str) else named


def _practices(files: dict[str, Tree]) -> Iterator[Tree]:
    for practices in _lists(files):
        yield from practices


def _lists(files: dict[str, Tree]) -> Iterator[list[Tree]]:
    for name, domain in files.items():
        if name not in ("checklist.yaml", CHANGES):
            yield from (part.get("practices", []) for part in (domain, *domain.get("sections", [])))


def _find(files: dict[str, Tree], practice: str) -> tuple[list[Tree], int]:
    for practices in _lists(files):
        for index, item in enumerate(practices):
            if item["id"] == practice:
                return practices, index
    raise KeyError(practice)


def _reword(files: dict[str, Tree], old: list[str], new: list[str]) -> None:
    practices, index = _find(files, old[0])
    item = practices[index]
    item["id"] = new[0]
    for lang, more in (("ja", "（改）"), ("en", " (revised)")):
        item["title"][lang] += more


def _tighten(files: dict[str, Tree], old: list[str], new: list[str]) -> None:
    _reword(files, old, new)
    practices, index = _find(files, new[0])
    practices[index]["tier"] = "basic"
    practices[index]["points"] = [
        *practices[index].get("points", []),
        {"id": "p90", "ja": f"{new[0]}で加わった点", "en": f"Added in {new[0]}", "required": True},
    ]


def _split(files: dict[str, Tree], old: list[str], new: list[str]) -> None:
    practices, index = _find(files, old[0])
    parts = []
    for number, name in enumerate(new, 1):
        part = deepcopy(practices[index])
        part["id"] = name
        part["title"] = {lang: f"{text} ({number})" for lang, text in part["title"].items()}
        parts.append(part)
    practices[index : index + 1] = parts


def _merge(files: dict[str, Tree], old: list[str], new: list[str]) -> None:
    for name in old[1:]:
        _remove(files, [name], [])
    _reword(files, old, new)


def _move(files: dict[str, Tree], old: list[str], new: list[str]) -> None:
    practices, index = _find(files, old[0])
    practices[index]["id"] = new[0]


def _remove(files: dict[str, Tree], old: list[str], _: list[str]) -> None:
    practices, index = _find(files, old[0])
    del practices[index]


def _add(files: dict[str, Tree], _: list[str], new: list[str]) -> None:
    practices, index = _find(files, "2.6-1")
    item = deepcopy(practices[index])
    item["id"] = new[0]
    item["title"] = {lang: f"{text} {new[0]}" for lang, text in item["title"].items()}
    practices.append(item)


_EDITS: dict[str, Callable[[dict[str, Tree], list[str], list[str]], None]] = {
    "reworded": _reword,
    "tightened": _tighten,
    "split": _split,
    "merged": _merge,
    "moved": _move,
    "removed": _remove,
    "new": _add,
}
