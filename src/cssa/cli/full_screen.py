"""When the interview takes the whole screen, and running it there."""

import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

from cssa.cli.assess_request import AssessRequest
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current

if TYPE_CHECKING:
    from cssa.cli.screen_run import ScreenRun
    from cssa.tui.model import NewFile, NewReview, ScreenModel

_MIN_COLUMNS, _MIN_LINES = 60, 20
_UTF8 = "utf-8"
_OLD_TERMINAL = re.compile(r"vt\d+.*")


def is_possible(request: AssessRequest) -> bool:
    """Return whether an interview can take the whole screen.

    It is drawn to standard error, so that all three streams must be a terminal.

    Args:
        request: what was asked for.
    """
    if request.is_plain:
        return False
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        return False
    size = shutil.get_terminal_size()
    return (
        os.environ.get("TERM", "dumb") not in ("", "dumb")
        and (sys.stderr.encoding or "").lower() == _UTF8
        and size.columns >= _MIN_COLUMNS
        and size.lines >= _MIN_LINES
    )


def _is_ascii() -> bool:
    """Return whether the terminal may have no more than ASCII: by its locale, or its kind."""
    if os.name == "nt":
        return False  # its terminals go by the encoding, which is UTF-8 here
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, names), "").lower().replace("-", "")
    return "utf8" not in locale or _OLD_TERMINAL.fullmatch(os.environ.get("TERM", "")) is not None


def run(request: AssessRequest) -> int:
    """Run an interview on the whole screen.

    Everything but what shows the frame is imported and read once the frame is on the screen.

    Args:
        request: what was asked for.

    Raises:
        BaseException: what ended it, for the caller to word.
    """
    has_colours = not os.environ.pop("NO_COLOR", "")  # Textual would show greys in their place
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # under it some terminals lose composed text
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    from cssa.tui.app import InterviewApp

    runs: list[ScreenRun] = []

    def load() -> "ScreenModel | NewFile | NewReview":
        from cssa.cli.screen_run import ScreenRun

        runs.append(ScreenRun(request))
        return runs[0].open()

    app = InterviewApp(load, current(), has_colours=has_colours, is_ascii=_is_ascii())
    app.run()
    for interview in runs:
        from cssa.cli.run_change_log import note_failure

        interview.close()
        if app.model is not None or app.failure is None:
            interview.say_where_it_was_left(app.model)
        note_failure(interview.change_log)
    if app.failure is not None:
        raise app.failure
    return ExitCode.DONE
