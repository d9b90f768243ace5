"""Changing one answer leaves every other byte of a hand-kept file as it was."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.datafile.edit import ABSENT, Change, EditableDocument
from cssa.errors import OutputError

IDS = ["2.1.1-1", "2.1.1-2", "2.1.1-a", "2.1.2-1", "2.2.1-1"]

texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("a: #-'\"{}[],&*!|>%@`\n\\?=~あ、。（）０　😀\u2028\u0085\ufeff\t\r"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]),
    ),
    min_size=1,
    max_size=40,
)
dates = st.dates().map(str)
full_answers = st.fixed_dictionaries(
    {"level": st.integers(0, 5)},
    optional={
        "note": texts,
        "evidence": st.lists(
            st.fixed_dictionaries({"ref": texts}, optional={"date": dates}), min_size=1, max_size=2
        ),
        "points": st.lists(st.sampled_from(["p1", "p2"]), min_size=1, max_size=2),
        "treatment": st.fixed_dictionaries({"kind": st.just("accepted"), "measure": texts}),
    },
)
answers = st.one_of(st.integers(0, 5), full_answers, st.just(ABSENT))


def block(value: Any) -> str:
    """One answer by hand, in block style."""
    if not isinstance(value, dict):
        return f" {value}  # 短い形\n"
    lines = ["  # 部署で確認\n"]
    for name, item in value.items():
        if name == "note":
            lines.append("    note: |  \n      一行目  \n\n      二行目 # 注ではない\n")
        elif name == "evidence":
            lines.append("    evidence:   # 証跡\n    - ref: 'it''s'\n      date: \"2026-04-01\"\n")
        elif name == "treatment":
            lines.append(
                "    treatment:\n        kind:   accepted\n        measure: >-\n          folded\n          text\n"
            )
        else:
            lines.append(f"    {name}:   {item if name == 'level' else '[p1 ,p2]'}   # {name}\n")
    return "\n" + "".join(lines)


def flow(value: Any) -> str:
    if not isinstance(value, dict):
        return f" {value}\n"
    parts = []
    for name, item in value.items():
        written = {
            "note": '"note: \\"x\\""',
            "evidence": "[{ref: a.pdf}]",
            "points": "[p1]",
            "treatment": "{kind: accepted, measure: m}",
        }.get(name, item)
        parts.append(f"{name} :  {written}")
    return " {" + ",  ".join(parts).replace(" :", ":") + " }  # flow\n"


@st.composite
def hand_kept(draw: st.DrawFn) -> bytes:
    """A file in one of many hand-kept styles."""
    present = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=5))
    head = draw(st.sampled_from(["# 先頭の注\n", "", "---\n", "\n\n# a\n\n"]))
    body = head + "schema: x\n\nother: 'it''s'   # 引用符\n"
    if not present:
        body += draw(
            st.sampled_from(["answers: {}\n", "answers:   { }   # 空\n", "answers:\n  {}\n"])
        )
    elif draw(st.booleans()):
        sep = draw(st.sampled_from([", ", ",\n   "]))
        body += (
            "answers: {"
            + sep.join(f'"{id_}": {draw(st.integers(0, 5))}' for id_ in present)
            + "}\n"
        )
    else:
        body += draw(st.sampled_from(["answers:\n", "answers:   # ここから\n\n"]))
        for id_ in present:
            value = draw(st.one_of(st.integers(0, 5), full_answers))
            quoted = draw(st.sampled_from([id_, f'"{id_}"', f"'{id_}' "]))
            style = draw(st.sampled_from([block, flow]))
            body += draw(st.sampled_from(["", "  # 次の項目\n", "\n"]))
            body += f"  {quoted}:{style(value)}"
    body += draw(st.sampled_from(["", "tail: {a: 1}\n", "tail: 1\n# 終わりの注\n\n"]))
    in_literal = body.endswith("二行目 # 注ではない\n")  # its last line break is part of the value
    if not in_literal and draw(st.booleans()):
        body = body.rstrip("\n")
    if draw(st.booleans()):
        body = body.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + body.encode()


@settings(max_examples=400, deadline=None)
@given(data=hand_kept(), name=st.sampled_from(IDS), value=answers)
def test_one_answer_changes_one_span_and_reads_back_as_changed(
    data: bytes, name: str, value: Any
) -> None:
    before = EditableDocument.read(data, "a.yaml")
    after = before.change(("answers", name), value, IDS)
    expected = dict(before.document.value)
    expected["answers"] = {k: v for k, v in expected["answers"].items() if k != name}
    if value is not ABSENT:
        expected["answers"][name] = value
    assert after.document.value == expected
    assert after.data.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    low, high = allowed(before, name, value)
    old, new = before.document.text, after.document.text
    assert new.startswith(old[:low])
    assert new.endswith(old[high:])


def test_a_text_that_a_new_line_would_lengthen_is_left_and_reported() -> None:
    data = b"schema: x\nanswers:\n  2.1.1-1:\n    level: 1\n    note: |\n      cut short"
    before = EditableDocument.read(data, "a.yaml")
    with pytest.raises(OutputError) as refused:
        before.change(("answers", "2.1.1-2"), 3, IDS)
    assert [problem.code for problem in refused.value.problems] == ["assess.edit_refused"]


@settings(max_examples=300, deadline=None)
@given(
    data=hand_kept(),
    values=st.dictionaries(st.sampled_from(IDS), st.one_of(st.integers(0, 5), full_answers)),
)
def test_several_answers_at_once_are_the_same_bytes_as_one_after_the_other(
    data: bytes, values: dict[str, Any]
) -> None:
    before = EditableDocument.read(data, "a.yaml")
    changes = [Change(("answers", name), values[name]) for name in IDS if name in values]
    expected = before
    for path, value in changes:
        expected = expected.change(path, value, IDS)

    assert before.change_all(changes, {("answers",): IDS}).data == expected.data


def test_an_answer_behind_a_folded_last_line_without_a_break_ends_the_file_once() -> None:
    data = b"schema: x\nanswers:\n  2.1.1-1:\n    level: 1\n    note: >-\n      folded\n      text"
    before = EditableDocument.read(data, "a.yaml")
    changes = [Change(("answers", "2.1.1-1"), {"level": 0}), Change(("answers", "2.1.1-2"), 0)]
    changed = before.change_all(changes, {("answers",): IDS})
    assert changed.data == (b"schema: x\nanswers:\n  2.1.1-1:\n    level: 0\n  2.1.1-2: 0\n")


BESIDE = """\
answers:
  2.1.1-1:
    evidence:   # on the shared drive
      - ref: minutes   # in the safe
        date: 2026-04-01
      # not final
      - ref: policy  # ask Suzuki
    points: [p1]
"""
LISTS: dict[str, tuple[list[Any], str, str]] = {
    "a field of an item": (
        [{"ref": "minutes", "date": "2026-05-01"}, {"ref": "policy"}],
        "        date: 2026-04-01\n", "        date: 2026-05-01\n",
    ),
    "the first field of an item": (
        [{"ref": "minutes", "date": "2026-04-01"}, {"ref": "rules"}], "ref: policy ", "ref: rules ",
    ),
    "a field more": (
        [{"ref": "minutes", "date": "2026-04-01"}, {"ref": "policy", "date": "2026-05-01"}],
        "# ask Suzuki\n", "# ask Suzuki\n        date: 2026-05-01\n",
    ),
    "a field less": (
        [{"ref": "minutes"}, {"ref": "policy"}], "        date: 2026-04-01\n", "",
    ),
    "an item more": (
        [{"ref": "minutes", "date": "2026-04-01"}, {"ref": "policy"}, {"ref": "log"}],
        "# ask Suzuki\n", "# ask Suzuki\n      - {ref: log}\n",
    ),
    "all of it": (
        [{"ref": "rules", "date": "2026-04-01"}, {"ref": "policy", "date": "2026-05-01"}, {"ref": "log"}],
        "ref: minutes ", "ref: rules ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_items_of_a_list_change_in_place_with_their_comments(name: str) -> None:
    value, old, new = LISTS[name]
    before = EditableDocument.read(BESIDE.encode(), "a.yaml")

    after = before.change(("answers", "2.1.1-1", "evidence"), value)

    assert after.document.value["answers"]["2.1.1-1"]["evidence"] == value
    if name == "all of it":
        comments = ["# on the shared drive", "# in the safe", "# not final", "# ask Suzuki"]
        assert [one for one in comments if one in after.document.text] == comments
    else:
        assert after.document.text == BESIDE.replace(old, new)


def test_an_item_taken_out_of_a_list_leaves_the_rest_of_the_file() -> None:
    before = EditableDocument.read(BESIDE.encode(), "a.yaml")

    after = before.change(("answers", "2.1.1-1", "evidence"), [{"ref": "policy"}])

    assert after.document.text.endswith("    points: [p1]\n")
    assert after.document.value["answers"]["2.1.1-1"]["evidence"] == [{"ref": "policy"}]


def test_every_place_that_cannot_be_changed_is_named_and_nothing_is() -> None:
    data = (
        b"answers:\n  2.1.1-1:\n    level: 1\n    note: |\n      kept\n"
        b"  2.1.1-2: {level: 1, note: a\n    b}\n  2.2.1-1:\n    level: 1\n    note: |\n      cut short"
    )
    before = EditableDocument.read(data, "a.yaml")
    changes = [Change(("answers", "2.1.1-2", "level"), 3), Change(("answers", "2.2.1-2"), 3)]
    with pytest.raises(OutputError) as refused:
        before.change_all(changes, {("answers",): [*IDS, "2.2.1-2"]})
    assert [problem.path for problem in refused.value.problems] == [("answers", "2.2.1-2")]


def allowed(manuscript: EditableDocument, name: str, value: Any) -> tuple[int, int]:  # noqa: PLR0911 - one return per way of writing it
    """The one span of the old text that a change of this answer may touch."""
    text, outer = manuscript.document.text, manuscript.outline(["answers"]).entries["answers"]
    entry = outer.value.entries.get(name)
    if entry is None:
        if value is ABSENT:
            return len(text), len(text)
        if not outer.value.entries:
            return outer.after_colon, outer.value.end
        names = [id_ for id_ in IDS[: IDS.index(name)] if id_ in outer.value.entries]
        if not names:
            first = next(iter(outer.value.entries.values())).start
            at = text.rfind("\n", 0, first) + 1 if outer.value.is_block else first
            return at, at
        at = outer.value.entries[names[-1]].end
        if outer.value.is_block:
            at = len(text[:at] + text[at:].split("\r")[0].split("\n")[0])
        return at, at
    if value is not ABSENT:
        end = text.find("\n", entry.end) if entry.value.is_block else entry.end
        return entry.after_colon, len(text) if end < 0 else end
    if len(outer.value.entries) == 1:
        return outer.after_colon, outer.value.end
    if outer.value.is_block:
        start = len(text[: entry.start].rpartition("\n")[0].removesuffix("\r"))
        end = text.find("\n", entry.end)
        return start, len(text) if end < 0 else end + 1
    ends = [other.end for other in outer.value.entries.values() if other.end < entry.start]
    starts = [other.start for other in outer.value.entries.values() if other.start > entry.end]
    return (entry.start, starts[0]) if starts else (ends[-1], entry.end)
