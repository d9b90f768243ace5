"""How many planted contradictions are found, and how many forms without any are questioned."""

from collections import Counter
from copy import deepcopy
from datetime import date
from random import Random
from typing import NamedTuple

import pytest
from tests.consistency.population import (
    PLANTERS,
    RULES,
    Ground,
    Plain,
    broken,
    plain,
    without_contradictions,
    without_jumps,
)

from cssa.answers.submission import Submission
from cssa.consistency.alike_institutions import AnswerCodes, alike_forms, alike_notes
from cssa.consistency.checks_before_filing import checks_before_filing
from cssa.consistency.former_answers import FormerAnswers, answers_of
from cssa.consistency.identical_notes import InstitutionNote, identical_notes
from cssa.consistency.queries import Query
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.synth.generator import Generator
from cssa.synth.traits import load_traits
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

COUNT = 100
PLANTED_EACH = 3
FOUND, FLAGGED = 0.95, 0.02
WORKSPACE = Workspace()
EDITION = WORKSPACE.edition(DEFAULT_CHECKLIST)
CRITERIA = WORKSPACE.criteria(EDITION.checklist)
SECTORS = {sector.id: sector for sector in WORKSPACE.scoring_data.sectors.sectors}


class Filed(NamedTuple):
    """A form without contradictions, and last year's; None for a newcomer."""

    form: Plain
    former: Plain | None


@pytest.fixture(scope="module")
def filed() -> list[Filed]:
    """The forms of a campaign."""
    traits = load_traits()
    before, now = (Generator(5, EDITION, traits, year) for year in (2025, 2026))
    known = set(before.numbers(COUNT + 20))
    forms = []
    for number in now.numbers(COUNT):
        form = without_contradictions(plain(now.submission(number)))
        former = None
        if number in known:
            former = without_jumps(plain(before.submission(number)), form)
        forms.append(Filed(form, former))
    return forms


def scored(form: Plain) -> tuple[Submission, Result]:
    submission = Submission.model_validate(form)
    as_of = date(int(form["campaign"]), 12, 31)
    return submission, score_submission(EDITION, submission, CRITERIA, as_of=as_of)


def answers_before(former: Plain | None) -> FormerAnswers | None:
    if former is None:
        return None
    submission, result = scored(former)
    return answers_of(result, submission)


def checked(form: Plain, former: Plain | None) -> tuple[Query, ...]:
    """Return what is said of a form one by one."""
    submission, result = scored(form)
    return checks_before_filing(
        EDITION.checklist,
        result,
        submission,
        sector=SECTORS[submission.institution.sector],
        former=answers_before(former),
    ).single


def codes(query: Query) -> set[str]:
    """Return the code of a query, and the rule that is broken."""
    return {query.code.removesuffix("_with_texts"), str(query.params.get("rule"))}


def test_few_forms_without_contradictions_are_questioned(filed: list[Filed]) -> None:
    flagged = [codes(query) for item in filed for query in checked(*item)[:1]]
    assert len(flagged) <= FLAGGED * COUNT, flagged
    assert between([item.form for item in filed]) == []


def test_nearly_all_planted_contradictions_are_found(filed: list[Filed]) -> None:
    draw = Random(11)  # noqa: S311 - nothing is secret
    missed: list[str] = []
    planted: Counter[str] = Counter()
    for item in filed:
        for planter in draw.sample(PLANTERS, PLANTED_EACH):
            form = deepcopy(item.form)
            wanted = planter(Ground(form, item.former, draw))
            if wanted is None:
                continue
            planted[planter.__name__] += 1
            found = {code for query in checked(form, item.former) for code in codes(query)}
            if wanted not in found:
                missed.append(f"{planter.__name__}: {wanted}")
    assert set(planted) == {planter.__name__ for planter in PLANTERS}
    assert planted.total() >= 2 * COUNT
    assert len(missed) <= (1 - FOUND) * planted.total(), missed


def between(forms: list[Plain]) -> list[Query]:
    """Return what is said of pairs of institutions."""
    answers, notes = [], []
    for form in forms:
        submission, result = scored(form)
        shares = submission.institution.flags.get("shared_system") is True
        name = submission.institution.id
        answers.append(AnswerCodes(name, shares, answers_of(result, submission).codes))
        notes += [
            InstitutionNote(name, shares or answer.performed_by is not None, practice, answer.note)
            for practice, answer in submission.answers.items()
            if answer.note
        ]
    return [*alike_forms(answers), *alike_notes(identical_notes(notes)).pairs]


def test_copied_forms_and_notes_are_found(filed: list[Filed]) -> None:
    forms = [deepcopy(item.form) for item in filed]
    alone = [
        form
        for form in forms
        if not any("performed_by" in answer for answer in form["answers"].values())
    ]
    pairs = []
    for first, second in zip(alone[0:20:2], alone[1:20:2], strict=True):
        for form in (first, second):
            form["institution"]["profile"] = {"shared_system": False}
        second["answers"] = deepcopy(first["answers"])
        pairs.append({form["institution"]["id"] for form in (first, second)})
    assert len(pairs) == 10
    raised = between(forms)
    for code in ("alike_form", "alike_notes"):
        of_code = [query for query in raised if query.code == code]
        found = [{query.institution, str(query.params["other"])} for query in of_code]
        assert sorted(map(sorted, found)) == sorted(map(sorted, pairs))


def test_findings_are_those_of_an_independent_reading_of_the_rules() -> None:
    generator = Generator(9, EDITION, load_traits(), 2026)
    number_broken = 0
    for number in generator.numbers(30):
        form = plain(generator.submission(number))
        _, result = scored(form)
        contradicting = {
            (finding.params["rule"], finding.practice)
            for finding in result.findings
            if finding.code.startswith("contradiction")
        }
        expected = {(rule["id"], where) for rule in RULES for where in broken(rule, form)}
        assert contradicting == expected
        number_broken += len(expected)
    assert number_broken > 30
