"""What institutions were asked by letter and replied, by the answer that it is about."""

from collections.abc import Iterable, Mapping
from typing import Any

from cssa.batch.cases.query_record import QueryRecord
from cssa.batch.intake.processor import BatchSettings
from cssa.batch.intake.runner import stored_reading
from cssa.batch.ledger.entries import LedgerRow
from cssa.batch.outputs.folder import OutFolder
from cssa.forms.review import Exchange, ReturnedReply, ReviewKey

Exchanges = Mapping[ReviewKey, Exchange]

_Replies = Mapping[tuple[ReviewKey, str], ReturnedReply]


def exchanges(
    record: QueryRecord, rows: Iterable[LedgerRow], folder: OutFolder, settings: BatchSettings
) -> Exchanges:
    """Return what was asked and replied.

    Args:
        record: the letters that were sent.
        rows: the institutions, with their reply forms.
        folder: keeps what was read of these.
        settings: what they were read with.
    """
    replies = _replies(rows, folder, settings)
    by_key: dict[ReviewKey, Exchange] = {}
    for round_, letter, question in record.questions():
        key = letter.key(question)
        text = "\n".join(question.texts)
        before = by_key.get(key, Exchange(letter.name, (), ()))
        by_key[key] = Exchange(
            letter.name,
            (*before.asked, text),
            (*before.sent, round_.on),
            question.own,
            replies.get((key, round_.id), before.reply),
            (key, round_.id) not in replies,
        )
    return by_key


def _replies(rows: Iterable[LedgerRow], folder: OutFolder, settings: BatchSettings) -> _Replies:
    """Return the replies by answer and round; a later form of a round adds to the earlier ones."""
    replies: dict[tuple[ReviewKey, str], ReturnedReply] = {}
    for row in rows:
        for form in row.replies:
            for entry in stored_reading(folder, settings, form.sha256).values["reply"]:
                key = ReviewKey(row.id, entry["file"], entry["practice"])
                replies[key, form.round_] = _reply(entry, form.path, form.received)
    return replies


def _reply(entry: Mapping[str, Any], path: str, received: Any) -> ReturnedReply:
    return ReturnedReply(
        entry["reply"], entry["level"], entry["document"], entry["by"], path, received
    )
