"""Which of an institution's reply forms count, for each query letter that it was sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from cssa.batch.intake.reading import placed
from cssa.batch.ledger.contradictions import doubted
from cssa.batch.ledger.entries import Filing, ReceivedReply
from cssa.batch.ledger.precedence import apply_precedence
from cssa.errors import Problem

SentLetters = Mapping[tuple[str, str], str]
"""The letters that were sent: by institution and round, the hash of each one's questions."""

_UNKNOWN = Problem("batch.reply.unknown")


def with_letter_identity(filing: Filing) -> Filing:
    """Return a filing; a reply form that names another institution than its letter is held."""
    reply, institution = filing.reply, filing.institution
    if reply is None or institution is None or filing.is_doubtful:
        return filing
    if filing.confirmed or filing.decision == "leave":
        return filing
    if reply.institution.casefold() == institution.casefold():
        return filing
    params = {"other": reply.institution, "id": institution}
    return doubted(filing, [Problem("batch.identity.reply", params)])


def settled_replies(
    filings: Sequence[Filing],
    sent: SentLetters,
    contents: Mapping[str, str],
    answered: Callable[[str], Iterable[str]],
) -> tuple[list[Filing], tuple[ReceivedReply, ...]]:
    """Return an institution's reply forms in their final states, and those that count.

    A later form to the same letter replaces an earlier one as later forms of answers do.

    Args:
        filings: its reply forms.
        sent: the letters that were sent.
        contents: hash of what each file holds, by the file's sha256.
        answered: returns the questions that a file answers, by its sha256.
    """
    settled = [_known(filing, sent) for filing in filings]
    rounds: dict[str, list[int]] = {}
    for number, filing in enumerate(settled):
        if filing.reply is not None and filing.state in ("reply", "returned"):
            rounds.setdefault(filing.reply.round_, []).append(number)
    received = []
    for round_, numbers in sorted(rounds.items()):
        as_forms = [_as_form(settled[number]) for number in numbers]
        precedence, ranked = apply_precedence(as_forms, contents, answered)
        for number, filing in zip(numbers, ranked, strict=True):
            settled[number] = _as_reply(filing)
        if precedence.effective is not None:
            for number in (*precedence.merged, precedence.effective):
                filing = ranked[number]
                day = filing.received_at and filing.received_at.date()
                received.append(ReceivedReply(filing.path, filing.sha256, round_, day))
    return settled, tuple(received)


def _known(filing: Filing, sent: SentLetters) -> Filing:
    """Return a filing; a reply to a letter that was never sent, or read otherwise, is held."""
    reply, institution = filing.reply, filing.institution
    if reply is None or institution is None or filing.state != "reply":
        return filing
    if filing.decision == "leave" or sent.get((institution, reply.round_)) == reply.rows:
        return filing
    reason = placed(_UNKNOWN, filing.path)
    return filing._replace(state="held", reasons=(reason, *filing.reasons))


def _as_form(filing: Filing) -> Filing:
    return filing._replace(state="accepted") if filing.state == "reply" else filing


def _as_reply(filing: Filing) -> Filing:
    return filing._replace(state="reply") if filing.state == "accepted" else filing
