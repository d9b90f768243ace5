"""The committed JSON Schemas refuse what the program refuses, as far as a schema can say it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from cssa.cli.schema import MODELS
from cssa.datafile.reader import Document, read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem

ROOT = Path(__file__).resolve().parent.parent
BAD = ROOT / "tests" / "bad"

ONLY_THE_PROGRAM = {
    "value.answer_type": "3.0 is an integer to JSON Schema",
    "value.bands": "the order of items",
    "value.campaign_dates": "one date compared with another",
    "value.change_id": "one id compared with another",
    "value.done": "one number compared with another",
    "value.ids_twice": "ids compared with each other",
    "value.institution_id": "$ stands before a last line break too in some validators",
    "value.int": "3.0 is an integer to JSON Schema",
    "value.number": "numbers without end are no JSON",
    "value.sector_group": "a name listed elsewhere in the file",
    "value.sector_kind": "a name listed elsewhere in the file",
    "value.treatment_dates": "one date compared with another",
    "value.waiver_approver": "one text compared with another",
}
"""Problems of one file that its schema cannot find, or not always, and why."""


class Refused(NamedTuple):
    """A document that its model refuses.

    Attributes:
        name: where it is listed.
        schema: name of its schema.
        document: its values.
        problems: what the model finds.
    """

    name: str
    schema: str
    document: Document
    problems: tuple[Problem, ...]


POLICIES = {
    "bounds": "{id: a, on: overall, min_score: 77}",
    "share": "{id: a, on: overall, min_coverage: 98}",
    "two-scopes": '{id: a, on: {domain: "2.1", tier: basic}, min_score: 1}',
    "no-scope": "{id: a, on: {}, min_score: 1}",
    "no-condition": "{id: a, on: overall}",
    "condition-off": "{id: a, on: overall, no_lower: false}",
    "condition-null": "{id: a, on: overall, min_score: null}",
    "period": "{id: a, on: overall, evidence_within: fortnight}",
    "no-period": "{id: a, on: overall, evidence_within: P}",
    "line": "{id: a, on: overall, reviewed_by_line: 4}",
}
WAIVERS = {
    "neither": "owner: A",
    "both": "practice: 1-1, rule: a, owner: A",
    "blank-owner": 'practice: 1-1, owner: " "',
    "own-approver": "practice: 1-1, owner: B",
    "day": "practice: 1-1, owner: A, expires: 2026/01/01",
}
CAMPAIGN = "schema: cssa.campaign/1\nid: c\ntitle: t\n"
OTHERS = {
    "floor": f"{CAMPAIGN}coverage_floor: 80\n",
    "dates": f"{CAMPAIGN}deadline: 2026-02-01\ncut_off: 2026-01-01\n",
}
TITLE = "title: {ja: 名, en: n}"
SECTORS = {
    "sector-kind": ("g", "id: s, kind: x"),
    "sector-group": ("g", "id: s, kind: k, industry_group: x"),
    "group-named-as-a-sub-sector": ("s", "id: s, kind: k, industry_group: s"),
    "group-named-as-a-part": (
        "s.b", f"id: s, kind: k, bands: [{{id: b, from: 0, {TITLE}}}], industry_group: s.b"
    ),
}  # fmt: skip
OTHERS |= {
    name: f"schema: cssa.sectors/1\nkinds: [{{id: k, {TITLE}}}]\n"
    f"industry_groups: [{{id: {group}, {TITLE}}}]\n"
    f"sectors: [{{{sector}, {TITLE}, measure: {{ja: 額, en: m}}}}]\n"
    for name, (group, sector) in SECTORS.items()
}


def _texts() -> Iterator[tuple[str, bytes]]:
    for area in sorted(path for path in BAD.iterdir() if path.is_dir()):
        listed = yaml.safe_load((area / "expected.yaml").read_text("utf-8"))
        for name, case in listed["cases"].items():
            if "text" in case:
                yield f"{area.name}/{name}", case["text"].encode()
    for path in sorted(BAD.rglob("*.yaml")):
        if path.name != "expected.yaml":
            yield path.relative_to(BAD).as_posix(), path.read_bytes()
    for name, rule in POLICIES.items():
        yield f"policy/{name}", f"schema: cssa.policy/1\nid: p\nrules:\n  - {rule}\n".encode()
    for name, waiver in WAIVERS.items():
        terms = "reason: r, alternative: a, residual_risk: s, approver: B"
        if "expires" not in waiver:
            terms += ", expires: 2027-01-01"
        text = (
            "schema: cssa.policy/1\nid: p\nrules: [{id: a, on: overall, min_score: 1}]\n"
            f"waivers:\n  - {{{waiver}, {terms}}}\n"
        )
        yield f"waiver/{name}", text.encode()
    for name, text in OTHERS.items():
        yield f"other/{name}", text.encode()


def _refused() -> Iterator[Refused]:
    for name, data in _texts():
        try:
            document = read(data, name)
        except InputError:
            continue  # no document at all
        schema = _schema_of(document.value)
        if schema is None:
            continue
        try:
            validate(MODELS[schema], document)
        except InputError as error:
            yield Refused(name, schema, document, error.problems)


def _schema_of(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    named = str(value.get("schema", "")).removeprefix("cssa.").rpartition("/")[0]
    return named if named in MODELS else ("domain" if "domain" in value else None)


REFUSED = {refused.name: refused for refused in _refused()}


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def missed(refused: Refused) -> list[Problem]:
    """Return the problems where the schema finds nothing, neither there nor just around it."""
    errors = validator(refused.schema).iter_errors(refused.document.value)
    places = [tuple(error.absolute_path) for error in errors]
    return [
        problem
        for problem in refused.problems
        if not any(_is_about(place, problem.path) for place in places)
    ]


def _is_about(place: tuple[str | int, ...], path: tuple[str | int, ...]) -> bool:
    if not place or not path:
        return not place and len(path) <= 1
    length = min(len(place), len(path))
    return place[:length] == path[:length]


@pytest.mark.parametrize("name", REFUSED)
def test_the_schema_finds_what_can_be_said_in_a_schema(name: str) -> None:
    assert [
        (problem.code, problem.path)
        for problem in missed(REFUSED[name])
        if problem.code not in ONLY_THE_PROGRAM
    ] == []


def test_groups_of_institutions_are_listed_and_have_ids_of_their_own() -> None:
    codes = {
        name: [problem.code for problem in REFUSED[f"other/{name}"].problems] for name in SECTORS
    }
    assert codes == {
        "sector-kind": ["value.sector_kind"],
        "sector-group": ["value.sector_group"],
        "group-named-as-a-sub-sector": ["value.ids_twice"],
        "group-named-as-a-part": ["value.ids_twice"],
    }


def test_what_only_the_program_finds_is_listed_and_nothing_else() -> None:
    found = {problem.code for refused in REFUSED.values() for problem in missed(refused)}
    assert found == set(ONLY_THE_PROGRAM)
