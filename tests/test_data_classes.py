"""Data classes: a mistake is refused where a value is made, or where a file is read."""

import copy
import json
import pickle
import pkgutil
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import cssa.engine
import cssa.gate
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.typed_json import adapter, to_json
from cssa.datafile.types import Model, Text
from cssa.engine.result import BelowTarget, Result
from cssa.gate.baseline import KeptResult
from cssa.gate.verdict import Verdict
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets
from cssa.workspace import Workspace

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
KEPT, ANSWERS = EXAMPLES / "kept.json", EXAMPLES / "answers" / "shiokaze.yaml"


def _dataclasses() -> list[type]:
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for package in (cssa.engine, cssa.gate)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    return [
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    ]


DATACLASSES = [*_dataclasses(), Edition]
MODELS = (Text, Practice, Checklist, Scheme, Targets)


def _named(kind: type) -> str:
    return kind.__name__


def _example(kind: type) -> Any:
    """Return a value whose parts are of no meaning: nothing is validated where it is made."""
    return kind(**{field.name: field.name for field in fields(kind)})


def test_results_and_verdicts_are_dataclasses() -> None:
    assert {Result, KeptResult, Verdict, BelowTarget} <= set(DATACLASSES)


@pytest.mark.parametrize("kind", DATACLASSES, ids=_named)
def test_a_dataclass_is_made_of_exactly_its_fields(kind: type) -> None:
    values = {field.name: field.name for field in fields(kind)}
    with pytest.raises(TypeError, match="misspelt"):
        kind(**values, misspelt=1)
    with pytest.raises(TypeError, match="required"):
        kind()


@pytest.mark.parametrize("kind", DATACLASSES, ids=_named)
def test_a_dataclass_can_be_copied_compared_and_sent_and_not_changed(kind: type) -> None:
    value = _example(kind)
    name = fields(kind)[0].name
    assert asdict(value) == {field.name: field.name for field in fields(kind)}
    assert replace(value) == value == pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
    assert replace(value, **{name: "other"}) != value
    with pytest.raises(AttributeError):
        setattr(value, name, "other")


@pytest.mark.parametrize("kind", MODELS, ids=_named)
def test_a_model_is_made_of_its_fields_alone(kind: type[Model]) -> None:
    for values in ({}, {"misspelt": 1}):
        with pytest.raises(ValidationError) as error:
            kind(**values)
        types = {detail["type"] for detail in error.value.errors()}
        assert types == {"missing", *(["extra_forbidden"] if values else [])}


def test_what_is_kept_is_read_back_as_it_was() -> None:
    written = json.loads(KEPT.read_text(encoding="utf-8"))
    kept = adapter(KeptResult).validate_python(written)
    text = to_json(kept)
    assert json.loads(text) == written
    assert adapter(KeptResult).validate_json(text) == kept


@pytest.fixture(scope="module")
def written(cache_folder: Path) -> dict[str, Any]:
    """A result as it is written."""
    workspace = Workspace(cache=cache_folder)
    data = ANSWERS.read_bytes()
    result = workspace.assess(data, str(ANSWERS), as_of=date(2026, 11, 20)).result
    return dict(json.loads(to_json(result)))


def test_a_result_is_read_back_as_it_was(written: dict[str, Any]) -> None:
    result = adapter(Result).validate_python(written)
    assert json.loads(to_json(result)) == written


def _part(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


@pytest.mark.parametrize(
    "path",
    [(), ("overall",), ("overall", "coverage"), ("domains", 0), ("domains", 0, "practices", 0)],
    ids=str,
)
def test_a_result_with_a_misspelt_or_missing_key_is_refused(
    path: tuple[str | int, ...], written: dict[str, Any]
) -> None:
    more, less = copy.deepcopy(written), copy.deepcopy(written)
    _part(more, path)["misspelt"] = 1
    part = _part(less, path)
    missing = next(key for key in part if key != "schema")
    del part[missing]
    for value, name in ((more, "misspelt"), (less, missing)):
        with pytest.raises(ValidationError) as error:
            adapter(Result).validate_python(value)
        assert [detail["loc"] for detail in error.value.errors()] == [(*path, name)]
