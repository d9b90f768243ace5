"""Which group an institution is held beside, figure by figure."""

from typing import Any

import pytest
from tests.reports.feedback.conftest import assessed_small, feedback_on, peers_of

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.datafile.types import Text
from cssa.errors import InputError
from cssa.messages import LANGS, Lang
from cssa.peers.comparison.institution import Comparison, compare_with_peers
from cssa.peers.comparison.practice import answer_distribution
from cssa.peers.peers_file import Group, Peers, ShareCell
from cssa.reports.phrases import Phrase, in_language


def changed(peers: Peers, group: str, *, without: str) -> Peers:
    """Return published figures in which a group does not tell one of its figures."""
    data: dict[str, Any] = peers.model_dump(by_alias=True)
    for entry in data["groups"]:
        if entry["id"] == group:
            if without in entry:
                entry[without] = {} if isinstance(entry[without], dict) else None
                if without in ("overall", "below_in_place"):
                    entry[without] = None
            for place in ("domains", "practices"):
                entry[place].pop(without, None)
    data["withheld"] = [*data["withheld"], {"group": group, "figure": without}]
    return Peers.model_validate(data)


def compared_with(peers: Peers, **institution: object) -> Comparison:
    """Return the small institution's comparison, some of what it states of itself changed."""
    workspace, assessed = assessed_small()
    submission = assessed.answers.submission
    stated = submission.institution.model_copy(update=institution)
    submission = submission.model_copy(update={"institution": stated})
    return compare_with_peers(assessed.result, submission, peers, workspace.scoring_data.sectors)


def ids(comparison: Comparison) -> list[str]:
    return [rung.id for rung in comparison.groups]


def test_the_narrowest_group_is_the_one_named() -> None:
    comparison = compared_with(peers_of("large"))
    assert ids(comparison) == ["regional_bank.small", "regional_bank", "all"]
    assert comparison.group
    assert (comparison.group.id, comparison.group.n, comparison.withheld) == (
        "regional_bank.small",
        60,
        (),
    )
    assert {one.group.id for one in comparison.domains.values()} == {"regional_bank.small"}


def test_a_group_that_is_withheld_gives_way_to_the_wider_one() -> None:
    comparison = compared_with(peers_of("hidden"))
    assert comparison.group
    assert comparison.group.id == "all"
    assert [rung.id for rung in comparison.withheld] == ["regional_bank.small", "regional_bank"]
    assert [rung.group for rung in comparison.withheld] == [None, None]
    assert comparison.withheld[0].title.ja.startswith("地方銀行（")
    assert comparison.withheld[1].title.en == "Regional bank"


def with_industry_group(peers: Peers, *, published: bool = True) -> Peers:
    """Return published figures with those of all as an industry group's, too, or with none of it."""
    data: dict[str, Any] = peers.model_dump(by_alias=True)
    everyone, *others = data["groups"]
    title = {"ja": "地域銀行", "en": "Regional and second-tier regional banks"}
    group = {**everyone, "id": "regional_banks", "parent": "all", "title": title, "n": 77}
    for other in others:
        other["parent"] = "regional_banks" if other["parent"] == "all" else other["parent"]
    data["groups"] = [everyone, *([group] if published else []), *others]
    hidden = [] if published else [{"group": "regional_banks", "figure": "*"}]
    data["withheld"] = [*data["withheld"], *hidden]
    return Peers.model_validate(data)


def test_a_small_sub_sector_gives_way_to_its_industry_group() -> None:
    comparison = compared_with(with_industry_group(peers_of("hidden")))
    assert ids(comparison) == ["regional_bank.small", "regional_bank", "regional_banks", "all"]
    assert comparison.group
    assert (comparison.group.id, comparison.group.n) == ("regional_banks", 77)
    assert [rung.id for rung in comparison.withheld] == ["regional_bank.small", "regional_bank"]
    assert {one.group.id for one in comparison.domains.values()} == {"regional_banks"}
    of_others = compared_with(
        with_industry_group(peers_of("hidden")), sector="second_regional_bank"
    )
    assert ids(of_others) == ["regional_banks", "all"], "its own sub-sector has no institution"
    assert ids(compared_with(with_industry_group(peers_of("large")), sector="trust")) == ["all"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_narrower_group_that_is_withheld_is_named(lang: Lang) -> None:
    view = feedback_on(with_industry_group(peers_of("hidden"), published=False))
    assert [rung.id for rung in view.comparison.withheld] == [
        "regional_bank.small",
        "regional_bank",
        "regional_banks",
    ]
    titles = [rung.title.get(lang) for rung in view.comparison.withheld]
    note = in_language(view.notes[0], lang)
    assert all(title in note for title in titles)
    withheld = [in_language(sentence, lang) for sentence in view.withheld]
    assert all(any(title in sentence for sentence in withheld) for title in titles)


def test_each_figure_falls_back_by_itself() -> None:
    comparison = compared_with(peers_of("ten"))
    assert comparison.group
    assert comparison.group.id == "regional_bank.small"
    groups = {one.practice: one.group.id for one in comparison.practices}
    assert groups["1-1"] == "regional_bank.small"
    assert groups["2.1-2"] == "regional_bank", "its shares are withheld of the band"

    comparison = compared_with(changed(peers_of("large"), "regional_bank.small", without="2"))
    assert comparison.domains["1"].group.id == "regional_bank.small"
    assert comparison.domains["2"].group.id == "regional_bank"

    comparison = compared_with(
        changed(peers_of("large"), "regional_bank.small", without="below_in_place")
    )
    assert comparison.below_in_place
    assert comparison.below_in_place.group.id == "regional_bank"


def test_a_group_is_named_when_only_domains_are_told_of_it() -> None:
    peers = changed(peers_of("large"), "regional_bank.small", without="overall")
    comparison = compared_with(peers)
    assert comparison.group
    assert comparison.group.id == "regional_bank.small"
    assert comparison.overall
    assert comparison.overall.group.id == "regional_bank"


def test_a_group_of_which_only_practices_are_told_is_not_the_one_named() -> None:
    peers = peers_of("large")
    for figure in ("overall", "1", "2", "3"):
        peers = changed(peers, "regional_bank.small", without=figure)
    comparison = compared_with(peers)
    assert comparison.group
    assert comparison.group.id == "regional_bank"
    assert [rung.id for rung in comparison.withheld] == ["regional_bank.small"]
    assert {one.group.id for one in comparison.practices} == {"regional_bank.small"}


def test_what_is_published_of_a_narrower_group_is_not_counted_as_of_a_wider_one() -> None:
    peers = peers_of("large")
    for figure in ("overall", "1", "2", "3"):
        peers = changed(peers, "regional_bank.small", without=figure)
    told = [phrase.code for phrase in feedback_on(peers).withheld]
    assert [code for code in told if "wider" in code] == []
    for group in ("regional_bank.small", "regional_bank"):
        peers = changed(peers, group, without="1-1")
    of_all = Phrase("feedback.withheld.practices_wider", {"count": 1})
    assert of_all in feedback_on(peers).withheld


def test_without_a_size_it_belongs_to_its_sub_sector() -> None:
    comparison = compared_with(peers_of("large"), size=None)
    assert (ids(comparison), comparison.withheld) == (["regional_bank", "all"], ())


def test_a_sub_sector_without_a_group_is_held_beside_all_and_nothing_is_withheld() -> None:
    comparison = compared_with(peers_of("large"), sector="trust")
    assert (ids(comparison), comparison.withheld) == (["all"], ())


def test_the_second_dimension_may_be_the_core_system() -> None:
    data = peers_of("large").model_dump_json(by_alias=True)
    peers = Peers.model_validate_json(data.replace('"regional_bank.small"', '"regional_bank.own"'))
    flags = assessed_small()[1].answers.submission.institution.profile
    own = flags["cloud"].model_copy(update={"value": False})
    comparison = compared_with(peers, profile={**flags, "shared_system": own})
    assert ids(comparison) == ["regional_bank.own", "regional_bank", "all"]
    assert ids(compared_with(peers)) == ["regional_bank", "all"], "not stated"


def test_nothing_told_at_all_is_an_answer_too() -> None:
    peers = peers_of("hidden").model_copy(update={"groups": ()})
    comparison = compared_with(peers)
    assert (
        comparison.group,
        comparison.overall,
        comparison.domains,
        comparison.below_in_place,
    ) == (
        None,
        None,
        {},
        None,
    )
    assert (comparison.practices, comparison.trailing, comparison.widespread) == ((), (), ())


@pytest.mark.parametrize(("change", "code"), [
    ({"id": "other"}, "peers.other_checklist"),
    ({"version": "2"}, "peers.other_checklist"),
    ({"fingerprint": "sha256:00"}, "peers.other_edition"),
])  # fmt: skip
def test_figures_of_another_checklist_are_refused(change: dict[str, str], code: str) -> None:
    peers = peers_of("large")
    other = peers.checklist.model_copy(update=change)
    with pytest.raises(InputError) as refused:
        compared_with(peers.model_copy(update={"checklist": other}))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_figures_by_another_scheme_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        compared_with(peers_of("large").model_copy(update={"scheme": "all-practices"}))
    assert [(problem.code, problem.params) for problem in refused.value.problems] == [
        ("peers.other_scheme", {"now": "maturity", "then": "all-practices"})
    ]


def test_figures_of_another_campaign_are_told_as_such() -> None:
    peers = peers_of("large")
    assert not compared_with(peers).is_other_campaign
    assert compared_with(peers.model_copy(update={"campaign": "2025"})).is_other_campaign


def test_trailing_is_where_the_group_has_a_higher_median_largest_first() -> None:
    comparison = compared_with(peers_of("large"))
    assert comparison.trailing
    lags = [(practice.lag, practice.share_above_own or 0) for practice in comparison.trailing]
    assert lags == sorted(lags, reverse=True)
    for practice in comparison.practices:
        median = practice.distribution.median
        trails = practice.own is not None and median is not None and practice.own < median
        assert (practice in comparison.trailing) == trails


def test_what_is_not_counted_trails_nowhere_and_unanswered_counts_as_0() -> None:
    result = assessed_small()[1].result
    status = {
        practice.id: practice.status for domain in result.domains for practice in domain.practices
    }
    for practice in compared_with(peers_of("large")).practices:
        if status[practice.practice] == "unanswered":
            assert practice.own == 0
        elif status[practice.practice] != "answered":
            assert (practice.own, practice.lag, practice.share_above_own) == (None, 0, None)


def test_widespread_is_what_half_of_the_group_is_early_with() -> None:
    comparison = compared_with(peers_of("large"))
    for practice in comparison.practices:
        early = sum(practice.cell.shares.get(level, 0) for level in "012")
        assert (practice in comparison.widespread) == (early >= 50)
    shares = [practice.distribution.share_not_in_use or 0 for practice in comparison.widespread]
    assert shares == sorted(shares, reverse=True)


GROUP = Group(id="all", title=Text(ja="全機関", en="All"), n=20)


@pytest.mark.parametrize(("shares", "median"), [
    ({"1": 50, "3": 50}, 1),              # the lower of the two in the middle
    ({"1": 49, "3": 51}, 3),
    ({"0": 10, "2": 20, "na": 70}, 2),    # of those with a level
    ({"na": 60, "not_adopted": 40}, None),
    ({"5": 100}, 5),
])  # fmt: skip
def test_the_median_level_comes_from_those_with_a_level(
    shares: dict[str, int], median: int | None
) -> None:
    assert answer_distribution(GROUP, ShareCell(n=20, shares=shares), SIX_LEVELS).median == median


def test_of_a_blurred_practice_only_the_one_class_is_said() -> None:
    comparison = answer_distribution(
        GROUP, ShareCell(n=20, shares={"3": 95}, blurred="3"), SIX_LEVELS
    )
    assert comparison.median == 3
    assert tuple(comparison.share_above.values()) == (95, 95, 95, None, None, None)
    assert comparison.share_not_in_use is None
    comparison = answer_distribution(
        GROUP, ShareCell(n=20, shares={"na": 95}, blurred="na"), SIX_LEVELS
    )
    assert (
        comparison.median,
        comparison.share_not_in_use,
        set(comparison.share_above.values()),
    ) == (
        None,
        None,
        {None},
    )


def test_rounded_shares_never_sum_to_more_than_everyone() -> None:
    comparison = answer_distribution(
        GROUP, ShareCell(n=20, shares={"1": 34, "2": 34, "4": 33}), SIX_LEVELS
    )
    assert comparison.share_above[0] == 100
