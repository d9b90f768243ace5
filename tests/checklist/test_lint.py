"""The lint rules: each has a folder with a bad and a good checklist."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cssa.checklist.draft import read_draft
from cssa.checklist.lint import RULES, LintRule, lint
from cssa.checklist.lint.rule import LintContext, register
from cssa.checklist.vocabulary import Vocabulary
from cssa.errors import Problem
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
    assert set(RULES) == set(IDS)
    for name in IDS:
        assert (FIXTURES / name / "bad" / "checklist.yaml").is_file()
        assert (FIXTURES / name / "good" / "checklist.yaml").is_file()


@pytest.mark.parametrize("name", IDS)
def test_a_bad_checklist_breaks_its_rule_and_no_other(name: str, vocabulary: Vocabulary) -> None:
    findings = list(lint(read_draft(FIXTURES / name / "bad"), vocabulary))
    assert {finding.rule.id for finding in findings} == {name}
    assert all(finding.problem.code.startswith(f"lint.{name}") for finding in findings)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", IDS)
def test_findings_are_described_with_their_location(
    name: str,
    lang: Any,
    vocabulary: Vocabulary,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FIXTURES / name)
    problems = [finding.problem for finding in lint(read_draft(Path("bad")), vocabulary)]
    lines = describe_all(problems, lang)
    assert all(
        isinstance(problem.location, Location) and problem.location.line for problem in problems
    )
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
numbering: by-section
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


def test_a_practice_id_used_in_two_files_is_found(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "2"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    write("2.yaml", _domain("2", _practice("1.1-1", "保管", "kept")))
    findings = list(lint(read_draft(tmp_path), vocabulary))
    assert [finding.rule.id for finding in findings] == [
        "duplicate-id", "duplicate-id", "misnumbered-id",
    ]  # fmt: skip
    places = [f"{tmp_path / name}:7:13" for name in ("2.yaml", "1.yaml")]
    reported = [finding.problem for finding in findings[:2]]
    assert [str(problem.location) for problem in reported] == places
    assert [problem.params["first"] for problem in reported] == places[::-1]


def test_a_domain_file_with_another_number_is_located(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "2"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    write("2.yaml", _domain("3", _practice("3.1-1", "保管", "kept")))
    findings = list(lint(read_draft(tmp_path), vocabulary))
    assert {finding.rule.id for finding in findings} == {"domain-of-another-file"}
    assert str(findings[0].problem.location) == f"{tmp_path / '2.yaml'}:1:9"


def test_ids_are_free_where_no_numbering_is_declared(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    header = HEADER.replace("numbering: by-section\n", "")
    write("checklist.yaml", f'{header}domains: ["1"]\n')
    write("1.yaml", _domain("1", _practice("restore", "復元", "restored"), section="backup"))
    assert list(lint(read_draft(tmp_path), vocabulary)) == []


@pytest.mark.parametrize(("ignored", "left"), [("[]", 2), ("[not-a-question]", 0)])
def test_an_editorial_rule_that_a_checklist_ignores_is_not_checked(
    ignored: str, left: int, write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    practice = _practice("1.1-1", "復元", "restored")
    statement = practice.replace("していますか。", "する。").replace("restored?", "restored.")
    write("checklist.yaml", f'{HEADER}lint: {{ignore: {ignored}}}\ndomains: ["1"]\n')
    write("1.yaml", _domain("1", statement))
    assert len(list(lint(read_draft(tmp_path), vocabulary))) == left


class Incomplete(LintRule):
    """A rule without a kind."""

    id = "incomplete"

    def problems(self, context: LintContext) -> Iterator[Problem]:  # noqa: ARG002
        """Yield nothing."""
        yield from ()


class Taken(Incomplete):
    """A rule with the id of another."""

    id = "duplicate-id"
    kind = "editorial"


@pytest.mark.parametrize(("rule", "word"), [(Incomplete, "kind"), (Taken, "duplicate-id")])
def test_a_rule_that_lacks_a_part_or_has_anothers_id_is_not_registered(
    rule: type[LintRule], word: str
) -> None:
    before = dict(RULES)
    with pytest.raises(TypeError, match=word):
        register(rule)
    assert before == RULES


def test_a_domain_named_twice_in_the_header_is_located(
    write: Callable[..., Path], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    write("checklist.yaml", f'{HEADER}domains: ["1", "1"]\n')
    write("1.yaml", _domain("1", _practice("1.1-1", "復元", "restored")))
    findings = list(lint(read_draft(tmp_path), vocabulary))
    assert any(
        finding.rule.id == "duplicate-id"
        and finding.problem.location
        and finding.problem.location.path.endswith("checklist.yaml")
        for finding in findings
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("checklist.yaml", "en: Our own checklist", "en: 点検票", "checklist.yaml:5:"),
        ("checklist.yaml", "ja: 自社の点検票", "ja: Our own", "checklist.yaml:5:"),
        ("1.yaml", "en: Domain 1", "en: 領域", "1.yaml:2:"),
        ("1.yaml", "ja: 節", "ja: Section", "1.yaml:5:"),
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
    findings = list(lint(read_draft(tmp_path), vocabulary))
    assert [finding.rule.id for finding in findings] == ["missing-translation"]
    assert str(findings[0].problem.location).startswith(str(tmp_path / place))


def test_a_domain_that_many_flags_put_out_of_scope_is_found(
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
    findings = list(lint(read_draft(tmp_path), vocabulary))
    assert [finding.rule.id for finding in findings] == ["domain-out-of-scope"]


def test_the_shipped_checklists_break_no_rule(vocabulary: Vocabulary, root: Path) -> None:
    headers = sorted((root / "checklists").glob("*/*/checklist.yaml"))
    assert headers
    for header in headers:
        problems = [finding.problem for finding in lint(read_draft(header.parent), vocabulary)]
        assert describe_all(problems, "en") == []
