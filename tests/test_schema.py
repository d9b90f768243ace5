"""The JSON Schemas: committed as generated, and true of every file that ships."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cssa.cli.schema import MODELS, schema_text
from cssa.datafile.reader import read

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "docs" / "schema"

TREES = (
    "checklists",
    "scoring",
    "templates/demo",
    "examples",
    "tests/checklists",
    "tests/checklist/own",
    "tests/good",
)
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for tree in TREES
    for path in (ROOT / tree).rglob("*.yaml")
    if re.search(
        r"^(schema: cssa\.|domain:|chapter:)", path.read_text(encoding="utf-8"), re.MULTILINE
    )
)
PARTS = {"domain": "domain", "chapter": "incident-chapter"}
WHOLES = {"incidents": "incident-report"}
"""Schemas of what consists of several files, by what the first of them names."""
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(name: str, value: Any) -> list[str]:
    return [
        f"{error.json_path}: {error.message}"[:300] for error in validator(name).iter_errors(value)
    ]


def schema_of(value: dict[str, Any]) -> str:
    """Return the schema that a file says it follows; parts of a whole are known by their key."""
    if "schema" not in value:
        return PARTS[next(iter(value))]
    name = str(value["schema"]).removeprefix("cssa.").rpartition("/")[0]
    return WHOLES.get(name, name)


@pytest.mark.skipif(not any(COMMITTED.glob("*.json")), reason="no schema is committed yet")
@pytest.mark.parametrize("name", sorted(MODELS))
def test_the_committed_schema_is_the_generated_one(name: str) -> None:
    committed = (COMMITTED / f"{name}.json").read_text(encoding="utf-8")
    assert committed == schema_text(name), f"run `cssa schema {name} -o docs/schema/{name}.json`"


@pytest.mark.skipif(not any(COMMITTED.glob("*.json")), reason="no schema is committed yet")
def test_no_committed_schema_is_left_over() -> None:
    assert {path.stem for path in COMMITTED.glob("*.json")} == set(MODELS)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_schema_is_printed_as_valid_json_schema(
    name: str, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("schema", name)
    assert (run.code, run.err) == (0, "")
    assert run.out == schema_text(name)
    Draft202012Validator.check_schema(run.json)


def test_schemas_do_not_depend_on_the_language(cssa: Callable[..., Any]) -> None:
    japanese, english = (cssa("schema", "answers", "--lang", lang).out for lang in ("ja", "en"))
    assert japanese == english


@pytest.mark.parametrize("path", DATA)
def test_shipped_data_follows_its_schema(path: str) -> None:
    value = read((ROOT / path).read_bytes(), path).value
    assert complaints(schema_of(value), value) == []


@pytest.mark.parametrize("path", [path for path in DATA if path.startswith(("check", "scoring"))])
def test_shipped_data_tells_editors_its_schema(path: str) -> None:
    file = ROOT / path
    first = MODELINE.match(file.read_text(encoding="utf-8"))
    assert first, "the first line names the schema for editors"
    value = read(file.read_bytes(), path).value
    assert (file.parent / first[1]).resolve() == COMMITTED / f"{schema_of(value)}.json"


HEAD: dict[str, Any] = {
    "schema": "cssa.answers/1",
    "checklist": {"id": "fsa-cyber-guideline", "version": "2025-07-04"},
    "institution": {"id": "a", "name": "例示銀行", "sector": "regional_bank"},
}
TREATMENT = {
    "kind": "alternative",
    "measure": "手作業で確認します",
    "approved_by": "取締役会",
    "approved_on": "2026-03-01",
    "review_by": "2027-03-31",
}


@pytest.mark.parametrize(
    "answer",
    [
        3,
        "some",
        ["a", "b"],
        {"level": 3},
        {"choice": "some"},
        {"choices": ["a", "b"]},
        {"rows": {"core": "yes"}},
        {"value": "12.5"},
        {"text": "特になし"},
        {"na": True, "reason": "海外拠点がない"},
        {"not_adopted": True, "reason": "優先順位による"},
        {"level": 1, "treatment": TREATMENT},
        {
            "level": 2,
            "done": {"n": 3, "of": 10},
            "evidence": [{"ref": "a.pdf", "date": "2026-04-01"}],
        },
        {"level": 4, "review": [{"line": 2, "level": 3, "by": "佐藤", "on": "2026-11-01"}]},
    ],
    ids=lambda answer: json.dumps(answer, ensure_ascii=True)[:40],
)
def test_editors_take_every_form_of_an_answer_that_the_program_takes(answer: Any) -> None:
    assert complaints("answers", {**HEAD, "answers": {"2.1.1-1": answer}}) == []


@pytest.mark.parametrize(
    "institution",
    [
        {"size": 2.1e12},
        {"size": 5},
        {"profile": {"cloud": True}},
        {"profile": {"wireless_lan": {"value": False, "reason": "有線だけです"}}},
        {"risk": {"factors": {"customer_data": "high"}}},
        {"risk": {"override": {"level": "low", "reason": "小規模です"}}},
    ],
)
def test_editors_take_everything_that_an_institution_may_say(institution: dict[str, Any]) -> None:
    value = {**HEAD, "institution": {**HEAD["institution"], **institution}, "answers": {}}
    assert complaints("answers", value) == []


@pytest.mark.parametrize(
    "answers",
    [
        {"2.1.1-1": 1001},
        {"2.1.1-1": -1001},
        {"2.1.1-1": True},
        {"2.1.1-1": 2.5},
        {"2.1.1-1": None},
        {"2.1.1-1": {"level": 1001}},
        {"2.1.1-1": {"level": "3"}},
        {"2.1.1-1": {"levle": 3}},
        {"2.1.1-1": {"treatment": {"kind": "accepted"}}},
        {"2.1.1-1": {"last_done": "2026/04/01"}},
        [],
        None,
    ],
    ids=lambda answers: json.dumps(answers)[:40],
)
def test_editors_refuse_what_the_program_refuses(answers: Any) -> None:
    assert complaints("answers", {**HEAD, "answers": answers})


@pytest.mark.parametrize("key", ["schema", "checklist", "institution", "answers"])
def test_editors_miss_what_is_missing(key: str) -> None:
    value = {**HEAD, "answers": {}}
    del value[key]
    assert complaints("answers", value)


def test_results_follow_their_schema(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    cases = [
        answers(name="empty.yaml"),
        answers(
            "2.1.1-1: {level: 4, note: 済}",
            "2.1.1-a: {not_adopted: true, reason: 優先順位による}",
            "2.3.4.4-4: {na: true, reason: 使っていない}",
            header='campaign: "2026"\nassessed_on: 2026-11-20\n',
        ),
    ]
    for path in cases:
        run = cssa_inline("score", path, "--format", "json", "--as-of", "2026-11-20")
        assert complaints("result", run.json) == []
