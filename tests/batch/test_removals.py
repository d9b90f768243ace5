"""A run that would remove much of what stands stops, until somebody says why it may."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.conftest import tree
from tests.batch.institutions import LEVELS, submit
from tests.batch.queries import COUNT, NAMES, Campaign, Runner

from cssa.batch.removals import CampaignStanding
from cssa.messages import LANGS, Lang

ALLOWED = COUNT // 10
"""Institutions that a run may remove without being asked."""


@pytest.fixture(scope="module")
def begun(cssa_once: Runner, tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """A campaign of which the forms were processed. Do not write there."""
    return Campaign(tmp_path_factory.mktemp("begun"), cssa_once).start()


@pytest.fixture
def copied(begun: Campaign, cssa_once: Runner, tmp_path: Path) -> Callable[[Lang], Campaign]:
    shutil.copytree(begun.folder, tmp_path, dirs_exist_ok=True)
    return lambda lang: Campaign(tmp_path, cssa_once, lang)


def _take_away(campaign: Campaign, count: int) -> list[str]:
    gone = list(NAMES)[:count]
    for ident in gone:
        (campaign.inbox / f"{ident}.yaml").unlink()
    return gone


@pytest.mark.parametrize("lang", LANGS)
def test_much_is_not_taken_away_unasked(lang: Lang, copied: Callable[[Lang], Campaign]) -> None:
    campaign = copied(lang)
    before = tree(campaign.out)
    gone = _take_away(campaign, ALLOWED + 1)
    said = campaign.run(code=3)
    for ident in gone:
        assert ident in said
        assert NAMES[ident] in said
    assert "--accept-removal" in said
    after = tree(campaign.out)
    assert {name: known for name, known in after.items() if "/kept/" not in name} == {
        name: known for name, known in before.items() if "/kept/" not in name
    }
    campaign.run(code=3)  # it is asked again, not forgotten


def test_what_is_accepted_stands_in_the_ledger_with_the_reason(
    copied: Callable[[Lang], Campaign],
) -> None:
    campaign = copied("en")
    gone = _take_away(campaign, ALLOWED + 1)
    campaign.run("--accept-removal", "sent to us by mistake")
    ledger = json.loads((campaign.out / "private/ledger.json").read_bytes())
    (removal,) = ledger["removals"]
    assert (removal["reason"], removal["institutions"]) == ("sent to us by mistake", gone)
    assert removal["answers"] >= len(gone) * len(LEVELS)
    manifest = (campaign.out / "private/manifest.json").read_text("utf-8")
    assert "sent to us by mistake" in manifest
    before = tree(campaign.out)
    assert "Nothing has changed" in campaign.run()
    assert tree(campaign.out) == before, "the reason stays without being given again"


def test_little_goes_unasked(copied: Callable[[Lang], Campaign]) -> None:
    campaign = copied("en")
    _take_away(campaign, ALLOWED)
    campaign.run()
    ledger = json.loads((campaign.out / "private/ledger.json").read_bytes())
    assert ledger["removals"] == []


def test_what_was_decided_on_a_file_is_not_counted(copied: Callable[[Lang], Campaign]) -> None:
    campaign = copied("en")
    leave = [f"{ident}.yaml,2026-11-10T10:00:00,leave" for ident in list(NAMES)[: ALLOWED + 1]]
    rest = [f"{ident}.yaml,2026-11-10T10:00:00," for ident in list(NAMES)[ALLOWED + 1 :]]
    lines = ["path,received_at,decision", *leave, *rest]
    (campaign.folder / "received.csv").write_text("\n".join(lines), "utf-8")
    campaign.run()
    assert list(campaign.states().values()).count("withdrawn") == ALLOWED + 1


def test_answers_count_as_well_as_institutions(copied: Callable[[Lang], Campaign]) -> None:
    campaign = copied("en")
    for number in range(1, COUNT + 1):
        submit(campaign.inbox, number, {"1-1": 5, "1.1-1": None}, campaign="2026")
    said = campaign.run(code=3)
    assert re.search(
        rf"0 of the {COUNT} institutions with an accepted form and {COUNT} of their", said
    )
    campaign.run("--accept-removal", "this practice was asked by mistake")


def test_nothing_can_be_published_from_a_run_that_stopped(
    copied: Callable[[Lang], Campaign],
) -> None:
    campaign = copied("en")
    _take_away(campaign, ALLOWED + 1)
    campaign.run(code=3)
    code, _, err = campaign.call(
        "batch", "publish", campaign.out, "--approved-by", "a committee", "--on", "2026-12-19",
        "--as-of", "2026-12-19", "--min-group", 5,
    )  # fmt: skip
    assert (code, "again" in err) == (3, True)


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines"])
def test_a_reason_is_a_line(reason: str, copied: Callable[[Lang], Campaign]) -> None:
    assert "--accept-removal" in copied("en").run("--accept-removal", reason, code=2)


MARKS = st.text("01", min_size=6, max_size=6)
WORLDS = st.dictionaries(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), MARKS)


@settings(deadline=None)
@given(before=WORLDS, now=WORLDS)
def test_what_is_lost_is_what_stood_and_no_longer_stands(
    before: dict[str, str], now: dict[str, str]
) -> None:
    stood = {
        (who, n) for who, marks in before.items() for n, mark in enumerate(marks) if mark == "1"
    }
    stands = {(who, n) for who, marks in now.items() for n, mark in enumerate(marks) if mark == "1"}
    removal = CampaignStanding(before).removal(now)
    lost, gone = stood - stands, before.keys() - now.keys()
    assert (removal.answers, set(removal.institutions)) == (len(lost), gone)
    is_large = 10 * len(gone) > len(before) or 10 * len(lost) > len(stood)
    assert removal.is_large == is_large
    assert not CampaignStanding(before).removal(before).is_large
