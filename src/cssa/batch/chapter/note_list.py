"""The list of what institutions wrote, in which the issuer marks what the chapter is about."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from cssa.batch.followup import load_queries
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.settled_campaign import SettledCampaign
from cssa.forms.notes import Note, NoteKey, NoteKind
from cssa.messages import message
from cssa.messages.wording import in_language

NOTES = f"{PRIVATE}/notes.xlsx"

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
    practices = settled.processor.edition.checklist.placed
    return frozenset(
        note.key
        for row in settled.rows
        if row.id in marked
        for note in _notes_of(row.id, practices, settled, folder, replies)
    )


def _notes(settled: SettledCampaign, folder: OutFolder) -> Iterator[Note]:
    """Yield all texts by practice in checklist order, those of a practice by institution.

    Only those of one domain are in memory at a time.
    """
    checklist, replies = settled.processor.edition.checklist, _replies(settled)
    for domain in checklist.domains:
        by_practice: dict[str, list[Note]] = {
            item.practice.id: [] for item in checklist.walk() if item.domain.id == domain.id
        }
        for row in settled.rows:
            for note in _notes_of(row.id, by_practice, settled, folder, replies):
                by_practice[note.practice.id].append(note)
        for notes in by_practice.values():
            yield from notes


def _notes_of(
    institution: str,
    practices: Container[str],
    settled: SettledCampaign,
    folder: OutFolder,
    replies: _Replies,
) -> Iterator[Note]:
    """Yield an institution's texts on some practices, each once."""
    placed = settled.processor.edition.checklist.placed
    stored = load_queries(institution, folder)
    texts: _Texts = (
        *((practice, "note", text) for practice, _, text in stored.comments),
        *((practice, "reason", text) for practice, text in stored.reasons.items()),
        *((practice, "answer", text) for practice, text in stored.written.items()),
        *((practice, "reply", text) for practice, text in replies.get(institution, ())),
    )
    for practice, kind, text in dict.fromkeys(entry for entry in texts if entry[0] in practices):
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
