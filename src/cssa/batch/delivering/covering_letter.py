"""The letter that goes with a package, and is the text of its mail."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.outputs.letter_parts import Addressee, closing_lines, marking_line
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line
from cssa.reports.publication_mark import PublicationMark


class Enclosure(NamedTuple):
    """The package that a letter goes with.

    Attributes:
        name: of its file.
        files: names of the files in it.
        has_feedback: whether a feedback report is among them.
        has_returns: whether anything that is to be corrected or sent again is.
        interim: whether the feedback shows the institution's own figures alone.
        mark: how the feedback stands to the publication; None for what was published.
        protected: whether it needs a password.
    """

    name: str
    files: Sequence[str]
    has_feedback: bool
    has_returns: bool
    interim: bool
    mark: PublicationMark | None
    protected: bool

    @property
    def kind(self) -> str:
        """Whether it is sent for the feedback, or for what is returned."""
        return "feedback" if self.has_feedback else "returns"


def covering_subject(campaign: Campaign | None, kind: str, lang: Lang) -> str:
    """Return the subject of the mail.

    Args:
        campaign: who sends it; None where its file was not specified.
        kind: of the enclosure.
        lang: the letter's language.
    """
    if campaign is None:
        return message(lang, f"batch.deliver.title.{kind}")
    params = {"campaign": one_line(campaign.title.get(lang))}
    return message(lang, f"batch.deliver.subject.{kind}", params)


def covering_letter(
    addressee: Addressee, campaign: Campaign | None, enclosed: Enclosure, on: date, lang: Lang
) -> Iterator[str]:
    """Yield the lines of the letter.

    Args:
        addressee: whom it is for.
        campaign: who sends it; None where its file was not specified.
        enclosed: the package.
        on: the day that it bears.
        lang: its language.
    """
    yield from marking_line(campaign, lang)
    yield TYPOGRAPHY[lang].date(on)
    yield message(lang, f"batch.deliver.title.{enclosed.kind}")
    yield ""
    yield from addressee.lines(lang)
    yield ""
    asked = "interim" if enclosed.has_feedback and enclosed.interim else enclosed.kind
    yield message(lang, f"batch.deliver.ask.{asked}")
    if enclosed.has_feedback and enclosed.has_returns:
        yield message(lang, "batch.deliver.ask.with_returns")
    if enclosed.has_returns and _is_closed(campaign, enclosed, on):
        yield message(lang, "batch.letter.feedback_only")
    yield ""
    if campaign is not None:
        yield message(lang, "batch.letter.campaign", {"title": campaign.title.get(lang)})
    params = {"name": one_line(addressee.name), "id": addressee.id}
    yield message(lang, "batch.letter.institution", params)
    if enclosed.mark is not None:
        label = message(lang, enclosed.mark.label.code, enclosed.mark.label.params)
        yield message(lang, "batch.deliver.edition", {"label": label})
    yield message(lang, "batch.deliver.package", {"name": enclosed.name})
    yield message(lang, "batch.deliver.contents")
    for name in enclosed.files:
        yield message(lang, "batch.deliver.line", {"name": name})
    yield ""
    if enclosed.protected:
        yield message(lang, "batch.deliver.protected")
    if enclosed.has_feedback:
        yield message(lang, "batch.deliver.restricted")
    yield message(lang, "batch.deliver.wrong_addressee")
    yield from closing_lines(campaign, lang)


def _is_closed(campaign: Campaign | None, enclosed: Enclosure, on: date) -> bool:
    """Return whether answers received from now on are in no statistics."""
    cut_off = campaign.cut_off if campaign else None
    return not enclosed.interim or (cut_off is not None and on > cut_off)
