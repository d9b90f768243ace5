"""What a run would remove of what stands, which a person has to accept where it is much."""

import json
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, Self

from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import Ledger
from cssa.batch.outputs.folder import KEPT, OutFolder
from cssa.batch.verified_json import verified, with_hash
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.visible import one_line
from cssa.peers.member import (
    INFORMATIVE,
    NOT_ASKED,
    OUT_OF_SCOPE,
    UNANSWERED,
    Member,
)

STANDING = f"{KEPT}/standing.json"

MOST = 10
"""Per cent of institutions, or of answers, that a run may remove without being asked."""

_NAMED = 10
"""Institutions that a refusal names."""

_ANSWERED, _OPEN = "1", "0"
_WITHOUT_ANSWER = frozenset((UNANSWERED, OUT_OF_SCOPE, NOT_ASKED, INFORMATIVE))


class AcceptedRemoval(NamedTuple):
    """A removal that a person has accepted.

    Attributes:
        institutions: ids of those that no longer have an accepted form.
        answers: number of answers that went.
    """

    reason: str
    institutions: tuple[str, ...]
    answers: int


class Removal(NamedTuple):
    """What no longer stands.

    Attributes:
        institutions: ids of those that no longer have an accepted form.
        lost: number of answers that each institution loses, those included.
        of_institutions: number of institutions that stood.
        of_answers: number of answers that stood.
    """

    institutions: tuple[str, ...]
    lost: Mapping[str, int]
    of_institutions: int
    of_answers: int

    @property
    def answers(self) -> int:
        """Number of answers that go."""
        return sum(self.lost.values())

    @property
    def is_large(self) -> bool:
        """Whether a person has to accept it."""
        parts = (
            (len(self.institutions), self.of_institutions),
            (self.answers, self.of_answers),
        )
        return any(100 * part > MOST * whole for part, whole in parts)

    def problems(self, names: Mapping[str, str], where: Location) -> list[Problem]:
        """Return what would go, for whoever has to accept it.

        Args:
            names: of institutions, by id.
            where: the batch's folder.
        """
        params = {
            "institutions": len(self.institutions),
            "of_institutions": self.of_institutions,
            "answers": self.answers,
            "of_answers": self.of_answers,
            "most": MOST,
        }
        gone = set(self.institutions)
        order = sorted(self.lost, key=lambda item: (item not in gone, -self.lost[item], item))
        named = [
            Problem(
                "batch.removal.institution" if item in gone else "batch.removal.some",
                {
                    "name": one_line(names.get(item) or "-"),
                    "institution": item,
                    "count": self.lost[item],
                },
                where,
            )
            for item in order[:_NAMED]
        ]
        if len(order) > _NAMED:
            more = {"count": len(order) - _NAMED}
            named.append(Problem("batch.removal.more", more, where))
        return [
            Problem("batch.removal.large", params, where),
            *named,
            Problem("batch.removal.accept", {}, where),
        ]


class CampaignStanding(NamedTuple):
    """What stands after a run.

    Attributes:
        answered: by institution with an accepted form, a character for each practice that says
            whether it is answered.
        removals: those that were accepted so far, the earliest first.
    """

    answered: Mapping[str, str] = {}
    removals: tuple[AcceptedRemoval, ...] = ()

    @classmethod
    def read(cls, folder: OutFolder) -> Self:
        """Return what stood after the last run; nothing where there was none."""
        data = verified(folder.read(STANDING))
        if data is None:
            return cls()
        document: dict[str, Any] = json.loads(data)
        removals = (
            AcceptedRemoval(reason, tuple(institutions), answers)
            for reason, institutions, answers in document["removals"]
        )
        return cls(document["answered"], tuple(removals))

    def save(self, folder: OutFolder) -> None:
        """Keep it for the next run."""
        document = json_lines(
            {
                "schema": "cssa.standing/1",
                "answered": self.answered,
                "removals": self.removals,
            }
        )
        folder.write(STANDING, with_hash(document))

    def removal(self, now: Mapping[str, str], decided: Collection[str] = ()) -> Removal:
        """Return what no longer stands.

        Args:
            now: what is answered now, by institution.
            decided: ids of institutions on whose files a person has decided, which are not counted.
        """
        lost = {
            institution: count
            for institution, marks in self.answered.items()
            if institution not in decided and (count := _lost(marks, now.get(institution, "")))
        }
        return Removal(
            tuple(sorted(self.answered.keys() - now.keys() - set(decided))),
            lost,
            len(self.answered),
            sum(marks.count(_ANSWERED) for marks in self.answered.values()),
        )


def answered_marks(member: Member, practices: tuple[str, ...]) -> str:
    """Return which practices an institution answers, a character for each.

    Args:
        member: what it contributes.
        practices: ids in checklist order.
    """
    return "".join(
        _OPEN if code in _WITHOUT_ANSWER and practice not in member.values else _ANSWERED
        for practice, code in zip(practices, member.answer_codes, strict=False)
    )


def _lost(before: str, now: str) -> int:
    """Return how many answers no longer stand; of another checklist, how many fewer there are."""
    if now and len(now) != len(before):
        return max(0, before.count(_ANSWERED) - now.count(_ANSWERED))
    pairs = zip(before, now or _OPEN * len(before), strict=True)
    return sum(was == _ANSWERED and mark == _OPEN for was, mark in pairs)


def keep_standing(
    folder: OutFolder, now: Mapping[str, str], ledger: Ledger, accepted: str | None
) -> CampaignStanding:
    """Keep what stands now, unless that would remove much that nobody has accepted.

    Args:
        folder: the batch's.
        now: what is answered, by institution.
        ledger: names the institutions, and has the decisions on single files.
        accepted: why a person accepts a removal; None where nobody does.

    Raises:
        InputError: with what would go.
    """
    before = CampaignStanding.read(folder)
    decided = {filing.institution for filing in ledger.filings if filing.decision is not None}
    removal = before.removal(now, {institution for institution in decided if institution})
    removals = before.removals
    if removal.is_large:
        if accepted is None:
            names = {row.id: row.name for row in ledger.institutions}
            raise InputError(removal.problems(names, Location(str(folder.root))))
        removals = (
            *removals,
            AcceptedRemoval(accepted, removal.institutions, removal.answers),
        )
    standing = CampaignStanding(now, removals)
    standing.save(folder)
    return standing
