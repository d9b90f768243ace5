"""Departments' forms become one submission; what disagrees is listed and never picked."""

import re

import pytest
from tests.forms.conftest import make_submission
from tests.forms.workbooks import Filled

from cssa.forms.form_reader import loaded_answers, missing_fields, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.merge import merge_forms
from cssa.messages.problems import describe

ALL = {
    "1.1-1": {"level": 3, "note": "経営企画の回答"},
    "1.1-2": {"na": True, "reason": "無線LANを使わない"},
    "1.1-a": {"level": 2},
    "2-1": {"choice": "yearly"},
}


@pytest.fixture
def department(request_for):
    def make(owner, answers=None, **institution):
        submission = make_submission(ALL if answers is None else answers, **institution)
        return Filled(write_form(request_for(submission, owner=owner)))

    return make


@pytest.fixture
def together(context):
    def join(**forms):
        return merge_forms(
            [read_form(data, f"{name}.xlsx", context) for name, data in forms.items()]
        )

    return join


def test_each_department_gets_its_own_practices(department):
    form = department("security")

    assert form.cell("1.1-a").value
    with pytest.raises(KeyError):
        form.cell("1.1-1")


def test_the_forms_of_all_departments_give_the_whole(department, together):
    merged = together(
        **{owner: department(owner).save() for owner in ("management", "it", "security")}
    )

    assert not merged.problems
    assert loaded_answers(merged).submission.answers == make_submission(ALL).answers
    assert list(merged.value["answers"]) == ["1.1-1", "1.1-2", "1.1-a", "2-1"]


def test_a_cover_filled_in_one_department_serves_all(department, together):
    other = department("it").cover("institution.id", None).cover("institution.name", None)
    merged = together(management=department("management").save(), it=other.save())

    assert not missing_fields(merged)
    assert loaded_answers(merged).submission.institution.id == "0001-test"


def test_different_answers_to_one_practice_are_listed_with_both_places(
    request_for, department, together
):
    whole = Filled(write_form(request_for(make_submission({**ALL, "1.1-1": {"level": 2}}))))
    merged = together(management=department("management").save(), whole=whole.save())

    (problem,) = merged.problems
    assert describe(problem, "en") == (
        'whole.xlsx!1!I5: The entry for "1.1-1" differs from another form (management.xlsx!1!I5: "level: 3, note: 経営企画の回答");'
        ' here it is "level: 2". Make them match.'
    )


def test_different_covers_are_listed(department, together):
    merged = together(
        management=department("management").save(), it=department("it", name="別の信用金庫").save()
    )

    assert [problem.code for problem in merged.problems] == ["form.conflict"]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"name": "A"}, {"name": "B"}, ("「機関名」の", "「A」", "「B」")),
        ({"sector": "shinkin"}, {"sector": "regional_bank"}, ("「業態」の", "「信用金庫」")),
        (
            {"profile": {"cloud": True}},
            {"profile": {"cloud": {"value": False, "reason": "R"}}},
            ("「クラウド", "「はい」", "「いいえ、R」"),
        ),
        (
            {"risk": {"override": {"level": "low", "reason": "R"}}},
            {"risk": {"override": {"level": "high", "reason": "R"}}},
            ("「低、R」", "「高、R」"),
        ),
    ],
    ids=["name", "sector", "flag", "override"],
)
def test_a_cell_of_the_cover_is_named_by_its_label_and_worded_as_it_is(
    one, other, said, department, together
):
    merged = together(
        management=department("management", **one).save(), it=department("it", **other).save()
    )

    (problem,) = merged.problems
    text = describe(problem, "ja")
    assert [words for words in said if words not in text] == []
    assert not re.search("name|sector|profile|cloud|override|level|value", text)


def test_forms_of_different_campaigns_are_not_joined(department, request_for, together):
    other = make_submission(ALL).model_copy(update={"campaign": "2025"})
    merged = together(
        management=department("management").save(), it=write_form(request_for(other, owner="it"))
    )

    assert [problem.code for problem in merged.problems] == ["form.different_forms"]
