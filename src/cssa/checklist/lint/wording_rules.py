"""Lint rules on the texts of a checklist."""

import re
from collections.abc import Iterator

from cssa.checklist.lint.rule import LintContext, LintRule, register, texts_of
from cssa.checklist.model import PlacedPractice
from cssa.datafile.reader import Document
from cssa.datafile.types import Text
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages import LANGS, Lang

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SENTENCE = re.compile(r"(?<=[。？！])|(?<=[.?!])\s+")
_MAX_SHORT = {"ja": 12, "en": 30}  # characters of a phrase that may recur


def _texts(context: LintContext) -> Iterator[tuple[PlacedPractice, KeyPath, Text]]:
    """Yield every text of every practice with its path in its document."""
    for placed, path in context.practices:
        for text_path, text in texts_of(placed.practice):
            yield placed, (*path, *text_path), text


@register
class MissingTranslation(LintRule):
    """Each text is in each language of the checklist, and in its script."""

    id = "missing-translation"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path, text in _texts(context):
            for lang in _untranslated(text):
                yield context.problem(f"lint.missing-translation.{lang}", placed, (*path, lang))
        for document, text_path, text in _titles(context):
            for lang in _untranslated(text):
                path = (*text_path, lang)
                code = f"lint.missing-translation.{lang}"
                yield Problem(code, {}, document.location(path), path)


def _titles(context: LintContext) -> Iterator[tuple[Document, KeyPath, Text]]:
    """Yield the texts of the checklist, its domains and sections with their document and path."""
    yield context.draft.header_document, ("title",), context.checklist.title
    for domain, document in context.files:
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


@register
class RepeatedText(LintRule):
    """No sentence stands twice."""

    id = "repeated-text"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        seen: dict[str, tuple[str, KeyPath]] = {}
        for placed, path, text in _texts(context):
            if path[-2:-1] in (
                ("options",),
                ("rows",),
            ):  # matrices share the texts of their answers
                continue
            for lang in LANGS:
                for sentence in _sentences(text.get(lang), _MAX_SHORT[lang]):
                    first, first_path = seen.setdefault(sentence, (placed.practice.id, path))
                    if (first, first_path) != (placed.practice.id, path):
                        yield context.problem(
                            "lint.repeated-text",
                            placed,
                            (*path, lang),
                            sentence=sentence,
                            first=first,
                        )


def _sentences(text: str, max_short: int) -> Iterator[str]:
    """Yield the sentences of a text that are longer than a phrase that may recur."""
    for part in _SENTENCE.split(text):
        sentence = part.strip()
        if len(sentence) > max_short:
            yield sentence


@register
class RequiredExample(LintRule):
    """Examples are not required."""

    id = "required-example"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            if placed.practice.examples:
                for index, point in enumerate(placed.practice.points):
                    if point.required:
                        yield context.problem(
                            "lint.required-example",
                            placed,
                            (*path, "points", index),
                            point=point.id,
                        )


@register
class NotAQuestion(LintRule):
    """Questions end as such."""

    id = "not-a-question"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            question = placed.practice.question
            if not question.ja.rstrip("。？").endswith("か"):
                yield context.problem("lint.not-a-question", placed, (*path, "question", "ja"))
            if not question.en.endswith("?"):
                yield context.problem("lint.not-a-question", placed, (*path, "question", "en"))


@register
class Terminology(LintRule):
    """Terms are translated by their fixed counterparts."""

    id = "terminology"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path, text in _texts(context):
            english = text.en.lower()
            japanese = text.ja
            for term, renderings in context.vocabulary.terms.items():
                if term not in japanese:
                    continue
                japanese = japanese.replace(
                    term, ""
                )  # so that shorter terms in it are not looked for
                if not any(rendering.lower() in english for rendering in renderings):
                    yield context.problem(
                        "lint.terminology",
                        placed,
                        (*path, "en"),
                        term=term,
                        expected=", ".join(renderings),
                    )
