"""Lint rules on the words of a checklist."""

import re
from collections.abc import Iterator

from cssa.checklist.lint.rule import Keys, LintContext, LintRule, texts_of
from cssa.checklist.model import PlacedPractice
from cssa.datafile.reader import Document
from cssa.datafile.types import Text
from cssa.errors import Problem
from cssa.messages import LANGS, Lang

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SENTENCE = re.compile(r"(?<=[。？！])|(?<=[.?!])\s+")
_SHORT = {"ja": 12, "en": 30}  # characters; shorter phrases may recur


def _texts(subject: LintContext) -> Iterator[tuple[PlacedPractice, Keys, Text]]:
    for placed, keys in subject.practices:
        for where, text in texts_of(placed.practice):
            yield placed, (*keys, *where), text


def _missing_translation(subject: LintContext) -> Iterator[Problem]:
    for placed, keys, text in _texts(subject):
        for lang in _untranslated(text):
            where = (*keys, lang)
            yield subject.problem(f"lint.missing-translation.{lang}", placed, where)
    for document, where, text in _titles(subject):
        for lang in _untranslated(text):
            keys = (*where, lang)
            code = f"lint.missing-translation.{lang}"
            yield Problem(code, {}, document.location(keys), keys)


def _titles(subject: LintContext) -> Iterator[tuple[Document, Keys, Text]]:
    """Yield the texts of the checklist, its domains and sections."""
    yield subject.draft.header_document, ("title",), subject.checklist.title
    for domain, document in subject.files:
        for name in ("title", "conditions"):
            if text := getattr(domain, name):
                yield document, (name,), text
            for index, section in enumerate(domain.sections):
                if text := getattr(section, name):
                    yield document, ("sections", index, name), text


def _untranslated(text: Text) -> Iterator[Lang]:
    if not _JAPANESE.search(text.ja):
        yield "ja"
    if not text.en.strip() or _WIDE.search(text.en):
        yield "en"


def _repeated(subject: LintContext) -> Iterator[Problem]:
    seen: dict[str, tuple[str, Keys]] = {}
    for placed, keys, text in _texts(subject):
        if keys[-2:-1] in (("options",), ("rows",)):  # matrices share their answers' words
            continue
        for lang in LANGS:
            for sentence in _sentences(text.get(lang), _SHORT[lang]):
                first, where = seen.setdefault(sentence, (placed.practice.id, keys))
                if (first, where) != (placed.practice.id, keys):
                    yield subject.problem(
                        "lint.repeated-text", placed, (*keys, lang), sentence=sentence, first=first
                    )


def _sentences(text: str, short: int) -> Iterator[str]:
    for part in _SENTENCE.split(text):
        sentence = part.strip()
        if len(sentence) > short:
            yield sentence


def _required_example(subject: LintContext) -> Iterator[Problem]:
    for placed, keys in subject.practices:
        if placed.practice.examples:
            for index, point in enumerate(placed.practice.points):
                if point.required:
                    yield subject.problem(
                        "lint.required-example", placed, (*keys, "points", index), point=point.id
                    )


def _not_a_question(subject: LintContext) -> Iterator[Problem]:
    for placed, keys in subject.practices:
        question = placed.practice.question
        if not question.ja.rstrip("。？").endswith("か"):
            yield subject.problem("lint.not-a-question", placed, (*keys, "question", "ja"))
        if not question.en.endswith("?"):
            yield subject.problem("lint.not-a-question", placed, (*keys, "question", "en"))


def _terminology(subject: LintContext) -> Iterator[Problem]:
    for placed, keys, text in _texts(subject):
        english = text.en.lower()
        japanese = text.ja
        for term, renderings in subject.vocabulary.terms.items():
            if term not in japanese:
                continue
            japanese = japanese.replace(term, "")  # a longer term hides the shorter ones in it
            if not any(rendering.lower() in english for rendering in renderings):
                yield subject.problem(
                    "lint.terminology",
                    placed,
                    (*keys, "en"),
                    term=term,
                    expected=", ".join(renderings),
                )


RULES = (
    LintRule("missing-translation", "error", _missing_translation),
    LintRule("repeated-text", "error", _repeated),
    LintRule("required-example", "error", _required_example),
    LintRule("not-a-question", "warning", _not_a_question),
    LintRule("terminology", "warning", _terminology),
)
