"""Every folder under ``tests/cases`` is an assessment read from its files, with what must come out.

A folder holds ``checklist/``, ``answers.yaml`` and ``expected.json``; ``scheme.yaml``,
``targets.yaml`` and ``as_of.txt`` where the shipped ones and the usual date do not do; and a
``README.md`` that says what it is about. Adding a folder adds a test.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cssa.answers.loading import check_answers, read_answers
from cssa.checklist.catalogue import Catalogue
from cssa.datafile.typed_json import to_json
from cssa.engine.result import Result
from cssa.engine.scoring import Criteria, score_submission
from cssa.scheme.scoring_data import ScoringData

from .oracle import compute_figures
from .worlds import AS_OF, measured

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/answers.yaml"))

KNOWN = {
    "README.md",
    "answers.yaml",
    "as_of.txt",
    "checklist",
    "expected.json",
    "scheme.yaml",
    "targets.yaml",
}

each_case = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


class Scored(NamedTuple):
    """A case scored by the engine, and by the independent computation."""

    result: Result
    expected: dict[str, Any]


@cache
def scored(case: Path) -> Scored:
    library = ScoringData()
    own = {name: case / f"{name}.yaml" for name in ("scheme", "targets")}
    scheme = library.scheme(str(own["scheme"])) if own["scheme"].exists() else library.scheme()
    stated = case / "as_of.txt"
    as_of = date.fromisoformat(stated.read_text().strip()) if stated.exists() else AS_OF
    sheet = read_answers((case / "answers.yaml").read_bytes(), "answers.yaml")
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary, given=case / "checklist")
    bound = sheet.submission.checklist
    edition = catalogue.load(catalogue.find(bound.id, bound.version))
    check_answers(sheet, edition, library.profile, library.sectors)
    named = str(own["targets"]) if own["targets"].exists() else edition.checklist.default_targets
    targets = library.targets(named, edition.checklist)
    criteria = Criteria(scheme, targets, library.profile, library.threats)
    models = (edition.checklist, sheet.submission, *criteria)
    plain = [m.model_dump(mode="json", by_alias=True, exclude_defaults=True) for m in models]
    result = score_submission(edition, sheet.submission, criteria, as_of=as_of)
    return Scored(result, compute_figures(*plain, as_of))  # type: ignore[call-arg, arg-type]


def differences(expected: Any, actual: Any, where: str = "$") -> Iterator[str]:
    """Yield where ``actual`` does not hold what is expected.

    An object needs the expected keys only; put in the place of a list, its keys are ids of the
    list's members. A list is compared member by member, in its order and length.
    """
    if isinstance(expected, dict) and isinstance(actual, list):
        actual = {member.get("id", member.get("practice")): member for member in actual}
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key in actual:
                yield from differences(value, actual[key], f"{where}.{key}")
            else:
                yield f"{where}.{key}: missing"
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for n, pair in enumerate(zip(expected, actual, strict=True)):
            yield from differences(*pair, f"{where}[{n}]")
    elif expected != actual or type(expected) is not type(actual):
        yield f"{where}: {actual!r}, not {expected!r}"


@each_case
def test_case(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert expected
    document = json.loads(to_json(scored(case).result))
    assert list(differences(expected, document)) == []


@each_case
def test_case_as_the_oracle_sees_it(case: Path) -> None:
    assert measured(scored(case).result) == scored(case).expected


@each_case
def test_case_holds_what_is_read_and_says_what_it_is_about(case: Path) -> None:
    assert {path.name for path in case.iterdir()} <= KNOWN
    assert (case / "README.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("expected", "actual", "count"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, 0),
        ({"a": 1, "b": {"c": None}}, {"a": 2, "b": {}}, 2),
        ({"x": {"v": 1}}, [{"id": "w", "v": 0}, {"id": "x", "v": 1}], 0),
        ({"y": {}}, [{"id": "x"}], 1),
        ({"x": {"rank": 2}}, [{"practice": "x", "rank": 1}], 1),
        ([{"a": 1}], [{"a": 1}, {"a": 1}], 1),
        ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 3}], 1),
        ([], [], 0),
        ({"a": None}, {"a": 0}, 1),
        ({"a": 0}, {"a": False}, 1),
        ({"a": 2}, {"a": 2.0}, 1),
    ],
)
def test_the_comparison_finds_what_differs(expected: Any, actual: Any, count: int) -> None:
    assert len(list(differences(expected, actual))) == count
