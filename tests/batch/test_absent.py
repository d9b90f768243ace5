"""Runs in which nobody states what need not be stated."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.institutions import CHECKLIST, ENOUGH, submit

FORMATS = "html,json,md,xlsx"

APPROVAL = ("--approved-by", "理事会", "--on", "2026-12-01", "--as-of", "2026-12-01")

SIZE, PROFILE = "institution__size", "institution__profile"

FILES: dict[str, dict[str, Any]] = {
    "nothing that may be left out": {},
    "a campaign": {"campaign": "2026"},
    "a date": {"assessed_on": "2026-11-02"},
    "a size": {SIZE: 300_000_000_000},
    "a profile": {PROFILE: {"wireless_lan": True, "shared_system": True}},
    "all of it": {
        "campaign": "2026",
        "assessed_on": "2026-11-02",
        SIZE: 300_000_000_000,
        PROFILE: {"wireless_lan": True, "shared_system": False},
    },
}


@pytest.mark.parametrize("stated", FILES.values(), ids=FILES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_campaign_of_answers_that_state_nothing_more_is_run_and_published(
    stated: dict[str, Any], lang: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    for number in range(ENOUGH):
        submit(inbox, number, **stated)
    asked = ("batch", "run", inbox, "-o", out, "-c", CHECKLIST, "--formats", FORMATS)
    for command in (asked, ("batch", "publish", out, *APPROVAL)):
        done = cssa_inline(*command, lang=lang)
        assert done.code == 0, done.err
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    assert ledger["totals"]["institution_states"]["missing"] == 0
    assert len(list((out / "feedback").glob("*/*"))) == ENOUGH * 4
    peers = json.loads((out / "public/peers.json").read_bytes())
    assert peers.get("campaign") == stated.get("campaign")
    assert peers["groups"][0]["n"] == ENOUGH
    assert "None" not in (out / "public/aggregate.md").read_text(encoding="utf-8")
    again = cssa_inline(*asked, lang=lang)
    assert again.code == 0, again.err


def test_a_single_institution_that_states_nothing_is_enough(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    submit(tmp_path / "in", 1)
    out = tmp_path / "out"
    asked = ("batch", "run", tmp_path / "in", "-o", out, "-c", CHECKLIST)
    for command in (asked, ("batch", "publish", out, *APPROVAL)):
        done = cssa_inline(*command)
        assert done.code == 0, done.err
    assert json.loads((out / "public/peers.json").read_bytes())["groups"] == []


def test_two_campaigns_without_an_id_are_held_side_by_side(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    for year in (2025, 2026):
        for number in range(12):
            submit(tmp_path / f"in-{year}", number + year % 2, assessed_on=f"{year}-11-02")
        inbox, out = tmp_path / f"in-{year}", tmp_path / f"out-{year}"
        previous = ("--previous", tmp_path / "out-2025") if year == 2026 else ()
        as_of = ("--as-of", f"{year}-12-01")
        approval = ("--approved-by", "理事会", "--on", f"{year}-12-01", *as_of)
        for command in (
            ("run", inbox, "-o", out, "-c", CHECKLIST, *as_of, *previous),
            ("publish", out, *approval, *previous),
        ):
            done = cssa_inline("batch", *command)
            assert done.code == 0, done.err
    text = (tmp_path / "out-2026/public/aggregate.md").read_text(encoding="utf-8")
    assert "None" not in text
