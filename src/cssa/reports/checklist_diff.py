"""What differs between two versions of a checklist: to be read, and as a draft of changes."""

from collections.abc import Iterator, Sequence
from typing import Any

from cssa.checklist.model import Checklist
from cssa.comparison.checklist_diff import PracticeDiff
from cssa.datafile.emit import flow
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line, shortened
from cssa.reports.page import Page, Paragraph

_MAX_VALUE = 300
"""Characters of a value before and after a change."""


def page(diffs: Sequence[PracticeDiff], old: Checklist, new: Checklist, lang: Lang) -> Page:
    """Return what differs, practice by practice, with each field before and after.

    Args:
        diffs: every practice of both versions.
        old: the former version.
        new: the new version.
        lang: language of the text.
    """
    counts = {
        "added": sum(diff.old is None for diff in diffs),
        "gone": sum(diff.new is None for diff in diffs),
        "differing": sum(bool(diff.fields) for diff in diffs),
        "same": sum(diff.old is not None and diff.old == diff.new for diff in diffs),
    }
    ends = {"old": f"{old.id} {old.version}", "new": f"{new.id} {new.version}"}
    head = (
        Paragraph(message(lang, "diff.title", ends), "heading"),
        Paragraph(message(lang, "diff.counts", counts)),
    )
    blocks = (tuple(_practice(diff, lang)) for diff in diffs)
    return (head, *filter(None, blocks))


def _practice(diff: PracticeDiff, lang: Lang) -> Iterator[Paragraph]:
    practice = diff.new or diff.old
    if practice is None or (diff.old and diff.new and not diff.fields):
        return
    kind = "added" if diff.old is None else "gone" if diff.new is None else "differs"
    params = {"id": practice.shown_id, "title": practice.title.get(lang)}
    yield Paragraph(message(lang, f"diff.{kind}", params), "heading")
    if diff.alike:
        yield _indented(message(lang, "diff.alike", {"names": _alike(diff, lang)}))
    for field in diff.fields:
        before, after = (_value(value, lang) for value in diff.values(field))
        params = {"field": field, "before": before, "after": after}
        yield _indented(message(lang, "diff.field", params))


def _indented(text: str) -> Paragraph:
    return Paragraph(text, indent="  ", hang="    ")


def _alike(diff: PracticeDiff, lang: Lang) -> str:
    return TYPOGRAPHY[lang].join(
        message(lang, "diff.likeness", {"id": item.practice, "percent": item.percent})
        for item in diff.alike
    )


def _value(value: Any, lang: Lang) -> str:
    """Return a value as it is written in files, a text in the reader's language alone."""
    if value is None:
        return message(lang, "diff.none")
    if isinstance(value, dict) and lang in value:
        value = value[lang]
    text = value if isinstance(value, str) else flow(value)
    return shortened(one_line(text), _MAX_VALUE)


def changes_draft(diffs: Sequence[PracticeDiff], old: Checklist, new: Checklist, lang: Lang) -> str:
    """Return a ``changes.yaml`` to be completed, with comments on what a person has to decide.

    Args:
        diffs: every practice of both versions.
        old: the former version.
        new: the new version.
        lang: language of the comments.
    """
    both = [diff for diff in diffs if diff.old is not None and diff.new is not None]
    same = [diff.id for diff in both if not diff.asks_otherwise]
    lines = [
        f"# {message(lang, 'diff.draft.head')}",
        "schema: cssa.changes/1",
        f"from: {flow({'id': old.id, 'version': old.version})}",
        f"to: {flow({'id': new.id, 'version': new.version})}",
        *(["unchanged:", *(f"  - {flow(name)}" for name in same)] if same else []),
    ]
    entries = [line for diff in diffs for line in _entry(diff, lang)]
    return "\n".join([*lines, *(["changes:", *entries] if entries else []), ""])


def _entry(diff: PracticeDiff, lang: Lang) -> Iterator[str]:
    """Yield the lines of one change, what there is to decide first."""
    if diff.old is not None and diff.new is not None:
        if not diff.asks_otherwise:
            return
        code, change = "differs", {"kind": "reworded", "old": diff.id, "new": diff.id}
    elif diff.new is not None:
        code, change = "added", {"kind": "new", "new": diff.id}
    else:
        code, change = "gone", {"kind": "removed", "old": diff.id}
    if code == "differs":
        fields = TYPOGRAPHY[lang].join(diff.fields)
        yield f"  # {message(lang, 'diff.draft.differs', {'fields': fields})}"
    elif diff.alike:
        yield f"  # {message(lang, f'diff.draft.{code}', {'names': _alike(diff, lang)})}"
    yield f"  - {flow(change)}"
