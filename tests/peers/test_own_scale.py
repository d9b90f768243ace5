"""What is published does not depend on which values a checklist gives to its levels."""

from fractions import Fraction

import pytest

from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.peers.member import Member, Population, answer_code, coded_level, level_code
from cssa.peers.peers_file import Peers
from cssa.peers.publication import publish
from cssa.peers.rules import Rules

from .worlds import PARTS, SECTORS, draw, population, seeded

FACTOR, OFFSET = 20, -40
SCALE = LevelScale(tuple(FACTOR * level + OFFSET for level in SIX_LEVELS.values), 20)


def _moved(member: Member) -> Member:
    """Return the same answers on the other scale."""

    def score(value: Fraction | None) -> Fraction | None:
        return None if value is None else FACTOR * value + OFFSET

    levels = map(coded_level, member.answer_codes)
    codes = (
        code if level is None else level_code(FACTOR * level + OFFSET)
        for code, level in zip(member.answer_codes, levels, strict=True)
    )
    return member._replace(
        overall=score(member.overall),
        domains=tuple(map(score, member.domains)),
        sections=tuple(map(score, member.sections)),
        answer_codes="".join(codes),
    )


def _published(world: Population) -> Peers:
    return publish(world, SECTORS, Rules()).peers


def _name(name: str) -> str:
    return str(FACTOR * int(name) + OFFSET) if name.isdecimal() else name


@pytest.mark.parametrize("seed", range(12))
def test_the_same_answers_on_another_scale_are_published_alike(seed: int) -> None:
    members = draw(seeded(seed), 60)
    world = population(members, parts=PARTS)
    moved = population(map(_moved, members), parts=PARTS)._replace(scale=SCALE)
    six, other = _published(world), _published(moved)
    assert other.checklist.scale == SCALE
    assert other.withheld == six.withheld
    assert other.cells == six.cells
    for group, group_there in zip(six.groups, other.groups, strict=True):
        assert group_there.below_in_place == group.below_in_place
        for practice, cell in group.practices.items():
            there = group_there.practices[practice]
            assert there.shares == {_name(name): share for name, share in cell.shares.items()}
            assert there.blurred == (cell.blurred and _name(cell.blurred))


@pytest.mark.parametrize("level", [-1000, -1, 0, 9, 10, 1000])
def test_every_level_of_a_scale_has_a_code_of_its_own(level: int) -> None:
    code = answer_code("answered", level)
    assert len(code) == 1
    assert coded_level(code) == level


@pytest.mark.parametrize("status", ["not_applicable", "unanswered", "informative"])
def test_a_status_without_a_level_has_none(status: str) -> None:
    assert coded_level(answer_code(status, None)) is None
