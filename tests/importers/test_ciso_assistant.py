"""Library files of CISO Assistant become checklists with everything they hold, or say what not."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cssa.errors import InputError, UsageError
from cssa.importers.import_run import import_file
from cssa.importers.importer import ImportRequest

Import = Callable[..., Any]


def library(nodes: list[dict[str, Any]], **framework: Any) -> str:
    """Return a library file around some nodes; ``urn`` and ``parent_urn`` are given in short."""
    for node in nodes:
        for key in ("urn", "parent_urn"):
            if key in node:
                node[key] = f"urn:demo:req:{node[key]}"
        node.setdefault("assessable", True)
    return yaml.safe_dump(
        {
            "urn": "urn:demo:library:upkeep",
            "locale": framework.pop("locale", "en"),
            "ref_id": "Upkeep: 2026/é",
            "name": "Upkeep of tools",
            "description": "What a workshop does.",
            "copyright": "May be passed on.",
            "version": 3,
            "provider": "A workshop",
            "packager": "nobody",
            "objects": framework.pop("objects", None)
            or {"framework": {"urn": "urn:demo:fw", "requirement_nodes": nodes, **framework}},
        },
        allow_unicode=True,
        sort_keys=False,
    )


def node(urn: str, ref: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"urn": urn, **({"ref_id": ref} if ref is not None else {}), **fields}


def question(type_: str = "unique_choice", *choices: Any, **fields: Any) -> dict[str, Any]:
    return {
        "type": type_,
        "choices": [
            choice if isinstance(choice, dict) else {"urn": f"c{number}", "value": choice}
            for number, choice in enumerate(choices, 1)
        ],
        **fields,
    }


def test_a_question_without_a_text_beside_others_gives_no_level(take_in: Import) -> None:
    questions = {
        "q1": question("unique_choice", "Yes", "No", text=""),
        "q2": question("unique_choice", "Yes", "No", text="Dry?"),
    }
    result = take_in(library([node("a", "1", name="Sharpen", questions=questions)]))
    assert list(result.practices) == ["1", "1.q2"]
    assert result.practices["1.q2"]["kind"] == "single"
    assert not any("level" in option for option in result.practices["1.q2"]["options"])


def test_the_header_says_what_the_library_says(take_in: Import) -> None:
    header = take_in(library([node("a", "1", name="Sharpen")])).header
    assert header["id"] == "Upkeep-2026-e"
    assert header["version"] == "3"
    assert header["languages"] == ["en"]
    assert header["title"] == {"en": "Upkeep of tools"}
    assert header["source"]["copyright"] == {"en": "May be passed on."}
    assert header["source"]["publisher"] == {"en": "A workshop"}
    assert header["source"]["note"] == {"en": "What a workshop does."}


def test_the_tree_comes_from_parents_and_not_from_depths_or_order(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("a", "A", name="Storing", assessable=False, depth=3),
                node("b", "B", name="Using", assessable=False, depth=1),
                node("A1", "A.1", parent_urn="a", description="Dry?", depth=7),
                node("b1", "B.1", parent_urn="b", description="Clean?", depth=1),
                node("a2", "A.2", parent_urn="A", description="Locked?", depth=2),
            ]
        )
    )
    by_domain = {
        domain["domain"]: [practice["id"] for practice in domain["practices"]]
        for domain in result.domains
    }
    assert by_domain == {"A": ["A.1", "A.2"], "B": ["B.1"]}


def test_a_node_that_is_section_and_requirement_becomes_both(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("a", "1", name="All", assessable=False),
                node("b", "1.1", parent_urn="a", name="Knives", description="Are there any?"),
                node("c", "1.1.1", parent_urn="b", description="Sharp?"),
                node("d", "2", name="More", description="Even more?"),
            ]
        )
    )
    section = result.sections["1.1_all"]
    assert section["parent"] == "1"
    assert [practice["id"] for practice in section["practices"]] == ["1.1", "1.1.1"]
    assert result.went_to("urn:demo:req:b") == [("1.1", "practice"), ("1.1_all", "section")]


def test_roots_without_children_share_a_domain(take_in: Import) -> None:
    result = take_in(library([node("a", "1", name="One"), node("b", "2", name="Two")]))
    assert result.header["domains"] == ["all"]
    assert result.domains[0]["title"] == {"en": "Upkeep of tools"}
    assert list(result.practices) == ["1", "2"]


def test_a_single_root_gives_way_to_its_parts(take_in: Import) -> None:
    nodes = [node("r", name="The whole", assessable=False)]
    for part in ("a", "b"):
        nodes.append(node(part, part.upper(), parent_urn="r", name=part, assessable=False))
        nodes.append(node(f"{part}1", parent_urn=part, name=f"{part} one"))
    result = take_in(library(nodes))
    assert result.header["domains"] == ["A", "B"]
    assert result.domains[0]["intro"] == {"en": "The whole"}
    assert result.went_to("urn:demo:req:r") == [("A", "text")]


def test_text_alone_goes_into_the_introduction_of_what_it_stands_in(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("p", name="Preface", description="Read this.", assessable=False),
                node("a", "A", name="Storing", annotation="Why.", assessable=False),
                node("t", "A.0", parent_urn="a", description="Terms.", assessable=False),
                node("a1", "A.1", parent_urn="a", description="Dry?"),
                node("x", parent_urn="a1", description="Use a meter.", assessable=False),
            ]
        )
    )
    (domain,) = result.domains
    assert domain["intro"] == {"en": "Preface\nRead this.\n\nWhy.\n\nA.0\nTerms."}
    assert result.practices["A.1"]["guidance"] == {"en": "Use a meter."}
    assert result.went_to("urn:demo:req:x") == [("A.1", "text")]


def test_numbers_become_ids_without_loss(take_in: Import) -> None:
    refs = ["R1", "R1-", "R1+", "R1 ", "AC-2(1)", "Art. 5 § 2", "é/1", "r1", "con"]
    result = take_in(
        library([node(f"n{number}", ref, name=f"N{number}") for number, ref in enumerate(refs)])
    )
    ids = list(result.practices)
    assert ids == ["R1", "R1-minus", "R1plus", "R1_2", "AC-2.1", "Art-5-2", "e-1", "r1_3", "n-con"]
    shown = [practice.get("number", name) for name, practice in result.practices.items()]
    assert shown == [ref.strip() for ref in refs]


def test_a_requirement_without_a_number_is_named_by_its_place(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("a", "A", name="Storing", assessable=False),
                node("a1", parent_urn="a", description="Dry?"),
                node("a2", parent_urn="a", description="Locked?"),
                node("b", "A-2", name="Taken"),
            ]
        )
    )
    assert list(result.practices) == ["A-1", "A-2", "A-2_2"]


def test_no_text_is_repeated_and_none_invented(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("a", "1", name="Sharp", description="Sharp"),
                node("b", "2", name=" Two\nlines "),
                node("c", "3", description="Only this?"),
                node("d", "4"),
            ]
        )
    )
    practices = result.practices
    assert "title" not in practices["1"]
    assert practices["2"]["title"] == {"en": "Two lines"}
    assert practices["3"]["question"] == {"en": "Only this?"}
    assert "title" not in practices["3"]
    assert practices["4"]["title"] == {"en": "4"}
    assert result.notes["no_text"] == "urn:demo:req:d"


def test_translations_are_taken_as_they_are(take_in: Import) -> None:
    translated = {"fr": {"name": "Aiguiser", "description": "Affûté ?"}, "de": {"name": "Schärfen"}}
    text = library([node("a", "1", name="Sharpen", description="Sharp?", translations=translated)])
    result = take_in(text)
    assert result.header["languages"] == ["en", "fr", "de"]
    assert result.practices["1"]["title"] == {"en": "Sharpen", "fr": "Aiguiser", "de": "Schärfen"}
    assert result.practices["1"]["question"] == {"en": "Sharp?", "fr": "Affûté ?"}
    chosen = take_in(text, languages=("fr",))
    assert chosen.header["languages"] == ["fr", "en"]
    assert chosen.practices["1"]["title"] == {"fr": "Aiguiser", "en": "Sharpen"}
    with pytest.raises(UsageError):
        take_in(text, languages=("it",))


def test_groups_are_kept_and_undefined_ones_told(take_in: Import) -> None:
    text = library(
        [
            node("a", "1", name="One", implementation_groups=["G 1", "g2"]),
            node("b", "2", name="Two", implementation_groups=["G2", ""]),
        ],
        implementation_groups_definition=[
            {"ref_id": "G 1", "name": "First", "description": "for all"},
            {"ref_id": "g2", "name": "Second", "description": None},
        ],
    )
    result = take_in(text)
    assert result.header["groups"] == [
        {"id": "G-1", "title": {"en": "First: for all"}},
        {"id": "g2", "title": {"en": "Second"}},
    ]
    assert result.practices["1"]["groups"] == ["G-1", "g2"]
    assert "groups" not in result.practices["2"]
    assert {field for _, field, cause in result.losses if cause == "undefined_group"} == {
        "group 'G2'",
        "group ''",
    }
    assert {practice["tier"] for practice in result.practices.values()} == {"basic"}
    tiers = take_in(text, basic=("g2",)).practices
    assert [practice["tier"] for practice in tiers.values()] == ["basic", "desirable"]
    with pytest.raises(UsageError):
        take_in(text, basic=("G2",))


@pytest.mark.parametrize("as_mapping", [False, True])
def test_a_scale_is_taken_as_it_is(take_in: Import, *, as_mapping: bool) -> None:
    steps: Any = [
        {"score": 1, "name": "Never", "description": "Not at all."},
        {"score": 4, "name": "Always", "description": "Ever.", "description_doc": "Written."},
        {"score": 9, "name": "Beyond"},
    ]
    definition = {"scale": steps, "aggregation": "sum"} if as_mapping else steps
    result = take_in(
        library(
            [node("a", "1", name="One")], min_score=1, max_score=4, scores_definition=definition
        )
    )
    assert result.header["scale"] == {
        "in_place": 3,
        "steps": [
            {"value": 1, "title": {"en": "Never"}, "meaning": {"en": "Not at all."}},
            {"value": 2, "title": {"en": "2"}},
            {"value": 3, "title": {"en": "3"}},
            {"value": 4, "title": {"en": "Always"}, "meaning": {"en": "Ever.\n\nWritten."}},
        ],
    }
    assert ("", "scores_definition 9", "step_outside") in result.losses
    assert (("", "scores_definition.aggregation", "own_arithmetic") in result.losses) == as_mapping


def test_a_score_without_steps_is_asked_as_a_number_and_not_scored(take_in: Import) -> None:
    result = take_in(library([node("a", "1", name="One")], min_score=0, max_score=100))
    assert result.header["scored"] is False
    assert "scale" not in result.header
    assert result.practices["1"]["kind"] == "number"
    assert result.practices["1"]["unit"] == {"en": "0–100"}
    assert ("", "score 0–100", "score_without_steps") in result.losses


def test_weights_become_whole_numbers(take_in: Import) -> None:
    result = take_in(
        library(
            [
                node("a", "1", name="One", weight=1.5),
                node("b", "2", name="Two"),
                node("c", "3", name="Three", weight=0),
            ]
        )
    )
    weights = [practice.get("weight", 1) for practice in result.practices.values()]
    assert weights == [3, 2, 2]
    assert ("urn:demo:req:c", "weight", "weight_not_positive") in result.losses


def test_plain_questions_become_points(take_in: Import) -> None:
    questions = {
        "q1": question("unique_choice", "Yes", "No", "N/A", text="Dry?"),
        "q2": question("unique_choice", "Non", "Oui", text="Clean?"),
    }
    result = take_in(library([node("a", "1", name="Store well", questions=questions)]))
    assert result.practices["1"]["points"] == [
        {"id": "p1", "en": "Dry?"},
        {"id": "p2", "en": "Clean?"},
    ]
    assert result.went_to("q2") == [("1#p2", "question")]
    assert result.record["losses"] == []


def test_a_scored_question_is_the_requirement(take_in: Import) -> None:
    choices = [
        {"urn": "c1", "value": "Always", "add_score": 3},
        {"urn": "c2", "value": "Never", "add_score": 1},
        {"urn": "c3", "value": "Not applicable"},
    ]
    questions = {"q": question("unique_choice", *choices, text="How often?")}
    result = take_in(
        library(
            [node("a", "1", name="Sharpen", description="Keep it sharp.", questions=questions)],
            min_score=1,
            max_score=3,
        )
    )
    assert result.practices["1"] == {
        "id": "1",
        "tier": "basic",
        "kind": "single",
        "options": [
            {"id": "o1", "en": "Never", "level": 1},
            {"id": "o2", "en": "Always", "level": 3},
        ],
        "title": {"en": "Sharpen"},
        "question": {"en": "How often?"},
        "guidance": {"en": "Keep it sharp."},
    }


@pytest.mark.parametrize("scale", [{}, {"min_score": 2, "max_score": 9}])
def test_scores_that_are_no_steps_inform_only(take_in: Import, scale: dict[str, int]) -> None:
    choices = [
        {"urn": "c1", "value": "A", "add_score": 0},
        {"urn": "c2", "value": "B", "add_score": 5},
    ]
    result = take_in(
        library([node("a", "1", questions={"q": question("unique_choice", *choices)})], **scale)
    )
    assert [option.get("level") for option in result.practices["1"]["options"]] == [None, None]
    assert result.header["scored"] is False
    assert ("q", "score", "score_without_step") in result.losses


def test_other_questions_stand_beside_the_requirement(take_in: Import) -> None:
    questions = {
        "q1": question("unique_choice", "Yes", "No", text="Any tools?"),
        "q2": question(
            "multiple_choice",
            "Knives",
            "Saws",
            text="Which?",
            depends_on={"question": "q1", "answers": ["c1"], "condition": "any"},
        ),
        "q3": question("date", text="Since when?"),
        "q4": question(
            "text",
            text="Why?",
            depends_on={"question": "q2", "answers": ["c1", "c2"], "condition": "all"},
        ),
    }
    result = take_in(library([node("a", "1", name="Tools", questions=questions)]))
    assert list(result.practices) == ["1", "1.q2", "1.q3", "1.q4", "1.q5"]
    assert result.practices["1.q3"]["kind"] == "multi"
    assert result.practices["1.q3"]["asked_if"] == {"practice": "1.q2", "any": ["o1"]}
    assert result.practices["1.q4"]["kind"] == "text"
    assert {("q3", "type date", "entered_as_text"), ("q4", "depends_on", "condition_on_all")} == (
        result.losses
    )


def test_a_question_without_any_other_text_is_the_requirement(take_in: Import) -> None:
    questions = {"q": question("text", text="Who sharpens?")}
    result = take_in(library([node("a", "1", questions=questions), node("b", "2", name="Two")]))
    assert result.practices["1"] == {
        "id": "1",
        "tier": "basic",
        "kind": "text",
        "question": {"en": "Who sharpens?"},
    }


def test_what_a_library_holds_beside_is_listed(take_in: Import) -> None:
    nodes = [node("a", "1", name="One", display_mode="splash", importance="high", threats=["t:1"])]
    text = library(nodes)
    content = yaml.safe_load(text)
    content["objects"]["threats"] = [{"urn": "t:1"}, {"urn": "t:2"}]
    result = take_in(yaml.safe_dump(content))
    assert result.losses == {
        ("urn:demo:req:a", "display_mode", "appearance"),
        ("urn:demo:req:a", "importance", "no_place"),
        ("", "objects.threats", "other_object"),
    }
    assert result.practices["1"]["refs"] == {"threats": ["t:1"]}


def test_mapping_sets_become_crosswalks(take_in: Import) -> None:
    def relation(source: str, target: str, name: str) -> dict[str, str]:
        return {
            "source_requirement_urn": f"urn:x:req_node:one:{source}",
            "target_requirement_urn": f"urn:x:req_node:two:{target}",
            "relationship": name,
        }

    sets = {
        "requirement_mapping_sets": [
            {
                "source_framework_urn": "urn:x:framework:one",
                "target_framework_urn": "urn:x:framework:two",
                "requirement_mappings": [
                    relation("1:a", "9", "intersect"),
                    relation("1:a", "9", "intersect"),
                    relation("1:a", "8", "equal"),
                    relation("2", "8", "near"),
                ],
            }
        ]
    }
    result = take_in(library([], objects={**sets, "threats": [{"urn": "t:1"}]}))
    assert result.imported.built is None
    lost = [(loss.field, loss.cause) for loss in result.imported.balance.losses]
    assert ("objects.threats", "other_object") in lost
    assert yaml.safe_load(result.imported.crosswalks["one-two.yaml"]) == {
        "schema": "cssa.crosswalk/1",
        "from": {"id": "one"},
        "to": {"id": "two"},
        "note": {"en": "May be passed on."},
        "relations": {"1:a": {"equal": ["8"], "intersects": ["9"]}},
    }
    assert result.imported.counts == {"relations": {"read": 4, "carried": 2, "listed": 2}}


@pytest.mark.parametrize(
    ("objects", "code"),
    [
        ({"risk_matrix": [{"urn": "m"}]}, "import.nothing_to_answer"),
        (
            {"framework": {"requirement_nodes": [{"urn": "a", "assessable": False}]}},
            "import.nothing_to_answer",
        ),
        ({"framework": {"requirement_nodes": [{"assessable": True}]}}, "import.structure"),
        ({"framework": {"requirement_nodes": "none"}}, "import.structure"),
        (
            {"framework": {"requirement_nodes": [{"urn": "a"}, {"urn": "A", "assessable": True}]}},
            "import.structure",
        ),
        (
            {
                "framework": {
                    "requirement_nodes": [
                        {"urn": "a", "parent_urn": "b", "assessable": True},
                        {"urn": "b", "parent_urn": "a"},
                    ]
                }
            },
            "import.structure",
        ),
    ],
)
def test_what_has_nothing_to_answer_or_no_order_is_refused(
    objects: dict[str, Any], code: str
) -> None:
    data = library([], objects=objects).encode()
    with pytest.raises(InputError) as caught:
        import_file(ImportRequest(data=data, path="file.yaml"))
    assert [problem.code for problem in caught.value.problems] == [code]


refs = st.one_of(st.none(), st.text("AB12.-+() é§", min_size=1, max_size=5))
texts = st.one_of(st.none(), st.sampled_from(["one", "two words", "three\nlines of\ntext"]))


@st.composite
def trees(draw: st.DrawFn) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 9))
    nodes: list[dict[str, Any]] = []
    for number in range(count):
        fields: dict[str, Any] = {"urn": f"n{number}", "assessable": draw(st.booleans())}
        if number and draw(st.booleans()):
            fields["parent_urn"] = f"n{draw(st.integers(0, number - 1))}"
        for name, values in (("ref_id", refs), ("name", texts), ("description", texts)):
            value = draw(values)
            if value is not None:
                fields[name] = f"{value} {number}" if name != "ref_id" else value
        nodes.append(fields)
    nodes.append({"urn": "last", "name": "the last"})
    return nodes


@given(trees())
def test_every_node_and_every_text_is_found_again(nodes: list[dict[str, Any]]) -> None:
    originals = [fields["urn"] for fields in nodes]
    said = [fields[name] for fields in nodes for name in ("name", "description") if name in fields]
    data = library(nodes).encode()
    imported = import_file(ImportRequest(data=data, path="file.yaml"))
    assert imported.built is not None
    placed = {entry.original for entry in imported.built.placed}
    assert placed >= {f"urn:demo:req:{urn}" for urn in originals}
    assert not imported.balance.losses
    made = [entry.id.casefold() for entry in imported.built.placed if entry.role != "text"]
    assert len(set(made)) == len(made)
    values = " ".join(" ".join(map(str, _strings(imported.built.domains))).split())
    assert all(" ".join(text.split()) in values for text in said)
    again = import_file(ImportRequest(data=data, path="file.yaml"))
    assert again.files == imported.files


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for member in value.values() for text in _strings(member)]
    if isinstance(value, list):
        return [text for member in value for text in _strings(member)]
    return [str(value)]
