"""What a sender is asked to do about a file that cannot be taken, by why."""

from collections.abc import Mapping

from cssa.errors import Problem

ADVICE: Mapping[str, str] = {
    "form.guard.empty": "empty",
    "form.guard.too_large": "too_large",
    "batch.password": "password",
    "batch.password_wrong": "password_wrong",
    "batch.archive.encrypted": "password",
    "batch.archive.password_wrong": "password_wrong",
    "form.guard.legacy": "save_as",
    "form.guard.binary": "save_as",
    "form.guard.open_document": "save_as",
    "form.guard.html": "save_as",
    "form.guard.macro_enabled": "save_as",
    "form.guard.numbers": "numbers",
    "form.guard.text": "plain_text",
    "form.guard.not_workbook": "other_file",
    "batch.content.other_workbook": "other_file",
    "line_review.found": "other_file",
    "form.meta_lost": "new_copy",
    "form.stripped": "stripped",
    "form.guard.not_zip": "damaged",
    "form.guard.damaged": "damaged",
    "form.guard.bomb": "odd_content",
    "form.guard.number": "odd_content",
    "form.guard.reader_died": "odd_content",
    "form.guard.dtd": "odd_content",
    "form.guard.cell_twice": "odd_content",
    "form.guard.part_name": "odd_content",
    "form.guard.unreadable": "odd_content",
    "batch.worker_died": "odd_content",
    "batch.too_much_memory": "odd_content",
    "form.guard.too_many": "additions",
    "form.guard.much_text": "additions",
    "form.guard.far_cell": "far_cell",
    "form.guard.macros": "macros",
    "form.guard.external_links": "links",
    "batch.content.pdf": "picture",
    "batch.content.image": "picture",
    "batch.content.mail": "mail",
    "batch.content.archive": "archive",
    "batch.content.inner_zip": "inner_zip",
    "batch.content.rich_mail": "rich_mail",
    "batch.content.sealed_mail": "sealed_mail",
    "batch.mail.damaged": "mail",
    "batch.mail.too_large": "mail",
    "batch.mail.too_many": "mail",
    "batch.mail.too_deep": "mail",
    "batch.archive.too_many": "archive_parts",
    "batch.archive.too_large": "archive_parts",
    "form.page.too_large": "too_large",
    "form.page.damaged": "page",
    "form.page.changed": "page",
    "form.page.no_content": "page",
    "form.page.other_form": "new_copy",
    "reply.lost": "reply_lost",
    "batch.other_checklist": "wrong_edition",
    "batch.other_campaign": "wrong_edition",
    "form.schema": "wrong_edition",
    "form.fingerprint": "wrong_edition",
    "answers.fingerprint": "wrong_edition",
}
"""By the reason's code, the key of the text below ``batch.letter.to_do.``."""

OTHERWISE = "new_copy"
"""The advice on what nothing else is known of; it leads out of every case."""

IN_SENDERS_WORDS: Mapping[str, str] = {
    "batch.parts_incomplete": "parts_incomplete",
    "batch.nothing_answered": "nothing_answered",
    "form.column_lost": "column_lost",
    "form.no_cover": "new_copy",
    "form.meta_lost": "new_copy",
}
"""Reasons within a form whose own text is for who takes it in, with the key likewise."""


def for_sender(reason: Problem) -> str:
    """Return the code of the message that tells a sender what to do about a refused file."""
    return f"batch.letter.to_do.{ADVICE.get(reason.code, OTHERWISE)}"


def concerns_sender(reason: Problem) -> bool:
    """Return whether a sender can act on a reason; others are notes for who takes files in."""
    return reason.code in ADVICE or (
        not reason.code.startswith("batch.") or reason.code in IN_SENDERS_WORDS
    )
