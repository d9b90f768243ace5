"""A file in which something is of another type than its format has there never ends the program."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.errors import CssaError, InputError
from cssa.importers.import_run import import_file
from cssa.importers.importer import ImportRequest

LIBRARY: dict[str, Any] = {
    "urn": "urn:x:library:a",
    "locale": "en",
    "ref_id": "a",
    "name": "A",
    "version": 1,
    "provider": "B",
    "objects": {
        "framework": {
            "urn": "urn:x:fw",
            "min_score": 0,
            "max_score": 2,
            "scores_definition": [
                {"score": 0, "name": "No", "translations": {"fr": {"name": "N"}}}
            ],
            "implementation_groups_definition": [{"ref_id": "g", "name": "G"}],
            "requirement_nodes": [
                {"urn": "n1", "ref_id": "1", "name": "One", "assessable": False},
                {
                    "urn": "n2",
                    "parent_urn": "n1",
                    "ref_id": "1.1",
                    "assessable": True,
                    "weight": 2,
                    "implementation_groups": ["g"],
                    "threats": ["t"],
                    "translations": {"fr": {"description": "Quoi ?"}},
                    "description": "What?",
                    "questions": {
                        "q": {
                            "type": "unique_choice",
                            "text": "How?",
                            "depends_on": {"question": "p", "answers": ["c"]},
                            "choices": [{"urn": "c", "value": "So", "add_score": 1}],
                        }
                    },
                },
            ],
        },
        "requirement_mapping_sets": [
            {
                "source_framework_urn": "urn:x:fw",
                "target_framework_urn": "urn:y:fw",
                "requirement_mappings": [
                    {
                        "source_requirement_urn": "urn:x:req:fw:1",
                        "target_requirement_urn": "urn:y:req:fw:1",
                        "relationship": "equal",
                    }
                ],
            }
        ],
    },
}
CATALOG: dict[str, Any] = {
    "catalog": {
        "metadata": {
            "title": "T",
            "parties": [{"uuid": "p", "name": "P"}],
            "responsible-parties": [{"role-id": "publisher", "party-uuids": ["p"]}],
        },
        "back-matter": {"resources": [{"uuid": "r"}]},
        "groups": [
            {
                "id": "a",
                "title": "A",
                "controls": [
                    {
                        "id": "a-1",
                        "title": "One",
                        "params": [
                            {
                                "id": "p",
                                "label": "x",
                                "select": {"how-many": "one-or-more", "choice": ["b"]},
                                "guidelines": [{"prose": "y"}],
                            }
                        ],
                        "props": [{"name": "label", "value": "A-1"}],
                        "links": [{"rel": "related", "href": "#b"}],
                        "parts": [
                            {
                                "name": "statement",
                                "prose": "Do {{ insert: param, p }}.",
                                "parts": [{"name": "item", "prose": "z"}],
                            }
                        ],
                    }
                ],
            }
        ],
    }
}
OTHERS: list[Any] = [None, 0, -1, 1.5, True, "", "text", [], ["text"], [[]], {}, {"a": {"b": 1}}]


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _places(member, (*path, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _places(member, (*path, index))


@pytest.mark.parametrize("whole", [LIBRARY, CATALOG], ids=["library", "catalog"])
@settings(max_examples=150)
@given(data=st.data())
def test_any_value_may_be_something_else(whole: dict[str, Any], data: st.DataObject) -> None:
    document = copy.deepcopy(whole)
    *above, last = data.draw(st.sampled_from([path for path in _places(whole) if len(path) > 1]))
    holder: Any = document
    for key in above:
        holder = holder[key]
    holder[last] = data.draw(st.sampled_from(OTHERS))
    format_ = "oscal" if "catalog" in whole else "ciso-assistant"
    text = json.dumps(document).encode()
    try:
        import_file(ImportRequest(data=text, path="file.json"), format_)
    except CssaError as error:
        for problem in error.problems:
            assert problem.code != "import.structure" or problem.location.line  # type: ignore[union-attr]


WHOLE = json.dumps(CATALOG, indent=1).encode()
IN_LATIN_1 = 'urn: urn:x:library:a\nname: "Caf\xe9"\n'.encode("latin-1")


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (WHOLE[: WHOLE.index(b'"parts"')], "yaml.syntax.ends_early", 65),
        (WHOLE[: WHOLE.index(b"Do {{") + 4], "yaml.syntax.ends_early", 67),
        (b'"text"', "import.unrecognised", None),
        (b"[1, 2]", "import.unrecognised", None),
        (b"a: {b: 1}\n", "import.unrecognised", None),
        (b"", "yaml.empty", None),
        ("urn: ü".encode("utf-16"), "file.utf16", None),
        (b"\x00\x01\x02", "file.binary", None),
        (IN_LATIN_1, "file.not_utf8", 2),
        (b"urn: urn:x:library:a\nname: [\n", "yaml.syntax.ends_early", 3),
    ],
)
def test_a_damaged_file_is_refused_with_what_it_is(
    data: bytes, code: str, line: int | None
) -> None:
    with pytest.raises(InputError) as refusal:
        import_file(ImportRequest(data=data, path="file"))
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.line) == (code, line)  # type: ignore[union-attr]


def test_a_file_that_may_have_been_cut_off_is_imported_with_a_note() -> None:
    text = b"urn: urn:x:library:a\nref_id: a\nname: A\nobjects:\n  framework:\n    urn: f\n"
    text += b"    requirement_nodes: [{urn: n, ref_id: '1', assessable: true, name: One}]"
    notes = [note.code for note in import_file(ImportRequest(data=text, path="a")).balance.notes]
    assert "no_line_end" not in notes  # it ends with a bracket
    text = text.replace(b"[{", b"\n    - ").replace(b", ", b"\n      ").removesuffix(b"}]")
    notes = [note.code for note in import_file(ImportRequest(data=text, path="a")).balance.notes]
    assert "no_line_end" in notes
