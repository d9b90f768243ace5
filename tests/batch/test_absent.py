"""Runs in which nobody states what need not be stated."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.institutions import CHECKLIST, submit

FORMATS = "html,json,md,xlsx"

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
def test_a_run_takes_what_states_nothing_more(
    stated: dict[str, Any], lang: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    for number in range(12):
        submit(inbox, number, **stated)
    asked = ("batch", "run", inbox, "-o", out, "-c", CHECKLIST, "--formats", FORMATS)
    done = cssa_inline(*asked, lang=lang)
    assert done.code == 0, done.err
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    assert ledger["totals"]["institution_states"]["missing"] == 0
    assert len(list((out / "feedback").glob("*/*"))) == 12 * 4
    peers = json.loads((out / "public/peers.json").read_bytes())
    assert peers.get("campaign") == stated.get("campaign")
    assert peers["groups"][0]["n"] == 12
    assert "None" not in (out / "public/aggregate.md").read_text(encoding="utf-8")


def test_a_single_institution_that_states_nothing_is_enough(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    submit(tmp_path / "in", 1)
    out = tmp_path / "out"
    done = cssa_inline("batch", "run", tmp_path / "in", "-o", out, "-c", CHECKLIST)
    assert done.code == 0, done.err
    assert json.loads((out / "public/peers.json").read_bytes())["groups"] == []
