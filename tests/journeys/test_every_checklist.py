"""Every checklist that ships, and those of these tests, through everything done with answers."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
import yaml
from tests.interview.conftest import ScriptedPrompter
from tests.journeys.test_kinds import flat, ran

from cssa.answers.answers_file import AnswersFile
from cssa.answers.serialization import to_yaml
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.header import NO_TARGETS
from cssa.engine.asked_questions import asked_questions
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.synth.generator import Generator
from cssa.synth.traits import load_traits
from cssa.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
OWN = Path(__file__).parent / "checklist"
FOLDERS = sorted(
    path.parent for top in (ROOT / "checklists", OWN) for path in top.glob("*/*/checklist.yaml")
)
YEAR = 2026
LANG: dict[str, Any] = {"lang": "ja"}

Cssa = Callable[..., Any]


class Answered(NamedTuple):
    """A checklist with generated answers in a file."""

    edition: Edition
    submission: Submission
    path: Path
    workspace: Workspace


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace(folders=[OWN])


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.parent.name)
def answered(
    request: pytest.FixtureRequest, workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> Answered:
    edition = workspace.edition(request.param.parent.name, request.param.name)
    generator = Generator(7, edition, load_traits(), YEAR)
    submission = generator.submission(generator.numbers(1)[0])
    path = tmp_path_factory.mktemp("answered") / "answers.yaml"
    path.write_text(to_yaml(submission), "utf-8")
    return Answered(edition, submission, path, workspace)


@pytest.fixture(autouse=True)
def _own_checklists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))


def _content(path: Path) -> dict[str, Any]:
    content = yaml.safe_load(path.read_text("utf-8"))
    return {name: content.get(name) for name in ("answers", "lists")}


def test_lint(answered: Answered, cssa_inline: Cssa) -> None:
    checklist = answered.edition.checklist
    name = f"{checklist.id}@{checklist.version}"
    assert cssa_inline("checklist", "lint", name, "--strict", **LANG).code == 0


def test_show(answered: Answered, cssa_inline: Cssa) -> None:
    checklist = answered.edition.checklist
    shown = flat(ran(cssa_inline("checklist", "show", checklist.id, **LANG)).out)
    for placed in checklist.walk():
        assert flat(placed.practice.title.get("ja")) in shown


def _interview(edition: Edition, workspace: Workspace, path: Path, *lines: str) -> list[str]:
    """Answer from the first question on; return what was shown."""
    file = AnswersFile.open(
        path,
        check=lambda read: workspace.check(read, edition),
        order=list(edition.checklist.placed),
    )
    criteria, scales = (
        workspace.criteria(edition.checklist),
        workspace.scoring_data.level_wording(edition.checklist),
    )
    today = date(YEAR, 11, 20)
    session = Session(edition, file.submission, criteria, as_of=today)
    session.go_to(session.queue[0])
    prompter = ScriptedPrompter(*lines)
    dialogue = Dialogue(prompter, "ja", today)
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    saver = AnswerSaver(dialogue, session, file, AnswerText(dialogue, scales))
    setup = Setup(dialogue, asked, workspace.scoring_data.sectors)
    LineInterview(
        saver,
        setup,
        scales,
        cases_of=lambda _: (),
        file_arguments="answers.yaml",
        show_figures=lambda _: None,
        save_bookmark=lambda _: None,
    ).run()
    return prompter.shown


def test_assess(answered: Answered, tmp_path: Path) -> None:
    """Every question is shown with its answer, and the review at the end."""
    edition = answered.edition
    path = tmp_path / "answers.yaml"
    path.write_bytes(answered.path.read_bytes())
    lines = ["n", *[""] * (len(edition.checklist.placed) + 2)]
    shown = flat("\n".join(_interview(edition, answered.workspace, path, *lines)))
    queue = list(answered.submission.answers)
    for practice in queue[1:]:
        assert flat(edition.checklist.placed[practice].practice.question.get("ja")) in shown
    assert _content(path) == _content(answered.path)


def test_an_empty_line_answers_that_it_is_being_checked(
    workspace: Workspace, tmp_path: Path
) -> None:
    edition = workspace.edition("incident-first-report")
    path = tmp_path / "answers.yaml"
    path.write_text(
        """\
schema: cssa.answers/1
checklist: {id: incident-first-report, version: "2015-12-03"}
institution: {id: x1, name: 凪浜信用金庫, sector: shinkin}
answers: {}
""",
        "utf-8",
    )
    lines = ["n", "", "s", "1", "", "q"]
    shown = "\n".join(_interview(edition, workspace, path, *lines))
    assert "Enter だけを押すと「確認中」と回答します。" in shown
    answers = yaml.safe_load(path.read_text("utf-8"))["answers"]
    assert answers == {
        "1": {"rows": {"time": "checking", "informant": "checking"}},
        "3": "checking",
    }


def test_form_out_and_back(answered: Answered, cssa_inline: Cssa, tmp_path: Path) -> None:
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    ran(cssa_inline("form", "new", "--answers", answered.path, "-o", form, **LANG))
    ran(cssa_inline("form", "read", form, "-o", back, **LANG))
    assert _content(back) == _content(answered.path)


def test_score_and_explain(answered: Answered, cssa_inline: Cssa) -> None:
    result = ran(cssa_inline("score", answered.path, "--format", "json")).json
    assert result["scored"] == answered.edition.checklist.scored
    ran(cssa_inline("score", answered.path, **LANG))
    practice = next(iter(answered.submission.answers))
    ran(cssa_inline("explain", answered.path, practice, **LANG))


def test_report(answered: Answered, cssa_inline: Cssa, tmp_path: Path) -> None:
    for form in ("html", "md", "json", "xlsx"):
        path = tmp_path / f"report.{form}"
        ran(cssa_inline("report", answered.path, "-o", path, **LANG))
        assert path.stat().st_size
    title = answered.edition.checklist.title.get("ja")
    assert title in (tmp_path / "report.html").read_text("utf-8")
    checklist = answered.edition.checklist
    use = json.loads((tmp_path / "report.json").read_text("utf-8")).get("use", [])
    assert bool(use) == bool(checklist.use or checklist.historical or checklist.restricted)


def test_without_targets_nothing_speaks_of_them(
    answered: Answered, cssa_inline: Cssa, tmp_path: Path
) -> None:
    sets_targets = answered.edition.checklist.default_targets != NO_TARGETS
    words = ("目標を下回る", "目標の適用", "、目標-", "目標なし", "成熟度と目標")
    shown = [ran(cssa_inline("score", answered.path, **LANG)).out]
    for form in ("html", "md"):
        path = tmp_path / f"report.{form}"
        ran(cssa_inline("report", answered.path, "-o", path, **LANG))
        shown.append(path.read_text("utf-8"))
    book = tmp_path / "report.xlsx"
    ran(cssa_inline("report", answered.path, "-o", book, **LANG))
    with ZipFile(book) as parts:
        shown += [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    assert any(word in text for word in words for text in shown) == sets_targets


def test_gate(answered: Answered, cssa_inline: Cssa, tmp_path: Path) -> None:
    run = cssa_inline("gate", answered.path, "-o", f"json={tmp_path / 'verdict.json'}")
    assert run.code in ((0, 1) if answered.edition.checklist.scored else (0, 1, 3)), run.err


def test_batch(answered: Answered, cssa_inline: Cssa, tmp_path: Path) -> None:
    checklist = answered.edition.checklist
    given, out = tmp_path / "in", tmp_path / "out"
    name = f"{checklist.id}@{checklist.version}"
    generate = ("population", "generate", "--institutions", "2", "--seed", "5", "-o", given)
    ran(cssa_inline(*generate, "-c", name, **LANG))
    lists = {"campaign": "campaign.yaml", "roster": "roster.csv", "received": "received.csv"}
    options = [f"--{option}={given / file}" for option, file in lists.items()]
    run = ("batch", "run", given / "forms", "-o", out, "--workers", "1", "--formats", "md")
    ran(cssa_inline(*run, *options, "-c", name, **LANG))
    reports = list((out / "feedback").glob("*/feedback.md"))
    assert len(reports) == 2
    assert (out / "private" / "population.sqlite").is_file()
