"""Two assessments of one institution on two versions of a checklist, drawn from a seed.

Drawn by ``random`` rather than by hypothesis, which would take ten times as long for each.
"""

import random
from collections.abc import Collection
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal

from tests.engine.worlds import (
    ACCEPTED,
    AS_OF,
    NA,
    NOT_ADOPTED,
    VALID,
    Plain,
    World,
    all_practices,
    basic,
    checklist_of,
    desirable,
    edition_of,
    rule,
    scheme_of,
    targets_of,
)

from cssa.answers.submission import Submission
from cssa.comparison.snapshot import Snapshot, Sources, saved_snapshot, snapshot_of
from cssa.datafile.typed_json import content_hash
from cssa.engine.comparability import subject_of
from cssa.engine.result import Result
from cssa.gate.baseline import kept_result

Known = Literal["answers", "result", "bare", "saved"]
"""What is kept of an assessment: answers, a result with all that it was made from, a result alone,
or the levels that the gate saves."""
KNOWN: tuple[Known, ...] = ("answers", "answers", "result", "bare", "saved")

ASPECTS = ("answers", "scope", "checklist", "criteria")
YEAR = timedelta(days=365)

_MAY_BECOME_LEGAL = "s"
"""The effort of practices that the next version may bind by law; they are never treated, as what
the law asks for takes the validity from their treatment, which counts as an own answer."""


def snapshot(
    world: World, known: Known = "answers", years_ago: int = 0, result: Result | None = None
) -> Snapshot:
    """Return the snapshot of a world, of which some of what it was made from may be lost."""
    result = result or world.assessed()
    edition = world.edition or edition_of(world.checklist)
    criteria, day = world.criteria, AS_OF - years_ago * YEAR
    if known == "saved":
        return saved_snapshot(
            kept_result(result).practices,
            edition.checklist,
            criteria.scheme,
            name="saved.json",
            day=day,
            subject=subject_of(result),
            fingerprint=edition.fingerprint,
            scheme_content=content_hash(criteria.scheme),
        )
    whole = Sources(checklist=edition.checklist, scheme=criteria.scheme, targets=criteria.targets)
    return snapshot_of(
        result,
        Sources() if known == "bare" else whole,
        name=f"{known}.file",
        day=day,
        submission=Submission.model_validate(world.submission) if known == "answers" else None,
    )


class Draw:
    """Draws worlds from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing secret

    def world(self) -> World:
        """Return a small world: up to three domains with sections, every status."""
        practices = []
        for domain in range(1, self.random.randint(1, 3) + 1):
            for place in (f"{domain}", f"{domain}.1", f"{domain}.1.1"):
                for number in range(self.random.choice((0, 1, 1, 2))):
                    make = self.random.choice((basic, basic, desirable))
                    practices.append(make(f"{place}-{number}", **self._facts()))
        checklist = checklist_of(*practices or [basic("1-1", **self._facts())])
        answers = {practice["id"]: self.answer(practice) for practice in all_practices(checklist)}
        return World(
            checklist=checklist,
            answers=answers,
            edition=edition_of(checklist),
            **self.scope(),
            **self.criteria(),
        )

    def _facts(self) -> Plain:
        """Return conditions only of practices that stay: what is gone cannot leave the scope."""
        facts: Plain = {"groups": self.random.choice((["g1"], ["g2"], ["g1", "g2"])), "effort": "m"}
        if self.random.random() < 0.3:
            facts["applies_if"] = {"any": ["f1"]}
        if self.random.random() < 0.2:
            facts["weight"] = self.random.choice((2, 7))
        if self.random.random() < 0.4:
            facts["effort"] = _MAY_BECOME_LEGAL
        return facts

    def answer(self, practice: Plain) -> Any:
        """Return any answer."""
        if self.random.random() < 0.2:
            return NOT_ADOPTED if practice["tier"] == "desirable" else NA
        return self.counted(practice)

    def counted(self, practice: Plain) -> Any:
        """Return an answer with a level, or none yet."""
        if self.random.random() < 0.15:
            return {"note": "open"}
        treatment = self.random.choice((None, None, None, VALID, ACCEPTED))
        level = {"level": self.random.randint(0, 5)}
        if treatment is None or practice["effort"] == _MAY_BECOME_LEGAL:
            return level
        return level | {"treatment": treatment}

    def scope(self) -> Plain:
        """Return what decides which practices are in scope."""
        return {
            "profile": {"f1": self.random.choice((True, False))},
            "about": {"selected_groups": self.random.choice(([], [], ["g1"], ["g1", "g2"]))},
        }

    def criteria(self) -> Plain:
        """Return scheme, targets and risk profile."""
        tiers = self.random.choice(({"basic": 1}, {"basic": 2, "desirable": 1}, {"desirable": 5}))
        domains = {
            name: self.random.randint(1, 9) for name in ("1", "2") if self.random.random() < 0.5
        }
        rules = [rule(self.random.randint(1, 5), tier="basic"), rule(4, domain="1")]
        risk = self.random.choice(("low", "medium", "high"))
        return {
            "scheme": scheme_of(tiers, domains),
            "targets": targets_of(
                *rules[: self.random.randint(0, 2)], high=[rule(5, tier="basic")]
            ),
            "risk": {"override": {"level": risk, "reason": "r"}},
        }

    def later(self, world: World, aspects: Collection[str] = ASPECTS) -> World:
        """Return what may have become of a world, in the aspects named alone."""
        new = world
        if "checklist" in aspects:
            checklist = self._next_version(world)
            new = replace(new, checklist=checklist, edition=edition_of(checklist))
        new = replace(new, answers=self._answers(world, new.checklist, aspects))
        if "scope" in aspects:
            new = replace(new, **self.scope())
        if "criteria" in aspects:
            new = replace(new, **self.criteria())
        return new

    def _answers(self, world: World, checklist: Plain, aspects: Collection[str]) -> Plain:
        answers = {}
        for practice in all_practices(checklist):
            name = practice["id"]
            before = world.answers.get(name)
            if before is None or ("answers" in aspects and "scope" in aspects):
                answers[name] = self.answer(practice)
            elif "answers" in aspects and before not in (NA, NOT_ADOPTED):
                answers[name] = self.counted(practice)
            elif "scope" in aspects and self.random.random() < 0.3:
                answers[name] = NA if before not in (NA, NOT_ADOPTED) else self.counted(practice)
            else:
                answers[name] = before
        return answers

    def _next_version(self, world: World) -> Plain:
        """Return a version with practices gone, new, of another weight or bound by law."""
        checklist = deepcopy(world.checklist) | {
            "version": str(int(world.checklist["version"]) + 1)
        }
        for domain in checklist["domains"]:
            for place in (domain, *domain["sections"]):
                place["practices"] = list(self._changed(place["practices"], checklist["version"]))
        if self.random.random() < 0.3:
            name = f"9{checklist['version']}"
            checklist["domains"] += checklist_of(basic(f"{name}-1", **self._facts()))["domains"]
        return checklist

    def _changed(self, practices: list[Plain], version: str) -> Any:
        for practice in practices:
            fate = self.random.choice(("stays", "stays", "stays", "gone", "heavy", "legal", "new"))
            if fate == "gone" and "applies_if" not in practice and len(practice["groups"]) > 1:
                continue
            if fate == "heavy":
                practice["weight"] = self.random.choice((3, 5))
            if fate == "legal" and practice["effort"] == _MAY_BECOME_LEGAL:
                practice["legal"] = True
            yield practice
            if fate == "new":
                yield basic(f"{practice['id']}v{version}", **self._facts())
