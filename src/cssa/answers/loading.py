"""Reading a submission, and checking it against the checklist that it answers."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import NamedTuple

from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.practice import Practice
from cssa.datafile.reader import read
from cssa.datafile.validation import LocatedValues, validate
from cssa.datafile.value_builder import MAX_PROBLEMS
from cssa.errors import InputError, Problem
from cssa.location import InputLocation, KeyPath
from cssa.messages.wording import listed
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.sectors import Sectors

_SCHEMA = re.compile(rb"""schema["']?[ \t]*:[ \t]*["']?cssa\.answers/""")

_MAX_SHOWN = 8  # known names in a message, as many as fit a line
_MAX_COMPARED = 50  # unknown practices for which a similar one is looked up, which takes 2 ms each


class LoadedAnswers(NamedTuple):
    """A submission with the document it was read from.

    Attributes:
        notes: what was noticed in the document and taken as it is.
    """

    submission: Submission
    document: LocatedValues
    notes: tuple[Problem, ...] = ()

    def location(self, practice_id: str) -> InputLocation:
        """Return the location of a practice's answer, that of ``answers`` where it has none."""
        return self.document.location(("answers", practice_id), key=True)


def holds_answers(data: bytes) -> bool:
    """Return whether a file is meant to be answers, also one that cannot be read as such."""
    return bool(_SCHEMA.search(data))


def read_answers(data: bytes, path: str) -> LoadedAnswers:
    """Read a submission.

    Args:
        data: YAML or JSON.
        path: the input's name for messages.

    Raises:
        InputError: with every problem that can be found without the checklist.
    """
    document = read(data, path)
    return LoadedAnswers(validate(Submission, document), document)


def with_notes(loaded: LoadedAnswers, sectors: Sectors) -> LoadedAnswers:
    """Return answers with notes on what is well formed and implausible.

    Args:
        loaded: the answers as read.
        sectors: the known sub-sectors.
    """
    institution, place = (
        loaded.submission.institution,
        loaded.document.location(("institution", "size")),
    )
    notes = size_notes(institution.sector, institution.size, place, sectors)
    return loaded._replace(notes=(*loaded.notes, *notes))


def size_notes(
    sector_id: str | None, size: Decimal | None, place: InputLocation | None, sectors: Sectors
) -> Iterator[Problem]:
    """Yield a note where a size is far below any of the sub-sector, as in millions of yen.

    Args:
        sector_id: the sub-sector; None where it is not known.
        size: the size in yen; None where it is not stated.
        place: where it is stated.
        sectors: the known sub-sectors.
    """
    sector = next((sector for sector in sectors.sectors if sector.id == sector_id), None)
    if sector is not None and size is not None and sector.is_far_below(size):
        yield Problem("answers.size_small", {"found": f"{size.normalize():,f}"}, place)


def check_answers(
    loaded: LoadedAnswers, edition: Edition, profile: ProfileQuestions, sectors: Sectors
) -> None:
    """Check a submission against its checklist.

    Args:
        loaded: the submission.
        edition: the checklist.
        profile: the profile questions, whose flags and risk factors are known.
        sectors: the known sub-sectors.

    Raises:
        InputError: with everything that the checklist does not have or does not allow.
    """
    edition = edition.with_rows(loaded.submission.lists)
    all_problems = chain(
        _header_problems(loaded, edition, profile, sectors), _answers_problems(loaded, edition)
    )
    problems = list(islice(all_problems, MAX_PROBLEMS))
    if problems:
        raise InputError(problems)


def _header_problems(
    loaded: LoadedAnswers, edition: Edition, profile: ProfileQuestions, sectors: Sectors
) -> Iterator[Problem]:
    submission = loaded.submission
    fingerprint = submission.checklist.fingerprint
    if fingerprint is not None and not edition.reads(fingerprint):
        params = {"id": edition.checklist.id, "version": edition.checklist.version}
        yield _problem(loaded, "answers.fingerprint", ("checklist", "fingerprint"), **params)
    institution = submission.institution
    sector_ids = [sector.id for sector in sectors.sectors]
    if institution.sector not in sector_ids:
        path: KeyPath = ("institution", "sector")
        yield _unknown(loaded, "answers.unknown_sector", path, institution.sector, sector_ids)
    flags = [flag.id for flag in profile.flags]
    for flag in institution.profile:
        if flag not in flags:
            path = ("institution", "profile", flag)
            yield _unknown(loaded, "answers.unknown_flag", path, flag, flags)
    groups = [group.id for group in edition.checklist.groups]
    for index, group in enumerate(submission.selected_groups):
        if group not in groups:
            path = ("selected_groups", index)
            yield _unknown(loaded, "answers.unknown_group", path, group, groups)
    yield from _list_problems(loaded, edition)
    yield from _provides_problems(loaded, edition)
    factors = [factor.id for factor in profile.factors]
    for factor_id in institution.risk.factors:
        if factor_id not in factors:
            path = ("institution", "risk", "factors", factor_id)
            yield _unknown(loaded, "answers.unknown_factor", path, factor_id, factors)


def _list_problems(loaded: LoadedAnswers, edition: Edition) -> Iterator[Problem]:
    """Yield lists that the checklist does not have, and rows whose id or name stands twice."""
    known = list(edition.checklist.row_list)
    for list_id, rows in loaded.submission.lists.items():
        if list_id not in known:
            yield _unknown(loaded, "answers.unknown_list", ("lists", list_id), list_id, known)
        seen: set[str] = set()
        for index, row in enumerate(rows):
            for key, text in (("id", row.id), ("name", row.name)):
                if f"{key} {text.strip().casefold()}" in seen:
                    path = ("lists", list_id, index, key)
                    yield _problem(loaded, "answers.row_twice", path, name=text)
                seen.add(f"{key} {text.strip().casefold()}")


def _provides_problems(loaded: LoadedAnswers, edition: Edition) -> Iterator[Problem]:
    """Yield ids that are said to be answered for others and are of nothing in the checklist."""
    provides = loaded.submission.provides
    if provides is None:
        return
    known = edition.checklist.practice_ids_by_part
    for index, name in enumerate(provides.practices):
        if name not in known:
            path: KeyPath = ("provides", "practices", index)
            yield _unknown(loaded, "answers.unknown_practice", path, name, list(known))


def _answers_problems(loaded: LoadedAnswers, edition: Edition) -> Iterator[Problem]:
    placed = edition.checklist.placed
    domains = edition.checklist.domains
    containers = {domain.id for domain in domains}
    containers |= {section.id for domain in domains for section in domain.sections}
    unknown = 0
    for practice_id, answer in loaded.submission.answers.items():
        path = ("answers", practice_id)
        if practice_id in containers:
            yield _problem(loaded, "answers.not_a_practice", path, name=practice_id)
            continue
        if practice_id not in placed:
            unknown += 1
            yield _unknown(
                loaded,
                "answers.unknown_practice",
                path,
                practice_id,
                list(placed),
                is_compared=unknown <= _MAX_COMPARED,
            )
            continue
        yield from _answer_problems(loaded, placed[practice_id].practice, answer)


def _answer_problems(
    loaded: LoadedAnswers, practice: Practice, answer: Answer
) -> Iterator[Problem]:
    path = ("answers", practice.id)
    field = answer.value_field
    kind = practice.question_kind
    if field is not None and field in kind.mistaken:
        found = getattr(answer, field)
        yield _problem(loaded, kind.mistaken[field], (*path, field), found=found)
    elif field is not None and field != kind.answer_field:
        params = {"field": field, "expected": kind.answer_field}
        yield _problem(loaded, "answers.wrong_kind", (*path, field), **params)
    elif field is not None:
        yield from _value_problems(loaded, practice, answer)
    if answer.na and practice.na == "never":
        yield _problem(loaded, "answers.never_na", (*path, "na"))
    if answer.not_adopted and practice.tier == "basic":
        yield _problem(loaded, "answers.basic_not_adopted", (*path, "not_adopted"))
    if answer.level is not None or answer.review:
        yield from _level_problems(loaded, practice, answer)
    if answer.points:
        yield from _points_problems(loaded, practice, answer)


def _level_problems(loaded: LoadedAnswers, practice: Practice, answer: Answer) -> Iterator[Problem]:
    """Yield the levels of an answer and its reviews that the checklist does not have."""
    path: KeyPath = ("answers", practice.id)
    levels: list[tuple[KeyPath, int]] = []
    if answer.level is not None and practice.accepts("level"):
        levels.append(((*path, "level"), answer.level))
    for index, review in enumerate(answer.review):
        levels.append(((*path, "review", index, "level"), review.level))
    for level_path, level in levels:
        if level not in practice.level_scale.values:
            known = listed(practice.level_scale.values)
            yield _problem(loaded, "answers.unknown_level", level_path, level=level, known=known)


def _points_problems(
    loaded: LoadedAnswers, practice: Practice, answer: Answer
) -> Iterator[Problem]:
    path = ("answers", practice.id, "points")
    point_ids = [point.id for point in practice.points]
    if not point_ids:
        yield _problem(loaded, "answers.no_points", path)
        return
    for index, point_id in enumerate(answer.points):
        if point_id not in point_ids:
            yield _unknown(loaded, "answers.unknown_point", (*path, index), point_id, point_ids)


def _value_problems(loaded: LoadedAnswers, practice: Practice, answer: Answer) -> Iterator[Problem]:
    kind = practice.question_kind
    if practice.rows_from and not practice.rows:
        place = ("answers", practice.id, kind.answer_field)
        yield _problem(loaded, "answers.no_rows", place, list=practice.rows_from)
        return
    for problem in kind.value_problems(practice, answer.value_to(practice)):
        path: KeyPath = ("answers", practice.id, kind.answer_field, *problem.path)
        if problem.known is None:
            yield _problem(loaded, problem.code, path, option=problem.name)
        else:
            yield _unknown(loaded, problem.code, path, problem.name, list(problem.known))


def _unknown(
    loaded: LoadedAnswers,
    code: str,
    path: KeyPath,
    name: str,
    known: list[str],
    *,
    is_compared: bool = True,
) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1) if is_compared else []
    if near:
        return _problem(loaded, f"{code}.near", path, name=name, known=near[0])
    return _problem(loaded, code, path, name=name, known=listed(known or ["-"], _MAX_SHOWN))


def _problem(loaded: LoadedAnswers, code: str, path: KeyPath, **params: object) -> Problem:
    document = loaded.document
    existing = document.existing_path(path)
    return Problem(code, params, document.location(existing, key=existing == path), existing)
