"""What stands beside the levels of generated answers: words, documents, dates and reasons."""

from datetime import date, timedelta
from typing import Any

from cssa.checklist.models import Practice
from cssa.population.dice import Dice
from cssa.population.traits import Band, Traits

_NOTED = {"low": 0.3, "part": 0.35, "done": 0.14, "checked": 0.3}
_FOLLOWED = 0.85
_EVIDENCED = 0.5
_EVIDENCED_ABOVE = 0.92
_TICKED = {"low": 0.0, "part": 0.55, "done": 0.92, "checked": 0.97}
_NAMED = 0.12
_YEAR = 365
_TREATED = 0.12
_TREATED_SCALES = frozenset(("technical", "register", "third_party", "event"))
_PLAIN = 0.12
"""Share of levels below 4 that are given as a bare number."""


def band(level: int) -> Band:
    """Return the words that a level is spoken of with."""
    if level <= 1:
        return "low"
    return "part" if level == 2 else "done" if level == 3 else "checked"  # noqa: PLR2004 - levels as scales word them


class Remarks:
    """Words one institution's answers.

    Args:
        dice: what is drawn for this institution in this campaign.
        answered: the day of the answers; nothing that was done is later.
    """

    def __init__(self, traits: Traits, dice: Dice, answered: date) -> None:
        self._traits = traits
        self._dice = dice
        self._answered = answered
        self._departments = {owner: dice.pick(names) for owner, names in traits.departments.items()}
        self._second_line = dice.chance(0.3)
        self._noted: set[str] = set()

    def on_level(self, practice: Practice, level: int) -> dict[str, Any]:
        """Return an answer with a level."""
        dice, of = self._dice, band(level)
        answer: dict[str, Any] = {"level": level}
        if of != "checked" and dice.chance(_PLAIN):
            return answer
        done = dice.day(self._answered, _YEAR)
        if practice.scale == "periodic" and level >= 2:  # noqa: PLR2004 - done at least in part
            answer["last_done"] = done
        if practice.points and of != "low":
            self._tick(answer, practice, of)
        if dice.chance(_NOTED[of]) and (note := self._note(practice, of, done)):
            answer["note"] = note
        if level >= 3 and dice.chance(_EVIDENCED if level == 3 else _EVIDENCED_ABOVE):  # noqa: PLR2004 - in use, as scales word it
            answer["evidence"] = self._evidence(practice, 1 + dice.chance(0.25))
        if practice.scale == "register" and level in (2, 3) and dice.chance(0.6):
            whole = dice.whole(40, 600)
            part = whole if level == 3 else dice.whole(whole // 2, whole - 3)  # noqa: PLR2004 - all of them
            answer["done"] = {"n": part, "of": whole}
        if dice.chance(_NAMED):
            answer["by"] = self._departments.get(practice.owner, practice.owner)
        if self._second_line and level >= 3 and dice.chance(0.12):  # noqa: PLR2004 - something to look at
            answer["review"] = [self._review(level)]
        return answer

    def by_centre(self, practice: Practice, level: int, centre: Dice) -> dict[str, Any]:
        """Return an answer on what a shared centre does: its members say the same of it."""
        answer: dict[str, Any] = {"level": level, "performed_by": "shared_centre"}
        if practice.points and level > 1:
            self._tick(answer, practice, band(level))
        if centre.chance(0.3):
            answer["note"] = self._say(centre.pick(self._traits.centre.notes), centre)
        if level > 2:  # noqa: PLR2004 - in use
            ref = self._say(centre.pick(self._traits.centre.documents), centre)
            answer["evidence"] = [{"ref": ref}]
        return answer

    def not_applicable(self, practice: Practice) -> dict[str, Any]:
        """Return an answer that the practice does not concern the institution."""
        reasons = self._traits.reasons.not_applicable
        among = reasons.practices.get(practice.id, reasons.default)
        return {"na": True, "reason": self._say(self._dice.pick(among))}

    def not_adopted(self, practice: Practice) -> dict[str, Any]:
        """Return an answer that leaves a desirable practice out."""
        reasons = self._traits.reasons.not_adopted
        among = (*reasons.default, *reasons.scales.get(practice.scale or "", ()))
        return {"not_adopted": True, "reason": self._say(self._dice.pick(among))}

    def treatment(self, practice: Practice, level: int) -> dict[str, Any] | None:
        """Return a treatment, which may have run out, where there is one."""
        dice = self._dice
        treatable = practice.scale in _TREATED_SCALES and not practice.legal
        if band(level) not in ("low", "part") or not (treatable and dice.chance(_TREATED)):
            return None
        kind = dice.pick(("accepted", "alternative"))
        approved = dice.day(self._answered - timedelta(days=20), 500)
        return {
            "kind": kind,
            "measure": self._say(dice.pick(getattr(self._traits.measures, kind))),
            "approved_by": dice.pick(self._traits.approvers),
            "approved_on": approved,
            "review_by": approved + timedelta(days=dice.whole(300, 730)),
        }

    def _tick(self, answer: dict[str, Any], practice: Practice, of: Band) -> None:
        dice, share = self._dice, _TICKED[of]
        ticked = [point.id for point in practice.points if dice.chance(share)]
        if ticked:
            answer["points"] = ticked

    def _note(self, practice: Practice, of: Band, done: date) -> str | None:
        """Return a note of a day, None where the one that comes to mind was written already."""
        dice = self._dice
        notes = self._traits.notes.get(practice.scale or "") or self._traits.notes["governance"]
        note = dice.pick(notes[of])
        if note in self._noted and dice.chance(0.7):
            return None
        self._noted.add(note)
        if dice.chance(_FOLLOWED):
            note += dice.pick(self._traits.follow_ups[of])
        return self._say(note, when=done)

    def _evidence(self, practice: Practice, count: int) -> list[dict[str, Any]]:
        documents = self._traits.documents
        among = documents.get(practice.scale or "") or documents["governance"]
        found: dict[str, dict[str, Any]] = {}
        for _ in range(count):
            when = self._dice.day(self._answered, _YEAR)
            ref = self._say(self._dice.pick(among), when=when)
            found[ref] = {"ref": ref, "date": when} if self._dice.chance(0.8) else {"ref": ref}
        return list(found.values())

    def _review(self, level: int) -> dict[str, Any]:
        dice = self._dice
        return {
            "line": 2 if dice.chance(0.7) else 3,
            "level": level - dice.chance(0.25),
            "by": self._departments["risk"],
            "on": dice.day(self._answered, 90),
        }

    def _say(self, words: str, dice: Dice | None = None, when: date | None = None) -> str:
        """Return words with the figures and dates that stand in for their placeholders."""
        if "{" not in words:
            return words
        dice = dice or self._dice
        when = when or dice.day(self._answered, 150)
        return words.format(
            year=when.year,
            month=when.month,
            next=self._answered.year + 1,
            n=dice.whole(2, 19),
            count=dice.whole(21, 480),
        )
