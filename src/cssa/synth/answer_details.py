"""What generated answers hold beside levels: notes, evidence, dates, reasons and treatments."""

from datetime import date, timedelta
from typing import Any

from cssa.checklist.practice import Practice
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import LevelBand, Traits

_BANDS: tuple[LevelBand, ...] = ("low", "low", "part", "done", "checked", "checked")
"""The band of each level."""
_LEVEL_ALONE = {"low": 0.12, "part": 0.12, "done": 0.12, "checked": 0.0}
"""Share of answers with nothing but a level; the shares below are of the others, by band."""
_POINTS = {"low": 0.0, "part": 0.55, "done": 0.92, "checked": 0.97}
_NOTES = {"low": 0.3, "part": 0.35, "done": 0.14, "checked": 0.3}
_FOLLOW_UPS = 0.85
_EVIDENCE = {"low": 0.0, "part": 0.0, "done": 0.5, "checked": 0.92}
_COUNTS = {"low": 0.0, "part": 0.6, "done": 0.6, "checked": 0.0}
"""Share of registers that state how many of how many are done."""
_REVIEWS = {"low": 0.0, "part": 0.0, "done": 0.12, "checked": 0.12}
"""Share of answers that the second or third line reviewed, where it reviews any."""
_TREATMENTS = {"low": 0.12, "part": 0.12, "done": 0.0, "checked": 0.0}
_TREATABLE_SCALES = frozenset(("technical", "register", "third_party", "event"))
_DEPARTMENTS = 0.12
_DAYS_OF_YEAR = 365


class AnswerDetails:
    """Draws one institution's answers to given levels.

    Args:
        traits: texts to choose from.
        rng: what is drawn for this institution in this campaign.
        answered_on: the day of the answers; nothing that was done is later.
    """

    def __init__(self, traits: Traits, rng: SeededRandom, answered_on: date) -> None:
        self._traits = traits
        self._rng = rng
        self._answered_on = answered_on
        self._departments = {owner: rng.pick(names) for owner, names in traits.departments.items()}
        self._second_line = rng.chance(0.3)
        self._used_notes: set[str] = set()

    def with_level(self, practice: Practice, level: int) -> dict[str, Any]:
        """Return an answer with a level, and with details that go with it.

        Args:
            practice: what is answered.
            level: 0 to 5.
        """
        rng = self._rng
        level, answer = _value(practice, level, rng)
        band = _BANDS[practice.level_scale.shade(level)]
        if rng.chance(_LEVEL_ALONE[band]):
            return answer
        done_on = rng.day(self._answered_on, _DAYS_OF_YEAR)
        if practice.scale == "periodic" and band != "low":
            answer["last_done"] = done_on
        self._add_points(answer, practice, band)
        if rng.chance(_NOTES[band]) and (note := self._note(practice, band, done_on)):
            answer["note"] = note
        if rng.chance(_EVIDENCE[band]):
            answer["evidence"] = self._evidence(practice, 1 + rng.chance(0.25))
        if practice.scale == "register" and rng.chance(_COUNTS[band]):
            total = rng.integer(40, 600)
            done = total if band == "done" else rng.integer(total // 2, total - 3)
            answer["done"] = {"n": done, "of": total}
        if rng.chance(_DEPARTMENTS):
            answer["by"] = self._departments.get(practice.owner, practice.owner)
        if self._second_line and rng.chance(_REVIEWS[band]):
            answer["review"] = [self._review(practice, level)]
        return answer

    def by_centre(self, practice: Practice, level: int, centre_rng: SeededRandom) -> dict[str, Any]:
        """Return an answer on what a shared centre performs.

        Args:
            practice: what is answered.
            level: 0 to 5.
            centre_rng: the same for all members of the centre, so that they answer alike.
        """
        level, answer = _value(practice, level, centre_rng)
        answer["performed_by"] = "shared_centre"
        band = _BANDS[practice.level_scale.shade(level)]
        self._add_points(answer, practice, band)
        if centre_rng.chance(0.3):
            answer["note"] = self._filled(centre_rng.pick(self._traits.centre.notes), centre_rng)
        if band in ("done", "checked"):
            ref = self._filled(centre_rng.pick(self._traits.centre.documents), centre_rng)
            answer["evidence"] = [{"ref": ref}]
        return answer

    def in_words(self, practice: Practice, level: int) -> dict[str, Any]:
        """Return an answer to a question that gives no level.

        Args:
            practice: what is answered.
            level: 0 to 5, how far an institution is that answers it.
        """
        kind = practice.question_kind
        value = kind.value_at(practice, level, self._rng.pick)
        if value is None:
            value = self._filled(self._rng.pick(self._traits.notes["governance"][_BANDS[level]]))
        return {kind.answer_field: value}

    def not_applicable(self, practice: Practice) -> dict[str, Any]:
        """Return an answer that a practice is not applicable, with the reason."""
        reasons = self._traits.reasons.not_applicable
        options = reasons.practices.get(practice.id, reasons.default)
        return {"na": True, "reason": self._filled(self._rng.pick(options))}

    def not_adopted(self, practice: Practice) -> dict[str, Any]:
        """Return an answer that a desirable practice is not adopted, with the reason."""
        reasons = self._traits.reasons.not_adopted
        options = (*reasons.default, *reasons.scales.get(practice.scale or "", ()))
        return {"not_adopted": True, "reason": self._filled(self._rng.pick(options))}

    def treatment(self, practice: Practice, level: int) -> dict[str, Any] | None:
        """Return a treatment, which may have expired; None without one.

        Args:
            practice: what is treated.
            level: 0 to 5.
        """
        rng = self._rng
        treatable = practice.scale in _TREATABLE_SCALES and not practice.legal
        if not treatable or not rng.chance(_TREATMENTS[_BANDS[level]]):
            return None
        kind = rng.pick(("accepted", "alternative"))
        approved_on = rng.day(self._answered_on - timedelta(days=20), 500)
        return {
            "kind": kind,
            "measure": self._filled(rng.pick(getattr(self._traits.measures, kind))),
            "approved_by": rng.pick(self._traits.approvers),
            "approved_on": approved_on,
            "review_by": approved_on + timedelta(days=rng.integer(300, 730)),
        }

    def _add_points(self, answer: dict[str, Any], practice: Practice, band: LevelBand) -> None:
        rng, share = self._rng, _POINTS[band]
        points = [point.id for point in practice.points if rng.chance(share)]
        if points:
            answer["points"] = points

    def _note(self, practice: Practice, band: LevelBand, day: date) -> str | None:
        """Return a note on what was done on a day; mostly None where it would repeat another."""
        rng = self._rng
        notes = self._traits.notes.get(practice.scale or "") or self._traits.notes["governance"]
        note = rng.pick(notes[band])
        if note in self._used_notes and rng.chance(0.7):
            return None
        self._used_notes.add(note)
        if rng.chance(_FOLLOW_UPS):
            note += rng.pick(self._traits.follow_ups[band])
        return self._filled(note, day=day)

    def _evidence(self, practice: Practice, count: int) -> list[dict[str, Any]]:
        documents = self._traits.documents
        options = documents.get(practice.scale or "") or documents["governance"]
        evidence: dict[str, dict[str, Any]] = {}
        for _ in range(count):
            day = self._rng.day(self._answered_on, _DAYS_OF_YEAR)
            ref = self._filled(self._rng.pick(options), day=day)
            evidence[ref] = {"ref": ref, "date": day} if self._rng.chance(0.8) else {"ref": ref}
        return list(evidence.values())

    def _review(self, practice: Practice, level: int) -> dict[str, Any]:
        rng, values = self._rng, practice.level_scale.values
        line, function = (2, "risk") if rng.chance(0.7) else (3, "audit")
        return {
            "line": line,
            "level": values[max(0, values.index(level) - rng.chance(0.25))],
            "by": self._departments[function],
            "on": rng.day(self._answered_on, 90),
        }

    def _filled(self, text: str, rng: SeededRandom | None = None, day: date | None = None) -> str:
        """Return a text with numbers and dates in its placeholders."""
        if "{" not in text:
            return text
        rng = rng or self._rng
        day = day or rng.day(self._answered_on, 150)
        return text.format(
            year=day.year,
            month=day.month,
            next=self._answered_on.year + 1,
            n=rng.integer(2, 19),
            count=rng.integer(21, 480),
        )


def _value(practice: Practice, level: int, rng: SeededRandom) -> tuple[int, dict[str, Any]]:
    """Return the highest level up to a drawn one that answers can have, and such an answer.

    Args:
        practice: what is answered.
        level: 0 to 5, of which the levels of an own scale have their share.
        rng: chooses where several answers have the level.
    """
    kind, shade = practice.question_kind, practice.level_scale.shade

    def distance(possible: int) -> tuple[bool, int, int]:
        return shade(possible) > level, abs(shade(possible) - level), -possible

    for possible in sorted(kind.levels(practice), key=distance):
        value = kind.value_at(practice, possible, rng.pick)
        if value is not None:
            return possible, {kind.answer_field: value}
    raise ValueError(practice.id)
