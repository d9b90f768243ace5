"""The issuer's workbook of figures by what institutions have in common on the roster."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, submit
from tests.reports.report.workbook import tables, texts

from cssa.messages import LANGS, Lang, message

Inline = Callable[..., Any]

COUNT = 24
BUREAUS = ("関東財務局", "東海財務局", "")
ROUTES = ("=中央機関", "")
GROUPS = ("A", "B")
SIZES = (10**11, 4 * 10**12, None)
SECTORS = ("regional_bank", "second_regional_bank", "shinkin")
ON = "2026-12-19"
CAMPAIGN = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 自己点検, en: Self-assessment}
deadline: 2026-11-20
marking: {ja: 機密性2情報, en: Confidentiality 2}
"""


def on_roster(number: int) -> dict[str, str]:
    """Return what the roster says of an institution."""
    return {
        "sector": SECTORS[number % 3],
        "bureau": BUREAUS[number % 5 % 3],
        "route": ROUTES[number % 2],
        "group": GROUPS[number % 7 % 2],
    }


class Case(NamedTuple):
    """A campaign of which the first institution has not answered."""

    root: Path
    cssa: Inline

    @property
    def out(self) -> Path:
        return self.root / "out"

    def run(self, *more: object, lang: Lang = "en") -> Any:
        lists = ("--roster", self.root / "roster.csv", "--campaign", self.root / "campaign.yaml")
        asked = ("batch", "run", self.root / "in", "-o", self.out, "-c", CHECKLIST)
        return self.cssa(*asked, *lists, *more, lang=lang)

    @property
    def book(self) -> Any:
        return load_workbook(self.out / "private" / "segments.xlsx")

    def rows(self, name: str, lang: Lang = "en") -> dict[str, dict[str, Any]]:
        """Return the rows of a sheet by what their institutions have in common."""
        title = message(lang, f"book.segments.by.{name}")
        return {row[title]: row for row in tables(self.book)[title]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("segments")
    lines = ["id,name,sector,bureau,route,group"]
    for number in range(COUNT):
        entry = on_roster(number)
        if number:
            size = SIZES[number // 2 % 3]
            of_institution: dict[str, Any] = {} if size is None else {"institution__size": size}
            submit(root / "in", number, sector=entry["sector"], campaign="2026", **of_institution)
        lines.append(f"N{number:03},架空第{number}信用金庫,{','.join(entry.values())}")
    (root / "roster.csv").write_text("\n".join(lines), encoding="utf-8")
    (root / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return root


@pytest.fixture
def case(made: Path, cssa_inline: Inline, tmp_path: Path) -> Case:
    shutil.copytree(made, tmp_path / "case")
    return Case(tmp_path / "case", cssa_inline)


def _scores(case: Case) -> dict[str, Fraction]:
    query = (
        "SELECT institution, numerator, denominator FROM scores"
        " WHERE figure = 'overall' AND in_statistics"
    )
    with closing(sqlite3.connect(case.out / "private" / "population.sqlite")) as store:
        return {id_: Fraction(*score) for id_, *score in store.execute(query)}


def _half_up(value: Fraction) -> float:
    return int(value * 10 + Fraction(1, 2)) / 10


def test_figures_are_those_of_the_institutions_that_the_roster_puts_together(case: Case) -> None:
    assert case.run().code == 0
    scores = _scores(case)
    assert len(scores) == COUNT - 1
    places = range(COUNT)
    for name, values in (("bureau", BUREAUS), ("route", ROUTES), ("group", GROUPS)):
        rows = case.rows(name)
        assert len(rows) == len(values)
        for value in values:
            row = rows[value or "(not stated)"]
            asked = [number for number in places if on_roster(number)[name] == value]
            own = [scores[f"N{number:03}"] for number in asked if number]
            assert row["Institutions asked"] == len(asked)
            assert row["Included in the figures"] == len(own) == len(asked) - (0 in asked)
            assert row["Overall, mean"] == _half_up(sum(own, Fraction(0)) / len(own))
            assert row["Overall, median"] == _half_up(median(own))


def test_groups_and_sizes_are_those_of_peer_groups_across_sub_sectors(case: Case) -> None:
    assert case.run(lang="ja").code == 0
    groups, sectors = (case.rows(name, "ja") for name in ("industry_group", "sector"))
    assert {name: row["回答を求めた機関"] for name, row in groups.items()} == {
        "地域銀行": 16,
        "協同組織金融機関": 8,
    }
    assert {name: row["集計した機関"] for name, row in sectors.items()} == {
        "地方銀行": 7,
        "第二地方銀行": 8,
        "信用金庫": 8,
    }
    sizes = case.rows("size_band", "ja")
    assert next(iter(sizes)).startswith("小")
    assert sizes["（記載なし）"]["回答を求めた機関"] > 1
    assert sum(row["回答を求めた機関"] for row in sizes.values()) == COUNT


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_marked_on_every_sheet_and_text_stays_text(case: Case, lang: Lang) -> None:
    assert case.run(lang=lang).code == 0
    book = case.book
    mark = {"ja": "公表不可", "en": "Not for publication"}[lang]
    marking = {"ja": "機密性2情報", "en": "Confidentiality 2"}[lang]
    assert len(book.sheetnames) == 6
    for sheet in book:
        shown = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert any(mark in text and marking in text for text in shown)
        assert message(lang, "book.segments.unprotected") in shown
        assert mark in sheet.oddHeader.right.text + sheet.oddHeader.left.text
    assert "=中央機関" in texts(book)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_conditions_restrict_it_to_institutions_that_meet_all(case: Case) -> None:
    assert case.run("--where", "bureau=関東財務局", "--where", "sector=shinkin").code == 0
    wanted = {"bureau": "関東財務局", "sector": "shinkin"}
    ids = [number for number in range(COUNT) if wanted.items() <= on_roster(number).items()]
    assert list(case.rows("sector")) == ["Shinkin bank"]
    row = case.rows("bureau")["関東財務局"]
    assert (row["Institutions asked"], row["Included in the figures"]) == (len(ids), len(ids))
    note = message("en", "book.segments.where", {"conditions": "bureau=関東財務局, sector=shinkin"})
    assert note in texts(case.book)
    assert case.run().code == 0
    assert note not in texts(case.book)


def test_what_nobody_states_has_no_sheet(case: Case) -> None:
    roster = case.root / "roster.csv"
    lines = roster.read_text("utf-8").splitlines()
    columns = [line.split(",")[:3] for line in lines]
    columns[1][2] = "crypto_exchange"
    roster.write_text("\n".join(map(",".join, columns)), encoding="utf-8")
    assert case.run().code == 0
    assert case.book.sheetnames == ["Industry group", "Sub-sector", "Size"]
    assert case.rows("industry_group")["(sub-sectors in no industry group)"] == {
        "Industry group": "(sub-sectors in no industry group)",
        "Institutions asked": 1,
        "Included in the figures": 0,
        **dict.fromkeys(
            list(case.rows("industry_group")["Regional and second-tier regional banks"])[3:]
        ),
    }


def test_publishing_takes_the_run_with_its_conditions(case: Case) -> None:
    assert case.run("--where", "sector=shinkin").code == 0
    before = (case.out / "private/segments.xlsx").read_bytes()
    approval = ("--approved-by", "理事会", "--on", ON, "--as-of", ON)
    published = case.cssa("batch", "publish", case.out, *approval, lang="en")
    assert published.code == 0, published.err
    assert (case.out / "private/segments.xlsx").read_bytes() == before
    assert not list((case.out / "public").glob("*segment*"))


@pytest.mark.parametrize(
    ("conditions", "code", "params"),
    [
        (
            ["bureau"],
            "batch.where.column",
            {"found": "bureau", "known": "sector, bureau, route, group"},
        ),
        (
            ["id=N001"],
            "batch.where.column",
            {"found": "id=N001", "known": "sector, bureau, route, group"},
        ),
        (
            ["sector=trust"],
            "batch.where.value",
            {
                "column": "sector",
                "found": "trust",
                "known": "regional_bank, second_regional_bank, shinkin",
            },
        ),
        (["route=", "sector=shinkin", "bureau=東海財務局", "bureau="], "batch.where.nobody", {}),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_no_institution_meets_is_refused(
    conditions: list[str], code: str, params: dict[str, str], lang: Lang, case: Case
) -> None:
    asked = [part for condition in conditions for part in ("--where", condition)]
    done = case.run(*asked, lang=lang)
    if lang == "ja":
        params = {name: value.replace(", ", "、") for name, value in params.items()}
    assert done.code == 2
    assert message(lang, code, params) in " ".join(done.err.split("\n"))
    assert not (case.out / "private").exists()


def test_without_a_roster_it_does_not_state_who_was_asked(case: Case) -> None:
    lists = ("--campaign", case.root / "campaign.yaml")
    asked = ("batch", "run", case.root / "in", "-o", case.out, "-c", CHECKLIST)
    assert case.cssa(*asked, *lists, lang="en").code == 0
    row = case.rows("sector")["Shinkin bank"]
    assert "Institutions asked" not in row
    assert row["Included in the figures"] == 8


def test_conditions_need_a_roster(case: Case) -> None:
    done = case.cssa("batch", "run", case.root / "in", "-o", case.out, "--where", "route=x")
    assert done.code == 2
    assert "--roster" in done.err
