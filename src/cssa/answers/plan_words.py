"""A plan in words: who does what until when, and how far it is."""

from cssa.answers.submission import Plan
from cssa.messages.wording import CodedWord, WordList

_STATED = ("owner", "due", "action", "budget")


def plan_words(plan: Plan) -> WordList:
    """Return a plan as a list of what it states, its status last."""
    words = [
        CodedWord(f"planning.{name}", ((name, getattr(plan, name)),))
        for name in _STATED
        if getattr(plan, name) is not None
    ]
    return WordList((*words, CodedWord(f"planning.status.{plan.status}")))
