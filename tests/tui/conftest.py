"""The full screen on made-up answers, without a terminal."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.engine.asked_questions import asked_questions
from cssa.interview.answer_text import AnswerText
from cssa.interview.drafts import Drafts
from cssa.interview.facts import InstitutionFacts
from cssa.interview.recording import Recorder
from cssa.interview.session import Session
from cssa.interview.words import Words
from cssa.library.related_cases import PracticeCases
from cssa.messages import Lang
from cssa.tui.app import InterviewApp
from cssa.tui.main import MainScreen
from cssa.tui.model import ScreenModel

TODAY = date(2026, 11, 20)


def make_model(
    path: Path,
    workspace: Any,
    *,
    lang: Lang = "ja",
    previous: dict[str, Any] | None = None,
    bookmark: str | None = None,
    **options: Any,
) -> ScreenModel:
    """Return the interview on an answers file."""
    loaded = AnswersFile.read_unchecked(path)
    edition = workspace.edition_of(loaded)
    criteria = workspace.criteria(edition.checklist)
    file = AnswersFile.open(
        path,
        check=lambda loaded: workspace.check(loaded, edition),
        order=list(edition.checklist.placed),
    )
    session = Session(
        edition,
        file.submission,
        criteria,
        as_of=TODAY,
        previous_answers=previous,
        bookmark=bookmark,
    )
    words, scales = Words(lang), workspace.scoring_data.level_wording(edition.checklist)
    is_read_only = options.get("is_read_only", False)
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    return ScreenModel(
        recorder=Recorder(session, file, AnswerText(words, scales), is_read_only=is_read_only),
        words=words,
        scales=scales,
        facts=InstitutionFacts(words, asked, workspace.scoring_data.sectors),
        drafts=Drafts(path),
        today=TODAY,
        cases_of=PracticeCases(
            workspace.library.incidents,
            edition.checklist.id,
            session.submission.institution.sector,
        ).of,
        figures=lambda _, width: f"figures {width}",
        save_bookmark=lambda _: None,
        **options,
    )


class Run:
    """One run of the application, driven by keys."""

    def __init__(self, app: InterviewApp, pilot: Any, path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)
        await self.pilot.pause()

    @property
    def model(self) -> ScreenModel:
        assert self.app.model is not None
        return self.app.model

    @property
    def main(self) -> MainScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    @property
    def text(self) -> str:
        """What the screen shows, as plain lines."""
        return screen_text(self.app)

    def answer(self, practice: str) -> Any:
        answers = AnswersFile.read_unchecked(self.path).submission.answers
        return answers.get(practice)


def screen_text(app: Any) -> str:
    """Return the screen as lines of text, without what stands at their ends."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    rendered = ["".join(segment.text for segment in strip).rstrip() for strip in lines]
    assert len(rendered) == height
    assert width
    return "\n".join(rendered)


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from cssa.cli.environment import open_workspace

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CSSA_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_workspace()


Drive = Callable[[Run], Awaitable[None]]


@pytest.fixture
def run_screen(tmp_path: Path, workspace: Any) -> Callable[..., None]:
    """Run the application on an answers file and drive it."""

    def run(
        drive: Drive,
        content: str,
        *,
        size: tuple[int, int] = (120, 40),
        has_colours: bool = True,
        lang: Lang = "ja",
        prepare: Callable[[Path], None] = lambda _: None,
        **options: Any,
    ) -> None:
        path = tmp_path / "answers.yaml"
        if not path.exists():
            path.write_text(content, "utf-8")
        prepare(path)

        async def go() -> None:
            def load() -> ScreenModel:
                return make_model(path, workspace, lang=lang, **options)

            app = InterviewApp(load, lang, has_colours=has_colours)
            async with app.run_test(size=size) as pilot:
                while app.failure is None and not getattr(app.screen, "is_ready", False):
                    await pilot.pause()
                assert app.model is not None, app.failure
                await drive(Run(app, pilot, path))

        asyncio.run(go())

    return run
