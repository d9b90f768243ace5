"""What is published of options, rows and numbers, and what is withheld of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from cssa.peers.composition import FEW_PARTS
from cssa.peers.member import Coalition, Member
from cssa.peers.peers_file import AnswerCell
from cssa.peers.publication import Publication, publish
from cssa.peers.questions import CountedQuestion
from cssa.peers.rules import Rules
from cssa.peers.withdrawal import withdraw

from .worlds import PRACTICES, SECTORS, member, population

ASKED, BESIDE = PRACTICES[:FEW_PARTS]
XY = ("x", "y")


def _published(
    question: CountedQuestion,
    answers: Sequence[tuple[str, Any]],
    *,
    sectors: Sequence[str] = (),
    coalitions: Sequence[Coalition] = (),
) -> Publication:
    """Publish answers to one question, each with the code of its level."""
    members: list[Member] = [
        member(number, f"{level}uuuuu", sector=sectors[number] if sectors else "exchange")._replace(
            values={} if value is None else {ASKED: value}
        )
        for number, (level, value) in enumerate(answers)
    ]
    world = population(members, coalitions=coalitions)._replace(questions=(question,))
    return publish(world, SECTORS, Rules())


def _cell(publication: Publication, group: str = "all") -> AnswerCell | None:
    found = publication.peers.group(group)
    return None if found is None else found.answers.get(ASKED)


def _withheld(publication: Publication, group: str = "all") -> set[str]:
    return {entry.figure for entry in publication.peers.withheld if entry.group == group}


SINGLE = CountedQuestion(ASKED, "option", gives_level=True, options=("a", "b", "c"))
MULTI = CountedQuestion(ASKED, "mark", gives_level=True, options=XY)
MATRIX = CountedQuestion(ASKED, "row", gives_level=True, options=("no", "yes"), rows=("r", "s"))
NUMBER = CountedQuestion(ASKED, "number", gives_level=True)


def test_a_single_choice_has_shares_of_those_who_answered() -> None:
    answers = [("0", "a")] * 6 + [("2", "b")] * 3 + [("2", "c")] * 3 + [("n", None), ("u", None)]
    cell = _cell(_published(SINGLE, answers))
    assert cell == AnswerCell(n=12, shares={"a": 50, "b": 25, "c": 25})


def test_options_are_withheld_with_levels_that_are_alike() -> None:
    publication = _published(SINGLE, [("2", "b")] * 6 + [("2", "c")] * 6)
    assert _cell(publication) is None
    assert _withheld(publication) & {"*", ASKED}


def test_a_multiple_choice_has_the_share_that_chose_each_option() -> None:
    answers: list[tuple[str, Any]] = [("3", ["x", "y"])] * 4 + [("2", ["x"])] * 4 + [("0", [])] * 4
    cell = _cell(_published(MULTI, answers))
    assert cell == AnswerCell(n=12, shares={"x": 67, "y": 33})


@pytest.mark.parametrize(("chosen", "share"), [(58, 95), (2, 5)])
def test_nearly_all_and_hardly_any_are_not_told_apart_from_the_bounds(
    chosen: int, share: int
) -> None:
    answers = [("3", ["x"]), ("2", [])] * 30
    answers = [
        (level, [*options, *("y" for _ in range(number < chosen))])
        for number, (level, options) in enumerate(answers)
    ]
    cell = _cell(_published(MULTI, answers))
    assert cell is not None
    assert cell.shares == {"x": 50, "y": share}


def test_an_option_that_all_or_none_chose_is_withheld_and_the_others_stay() -> None:
    answers: list[tuple[str, Any]] = [("3", ["x", "y"])] * 11 + [("2", ["x"])] * 4 + [("0", [])]
    publication = _published(MULTI, answers)
    assert _cell(publication) == AnswerCell(n=16, shares={"y": 69})
    assert f"{ASKED}:x" in _withheld(publication)
    assert {(figure.figure, figure.n, figure.reason) for figure in publication.withheld} >= {
        (f"{ASKED}:x", 16, "concentrated")
    }


def test_a_matrix_has_the_shares_of_each_row_and_withholds_one_that_is_alike() -> None:
    answers = [("3", {"r": "yes", "s": "yes"}), ("0", {"r": "no", "s": "yes"})] * 6
    publication = _published(MATRIX, answers)
    cell = _cell(publication)
    assert cell is not None
    assert cell.rows is not None
    assert {row: shares.shares for row, shares in cell.rows.items()} == {"r": {"no": 50, "yes": 50}}
    assert f"{ASKED}:s" in _withheld(publication)


def test_a_matrix_with_a_row_left_open_counts_nowhere() -> None:
    question = MATRIX._replace(gives_level=False)
    answers = [("i", {"r": "yes", "s": "no"}), ("i", {"r": "no", "s": "yes"})] * 5
    cell = _cell(_published(question, [*answers, ("i", {"r": "no"})]))
    assert cell is not None
    assert cell.n == 10


@pytest.mark.parametrize(
    ("n", "expected"),
    [(10, {"median": 5.5}), (20, {"median": 10.5, "q1": 5.8, "q3": 15.3})],
)
def test_a_number_has_quantiles_and_no_mean(n: int, expected: Mapping[str, float]) -> None:
    answers = [("3" if value % 2 else "2", str(value)) for value in range(1, n + 1)]
    assert _cell(_published(NUMBER, answers)) == AnswerCell.model_validate({"n": n, **expected})


def test_a_number_far_away_does_not_make_the_others_alike() -> None:
    hours = [str(value) for value in range(1, 13)]
    levels = ("2", "3") * 6
    publication = _published(NUMBER, list(zip(levels, [*hours[:-1], "1000000"], strict=True)))
    assert _cell(publication) == AnswerCell(n=12, median=6.5)


@pytest.mark.parametrize("values", [["8"] * 12, ["8"] * 11 + ["2030.5"]], ids=["alike", "but one"])
def test_numbers_that_are_alike_are_withheld_and_levels_stay(values: Sequence[str]) -> None:
    publication = _published(NUMBER, list(zip(("2", "3") * 6, values, strict=True)))
    assert _cell(publication) is None
    assert _withheld(publication) >= {f"{ASKED}:value"}
    found = publication.peers.group("all")
    assert found is not None
    assert ASKED in found.practices


def test_an_option_alike_in_one_group_withholds_levels_and_options_of_all_beside_it() -> None:
    bank: list[tuple[str, Any]] = [("3", ["x", "y"])] * 6 + [("2", ["x"])] * 6
    broker: list[tuple[str, Any]] = [("3", ["x", "y"]), ("2", ["y"])] * 6
    sectors = ["bank"] * 12 + ["broker"] * 12
    publication = _published(MULTI, [*bank, *broker], sectors=sectors)
    assert _cell(publication) == AnswerCell(n=24, shares={"x": 75, "y": 75})
    for group in ("bank", "broker"):
        assert _withheld(publication, group) & {"*", ASKED}


def test_what_one_reader_has_seen_is_subtracted_from_options_too() -> None:
    answers: list[tuple[str, Any]] = [("3", ["x", "y"])] * 7 + [("2", ["x"])] * 6
    answers += [("2", ["y"]), ("3", ["y"])]
    alone = _published(MULTI, answers)
    assert f"{ASKED}:x" not in _withheld(alone)
    seen = Coalition("seen_by", "body", ("M00013", "M00014"))
    publication = _published(MULTI, answers, coalitions=[seen])
    assert f"{ASKED}:x" in _withheld(publication)
    reasons = {figure.figure: figure.coalitions for figure in publication.withheld}
    assert reasons[f"{ASKED}:x"] == ("seen_by:body",)


def test_with_a_practice_its_options_are_withdrawn() -> None:
    answers: list[tuple[str, Any]] = [("3", ["x", "y"])] * 4 + [("2", ["x"])] * 4 + [("0", [])] * 4
    peers = _published(MULTI, answers).peers
    reduced = withdraw(peers, {}, "all", ASKED).peers
    found = reduced.group("all")
    assert found is None or (ASKED not in found.practices and ASKED not in found.answers)


def test_a_question_without_level_is_settled_alone() -> None:
    question = CountedQuestion(ASKED, "option", gives_level=False, options=XY)
    cell = _cell(_published(question, [("i", "x")] * 5 + [("i", "y")] * 7))
    assert cell == AnswerCell(n=12, shares={"x": 42, "y": 58})
    few = _published(question, [("i", "x")] * 4 + [("i", "y")] * 5)
    assert _cell(few) is None
