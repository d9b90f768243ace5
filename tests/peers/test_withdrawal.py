"""A published figure that is withdrawn cannot be worked out from what is left."""

from collections.abc import Iterator, Mapping

import pytest
from tests.peers.adversary import derivable
from tests.reports.aggregate.worlds import SCHEME, SMALL, World, checklist

from cssa.cli.environment import open_workspace
from cssa.errors import UsageError
from cssa.peers.composition import composition
from cssa.peers.groups import group_tree
from cssa.peers.member import Member
from cssa.peers.peers_file import CONTINUING, EVERY_FIGURE, Peers, Withheld, cell_of, without
from cssa.peers.withdrawal import with_dependants, withdraw

SECTORS = {"shinkin": 60, "regional_bank": 45, "life": 30, "exchange": 3}
INDUSTRY_GROUPS = {"shinkin": 60, "shinkumi": 30, "regional_bank": 45, "second_regional_bank": 20}


@pytest.fixture(scope="module", params=[SECTORS, INDUSTRY_GROUPS], ids=["flat", "industry groups"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param, SMALL, again=True)


def _has(figure: str, member: Member, world: World) -> bool:
    """Tell whether a member has a value for a figure."""
    population = world.population
    for ids, values in (
        (population.domains, member.domains),
        (population.sections, member.sections),
    ):
        if figure in ids:
            return values[ids.index(figure)] is not None
    if figure in population.practices:
        return member.answer_codes[population.practices.index(figure)] not in "uoi"
    return True


def _sets(world: World, figure: str, peers: Peers) -> dict[str, frozenset[str]]:
    """Return the institutions in each group's figure that is published."""
    members = world.population.members
    root = group_tree(members, open_workspace().scoring_data.sectors, "size")
    found = {}
    for group in root.walk():
        holder = peers.group(group.id)
        if holder is not None and cell_of(holder, figure) is not None:
            found[group.id] = frozenset(
                members[index].id
                for inside in group.walk()
                for index in inside.direct_members
                if _has(figure, members[index], world)
            )
            cell = cell_of(holder, figure)
            assert cell is not None
            assert len(found[group.id]) == cell.n
    return found


def _cells(peers: Peers) -> dict[tuple[str, str], object]:
    holders = {group.id: group for group in peers.groups}
    found: dict[tuple[str, str], object] = {
        (name, figure): cell_of(holders[name], figure)
        for name, figures in peers.cells.items()
        if name != CONTINUING
        for figure in figures
    }
    if peers.continuing is not None:
        for figure in peers.cells[CONTINUING]:
            found[CONTINUING, figure] = cell_of(peers.continuing, figure)
    return found


def _withdrawable(peers: Peers) -> Iterator[tuple[str, str]]:
    for group, figures in peers.cells.items():
        yield from ((group, figure) for figure in figures)
        yield group, EVERY_FIGURE


def test_what_is_left_is_as_it_was_published(world: World) -> None:
    before = world.publication.peers
    published = _cells(before)
    assert len(published) > 60
    for group, figure in _withdrawable(before):
        after, withdrawn = withdraw(before, world.population.parts, group, figure)
        left = _cells(after)
        assert left.items() <= published.items()
        gone = {(cell.group, cell.figure) for cell in withdrawn}
        assert gone == published.keys() - left.keys()
        if figure == EVERY_FIGURE:
            assert group not in after.cells
        else:
            assert (group, figure) in gone


def test_whatever_is_gone_is_listed_as_withheld_and_only_that(world: World) -> None:
    before = world.publication.peers
    for group, figure in _withdrawable(before):
        after, withdrawn = withdraw(before, world.population.parts, group, figure)
        listed = {(one.group, one.figure) for one in after.withheld}
        assert len(listed) == len(after.withheld)
        for cell in withdrawn:
            name = cell.figure if cell.group in after.cells else EVERY_FIGURE
            assert (cell.group, name) in listed
        assert all(one not in _cells(after) for one in listed)
        emptied = [one for one in after.withheld if one.group not in after.cells]
        assert {one.figure for one in emptied} <= {EVERY_FIGURE}


def test_no_subtraction_gives_a_withdrawn_figure_back(world: World) -> None:
    before = world.publication.peers
    tried = 0
    for group, figure in _withdrawable(before):
        if group == CONTINUING or figure == EVERY_FIGURE:
            continue
        target = _sets(world, figure, before)[group]
        left = _sets(world, figure, withdraw(before, world.population.parts, group, figure).peers)
        if left:
            assert target not in set(derivable(list(left.values()))), (group, figure)
            tried += 1
    assert tried > 20


def test_the_search_finds_a_figure_that_was_taken_out_alone(world: World) -> None:
    peers = world.publication.peers
    found = 0
    for group, figure in _withdrawable(peers):
        holder = peers.group(group)
        if holder is None or figure == EVERY_FIGURE:
            continue
        groups = tuple(without(one, {figure}) if one is holder else one for one in peers.groups)
        alone = _sets(world, figure, peers.model_copy(update={"groups": groups}))
        target = _sets(world, figure, peers)[group]
        found += bool(alone) and target in set(derivable(list(alone.values())))
    assert found > 0


def test_a_wider_group_of_the_same_institutions_goes_too() -> None:
    world = World({"shinkin": 40}, SMALL)
    before = world.publication.peers
    assert {"overall"} <= set(before.cells["all"]) & set(before.cells["shinkin"])
    after, withdrawn = withdraw(before, world.population.parts, "shinkin", "overall")
    assert ("all", "overall") in {(cell.group, cell.figure) for cell in withdrawn}
    assert "overall" not in after.cells.get("all", ())


BASICS = {"1-1", "1.1-1", "2.1-1", "2.1-2", "3.1-1", "3.1-2"}
SECTIONS_AND_DOMAINS = {"1", "1.1", "2", "2.1", "3", "3.1"}
DEPENDANTS: Mapping[str, set[str]] = {
    "below_in_place": BASICS | SECTIONS_AND_DOMAINS,
    "overall": BASICS | SECTIONS_AND_DOMAINS,
    "1": {"1-1", "1.1", "1.1-1"},
    "1.1": {"1.1-1", "1"},  # domain 1 is its own practice and this section
    "1-1": {"1"},
    "2.1": {"2.1-1", "2.1-2", "2"},  # the only section of its domain
    "2.1-1": {"2.1", "2"},  # one of two that enter the score of its section
    "2.1-a": set(),  # desirable: no score has it
}


@pytest.mark.parametrize("figure", DEPENDANTS)
def test_a_figure_goes_with_what_it_follows_from(figure: str) -> None:
    assert (
        with_dependants(figure, composition(checklist(SMALL), SCHEME))
        == {figure} | DEPENDANTS[figure]
    )


def test_sections_within_sections_are_parts() -> None:
    found = with_dependants("2.2.1", composition(checklist(None), SCHEME))
    assert {"2.2.1.1", "2.2.1.2", "2.2.1.1-1"} <= found
    assert "2.2.2" not in found
    assert "2.2" not in found


@pytest.mark.parametrize(
    ("group", "figure", "code"),
    [
        ("trust", EVERY_FIGURE, "peers.withdraw.no_group"),
        ("", EVERY_FIGURE, "peers.withdraw.no_group"),
        ("all", "2.2", "peers.withdraw.no_figure"),
        ("all", "2.1.1", "peers.withdraw.no_figure"),
    ],
)
def test_what_is_not_published_cannot_be_withdrawn(
    group: str, figure: str, code: str, world: World
) -> None:
    with pytest.raises(UsageError) as error:
        withdraw(world.publication.peers, world.population.parts, group, figure)
    assert [problem.code for problem in error.value.problems] == [code]


def test_a_figure_cannot_be_withdrawn_twice(world: World) -> None:
    after = withdraw(world.publication.peers, world.population.parts, "all", "overall").peers
    assert Withheld(group="all", figure="overall") in after.withheld
    with pytest.raises(UsageError):
        withdraw(after, world.population.parts, "all", "overall")
