"""The summary of what was issued, as a page for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from cssa.batch.issuing.forms_folder import MAIL_LIST, REGISTER
from cssa.batch.issuing.issue_run import IssuedCampaign
from cssa.messages import Lang, message
from cssa.messages.visible import one_line
from cssa.reports.page import Page, Paragraph


def issue_page(issued: IssuedCampaign, output: Path, lang: Lang) -> Page:
    """Return what was issued, what is missing, and what to do next.

    Args:
        issued: the campaign.
        output: the folder of the forms.
        lang: the page's language.
    """
    return (
        tuple(_counts(issued, output, lang)),
        (
            Paragraph(message(lang, "batch.summary.open"), "heading"),
            _to_open("mail", output / MAIL_LIST, lang),
            _to_open("register", output / REGISTER, lang),
        ),
    )


def _counts(issued: IssuedCampaign, output: Path, lang: Lang) -> Iterator[Paragraph]:
    facts: dict[str, object] = {"count": issued.forms, "path": output}
    yield Paragraph(message(lang, "batch.issue.done", facts), "done", is_whole=True)
    if issued.carried is not None:
        params = {"count": issued.carried, "rest": issued.forms - issued.carried}
        yield Paragraph(message(lang, "batch.issue.done_carried", params), is_whole=True)
    if issued.unasked:
        left = {"count": issued.unasked}
        yield Paragraph(message(lang, "batch.issue.done_unasked", left), is_whole=True)
    if issued.without_address:
        first = one_line(issued.without_address[0])
        missing: dict[str, object] = {"count": len(issued.without_address), "first": first}
        text = message(lang, "batch.issue.without_address", missing)
        yield Paragraph(text, "open", is_whole=True)


def _to_open(name: str, path: Path, lang: Lang) -> Paragraph:
    text = message(lang, f"batch.issue.open.{name}", {"path": str(path)})
    return Paragraph(text, indent="  ", is_whole=True)
