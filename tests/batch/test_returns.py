"""Returns: one letter to an institution, in its own words, with what leads out of its case."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.batch.test_ledger import CAMPAIGN, ON_TIME, entry, filed, keep, receipt, row, states

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import placeless
from cssa.batch.intake.refusals import BATCH_CODES
from cssa.batch.ledger.export import LedgerExport
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.returns import letter, plan_returns
from cssa.batch.outputs.sender_words import ADVICE, IN_SENDERS_WORDS, for_sender
from cssa.errors import Problem
from cssa.location import CellLocation, Location
from cssa.messages import LANGS, Lang, catalogue, fitting, message, placeholders
from cssa.messages.problems import describe_all

NEVER_IN_A_BATCH = (*BATCH_CODES, "form.guard.password_extra", "form.guard.password_wrong")
NO_LETTER = tuple(f"batch.content.{kind}" for kind in ("word", "presentation", "download_mark"))
EDITIONS = ("batch.other_checklist", "batch.other_campaign", "form.schema", "form.fingerprint")
OTHERS = ("batch.password", "batch.worker_died", "batch.too_much_memory")
REFUSALS = sorted(
    {
        *(
            code
            for code in catalogue("en")
            if re.match(r"form\.guard|batch\.(archive|content)", code)
        ),
        *EDITIONS,
        *OTHERS,
    }
    - {*NEVER_IN_A_BATCH, *NO_LETTER}
)
NAMES = ("archive", "name")
"""What a letter can say of every file."""
CLERKS_WORDS = re.compile(
    "もらって|受け取って|送り主|送付者|依頼して|Ask for|who sent it|the sender"
)
JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
ENGLISH = re.compile(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}")
OPTION = re.compile(r"(?<![\w-])--?[a-z]")


def letters(*files: Any, **more: Any) -> list[str]:
    ledger = keep(*files, **more)
    returns = plan_returns(ledger, OutFolder(Path("nowhere")))
    return ["\n".join(letter(item, more.get("campaign"), "ja")) for item in returns]


def problem(code: str, *at: Any) -> Problem:
    location = CellLocation("", *at) if at else None
    return Problem(code, dict.fromkeys(placeholders(code), "X"), location)


def refused(path: str, code: str, **more: Any) -> Any:
    ident = more.pop("ident", None)
    return filed(path, ident, kind="refused", problems=(problem(code),), **more)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_has_words_for_the_sender_and_for_the_clerk(code: str, lang: Lang) -> None:
    values = dict.fromkeys({*placeholders(code), *NAMES}, "X")
    assert code in ADVICE
    to_sender = for_sender(Problem(code))
    assert placeholders(to_sender) <= values.keys()
    said, ledger = (
        message(lang, to_sender, fitting(to_sender, values)),
        message(lang, code, fitting(code, values)),
    )
    assert said != ledger
    assert not CLERKS_WORDS.search(said)
    assert not OPTION.search(said + ledger)
    for text in (said, ledger):
        assert JAPANESE.search(text) if lang == "ja" else not JAPANESE.search(text)
        assert lang == "en" or not ENGLISH.search(text)
    assert ("ください" if lang == "ja" else "lease") in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", sorted(IN_SENDERS_WORDS.keys() & catalogue("en").keys()))
def test_what_is_wrong_within_a_form_is_said_in_the_senders_words(code: str, lang: Lang) -> None:
    own = f"batch.letter.to_do.{IN_SENDERS_WORDS[code]}"
    assert placeholders(own) <= placeholders(code)
    form = filed("f/a", "a", kind="problems", problems=(problem(code, "2.1", 3, 1),))
    (text,) = letters(form._replace(head=form.head._replace(lang=lang)))
    assert message(lang, own, fitting(own, problem(code).params)) in text
    assert not CLERKS_WORDS.search(text)


def test_an_institution_gets_one_letter_on_all_its_files() -> None:
    (text,) = letters(
        refused("f/a_1.xlsx", "form.guard.damaged"),
        refused("f/a_2.xlsx", "form.guard.far_cell"),
        filed("f/a.xlsx", "a", kind="waiting_password", problems=(problem("batch.password"),)),
    )
    assert text.startswith("ご提出のお願い（再送）")
    assert [text.count(f"a{ending}.xlsx") for ending in ("_1", "_2", "")] == [1, 1, 1]


def test_the_title_says_what_is_asked() -> None:
    form = filed("f/a", "a", kind="problems", problems=(problem("form.formula", "2.1", 5, 9),))
    english = form._replace(head=form.head._replace(lang="en"))
    assert letters(form)[0].startswith("修正のお願い\n")
    assert letters(english)[0].startswith("Request for corrections\n")


def test_a_review_form_in_place_of_a_form_is_no_form_that_lost_something() -> None:
    (text,) = letters(refused("f/a.xlsx", "line_review.found"))
    assert message("ja", "batch.letter.to_do.other_file") in text


def test_a_letter_that_only_asks_for_a_password_asks_for_no_form() -> None:
    locked = filed("f/a.xlsx", "a", kind="waiting_password", problems=(problem("batch.password"),))
    (text,) = letters(locked)
    assert text.startswith("ご対応のお願い\n")
    (text,) = letters(locked, refused("f/a_1.xlsx", "form.guard.damaged"))
    assert text.startswith("ご提出のお願い（再送）\n")


def test_a_zip_within_a_zip_is_named_with_the_one_it_is_in() -> None:
    (text,) = letters(refused("f/sub/all.zip!x/a.zip", "batch.content.inner_zip"))
    assert "all.zipの中に、さらにZIP（a.zip）が入っているため" in text


def test_a_letter_is_addressed_and_has_the_deadline_that_holds_for_the_institution() -> None:
    form = filed("f/a", "a", kind="problems", problems=(problem("form.formula", "2.1", 5, 9),))
    (text,) = letters(form, campaign=CAMPAIGN)
    assert "\nname of a　御中\n" in text
    assert "\nご提出期限：2026年11月20日\n" in text
    later = entry("a", extended_to=date(2026, 12, 4))
    (text,) = letters(form, campaign=CAMPAIGN, roster=[later])
    assert "\nご提出期限：2026年12月4日\n" in text


def test_a_letter_says_what_the_campaign_lays_down() -> None:
    form = filed("f/a", "a", kind="problems", problems=(problem("form.formula", "2.1", 5, 9),))
    laid_down = {"marking": "機密性2情報", "use": "集計のみ", "retain_until": "2029-03-31"}
    written = CAMPAIGN.model_dump(exclude_none=True, by_alias=True)
    (text,) = letters(form, campaign=Campaign.model_validate({**written, **laid_down}))
    assert text.startswith("取扱注意・機密性2情報\n修正のお願い\n")
    assert "\n利用目的：集計のみ\n保存期限：2029年3月31日\n" in f"{text}\n"
    (text,) = letters(form, campaign=CAMPAIGN)
    assert "取扱注意" not in text


def test_one_fault_in_many_cells_is_one_line() -> None:
    cells = tuple(problem("form.formula", "2.1", row, 9) for row in range(5, 31))
    (text,) = letters(filed("f/a", "a", kind="problems", problems=cells))
    (line,) = [line for line in text.splitlines() if line.startswith("・")]
    assert line.startswith("・シート「2.1」のI5、I6、I7、I8、I9 ほか21か所：")


@pytest.mark.parametrize(
    ("reason", "is_said"),
    [(problem("form.formula", "2.1", 5, 9), True), (problem("form.sheet_lost"), False)],
)
def test_cells_are_highlighted_where_a_reason_is_at_one(reason: Problem, is_said: bool) -> None:
    form = filed("f/a.xlsx", "a", kind="problems", problems=(reason,))
    (item,) = plan_returns(keep(form), OutFolder(Path("nowhere")))
    returned = item._replace(marked={form.head.sha256: "returns/a.xlsx"})
    said = message("ja", "batch.letter.marked", {"name": "a.xlsx"})
    assert (said in letter(returned, CAMPAIGN, "ja")) is is_said


def test_a_letter_has_the_place_in_the_file_and_no_folder_of_the_issuer() -> None:
    wrong = Problem("value.empty", {}, Location("", 4, 20), ("answers", "2.1.1-1"))
    (text,) = letters(filed("secret/a.yaml", "a", kind="problems", problems=(wrong,)))
    assert "・4:20：answers.2.1.1-1: " in text
    assert "secret" not in text


def test_what_the_clerk_has_to_look_at_is_no_matter_of_the_sender() -> None:
    form = filed("f/a", "x", kind="problems", problems=(problem("form.formula", "2.1", 5, 9),))
    (text,) = letters(form, receipts=[receipt("elsewhere/z")])
    assert len([line for line in text.splitlines() if line.startswith("・")]) == 1


@pytest.mark.parametrize(
    "code", ["batch.content.pdf", "form.guard.empty", "batch.content.other_workbook"]
)
def test_what_lies_beside_a_form_brings_no_letter(code: str) -> None:
    beside = refused("f/a_2.bin", code)
    assert letters(beside, filed("f/a.xlsx")) == []
    assert states(keep(beside, filed("f/a.xlsx")))["f/a_2.bin"] == "other_document"
    assert row(keep(beside, filed("f/a.xlsx")), "a").marks == ()
    assert len(letters(beside)) == 1
    assert letters(refused("f/unknown.bin", code)) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "code",
    [
        *(f"batch.content.{kind}" for kind in ("pdf", "image", "other_workbook")),
        *(f"form.guard.{kind}" for kind in ("empty", "text", "html", "not_zip", "not_workbook")),
    ],
)
def test_of_what_is_set_aside_the_ledger_asks_for_no_form(code: str, lang: Lang) -> None:
    expected = {
        "f/a_2.bin": {"ja": "対応は不要です。", "en": "nothing to do."},
        "f/unknown.bin": {"ja": "確認してください。", "en": "in place of a form."},
    }
    ledger = keep(*(refused(path, code) for path in expected), filed("f/a.xlsx"))
    for filing in ledger.filings[1:]:
        (text,) = describe_all(map(placeless, filing.reasons), lang)
        assert text.endswith(expected[filing.path][lang])


@pytest.mark.parametrize("code", ["batch.content.mail", "batch.content.archive"])
def test_what_may_hold_a_later_form_is_to_be_looked_into(code: str) -> None:
    ledger = keep(refused("f/a_2.bin", code), filed("f/a.xlsx"))
    assert [reason.code for reason in ledger.filings[1].reasons] == [code]


def test_what_may_hold_a_form_is_not_set_aside() -> None:
    assert len(letters(refused("f/forms.7z", "batch.content.archive"))) == 1
    assert len(letters(refused("f/form.xlsx", "form.guard.text"))) == 1


@pytest.mark.parametrize(
    "name",
    [
        "a.part",
        "a.CRDOWNLOAD",
        "~a.tmp",
        "a.lnk",
        "a.webloc",
        "a.gdoc",
        "a.txt",
        "a:Zone.Identifier",
    ],
)
def test_files_that_are_never_forms_are_other_documents(name: str) -> None:
    file = refused(f"f/{name}", "form.guard.text")
    assert letters(file) == []
    ledger = keep(file, roster=(entry("a"),))
    assert set(states(ledger).values()) == {"other_document"}
    assert row(ledger, "a").state == "missing"


def test_a_form_counts_whatever_its_file_is_called() -> None:
    assert states(keep(filed("f/a.part"))) == {"f/a.part": "accepted"}


def test_a_receipt_for_another_document_is_no_file_that_is_lost() -> None:
    ledger = keep(
        refused("f/letter.txt", "form.guard.text"), receipts=[receipt("letter.txt", ON_TIME)]
    )
    assert ledger.unmatched_receipts == ()


@pytest.mark.parametrize("lang", LANGS)
def test_the_ledger_is_in_one_language(lang: Lang) -> None:
    files = [refused(f"f/{number}.bin", code) for number, code in enumerate(REFUSALS)]
    text = LedgerExport(keep(*files), (), date(2026, 12, 1), {}, "x", lang).csv().decode()
    assert bool(JAPANESE.search(text)) == (lang == "ja")


def test_the_letter_names_campaign_issuer_and_contact() -> None:
    campaign = Campaign.model_validate(
        {
            "schema": "cssa.campaign/1",
            "id": "2026",
            "title": {"ja": "調査甲", "en": "Survey A"},
            "issuer": {"ja": "依頼官庁", "en": "The authority"},
            "contact": {"ja": "担当係", "en": "The desk"},
        }
    )
    (text,) = letters(refused("f/a.xlsx", "form.guard.damaged"), campaign=campaign)
    assert "実施回：調査甲" in text
    assert text.endswith("\n\n実施主体：依頼官庁\nお問合せ先：担当係")
    assert "期限" not in text
