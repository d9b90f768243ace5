"""The lint of incident files: every mistake of a writer is refused at its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cssa.library.incident_files import KnownNames, read_kinds
from cssa.library.lint import References, lint_library
from cssa.library.shipped import library_folder
from cssa.messages.problems import describe

REPORT = """\
schema: cssa.incidents/1
id: example-report
title: {ja: 例示の報告書, en: Example report}
publisher: {ja: 例示庁, en: Example agency}
published: "2025-06"
period: {from: "2021-04", to: "2025-03"}
sectors:
  - {ja: 主要行等, en: Major banks, kinds: [major_bank, trust]}
  - {ja: 信用金庫等, en: Shinkin banks, kinds: [shinkin]}
chapters: ["1"]
"""
CASE = """\
chapter: "1"
title: {ja: 例示の章, en: Example chapter}
cases:
  - id: example-1
    number: "1"
    title: {ja: 例示の事例, en: Example case}
    sectors: [主要行等]
    trigger: cyber_attack
    tags: [malware_infection]
    threats: [ransomware]
    events:
      - happened: {ja: 停止した。, en: It stopped.}
    practices:
      fsa-cyber-guideline: ["2.6-8"]
"""


REFERENCES = References(
    KnownNames(
        kinds=read_kinds(library_folder() / "incidents"),
        sectors={"major_bank", "trust", "shinkin"},
        threats={"ransomware"},
    ),
    practices_of={"fsa-cyber-guideline": {"2.6-8"}}.get,
)


@dataclass(frozen=True)
class Linted:
    """What is said of a folder: the lines of refusals and of warnings."""

    refused: str
    warned: str


@pytest.fixture
def lint(tmp_path: Path) -> Callable[..., Linted]:
    """Return how to check a library of one report with one chapter."""

    def run(chapter: str = CASE, report: str = REPORT, name: str = "1.yaml") -> Linted:
        folder = tmp_path / "library" / "incidents"
        (folder / "example-report").mkdir(parents=True)
        (folder / "example-report" / "report.yaml").write_text(report, encoding="utf-8")
        (folder / "example-report" / name).write_text(chapter, encoding="utf-8")
        found = lint_library(folder, REFERENCES)
        problems, warnings = (
            "\n".join(describe(problem, "en") for problem in problems)
            for problems in (found.problems, found.warnings)
        )
        return Linted(problems, warnings)

    return run


def test_cases_without_a_mistake_are_clean(lint: Callable[..., Linted]) -> None:
    assert lint() == Linted("", "")


@pytest.mark.parametrize(
    ("before", "after", "place", "words"),
    [
        (
            "[主要行等]",
            "[主要行等, 地方銀行]",
            "1.yaml:7:21",
            'The sector "地方銀行" is not listed',
        ),
        ("[主要行等]", "[]", "1.yaml:7:14", "No sector is given"),
        ("cyber_attack", "cyber", "1.yaml:8:14", 'Unknown trigger "cyber"'),
        ("[malware_infection]", "[virus]", "1.yaml:9:12", 'Unknown kind of event "virus"'),
        ("[ransomware]", "[ransom]", "1.yaml:10:15", 'Unknown threat "ransom"'),
        ('"2.6-8"', '"2.6-99"', "1.yaml:14:29", 'has no practice "2.6-99"'),
        ('"2.6-8"', '"2.6-8", "2.6-8"', "1.yaml:14:38", '"2.6-8" is listed twice'),
        (", en: It stopped.", "", "1.yaml:12:19", '"en" is missing'),
        ("happened: {ja: 停止した。, en: It stopped.}", "{}", "1.yaml:12:9", "None of happened"),
        (
            "    practices:\n",
            "    unlinked: {ja: 理由, en: Reason}\n    practices:\n",
            "1.yaml:13:15",
            "unlinked cannot be combined with practices",
        ),
        (
            'practices:\n      fsa-cyber-guideline: ["2.6-8"]',
            "handled_well: true",
            "1.yaml:4:5",
            "No related practices are named",
        ),
        ('chapter: "1"', 'chapter: "2"', "1.yaml:1:10", 'has the chapter "2"'),
    ],
)
def test_a_mistake_in_a_case_is_refused_at_its_place(
    lint: Callable[..., Linted], before: str, after: str, place: str, words: str
) -> None:
    assert before in CASE
    run = lint(CASE.replace(before, after))
    assert place in run.refused
    assert words in run.refused


def test_a_sector_of_a_report_without_sectors_is_refused(lint: Callable[..., Linted]) -> None:
    head, _, rest = REPORT.partition("sectors:\n")
    run = lint(report=f"{head}{rest[rest.index('chapters:') :]}")
    assert "available: -" in run.refused


def test_a_case_id_is_used_once(lint: Callable[..., Linted]) -> None:
    _, _, case = CASE.partition("cases:\n")
    run = lint(CASE + case)
    assert "1.yaml:15:9" in run.refused
    assert 'The case ID "example-1" is used twice' in run.refused


@pytest.mark.parametrize(
    ("before", "after", "place", "words"),
    [
        ("[shinkin]", "[shinkinn]", "report.yaml:9:44", 'Unknown sub-sector "shinkinn"'),
        ('"2021-04"', "2021", "report.yaml:6:16", "text"),
        ('chapters: ["1"]', 'chapters: ["1", "2"]', "2.yaml", "No such file"),
    ],
)
def test_a_mistake_in_a_report_is_refused_at_its_place(
    lint: Callable[..., Linted], before: str, after: str, place: str, words: str
) -> None:
    assert before in REPORT
    run = lint(report=REPORT.replace(before, after))
    assert place in run.refused
    assert words in run.refused


def test_a_chapter_that_the_report_does_not_list_is_refused(lint: Callable[..., Linted]) -> None:
    run = lint(report=REPORT.replace('["1"]', '["2"]'))
    assert "1.yaml is not listed under chapters" in run.refused


def test_a_checklist_that_is_not_there_yet_is_a_warning(lint: Callable[..., Linted]) -> None:
    run = lint(CASE + "      planned-list: [a]\n")
    assert run.refused == ""
    assert 'There is no checklist "planned-list"' in run.warned


def test_the_command_checks_a_folder_of_the_library(
    tmp_path: Path, cssa_inline: Callable[..., Any]
) -> None:
    folder = tmp_path / "library" / "other"
    folder.mkdir(parents=True)
    run = cssa_inline("checklist", "lint", library_folder() / "incidents", folder)
    assert run.code == 3
    assert 'The folder "other" cannot be checked' in run.err
    assert "incidents: No" in run.err
