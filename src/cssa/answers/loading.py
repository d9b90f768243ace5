"""Reading a submission, and holding it against the checklist that it answers."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Practice
from cssa.datafile.reader import read
from cssa.datafile.validation import LocatedValues, validate
from cssa.errors import InputError, Problem
from cssa.location import InputLocation
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.sectors import Sectors

_Path = tuple[str | int, ...]

MAX_PROBLEMS = 400
"""Problems looked for in one submission: more than it has practices."""

_FIELD = {
    "level": "level",
    "single": "choice",
    "multi": "choices",
    "matrix": "rows",
    "number": "value",
    "text": "text",
}


class LoadedAnswers(NamedTuple):
    """A submission with the document it was read from."""

    submission: Submission
    document: LocatedValues

    def location(self, practice_id: str) -> InputLocation:
        """Return where a practice is answered; the start of ``answers`` where it is not."""
        return self.document.location(("answers", practice_id), key=True)


def read_answers(data: bytes, path: str) -> LoadedAnswers:
    """Read a submission.

    Args:
        data: YAML or JSON.
        path: the input's name for messages.

    Raises:
        InputError: with every problem that shows without the checklist.
    """
    document = read(data, path)
    return LoadedAnswers(validate(Submission, document), document)


def check_answers(
    sheet: LoadedAnswers, edition: Edition, profile: ProfileQuestions, sectors: Sectors
) -> None:
    """Hold a submission against its checklist.

    Raises:
        InputError: with everything that the checklist does not know or does not allow.
    """
    problems = chain(
        _header_problems(sheet, edition, profile, sectors), _answer_problems(sheet, edition)
    )
    found = list(islice(problems, MAX_PROBLEMS))
    if found:
        raise InputError(found)


def _header_problems(
    sheet: LoadedAnswers, edition: Edition, profile: ProfileQuestions, sectors: Sectors
) -> Iterator[Problem]:
    submission = sheet.submission
    bound = submission.checklist.fingerprint
    if bound is not None and bound != edition.fingerprint:
        params = {"id": edition.checklist.id, "version": edition.checklist.version}
        yield _problem(sheet, "answers.fingerprint", ("checklist", "fingerprint"), **params)
    institution = submission.institution
    known = [sector.id for sector in sectors.sectors]
    if institution.sector not in known:
        where: _Path = ("institution", "sector")
        yield _unknown(sheet, "answers.unknown_sector", where, institution.sector, known)
    flags = [flag.id for flag in profile.flags]
    for name in institution.profile:
        if name not in flags:
            where = ("institution", "profile", name)
            yield _unknown(sheet, "answers.unknown_flag", where, name, flags)
    factors = [factor.id for factor in profile.factors]
    for name in institution.risk.factors:
        if name not in factors:
            where = ("institution", "risk", "factors", name)
            yield _unknown(sheet, "answers.unknown_factor", where, name, factors)


def _answer_problems(sheet: LoadedAnswers, edition: Edition) -> Iterator[Problem]:
    placed = edition.checklist.placed
    domains = edition.checklist.domains
    containers = {domain.id for domain in domains}
    containers |= {section.id for domain in domains for section in domain.sections}
    for practice_id, answer in sheet.submission.answers.items():
        path = ("answers", practice_id)
        if practice_id in containers:
            yield _problem(sheet, "answers.not_a_practice", path, name=practice_id)
            continue
        if practice_id not in placed:
            yield _unknown(sheet, "answers.unknown_practice", path, practice_id, list(placed))
            continue
        yield from _misfits(sheet, placed[practice_id].practice, answer)


def _misfits(sheet: LoadedAnswers, practice: Practice, answer: Answer) -> Iterator[Problem]:
    path = ("answers", practice.id)
    field = answer.value_field
    expected = _FIELD[practice.kind]
    if practice.kind == "level" and field == "choice":
        yield _problem(sheet, "answers.level_text", (*path, field), found=answer.choice)
    elif field is not None and field != expected:
        params = {"field": field, "expected": expected, "kind": practice.kind}
        yield _problem(sheet, "answers.wrong_kind", (*path, field), **params)
    elif practice.kind in ("single", "multi", "matrix"):
        yield from _wrong_options(sheet, practice, answer)
    if answer.na and practice.na == "never":
        yield _problem(sheet, "answers.never_na", (*path, "na"))
    if answer.not_adopted and practice.tier == "basic":
        yield _problem(sheet, "answers.basic_not_adopted", (*path, "not_adopted"))
    known = [point.id for point in practice.points]
    if answer.points and not known:
        yield _problem(sheet, "answers.no_points", (*path, "points"))
        return
    for index, name in enumerate(answer.points):
        if name not in known:
            where = (*path, "points", index)
            yield _unknown(sheet, "answers.unknown_point", where, name, known)


def _wrong_options(sheet: LoadedAnswers, practice: Practice, answer: Answer) -> Iterator[Problem]:
    path: _Path = ("answers", practice.id)
    known = [option.id for option in practice.options]
    rows = [row.id for row in practice.rows]
    given: list[tuple[_Path, str]] = []
    if answer.choice is not None:
        given = [((*path, "choice"), answer.choice)]
    for index, choice in enumerate(answer.choices or ()):
        given.append(((*path, "choices", index), choice))
    for row, choice in (answer.rows or {}).items():
        given.append(((*path, "rows", row), choice))
        if row not in rows:
            yield _unknown(sheet, "answers.unknown_row", (*path, "rows", row), row, rows)
    for where, choice in given:
        if choice not in known:
            yield _unknown(sheet, "answers.unknown_option", where, choice, known)
    exclusive = {option.id for option in practice.options if option.exclusive}
    chosen = set(answer.choices or ())
    if len(chosen) > 1 and chosen & exclusive:
        option = min(chosen & exclusive)
        yield _problem(sheet, "answers.exclusive", (*path, "choices"), option=option)


def _unknown(sheet: LoadedAnswers, code: str, path: _Path, name: str, known: list[str]) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    shown = near[0] if near else ", ".join(known[:8]) + (", …" if len(known) > 8 else "")  # noqa: PLR2004 - as many as fit a line
    suffix = ".near" if near else ""
    return _problem(sheet, code + suffix, path, name=name, known=shown or "-")


def _problem(sheet: LoadedAnswers, code: str, path: _Path, **params: object) -> Problem:
    document = sheet.document
    known = document.existing_path(path)
    return Problem(code, params, document.location(known, key=known == path), known)
