"""The program's words: the same in both languages, all of them said somewhere, none misplaced."""

import ast
import errno
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from tests.engine.worlds import basic, checklist_of, edition_of

import cssa.gate.conditions
import cssa.gate.weakening  # noqa: F401 - these bring their words with them
from cssa import messages
from cssa.answers.submission import Submission
from cssa.engine.result import Finding
from cssa.messages import LANGS, Lang, MessageError, catalogue, fitting, message, placeholders
from cssa.messages.system_errors import WORDED, system_reason
from cssa.messages.wording import listed
from cssa.reports.phrases import finding_phrase, in_language
from cssa.scheme.profile import ProfileQuestions

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "cssa"
TEMPLATES = ROOT / "templates"
AREA_NAMES = {name for name, module in vars(messages).items() if hasattr(module, "MESSAGES")}

JA, EN = catalogue("ja"), catalogue("en")

# Japanese is quoted in English where the message is about how Japanese is written.
ABOUT_JAPANESE = {"lint.not-a-question": ["か。"]}

NEVER = ("合格", "不合格", "準拠", "遵守率", "CSSAスコア")
NEVER_OF_RESULTS = (*NEVER, "適合", "安全")
NEVER_IN_ENGLISH = re.compile(
    r"\b(compliant|comply|complies|(?<!has )passed|failed|safe|secure|CSSA score)\b"
)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_code_stands_in_two_areas() -> None:
    assert len(JA) == sum(map(len, messages.AREAS))
    areas = [id(area) for area in messages.AREAS]
    assert all(id(getattr(messages, name).MESSAGES) in areas for name in AREA_NAMES)


def test_both_languages_say_the_same_values() -> None:
    differing = [code for code in JA if names_in(JA[code]) != names_in(EN[code])]
    assert differing == []
    assert all(name.isidentifier() for code in JA for name in names_in(JA[code]))


# What the sources say, against what there is to be said.


def is_wording(path: Path) -> bool:
    """Return whether a module words messages: an area of the catalogue."""
    return path.parent == SOURCES / "messages" and path.stem in AREA_NAMES


@cache
def _trees() -> tuple[ast.AST, ...]:
    return tuple(
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCES.rglob("*.py"))
        if not is_wording(path)
    )


@cache
def _literals() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return every text constant of the sources, and every pattern of a composed one."""
    constants: set[str] = set()
    patterns: set[str] = set()
    for tree in _trees():
        inside = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                patterns.add(
                    "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"
                        for part in node.values
                    )
                )
            elif isinstance(node, ast.Constant) and id(node) not in inside:
                constants.add(str(node.value))
    for path in TEMPLATES.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        constants |= set(re.findall(r"""['"]([a-z_.]+)['"]""", text))
        patterns |= {
            f"{re.escape(found)}(.+)" for found in re.findall(r"'([a-z_.]+\.)' [~+]", text)
        }
    for path in TEMPLATES.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        constants |= set(re.findall(r'"([A-Za-z_.]+)"', text))
        patterns |= {f"{re.escape(found)}(.+)" for found in re.findall(r"`([a-z_.]+\.)\$\{", text)}
    return constants, [re.compile(pattern) for pattern in patterns]


NAMESPACES = {code.partition(".")[0] for code in JA}
FIELDS = {"checklist.id", "checklist.version", "checklist.fingerprint"}  # cells of a form
ACCEPTED = ".read"  # ends codes of words that forms are read by, in both languages at once
FRAGMENTS = ("form.required_point", "form.progress.missing.")  # joined with what follows
FILE_NAME = re.compile(r".*\.(yaml|json|py|md|html|j2)")


def test_every_message_that_the_sources_name_exists() -> None:
    constants, _ = _literals()
    named = {
        text
        for text in constants
        if re.fullmatch(r"[a-z_]+(\.[A-Za-z0-9_-]+)+", text)
        and text.partition(".")[0] in NAMESPACES
        and not FILE_NAME.fullmatch(text)
    }
    assert len(named) > 100
    near = {code.removesuffix(".near") for code in JA if code.endswith(".near")}
    assert named - set(JA) - FIELDS == set()
    assert near <= set(JA)


@cache
def _is_composed(code: str) -> bool:
    """Tell whether a composed text of the sources gives a code, from words that they have."""
    constants, patterns = _literals()
    return any(
        all(word in constants or word.isdigit() or _is_composed(word) for word in match.groups())
        for match in (pattern.fullmatch(code) for pattern in patterns)
        if match and len(match.group()) > sum(map(len, match.groups()))
    )


def test_every_message_is_said_somewhere() -> None:
    constants, _ = _literals()
    codes = {code.removesuffix(".near") for code in JA}
    assert {code for code in codes if code not in constants and not _is_composed(code)} == set()


# The words themselves.


def test_japanese_messages_hold_no_english_sentence(
    find_english: Callable[[str], list[str]],
) -> None:
    said = {code: text for code, text in JA.items() if not code.endswith(ACCEPTED)}
    assert {code: find_english(text) for code, text in said.items() if find_english(text)} == {}


def test_what_is_taken_for_an_english_sentence(find_english: Callable[[str], list[str]]) -> None:
    assert find_english("値は Missing the required argument です。") == [
        "Missing the required argument"
    ]
    assert not find_english("`cssa score --format json`で見られます。NIST CSF 2.0にあります。")


def test_japanese_messages_are_japanese(find_japanese: Callable[[str], list[str]]) -> None:
    foreign = set()
    for code, text in JA.items():
        bare = re.sub(r"\{[^}]*\}|`[^`]*`", "", text)
        latin_is_enough = bare.strip(" .%:-[]()※") in ("", "ID", "IT", "cssa")
        if not find_japanese(bare) and not latin_is_enough:
            foreign.add(code)
    assert foreign == set()


def test_english_messages_hold_no_japanese(find_japanese: Callable[[str], list[str]]) -> None:
    foreign = set()
    for code, text in EN.items():
        if code.endswith(ACCEPTED):
            continue
        bare = text
        for quoted in ABOUT_JAPANESE.get(code, []):
            bare = bare.replace(quoted, "")
        if find_japanese(bare):
            foreign.add(code)
    assert foreign == set()


def test_no_message_judges() -> None:
    judging = set()
    for code in JA:
        fixed = code.startswith("disclaimer.")
        words = NEVER if fixed else NEVER_OF_RESULTS
        if any(word in JA[code] for word in words):
            judging.add(code)
        if not fixed and NEVER_IN_ENGLISH.search(EN[code]):
            judging.add(code)
    assert judging == set()


@pytest.mark.parametrize("lang", LANGS)
def test_messages_are_single_lines(lang: Lang) -> None:
    assert [code for code, text in catalogue(lang).items() if "\n" in text] == []
    ragged = [code for code, text in catalogue(lang).items() if text != text.rstrip()]
    assert [code for code in ragged if not code.startswith(FRAGMENTS)] == []


def test_the_disclaimers_stand_as_they_were_agreed() -> None:
    assert [code for code in JA if code.startswith("disclaimer.")] == [
        f"disclaimer.{number}" for number in range(1, 6)
    ]
    assert JA["disclaimer.1"] == (
        "本書の数値は、ソフトウェア cssa が独自の方法で算定したものです。金融庁・日本銀行・金融情報シス"
        "テムセンターのサイバーセキュリティセルフアセスメント（CSSA）の点検票、結果又は評点ではありません。"
    )
    assert EN["disclaimer.1"] == (
        "The figures in this document are computed by the cssa software using its own method. They"
        " are not the check sheet, result or score of the Cyber Security Self-Assessment (CSSA) of"
        " the FSA, the Bank of Japan and FISC."
    )
    assert JA["disclaimer.2"] == (
        "ガイドラインは、いずれの対応事項も一律の対応を求めるものではありません。段階・目標・平均は"
        "最低基準ではなく、高い数値は法令等への適合や安全性を保証しません。形式的な充足ではなく、"
        "自らのリスク評価に基づく優先順位付けに用いてください。"
    )
    assert EN["disclaimer.2"] == (
        "The Guidelines do not require uniform implementation of any item. Levels, targets and"
        " averages are not minimum standards, and a high figure does not guarantee compliance or"
        " security. Use them to set priorities from your own risk assessment, not as a box-ticking"
        " exercise."
    )
    assert JA["disclaimer.3"] == (
        "自己申告の集計であり、検査・考査・監督上の評価や判断を示すものではありません。"
    )
    assert EN["disclaimer.3"] == (
        "These are aggregated self-reported answers, not the result of an inspection or"
        " examination, and no supervisory assessment or decision."
    )
    assert JA["disclaimer.4"] == (
        "比較対象の値は回答先の分布です（nは各値に付記）。中央値以上でも十分とは限らず、少数の区分は"
        "秘匿しています。"
    )
    assert EN["disclaimer.4"] == (
        "Peer figures are distributions over the respondents (n is given beside each). Being at or"
        " above the median does not mean that measures are sufficient; small groups are withheld."
    )
    assert JA["disclaimer.5"] == (
        "取扱注意：弱点情報を含みます。経営陣及び業務上必要な者に限り共有してください。"
    )
    assert EN["disclaimer.5"] == (
        "Restricted: contains information on weaknesses. Share only with management and those who"
        " need it."
    )


# One way of saying plurals.

NUMBERS = (
    "count|n|of|flags|institutions|found|forms|expected|missing|key_factors|max_length|limit|sheets"
)
COUNTED = re.compile(rf"\{{({NUMBERS})\}}(?: (?!of )[a-z-]+){{0,2}} [a-z-]{{3,}}(?<!s)s\b")
NOT_COUNTED = re.compile(r" (has|was|its|this|does|seems)$")
NEVER_ONE = {"limit", "sheets", "institutions"}  # limits of ours; institutions that share a reader
NO_SINGULAR = {
    "answer.at_least",  # "1 of the options"
    "report.lead.below", "report.lead.below_open", "query.uniform",  # of several
    "gate.remedy_of_some.max_below_target", "gate.remedy_of_some.max_treated",  # "2 to their targets"
}  # fmt: skip


def test_what_is_counted_has_words_for_one() -> None:
    missing = {
        code: hit[0]
        for code, text in EN.items()
        for hit in COUNTED.finditer(re.sub(r"\{\w+:[^{}]*\}", "", text))
        if f"{{{hit[1]}:" not in text and not NOT_COUNTED.search(hit[0])
        if hit[1] not in NEVER_ONE and code not in NO_SINGULAR
    }
    assert missing == {}
    assert sum("|" in text for text in EN.values()) > 50


def test_one_is_said_in_the_singular() -> None:
    names = {"names": "A"}
    for count, words in (
        (
            1,
            "1 profile question is unanswered (A). Until it is answered, practices that depend on it stay in scope.",
        ),
        (
            2,
            "2 profile questions are unanswered (A). Until they are answered, practices that depend on them stay in scope.",
        ),
    ):
        assert message("en", "finding.profile_unstated", {"count": count, **names}) == words
    assert message("en", "period.months", {"count": "1"}) == "1 month"
    none = message("en", "report.lead.none", {"of": 12})
    assert none == "None of the 12 basic practices is below its target."


# Lists.


def test_a_list_is_punctuated_by_the_language_of_its_sentence() -> None:
    listing = message("ja", "value.rule_empty", {"names": listed(["a", "b", "c"], 2)})
    assert "a、b、…" in listing
    assert "a, b, …" in message("en", "value.rule_empty", {"names": listed(["a", "b", "c"], 2)})
    finding = Finding(code="points_open", practice="1-1", params={"level": 3, "points": "p1, p2"})
    points = [{"id": id_, "ja": f"点{id_}", "en": f"Point {id_}"} for id_ in ("p1", "p2", "p3")]
    phrase = finding_phrase(
        finding,
        edition_of(checklist_of(basic("1-1", points=points))).checklist,
        ProfileQuestions.model_construct(schema_="cssa.profile/1", flags=(), factors=()),
    )
    assert "含めるべき点「点p1」「点p2」に" in in_language(phrase, "ja")
    assert "(not ticked: Point p1; Point p2)" in in_language(phrase, "en")


def test_no_value_of_a_message_is_a_list_of_one_language() -> None:
    joined = set()
    for path in sorted(SOURCES.rglob("*.py")):
        if path.parent.name in ("engine", "consistency"):
            continue  # a result holds a list as one text
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values: list[ast.expr] = []
            if isinstance(node, ast.Dict):
                values = node.values
            elif isinstance(node, ast.Call):
                values = [keyword.value for keyword in node.keywords]
            for value in values:
                called = value.func if isinstance(value, ast.Call) else None
                if isinstance(called, ast.Attribute) and called.attr == "join":
                    separator = getattr(called.value, "value", None)
                    if separator == ", ":
                        joined.add((path.relative_to(SOURCES).as_posix(), value.lineno))
    assert joined == set()


# What is given to a message.


def _given(call: ast.Call, position: int) -> set[str] | None:
    """Return the names of the values given after a code, None where they are worked out."""
    rest = call.args[position + 1 :]
    if not rest:
        names = {keyword.arg for keyword in call.keywords}
        return None if None in names else {str(name) for name in names}
    if isinstance(rest[0], ast.Dict) and all(isinstance(key, ast.Constant) for key in rest[0].keys):
        return {str(key.value) for key in rest[0].keys if isinstance(key, ast.Constant)}
    return None


LAID_OUT = {"indent", "hang"}  # how the interview and tables lay a message out
CELL = ("problem", "_add_problem")  # of a table's cell, whose text is always given
ASKED = re.compile(r"ask(_[a-z_]+)?")  # give prompt, help and correction what each has a place for


def test_every_message_is_given_what_it_has_placeholders_for() -> None:
    checked = 0
    wrong = []
    for tree in _trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            function = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            for position, argument in enumerate(call.args[:3]):
                code = argument.value if isinstance(argument, ast.Constant) else None
                if not isinstance(code, str) or code not in JA or ASKED.fullmatch(function):
                    continue
                given = _given(call, position)
                if given is None:
                    continue
                checked += 1
                cell = {"found"} if function in CELL else set()
                if given - LAID_OUT not in (names_in(JA[code]), names_in(JA[code]) - cell):
                    wrong.append((code, given))
    assert wrong == []
    assert checked > 800


@pytest.mark.parametrize("lang", LANGS)
def test_a_code_that_nobody_worded_is_a_mistake_of_the_program(lang: Lang) -> None:
    with pytest.raises(MessageError, match=r"value\.nonesuch"):
        message(lang, "value.nonesuch", {"found": 1})


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("params", [{}, {"found": 1, "fuond": 1}, {"fuond": 1}])
def test_a_value_that_is_missing_or_has_no_place_is_a_mistake_of_the_program(
    lang: Lang, params: dict[str, object]
) -> None:
    with pytest.raises(MessageError, match=r"value\.int"):
        message(lang, "value.int", params)


def test_messages_that_are_told_from_the_same_facts_take_what_they_have_a_place_for() -> None:
    facts = {"found": 1, "expected": "a, b"}
    assert fitting("value.int", facts) == {"found": 1}
    assert message("en", "value.choice", fitting("value.choice", facts)).startswith("Write one of")
    assert placeholders("value.choice") == {"found", "expected"}


@pytest.mark.parametrize("name", WORDED)
def test_an_error_of_the_system_is_said_in_both_languages(name: str) -> None:
    number = getattr(errno, name)
    reason = system_reason(OSError(number, os.strerror(number)))
    words = {lang: message(lang, "file.cannot_write", {"reason": reason}) for lang in LANGS}
    assert os.strerror(number) in words["en"]
    assert not re.search("[A-Za-z]", words["ja"])


def test_an_error_that_has_no_words_is_said_in_the_systems() -> None:
    assert system_reason(OSError(errno.EDOM, "odd")) == "odd"
    assert system_reason(OSError()) == "OSError"


def test_a_day_in_a_finding_is_written_as_the_language_does() -> None:
    checklist = edition_of(checklist_of(basic("1-1"))).checklist
    finding = Finding(code="plan_overdue", practice="1-1", params={"date": "2026-03-01"})
    profile = ProfileQuestions.model_construct(schema_="cssa.profile/1", flags=(), factors=())
    phrase = finding_phrase(finding, checklist, profile)
    assert "2026年3月1日" in in_language(phrase, "ja")
    assert "2026-03-01" in in_language(phrase, "en")


def test_every_part_of_a_file_that_others_may_change_during_an_interview_has_a_name() -> None:
    fixed = {"schema_", "checklist", "answers"}
    for name in Submission.model_fields.keys() - fixed:
        assert f"assess.part.{name}" in JA, name
