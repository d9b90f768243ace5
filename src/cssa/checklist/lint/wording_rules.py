"""Lint rules on the texts of a checklist."""

import re
from collections.abc import Iterator

from cssa.checklist.lint.rule import LintContext, LintRule, PlacedText, register
from cssa.errors import Problem
from cssa.messages.wording import listed

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SENTENCE = re.compile(r"(?<=[。？！])|(?<=[.?!])\s+")
_CLAIMS = {
    "ja": re.compile("事例[がもを]|検査で[のは見]|多くの金融機関|よくあり|がちです|目立ち"),
    "en": re.compile(r"\b(?:published|reported) cases?\b|\binspections\b", re.IGNORECASE),
}
"""Words that speak of cases, findings or frequency."""

_MAX_SHORT = {"ja": 12}  # characters of a phrase that may recur
_MAX_SHORT_ELSEWHERE = 30
_QUESTION_MARKS = ("?", "？", "؟", ";")


def _texts_of_practices(context: LintContext) -> Iterator[tuple[str, PlacedText]]:
    """Yield every text of every practice with the practice's id."""
    for text in context.texts:
        if text.practice is not None:
            yield text.practice, text


@register
class EmptyText(LintRule):
    """Each text has words."""

    id = "empty-text"
    kind = "structural"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each text without words in any language."""
        for text in context.texts:
            if not text.text.words:
                yield text.problem("lint.empty-text")


@register
class MissingTranslation(LintRule):
    """Each text is in each language of the checklist, in no other, and in its script."""

    id = "missing-translation"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each text that is not."""
        languages = context.draft.header.languages
        for text in context.texts:
            words = text.text.words
            for lang in languages:
                if words and lang not in words:
                    yield text.problem("lint.missing-translation.absent", lang=lang)
            for lang in words:
                if lang not in languages:
                    yield text.problem("lint.missing-translation.undeclared", lang, lang=lang)
            if "ja" in words and not _JAPANESE.search(words["ja"]):
                yield text.problem("lint.missing-translation.ja", "ja")
            if "en" in words and _WIDE.search(words["en"]):
                yield text.problem("lint.missing-translation.en", "en")


@register
class RepeatedText(LintRule):
    """No sentence stands twice."""

    id = "repeated-text"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each sentence that stands elsewhere already."""
        seen: dict[tuple[str, str], tuple[str, PlacedText]] = {}
        for practice, text in _texts_of_practices(context):
            if text.path[-2:-1] in (("options",), ("rows",)):
                continue  # matrices share the texts of their answers
            for lang, words in text.text.words.items():
                for sentence in _sentences(words, _MAX_SHORT.get(lang, _MAX_SHORT_ELSEWHERE)):
                    first, first_text = seen.setdefault((lang, sentence), (practice, text))
                    if first_text is not text:
                        yield text.problem(
                            "lint.repeated-text", lang, sentence=sentence, first=first
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
        """Yield a problem for each question that does not."""
        for _, text in _texts_of_practices(context):
            if text.path[-1] == "question":
                for lang, words in text.text.words.items():
                    if not _is_question(lang, words):
                        yield text.problem("lint.not-a-question", lang)


def _is_question(lang: str, words: str) -> bool:
    if lang == "ja":
        return words.rstrip("。？").endswith("か")
    return words.endswith(_QUESTION_MARKS)


@register
class Terminology(LintRule):
    """Terms are translated by their fixed counterparts."""

    id = "terminology"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each Japanese term that is translated otherwise."""
        terms = context.vocabulary.terms
        longest_first = sorted(terms, key=len, reverse=True)
        for _, text in _texts_of_practices(context):
            words = text.text.words
            if not {"ja", "en"} <= words.keys():
                continue
            japanese, english = words["ja"], words["en"].lower()
            for term in longest_first:
                if term not in japanese:
                    continue
                japanese = japanese.replace(term, "")  # shorter terms in it are not looked for
                renderings = terms[term]
                if not any(rendering.lower() in english for rendering in renderings):
                    expected = listed(renderings)
                    yield text.problem("lint.terminology", "en", term=term, expected=expected)


@register
class MissingField(LintRule):
    """Practices have what the checklist declares that each has."""

    id = "missing-field"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            for field in context.draft.header.complete:
                if not getattr(placed.practice, field):
                    yield context.problem("lint.missing-field", placed, path, field=field)


@register
class ClaimWithoutSource(LintRule):
    """What speaks of cases, findings or frequency has a source."""

    id = "claim-without-source"
    kind = "editorial"

    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation."""
        for placed, path in context.practices:
            practice = placed.practice
            if practice.sources:
                continue
            for name, text in (("why", practice.why), ("pitfalls", practice.pitfalls)):
                for lang, claims in _CLAIMS.items():
                    claim = claims.search(text.words.get(lang, "")) if text else None
                    if claim:
                        yield context.problem(
                            "lint.claim-without-source", placed, (*path, name, lang), claim=claim[0]
                        )
