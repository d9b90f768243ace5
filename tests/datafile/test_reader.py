"""What people may write in a file, and that positions point at what they name."""

import json
import math
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cssa.datafile.decoding import MAX_BYTES
from cssa.datafile.emit import dump
from cssa.datafile.positions import Positions
from cssa.datafile.reader import Document, read
from cssa.datafile.value_builder import MAX_DEPTH
from cssa.errors import InputError
from cssa.location import KeyPath
from cssa.messages import LANGS
from cssa.messages.problems import describe_all

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def value_of(text: str) -> Any:
    return read(text.encode(), "file.yaml").value


def refusal(data: str | bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(data.encode() if isinstance(data, str) else data, "file.yaml")
    return [problem.code for problem in caught.value.problems]


# Values that survive being written and read.

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
# Words that one YAML or another takes for something else than text.
TRICKY = """
    ~ null Null true yes no on off y n 010 0o17 0x1F 1_000 1e3 .5 5. .inf -.inf .nan + - -- --- ...
    ? : :: # #a a# a:b - - [a] {a} & &a * *a ! !a | > '' " % @ ` 2026-11-20 12:30:45 = << 1,0 ①
    経営陣：2名 が e\u0301 \U0001f600
"""
tricky_text = st.sampled_from(
    [
        *TRICKY.split(),
        *("", " ", " a", "a ", "a: b", "a #b", "- a", "? a", "a\nb", "a\n", "\na", "a\n\n", "\t"),
        *("\ta", "a\t", "\r", "a\r\nb", "\x00", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff"),
        *("　", "　字下げ", "x" * 300, "あ" * 300),
    ]
)
texts = any_text | tricky_text
integers = st.integers(min_value=-(10**38), max_value=10**38)
floats = st.floats(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | integers | floats | texts
keys = texts.filter(bool)


def nested(leaf: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )


documents = st.dictionaries(keys, nested(scalars), max_size=5) | st.lists(
    nested(scalars), max_size=5
)


@quick
@given(documents)
def test_what_is_written_reads_as_the_same_value(value: Any) -> None:
    assert is_same(value_of(dump(value)), value)
    assert is_same(value_of(dump(value, as_lines=True)), value)


@quick
@given(documents)
def test_what_is_read_and_written_again_is_the_same_text(value: Any) -> None:
    text = dump(value)
    assert dump(value_of(text)) == text


def is_same(left: Any, right: Any) -> bool:
    """Compare with types, so that 1, 1.0 and True differ."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return list(left) == list(right) and all(is_same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(is_same, left, right))
    return bool(left == right)


def test_long_and_japanese_texts_are_written_as_they_are() -> None:
    text = "経営陣は、年に一度、サイバーセキュリティの方針を見直します。" * 20
    assert text in dump({"note": text})
    assert len(dump({"note": text}).splitlines()) == 1


def test_rare_kanji_in_names_are_written_as_they_are() -> None:
    assert dump({"name": "𠮷野銀行"}) == "name: 𠮷野銀行\n"


def test_texts_of_several_lines_are_dumped_as_lines_on_request() -> None:
    text = "First:\n\n- one # two\n  three"
    lines = "note: |-\n  First:\n\n  - one # two\n    three\n"
    assert dump({"note": text}, as_lines=True) == lines
    assert value_of(lines) == {"note": text}


# Plain scalars are those of YAML 1.2, not of YAML 1.1.


@pytest.mark.parametrize(
    "plain",
    """yes no on off Yes NO On OFF y n nULL tRue 1_000 0b11 0o8 0o 0x 0xG +0x1F -0o7 1:30 1:30:00
    2026-11-20 2026-11-20T10:00:00Z 12:30 . + - 1e 1e+ e3 .e3 1.2.3 2.1 2.1.1-1 .infinity inf NaN nan
    +.nan = ３ ٣ 三 1円 60% 2025-07-04 v1 1a
    """.replace(" 2.1 ", " ").split(),
)
def test_words_that_only_look_like_something_else_are_text(plain: str) -> None:
    assert value_of(f"[{plain}]" if plain not in ("-", "=") else f"- '{plain}'") == [plain]


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        *[(plain, None) for plain in ("~", "null", "Null", "NULL", "")],
        *[(plain, True) for plain in ("true", "True", "TRUE")],
        *[(plain, False) for plain in ("false", "False", "FALSE")],
        *[("0", 0), ("-0", 0), ("+5", 5), ("-5", -5), ("010", 10), ("007", 7), ("08", 8)],
        *[("0o17", 15), ("0x1F", 31), ("0xff", 255), ("9" * 40, int("9" * 40))],
        *[(".5", 0.5), ("5.", 5.0), ("3.0", 3.0), ("2.1", 2.1), ("1.10", 1.1), ("-1.5", -1.5)],
        *[("1e3", 1000.0), ("1E-2", 0.01), ("+1.5e+2", 150.0), ("6e-1", 0.6), (".5e1", 5.0)],
        *[(".inf", math.inf), ("-.INF", -math.inf), ("+.Inf", math.inf)],
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(plain: str, value: Any) -> None:
    read_value = value_of(f"key: {plain}\n")["key"]
    assert type(read_value) is type(value)
    assert read_value == value


def test_not_a_number_is_read_as_such() -> None:
    for plain in (".nan", ".NaN", ".NAN"):
        assert math.isnan(value_of(f"- {plain}")[0])


@pytest.mark.parametrize("quoted", ['"3"', "'3'", '"true"', "'~'", '"2026-11-20"'])
def test_what_stands_in_quotes_is_text(quoted: str) -> None:
    assert value_of(f"- {quoted}") == [quoted[1:-1]]


def test_block_text_is_text_whatever_it_says() -> None:
    assert value_of("a: |\n  3\nb: >\n  true\n") == {"a": "3\n", "b": "true\n"}


def test_keys_stay_as_they_are_written() -> None:
    text = "1: a\ntrue: b\n2.10: c\n~: d\n2026-11-20: e\n010: f\nno: g\n"
    assert list(value_of(text)) == ["1", "true", "2.10", "~", "2026-11-20", "010", "no"]


def test_a_number_too_long_to_be_meant_stays_text() -> None:
    assert value_of(f"- {'9' * 41}") == ["9" * 41]


# The outside of a file.


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_break", [b"\n", b"\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    mark: bytes, line_break: bytes
) -> None:
    data = mark + "機関: 例示銀行\n回答: 3\n".encode().replace(b"\n", line_break)
    document = read(data, "file.yaml")
    assert document.value == {"機関": "例示銀行", "回答": 3}
    assert str(document.location(("機関",), key=True)) == "file.yaml:1:1"
    assert str(document.location(("回答",))) == "file.yaml:2:5"


def test_a_document_may_begin_with_comments_and_a_marker() -> None:
    assert value_of("# 回答\n---\na: 1\n...\n") == {"a": 1}


def test_the_limits_are_met_exactly() -> None:
    assert value_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refusal("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ["yaml.too_deep"]
    assert read(b"a: 1\n#" + b" " * (MAX_BYTES - 6), "file.yaml").value == {"a": 1}
    assert refusal(b"a: 1\n#" + b" " * (MAX_BYTES - 5)) == ["file.too_large"]


def test_every_problem_of_form_is_found_at_once() -> None:
    codes = refusal("a: &x 1\nb: *x\nc: !t 2\na: 3\n<<: {}\n")
    assert codes == [
        "yaml.anchor",
        "yaml.alias",
        "yaml.tag",
        "yaml.duplicate_key",
        "yaml.merge_key",
    ]


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    assert value_of('"<<": 1\n') == {"<<": 1}


def problem_lines(data: bytes) -> list[str] | None:
    """Return the problems of a file as lines in both languages, None when it is accepted."""
    try:
        read(data, "file.yaml")
    except InputError as error:
        return [line for lang in LANGS for line in describe_all(error.problems, lang)]
    return None


@quick
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_whatever_breaks_the_reader(data: bytes) -> None:
    lines = problem_lines(data)
    assert lines is None or (lines and all(line.isprintable() for line in lines))


YAML_SIGNS = (
    *("a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "&x ", "*x "),
    *("!t ", "'", '"', "|\n", ">-\n", "# ", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "\t", "\\"),
    *("１", "あ", "\u2028", "\x85", "\ufeff", "!!int ", "~", "!<x> ", "\\u", '"\\ud800"', "\r"),
)
yaml_fragments = st.lists(st.sampled_from(YAML_SIGNS), max_size=25).map("".join)


@quick
@given(yaml_fragments)
def test_no_mixture_of_yaml_signs_breaks_the_reader(text: str) -> None:
    lines = problem_lines(text.encode())
    assert lines is None or lines


# JSON is taken for what JSON says.

json_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40
) | st.sampled_from(
    ["\t", "\n", "\b\f\r", "\\", '"', "/", "</script>", "\U0001f600", "\\ud83d", "～〜"]
)
json_values = st.recursive(
    st.none() | st.booleans() | integers | floats | json_texts,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(json_texts.filter(bool), inner, max_size=4)
    ),
    max_leaves=12,
)
json_documents = st.dictionaries(json_texts.filter(bool), json_values, min_size=1, max_size=5)


@quick
@given(json_documents, st.booleans(), st.sampled_from([None, 0, 2, "\t", " \t"]))
def test_json_reads_as_json(value: Any, ascii_only: bool, indent: int | str | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assume("\ufeff" not in text)  # not printable in YAML unless escaped
    assert is_same(value_of(text), json.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        '{\t"a"\t:\t1\t,\n\t"b":\t[\t1,\t2\t]\t}',
        r'{"a": "\ud83d\ude00 \uD83D\uDE00 \u65e5\u672c"}',
        r'{"a": "\"\\\/\b\f\n\r\t"}',
        r'{"a": "\\ud83d", "b": "\\\\"}',
        '{"a": 1.5e3, "b": -0.0, "c": 1E2, "d": true, "e": null}',
        '\n\n  {"a": {}, "b": []}  \n',
        '{"a":1,"b":"c","d":[1,2],"e":{"f":"g"}}',
        '{"a": "http://example.com/#x", "b": "- c", "d": "e: f"}',
        '{"a": "one\u2028two", "b": "one\u2029two", "\u2028": 1}',
        '{"a": "one\x85two"}',
    ],
)
def test_json_that_yaml_writes_differently_reads_as_json(text: str) -> None:
    assert is_same(value_of(text), json.loads(text))


# Positions.

words = st.text(string.ascii_letters + "経営陣点検票\U0001f600é", min_size=1, max_size=8).filter(
    lambda word: word.lower() not in ("true", "false", "null")
)
plain_documents = st.dictionaries(
    words,
    st.recursive(
        st.integers(0, 999) | words,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(words, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


def text_at(document: Document, path: KeyPath, *, key: bool = False) -> str:
    location = document.location(path, key=key)
    assert location.line is not None
    assert location.column is not None
    return document.text.split("\n")[location.line - 1][location.column - 1 :]


def members(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    paths: list[KeyPath] = []
    for key, member in items:
        paths.append((*path, key))
        if isinstance(member, (dict, list)):
            paths += members(member, (*path, key))
    return paths


def get(value: Any, path: KeyPath) -> Any:
    for part in path:
        value = value[part]
    return value


@quick
@given(plain_documents, st.sampled_from(["yaml", "json", "json lines"]))
def test_positions_point_at_the_key_and_the_value_they_name(value: Any, form: str) -> None:
    if form == "yaml":
        text = dump(value)
    else:
        text = json.dumps(value, ensure_ascii=False, indent="\t" if form == "json lines" else None)
    document = read(text.encode(), "file")

    def written(item: Any) -> str:
        if form == "yaml":
            return dump(item).split("\n", maxsplit=1)[0]
        return json.dumps(item, ensure_ascii=False)

    for path in members(value):
        item = get(value, path)
        if isinstance(path[-1], str):
            assert text_at(document, path, key=True).startswith(written(path[-1]))
        if not isinstance(item, (dict, list)):
            assert text_at(document, path).startswith(written(item))


def test_positions_hold_after_an_escaped_rare_kanji() -> None:
    document = read(rb'{"name": "\ud842\udfb7", "level": 7}', "file.json")
    assert text_at(document, ("level",), key=True) == '"level": 7}'
    assert text_at(document, ("level",)) == "7}"


def test_what_is_missing_is_placed_at_what_should_hold_it() -> None:
    document = read(b"a:\n  b: 1\nc: [10, 20]\n", "file.yaml")
    assert str(document.location(("a", "nothing"))) == "file.yaml:2:3"
    assert str(document.location(("c", 5))) == "file.yaml:3:4"
    assert str(document.location(("c", 1))) == "file.yaml:3:9"
    assert str(document.location(("c", 1, "deeper"))) == "file.yaml:3:9"
    assert str(document.location(())) == "file.yaml:1:1"
    assert str(document.location(("nothing", "at", "all"))) == "file.yaml:1:1"


def test_the_known_part_of_a_path_leaves_out_what_the_file_has_not() -> None:
    positions = read(b"a: {b: [1, {c: 2}]}\n", "file.yaml").positions
    assert isinstance(positions, Positions)
    assert positions.existing_path(("a", "b", 1, "c")) == ("a", "b", 1, "c")
    assert positions.existing_path(("a", "union-tag", "b", 0)) == ("a", "b", 0)
    assert positions.existing_path(("a", "b", 7)) == ("a", "b")
    assert positions.existing_path(("x",)) == ()


def test_the_text_is_kept_for_editing() -> None:
    text = "# 注\na: 1  # b\n"
    assert read(text.encode(), "file.yaml").text == text
