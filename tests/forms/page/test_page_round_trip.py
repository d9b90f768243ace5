"""Whatever is entered in the page, or opened in it, is in the file that it saves.

Each set of answers is opened and saved, then entered field by field, saved, opened and saved again:
through the page's own buttons, in a browser.
"""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.forms.conftest import FOLDER, make_submission
from tests.forms.page.browsers import Browser, Chromium, Firefox, until
from tests.forms.page.conftest import answers_in
from tests.forms.test_round_trip import ANSWERS, INSTITUTION, LINE, answers

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_request import FormRequest
from cssa.forms.page.answers_block import content_hash
from cssa.forms.page.writer import write_page
from cssa.workspace import Workspace

SETS = int(os.environ.get("CSSA_PAGE_SETS", "25"))
"""Sets of answers in each browser; every fifth has rows of its own."""
ENTERING = (Path(__file__).parent / "entering.js").read_text(encoding="utf-8")
SHOWN = "return [document.querySelector('dialog')?.textContent, JSON.stringify(cssaForm.state)]"
"""What the page asks, and what it has, for whoever reads why a test failed."""
CHECKLISTS = ROOT / "tests" / "journeys" / "checklist"
KINDS = FOLDER.parent.parent
AS_OF = date(2026, 11, 30)
SETTINGS = settings(
    max_examples=SETS - SETS // 5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # in a browser, shrinking takes long
    suppress_health_check=list(HealthCheck),
)

BROWSERS = [
    pytest.param(Chromium, marks=pytest.mark.external("chromium", "chromedriver", "selenium")),
    pytest.param(
        Firefox,
        marks=[
            pytest.mark.external("firefox", "marionette"),
            # its driver leaves sockets and files to be closed
            pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
            pytest.mark.filterwarnings("ignore::ResourceWarning"),
        ],
    ),
]


@dataclass(frozen=True)
class OpenForm:
    """A blank form in a browser."""

    browser: Browser
    path: Path

    def reopen(self) -> None:
        """Open it as if for the first time."""
        self.browser.run("cssaForm.finish(); cssaForm.isDirty = false; localStorage.clear()")
        self.browser.open("about:blank")
        self.browser.open(self.path.as_uri())

    def saved(self) -> bytes:
        """Return the file that its button saves."""
        self.browser.run("document.getElementById('save').click()")
        (file,) = until(lambda: list(self.browser.downloads.glob("*.json")), "a saved file")
        data = until(file.read_bytes, "a file with content")
        file.unlink()
        return bytes(data)

    def opened_and_saved(self, data: bytes) -> bytes:
        """Return what is saved once a file was opened."""
        self.reopen()
        file = self.path.with_name("answers.json")
        file.write_bytes(data)
        self.browser.run("cssaForm.block.dataset.before = JSON.stringify(cssaForm.state)")
        self.browser.choose("open-file", file)
        changed = "return JSON.stringify(cssaForm.state) !== cssaForm.block.dataset.before"
        try:
            until(lambda: self.browser.run(changed), "an opened file")
        except AssertionError as error:
            error.add_note(str(self.browser.run(SHOWN)))
            raise
        return self.saved()

    def entered_and_saved(self, plain: Any) -> bytes:
        """Return what is saved once answers were entered in the fields."""
        self.reopen()
        self.browser.run(ENTERING, plain)
        return self.saved()


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    started = request.param(tmp_path_factory.mktemp("downloads"))
    yield started
    started.quit()


def _bound(blank: bytes, filled: bytes) -> Any:
    """Return the values that the blank form saves once it has the answers of another."""
    plain = answers_in(blank)
    entered = answers_in(filled)
    for name in ("institution", "assessed_on", "lists", "answers"):
        if name in entered:
            plain[name] = entered[name]
    plain["form"]["content"] = content_hash(plain)
    return plain


def _typed(value: Any) -> Any:
    """Return values as fields hold them: a return ends a line as a line break does."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    return [_typed(item) for item in value] if isinstance(value, list) else value


def _enterable(submission: Submission, edition: Edition) -> Submission:
    """Return answers without what no field of the page takes."""
    plain = _typed(to_plain(submission))
    for practice_id, answer in plain["answers"].items():
        practice = edition.checklist.placed[practice_id].practice
        left_out = ["review", "confirmed"]
        left_out += [] if practice.gives_level else ["treatment"]
        left_out += [] if practice.question_kind.answer_field == "level" else ["done"]
        for name in left_out:
            answer.pop(name, None)
        if "points" in answer:  # boxes are ticked in the order that they have
            order = [point.id for point in practice.points]
            answer["points"] = sorted(answer["points"], key=order.index)
    plain["answers"] = {key: answer for key, answer in plain["answers"].items() if answer}
    for stated in plain["institution"].get("profile", {}).values():
        if isinstance(stated, dict) and stated["value"]:
            stated.pop("reason", None)
    return Submission.model_validate(plain)


@dataclass(frozen=True)
class Journey:
    """A blank form, and how its answers are written, read and scored."""

    form: OpenForm
    blank: bytes
    edition: Edition
    request_for: Callable[..., FormRequest]

    @cached_property
    def _workspace(self) -> Workspace:
        return Workspace(folders=[CHECKLISTS, KINDS])

    def check(self, submission: Submission) -> None:
        """Check that answers come back however they got into the page."""
        opened = self.form.opened_and_saved(_as_bytes(self._bound(submission)))
        self._check_equal(opened, submission)

        enterable = _enterable(submission, self.edition)
        entered = self.form.entered_and_saved(self._bound(enterable))
        self._check_equal(entered, enterable)
        self._check_equal(self.form.opened_and_saved(entered), enterable)

    def _bound(self, submission: Submission) -> Any:
        request = self.request_for(submission, edition=self.edition)
        return _bound(self.blank, write_page(request))

    def _check_equal(self, saved: bytes, given: Submission) -> None:
        context = self._workspace.form_context
        read = complete_answers(read_form(saved, "saved.json", context)).submission
        assert read.answers == given.answers
        assert read.institution == given.institution
        assert read.assessed_on == given.assessed_on
        assert read.lists == given.lists
        assert self._score(read) == self._score(given)

    def _score(self, submission: Submission) -> Result:
        criteria = self._workspace.criteria(self.edition.checklist, None, None)
        edition = self.edition.with_rows(submission.lists)
        return score_submission(edition, submission, criteria, as_of=AS_OF)


def _as_bytes(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode()


@pytest.fixture(scope="module")
def journey(browser, request_for, tmp_path_factory) -> Callable[[Edition], Journey]:
    def start(edition: Edition) -> Journey:
        blank = write_page(request_for(edition=edition))
        path = tmp_path_factory.mktemp("form") / "form.html"
        path.write_bytes(blank)
        browser.open(path.as_uri())
        return Journey(OpenForm(browser, path), blank, edition, request_for)

    return start


@SETTINGS
@given(given=ANSWERS, institution=INSTITUTION)
def test_every_kind_of_answer_comes_back_to_the_fraction_and_the_character(
    given, institution, journey, edition
):
    journey(edition).check(make_submission(given, **institution))


ROW_IDS = ("r1", "r2", "r3", "r4")


def _rows(values: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    given = st.dictionaries(st.sampled_from(ROW_IDS), values, min_size=1)
    return given.map(lambda rows: {"rows": rows})


HOURS = st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,4})?", fullmatch=True)
NAMES = st.lists(
    LINE.map(lambda name: " ".join(name.split())).filter(lambda name: 0 < len(name) < 60),
    min_size=1,
    max_size=len(ROW_IDS),
    unique_by=str.casefold,
)
OWN_ROWS = st.fixed_dictionaries(
    {},
    optional={
        "1-1": answers(st.integers(0, 5).map(lambda level: {"level": level})),
        "1-2": answers(_rows(st.sampled_from(["none", "time", "both"]))),
        "1-3": answers(_rows(HOURS)),
        "1-4": answers(_rows(HOURS)),
        "1-5": answers(HOURS.map(lambda value: {"rows": {"head": value}})),
    },
)


@settings(SETTINGS, max_examples=SETS // 5)
@given(given=OWN_ROWS, names=NAMES)
def test_rows_of_ones_own_come_back_with_their_names(given, names, journey):
    ids = ROW_IDS[: len(names)]
    plain = to_plain(make_submission({}))
    plain["checklist"] = {"id": "continuity", "version": "1"}
    named = [{"id": row, "name": name} for row, name in zip(ids, names, strict=True)]
    plain["lists"] = {"operations": named}
    answered = {key: _of_rows(answer, ids) for key, answer in given.items()}
    plain["answers"] = {key: answer for key, answer in answered.items() if answer}

    edition = Workspace(folders=[CHECKLISTS]).edition("continuity")
    journey(edition).check(Submission.model_validate(plain))


def _of_rows(answer: Any, ids: tuple[str, ...]) -> Any:
    """Return an answer whose rows are those that have a name."""
    known = {row: value for row, value in answer.get("rows", {}).items() if row in (*ids, "head")}
    rest = {key: value for key, value in answer.items() if key != "rows"}
    return {**rest, "rows": known} if known else rest
