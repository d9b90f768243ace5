"""The application: frame first, then the interview; themes; what a crash shows."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.style import Style
from textual.app import App, ComposeResult
from textual.widgets import Static

from cssa.messages import Lang, message
from cssa.tui.layout.line import LineStyle
from cssa.tui.themes import NO_COLOUR, THEMES, line_looks

if TYPE_CHECKING:
    from cssa.tui.model import NewFile, NewReview, ScreenModel

LoadedT = TypeVar("LoadedT")

_COLLECT = (20_000, 10, 10)
"""New objects before garbage is looked for among them, and how often among older ones.

An answer saved leaves some ten thousand behind, as the file is read again: looked through after
every 700, as Python has it, they cost a key a tenth more.
"""


class InterviewApp(App[None]):
    """The interview on the whole screen.

    Args:
        load: opens the interview, or returns what has to be asked before; called once the frame
            is on the screen.
        lang: the language.
        has_colours: whether colours may be used.
        is_ascii: lines are drawn with ASCII characters alone.

    Attributes:
        failure: what ended the application, None where the user did.
        model: the interview, None until it is loaded.
    """

    CSS_PATH = "look.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    def __init__(
        self,
        load: Callable[[], "ScreenModel | NewFile | NewReview"],
        lang: Lang,
        *,
        has_colours: bool = True,
        is_ascii: bool = False,
    ) -> None:
        super().__init__()
        self.is_ascii = is_ascii
        self.set_class(is_ascii, "-ascii")
        self._load = load
        self._lang = lang
        self._has_colours = has_colours
        self.failure: BaseException | None = None
        self.model: ScreenModel | None = None
        self.looks: dict[LineStyle, Style] = {}
        for theme in (*THEMES, NO_COLOUR):
            self.register_theme(theme)
        self.theme = (THEMES[0] if has_colours else NO_COLOUR).name
        self._apply_looks()

    def on_mount(self) -> None:
        """Load once the frame is on the screen."""
        self.theme_changed_signal.subscribe(self, lambda _: self._apply_looks())
        self.call_after_refresh(self._open)

    def compose(self) -> ComposeResult:
        """Make the frame: the bars of the main screen, without anything in them."""
        yield Static("", id="top", markup=False)
        yield Static("", id="panes", markup=False)
        yield Static(message(self._lang, "screen.loading"), id="state", markup=False)
        yield Static("", id="keys", markup=False)

    def _apply_looks(self) -> None:
        self.looks = line_looks(self.get_theme(self.theme) or THEMES[0])

    def _open(self) -> None:
        loaded = self._loaded(self._load)
        if loaded is None:
            return
        from cssa.tui.model import ScreenModel

        if isinstance(loaded, ScreenModel):
            self._begin(loaded)
            return
        from cssa.tui.starting import Starting

        def open_answered(make: Callable[[], ScreenModel]) -> None:
            model = self._loaded(make)
            if model is not None:
                self._begin(model)

        self.query_one("#state", Static).update("")
        Starting(self, open_answered).ask(loaded)

    def _loaded(self, load: Callable[[], LoadedT]) -> LoadedT | None:
        """Return what is read; where that fails, end with the reason."""
        gc.disable()
        try:
            loaded = load()
        except Exception as error:  # noqa: BLE001 - the caller words it
            self.failure = error
            self.exit()
            return None
        finally:
            gc.enable()
        gc.freeze()
        gc.set_threshold(*_COLLECT)
        return loaded

    def _begin(self, model: "ScreenModel") -> None:
        from cssa.tui.main import MainScreen

        self.model = model
        self.push_screen(MainScreen(model))

    def next_theme(self) -> str:
        """Change to the next theme; return its name."""
        if not self._has_colours:
            return self.theme
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        return self.theme

    def show_cursor(self, *, is_shown: bool) -> None:
        """Show the terminal's own cursor, or hide it: some input methods need to see it."""
        driver: Any = self._driver
        if driver is not None and not self.is_headless:
            driver.write("\x1b[?25h" if is_shown else "\x1b[?25l")
            driver.flush()

    def _handle_exception(self, error: Exception) -> None:
        """End without Textual's report, which shows answers among the local variables."""
        self.failure = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *_: Any) -> None:
        """End without a report."""
        self._close_messages_no_wait()
