"""The titles of the tiers that a campaign asks."""

from collections.abc import Collection

from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Checklist
from cssa.checklist.practice import TIERS, Tier
from cssa.messages.wording import COMMA, CodedWord, Word, WordList


def asked_tier_titles(checklist: Checklist, asked: Collection[Tier]) -> WordList | None:
    """Return the titles of the tiers asked, None where every tier is.

    Args:
        checklist: the checklist, which may have names of its own for them.
        asked: the tiers asked.
    """
    titles = [_title(checklist, tier) for tier in TIERS if tier in asked]
    return None if len(titles) == len(TIERS) else WordList(tuple(titles), COMMA)


def _title(checklist: Checklist, tier: Tier) -> Word:
    own = checklist.tier_title(tier)
    return CodedWord(f"tier.{tier}") if own is None else words_of(own)
