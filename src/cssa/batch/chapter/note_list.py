"""The list of what institutions wrote, in which the issuer marks what the chapter is about."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing

from cssa.batch.followup import load_queries
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import OutputError, Problem
from cssa.forms.notes import Note, NoteKey, NoteKind
from cssa.messages import message
from cssa.messages.wording import in_language

NOTES = f"{PRIVATE}/notes.xlsx"

_ON_DISK = ""
"""SQLite's name of a file of its own, which is gone as soon as it is closed."""

_IN_ORDER = "SELECT * FROM note ORDER BY practice, rowid"

_Texts = Iterable[tuple[str, NoteKind, str]]
_Replies = Mapping[str, list[tuple[str, str]]]


def write_note_list(
    settled: SettledCampaign, folder: OutFolder, announce: Callable[[set[str]], None]
) -> None:
    """Write the list with what was marked before.

    Args:
        settled: the campaign, with the texts of its run stored.
        folder: takes the files.
        announce: announces files before they are written.
    """
    from cssa.forms.notes_writer import write_notes

    lang = settled.request.settings.lang
    handling = str(in_language(settled.handling.mark, lang, message))
    for name, data in write_notes(_notes(settled, folder), settled.marks, lang, handling):
        path = f"{PRIVATE}/{name}"
        announce({path})
        folder.write(path, data)


def standing_notes(settled: SettledCampaign, folder: OutFolder) -> frozenset[NoteKey]:
    """Return the keys of the texts that institutions with marks have on file.

    Args:
        settled: the campaign.
        folder: has the stored texts.
    """
    replies = _replies(settled)
    marked = {entered.key.institution for entered in settled.marks}
    return frozenset(
        note.key
        for row in settled.rows
        if row.id in marked
        for note in _notes_of(row.id, settled, folder, replies)
    )


def _notes(settled: SettledCampaign, folder: OutFolder) -> Iterator[Note]:
    """Yield all texts by practice in checklist order, those of a practice by institution.

    They are put in order on disk: those of thousands of institutions should not all be in memory.

    Raises:
        OutputError: when the disk is full.
    """
    practices = tuple(settled.processor.edition.checklist.practice_by_id.values())
    numbers = {practice.id: number for number, practice in enumerate(practices)}
    replies = _replies(settled)
    try:
        with closing(sqlite3.connect(_ON_DISK)) as table:
            table.execute(f"CREATE TABLE note ({', '.join(Note._fields)})")
            for row in settled.rows:
                notes = _notes_of(row.id, settled, folder, replies)
                table.executemany(
                    "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        (note.institution, note.name, numbers[note.practice.id], *note[3:])
                        for note in notes
                    ),
                )
            for institution, name, number, *rest in table.execute(_IN_ORDER):
                yield Note(institution, name, practices[number], *rest)
    except sqlite3.OperationalError as error:
        raise OutputError([Problem("file.cannot_write", {"reason": str(error)})]) from None


def _notes_of(
    institution: str, settled: SettledCampaign, folder: OutFolder, replies: _Replies
) -> Iterator[Note]:
    """Yield an institution's texts, each once."""
    placed = settled.processor.edition.checklist.placed
    stored = load_queries(institution, folder)
    texts: _Texts = (
        *((practice, "note", text) for practice, _, text in stored.comments),
        *((practice, "reason", text) for practice, text in stored.reasons.items()),
        *((practice, "answer", text) for practice, text in stored.written.items()),
        *((practice, "reply", text) for practice, text in replies.get(institution, ())),
    )
    for practice, kind, text in dict.fromkeys(texts):
        status, level = stored.statuses[practice]
        yield Note(institution, stored.name, placed[practice].practice, kind, text, status, level)


def _replies(settled: SettledCampaign) -> _Replies:
    """Return what came back on answers that stand, in reply forms and as the issuer noted it."""
    files = {row.id: row.effective.sha256 for row in settled.rows if row.effective is not None}
    texts = [(outcome.key, outcome.reply) for outcome in settled.outcomes]
    texts += [
        (key, exchange.reply.reply)
        for key, exchange in settled.exchanges.items()
        if exchange.reply is not None
    ]
    replies: dict[str, list[tuple[str, str]]] = {}
    for key, text in texts:
        if text and key.practice is not None and files.get(key.institution) == key.file:
            replies.setdefault(key.institution, []).append((key.practice, text))
    return replies
