"""A plan in words: who does what until when, and how far it is."""

from datetime import date

from cssa.answers.submission import Plan
from cssa.messages.wording import CodedWord, WordList, day_word

_STATED = ("owner", "due", "action", "budget")


def plan_words(plan: Plan) -> WordList:
    """Return a plan as a list of what it states, its status last."""
    words = [
        CodedWord(f"planning.{name}", ((name, _word(value)),))
        for name in _STATED
        if (value := getattr(plan, name)) is not None
    ]
    return WordList((*words, CodedWord(f"planning.status.{plan.status}")))


def _word(value: object) -> object:
    return day_word(value) if isinstance(value, date) else value
