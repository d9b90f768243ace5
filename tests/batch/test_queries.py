"""Following up: letters, reply forms, cases, and corrections that two people agree on."""

import csv
import io
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.institutions import submit
from tests.batch.queries import ASKED, COUNT, NAMES, Campaign, Runner

from cssa.messages import LANGS, Lang


@pytest.fixture(scope="module")
def begun(
    cssa_once: Runner, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Lang], Campaign]:
    """A campaign of which the forms were processed, by language. Do not write there."""
    kept: dict[Lang, Campaign] = {}

    def started(lang: Lang) -> Campaign:
        if lang not in kept:
            kept[lang] = Campaign(tmp_path_factory.mktemp("begun"), cssa_once, lang).start()
        return kept[lang]

    return started


@pytest.fixture
def campaign(begun: Callable[[Lang], Campaign], cssa_once: Runner, tmp_path: Path) -> Campaign:
    shutil.copytree(begun("en").folder, tmp_path, dirs_exist_ok=True)
    return Campaign(tmp_path, cssa_once)


@pytest.fixture
def asked(campaign: Campaign) -> Campaign:
    """The campaign after its first letters."""
    campaign.query()
    return campaign


@pytest.mark.parametrize("lang", LANGS)
def test_every_institution_is_asked_by_letter_and_form(
    lang: Lang, begun: Callable[[Lang], Campaign], cssa_once: Runner, tmp_path: Path
) -> None:
    shutil.copytree(begun(lang).folder, tmp_path, dirs_exist_ok=True)
    campaign = Campaign(tmp_path, cssa_once, lang)
    said = campaign.query("2026-11-25", "--due", "2026-12-04")
    assert str(COUNT) in said
    mails = campaign.mails()
    assert [mail["to"] for mail in mails] == [f"{ident}@example.invalid" for ident in NAMES]
    expected = {
        "ja": (
            "取扱注意",
            "架空第1信用金庫　御中",
            "ご返信期限：2026年12月4日",
            "お問合せ先：点検担当",
        ),
        "en": ("Restricted", "To: 架空第1信用金庫", "Please reply by: 2026-12-04", "Contact: Desk"),
    }[lang]
    letter = campaign.letter("N001")
    for text in expected:
        assert text in letter
    assert re.search(rf"^1\. {ASKED} ", letter, re.MULTILINE)
    assert mails[0]["body"] == letter.rstrip("\n")
    assert mails[0]["attachment"] == "N001-reply-2026-11-25.xlsx"
    assert campaign.form("N001").is_file()
    assert campaign.question("N001")["asked_on"] == ["2026-11-25"]
    assert campaign.case("N001")["state"] == "open"


def test_no_letter_or_form_names_another_institution(campaign: Campaign) -> None:
    for number in (3, 4):  # two forms alike, which only the issuer may be told
        submit(campaign.inbox, number, {ASKED: 5, "1.1-1": {"level": 2, "note": "当行の規程により毎年四月に見直しを行い、経営会議に報告しています。"}},
               campaign="2026")  # fmt: skip
    campaign.run()
    row = campaign.shown("N003", "1.1-1")
    assert row["others"] == "N004"
    campaign.query()
    for ident in NAMES:
        sheet = load_workbook(campaign.form(ident)).worksheets[0]
        cells = " ".join(str(cell) for cells in sheet.iter_rows(values_only=True) for cell in cells)
        for text in (campaign.letter(ident), cells):
            ids = set(re.findall(r"\bN\d{3}\b", text))
            assert ids == {ident}
            assert set(re.findall(r"架空第\d+信用金庫", text)) == {NAMES[ident]}
    assert "1.1-1" in campaign.letter("N003")


def test_a_run_after_the_letters_changes_nothing(asked: Campaign) -> None:
    before = tree(asked.out)
    assert "Nothing has changed" in asked.run()
    assert tree(asked.out) == before


def test_a_reply_is_read_into_review_and_case_and_corrects_nothing_by_itself(
    asked: Campaign,
) -> None:
    asked.reply("N001", reply="+1の誤りでした", level=2, document="規程.pdf", by="監査部")
    said = asked.run()
    assert asked.states()["reply-N001.xlsx"] == "reply"
    question = asked.question("N001")
    assert question["state"] == "answered"
    assert question["reply"] == {
        "text": "+1の誤りでした", "level": 2, "document": "規程.pdf", "by": "監査部",
        "received": None, "path": question["reply"]["path"],
    }  # fmt: skip
    assert question["reply"]["path"].endswith("reply-N001.xlsx")
    row = asked.shown("N001")
    assert (
        row["received"]
        == "+1の誤りでした\nCorrected level: 2\nDocument: 規程.pdf\nReplied by: 監査部"
    )
    assert row["sent"] == "2026-11-25"
    assert asked.level("N001") == 5
    assert f"{COUNT - 1}" not in asked.case("N002")["state"]
    assert re.search(r"1 with a reply", said)


def test_a_proposed_correction_counts_once_another_person_approves_it(asked: Campaign) -> None:
    asked.reply("N001", reply="誤りでした", level=2, by="監査部")
    asked.run()
    asked.enter("N001", outcome="Corrected", on=date(2026, 12, 1))
    said = asked.run()
    assert "1 correction waits for approval (first: N001 1-1)" in said
    assert asked.level("N001") == 5
    assert asked.case("N001")["questions"][0]["level"] == 2, "taken from the reply"
    assert not (asked.out / "private/corrections.csv").exists()
    row = asked.enter("N001", approved_by=" 監 査 部 ")
    said = asked.run(code=3)
    assert f"!S{row}:" in said
    assert "approved by the person who proposes it" in said
    asked.enter("N001", approved_by="佐藤")
    asked.run()
    assert asked.level("N001") == 2
    assert asked.question("N001")["state"] == "closed"
    log = (asked.out / "private/corrections.csv").read_text("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(log))
    assert (line["before"], line["after"], line["by"], line["approved_by"], line["ground"]) == (
        "5", "2", "監査部", "佐藤", "誤りでした",
    )  # fmt: skip
    before = tree(asked.out)
    assert "Nothing has changed" in asked.run()
    assert tree(asked.out) == before


def test_what_was_asked_is_asked_again_only_on_demand(asked: Campaign) -> None:
    assert "nothing to ask" in asked.query("2026-12-02")
    assert not (asked.out / "queries/2026-12-02").exists()
    asked.reply("N001", reply="確認しました")
    asked.run()
    asked.enter("N002", outcome="Unchanged")
    asked.run()
    asked.query("2026-12-02", "--again")
    for ident in ("N001", "N002"):
        assert asked.question(ident)["asked_on"] == ["2026-11-25"]
    assert asked.question("N003")["asked_on"] == ["2026-11-25", "2026-12-02"]
    asked.query("2026-12-02", "--again")
    assert (asked.out / "queries/2026-12-02-2/N003.txt").exists(), "nothing is written over"
    assert "before that of the last ones" in asked.query("2026-11-30", code=2)


def test_letters_wait_until_the_review_is_read(asked: Campaign) -> None:
    asked.enter("N001", reply="by telephone")
    assert "has entries that have not been read" in asked.query("2026-12-02", code=3)
    assert "is before the date of the letters" in asked.query(
        "2026-12-02", "--due", "2026-12-01", code=2
    )


def test_letters_that_were_interrupted_are_noted_by_the_next_run(campaign: Campaign) -> None:
    private = campaign.out / "private"
    kept = {
        path: path.read_bytes()
        for path in (private / "review.xlsx", private / "manifest.json", *private.glob("cases/*"))
    }
    campaign.query()
    asked = tree(campaign.out)
    for path, data in kept.items():
        path.write_bytes(data)
    assert "Run `cssa batch run` again" in campaign.query("2026-12-02", code=3)
    campaign.run()
    assert campaign.question("N001")["asked_on"] == ["2026-11-25"]
    assert tree(campaign.out) == asked


def test_nothing_is_asked_where_nothing_was_run(campaign: Campaign) -> None:
    done, _, err = campaign.call("batch", "query", campaign.folder / "other")
    assert (done, "then send queries" in err) == (3, True)
    assert not (campaign.folder / "other").exists()


def test_further_answers_can_be_asked_about(asked: Campaign) -> None:
    asked.add(institution="n005", practice="２.1-2", question="範囲をお知らせください。")
    asked.add(institution="N006", practice="Whole", question="全体について")
    asked.run()
    assert asked.shown("N005", "2.1-2")["question"] == "範囲をお知らせください。"
    assert asked.question("N005", "2.1-2")["state"] == "open"
    before = tree(asked.out)
    assert "Nothing has changed" in asked.run()
    assert tree(asked.out) == before
    asked.query("2026-12-02")
    assert {path.stem for path in (asked.out / "queries/2026-12-02").glob("*.txt")} == {
        "N005",
        "N006",
    }
    letter = asked.letter("N005", "2026-12-02")
    assert "範囲をお知らせください。" in letter
    assert ASKED not in letter
    assert "submit a corrected form as well" not in letter
    letter = asked.letter("N006", "2026-12-02")
    assert "1. Your submission as a whole\n   全体について" in letter
    assert "please also submit a corrected form" in letter
    asked.reply("N006", round_="2026-12-02", practice="*", reply="全体の返信")
    asked.reply("N005", round_="2026-12-02", practice="2.1-2", reply="全店舗です", level=1)
    asked.run()
    assert asked.question("N005", "2.1-2")["reply"]["level"] == 1
    assert asked.question("N006", None)["reply"]["text"] == "全体の返信"
    assert asked.question("N005")["state"] == "open", "the first letter has no reply yet"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"institution": "N999", "practice": "1-1", "question": "?"}, 'institution "N999"'),
        ({"institution": "N005", "practice": "9.9-9", "question": "?"}, 'about "9.9-9"'),
        ({"institution": "N005", "practice": "2.1-2"}, 'lacks "Question of your own"'),
        ({"institution": "N005", "question": "?"}, 'lacks "No."'),
        ({"institution": "N005", "practice": ASKED, "question": "?"}, "the same answer as"),
    ],
)
def test_an_added_row_that_is_about_no_answer_is_refused(
    entries: dict[str, str], expected: str, asked: Campaign
) -> None:
    asked.enter("N005", reply="by telephone")
    row = asked.add(**entries)
    said = asked.run(code=3)
    assert expected in said
    assert re.search(rf"![A-Z]{row}:", said)


def test_a_reply_form_that_names_another_institution_is_held(asked: Campaign) -> None:
    path = asked.reply("N001", reply="他機関のものとして")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[0].value == "cssa:institution")
    for cell in row:
        if cell.value == "N001":
            cell.value = "N002"
        elif cell.value == NAMES["N001"]:
            cell.value = NAMES["N002"]
    book.save(path)
    asked.run()
    assert asked.states()[path.name] == "held"
    assert "batch.identity.reply" in asked.reasons(path.name)
    for ident in ("N001", "N002"):
        assert asked.question(ident)["reply"] is None


def test_a_name_that_is_not_the_rosters_holds_a_reply(asked: Campaign) -> None:
    path = asked.reply("N001", reply="名称が異なる")
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == NAMES["N001"]:
                cell.value = NAMES["N002"]
    book.save(path)
    asked.run()
    assert asked.states()[path.name] == "held"
    assert asked.question("N001")["reply"] is None


def _without_row(sheet: object) -> None:
    sheet.delete_rows(6)  # type: ignore[attr-defined]  # an openpyxl worksheet


def _bad_level(sheet: object) -> None:
    columns = {cell.value: cell.column for cell in sheet[4]}  # type: ignore[index]
    sheet.cell(6, columns["level"]).value = "9"  # type: ignore[attr-defined]


def _formula(sheet: object) -> None:
    columns = {cell.value: cell.column for cell in sheet[4]}  # type: ignore[index]
    sheet.cell(6, columns["reply"]).value = "=1+1"  # type: ignore[attr-defined]


def _cleared(sheet: object) -> None:
    columns = {cell.value: cell.column for cell in sheet[4]}  # type: ignore[index]
    sheet.cell(6, columns["reply"]).value = None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_without_row, "reply.rows"),
        (_bad_level, "reply.level"),
        (_formula, "form.formula"),
        (_cleared, "reply.nothing"),
    ],
)
def test_a_reply_that_cannot_be_taken_goes_back_with_the_reason(
    change: Callable[[object], None], reason: str, asked: Campaign
) -> None:
    path = asked.reply("N001", reply="返信")
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    asked.run(code=3)
    assert asked.states()[path.name] == "returned"
    assert reason in asked.reasons(path.name)
    letter = (asked.out / "returns/N001.txt").read_text("utf-8-sig")
    assert path.name in letter
    assert "Deadline" not in letter, "that of the forms is another"
    on = "2026-11-27"
    done, out, err = asked.call("batch", "remind", asked.out, "--on", on, "--as-of", on)
    assert done == 0, out + err
    reminder = (asked.out / "reminders" / on / "N001.txt").read_text("utf-8-sig")
    assert path.name in reminder
    assert "deadline has passed" not in reminder
    assert "Cut-off" not in reminder
    assert asked.states()["N001.yaml"] == "accepted", "its form counts all the same"
    assert asked.question("N001")["reply"] is None


def test_a_reply_form_without_its_hidden_cells_goes_back(asked: Campaign) -> None:
    path = asked.reply("N001", "N001-reply.xlsx", reply="返信")
    book = load_workbook(path)
    book.worksheets[0].delete_cols(1)
    book.save(path)
    asked.run(code=3)
    assert asked.states()[path.name] == "refused"
    letter = (asked.out / "returns/N001.txt").read_text("utf-8-sig")
    assert "complete a new copy of the reply form that we sent" in letter


def test_a_reply_to_a_letter_that_was_never_sent_is_held(asked: Campaign, tmp_path: Path) -> None:
    path = asked.reply("N001", reply="返信")
    shutil.copy(path, tmp_path / "kept.xlsx")
    asked.query("2026-12-02", "--again")
    record = asked.out / "private/queries.json"
    record.write_text(record.read_text("utf-8").replace('"id": "2026-11-25"', '"id": "2026-11-24"'))
    asked.run()
    assert asked.states()[path.name] == "held"
    assert "batch.reply.unknown" in asked.reasons(path.name)


def test_the_later_of_two_replies_counts_and_the_same_one_is_a_duplicate(asked: Campaign) -> None:
    asked.reply("N001", "a.xlsx", reply="最初の返信")
    asked.reply("N001", "b.xlsx", reply="後の返信", level=3)
    shutil.copy(asked.inbox / "b.xlsx", asked.inbox / "c.xlsx")
    asked.run()
    states = asked.states()
    assert {states["a.xlsx"], states["b.xlsx"]} == {"held"}, "which is later is not known"
    assert asked.question("N001")["reply"] is None
    lines = ["path,received_at", "a.xlsx,2026-12-01T10:00:00", "b.xlsx,2026-12-02T10:00:00",
             "c.xlsx,2026-12-03T10:00:00"]  # fmt: skip
    lines += [f"{ident}.yaml,2026-11-10T10:00:00" for ident in NAMES]
    (asked.folder / "received.csv").write_text("\n".join(lines), "utf-8")
    asked.run()
    states = asked.states()
    assert (states["a.xlsx"], states["b.xlsx"], states["c.xlsx"]) == (
        "superseded",
        "reply",
        "duplicate",
    )
    reply = asked.question("N001")["reply"]
    assert (reply["text"], reply["level"], reply["received"]) == ("後の返信", 3, "2026-12-02")


def test_two_halves_of_a_reply_wait_until_they_are_merged(asked: Campaign) -> None:
    other = next(
        item["practice"]
        for item in asked.case("N001")["questions"]
        if item["practice"] not in (ASKED, None)
    )
    asked.reply("N001", "a.xlsx", reply="半分")
    asked.reply("N001", "b.xlsx", practice=other, reply="残りの半分")

    def batch(decision: str) -> None:
        lines = ["path,received_at,decision", "a.xlsx,2026-12-01T10:00:00,"]
        lines += [f"b.xlsx,2026-12-02T10:00:00,{decision}"]
        lines += [f"{ident}.yaml,2026-11-10T10:00:00," for ident in NAMES]
        (asked.folder / "received.csv").write_text("\n".join(lines), "utf-8")
        asked.run()

    batch("")
    assert {asked.states()[name] for name in ("a.xlsx", "b.xlsx")} == {"held"}
    batch("merge")
    assert (asked.states()["a.xlsx"], asked.states()["b.xlsx"]) == ("superseded", "reply")
    replies = [asked.question("N001", practice)["reply"]["text"] for practice in (ASKED, other)]
    assert replies == ["半分", "残りの半分"]


def test_a_reply_on_a_file_that_was_replaced_is_kept_and_corrects_nothing(asked: Campaign) -> None:
    asked.reply("N001", reply="訂正します", level=1)
    submit(asked.inbox, 1, {ASKED: 4}, campaign="2026")
    asked.run()
    questions = asked.case("N001")["questions"]
    (old,) = [item for item in questions if item["replaced"] and item["practice"] == ASKED]
    assert (old["state"], old["reply"]["text"], old["asked_on"]) == (
        "closed",
        "訂正します",
        ["2026-11-25"],
    )
    (new,) = [item for item in questions if item["practice"] == ASKED and not item["replaced"]]
    assert (new["state"], new["asked_on"]) == ("open", [])
    assert asked.level("N001") == 4
    asked.query("2026-12-02")
    assert {path.stem for path in (asked.out / "queries/2026-12-02").glob("*.txt")} == {"N001"}


def test_a_reply_after_publication_goes_the_same_way(asked: Campaign) -> None:
    day = "2026-12-19"
    code, _, err = asked.call(
        "batch", "publish", asked.out, "--approved-by", "a committee", "--on", day, "--as-of", day,
        "--min-group", 5,
    )  # fmt: skip
    assert code == 0, err
    public = (asked.out / "public/peers.json").read_bytes()
    asked.query("2026-12-21", "--again")
    asked.reply("N001", round_="2026-12-21", reply="公表後の訂正", level=2, by="監査部")
    asked.run()
    asked.enter("N001", outcome="Corrected", on=date(2026, 12, 24), approved_by="佐藤")
    asked.run()
    assert asked.level("N001") == 2
    feedback = (asked.out / "feedback/N001/feedback.json").read_text("utf-8")
    assert '"edition": 2' in feedback
    assert '"edition": 2' not in (asked.out / "feedback/N002/feedback.json").read_text("utf-8")
    assert (asked.out / "public/peers.json").read_bytes() == public


def test_letters_record_and_cases_go_after_the_retention_period(campaign: Campaign) -> None:
    with (campaign.folder / "campaign.yaml").open("a", encoding="utf-8") as file:
        file.write("retain_until: 2027-03-31\n")
    campaign.run()
    campaign.query()
    day = "2027-04-01"
    done, out, err = campaign.call(
        "batch", "purge", campaign.out, "--on", day, "--as-of", day, "--yes"
    )
    assert done == 0, out + err
    left = {path.relative_to(campaign.out).parts[:2] for path in campaign.out.rglob("*")}
    assert not {
        name for name in left if "queries" in name[0] or "cases" in name or "queries.json" in name
    }


def test_what_is_written_is_private(asked: Campaign) -> None:
    for path in (asked.out / "private/queries.json", *(asked.out / "private/cases").iterdir()):
        assert path.stat().st_mode & 0o777 == 0o600, path


def test_a_record_that_cannot_be_read_stops_the_run(asked: Campaign) -> None:
    (asked.out / "private/queries.json").write_text("{}")
    assert "queries.json" in asked.run(code=3)
