"""What is asked before there is an interview: checklist, institution, or who reviews."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.app import App

from cssa.checklist.catalogue import Edition
from cssa.interview.listed_search import find_listed
from cssa.scheme.sectors import Sector
from cssa.tui.entries import Entries
from cssa.tui.form import Form, FormField
from cssa.tui.form_screen import FormScreen
from cssa.tui.layout.line import BLANK, Line, fitted, paragraph
from cssa.tui.listing import ListScreen
from cssa.tui.model import NewFile, NewReview, ScreenModel


class Starting:
    """Asks one thing after the other; Escape goes back, and from the first one leaves.

    Args:
        app: shows the screens.
        begin: opens the interview once everything is known.
    """

    def __init__(self, app: App[None], begin: Callable[[Callable[[], ScreenModel]], None]) -> None:
        self._app = app
        self._begin = begin

    def ask(self, start: NewFile | NewReview) -> None:
        """Ask what is open.

        Args:
            start: what can be opened.
        """
        if isinstance(start, NewReview):
            self._ask_reviewer(start)
        elif len(start.offered) == 1:
            self._ask_identity(start, start.offered[0], {})
        else:
            self._ask_checklist(start)

    def _ask_checklist(self, start: NewFile, at: str | None = None) -> None:
        words = start.words
        offered = {edition.checklist.id: edition for edition in start.offered}

        def lines(_: str, width: int) -> Sequence[Line]:
            shown: list[Line] = []
            for name, edition in offered.items():
                checklist, use = edition.checklist, edition.checklist.use
                text = words.message(
                    "assess.checklist",
                    title=words.text(checklist.title),
                    count=len(checklist.placed),
                )
                shown += paragraph(text, width, "heading", hang="  ", target=name)
                if use is not None:
                    text = f"{words.text(use.who)} / {words.text(use.when)}"
                    shown += paragraph(text, width, "muted", indent="  ", target=name)
                shown.append(BLANK)
            return shown

        def choose(target: str | None) -> None:
            if target is None:
                self._app.exit()
            else:
                self._ask_identity(start, offered[target], {})

        title = words.message("screen.start.checklist")
        screen = ListScreen(title, lines, words, target=at, keys="screen.start.keys")
        self._app.push_screen(screen, choose)

    def _ask_identity(self, start: NewFile, edition: Edition, stated: Mapping[str, str]) -> None:
        words, entries = start.words, Entries(start.words, start.today)
        message = words.message
        parsers = {"id": entries.institution_id, "name": entries.text}
        fields = tuple(
            FormField(
                name,
                message(f"assess.item.{name}"),
                message(f"assess.help.{name}"),
                stated.get(name, ""),
                parse=entries.needed(parse),
            )
            for name, parse in parsers.items()
        )
        title = message("screen.start.identity", checklist=words.text(edition.checklist.title))
        intro = message("screen.start.intro", path=start.path)

        def go_on(values: Mapping[str, Any] | None) -> None:
            if values is not None:
                self._ask_sector(start, edition, values)
            elif len(start.offered) == 1:
                self._app.exit()
            else:
                self._ask_checklist(start, edition.checklist.id)

        self._app.push_screen(FormScreen(Form(title, fields, intro), words), go_on)

    def _ask_sector(self, start: NewFile, edition: Edition, stated: Mapping[str, str]) -> None:
        words = start.words

        def choose(target: str | None) -> None:
            if target is None:
                self._ask_identity(start, edition, stated)
            else:
                self._begin(lambda: start.create(edition, {**stated, "sector": target}))

        label, why = words.message("assess.item.sector"), words.message("screen.why.sector")
        screen = ListScreen(
            words.message("screen.picker", label=label, why=why),
            lambda text, width: sector_lines(start, text, width),
            words,
            is_searched=True,
        )
        self._app.push_screen(screen, choose)

    def _ask_reviewer(self, start: NewReview) -> None:
        words, message = start.words, start.words.message
        field = FormField(
            "by",
            message("screen.start.reviewer"),
            message("assess.help.reviewer"),
            start.former or "",
            parse=Entries(words, start.today).function,
        )

        def go_on(values: Mapping[str, Any] | None) -> None:
            if values is None:
                self._app.exit()
            else:
                self._begin(lambda: start.open(values["by"]))

        form = Form(message(f"report.column.{start.role}"), (field,))
        self._app.push_screen(FormScreen(form, words), go_on)


def sector_lines(start: NewFile, text: str, width: int) -> Sequence[Line]:
    """Return the kinds of institution that part of a name finds.

    Args:
        start: what there is to choose from.
        text: what is typed; all where empty.
        width: cells of the list.
    """
    found: Sequence[Sector] = find_listed(text, list(start.sectors))
    if not found:
        return [*paragraph(start.words.message("screen.no_match"), width, "muted")]
    return [
        Line(fitted(f"  {start.words.text(each.title)}", width), target=each.id) for each in found
    ]
