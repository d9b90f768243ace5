"""The questions of a requirement in a library file of CISO Assistant."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from cssa.importers.losses import Balance
from cssa.importers.outline import (
    Choice,
    QuestionKind,
    SourceCondition,
    SourceQuestion,
    Words,
    joined,
)
from cssa.importers.text import clean

_YES = frozenset(
    {"yes", "oui", "ja", "si", "sí", "sì", "sim", "evet", "tak", "ano", "taip", "jah", "はい"}
)
_NO = frozenset({"no", "non", "nein", "nee", "não", "hayır", "nie", "ne", "nej", "ei", "いいえ"})
_NOT_APPLICABLE = frozenset(
    {
        "n/a", "na", "not applicable", "non applicable", "sans objet", "nicht anwendbar",
        "niet van toepassing", "non applicabile", "no aplica", "uygulanamaz", "該当なし",
    }
)  # fmt: skip
_PLAIN_CHOICES = 2
_COMPUTED = {
    "compute_result": "computed_result",
    "select_implementation_groups": "selects_groups",
    "color": "appearance",
}
"""What a choice may do there and not here, with the cause that is told."""


def read_questions(
    entry: Mapping[str, Any], languages: Sequence[str], locale: str, balance: Balance
) -> tuple[SourceQuestion, ...]:
    """Return the questions of a requirement node.

    Args:
        entry: the node.
        languages: the languages taken.
        locale: the language of questions, which are never translated.
        balance: takes what is not carried.
    """
    questions = entry.get("questions")
    if not isinstance(questions, dict):
        return ()
    return tuple(
        _question(str(urn), question, languages, locale, balance)
        for urn, question in questions.items()
        if isinstance(question, dict)
    )


def _question(
    urn: str,
    entry: Mapping[str, Any],
    languages: Sequence[str],
    locale: str,
    balance: Balance,
) -> SourceQuestion:
    balance.read["questions"] += 1
    lang = locale if locale in languages else languages[0]
    text = clean(entry.get("text"), balance)
    balance.read["texts"] += bool(text)
    choices = tuple(_choices(urn, entry, lang, balance))
    if entry.get("weight") not in (None, 1):
        balance.lose(urn, "weight", "own_arithmetic")
    return SourceQuestion(
        original=urn,
        kind=_kind(urn, str(entry.get("type")), choices, balance),
        words={lang: text} if text else {},
        choices=choices,
        condition=_condition(urn, entry.get("depends_on"), balance),
        scores=any(choice.score is not None for choice in choices),
    )


def _kind(urn: str, written: str, choices: Sequence[Choice], balance: Balance) -> QuestionKind:
    if written in ("unique_choice", "single_choice", "boolean") or (
        written not in ("multiple_choice", "number", "text", "date") and choices
    ):
        return "yes_no" if written == "boolean" or _is_yes_or_no(choices) else "single"
    if written == "multiple_choice":
        return "multi"
    if written == "number":
        return "number"
    if written != "text":
        balance.lose(urn, f"type {written}", "entered_as_text")
    return "text"


def _is_yes_or_no(choices: Sequence[Choice]) -> bool:
    words = [_folded(choice.words) for choice in choices if not choice.is_not_applicable]
    return (
        len(words) == _PLAIN_CHOICES
        and not any(choice.score is not None for choice in choices)
        and sum(word in _YES for word in words) == 1
        and sum(word in _NO for word in words) == 1
    )


def _choices(urn: str, entry: Mapping[str, Any], lang: str, balance: Balance) -> Iterator[Choice]:
    for number, choice in enumerate(entry.get("choices") or (), 1):
        if not isinstance(choice, dict):
            continue
        balance.read["choices"] += 1
        for name, cause in _COMPUTED.items():
            if choice.get(name) not in (None, "", []):
                balance.lose(urn, name, cause)
        value: Words = {lang: clean(choice.get("value"), balance)}
        explained = clean(choice.get("description"), balance)
        description: Words = {lang: explained} if explained else {}
        score = choice.get("add_score")
        yield Choice(
            original=str(choice.get("urn") or number),
            words=joined((value, description), " – "),
            score=None if score is None else Fraction(str(score)),
            is_not_applicable=score is None and _folded(value) in _NOT_APPLICABLE,
        )


def _condition(urn: str, entry: object, balance: Balance) -> SourceCondition | None:
    if not isinstance(entry, dict):
        return None
    choices = tuple(map(str, entry.get("answers") or ()))
    if entry.get("condition") == "all" and len(choices) > 1:
        balance.lose(urn, "depends_on", "condition_on_all")
        return None
    return SourceCondition(question=str(entry.get("question")), choices=choices)


def _folded(words: Words) -> str:
    return next(iter(words.values()), "").strip().casefold()
