"""Tables of questions become checklists; what is wrong in them is told with its line."""

from collections.abc import Callable
from typing import Any

import pytest

from cssa.errors import InputError
from cssa.importers.import_run import import_file
from cssa.importers.importer import ImportRequest

Import = Callable[..., Any]


def table(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_a_table_becomes_a_checklist(take_in: Import) -> None:
    text = table(
        "id,domain,domain_title,section,question,title,tier,groups,guidance,points,evidence,owner",
        'S-1,S,Storing,,Are knives dry?,Dry,desirable,a; b,Wipe.,"Blades\nHandles",Photo,it',
        "S-2,S,,Doors > Locks,Is it locked?,,,,,,,",
        ",Using tools,,,Is there training?,,,,,,,",
    )
    result = take_in(text, "workshop list.csv")
    assert result.header["id"] == "workshop-list"
    assert result.header["domains"] == ["S", "2"]
    assert [domain["title"] for domain in result.domains] == [
        {"en": "Storing"},
        {"en": "Using tools"},
    ]
    assert result.practices["S-1"] == {
        "id": "S-1",
        "tier": "desirable",
        "scale": "general",
        "title": {"en": "Dry"},
        "question": {"en": "Are knives dry?"},
        "guidance": {"en": "Wipe."},
        "evidence": [{"en": "Photo"}],
        "points": [{"id": "p1", "en": "Blades"}, {"id": "p2", "en": "Handles"}],
        "groups": ["a", "b"],
        "owner": "it",
    }
    titles = [section["title"]["en"] for section in result.sections.values()]
    assert titles == ["Doors", "Locks"]
    assert list(result.practices) == ["S-1", "S-2", "2-1"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_and_a_byte_order_mark_are_read(take_in: Import, separator: str) -> None:
    lines = (["question", "number"], ["Is it dry, and clean?", "A/1"])
    quoted = [[f'"{cell}"' for cell in line] for line in lines]
    result = take_in("\ufeff" + table(*(separator.join(line) for line in quoted)), "a.csv")
    assert result.practices["A-1"]["number"] == "A/1"


def test_questions_come_in_kinds(take_in: Import) -> None:
    text = table(
        "id,question,kind,options,ref:own list,ref:guideline",
        'a,How?,,"3=Well\n0=Badly",K-1; K-2,2.1.1①',
        'b,Which?,multi,"Knives\nSaws",,',
        "c,How many?,number,,,",
        "d,Why?,text,,,",
        'e,Where?,single,"Here\nThere",,',
    )
    practices = take_in(text, "a.csv").practices
    assert practices["a"]["options"] == [
        {"id": "o1", "en": "Badly", "level": 0},
        {"id": "o2", "en": "Well", "level": 3},
    ]
    assert practices["a"]["refs"] == {"own-list": ["K-1", "K-2"], "guideline": "2.1.1①"}
    assert [practice["kind"] for practice in practices.values()] == [
        "single",
        "multi",
        "number",
        "text",
        "single",
    ]
    assert practices["e"]["options"] == [{"id": "o1", "en": "Here"}, {"id": "o2", "en": "There"}]


def test_languages_stand_in_columns_of_their_own(take_in: Import) -> None:
    text = table(
        "question,question[ja],points,points[ja]",
        '"Dry?","乾いていますか。","One\nTwo","その1\nその2"',
    )
    result = take_in(text, "a.csv", languages=("en",))
    assert result.header["languages"] == ["en"]
    result = take_in(text, "a.csv")
    assert result.header["languages"] == ["en", "ja"]
    assert result.notes["language_assumed"] == "en"
    (practice,) = result.practices.values()
    assert practice["question"] == {"en": "Dry?", "ja": "乾いていますか。"}
    assert practice["points"][1] == {"id": "p2", "en": "Two", "ja": "その2"}


def test_a_line_without_a_question_introduces_its_heading(take_in: Import) -> None:
    text = table("domain,question,guidance", "Storing,,Keep it dry.", "Storing,Dry?,")
    assert take_in(text, "a.csv").domains[0]["intro"] == {"en": "Keep it dry."}


def test_what_a_heading_cannot_have_is_told(take_in: Import) -> None:
    text = table("domain,question,guidance,owner,weight", "A,,Dry.,it,5", "A,Dry?,,,")
    losses = take_in(text, "a.csv").record["losses"]
    assert [(loss["field"], loss["cause"]) for loss in losses] == [
        ("owner", "no_place"),
        ("weight", "no_place"),
    ]


def test_unknown_columns_are_told(take_in: Import) -> None:
    result = take_in(table("question,Remarks", "Dry?,x", "Clean?,y", "Sharp?,"), "a.csv")
    assert result.record["losses"] == [
        {"field": "column Remarks", "cause": "unknown_column", "count": 2}
    ]


def test_every_problem_is_told_with_its_line() -> None:
    text = table(
        "id,question,tier,owner,kind,options,weight,ref:csf2",
        "a,One?,high,,,,,",
        "A,Two?,,nobody,,,heavy,",
        "b,,,,,,,",
        "c,Three?,,,matrix,,,",
        "d,Four?,,,level,1=a,,",
        "e,Five?,,,single,,,",
        "f,Six?,,,,,,XX.YY-01",
    )
    request = ImportRequest(data=text.encode(), path="a.csv", csf2=frozenset({"GV.OC-01"}))
    with pytest.raises(InputError) as caught:
        import_file(request)
    assert sorted((problem.location.line, problem.code) for problem in caught.value.problems) == [  # type: ignore[union-attr]
        (2, "import.csv.choice"),
        (3, "import.csv.choice"),
        (3, "import.csv.id_twice"),
        (3, "import.csv.weight"),
        (4, "import.csv.no_question"),
        (5, "import.csv.choice"),
        (6, "import.csv.options_of_level"),
        (7, "import.csv.options_missing"),
        (8, "lint.unknown-csf2"),
    ]
