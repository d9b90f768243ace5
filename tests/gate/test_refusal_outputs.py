"""A run without a verdict says so in every output, and leaves none of an earlier run."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import Error, JUnitXml
from sarif_pydantic import Sarif

from cssa.datafile.value_builder import MAX_PROBLEMS
from cssa.messages.problems import MAX_LINES

from .conftest import HEAD
from .test_formats import command

Write = Callable[..., None]
RULE = "id: mfa, on: {practice: 1.1-1}, min_level: 3"
FILES = {
    "json": "gate.json",
    "junit": "gate.xml",
    "sarif": "gate.sarif",
    "github": "gate.txt",
    "gitlab": "gate-quality.json",
    "markdown": "gate.md",
    "text": "gate.log",
}
OUTPUTS = [part for name, file in FILES.items() for part in ("-o", f"{name}={file}")]
LANGS = ("ja", "en")


def contents() -> dict[str, str]:
    """Return the outputs there are, by format."""
    paths = {name: Path(file) for name, file in FILES.items()}
    return {name: path.read_text("utf-8") for name, path in paths.items() if path.exists()}


def problems(texts: dict[str, str]) -> dict[str, list[str]]:
    """Return what each format says went wrong, the way its readers read it."""
    document = json.loads(texts["json"])
    assert document["met"] is None
    run = json.loads(texts["sarif"])["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "results" not in run
    Sarif.model_validate_json(texts["sarif"])
    cases = [case for suite in JUnitXml.fromstring(texts["junit"].encode()) for case in suite]
    assert all(isinstance(result, Error) for case in cases for result in case.result)
    lines = [line for line in texts["github"].splitlines() if not line.startswith("::debug::")]
    commands = [command(line) for line in lines]
    assert {kind for kind, _, _ in commands} == {"error"}
    entries = json.loads(texts["gitlab"])
    assert {entry["severity"] for entry in entries} == {"blocker"}
    return {
        "json": [problem["message"] for problem in document["problems"]],
        "sarif": [note["message"]["text"] for note in invocation["toolExecutionNotifications"]],
        "junit": [result.message for case in cases for result in case.result],
        "github": [text.splitlines()[0] for _, _, text in commands],
    }


@pytest.fixture
def met_before(write_answers: Write, write_policy: Write, gate: Any) -> None:
    """An earlier run that left a report in every format, all of them met."""
    write_answers()
    write_policy(RULE)
    assert gate(*OUTPUTS, "--keep", "kept.json").code == 0
    assert json.loads(contents()["json"])["met"] is True


def _edit(before: str, after: str, name: str = "answers.yaml") -> None:
    path = Path(name)
    path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")


BREAKS: dict[str, tuple[int, list[str], Callable[[], object]]] = {
    "a wrong date": (2, ["--as-of", "tomorrow"], lambda: None),
    "no reason for lowering": (2, ["--keep", "kept.json", "--accept-lower", " "], lambda: None),
    "an unknown format besides": (2, ["-o", "pdf=gate.pdf"], lambda: None),
    "a level that is none": (3, [], lambda: _edit("1.1-1: 3", "1.1-1: 9")),
    "answers that are gone": (3, [], lambda: Path("answers.yaml").unlink()),
    "an unknown practice in the policy": (3, [], lambda: _edit("1.1-1", "7.7-7", "policy.yaml")),
    "a kept result in conflict": (
        3,
        ["--previous", "kept.json"],
        lambda: _edit('"1-1": 3', '<<<<<<< HEAD\n"1-1": 3', "kept.json"),
    ),
    "another output in no folder": (74, ["-o", "no/such/folder.json"], lambda: None),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("what", BREAKS)
@pytest.mark.usefixtures("met_before")
def test_every_output_says_that_there_is_no_verdict(what: str, lang: str, gate: Any) -> None:
    code, options, break_ = BREAKS[what]
    break_()
    done = gate(*OUTPUTS, *options, lang=lang)
    assert done.code == code
    texts = contents()
    assert set(texts) == set(FILES)
    by_format = problems(texts)
    assert all(messages == by_format["json"] for messages in by_format.values())
    assert by_format["json"]
    for message in by_format["json"]:
        assert message in done.err
        assert message in texts["text"]
        assert message.split("`")[0][:30] in texts["markdown"].replace("\\", "")


@pytest.mark.usefixtures("met_before")
def test_the_place_of_what_is_refused_is_in_every_format(gate: Any, root: Path) -> None:
    _edit("1.1-1: 3", "1.1-1: 9")
    assert gate(*OUTPUTS).code == 3
    texts = contents()
    document = json.loads(texts["json"])
    schema = json.loads((root / "docs/schema/gate-refusal.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(document)
    assert [problem["place"]["line"] for problem in document["problems"]] == [7]
    (note,) = json.loads(texts["sarif"])["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    physical = note["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "answers.yaml"
    assert physical["region"]["startLine"] == 7
    assert "answers.yaml:7:" in texts["junit"]
    assert "answers.yaml:7:" in texts["markdown"]
    _, params, _ = command(texts["github"].splitlines()[0])
    assert (params["file"], params["line"]) == ("answers.yaml", "7")


@pytest.mark.parametrize("count", [MAX_LINES + 1, MAX_PROBLEMS + 1])
def test_problems_that_are_not_listed_are_counted(
    count: int, folder: Path, write_policy: Write, gate: Any
) -> None:
    twice = "  1.1-1: 3\n" * (count + 1)
    (folder / "answers.yaml").write_text(f"{HEAD}answers:\n{twice}", encoding="utf-8")
    write_policy(RULE)
    assert gate("-o", "text=gate.log").code == 3
    assert f"(problems: {count})" in contents()["text"]


@pytest.mark.parametrize("error", [RuntimeError("x"), KeyboardInterrupt(), OSError(28, "full")])
@pytest.mark.usefixtures("met_before")
def test_a_run_that_breaks_off_leaves_no_report_of_before(
    error: BaseException, gate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def evaluate(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("cssa.cli.gate.run.evaluate", evaluate)
    assert gate(*OUTPUTS).code in (70, 74, 130)
    assert problems(contents())["json"]


@pytest.mark.usefixtures("met_before")
def test_while_a_run_works_no_report_of_before_is_there(
    gate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, str]] = []

    def assess(*_: object, **__: object) -> None:
        seen.append(contents())
        raise RuntimeError

    Path("gate.json").chmod(0o600)
    monkeypatch.setattr("cssa.cli.gate.run.read_input", assess)
    gate(*OUTPUTS)
    assert seen == [dict.fromkeys(FILES, "")]
    assert os.name == "nt" or Path("gate.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("met_before")
def test_what_cannot_say_so_is_gone(gate: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace_file(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cssa.cli.output.replace_file", replace_file)
    assert gate(*OUTPUTS).code == 74
    assert contents() == {}


@pytest.mark.usefixtures("met_before")
def test_neither_inputs_nor_files_of_the_user_are_touched(gate: Any) -> None:
    Path("notes.md").write_text("覚え書き", encoding="utf-8")
    _edit("1.1-1: 3", "1.1-1: 9")
    before = {path: path.read_bytes() for path in Path().iterdir() if path.name in
              ("notes.md", "answers.yaml", "policy.yaml", "kept.json")}  # fmt: skip
    outputs = ["notes.md", "json=answers.yaml", "json=policy.yaml", "json=kept.json"]
    named = [part for output in outputs for part in ("-o", output)]
    assert gate(*named, "-o", "gate.xml", "--keep", "kept.json").code == 74
    assert {path: path.read_bytes() for path in before} == before
    assert "<error" in Path("gate.xml").read_text("utf-8")


@pytest.mark.parametrize("name", ["json", "junit", "sarif", "github", "markdown"])
def test_a_format_named_for_standard_output_says_so_there(
    name: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": "9"})
    write_policy(RULE)
    done = gate("-o", f"{name}=-")
    assert done.code == 3
    assert done.out


@pytest.mark.usefixtures("met_before")
def test_an_ending_that_is_not_written_is_refused_in_every_output_too(gate: Any) -> None:
    assert gate(*OUTPUTS, "--keep", "kept.html").code == 2
    said = problems(contents())
    assert {name: [".json" in text for text in texts] for name, texts in said.items()} == {
        name: [True] for name in said
    }


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_assessed_is_no_success_in_any_format(
    lang: str, write_policy: Write, gate: Any
) -> None:
    Path("answers.yaml").write_text(f"{HEAD}answers: {{}}\n", encoding="utf-8")
    write_policy("id: fresh, on: overall, answered_within: P1Y")
    assert gate(*OUTPUTS, lang=lang).code == 4
    texts = contents()
    word = {"ja": "判定できる回答がない", "en": "There is nothing to judge"}[lang]
    assert [name for name, text in texts.items() if word not in text] == ["json"]
    assert json.loads(texts["json"])["met"] is False
    assert "::error " in texts["github"]
    (invocation,) = json.loads(texts["sarif"])["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    suites = JUnitXml.fromstring(texts["junit"].encode())
    assert sum(suite.errors for suite in suites) == 1
