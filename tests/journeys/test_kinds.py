"""A checklist with every kind of question, through everything that is done with answers."""

import html
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from openpyxl import load_workbook
from tests.forms.office import fill
from tests.interview.conftest import ScriptedPrompter

from cssa.answers.answers_file import AnswersFile
from cssa.checklist.model import Checklist
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.messages import LANGS, Lang
from cssa.workspace import Workspace

TODAY = date(2026, 11, 20)
SURVEY = Path(__file__).parent / "checklist" / "survey" / "1"

ANSWERS: dict[str, Any] = {
    "1-1": "few",
    "1-2": ["test", "signature"],
    "1-3": {"rows": {"planned": "used", "urgent": "draft"}},
    "1-4": {"value": "45"},
    "1-5": 2,
    "2-1": {"text": "Portal"},
    "2-2": ["staff", "customers"],
    "2-3": "site",
    "2-4": {"value": "12"},
    "2-5": 3,
    "2-a": {"rows": {"head": "used", "branch": "unused"}},
}
LEVELS = {"1-1": 1, "1-2": 3, "1-3": 2, "1-4": 1, "1-5": 2, "2-5": 3}


class Words(NamedTuple):
    """What outputs say of an answer, and of the next step."""

    chosen: str
    next_step: str | None = None


WORDS: dict[str, dict[Lang, Words]] = {
    "1-1": {
        "ja": Words("一部の製品", "半分ほどの製品"),
        "en": Words("For a handful of products", "For about half of the products"),
    },
    "1-2": {
        "ja": Words("試験環境での試験／署名の検証", "次のすべて（試験環境での試験、第三者の確認、署名の検証）"),
        "en": Words(
            "A trial in a test environment; Verification of signatures",
            "all of these (A trial in a test environment, A second person's review, "
            "Verification of signatures)",
        ),
    },
    "1-3": {
        "ja": Words("定例の更新：使っている／緊急の更新：案がある", "すべての行で「使っている」以上"),
        "en": Words(
            "Regular fixes: It is in use; Urgent fixes: There is a draft",
            '"It is in use" or better in every row',
        ),
    },
    "1-4": {"ja": Words("45日", "30日以下"), "en": Words("45 days", "30 days or less")},
    "2-1": {"ja": Words("Portal"), "en": Words("Portal")},
    "2-2": {"ja": Words("職員／顧客"), "en": Words("Staff; Customers")},
    "2-3": {"ja": Words("ウェブサイト"), "en": Words("On the web site")},
    "2-4": {"ja": Words("12"), "en": Words("12")},
    "2-a": {
        "ja": Words("本部：使っている／営業店：使っていない"),
        "en": Words("Head office: Used; Branches: Not used"),
    },
}  # fmt: skip
BELOW_TARGET = ("1-1", "1-3", "1-4")
"""Those of them whose level is below the target."""

Cssa = Callable[..., Any]
Write = Callable[[dict[str, Any]], Path]


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same checklist in English only."""
    folder = tmp_path_factory.mktemp("english") / "survey" / "1"
    folder.mkdir(parents=True)
    header = (SURVEY / "checklist.yaml").read_text("utf-8")
    (folder / "checklist.yaml").write_text(header + "languages: [en]\n", "utf-8")
    for path in (SURVEY / "1.yaml", SURVEY / "2.yaml"):
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    for path in folder.iterdir():
        text = re.sub(r'\bja: (?:"[^"]*"|[^,"]*), (?=en: )', "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture(params=[*LANGS, "english"])
def case(request: pytest.FixtureRequest) -> str:
    """A language of the run, or ``english`` for the checklist in English only."""
    return str(request.param)


@pytest.fixture
def lang(case: str) -> Lang:
    return "ja" if case == "ja" else "en"


@pytest.fixture
def survey(case: str, english: Path) -> Path:
    return english if case == "english" else SURVEY


@pytest.fixture(autouse=True)
def _own_checklist(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    used = request.getfixturevalue("survey") if "case" in request.fixturenames else SURVEY
    monkeypatch.setenv("CSSA_CHECKLISTS", str(used.parents[1]))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_answers(answers: dict[str, Any], name: str = "answers.yaml") -> Path:
        document = {
            "schema": "cssa.answers/1",
            "checklist": {"id": "survey", "version": "1"},
            "institution": {"id": "bank-a", "name": "Bank A", "sector": "regional_bank"},
            "assessed_on": "2026-11-01",
            "answers": answers,
        }
        path = tmp_path / name
        path.write_text(json.dumps(document), "utf-8")
        return path

    return write_answers


def ran(run: Any) -> Any:
    assert run.code == 0, run.err
    return run


def flat(text: str) -> str:
    """Return a text without its blanks and line breaks, which depend on the width of a page."""
    return "".join(text.split())


def _checklist(survey: Path) -> Checklist:
    return Workspace(folders=[survey.parents[1]]).edition("survey").checklist


def interview(survey: Path, path: Path, lang: Lang, *lines: str) -> str:
    """Run an interview with these lines and the end of the input; return what it shows."""
    workspace = Workspace(folders=[survey.parents[1]])
    edition, data = workspace.edition("survey"), workspace.scoring_data
    prompter = ScriptedPrompter("n", *lines)
    dialogue = Dialogue(prompter, lang, TODAY)
    order = list(edition.checklist.placed)
    file = AnswersFile.open(path, check=lambda read: workspace.check(read, edition), order=order)
    session = Session(edition, file.submission, workspace.criteria(edition.checklist), as_of=TODAY)
    saver = AnswerSaver(dialogue, session, file, AnswerText(dialogue, data.level_wording()))
    LineInterview(
        saver,
        Setup(dialogue, data.profile, data.sectors),
        data.level_wording(),
        show_figures=lambda _: None,
        save_bookmark=lambda _: None,
        cases_of=lambda _: (),
        file_arguments="answers.yaml",
    ).run()
    return "\n".join(prompter.shown)


def test_assess(lang: Lang, survey: Path, write: Write) -> None:
    typed = ("2", "1 3", "3 2", "45", "2", "Portal", "1 2", "2", "12", "3", "2 1")
    path = write({})
    lines = [
        line
        for practice, text in zip(ANSWERS, typed, strict=True)
        for line in ([text] if practice in ("1-5", "2-5") else [text, ""])  # a level goes on alone
    ]
    shown = interview(survey, path, lang, *lines)
    assert yaml.safe_load(path.read_text("utf-8"))["answers"] == ANSWERS
    for practice, words in WORDS.items():
        assert flat(words[lang].chosen) in flat(shown), practice


def test_assess_leaves_out_what_is_not_asked(lang: Lang, survey: Path, write: Write) -> None:
    shown = interview(survey, write({"1-1": "all", "2-2": ["staff"]}), lang, *[""] * 7)
    assert "2-4 > " in shown
    assert "2-1 > " not in shown
    assert "2-3 > " not in shown


def test_form_out_and_back(lang: Lang, write: Write, cssa_inline: Cssa, tmp_path: Path) -> None:
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    ran(cssa_inline("form", "new", "--answers", write(ANSWERS), "-o", form, lang=lang))
    ran(cssa_inline("form", "read", form, "-o", back, lang=lang))
    assert yaml.safe_load(back.read_text("utf-8"))["answers"] == ANSWERS


def test_a_form_says_when_a_question_is_asked(
    lang: Lang, survey: Path, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    ran(cssa_inline("form", "new", "-c", survey, "-o", form, lang=lang))
    sheet = load_workbook(form)["2"]
    row = next(cells for cells in sheet.iter_rows() if cells[0].value == "2-1")
    question = str(row[5].value)
    for word in {"ja": ("一部の製品", "半分ほどの製品"), "en": ("handful", "about half")}[lang]:
        assert word in question
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert any('"2-1"' in rule.formula[0] and "cssa_asked_1" in rule.formula[0] for rule in rules)


def test_long_texts_of_a_form_are_whole_on_a_sheet_of_their_own(
    lang: Lang, survey: Path, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    ran(cssa_inline("form", "new", "-c", survey, "-o", form, lang=lang))
    book = load_workbook(form)
    pitfalls = _checklist(survey).placed["2-a"].practice.pitfalls
    assert pitfalls is not None
    text = pitfalls.get(lang)
    name = {"ja": "長い文の全文", "en": "Long texts"}[lang]
    assert text in "".join(str(cell.value or "") for (cell,) in book[name].iter_rows(max_col=1))
    row = next(cells for cells in book["2"].iter_rows() if cells[0].value == "2-a")
    assert text.startswith(str(row[7].value).partition("…")[0].strip())
    assert name in str(row[7].value)


@pytest.mark.external("soffice", "uno")
def test_a_form_filled_in_an_office_program(
    write: Write, cssa_inline: Cssa, tmp_path: Path
) -> None:
    form, saved, back = (tmp_path / name for name in ("form.xlsx", "saved.xlsx", "back.yaml"))
    ran(cssa_inline("form", "new", "--answers", write({}), "-o", form))
    book = load_workbook(form)
    rows = {
        cells[0].value: (sheet.title, cells[0].row)
        for sheet in (book["1"], book["2"])
        for cells in sheet.iter_rows()
        if cells[0].value
    }
    progress = next(
        cell.coordinate
        for (cell,) in book["Cover"].iter_rows(min_col=3, max_col=3)
        if str(cell.value).startswith("=(")
    )
    entered = {
        "1-1": "For a handful of products", "1-2/test": "○", "1-2/signature": "○",
        "1-3/planned": "It is in use", "1-3/urgent": "There is a draft", "1-4": "45",
        "2-2/staff": "○", "2-4": "12", "2-1": "Portal",
    }  # fmt: skip
    steps = [
        {"sheet": rows[key][0], "cell": f"I{rows[key][1]}", "how": "set", "text": text}
        for key, text in entered.items()
    ]
    steps.append({"sheet": "Cover", "cell": progress, "how": "look", "text": ""})
    shown = fill(form, saved, steps)
    assert shown[-1]["text"] == "7 / 10"  # 2-3 is not asked: customers are not told
    ran(cssa_inline("form", "read", saved, "-o", back))
    answers = yaml.safe_load(back.read_text("utf-8"))["answers"]
    expected = {name: value for name, value in ANSWERS.items() if name[:3] not in ("2-3", "2-5")}
    del expected["1-5"], expected["2-a"]
    assert answers == {**expected, "2-2": ["staff"]}


def test_score(lang: Lang, write: Write, cssa_inline: Cssa) -> None:
    path = write(ANSWERS)
    result = ran(cssa_inline("score", path, "--format", "json")).json
    levels = {p["id"]: p["level"] for domain in result["domains"] for p in domain["practices"]}
    assert {name: level for name, level in levels.items() if level is not None} == LEVELS
    shown = flat(ran(cssa_inline("score", path, lang=lang)).out)
    for practice in BELOW_TARGET:
        assert flat(WORDS[practice][lang].chosen) in shown


@pytest.mark.parametrize("practice", WORDS)
def test_explain(practice: str, lang: Lang, write: Write, cssa_inline: Cssa) -> None:
    shown = flat(ran(cssa_inline("explain", write(ANSWERS), practice, lang=lang)).out)
    words = WORDS[practice][lang]
    assert flat(words.chosen) in shown
    assert flat(words.next_step or "") in shown


@pytest.mark.parametrize(
    ("practice", "answers"), [("2-1", {"1-1": "all"}), ("2-3", {"2-2": ["staff"]})]
)
def test_an_answer_that_another_leaves_out_is_a_finding(
    practice: str, answers: dict[str, Any], write: Write, cssa_inline: Cssa
) -> None:
    def findings(given: dict[str, Any]) -> list[str]:
        result = ran(cssa_inline("score", write(given), "--format", "json")).json
        found = result["findings"]
        return [each["practice"] for each in found if each["code"] == "answered_unasked"]

    assert findings(ANSWERS) == []
    assert findings({**ANSWERS, **answers}) == [practice]
    del answers[next(iter(answers))]
    open_question = {"2-1": "1-1", "2-3": "2-2"}[practice]
    assert findings({k: v for k, v in ANSWERS.items() if k != open_question}) == []


@pytest.mark.parametrize("form", ["html", "md", "json", "xlsx"])
def test_report(form: str, lang: Lang, write: Write, cssa_inline: Cssa, tmp_path: Path) -> None:
    path = tmp_path / f"report.{form}"
    ran(cssa_inline("report", write(ANSWERS), "-o", path, "--as-of", "2026-11-20", lang=lang))
    text = _shown(path, lang)
    for practice, words in WORDS.items():
        assert flat(words[lang].chosen) in flat(text), practice
        if practice in BELOW_TARGET:
            assert flat(words[lang].next_step or "") in flat(text), practice


def _shown(path: Path, lang: Lang) -> str:
    """Return the texts of an output of any format."""
    if path.suffix == ".xlsx":
        cells = (c for sheet in load_workbook(path) for row in sheet.iter_rows() for c in row)
        return "\n".join(str(cell.value) for cell in cells if cell.value is not None)
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return "\n".join(_texts(json.loads(text), lang))
    return html.unescape(text).replace("\\", "")


def _texts(value: Any, lang: Lang) -> list[str]:
    """Return the texts of a JSON document, with lists of texts as they are shown."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each, lang)]
    if isinstance(value, list):
        joined = [{"ja": "／", "en": "; "}[lang].join(v for v in value if isinstance(v, str))]
        return joined + [text for each in value for text in _texts(each, lang)]
    return [str(value)]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_gate(form: str, lang: Lang, write: Write, cssa_inline: Cssa, tmp_path: Path) -> None:
    path = tmp_path / "verdict"
    run = cssa_inline(
        "gate", write(ANSWERS), "-o", f"{form}={path}", "--as-of", "2026-11-20", lang=lang
    )
    assert run.code == 1, run.err
    shown = flat(path.read_text("utf-8").replace("\\", ""))
    for practice in BELOW_TARGET:
        assert flat(WORDS[practice][lang].chosen) in shown, practice
        assert flat(WORDS[practice][lang].next_step or "") in shown, practice


@pytest.fixture(scope="session")
def campaign(cssa_once: Cssa, make_once: Callable[..., Path]) -> Path:
    """A campaign of generated institutions that was taken in. Do not write there."""

    def make(folder: Path) -> None:
        drawn, survey = folder / "in", ("-c", SURVEY)
        asked = ("--institutions", 12, "--seed", 3, "-o", drawn, *survey)
        assert cssa_once("population", "generate", *asked, lang="ja").code == 0
        lists = [f"--{name}={drawn}/{file}" for name, file in _LISTS.items()]
        formats = ("--formats", "html,json,md,xlsx", "--workers", 1)
        batch = ("batch", "run", drawn / "forms", "-o", folder / "out", *lists, *survey, *formats)
        assert cssa_once(*batch, lang="ja").code == 0

    return make_once("kinds", make)


_LISTS = {"campaign": "campaign.yaml", "roster": "roster.csv", "received": "received.csv"}


def _generated(campaign: Path) -> dict[str, dict[str, Any]]:
    files = sorted((campaign / "in" / "answers").glob("*.yaml"))
    return {file.stem: yaml.safe_load(file.read_text("utf-8"))["answers"] for file in files}


def _choice(answers: dict[str, Any], practice: str) -> str | None:
    """Return the option chosen, in the short or the long form of an answer."""
    answer = answers.get(practice)
    return answer.get("choice") if isinstance(answer, dict) else answer


def test_generated_institutions_answer_questions_of_every_kind(campaign: Path) -> None:
    institutions = _generated(campaign).values()
    answered = {practice for answers in institutions for practice in answers}
    assert answered == set(ANSWERS)
    for answers in institutions:
        assert "2-1" not in answers or _choice(answers, "1-1") in ("few", "half")


def test_batch_stores_what_was_chosen(campaign: Path) -> None:
    generated = _generated(campaign)
    with closing(sqlite3.connect(campaign / "out" / "private" / "population.sqlite")) as store:
        rows = store.execute(
            "SELECT institution, practice, item, option, option_en, item_en FROM options_chosen"
        ).fetchall()
        numbers = store.execute(
            "SELECT institution, practice, number, text FROM answers WHERE number IS NOT NULL "
            "OR text IS NOT NULL"
        ).fetchall()
    assert len({institution for institution, *_ in rows}) == len(generated)
    titles = {(practice, option): title for _, practice, _, option, title, _ in rows}
    assert ("1-1", "all") not in titles or titles["1-1", "all"] == "For nearly every product"
    assert all(item_en for _, practice, item, _, _, item_en in rows if practice == "1-3")
    assert {practice for _, practice, *_ in numbers} == {"1-4", "2-1", "2-4"}
    for institution, practice, number, text in numbers:
        answer = generated[institution][practice]
        assert (answer.get("value"), answer.get("text")) == (number, text)


@pytest.mark.parametrize("form", ["html", "json", "md", "xlsx"])
def test_feedback_says_what_was_chosen(form: str, campaign: Path) -> None:
    options = {
        option.id: option.get("ja") for option in _checklist(SURVEY).placed["1-1"].practice.options
    }
    generated = _generated(campaign)
    shown = {
        path.parent.name: _shown(path, "ja")
        for path in (campaign / "out" / "feedback").glob(f"*/feedback.{form}")
    }
    assert shown.keys() == generated.keys()
    for institution, answers in generated.items():
        choice = _choice(answers, "1-1")
        assert choice is None or options[choice] in shown[institution]
        if "2-4" in answers:
            assert answers["2-4"]["value"] in shown[institution]
