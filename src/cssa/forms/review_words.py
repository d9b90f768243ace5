"""The words of a row of queries: what was answered, what is asked of whom, and what came back."""

from collections.abc import Iterator

from cssa.checklist.practice import Practice
from cssa.consistency.queries import Query
from cssa.consistency.query_kinds import kind_of
from cssa.engine.contradictions import CODE as CONTRADICTION
from cssa.engine.contradictions import contradiction_words
from cssa.engine.evidence_age import period_words
from cssa.engine.status import Status
from cssa.forms.review import ReturnedReply, ReviewRow
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import CodedWord, in_language, listed, stated_words


def practice_title(practice: Practice, lang: Lang) -> str:
    """Return a practice's title, after the number of the source where the id is another."""
    title = practice.title.get(lang)
    return title if practice.shown_id == practice.id else f"{practice.shown_id} {title}"


def given_words(row: ReviewRow, lang: Lang) -> str:
    """Return what was answered: the level or status, and what was chosen or entered."""
    given = answer_words(row.status, row.level, lang)
    if row.practice is not None and row.value is not None:
        words = row.practice.question_kind.words(row.practice, row.value)
        given = "\n".join((given, *(str(in_language(word, lang, message)) for word in words)))
    return given


def answer_words(status: Status | None, level: int | None, lang: Lang) -> str:
    """Return the level of an answer, else its status; nothing of a submission as a whole."""
    if level is not None:
        return message(lang, "book.review.at_level", {"level": level})
    return "" if status is None else message(lang, f"status.{status}")


def questions_to_institution(row: ReviewRow, own: str | None, lang: Lang) -> tuple[str, ...]:
    """Return what an institution is asked: the queries, and what the issuer asks beside them.

    No other institution is named: a text that would need one's name cannot be worded.

    Args:
        row: of the queries.
        own: the issuer's own question.
        lang: the institution's language.
    """
    texts = [_worded(query, row, lang) for query in row.queries]
    return (*texts, *([own] if own else []))


def questions_to_issuer(row: ReviewRow, lang: Lang) -> Iterator[str]:
    """Yield each query with what only the issuer may know, and how many others of what kinds."""
    for query in row.queries:
        text = _worded(query, row, lang)
        if kind_of(query, row.checklist).others == "other":
            other = {"other": query.params["other"]}
            remark = message(lang, f"query.{query.code}.issuer", other)
            text = f"{text}{TYPOGRAPHY[lang].space}{remark}"
        yield text
    if row.rest:
        kinds = listed(
            CodedWord(f"query.rest.{code}", (("count", count),)) for code, count in row.rest.items()
        )
        facts = {"count": sum(row.rest.values()), "kinds": kinds}
        yield message(lang, "query.rest", facts)


def _worded(query: Query, row: ReviewRow, lang: Lang) -> str:
    """Return the text of a query, with points by their words instead of ids."""
    practice = row.practice
    if query.code.startswith(CONTRADICTION):
        contradiction = contradiction_words(query.code, query.practice, query.params, row.checklist)
        return contradiction.worded(lang, message)
    confidential = kind_of(query, row.checklist).others
    shown_id = row.checklist.shown_id
    open_facts = {name: value for name, value in query.params.items() if name != confidential}
    params = stated_words(open_facts, shown_id)
    if "every" in params:
        params["every"] = period_words(str(params["every"]))
    if "asked" in params:
        params["asked"] = shown_id(str(params["asked"]))
    if practice is not None and "points" in params:
        open_ids = str(query.params["points"]).split(", ")
        words = [point.get(lang) for point in practice.points if point.id in open_ids]
        params["points"] = TYPOGRAPHY[lang].quoted_break.join(words)
    code = f"query.{query.code}"
    return message(lang, code, fitting(code, params))


def reply_words(reply: ReturnedReply, lang: Lang) -> str:
    """Return what an institution entered in a reply form, a line for each part."""
    parts = [reply.reply] if reply.reply else []
    if reply.level is not None:
        parts.append(message(lang, "book.review.reply_level", {"level": reply.level}))
    if reply.document:
        parts.append(message(lang, "book.review.reply_document", {"document": reply.document}))
    if reply.by:
        parts.append(message(lang, "book.review.reply_by", {"by": reply.by}))
    return "\n".join(parts)
