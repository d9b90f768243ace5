"""Every figure of the aggregate that rests on one campaign, from the views, to the digit."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.program import Run

ROOT = Path(__file__).resolve().parents[2]
ON = "2026-12-19"
NEARLY_ALL, HARDLY_ANY = 95, 5


@dataclass(frozen=True)
class Published:
    """A published batch, with what the views of its store give."""

    out: Path

    def json(self, name: str) -> Any:
        return json.loads((self.out / name).read_bytes())

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.out / "private/population.sqlite")) as store:
            return store.execute(query).fetchall()


KINDS = ROOT / "tests/checklists/kinds/1"
CAMPAIGNS = {
    "guideline": ((), 48, ()),
    "guideline-by-core-system": ((), 48, ("--second", "core_system", "--min-group", "5")),
    "every-kind": (("-c", KINDS), 44, ()),
}
"""By name: the checklist, the institutions, the rules of publishing."""


@pytest.fixture(scope="module", params=CAMPAIGNS)
def published(
    request: pytest.FixtureRequest, cssa_once: Callable[..., Run], make_once: Callable[..., Path]
) -> Published:
    checklist, count, rules = CAMPAIGNS[request.param]

    def run(*arguments: object) -> None:
        done = cssa_once(*arguments, lang="en")
        assert done.code == 0, done.err

    def draw(folder: Path) -> None:
        asked = ("--institutions", count, "--seed", 5, "--no-forms", *checklist)
        run("population", "generate", *asked, "-o", folder / "drawn")

    def make(folder: Path) -> None:
        drawn = make_once(f"drawn-{count}", draw) / "drawn"
        named = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
        asked = ("--formats", "json", *checklist)
        run("batch", "run", drawn / "answers", "-o", folder / "out", *named, *asked)
        approval = ("--approved-by", "Board", "--on", ON, "--as-of", ON)
        run("batch", "publish", folder / "out", *rules, *approval)

    return Published(make_once(f"figures-{request.param}", make) / "out")


def numeric_cells(group: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the figures of a published group that are distributions of numbers."""
    for name in ("overall", "below_in_place"):
        if name in group:
            yield name, group[name]
    yield from group["domains"].items()
    yield from group["sections"].items()
    for practice, cell in group["answers"].items():
        if "median" in cell:
            yield f"{practice}:value", cell


def test_scores_counts_and_numbers(published: Published) -> None:
    stored: dict[tuple[str, str], dict[str, Any]] = {}
    for group, figure, n, mean, sd in published.ask(
        "SELECT peer_group, figure, group_means.n, mean, sd FROM group_means"
        " JOIN group_deviations USING (campaign, peer_group, figure)"
    ):
        stored[group, figure] = {"n": n, "mean": mean, "sd": sd}
    for group, figure, quantile, value in published.ask(
        "SELECT peer_group, figure, quantile, value FROM group_quantiles"
    ):
        stored[group, figure][quantile] = value
    cells = [
        (group["id"], figure, cell)
        for group in published.json("public/peers.json")["groups"]
        for figure, cell in numeric_cells(group)
    ]
    for group, figure, cell in cells:
        assert cell.items() <= stored[group, figure].items(), (group, figure)
    assert {group for group, *_ in cells} > {"all"}
    assert any("sd" in cell for *_, cell in cells)


def test_levels(published: Published) -> None:
    stored: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for group, practice, answer, institutions, per_cent in published.ask(
        "SELECT peer_group, practice, answer, institutions, per_cent FROM group_levels"
    ):
        name = "na" if answer == "not_applicable" else answer
        stored.setdefault((group, practice), {})[name] = (institutions, per_cent)
    count = 0
    for group in published.json("public/peers.json")["groups"]:
        for practice, cell in group["practices"].items():
            levels = stored[group["id"], practice]
            assert cell["n"] == sum(institutions for institutions, _ in levels.values())
            assert_shares(cell, {name: share for name, (_, share) in levels.items()})
            count += 1
    assert count


def assert_shares(cell: Mapping[str, Any], stored: Mapping[str, int]) -> None:
    """Assert that published shares are those stored, of which only a bound may be published."""
    if "blurred" in cell:
        assert stored[cell["blurred"]] >= NEARLY_ALL
        assert cell["shares"] == {cell["blurred"]: NEARLY_ALL}
    else:
        assert cell["shares"] == {name: share for name, share in stored.items() if share}


def test_options_and_rows(published: Published) -> None:
    stored: dict[tuple[str, str, str], dict[str, int]] = {}
    answered: dict[tuple[str, str], set[int]] = {}
    for group, practice, item, option, n, per_cent in published.ask(
        "SELECT peer_group, practice, item, option, n, per_cent FROM group_options"
    ):
        stored.setdefault((group, practice, item), {})[option] = per_cent
        answered.setdefault((group, practice), set()).add(n)
    kinds = dict(published.ask("SELECT id, kind FROM practice"))
    seen = set()
    for group in published.json("public/peers.json")["groups"]:
        for practice, cell in group["answers"].items():
            key, kind = (group["id"], practice), kinds[practice]
            if kind == "number":
                continue
            assert answered[key] == {cell["n"]}
            if kind == "multi":
                shares = stored[(*key, "")]
                for option, share in cell["shares"].items():
                    bounded = min(max(shares.get(option, 0), HARDLY_ANY), NEARLY_ALL)
                    assert share == bounded, (key, option)
            elif kind == "single":
                assert_shares(cell, stored[(*key, "")])
            for item, row in cell.get("rows", {}).items():
                assert_shares(row, stored[(*key, item)])
            seen.add(kind)
    has_options = {kind for kind in kinds.values() if kind in ("single", "multi", "matrix")}
    assert seen == has_options


def test_members_and_withheld_numbers(published: Published) -> None:
    members = dict(
        published.ask("SELECT peer_group, count(*) FROM group_members GROUP BY peer_group")
    )
    values = {
        (group, figure): n
        for group, figure, n in published.ask("SELECT peer_group, figure, n FROM group_means")
    }
    levels = {
        (group, practice): n
        for group, practice, n in published.ask(
            "SELECT peer_group, practice, sum(institutions) FROM group_levels"
            " GROUP BY peer_group, practice"
        )
    }
    for group in published.json("public/peers.json")["groups"]:
        assert members[group["id"]] == group["n"]
    answered = {
        (group, practice): n
        for group, practice, n in published.ask(
            "SELECT DISTINCT peer_group, practice, n FROM group_options"
        )
    }
    withheld = published.json("private/restricted.json")["restricted"]["withheld"]
    for group, figures in ((entry["group"], entry["figures"]) for entry in withheld):
        for figure, n in figures.items():
            practice = figure.partition(":")[0]
            key, own = (group, figure), (group, practice)
            counts = (values.get(key), levels.get(key), answered.get(own), levels.get(own))
            known = members[group] if figure == "*" else next(filter(None, counts), 0)
            assert n == known, key
    assert withheld


def test_shares_in_use_by_sub_sector(published: Published) -> None:
    stored = {
        (group, practice): per_cent
        for group, practice, per_cent in published.ask(
            "SELECT peer_group, practice, sum(per_cent) FROM group_levels"
            " WHERE answer >= '3' AND answer <= '5' GROUP BY peer_group, practice"
        )
    }
    in_use = published.json("private/restricted.json")["restricted"]["in_use_by_sector"]
    exact = 0
    for practice, groups in in_use.items():
        for group, share in groups.items():
            if share is not None and share["bound"] == "exact":
                assert share["per_cent"] == min(stored.get((group, practice), 0), 100)
                exact += 1
    assert exact or not any(in_use.values())


def test_turnout(published: Published) -> None:
    stored = {sector: counts for _, sector, *counts in published.ask("SELECT * FROM turnout")}
    restricted = published.json("private/restricted.json")
    assert stored.pop("all") == list(restricted["participation"].values())
    by_sector = restricted["restricted"]["participation"]
    assert stored == {
        entry["id"]: [entry[name] for name in ("expected", "received", "accepted", "in_statistics")]
        for entry in by_sector
    }
    assert len(by_sector) > 1
