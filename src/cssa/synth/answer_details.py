"""What stands beside the levels of generated answers: words, documents, dates and reasons."""

from datetime import date, timedelta
from typing import Any

from cssa.checklist.model import Practice
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import Band, Traits

_BANDS: tuple[Band, ...] = ("low", "low", "part", "done", "checked", "checked")
"""By level."""
_BARE = {"low": 0.12, "part": 0.12, "done": 0.12, "checked": 0.0}
"""Share of levels that nothing stands beside; the tables below hold for the others."""
_TICKED = {"low": 0.0, "part": 0.55, "done": 0.92, "checked": 0.97}
_NOTED = {"low": 0.3, "part": 0.35, "done": 0.14, "checked": 0.3}
_FOLLOWED = 0.85
_EVIDENCED = {"low": 0.0, "part": 0.0, "done": 0.5, "checked": 0.92}
_COUNTED = {"low": 0.0, "part": 0.6, "done": 0.6, "checked": 0.0}
"""Share of registers that say how many of how many are done."""
_REVIEWED = {"low": 0.0, "part": 0.0, "done": 0.12, "checked": 0.12}
"""Share of levels that the second line looked at, where it looks at any."""
_TREATED = {"low": 0.12, "part": 0.12, "done": 0.0, "checked": 0.0}
_TREATED_SCALES = frozenset(("technical", "register", "third_party", "event"))
_NAMED = 0.12
_YEAR = 365


class AnswerDetails:
    """Words one institution's answers.

    Args:
        dice: what is drawn for this institution in this campaign.
        answered: the day of the answers; nothing that was done is later.
    """

    def __init__(self, traits: Traits, dice: SeededRandom, answered: date) -> None:
        self._traits = traits
        self._dice = dice
        self._answered = answered
        self._departments = {owner: dice.pick(names) for owner, names in traits.departments.items()}
        self._second_line = dice.chance(0.3)
        self._noted: set[str] = set()

    def on_level(self, practice: Practice, level: int) -> dict[str, Any]:
        """Return an answer with a level."""
        dice, of = self._dice, _BANDS[level]
        answer: dict[str, Any] = {"level": level}
        if dice.chance(_BARE[of]):
            return answer
        done = dice.day(self._answered, _YEAR)
        if practice.scale == "periodic" and of != "low":
            answer["last_done"] = done
        self._tick(answer, practice, of)
        if dice.chance(_NOTED[of]) and (note := self._note(practice, of, done)):
            answer["note"] = note
        if dice.chance(_EVIDENCED[of]):
            answer["evidence"] = self._evidence(practice, 1 + dice.chance(0.25))
        if practice.scale == "register" and dice.chance(_COUNTED[of]):
            whole = dice.whole(40, 600)
            part = whole if of == "done" else dice.whole(whole // 2, whole - 3)
            answer["done"] = {"n": part, "of": whole}
        if dice.chance(_NAMED):
            answer["by"] = self._departments.get(practice.owner, practice.owner)
        if self._second_line and dice.chance(_REVIEWED[of]):
            answer["review"] = [self._review(level)]
        return answer

    def by_centre(self, practice: Practice, level: int, centre: SeededRandom) -> dict[str, Any]:
        """Return an answer on what a shared centre does: its members say the same of it."""
        of = _BANDS[level]
        answer: dict[str, Any] = {"level": level, "performed_by": "shared_centre"}
        self._tick(answer, practice, of)
        if centre.chance(0.3):
            answer["note"] = self._say(centre.pick(self._traits.centre.notes), centre)
        if of in ("done", "checked"):
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
        if not treatable or not dice.chance(_TREATED[_BANDS[level]]):
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

    def _say(self, words: str, dice: SeededRandom | None = None, when: date | None = None) -> str:
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
