"""Whatever is wrong in a data file is reported at its location; nothing breaks the program."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cssa.answers.submission import Submission, has_right_check_digit
from cssa.checklist.consistency_rules import ConsistencyRule
from cssa.checklist.header import Header
from cssa.checklist.model import Domain
from cssa.datafile.emit import dump
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.location import KeyPath, Location
from cssa.messages import LANGS, catalogue
from cssa.messages.problems import describe, describe_all
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scales import Scales
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets

ROOT = Path(__file__).resolve().parents[2]

FULL_ANSWERS = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04", fingerprint: "sha256:00"}
campaign: "2026"
institution:
  id: "1010001000000"
  name: 例示銀行
  sector: regional_bank
  licence: bank
  size: 2.1e12
  profile: {cloud: true, wireless_lan: {value: false, reason: 有線だけです}}
  risk: {factors: {customer_data: high}, override: {level: medium, reason: 取締役会で決めました}}
assessed_on: 2026-11-20
approval: {respondent: 鈴木, second_line: 佐藤, reported_to_board: 2026-11-10}
answers:
  2.1.1-1:
    level: 3
    note: 改定済み
    evidence: [{ref: policy.pdf, date: 2026-04-01}]
    points: [p1, p3]
    last_done: 2026-05-01
    done: {n: 3, of: 10}
    by: 鈴木
    performed_by: shared_centre
    review: [{line: 2, level: 3, by: 佐藤, on: 2026-11-01, note: 確認済み}]
    confirmed: true
    treatment:
      kind: alternative
      measure: 手作業で確認します
      approved_by: 取締役会
      approved_on: 2026-03-01
      review_by: 2027-03-31
  2.1.1-a: {not_adopted: true, reason: 優先順位による}
  2.1.1-3: {na: true, reason: 海外拠点がない}
  x1: 3
  x2: unit
  x3: [a, b]
  x4: {rows: {core: yes}}
  x5: {value: "12.5"}
  x6: {text: 特になし}
"""

SOURCES: dict[str, tuple[type[Any], str]] = {
    "answers": (Submission, FULL_ANSWERS),
    "header": (Header, "checklists/fsa-cyber-guideline/2025-07-04/checklist.yaml"),
    "domain": (Domain, "tests/checklists/kinds/1/1.yaml"),
    "scheme": (Scheme, "scoring/schemes/maturity.yaml"),
    "targets": (Targets, "scoring/targets/by-risk-profile.yaml"),
    "sectors": (Sectors, "scoring/sectors.yaml"),
    "scales": (Scales, "scoring/scales.yaml"),
    "profile": (ProfileQuestions, "scoring/profile.yaml"),
}
VALUES = {
    name: read(
        (source.encode() if "\n" in source else (ROOT / source).read_bytes()), f"{name}.yaml"
    ).value
    for name, (_, source) in SOURCES.items()
}

wrong = st.one_of(
    st.sampled_from([None, True, False, 0, -1, 6, 10**30, 1.5, 3.0, float("inf"), float("nan")]),
    st.sampled_from(["", " ", "x" * 100, "三", "true", "2026-02-30", "2026-11-20", "level", "{x}"]),
    st.sampled_from([[], {}, [[]], [{}], {"a": {}}, [None], {"": 1}, {"ja": "あ"}, {"%s": "{}"}]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
)


def containers(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    """Return the paths of every mapping and list."""
    if not isinstance(value, (dict, list)):
        return []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(inner for key, member in items for inner in containers(member, (*path, key)))]


def damage(draw: Any, value: Any, path: KeyPath) -> None:
    """Replace, remove or add one member of the container at ``path``."""
    target = value
    for part in path:
        target = target[part]
    keys: list[Any] = list(target) if isinstance(target, dict) else list(range(len(target)))
    change = draw(st.sampled_from(["replace", "replace", "remove", "add"]))
    if change == "add" or not keys:
        if isinstance(target, dict):
            target[draw(st.sampled_from(["extra", "levle", "1", "ja", "{key}"]))] = draw(wrong)
        else:
            target.append(draw(wrong))
    elif change == "remove":
        del target[draw(st.sampled_from(keys))]
    else:
        target[draw(st.sampled_from(keys))] = draw(wrong)


PATHS = {name: containers(value) for name, value in VALUES.items()}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_the_examples_are_valid_before_they_are_damaged(name: str) -> None:
    model, _ = SOURCES[name]
    assert validate(model, read(dump(VALUES[name]).encode(), "x.yaml"))


@pytest.mark.parametrize("name", sorted(SOURCES))
@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_any_damage_is_accepted_or_reported_at_its_location_in_both_languages(
    name: str, data: st.DataObject
) -> None:
    value = copy.deepcopy(VALUES[name])
    damage(data.draw, value, data.draw(st.sampled_from(PATHS[name])))
    text = dump(value)
    model, _ = SOURCES[name]
    try:
        validate(model, read(text.encode(), "file.yaml"))
    except InputError as error:
        lines = len(text.splitlines())
        for problem in error.problems:
            assert problem.code in catalogue("en"), problem
            assert problem.code != "value.other"
            assert problem.location is not None
            assert isinstance(problem.location, Location)
            assert problem.location.path == "file.yaml"
            if problem.code != "yaml.empty":
                assert 1 <= (problem.location.line or 0) <= lines
        for lang in LANGS:
            for line in describe_all(error.problems, lang):
                assert line.isprintable() or "\u3000" in line
                assert len(line) < 1_000


def problems_of(text: str, model: type[Any] = Submission) -> list[str]:
    with pytest.raises(InputError) as caught:
        validate(model, read(text.encode(), "file.yaml"))
    return describe_all(caught.value.problems, "en")


def test_names_of_choices_are_joined_without_a_word_of_another_language() -> None:
    text = FULL_ANSWERS.replace("kind: alternative", "kind: transferred")
    with pytest.raises(InputError) as caught:
        validate(Submission, read(text.encode(), "file.yaml"))
    (problem,) = caught.value.problems
    assert " or " not in describe(problem, "ja")
    assert "accepted" in describe(problem, "ja")
    assert "alternative" in describe(problem, "ja")
    assert "'" not in describe(problem, "en")


def test_numbers_that_may_be_chosen_are_listed_as_names_are() -> None:
    rule = "id: a\nkind: not_above\nreason: {ja: 理由, en: Reason}\nof: b\nthan: c\nweight: 5\n"
    (line,) = problems_of(rule, ConsistencyRule)
    assert "Write one of 1, 2, 3 " in line


def test_an_empty_value_is_called_null_or_empty_never_none() -> None:
    for value in ("", "~", "null"):
        (line,) = problems_of(FULL_ANSWERS.replace("x1: 3", f"x1: {value}"))
        assert "none" not in line.lower()


def test_full_width_space_is_shown_as_what_it_is() -> None:
    (line,) = problems_of(FULL_ANSWERS.replace("assessed_on: 2026-11-20", "assessed_on: 明日　朝"))
    assert "明日　朝" in line


def test_control_characters_never_reach_the_terminal() -> None:
    text = FULL_ANSWERS.replace('id: "1010001000000"', 'id: "\\e[31mred\\a\\u202e"')
    (line,) = problems_of(text)
    assert "\x1b" not in line
    assert "\a" not in line
    assert "\u202e" not in line


def test_the_same_problem_is_reported_once() -> None:
    problem = Problem("yaml.empty")
    assert describe_all([problem, problem], "en") == [describe(problem, "en")]


# What people may leave out or shorten.


def test_short_answers_mean_the_same_as_long_ones() -> None:
    answers = validate(Submission, read(FULL_ANSWERS.encode(), "x.yaml")).answers
    long = FULL_ANSWERS.replace("x1: 3", "x1: {level: 3}").replace("x2: unit", "x2: {choice: unit}")
    long = long.replace("x3: [a, b]", "x3: {choices: [a, b]}")
    assert validate(Submission, read(long.encode(), "x.yaml")).answers == answers


def test_only_the_head_and_the_answers_are_required() -> None:
    text = (
        "schema: cssa.answers/1\n"
        'checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}\n'
        "institution: {id: a, name: 例示銀行, sector: regional_bank}\n"
        "answers: {}\n"
    )
    submission = validate(Submission, read(text.encode(), "x.yaml"))
    assert submission.answers == {}
    assert submission.institution.flags == {}
    assert submission.assessed_on is None
    for line in text.splitlines():
        assert problems_of(text.replace(f"{line}\n", ""))


@pytest.mark.parametrize(
    "good", ["a", "A1", "1010001000000", "a.b-c_d", "b" * 64, "console", "com"]
)
def test_institution_ids_that_make_file_names_are_taken(good: str) -> None:
    text = FULL_ANSWERS.replace('"1010001000000"', f'"{good}"')
    assert validate(Submission, read(text.encode(), "x.yaml")).institution.id == good


NO_NAMES = (
    "",
    ".",
    "..",
    ".a",
    "-a",
    "_a",
    "a/b",
    "a\\\\b",
    "a b",
    "ａ",
    "銀行",
    "b" * 65,
    "a\\n",
    "a\\0",
)
DEVICES = ("con", "Con", "CON.txt", "prn", "aux", "NUL", "com1", "COM9.x", "lpt1", "Lpt9")


@pytest.mark.parametrize("bad", [*NO_NAMES, *DEVICES])
def test_institution_ids_that_no_file_can_be_named_by_are_refused(bad: str) -> None:
    (line,) = problems_of(FULL_ANSWERS.replace('"1010001000000"', f'"{bad}"'))
    assert line.startswith("file.yaml:5:7: institution.id: ")


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("7000012050002", True),  # National Tax Agency
        ("6000012010023", True),
        ("1010001000000", False),
        ("8000012050002", False),
        ("7000012050003", False),
    ],
)
def test_the_check_digit_of_a_corporate_number_is_known(number: str, *, right: bool) -> None:
    assert has_right_check_digit(number) is right


@pytest.mark.parametrize("value", ["0", "12", "-3", "+4", "0.5", "12.50", "-0.1"])
def test_numbers_are_kept_as_they_were_written(value: str) -> None:
    text = FULL_ANSWERS.replace('"12.5"', f'"{value}"')
    assert validate(Submission, read(text.encode(), "x.yaml")).answers["x5"].value == value


@pytest.mark.parametrize(
    "value", [".5", "5.", "1e3", "1,000", " 1", "1\\n", "１", "0x1F", "NaN", ""]
)
def test_numbers_in_other_forms_are_refused(value: str) -> None:
    assert len(problems_of(FULL_ANSWERS.replace('"12.5"', f'"{value}"'))) == 1


def test_models_cannot_be_changed_once_read() -> None:
    submission = validate(Submission, read(FULL_ANSWERS.encode(), "x.yaml"))
    with pytest.raises(Exception, match="frozen"):
        submission.campaign = "2027"  # type: ignore[misc]


@pytest.mark.parametrize(("folder", "model"), [("schemes", Scheme), ("targets", Targets)])
def test_shipped_schemes_and_targets_are_named_as_their_files(
    folder: str, model: type[Scheme | Targets], root: Path
) -> None:
    files = sorted((root / "scoring" / folder).glob("*.yaml"))
    assert files
    for file in files:
        assert validate(model, read(file.read_bytes(), str(file))).id == file.stem
