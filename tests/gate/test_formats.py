"""The verdict in every format, read back the way its consumers read it."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped
from sarif_pydantic import Sarif

from cssa.resources import project_page

from .conftest import TERMS

Write = Callable[..., None]

NA = "{na: true, reason: 秘密の理由}"
LEFT_OUT = "{not_adopted: true, reason: 見合わない}"
FORMATS = ("text", "json", "junit", "sarif", "github", "gitlab", "markdown")
UNSIGNED = ("json", "sarif", "gitlab")
LANGS = ("ja", "en")
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def mixed(write_answers: Write, write_policy: Write) -> None:
    """Answers and a policy with an outcome of every kind."""
    write_answers({"1-1": NA, "1.1-1": "2", "1.1-2": "4", "1.2-a": LEFT_OUT, "2.1-1": "{level: 2}"})
    write_policy(
        "id: overall, on: overall, min_score: 3, min_coverage: 1",
        "id: practices, on: {each: practice}, min_level: 3",
        "id: evidence, on: overall, evidence_from: 4",
        "id: fresh, on: overall, answered_within: P1M",
        'id: old, on: {domain: "2"}, answered_within: P1Y, min_score: 3',
        waivers=(
            f"practice: 2.1-1, {TERMS}",
            f"practice: 1.1-a, {TERMS}",
            f"rule: overall, {TERMS.replace('2027-03-31', '2026-11-01')}",
            f"rule: evidence, {TERMS.replace('2027-03-31', '2026-12-01')}",
        ),
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["text", "markdown", "github"])
@pytest.mark.usefixtures("mixed")
def test_texts_read_as_reviewed(
    name: str, lang: str, gate: Any, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.{lang}.txt", gate("-o", f"{name}=-", lang=lang).out)


@pytest.mark.usefixtures("mixed")
def test_json_keeps_to_its_schema(gate: Any, root: Path) -> None:
    schema = json.loads((root / "docs" / "schema" / "gate.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(gate("-o", "json=-").json)


@pytest.mark.usefixtures("mixed")
def test_several_formats_are_written_in_one_run(gate: Any) -> None:
    done = gate(*(part for name in FORMATS[1:] for part in ("-o", f"{name}=out.{name}")))
    assert done.code == 1
    assert "Not met" in done.out
    for name in FORMATS[1:]:
        written, printed = Path(f"out.{name}").read_text(), gate("-o", f"{name}=-").out
        assert printed
        assert written.startswith(printed)
        signature = written.removeprefix(printed)
        assert len(signature.splitlines()) == (0 if name in UNSIGNED else 1)
        assert "cssa gate sha256:" in signature or name in UNSIGNED


@pytest.mark.usefixtures("mixed")
def test_a_files_name_tells_its_format(gate: Any) -> None:
    names = ["a.json", "a.xml", "a.sarif", "a.md", "a.txt"]
    assert gate(*(part for name in names for part in ("-o", name))).code == 1
    assert json.loads(Path("a.json").read_text())["schema"] == "cssa.gate/1"
    assert ET.parse("a.xml").getroot().tag == "testsuites"  # noqa: S314 - our own output
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("a.md").read_text().startswith("## ")


# JUnit ---------------------------------------------------------------------------------------


def suites(text: str) -> Any:
    """Return what the model library reads."""
    return JUnitXml.fromstring(text.encode())


def cases(text: str) -> dict[tuple[str, str], list[Any]]:
    """Return the results of each case, by suite and name."""
    return {(suite.name, case.name): case.result for suite in suites(text) for case in suite}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_junit_has_a_suite_per_domain_and_a_case_per_practice(lang: str, gate: Any) -> None:
    by_case = cases(gate("-o", "junit=-", lang=lang).out)
    practices = [
        name
        for suite, name in by_case
        if suite in ("shiokaze/gate-cases/1", "shiokaze/gate-cases/2")
    ]
    assert practices == ["1-1", "1.1-1", "1.1-2", "1.1-3", "1.1-a", "1.2-a", "2.1-1", "2.1-2"]
    kinds = {key: [type(result) for result in results] for key, results in by_case.items()}
    assert kinds["shiokaze/gate-cases/1", "1-1"] == [Skipped]
    assert kinds["shiokaze/gate-cases/1", "1.2-a"] == [Skipped]
    assert kinds["shiokaze/gate-cases/1", "1.1-1"] == [Failure]
    assert kinds["shiokaze/gate-cases/1", "1.1-3"] == []
    assert kinds["shiokaze/gate-cases/2", "2.1-2"] == []
    assert kinds["shiokaze/gate-cases/policy", "fresh/answered_within/overall"] == []
    assert kinds["shiokaze/gate-cases/policy", "practices/min_level/2.1-1"] == [Skipped]
    assert kinds["shiokaze/gate-cases/policy", "old/min_score/2"] == [Failure]
    assert kinds["shiokaze/gate-cases/policy", "waiver/overall"] == [Failure]
    assert kinds["shiokaze/gate-cases/policy", "waiver/evidence"] == [Skipped]
    assert not any(kind is Error for types in kinds.values() for kind in types)


@pytest.mark.usefixtures("mixed")
def test_junit_says_why_a_practice_is_skipped_and_where_it_fails(gate: Any) -> None:
    by_case = cases(gate("-o", "junit=-").out)
    assert by_case["shiokaze/gate-cases/1", "1-1"][0].message == "not applicable"
    failure = by_case["shiokaze/gate-cases/1", "1.1-1"][0]
    assert failure.message.startswith("1.1-1 ")
    assert failure.text.startswith("answers.yaml:7:3\n")
    shown = cases(gate("-o", "junit=-", "--show-notes").out)
    assert "秘密の理由" in shown["shiokaze/gate-cases/1", "1-1"][0].message


def test_junit_fails_an_unanswered_practice_only_where_a_rule_asks_for_it(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": "{note: 未定}"})
    write_policy("id: low, on: overall, min_coverage: 0.5")
    assert isinstance(
        cases(gate("-o", "junit=-").out)["shiokaze/gate-cases/1", "1.1-1"][0], Skipped
    )
    write_policy("id: all, on: overall, min_coverage: 1")
    assert isinstance(
        cases(gate("-o", "junit=-").out)["shiokaze/gate-cases/1", "1.1-1"][0], Failure
    )


@pytest.mark.usefixtures("mixed")
def test_junit_gives_file_and_line_of_what_fails(gate: Any) -> None:
    root = ET.fromstring(gate("-o", "junit=-").out)  # noqa: S314 - our own output
    places = {
        case.get("name"): (case.get("file"), case.get("line")) for case in root.iter("testcase")
    }
    assert places["1.1-1"] == ("answers.yaml", "7")
    assert places["waiver/overall"] == ("policy.yaml", "14")


@pytest.mark.usefixtures("mixed")
def test_junit_counts_what_it_holds(gate: Any) -> None:
    for suite in suites(gate("-o", "junit=-").out):
        results = [outcome for case in suite for outcome in case.result]
        assert suite.tests == len(list(suite))
        assert suite.failures == sum(isinstance(result, Failure) for result in results)
        assert suite.skipped == sum(isinstance(result, Skipped) for result in results)
        assert suite.errors == 0


# SARIF ---------------------------------------------------------------------------------------


def run_of(text: str) -> Any:
    """Return the run of a log that the model library takes."""
    Sarif.model_validate_json(text)
    return json.loads(text)["runs"][0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_sarif_names_the_practice_its_help_and_its_place(lang: str, gate: Any) -> None:
    run = run_of(gate("-o", "sarif=-", lang=lang).out)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    result = next(result for result in run["results"] if result["ruleId"] == "1.1-1")
    assert rules["1.1-1"]["help"]["text"]
    assert list(rules).index("1.1-1") == result["ruleIndex"]
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "answers.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 3},
    }
    assert run["language"] == lang


@pytest.mark.usefixtures("mixed")
def test_sarif_puts_a_fingerprint_of_its_own_on_every_result(gate: Any) -> None:
    results = run_of(gate("-o", "sarif=-").out)["results"]
    prints = [result["partialFingerprints"]["cssa/v1"] for result in results]
    assert len(set(prints)) == len(prints) >= 6


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_sarif_rules_say_each_in_its_own_words_what_they_demand(lang: str, gate: Any) -> None:
    run = run_of(gate("-o", "sarif=-", lang=lang).out)
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= {"policy/evidence", "policy/waiver/overall", "1.1-1"}
    for rule in rules:
        texts = [rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")]
        assert all(text.strip() for text in texts)
        assert not any("bank-a" in text for text in texts), "the policy's name is no help"
    evidence = next(rule for rule in rules if rule["id"] == "policy/evidence")
    words = {"ja": "証跡", "en": "evidence"}[lang]
    assert words in evidence["fullDescription"]["text"]
    assert words in evidence["help"]["text"].lower()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_sarif_messages_begin_with_a_title(lang: str, gate: Any) -> None:
    for result in run_of(gate("-o", "sarif=-", lang=lang).out)["results"]:
        assert not result["message"]["text"].startswith(result["ruleId"])


def test_sarif_fingerprints_stay_when_lines_move_and_levels_change(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_policy("id: practices, on: {each: practice}, min_level: 3")
    write_answers({"1.1-1": "2"})
    first = run_of(gate("-o", "sarif=-", lang="ja").out)["results"]
    write_answers({"1.1-1": "1"}, before="# 一行\n# 二行\n")
    second = run_of(gate("-o", "sarif=-", lang="en").out)["results"]
    assert [result["partialFingerprints"] for result in first] == [
        result["partialFingerprints"] for result in second
    ]
    lines = [
        result["locations"][0]["physicalLocation"]["region"]["startLine"]
        for result in (*first, *second)
    ]
    assert lines == [7, 9]


@pytest.mark.usefixtures("mixed")
def test_sarif_suppresses_what_is_waived_and_reports_what_expired_in_the_policy(gate: Any) -> None:
    results = run_of(gate("-o", "sarif=-").out)["results"]
    waived = [result for result in results if result.get("suppressions")]
    assert {result["ruleId"] for result in waived} == {"policy/practices", "policy/evidence"}
    assert {result["level"] for result in waived} == {"note"}
    expired = next(result for result in results if result["ruleId"] == "policy/waiver/overall")
    assert expired["level"] == "error"
    where = expired["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "policy.yaml"
    assert where["region"]["startLine"] == 14


@pytest.mark.usefixtures("mixed")
def test_sarif_of_standard_input_has_no_place_in_it(gate: Any, folder: Path) -> None:
    stdin = (folder / "answers.yaml").read_bytes()
    run = run_of(gate("-o", "sarif=-", answers="-", stdin=stdin).out)
    assert all(
        "locations" not in result for result in run["results"] if result["ruleId"] == "1.1-1"
    )


def test_sarif_writes_a_files_name_as_a_uri(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": "2"})
    write_policy("id: practices, on: {each: practice}, min_level: 3")
    Path("回答 2026").mkdir()
    Path("answers.yaml").rename("回答 2026/a#b.yaml")
    run = run_of(gate("-o", "sarif=-", answers="回答 2026/a#b.yaml").out)
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E5%9B%9E%E7%AD%94%202026/a%23b.yaml"


def test_sarif_without_results_is_a_log_as_well(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: practices, on: {each: practice}, min_level: 3")
    assert run_of(gate("-o", "sarif=-").out)["results"] == []


def test_sarif_has_one_result_for_a_practice_with_all_that_it_misses(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": "2"})
    write_policy(
        "id: practices, on: {each: practice}, min_level: 3",
        "id: proof, on: {practice: 1.1-1}, evidence_from: 1",
    )
    (result,) = run_of(gate("-o", "sarif=-").out)["results"]
    assert result["ruleId"] == "1.1-1"
    assert "[practices]" in result["message"]["text"]
    assert "[proof]" in result["message"]["text"]
    digits, _, number = result["partialFingerprints"]["primaryLocationLineHash"].partition(":")
    assert (len(digits), number) == (16, "1")


# GitLab --------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_gitlab_shows_each_practice_once_at_its_line(lang: str, gate: Any) -> None:
    entries = gate("-o", "gitlab=-", lang=lang).json
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(entry["location"]["lines"]["begin"], int)
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)
    (practice,) = [entry for entry in entries if entry["check_name"] == "cssa/1.1-1"]
    assert practice["location"] == {"path": "answers.yaml", "lines": {"begin": 7}}
    checks = {entry["check_name"] for entry in entries}
    assert {"cssa/1.1-1", "cssa/waiver"} <= checks


def test_gitlab_has_no_entry_where_all_is_met(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: practices, on: {each: practice}, min_level: 3")
    assert gate("-o", "gitlab=gate.json").code == 0
    assert json.loads(Path("gate.json").read_text("utf-8")) == []
    assert gate("-o", "gitlab=gate.json").code == 0, "its own output may be overwritten"


# GitHub --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "page"),
    [
        (["Documentation, https://docs.example/", "Homepage, https://example.org/cssa"], True),
        ([], False),
    ],
)
def test_sarif_leads_to_the_project_page_that_the_package_names(
    gate: Any, monkeypatch: pytest.MonkeyPatch, entries: list[str], page: bool
) -> None:
    package = Message()
    for entry in entries:
        package["Project-URL"] = entry
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: package)
    project_page.cache_clear()
    driver = run_of(gate("-o", "sarif=-").out)["tool"]["driver"]
    project_page.cache_clear()
    assert driver.get("informationUri") == ("https://example.org/cssa" if page else None)


def command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command the way GitHub's runner does."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, params = head.partition(" ")

    def unescape(text: str, *more: tuple[str, str]) -> str:
        for code, char in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            text = text.replace(code, char)
        return text

    pairs = (part.partition("=") for part in params.split(","))
    colons = (("%3A", ":"), ("%2C", ","))
    return name, {key: unescape(value, *colons) for key, _, value in pairs}, unescape(data)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("mixed")
def test_github_shows_the_practice_at_its_line(lang: str, gate: Any) -> None:
    commands = [command(line) for line in gate("-o", "github=-", lang=lang).out.splitlines()]
    errors = [params for name, params, _ in commands if name == "error"]
    shown = [error for error in errors if error["title"].startswith("[practices] 1.1-1 ")]
    assert [(error["file"], error["line"], error["col"]) for error in shown] == [
        ("answers.yaml", "7", "3")
    ]
    assert {name for name, _, _ in commands} == {"error", "warning", "notice"}


@pytest.mark.usefixtures("mixed")
def test_github_puts_one_error_for_each_unmet_demand_first(gate: Any) -> None:
    verdict = gate("-o", "json=-").json
    unmet = [outcome["rule"] for outcome in verdict["outcomes"] if outcome["status"] == "unmet"]
    commands = [command(line) for line in gate("-o", "github=-").out.splitlines()]
    errors = [params["title"] for name, params, _ in commands if name == "error"]
    assert [title[1:].partition("]")[0] for title in errors[: len(unmet)]] == unmet


def test_github_commands_cannot_be_broken_out_of(
    write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": r'{level: 2, note: "100%\n::error::x, y: z\r\n##[warning]"}'})
    Path("answers.yaml").rename("a,b:c%.yaml")
    evil = TERMS.replace("更改待ち", r'"\n::stop-commands::x\r%0A"')
    write_policy(
        "id: practices, on: {each: practice}, min_level: 3", waivers=(f"practice: 1-1, {evil}",)
    )
    out = gate("-o", "github=-", "--show-notes", answers="a,b:c%.yaml").out
    lines = out.splitlines()
    assert all(line.startswith(("::error ", "::notice ")) for line in lines)
    params = next(params for name, params, _ in map(command, lines) if name == "error")
    assert params["file"] == "a,b:c%.yaml"
    assert "100% ::error::x, y: z" in "".join(data for _, _, data in map(command, lines))


# Whatever people write -----------------------------------------------------------------------

NASTY = r'"<b>&|`*_[x](y)<\/b>]]>\e[31m\u0000\u0007\ud7ff\ufffe end"'


@pytest.mark.parametrize("lang", LANGS)
def test_no_format_breaks_on_what_people_write(
    lang: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers({"1.1-1": f"{{level: 2, note: {NASTY}, evidence: [{{ref: {NASTY}}}]}}"})
    terms = TERMS.replace("更改待ち", NASTY).replace("監視の強化", NASTY)
    write_policy(
        "id: practices, on: {each: practice}, min_level: 3", waivers=(f"practice: 1-1, {terms}",)
    )
    for name in FORMATS:
        done = gate("-o", f"{name}=-", "--show-notes", lang=lang)
        assert done.code == 1
        if name == "junit":
            cases(done.out)
        elif name in UNSIGNED:
            json.loads(done.out)
        if name not in UNSIGNED:
            assert all(char.isprintable() or char == "\n" for char in done.out)
        if name == "markdown":
            assert r"\<b\>\&\|\`\*\_\[x\]" in done.out


@pytest.mark.parametrize("name", ["sarif", "github", "text", "markdown", "junit"])
@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "改めて点検し"), ("en", "Repeat the assessment")]
)
def test_an_assessment_too_old_for_a_practice_says_what_to_do(
    name: str, lang: str, words: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: fresh, on: {practice: 1.1-1}, answered_within: P1M")
    done = gate("-o", f"{name}=-", "--as-of", "2027-11-20", lang=lang)
    assert done.code == 1
    assert words in done.out
