"""Several answers files in one run, and what a repository's ``cssa.yaml`` says of each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from .conftest import AS_OF, CHECKLIST

Write = Callable[..., None]
RULE = "id: mfa, on: {practice: 1.1-1}, min_level: 3"
LANGS = ("ja", "en")


@pytest.fixture
def repository(
    folder: Path, write_answers: Write, write_policy: Write, cssa_inline: Callable[..., Any]
) -> Callable[..., Any]:
    """Three institutions: one meets the policy, one does not, one's answers cannot be read."""
    write_policy(RULE)
    for name, level in (("arahama", "3"), ("nagisa", "2"), ("shiokaze", "9")):
        write_answers({"1.1-1": level})
        text = Path("answers.yaml").read_text("utf-8").replace("id: shiokaze", f"id: {name}")
        (folder / "banks" / name).mkdir(parents=True)
        (folder / "banks" / name / "answers.yaml").write_text(text, encoding="utf-8")
    Path("answers.yaml").unlink()

    def run(*arguments: object, **options: Any) -> Any:
        return cssa_inline("gate", *arguments, "--as-of", AS_OF, **options)

    return run


GIVEN = ("--checklist", str(CHECKLIST), "--policy", "policy.yaml")


@pytest.mark.parametrize(
    ("named", "code", "count"),
    [
        (["banks"], 3, 3),
        (["banks/*/answers.yaml"], 3, 3),
        (["banks/arahama", "banks/nagisa/answers.yaml"], 1, 2),
        (["banks/arahama/answers.yaml"], 0, 1),
        (["banks/arahama", "banks/arahama/answers.yaml"], 0, 1),
    ],
)
def test_files_folders_and_patterns_are_checked_in_one_run(
    named: list[str], code: int, count: int, repository: Any
) -> None:
    done = repository(*named, *GIVEN, "-o", "json=-")
    assert done.code == code
    assert len(done.json.get("runs", [done.json])) == count


@pytest.mark.parametrize("lang", LANGS)
def test_one_table_says_what_came_of_each(lang: str, repository: Any) -> None:
    done = repository("banks", *GIVEN, "-o", "table.md", lang=lang)
    words = {"ja": ("充足", "未充足", "判定なし"), "en": ("met", "not met", "not checked")}[lang]
    lines = done.out.splitlines()
    rows = [line for line in lines[2:7] if line.startswith(("arahama", "nagisa", "–"))]
    assert [
        any(word in row for word in (expected,)) for row, expected in zip(rows, words, strict=True)
    ]
    assert all(
        f"banks/{name}/answers.yaml" in rows[i]
        for i, name in enumerate(("arahama", "nagisa", "shiokaze"))
    )
    assert "banks/shiokaze/answers.yaml:7" in done.err
    table = Path("table.md").read_text("utf-8")
    assert table.count("\n| ") == 4 - 1 + 1


def test_every_format_holds_all_of_them_and_keeps_to_its_schema(
    repository: Any, root: Path
) -> None:
    names = {"json": "o.json", "sarif": "o.sarif", "junit": "o.xml", "github": "o.txt"}
    outputs = [part for name, file in names.items() for part in ("-o", f"{name}={file}")]
    assert repository("banks", *GIVEN, *outputs).code == 3
    document = json.loads(Path("o.json").read_text("utf-8"))
    schema = json.loads((root / "docs/schema/gate-runs.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(document)
    assert (document["met"], [run["met"] for run in document["runs"]]) == (
        False,
        [True, False, None],
    )
    log = Path("o.sarif").read_text("utf-8")
    Sarif.model_validate_json(log)
    runs = json.loads(log)["runs"]
    ids = [run["automationDetails"]["id"] for run in runs if "automationDetails" in run]
    assert len(set(ids)) == 2
    assert [run["invocations"][0]["executionSuccessful"] for run in runs] == [True, True, False]
    suites = list(JUnitXml.fromstring(Path("o.xml").read_bytes()))
    assert [suite.failures > 0 for suite in suites if suite.name == "nagisa/gate-cases/1"] == [True]
    assert [suite.errors for suite in suites if suite.name == "refusal"] == [1]
    assert len({suite.name for suite in suites}) == len(suites)
    assert repository("banks", *GIVEN, *outputs).code == 3, "its own outputs may be overwritten"


SETTINGS = """\
schema: cssa.settings/1
checklist: {checklist}
policy: policy.yaml
assessments:
  - answers: banks/arahama/answers.yaml
    outputs: {{junit: arahama.xml, json: arahama.json}}
  - {{answers: banks/nagisa/answers.yaml, policy: easy.yaml}}
"""


@pytest.fixture
def settings(folder: Path, repository: Any) -> Any:
    """The repository with a ``cssa.yaml``; nagisa has a policy of its own that it meets."""
    text = (folder / "policy.yaml").read_text("utf-8").replace("min_level: 3", "min_level: 1")
    (folder / "easy.yaml").write_text(text.replace("id: bank-a", "id: easy"), encoding="utf-8")
    (folder / "cssa.yaml").write_text(SETTINGS.format(checklist=CHECKLIST), encoding="utf-8")
    return repository


def test_cssa_yaml_is_found_upwards_and_names_what_each_is_checked_against(
    settings: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "banks" / "nagisa")
    done = settings("-o", "json=-")
    assert done.code == 0, done.err
    policies = {run["institution"]["id"]: run["policy"]["id"] for run in done.json["runs"]}
    assert policies == {"arahama": "bank-a", "nagisa": "easy"}
    assert json.loads((folder / "arahama.json").read_text("utf-8"))["met"] is True
    assert JUnitXml.fromfile(str(folder / "arahama.xml"))
    assert settings("answers.yaml", "-o", "json=-").json["policy"]["id"] == "easy"


def test_options_come_before_the_environment_and_that_before_cssa_yaml(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = "banks/nagisa/answers.yaml"
    assert settings(answers, "-o", "json=-").json["policy"]["id"] == "easy"
    monkeypatch.setenv("CSSA_POLICY", "policy.yaml")
    assert settings(answers, "-o", "json=-").json["policy"]["id"] == "bank-a"
    assert settings(answers, "--policy", "easy.yaml", "-o", "json=-").json["policy"]["id"] == "easy"


def test_settings_end_with_the_repository(
    settings: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "banks" / ".git").mkdir()
    monkeypatch.chdir(folder / "banks")
    done = settings()
    assert done.code == 2
    assert "cssa.yaml" in done.err


@pytest.mark.parametrize("lang", LANGS)
def test_a_pipeline_without_a_policy_is_told_that_an_example_judges(
    lang: str, repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("banks/arahama/answers.yaml", "--checklist", CHECKLIST)
    assert "example-basic3" not in repository(*command, lang=lang).err
    monkeypatch.setenv("CI", "true")
    assert "example-basic3" in repository(*command, lang=lang).err
    assert "example-basic3" not in repository(*command, "--policy", "policy.yaml", lang=lang).err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["banks", "--previous", "kept.json"], 2),
        (["banks", "--keep", "kept.json"], 2),
        (["nothing/*.yaml"], 3),
        (["empty"], 3),
    ],
)
def test_what_cannot_be_meant_is_refused_in_every_output(
    arguments: list[str], code: int, repository: Any
) -> None:
    Path("empty").mkdir()
    assert repository("banks/arahama", *GIVEN, "-o", "gate.json").code == 0
    assert repository(*arguments, *GIVEN, "-o", "gate.json").code == code
    document = json.loads(Path("gate.json").read_text("utf-8"))
    assert next(run["met"] for run in document.get("runs", [document])) is None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("cssa.settings/1", "cssa.policy/1", ":1:"),
        ("nagisa/answers", "arahama/answers", ":7:"),
        ("junit: arahama", "pdf: arahama", ": "),
    ],
)
def test_settings_are_refused_at_their_place(
    before: str, after: str, line: str, lang: str, settings: Any
) -> None:
    path = Path("cssa.yaml")
    path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")
    done = settings(lang=lang)
    assert done.code in (2, 3)
    assert f"cssa.yaml{line}" in done.err
