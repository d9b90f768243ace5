"""Sends a round of queries: a letter and a reply form for each institution with open questions.

The rows of the review that are open become questions; what was asked is recorded, and the replies
that the inbox has at the next run are read by that record into review and cases.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch import followup
from cssa.batch.cases.case import question_state
from cssa.batch.cases.query_letter import (
    NumberedQuestion,
    handling_mark,
    query_letter,
    query_subject,
)
from cssa.batch.cases.query_record import (
    QUERIES,
    AskedQuestion,
    QueryLetter,
    QueryRecord,
    QueryRound,
    encoded,
)
from cssa.batch.cases.review_files import write_review
from cssa.batch.intake.runner import Step
from cssa.batch.last_run import LastRun
from cssa.batch.ledger.entries import LedgerRow
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.letter_parts import Addressee, letter_file
from cssa.batch.outputs.mail_list import Mail, addressed, write_mail_list
from cssa.batch.outputs.manifest import write_manifest
from cssa.batch.publishing.publication_record import PUBLISHED, PublicationRecord
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import Problem, UsageError
from cssa.forms.reply_rows import reply_row
from cssa.forms.reply_sheet import ReplyRow, ReplySource
from cssa.forms.reply_writer import ReplyHead, write_reply_form
from cssa.forms.review import ReviewKey, ReviewRow
from cssa.forms.review_words import questions_to_institution
from cssa.messages import LANGS, Lang, message
from cssa.messages.typography import TYPOGRAPHY

LETTERS = "queries"
"""The folder of letters, with one for each round."""
_NAME = "query"
MAIL_LIST = f"{_NAME}.csv"


def reply_form_name(institution: str, round_: str) -> str:
    """Return the name of a reply form, which no form of answers or other round has.

    What comes back is put beside these.
    """
    return f"{institution}-reply-{round_}.xlsx"


def sent_files(record: QueryRecord) -> set[str]:
    """Return the names of the files that were written to be sent."""
    names = {f"{LETTERS}/{round_.id}/{MAIL_LIST}" for round_ in record.rounds}
    for round_ in record.rounds:
        for letter in round_.letters:
            form = reply_form_name(letter.institution, round_.id)
            letters = (form, f"{letter.institution}.txt")
            names |= {f"{LETTERS}/{round_.id}/{name}" for name in letters}
    return names


class QueryAct(NamedTuple):
    """What is to be asked.

    Attributes:
        on: the day of the letters.
        due: the day by which replies are asked for.
        again: whether questions without a reply are asked once more.
    """

    on: date
    due: date
    again: bool = False


class SentRound(NamedTuple):
    """A round that was sent.

    Attributes:
        round_: None where nothing was to be asked.
        without_address: names of institutions that the roster has no address of.
    """

    round_: QueryRound | None
    without_address: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Name of the folder with its letters."""
        return f"{LETTERS}/{self.round_.id if self.round_ else ''}"

    @property
    def question_count(self) -> int:
        """Number of questions in all letters."""
        letters = self.round_.letters if self.round_ else ()
        return sum(len(letter.questions) for letter in letters)


def send_queries(
    act: QueryAct, last: LastRun, record: PublicationRecord | None, folder: OutFolder, step: Step
) -> SentRound:
    """Write letters and reply forms, record what they ask, and note it in review and cases.

    Args:
        act: what is to be asked.
        last: the run that it follows.
        record: what was published, if anything was.
        folder: the batch's.
        step: reports progress.

    Raises:
        UsageError: when an earlier round is of a later day.
    """
    settled = last.settled
    rounds = settled.queries.rounds
    if rounds and rounds[-1].on > act.on:
        params = {"on": act.on, "last": rounds[-1].on}
        raise UsageError([Problem("batch.query.before_last", params)])
    writer = _RoundWriter(act, settled, folder)
    letters = tuple(writer.letters(step))
    if not letters:
        return SentRound(None)
    writer.write_mail_list()
    round_ = QueryRound(id=writer.id, on=act.on, due=act.due, letters=letters)
    queries = settled.queries.model_copy(update={"rounds": (*rounds, round_)})
    folder.secure(QUERIES, encoded(queries))
    _note(last, record, folder)
    return SentRound(round_, tuple(writer.without_address))


def _note(last: LastRun, record: PublicationRecord | None, folder: OutFolder) -> None:
    """Write review and cases with what was sent, as a run would."""
    before = last.settled
    settled = SettledCampaign(before.request, before.intake, folder, record)
    names = write_review(settled, folder, lambda _: None)
    outputs = {**last.outputs, **{name: folder.hash(name) or "" for name in names}}
    inputs = settled.inputs(folder.hash(PUBLISHED))
    write_manifest(folder, inputs, settled.intake.files, outputs, outputs)


class _RoundWriter:
    """Writes the letters of a round.

    Attributes:
        id: of the round.
        without_address: names of institutions that the roster has no address of.
    """

    def __init__(self, act: QueryAct, settled: SettledCampaign, folder: OutFolder) -> None:
        self._act = act
        self._settled = settled
        self._folder = folder
        self.id = settled.queries.new_round(act.on)
        self._rows = {row.id: row for row in settled.rows}
        self._langs = {filing.path: filing.lang for filing in settled.ledger.filings}
        roster = settled.request.lists.roster or ()
        self._entries = {entry.id: entry for entry in roster}
        self._outcomes = {outcome.key: outcome for outcome in settled.outcomes}
        self._mails: list[Mail] = []
        self.without_address: list[str] = []

    @property
    def _campaign(self) -> Campaign | None:
        return self._settled.request.campaign

    def letters(self, step: Step) -> Iterator[QueryLetter]:
        """Write the letters, yielding what each asks."""
        settled = self._settled
        checklist = settled.processor.edition.checklist
        rows = followup.review_rows(settled.answers, self._folder, checklist, settled.kept_keys)
        step(0, len(self._rows))
        groups = groupby(rows, key=lambda row: row.institution)
        for number, (institution, group) in enumerate(groups, start=1):
            asked = [row for row in group if self._is_due(row)]
            if asked:
                yield self._letter(self._rows[institution], asked)
            step(number, len(self._rows))

    def _is_due(self, row: ReviewRow) -> bool:
        """Return whether a question is to be asked now."""
        outcome, exchange = self._outcomes.get(row.key), self._settled.exchanges.get(row.key)
        own = None if outcome is None else outcome.question
        if (not row.queries and own is None) or (outcome is not None and outcome.is_settled):
            return False
        if exchange is None:
            return question_state(outcome, exchange) == "open"
        is_new = own is not None and own != exchange.own
        return is_new or (self._act.again and question_state(outcome, exchange) == "open")

    def _letter(self, row: LedgerRow, asked: Iterable[ReviewRow]) -> QueryLetter:
        lang = self._lang(row)
        questions, reply_rows = [], []
        numbered = []
        for number, each in enumerate(asked, start=1):
            own = self._own(each.key)
            texts = questions_to_institution(each, own, lang)
            reply = self._reply_row(number, each, texts, lang)
            practice = each.practice
            questions.append(
                AskedQuestion(practice=each.key.practice, file=each.file, texts=texts, own=own)
            )
            numbered.append(
                NumberedQuestion(
                    reply.shown["title"]
                    if practice is None
                    else f"{reply.shown['practice']} {reply.shown['title']}",
                    reply.shown["given"],
                    texts,
                    bool(reply.levels),
                )
            )
            reply_rows.append(reply)
        letter = QueryLetter(
            institution=row.id, name=row.name, lang=lang, questions=tuple(questions)
        )
        self._write(row, letter, numbered, reply_rows)
        return letter

    def _own(self, key: ReviewKey) -> str | None:
        outcome = self._outcomes.get(key)
        return None if outcome is None else outcome.question

    def _lang(self, row: LedgerRow) -> Lang:
        """Return the language of the form that an institution filed."""
        stated = self._langs.get(row.path or "")
        return next((lang for lang in LANGS if lang == stated), self._settled.request.settings.lang)

    def _reply_row(
        self, number: int, row: ReviewRow, texts: tuple[str, ...], lang: Lang
    ) -> ReplyRow:
        processor = self._settled.processor
        labels = processor.form_context.labels(lang, processor.edition)
        return reply_row(number, row, texts, labels, processor.edition.checklist)

    def _write(
        self,
        row: LedgerRow,
        letter: QueryLetter,
        questions: list[NumberedQuestion],
        reply_rows: list[ReplyRow],
    ) -> None:
        lang, act, campaign = letter.lang, self._act, self._campaign
        checklist = self._settled.processor.edition.checklist
        form, folder = reply_form_name(row.id, self.id), f"{LETTERS}/{self.id}"
        subject = query_subject(campaign, checklist.title.get(lang), lang)
        entry = self._entries.get(row.id)
        lines = tuple(
            query_letter(
                Addressee(row.id, row.name, "" if entry is None else entry.contact),
                questions,
                campaign,
                subject=subject,
                form=form,
                days=(act.on, act.due),
                lang=lang,
            )
        )
        source = ReplySource(
            lang,
            self._settled.ledger.campaign,
            row.id,
            checklist.id,
            checklist.version,
            self.id,
            letter.rows,
        )
        due = {"date": TYPOGRAPHY[lang].date(act.due)}
        how = message(lang, "reply.how", due)
        head = ReplyHead(row.name, how, handling_mark(campaign, lang))
        self._folder.write(f"{folder}/{form}", write_reply_form(reply_rows, source, head))
        self._folder.write(f"{folder}/{row.id}.txt", letter_file(lines))
        to, copies = addressed(() if entry is None else entry.email)
        self._mails.append(Mail(to, copies, subject, "\n".join(lines), (form,)))
        if not to:
            self.without_address.append(row.name)

    def write_mail_list(self) -> None:
        """Write the list that mails are made from."""
        name = f"{LETTERS}/{self.id}/{MAIL_LIST}"
        self._folder.write(name, write_mail_list(self._mails))
