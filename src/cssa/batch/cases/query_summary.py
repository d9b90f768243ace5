"""The summary of a round of queries, as a page for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from cssa.batch.cases.query_round import MAIL_LIST, SentRound
from cssa.messages import Lang, message
from cssa.messages.visible import one_line
from cssa.reports.page import Page, Paragraph


def query_page(sent: SentRound, output: Path, lang: Lang) -> Page:
    """Return how many letters there are, what is missing, and what to do next.

    Args:
        sent: the round.
        output: the batch's folder.
        lang: the page's language.
    """
    if sent.round_ is None:
        return ((Paragraph(message(lang, "batch.query.nothing"), is_whole=True),),)
    folder = output / sent.folder
    return (
        tuple(_counts(sent, folder, lang)),
        (
            Paragraph(message(lang, "batch.summary.open"), "heading"),
            _to_open("mail", folder / MAIL_LIST, lang),
            Paragraph(message(lang, "batch.query.next"), indent="  ", is_whole=True),
        ),
    )


def _counts(sent: SentRound, folder: Path, lang: Lang) -> Iterator[Paragraph]:
    round_ = sent.round_
    if round_ is None:
        return
    facts = {
        "count": len(round_.letters),
        "questions": sent.question_count,
        "path": folder,
        "due": round_.due,
    }
    yield Paragraph(message(lang, "batch.query.done", facts), "done", is_whole=True)
    if sent.without_address:
        params = {
            "count": len(sent.without_address),
            "first": one_line(sent.without_address[0]),
        }
        text = message(lang, "batch.issue.without_address", params)
        yield Paragraph(text, "open", is_whole=True)


def _to_open(name: str, path: Path, lang: Lang) -> Paragraph:
    return Paragraph(message(lang, f"batch.query.open.{name}", {"path": path}), indent="  ")
