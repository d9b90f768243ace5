"""What each edition tells: the public one nothing by sub-sector, the restricted one all reasons."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.reports.aggregate.worlds import CAMPAIGN, World
from tests.reports.report.test_words import VERDICTS
from tests.reports.report.workbook import cells, load, tables, texts

from cssa.answers.campaign import Campaign
from cssa.checklist.model import Checklist
from cssa.cli.environment import open_workspace
from cssa.datafile.types import AnyText
from cssa.messages import LANGS, Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.peers.peers_file import ROOT, Group, Peers
from cssa.peers.rules import Rules
from cssa.reports.aggregate.aggregate_view import AggregateView, build_aggregate_view
from cssa.reports.aggregate.methodology import method
from cssa.reports.aggregate.participation import Participation, ResponseCounts
from cssa.reports.formats.aggregate import (
    HtmlAggregate,
    JsonAggregate,
    MarkdownAggregate,
    WorkbookAggregate,
)
from cssa.reports.formats.registry import AGGREGATE_FORMATS

WITHHELD = "秘匿と理由"

INDUSTRY_GROUPS = tuple(group.id for group in open_workspace().scoring_data.sectors.industry_groups)


def rendered(view: AggregateView, lang: Lang = "ja") -> dict[str, str]:
    """Return every format of a view as text; of a workbook, its cells and charts."""
    documents: dict[str, str] = {}
    for name, format_ in AGGREGATE_FORMATS.items():
        document = format_.render(view, lang)
        if isinstance(document, bytes):
            shown = [repr(cell.value) for _, cell in cells(load(document))]
            document = "\n".join(shown)
        documents[name] = document
    return documents


def without_sectors(peers: Peers) -> Peers:
    """Return the same groups with every figure by sub-sector gone."""
    groups = tuple(
        group
        if group.id in (ROOT, *INDUSTRY_GROUPS)
        else Group(id=group.id, parent=group.parent, title=group.title, n=group.n)
        for group in peers.groups
    )
    return peers.model_copy(update={"groups": groups})


def test_the_public_edition_needs_no_figure_by_sub_sector(large: Callable[[], World]) -> None:
    world = large()
    peers = world.publication.peers
    assert any(group.practices for group in peers.groups if group.id != ROOT)
    blind = build_aggregate_view(without_sectors(peers), world.sources, world.participation)
    assert rendered(blind) == rendered(world.view())


def test_the_public_edition_has_the_figures_of_industry_groups(
    large: Callable[[], World], read_page: Callable[[str], Any]
) -> None:
    world = large()
    cooperative = world.publication.peers.group("cooperative_institutions")
    assert cooperative is not None
    published = cooperative.model_dump(exclude_none=True)
    document = json.loads(JsonAggregate().render(world.view(), "en"))
    everyone, shown = document["by_industry_group"]
    assert (everyone["id"], everyone["n"]) == (ROOT, 203)
    assert (shown["id"], shown["n"]) == ("cooperative_institutions", 113)
    assert shown["overall"] == published["overall"]
    assert shown["domains"] == published["domains"]
    assert shown["below_in_place"] == published["below_in_place"]
    rows = tables(load(WorkbookAggregate().render(world.view(), "ja")))["業態グループ別の値"]
    assert [row["平均"] for row in rows if row["集計区分"] == "協同組織金融機関"] == [
        cell["mean"]
        for cell in (
            published["overall"], *published["domains"].values(), published["below_in_place"],
        )
    ]  # fmt: skip
    for lang in LANGS:
        heading = message(lang, "aggregate.h.by_industry_group")
        public, issuers = (world.view(restricted=restricted_) for restricted_ in (False, True))
        assert heading in MarkdownAggregate().render(public, lang)
        assert (2, heading) in read_page(HtmlAggregate().render(public, lang)).headings
        assert heading not in MarkdownAggregate().render(issuers, lang), "it has all groups"


def test_without_industry_groups_the_public_edition_has_no_table_of_them(small: World) -> None:
    assert json.loads(JsonAggregate().render(small.view(), "en"))["by_industry_group"] == []
    for lang in LANGS:
        heading = message(lang, "aggregate.h.by_industry_group")
        assert all(heading not in text for text in rendered(small.view(), lang).values())


def test_a_heat_map_is_darker_where_scores_are_higher(large: Callable[[], World]) -> None:
    view = large().view(restricted=True)
    assert view.restricted is not None
    cells = [cell for group in view.restricted.groups for cell in group.scores if cell is not None]
    shades = {cell.median: view.shade(cell) for cell in cells if cell.median is not None}
    assert [shades[median] for median in sorted(shades)] == sorted(
        shade for shade in shades.values() if shade is not None
    )
    assert all(shade == int(median) for median, shade in shades.items())
    assert len({*shades.values()}) > 1
    page = HtmlAggregate().render(view, "en")
    assert page.count('class="n heat l') == len(cells)
    assert "heat l" not in HtmlAggregate().render(large().view(), "en")
    book = load(WorkbookAggregate().render(view, "en"))
    (rule,) = [
        rule
        for area in book["Medians (or means) by group"].conditional_formatting
        for rule in area.rules
    ]
    assert rule.type == "colorScale"


def test_the_public_edition_tells_no_number_of_a_withheld_group(small: World) -> None:
    hidden = {entry.group for entry in small.publication.withheld if entry.figure == "*"}
    assert "trust" in hidden
    other = small.participation._replace(
        sectors={
            name: ResponseCounts(9876, 9875, 9874, 9873) for name in small.participation.sectors
        }
    )
    blind = build_aggregate_view(small.publication.peers, small.sources, other)
    assert rendered(blind) == rendered(small.view())
    assert "9873" in rendered(restricted(small, other))["json"], "the search finds it elsewhere"
    for text in rendered(small.view()).values():
        assert "信託銀行" in text
        assert not re.search(r"信託銀行[^。]{0,40}(n＝|機関数)", text)
        assert message("ja", "peers.withheld.too_few") not in text


def restricted(world: World, participation: Participation) -> AggregateView:
    return build_aggregate_view(
        world.publication.peers, world.sources, participation, world.publication.withheld
    )


def test_the_restricted_edition_tells_all_that_is_withheld(large: Callable[[], World]) -> None:
    world = large()
    view = world.view(restricted=True)
    withheld = json.loads(JsonAggregate().render(view, "ja"))["restricted"]["withheld"]
    expected = {
        (entry.group, figure): (entry.n, message("ja", entry.code))
        for entry in world.publication.withheld
        for figure in [entry.figure]
    }
    assert {reason for _, reason in expected.values()} >= {
        message("ja", f"peers.withheld.{code}") for code in ("too_few", "complement")
    }
    shown = {
        (entry["group"], figure): (n, entry["reason"])
        for entry in withheld
        for figure, n in entry["figures"].items()
    }
    assert shown == expected
    rows = tables(load(WorkbookAggregate().render(view, "ja")))[WITHHELD]
    assert len(rows) == len(expected)
    assert sum(row["機関数"] for row in rows) == sum(n for n, _ in expected.values())


def test_each_edition_says_where_the_reasons_are_and_what_to_quote(small: World) -> None:
    public, restricted = (rendered(small.view(restricted=is_it)) for is_it in (False, True))
    for text in public.values():
        assert message("ja", "aggregate.groups.untold") in text
        assert message("ja", "aggregate.groups.told") not in text
        assert message("ja", "aggregate.cite.restricted") not in text
    for text in restricted.values():
        assert message("ja", "aggregate.groups.told") in text
        assert message("ja", "aggregate.groups.untold") not in text
        assert message("ja", "aggregate.cite.restricted") in text


def test_a_section_without_a_published_mean_says_so(small: World) -> None:
    view = small.view()
    listed = {entry.figure for entry in small.publication.peers.withheld if entry.group == ROOT}
    sections = [
        section for domain in view.domains for section in domain.sections if section.id != domain.id
    ]
    hidden = [section for section in sections if section.is_withheld]
    assert hidden
    assert {section.id for section in hidden} == listed & {section.id for section in sections}
    assert all(section.cell is None for section in hidden)
    words = message("ja", "aggregate.shares.withheld")
    for name in ("html", "md"):
        assert rendered(view)[name].count(words) == len(hidden)


def test_a_checklist_without_sections_withholds_no_mean_of_them(small: World) -> None:
    domains = tuple(
        domain.model_copy(update={"sections": ()}) for domain in small.checklist.domains
    )
    sources = replace(
        small.sources, checklist=small.checklist.model_copy(update={"domains": domains})
    )
    view = build_aggregate_view(small.publication.peers, sources, small.participation)
    for lang in LANGS:
        heading = message(lang, "aggregate.h.sections")
        assert heading in "".join(rendered(small.view(), lang).values())
        assert all(heading not in text for text in rendered(view, lang).values())


def test_the_method_says_how_much_of_a_domain_is_answered(small: World) -> None:
    def codes(checklist: Checklist) -> set[str]:
        return {phrase.code for phrase in method(small.publication.peers, checklist, CAMPAIGN)}

    of_one = small.checklist.model_copy(update={"domains": small.checklist.domains[:1]})
    assert "peers.method.domains" in codes(small.checklist)
    assert "peers.method.one_domain" in codes(of_one)
    assert not {"peers.method.domains", "peers.method.one_domain"} & codes(
        small.checklist.model_copy(update={"scored": False})
    )


def test_figures_are_those_published(large: Callable[[], World]) -> None:
    world = large()
    document = json.loads(JsonAggregate().render(world.view(restricted=True), "en"))
    root = world.publication.peers.group(ROOT)
    assert root is not None
    published = root.model_dump(exclude_none=True)
    assert document["overall"] == published["overall"]
    assert document["below_in_place"] == published["below_in_place"]
    assert {domain["id"]: domain["score"] for domain in document["domains"]} == published["domains"]
    sections = [section for domain in document["domains"] for section in domain["sections"]]
    shown = {section["id"]: section["score"] for section in sections if section["score"]}
    assert shown == published["sections"]
    practices = [practice for domain in document["domains"] for practice in domain["practices"]]
    practices += [practice for section in sections for practice in section["practices"]]
    shown = {practice["id"]: practice["answers"] for practice in practices if practice["answers"]}
    assert shown == published["practices"]
    by_group = {group["id"]: group["domains"] for group in document["restricted"]["groups"]}
    for group in world.publication.peers.groups:
        domains = {name: cell for name, cell in by_group[group.id].items() if cell}
        assert domains == group.model_dump(exclude_none=True)["domains"]


@pytest.mark.parametrize("lang", LANGS)
def test_no_figure_has_more_decimals_than_are_told(lang: Lang, large: Callable[[], World]) -> None:
    view = large().view(restricted=True)
    for name, text in rendered(view, lang).items():
        bare = re.sub("<style>.*?</style>", "", text, flags=re.DOTALL)
        figures = re.findall(r"(?<![\d.:a-z])\d+\.\d+(?![\d.a-z-])", bare)
        assert len(figures) > 250
        assert [figure for figure in figures if len(figure.partition(".")[2]) > 1] == [], name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", ["public", "restricted"])
def test_no_word_judges_or_praises(
    edition: str, lang: Lang, large: Callable[[], World], read_page: Callable[[str], Any]
) -> None:
    view = large().view(restricted=edition == "restricted")
    shown = "".join(read_page(HtmlAggregate().render(view, lang)).words)
    for number in range(1, 6):
        shown = shown.replace(message(lang, f"disclaimer.{number}"), "")
    titles: list[AnyText] = [place.practice.title for place in view.sources.checklist.walk()]
    titles += [section.title for domain in view.domains for section in domain.sections]
    for title in sorted((title.get(lang) for title in titles), key=len, reverse=True):
        shown = shown.replace(title, "")
    assert VERDICTS[lang].findall(shown) == []
    assert len(shown) > 3000


@pytest.mark.parametrize("lang", LANGS)
def test_the_restricted_edition_says_how_to_share_it(lang: Lang, small: World) -> None:
    handling, last = message(lang, "handling"), message(lang, "disclaimer.5")
    for restricted_ in (True, False):
        for text in rendered(small.view(restricted=restricted_), lang).values():
            assert (handling in text, last in text) == (restricted_, restricted_)
            for laid_down in (CAMPAIGN.marking, CAMPAIGN.use):
                assert laid_down
                assert (laid_down.get(lang) in text) == restricted_
            assert (TYPOGRAPHY[lang].date(date(2029, 3, 31)) in text) == restricted_


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", ["public", "restricted"])
def test_markdown_has_the_headings_of_the_page_in_its_order(
    edition: str, lang: Lang, small: World, read_page: Callable[[str], Any]
) -> None:
    view = small.view(restricted=edition == "restricted")
    page = read_page(HtmlAggregate().render(view, lang)).headings
    markdown = re.findall(r"^(#+) (.+)$", MarkdownAggregate().render(view, lang), re.MULTILINE)
    assert [(len(marks), text.replace("\\", "")) for marks, text in markdown] == [
        (level, " ".join(text.split())) for level, text in page
    ]
    assert len(page) > 15


def test_a_campaign_of_few_says_what_it_withholds() -> None:
    world = World({"regional_bank": 4})
    view = world.view(restricted=True)
    assert view.n is None
    for lang in LANGS:
        documents = rendered(view, lang)
        assert message(lang, "aggregate.lead.none") in documents["html"]
        assert json.loads(documents["json"])["overall"] is None


def test_a_campaign_of_seven_tells_means_alone() -> None:
    documents = rendered(World({"regional_bank": 7}, rules=Rules(min_group=5)).view(), "en")
    document = json.loads(documents["json"])
    assert set(document["overall"]) == {"n", "mean"}
    assert not any(
        practice["answers"] for practice in document["domains"][0]["sections"][0]["practices"]
    )
    assert "The mean overall maturity" in documents["md"]


def test_words_of_the_issuer_stay_words(small: World) -> None:
    hostile = "=HYPERLINK(1)<script>alert(1)</script>|{{ 7*7 }}"
    named = {"schema": "cssa.campaign/1", **CAMPAIGN.model_dump(exclude={"schema_"})}
    campaign = Campaign.model_validate(
        {**named, "title": hostile, "issuer": hostile, "contact": hostile}
    )
    sources = replace(small.sources, campaign=campaign)
    view = build_aggregate_view(small.publication.peers, sources, small.participation)
    assert "<script>" not in HtmlAggregate().render(view, "ja")
    assert "<script>" not in MarkdownAggregate().render(view, "ja")
    book = load(WorkbookAggregate().render(view, "ja"))
    assert hostile in texts(book)
    assert not [cell for _, cell in cells(book) if cell.data_type == "f"]
