"""OSCAL catalogues become checklists, mapping collections crosswalks."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from cssa.errors import InputError, UsageError
from cssa.importers.import_run import import_file
from cssa.importers.importer import ImportRequest

from .conftest import Result

Import = Callable[..., Any]


def catalog(**content: Any) -> str:
    metadata = {
        "title": "Demo controls",
        "published": "2025-12-09T04:57:24.5Z",
        "version": "5.1.1+u4",
        "parties": [{"uuid": "p1", "name": "Somebody"}, {"uuid": "p2", "name": "The office"}],
        "responsible-parties": [{"role-id": "publisher", "party-uuids": ["p2"]}],
        "remarks": "For trying out.",
    }
    return json.dumps({"catalog": {"uuid": "u", "metadata": metadata, **content}})


def control(identifier: str, title: str = "", *parts: Any, **fields: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"id": identifier, "title": title or identifier, **fields}
    return {**made, "parts": list(parts)} if parts else made


def part(name: str, prose: str = "", *parts: Any, label: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"name": name}
    if prose:
        made["prose"] = prose
    if label:
        made["props"] = [{"name": "label", "value": label}]
    return {**made, "parts": list(parts)} if parts else made


def prop(name: str, value: str, **fields: str) -> dict[str, str]:
    return {"name": name, "value": value, **fields}


def test_the_header_says_what_the_metadata_say(take_in: Import) -> None:
    header = take_in(catalog(controls=[control("a-1", "One")])).header
    assert header["id"] == "Demo-controls"
    assert header["version"] == "5.1.1plusu4"
    assert header["source"] == {
        "title": {"en": "Demo controls"},
        "publisher": {"en": "The office"},
        "published": "2025-12-09",
        "note": {"en": "For trying out."},
    }


def test_yaml_is_the_same_as_json(take_in: Import) -> None:
    text = catalog(controls=[control("a-1", "One", part("statement", "Do it."))])
    first = take_in(text, "demo.x").imported.files
    second = take_in(yaml.safe_dump(json.loads(text)), "demo.x").imported.files
    assert {name: data for name, data in first.items() if name != "import.yaml"} == {
        name: data for name, data in second.items() if name != "import.yaml"
    }


def test_groups_become_domains_and_sections_also_without_ids(take_in: Import) -> None:
    inner = {"title": "Doors", "controls": [control("d-1", "Locks")]}
    groups = [
        {"title": "Site", "parts": [part("overview", "All of it.")], "groups": [inner]},
        {"title": "Empty"},
        {"id": "b", "title": "Books", "controls": [control("b-1", "Kept")]},
    ]
    result = take_in(catalog(groups=groups))
    assert result.header["domains"] == ["1", "b"]
    assert result.domains[0]["intro"] == {"en": "All of it."}
    assert result.sections["1-1"]["title"] == {"en": "Doors"}
    assert result.domains[1]["intro"] == {"en": "Empty"}


def test_numbers_are_the_labels_without_class(take_in: Import) -> None:
    props = [prop("label", "AC-02(01)", **{"class": "zero"}), prop("label", "AC-2(1)")]
    result = take_in(catalog(controls=[control("ac-2.1", "One", props=props)]))
    assert result.practices["ac-2.1"]["number"] == "AC-2(1)"


def test_nested_controls_are_requirements_beside_their_parent(take_in: Import) -> None:
    child = control("a-1.1", "More", **{"class": "X-enhancement"})
    result = take_in(catalog(groups=[{"id": "a", "title": "A", "controls": [
        control("a-1", "One", part("statement", "Do it."), controls=[child])
    ]}]))  # fmt: skip
    assert [practice["id"] for practice in result.sections["a-1_all"]["practices"]] == [
        "a-1",
        "a-1.1",
    ]


def test_a_control_that_contains_others_is_a_heading_where_that_is_asked() -> None:
    child = control("a-1.1", "More", **{"class": "X-enhancement"})
    gone = control("b-1.1", "Gone", props=[prop("status", "withdrawn")])
    top = control("a-1", "One", part("statement", "Do it."), part("guidance", "As one does."))
    controls = [{**top, "controls": [child]}, control("b-1", "Two", controls=[gone])]
    text = catalog(groups=[{"id": "a", "title": "A", "controls": controls}]).encode()
    result = Result(import_file(ImportRequest(data=text, path="x", parents="sections")))
    assert set(result.practices) == {"a-1.1", "b-1"}
    assert "Do it." in result.sections["a-1"]["intro"]["en"]
    assert "parents_sections" in {note["code"] for note in result.record["notes"]}


def test_only_oscal_leaves_open_what_a_requirement_with_others_is() -> None:
    table = b"id,question\n1,What?\n"
    with pytest.raises(UsageError):
        import_file(ImportRequest(data=table, path="x.csv", parents="sections"))


def test_a_category_is_a_heading(take_in: Import) -> None:
    child = control(
        "XX.A-1", "XX.A-1", part("statement", "It is known."), part("example", "Ex1: a")
    )
    top = control("XX.A", "Known", part("statement", "All is known."), controls=[child])
    result = take_in(catalog(controls=[{**top, "class": "category"}]))
    assert result.domains[0]["title"] == {"en": "Known"}
    assert result.domains[0]["intro"] == {"en": "All is known."}
    assert result.practices["XX.A-1"] == {
        "id": "XX.A-1",
        "tier": "basic",
        "scale": "general",
        "question": {"en": "It is known."},
        "examples": True,
        "points": [{"id": "p1", "en": "Ex1: a"}],
    }
    assert ("XX.A-1", "title", "repeats_number") in result.losses


def test_items_are_points_below_a_sentence_and_lines_without_one(take_in: Import) -> None:
    items = [
        part("item", "First", part("item", "Inner", label="1."), label="a."),
        part("item", "Second", label="b."),
    ]
    led = control("a-1", "One", part("statement", "The office:", *items))
    bare = control("a-2", "Two", part("statement", "", *items))
    practices = take_in(catalog(controls=[led, bare])).practices
    assert practices["a-1"]["question"] == {"en": "The office:"}
    assert [point["en"] for point in practices["a-1"]["points"]] == [
        "a. First\n  1. Inner",
        "b. Second",
    ]
    assert practices["a-2"]["question"] == {"en": "a. First\n  1. Inner\nb. Second"}
    assert "points" not in practices["a-2"]


def test_blanks_stay_visible_however_deep(take_in: Import) -> None:
    params = [
        {"id": "p1", "label": "who"},
        {"id": "p2", "select": {"how-many": "one-or-more", "choice": ["{{ p1 }}", "all"]}},
        {"id": "p3", "values": ["daily"], "label": "when"},
        {"id": "p4", "label": "within {{ insert: param, p4 }}"},
    ]
    prose = "By {{ insert: param, p2 }} {{ p3 }}, {{ insert: param, gone }}; [see](#a-2). {{ p4 }}"
    result = take_in(
        catalog(controls=[control("a-1", "One", part("statement", prose), params=params)])
    )
    question = result.practices["a-1"]["question"]["en"]
    assert question.startswith("By [one or more of: [who]; all] daily, [gone]; see. [within")
    assert result.notes["missing_parameter"] in ("gone", "p4")


def test_what_is_demanded_of_a_blank_is_guidance(take_in: Import) -> None:
    params = [{"id": "p", "label": "time", "constraints": [{"description": "8 hours"}]}]
    result = take_in(
        catalog(controls=[control("a-1", "One", part("guidance", "Why."), params=params)])
    )
    assert result.practices["a-1"]["guidance"] == {"en": "Why.\n\n• time: 8 hours"}


def test_properties_select_groups(take_in: Import) -> None:
    statement = part("statement", "Do it.")
    statement["props"] = [prop("modal_verb", "MUSS")]
    props = [prop("applicability", "NC"), prop("applicability", "S"), prop("revision", "2")]
    result = take_in(catalog(controls=[control("a-1", "One", statement, props=props)]))
    assert [group["title"]["en"] for group in result.header["groups"]] == [
        "applicability: NC",
        "applicability: S",
        "modal_verb: MUSS",
    ]
    assert result.practices["a-1"]["groups"] == [group["id"] for group in result.header["groups"]]
    assert result.losses == {("", "prop revision", "no_place")}


def test_withdrawn_controls_and_procedures_are_listed(take_in: Import) -> None:
    gone = control(
        "a-2",
        "Gone",
        props=[prop("status", "Withdrawn")],
        links=[{"rel": "incorporated-into", "href": "#a-1"}],
    )
    kept = control(
        "a-1",
        "One",
        part("statement", "Do it."),
        part("assessment-objective", "", part("assessment-objective", "Is it done?")),
        links=[{"rel": "related", "href": "#x"}],
    )
    result = take_in(catalog(controls=[kept, gone]))
    assert list(result.practices) == ["a-1"]
    assert result.losses == {
        ("a-2", "control → a-1", "withdrawn"),
        ("a-1", "part assessment-objective", "assessment_part"),
        ("", "link related", "no_place"),
    }


@pytest.mark.parametrize(("asked", "lang"), [((), "en"), (("de",), "de")])
def test_the_language_is_the_one_named(take_in: Import, asked: tuple[str, ...], lang: str) -> None:
    result = take_in(catalog(controls=[control("a-1", "One")]), languages=asked)
    assert result.header["languages"] == [lang]
    assert ("language_assumed" in result.notes) == (not asked)


def test_a_mapping_collection_becomes_crosswalks(take_in: Import) -> None:
    def relation(name: str, sources: list[str], targets: list[str]) -> dict[str, Any]:
        return {
            "relationship": name,
            "sources": [{"type": "control", "id-ref": each} for each in sources],
            "targets": [{"type": "control", "id-ref": each} for each in targets],
        }

    maps = [
        relation("equivalent-to", ["a"], ["1"]),
        relation("subset-of", ["b"], ["1", "2"]),
        relation("superset-of", ["c"], ["1", "2"]),
        relation("odd", ["d"], ["1"]),
    ]
    mapping = {
        "source-resource": {"href": "#one"},
        "target-resource": {"href": "x/two"},
        "maps": maps,
    }
    result = take_in(json.dumps({"mapping-collection": {"metadata": {}, "mappings": [mapping]}}))
    written = yaml.safe_load(result.imported.crosswalks["one-two.yaml"])
    assert written["relations"] == {
        "a": {"equal": ["1"]},
        "b": {"intersects": ["1", "2"]},
        "c": {"superset": ["1", "2"]},
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"profile": {"metadata": {}}}', "import.nothing_to_answer"),
        ('{"catalog": {"metadata": {"title": "x"}}}', "import.nothing_to_answer"),
        ('{"catalog": {"metadata": 3, "groups": []}}', "import.structure"),
        ('{"catalog": {"metadata": {}, "groups": "none"}}', "import.structure"),
        ("<catalog/>", "import.is_xml"),
        ("PK\x03\x04", "import.is_workbook"),
        ("a: 1\nb: 2\n", "import.unrecognised"),
        ('{"catalog": {"metadata": {}, "metadata": {}}}', "yaml.duplicate_key"),
    ],
)
def test_other_documents_are_refused_with_what_they_are(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        import_file(ImportRequest(data=text.encode(), path="file.json"))
    assert [problem.code for problem in caught.value.problems] == [code]
