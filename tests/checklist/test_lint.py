"""What checklist authors are held to: each rule has a folder with a bad and a good checklist."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.checklist.draft import read_draft
from cssa.checklist.lint import RULES, lint
from cssa.checklist.vocabulary import Vocabulary
from cssa.location import Location
from cssa.messages import LANGS
from cssa.messages.problems import describe_all
from cssa.scheme.scoring_data import ScoringData

FIXTURES = Path(__file__).resolve().parent / "lint"
IDS = sorted(path.name for path in FIXTURES.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return ScoringData().vocabulary


def test_every_rule_has_a_bad_and_a_good_checklist() -> None:
    assert [rule.id for rule in RULES] == list(dict.fromkeys(rule.id for rule in RULES))
    assert {rule.id for rule in RULES} == set(IDS)
    for name in IDS:
        assert (FIXTURES / name / "bad" / "checklist.yaml").is_file()
        assert (FIXTURES / name / "good" / "checklist.yaml").is_file()


@pytest.mark.parametrize("name", IDS)
def test_a_bad_checklist_breaks_its_rule_and_no_other(name: str, vocabulary: Vocabulary) -> None:
    found = list(lint(read_draft(FIXTURES / name / "bad"), vocabulary))
    assert {one.rule.id for one in found} == {name}
    assert all(one.problem.code.startswith(f"lint.{name}") for one in found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", IDS)
def test_what_a_rule_finds_is_said_with_its_place(
    name: str,
    lang: Any,
    vocabulary: Vocabulary,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FIXTURES / name)
    found = [one.problem for one in lint(read_draft(Path("bad")), vocabulary)]
    lines = describe_all(found, lang)
    assert all(isinstance(one.location, Location) and one.location.line for one in found)
    golden(FIXTURES / name / f"found.{lang}.txt", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("name", IDS)
def test_a_good_checklist_breaks_no_rule(name: str, vocabulary: Vocabulary) -> None:
    assert list(lint(read_draft(FIXTURES / name / "good"), vocabulary)) == []


HEADER = """\
schema: cssa.checklist/1
id: own
version: "1"
revision: 1
title: {ja: 自社の点検票, en: Our own checklist}
"""


def _practice(practice_id: str, question: str, english: str) -> str:
    return (
        f"      - id: {practice_id}\n"
        "        tier: basic\n"
        "        scale: periodic\n"
        f"        title: {{ja: {question}, en: {english}}}\n"
        f'        question: {{ja: {question}していますか。, en: "Is it {english}?"}}\n'
        "        owner: it\n"
    )


def _domain(number: str, *practices: str, section: str = "") -> str:
    return (
        f'domain: "{number}"\n'
        f"title: {{ja: 領域{number}, en: Domain {number}}}\n"
        "sections:\n"
        f'  - id: "{section or number + ".1"}"\n'
        "    title: {ja: 節, en: Section}\n"
        f"    practices:\n{''.join(practices)}"
    )


def test_a_practice_that_stands_twice_is_found_across_files(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "2"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    write("2.yaml", _domain("2", _practice("1.1-1", "保管", "kept")))
    found = list(lint(read_draft(tmp_path), vocabulary))
    assert [one.rule.id for one in found] == ["duplicate-id", "misnumbered-id"]
    twice = found[0].problem
    assert str(twice.location) == f"{tmp_path / '2.yaml'}:7:13"
    assert twice.params["first"] == f"{tmp_path / '1.yaml'}:7:13"


def test_a_domain_file_with_another_number_is_pointed_at(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "2"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    write("2.yaml", _domain("3", _practice("3.1-1", "保管", "kept")))
    found = list(lint(read_draft(tmp_path), vocabulary))
    assert {one.rule.id for one in found} == {"misnumbered-id"}
    assert str(found[0].problem.location) == f"{tmp_path / '2.yaml'}:1:9"


def test_a_domain_named_twice_in_the_header_is_pointed_at(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "1"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    found = list(lint(read_draft(tmp_path), vocabulary))
    assert any(
        one.rule.id == "duplicate-id"
        and one.problem.location
        and one.problem.location.path.endswith("checklist.yaml")
        for one in found
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("checklist.yaml", "en: Our own checklist", "en: 点検票", "checklist.yaml:5:"),
        ("checklist.yaml", "ja: 自社の点検票", "ja: Our own", "checklist.yaml:5:"),
        ("1.yaml", "en: Domain 1", "en: 領域", "1.yaml:2:"),
        ("1.yaml", "ja: 節", 'ja: " "', "1.yaml:5:"),
    ],
)
def test_titles_of_checklist_domain_and_section_are_translated_too(
    file: str,
    old: str,
    new: str,
    place: str,
    write: Callable[..., Path],
    vocabulary: Vocabulary,
    tmp_path: Path,
) -> None:
    texts = {
        "checklist.yaml": f'{HEADER}domains: ["1"]\n',
        "1.yaml": _domain("1", _practice("1.1-1", "復元", "restored")),
    }
    for name, text in texts.items():
        write(name, text.replace(old, new) if name == file else text)
    found = list(lint(read_draft(tmp_path), vocabulary))
    assert [one.rule.id for one in found] == ["missing-translation"]
    assert str(found[0].problem.location).startswith(str(tmp_path / place))


def test_a_domain_that_many_flags_can_empty_is_found_too(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    flags = sorted(vocabulary.flags)
    assert len(flags) > 16
    write("checklist.yaml", f'{HEADER}domains: ["1"]\n')
    practices = [
        _practice(f"1.1-{number}", f"項目{number}を実施", f"done as item {number}")
        + f"        applies_if: {{any: [{flag}]}}\n"
        for number, flag in enumerate(flags, start=1)
    ]
    write("1.yaml", _domain("1", *practices))
    found = list(lint(read_draft(tmp_path), vocabulary))
    assert [one.rule.id for one in found] == ["domain-out-of-scope"]


def test_the_shipped_checklists_break_no_rule(vocabulary: Vocabulary, root: Path) -> None:
    headers = sorted((root / "checklists").glob("*/*/checklist.yaml"))
    assert headers
    for header in headers:
        found = [one.problem for one in lint(read_draft(header.parent), vocabulary)]
        assert describe_all(found, "en") == []
