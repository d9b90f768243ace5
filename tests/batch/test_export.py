"""Tables for other programs: what they hold, what they leave out, and where they are written."""

import csv
import io
import json
import os
import shutil
import sqlite3
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.institutions import CHECKLIST, submit
from tests.program import Run

from cssa.messages import LANGS
from cssa.store.export.tables import EXPORT_TABLES

COUNT = 36
KEY = b"0123456789abcdef0123456789abcdef"
CAMPAIGN = """\
schema: cssa.campaign/1
id: "{year}"
title: {{ja: 自己点検, en: Self-assessment}}
base_date: {year}-09-30
deadline: {year}-11-20
cut_off: {year}-12-18
marking: {{ja: 機密性2, en: Confidential 2}}
use: {{ja: 業界の傾向の把握, en: Trends of the industry}}
"""
Table = list[dict[str, str]]
Inline = Callable[..., Run]


@dataclass(frozen=True)
class Batches:
    """Two batched campaigns, the second with the first as its previous one."""

    root: Path

    @property
    def out(self) -> Path:
        return self.root / "out-2026"

    @property
    def key(self) -> Path:
        return self.root / "key"


def _submissions(folder: Path, year: int) -> None:
    for number in range(COUNT):
        own = {"1-1": (number + year) % 6, "2.1-1": {"value": f"{number}.50"}} if number % 5 else {}
        submit(
            folder,
            number,
            {**own, "1.1-1": {"level": number % 6, "note": f"=1+{number}"}},
            sector="shinkin" if number < 24 else ("trust", "rokin")[number % 2],
            assessed_on=f"{year}-{10 + number % 2}-{1 + number % 28:02}",
            campaign=str(year),
            institution__size=(10**11, 5 * 10**11, 2 * 10**12)[number % 3],
        )


@pytest.fixture(scope="module")
def batches(cssa_once: Inline, make_once: Callable[..., Path]) -> Batches:
    def make(folder: Path) -> None:
        (folder / "key").write_bytes(KEY)
        roster = ["id,name,sector,bureau,route,group"]
        for number in range(COUNT + 1):
            sector = "shinkin" if number < 24 else ("trust", "rokin")[number % 2]
            name = f"架空第{number}信用金庫"
            roster.append(
                f"N{number:03},{name},{sector},関東財務局,中央機関{number % 2},A{number % 3}"
            )
        (folder / "roster.csv").write_text("\n".join(roster), encoding="utf-8")
        previous: tuple[object, ...] = ()
        for year in (2025, 2026):
            _submissions(folder / f"in-{year}", year)
            campaign = folder / f"campaign-{year}.yaml"
            campaign.write_text(CAMPAIGN.format(year=year), encoding="utf-8")
            named = ("--campaign", campaign, "--roster", folder / "roster.csv", "-c", CHECKLIST)
            asked = ("batch", "run", folder / f"in-{year}", "-o", folder / f"out-{year}")
            done = cssa_once(*asked, *named, *previous, "--formats", "md", lang="en")
            assert done.code == 0, done.err
            previous = ("--previous", folder / f"out-{year}")

    return Batches(make_once("export-batches", make))


def read(path: Path) -> Table:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def tables(folder: Path) -> dict[str, Table]:
    return {path.stem: read(path) for path in folder.glob("*.csv")}


@pytest.fixture
def exported(batches: Batches, tmp_path: Path, cssa_inline: Inline) -> Path:
    run = cssa_inline("batch", "export", batches.out, "-o", tmp_path / "tables")
    assert run.code == 0, run.err
    return tmp_path / "tables"


def test_every_row_of_the_store_is_in_its_table(batches: Batches, exported: Path) -> None:
    found = tables(exported)
    counts = {
        "campaigns": "campaign", "practices": "practice", "options": "offered",
        "figures": "figure", "institutions": "institution", "answers": "answer",
        "choices": "answer_option", "rows": "answer_row", "scores": "score", "files": "file",
        "filed_for": "filed_for", "problems": "problem", "turnout": "turnout",
        "group_figures": "group_means", "group_levels": "group_levels",
        "group_options": "group_options", "continuing": "continuing_means",
    }  # fmt: skip
    assert counts.keys() == EXPORT_TABLES.keys() == found.keys() - {"codebook"}
    with closing(sqlite3.connect(batches.out / "private/population.sqlite")) as store:
        for name, source in counts.items():
            ((count,),) = store.execute(f"SELECT count(*) FROM {source}")  # noqa: S608
            assert len(found[name]) == count, name
            assert [column.name for column in EXPORT_TABLES[name].columns] == list(
                found[name][0] if found[name] else read_header(exported / f"{name}.csv")
            )
    record = json.loads((exported / "export.json").read_bytes())
    assert record["rows"] == {name: len(found[name]) for name in counts}
    assert record["campaigns"] == ["2025", "2026"]


def read_header(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")


def test_values_are_typed_as_the_codebook_says(exported: Path) -> None:
    found = tables(exported)
    checks = {
        "integer": lambda value: value.isdecimal(),
        "number": lambda value: float(value) is not None,
        "flag": lambda value: value in ("0", "1"),
        "date": lambda value: len(value) == 10 and value[4] == value[7] == "-",
    }
    codes: dict[tuple[str, str], set[str]] = {}
    types = {}
    for row in found["codebook"]:
        place = (row["table"], row["column"])
        types[place] = row["type"]
        assert row["meaning_ja"]
        assert row["meaning_en"]
        if row["code"]:
            codes.setdefault(place, set()).add(row["code"])
            assert row["code_ja"]
            assert row["code_en"]
    columns = {
        (name, column.name) for name, table in EXPORT_TABLES.items() for column in table.columns
    }
    assert types.keys() == columns
    for (name, column), type_ in types.items():
        values = {row[column] for row in found[name]} - {""}
        assert all(map(checks.get(type_, str.isascii if type_ == "code" else bool), values))
        if (name, column) in codes:
            assert values <= codes[name, column], (name, column, values)


def test_texts_are_safe_and_numbers_as_written(exported: Path) -> None:
    found = tables(exported)
    notes = {row["note"] for row in found["answers"]} - {""}
    assert notes
    assert all(note.startswith("'=1+") for note in notes)
    numbers = {row["number"] for row in found["answers"]} - {""}
    assert "7.50" in numbers
    (one,) = [
        row
        for row in found["institutions"]
        if (row["campaign"], row["institution"]) == ("2026", "N001")
    ]
    assert one | {
        "name": "架空第1信用金庫", "sector": "shinkin", "bureau": "関東財務局",
        "route": "中央機関1", "roster_group": "A1", "size": "500000000000", "size_band": "medium",
        "as_of": "2026-11-20", "assessed_on": "2026-11-02", "state": "accepted", "received": "1",
        "in_statistics": "1", "left_out": "",
    } == one  # fmt: skip
    (missing,) = [
        row
        for row in found["institutions"]
        if (row["campaign"], row["institution"]) == ("2026", "N036")
    ]
    assert (missing["state"], missing["received"], missing["in_statistics"]) == (
        "missing",
        "0",
        "0",
    )
    assert missing["risk"] == missing["as_of"] == ""


@pytest.mark.parametrize("lang", LANGS)
def test_what_names_institutions_is_not_for_publication(
    lang: str, batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    run = cssa_inline("batch", "export", batches.out, "-o", tmp_path / "t", lang=lang)
    word = {"ja": "公表不可", "en": "Not for publication"}[lang]
    assert word in run.out
    codebook = (tmp_path / "t/codebook.md").read_text(encoding="utf-8")
    for words in (
        "Purpose of use: Trends of the industry",
        "利用目的：業界の傾向の把握",
        "取扱注意・機密性2 / Restricted · Confidential 2",
        "公表不可",
        "Not for publication",
    ):
        assert words in codebook
    assert stat.S_IMODE((tmp_path / "t").stat().st_mode) == 0o700
    for path in (tmp_path / "t").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_the_same_inputs_give_the_same_bytes_in_either_language(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    for name, lang in (("a", "ja"), ("b", "en")):
        asked = ("batch", "export", batches.out, "-o", tmp_path / name)
        assert cssa_inline(*asked, lang=lang).code == 0
        assert cssa_inline(*asked, lang=lang).code == 0
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_pseudonyms_take_the_place_of_whatever_identifies(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    out = tmp_path / "t"
    run = cssa_inline("batch", "export", batches.out, "-o", out, "--key", batches.key)
    assert run.code == 0, run.err
    everything = b"".join(path.read_bytes() for path in out.iterdir())
    for word in ("N001", "架空第", "関東財務局", "中央機関", "=1+", "in-2026"):
        assert word.encode() not in everything, word
    found = tables(out)
    years = {
        year: {row["institution"] for row in found["institutions"] if row["campaign"] == year}
        for year in ("2025", "2026")
    }
    assert years["2025"] == years["2026"]
    assert json.loads((out / "export.json").read_bytes())["edition"] == "pseudonymous"
    assert found["continuing"]


def test_a_store_with_names_in_some_campaigns_is_called_mixed(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    root, out = batches.root, tmp_path / "out"
    named = ("--campaign", root / "campaign-2026.yaml", "--roster", root / "roster.csv")
    asked = ("batch", "run", root / "in-2026", "-o", out, *named, "-c", CHECKLIST)
    more = ("--previous", root / "out-2025", "--key", batches.key, "--formats", "json")
    assert cssa_inline(*asked, *more).code == 0
    run = cssa_inline("batch", "export", out, "-o", tmp_path / "t", lang="en")
    assert "pseudonyms for some campaigns" in run.out
    found = tables(tmp_path / "t")
    assert {row["pseudonymous"] for row in found["campaigns"]} == {"0", "1"}
    assert not {row["institution"] for row in found["scores"] if row["campaign"] == "2026"} & {
        row["institution"] for row in found["scores"] if row["campaign"] == "2025"
    }
    assert {row["campaign"] for row in found["continuing"]} == {"2026"}
    assert not (out / "private/years.xlsx").exists()


def test_some_tables_of_one_campaign(batches: Batches, tmp_path: Path, cssa_inline: Inline) -> None:
    out = tmp_path / "t"
    asked = ("batch", "export", batches.out, "-o", out)
    assert cssa_inline(*asked).code == 0
    run = cssa_inline(*asked, "--tables", "scores, institutions", "--campaign", "2025")
    assert run.code == 0, run.err
    assert {path.name for path in out.iterdir()} == {
        "scores.csv", "institutions.csv", "codebook.csv", "codebook.md", "export.json",
    }  # fmt: skip
    assert {row["campaign"] for row in read(out / "scores.csv")} == {"2025"}
    assert {row["table"] for row in read(out / "codebook.csv")} == {"scores", "institutions"}


# The sharing edition.

SHARED = ("--sharing", "--min-group", "5")


@pytest.fixture
def shared(batches: Batches, tmp_path: Path, cssa_inline: Inline) -> Path:
    run = cssa_inline("batch", "export", batches.out, "-o", tmp_path / "shared", *SHARED)
    assert run.code == 0, run.err
    return tmp_path / "shared"


TRAITS = ("sector", "industry_group", "size_band", "shared_system", "risk", "assessed_on")


def test_nothing_that_is_shared_identifies_an_institution(shared: Path) -> None:
    everything = b"".join(path.read_bytes() for path in shared.iterdir())
    for word in ("N0", "架空第", "関東財務局", "中央機関", "=1+", "00000000000", "7.50"):
        assert word.encode() not in everything, word
    found = tables(shared)
    assert {row["campaign"] for row in found["institutions"]} == {"2026"}
    assert {row["status"] for row in found["answers"]} <= {"answered", "unanswered", "informative"}
    assert all(row["assessed_on"][8:] in ("", "01") for row in found["institutions"])
    assert "group_figures" not in found
    assert "files" not in found


def test_every_class_has_enough_records_and_all_are_accounted_for(shared: Path) -> None:
    found, record = tables(shared), json.loads((shared / "export.json").read_bytes())
    classes = Counter(tuple(row[name] for name in TRAITS) for row in found["institutions"])
    assert min(classes.values()) == record["smallest"] >= record["min_group"] == 5
    assert record["kept"] == len(found["institutions"])
    assert record["kept"] + record["suppressed"] == COUNT
    assert {row["sector"] for row in found["institutions"]} == {"shinkin", "trust", "rokin"}
    assert len({row["size_band"] for row in found["institutions"]} - {""}) > 1
    codebook = (shared / "codebook.md").read_text(encoding="utf-8")
    assert f"at least {record['smallest']} records" in codebook


def test_answers_that_are_shared_are_those_of_the_store(batches: Batches, shared: Path) -> None:
    def by_record(rows: Iterator[tuple[str, str, str]]) -> Counter[frozenset[tuple[str, str]]]:
        answers: dict[str, set[tuple[str, str]]] = {}
        for institution, practice, level in rows:
            answers.setdefault(institution, set()).add((practice, level))
        return Counter(map(frozenset, answers.values()))

    with closing(sqlite3.connect(batches.out / "private/population.sqlite")) as store:
        stored = store.execute(
            "SELECT institution, practice, coalesce(CAST(level AS TEXT), '') FROM answers"
            " WHERE campaign = '2026' AND status IN ('answered', 'unanswered', 'informative')"
        ).fetchall()
    rows = (
        (row["institution"], row["practice"], row["level"]) for row in tables(shared)["answers"]
    )
    assert by_record(rows) == by_record(iter(stored))


def test_the_numbers_of_records_do_not_follow_the_ids(batches: Batches, shared: Path) -> None:
    institutions = [row["below_in_place"] for row in tables(shared)["institutions"]]
    with closing(sqlite3.connect(batches.out / "private/population.sqlite")) as store:
        by_id = store.execute(
            "SELECT below_in_place FROM submission JOIN institution ON institution.key = submission.institution"
            " JOIN campaign ON campaign.key = institution.campaign WHERE campaign.id = '2026'"
            " ORDER BY institution.id"
        ).fetchall()
    ordered = [str(count) for (count,) in by_id]
    assert sorted(institutions) == sorted(ordered)
    assert institutions != ordered


def test_where_no_class_is_large_enough_nothing_is_written(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    asked = ("batch", "export", batches.out, "-o", tmp_path / "t", "--sharing")
    run = cssa_inline(*asked, "--min-group", "40", lang="en")
    assert run.code == 4
    assert "no sharing edition was written" in " ".join(run.out.split())
    assert not (tmp_path / "t").exists()


# What is refused.

REFUSED = [
    ("--tables answers,nothing", 2, "nothing"),
    ("--tables group_levels --sharing", 2, "group_levels"),
    ("--sharing --key key", 2, "--key"),
    ("--min-group 9", 2, "--sharing"),
    ("--sharing --min-group 4", 2, "5"),
    ("--key short", 2, "short"),
    ("--campaign 1999", 3, "2025, 2026"),
]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("line", "code", "word"), REFUSED)
def test_what_cannot_be_exported_is_refused(
    line: str,
    code: int,
    word: str,
    lang: str,
    batches: Batches,
    tmp_path: Path,
    cssa_inline: Inline,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("key").write_bytes(KEY)
    Path("short").write_bytes(b"short")
    run = cssa_inline("batch", "export", batches.out, "-o", "t", *line.split(), lang=lang)
    assert (run.code, run.out) == (code, ""), run.err
    assert word in run.err or word.replace(", ", "、") in run.err
    assert not Path("t").exists()


def test_a_folder_without_a_batch_is_refused_and_left_alone(
    tmp_path: Path, cssa_inline: Inline
) -> None:
    run = cssa_inline("batch", "export", tmp_path / "none", "-o", tmp_path / "t", lang="en")
    assert run.code == 3
    assert "not a result of" in run.err
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_was_changed_is_refused(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    out = tmp_path / "out"
    shutil.copytree(batches.out, out)
    with closing(sqlite3.connect(out / "private/population.sqlite")) as store:
        store.execute("UPDATE answer SET level = 5")
        store.commit()
    run = cssa_inline("batch", "export", out, "-o", tmp_path / "t", lang="en")
    assert run.code == 3
    assert "changed" in run.err


# Where it is written.


def test_nobody_elses_file_is_lost(batches: Batches, tmp_path: Path, cssa_inline: Inline) -> None:
    asked = ("batch", "export", batches.out, "-o")
    other = tmp_path / "other"
    other.mkdir()
    (other / "answers.csv").write_text("mine", encoding="utf-8")
    assert cssa_inline(*asked, other).code == 74
    assert tree(other).keys() == {"answers.csv"}
    assert cssa_inline(*asked, batches.out).code == 2

    out = tmp_path / "t"
    assert cssa_inline(*asked, out, "--tables", "scores").code == 0
    (out / "notebook.ipynb").write_text("{}", encoding="utf-8")
    assert cssa_inline(*asked, out, "--tables", "scores").code == 0
    (out / "answers.csv").write_text("mine", encoding="utf-8")
    before = tree(out)
    run = cssa_inline(*asked, out, lang="en")
    assert (run.code, "answers.csv" in run.err) == (74, True)
    assert tree(out) == before
    (out / "answers.csv").unlink()
    (out / "scores.csv").write_text("changed", encoding="utf-8")
    before = tree(out)
    run = cssa_inline(*asked, out, lang="en")
    assert (run.code, "scores.csv" in run.err) == (74, True)
    assert tree(out) == before


def test_what_an_interrupted_export_left_is_replaced(
    batches: Batches, tmp_path: Path, cssa_inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cssa.store.export import edition

    def interrupted(*_: Any) -> bytes:
        raise KeyboardInterrupt

    out, asked = tmp_path / "t", ("batch", "export", batches.out, "-o", tmp_path / "t")
    with monkeypatch.context() as patch:
        patch.setattr(edition, "codebook_csv", interrupted)
        assert cssa_inline(*asked, "--key", batches.key).code == 130
    assert (out / "answers.csv").exists()
    assert not (out / ".store.sqlite").exists()
    assert cssa_inline(*asked, "--tables", "scores").code == 0
    assert not (out / "answers.csv").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_reported(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    tmp_path.chmod(0o500)
    assert cssa_inline("batch", "export", batches.out, "-o", tmp_path / "t").code == 74


# Years.


def test_the_workbook_on_years_is_for_the_issuer(batches: Batches, exported: Path) -> None:
    path = batches.out / "private/years.xlsx"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not (batches.root / "out-2025/private/years.xlsx").exists()
    means, movers = load_workbook(path).worksheets
    texts = {str(cell.value) for sheet in (means, movers) for row in sheet for cell in row}
    assert "Restricted · Confidential 2" in texts
    assert any(text.startswith("Not for publication.") for text in texts)
    rows = [[cell.value for cell in row] for row in means]
    (all_overall,) = [row for row in rows if row[:2] == ["All institutions", "Overall"]]
    found = [
        row
        for row in read(exported / "continuing.csv")
        if (row["peer_group"], row["figure"]) == ("all", "overall")
    ]
    assert [row["campaign"] for row in found] == ["2025", "2026"]
    assert all_overall[2:7] == [
        int(found[0]["n"]), *(float(row[name]) for name in ("mean", "median") for row in found)
    ]  # fmt: skip
    assert {row[0].value for row in movers} >= {"Rise", "Fall"}


def test_ledger_hearing_list_and_feedback_state_both_dates(batches: Batches) -> None:
    for name in ("ledger", "hearing"):
        sheet = load_workbook(batches.out / f"private/{name}.xlsx").worksheets[0]
        texts = {str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row}
        assert "Base date: 2026-09-30; evaluation date: 2026-11-20" in texts, name
    ledger = json.loads((batches.out / "private/ledger.json").read_bytes())
    assert (ledger["base_date"], ledger["as_of"]) == ("2026-09-30", "2026-11-20")
    feedback = (batches.out / "feedback/N001/feedback.md").read_text(encoding="utf-8")
    assert "Base date: 2026-09-30" in feedback
    assert "Evaluation date: 2026-11-20" in feedback


def test_the_published_change_is_that_of_the_views_where_nobody_joined_or_left(
    batches: Batches, tmp_path: Path, cssa_inline: Inline
) -> None:
    previous: tuple[object, ...] = ()
    for year in (2025, 2026):
        out = tmp_path / f"out-{year}"
        shutil.copytree(batches.root / f"out-{year}", out)
        day = f"{year}-12-19"
        approval = ("--approved-by", "Board", "--on", day, "--as-of", day)
        run = cssa_inline("batch", "publish", out, *approval, *previous)
        assert run.code == 0, run.err
        previous = ("--previous", out)
    change = json.loads((out / "public/peers.json").read_bytes())["continuing"]
    with closing(sqlite3.connect(out / "private/population.sqlite")) as store:
        stored = {
            (figure, campaign): (n, mean)
            for campaign, figure, n, mean in store.execute(
                "SELECT campaign, figure, n, mean FROM continuing_means WHERE peer_group = 'all'"
            )
        }
    published = {"overall": change["overall"], **change["domains"]}
    assert len(published) > 1
    for figure, cell in published.items():
        assert stored[figure, "2026"] == (cell["n"], cell["mean"])
        assert stored[figure, "2025"] == (cell["n"], cell["before"])
