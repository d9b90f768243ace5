"""Write docs/pictures: the documents of `cssa demo` and the interview, as Chromium shows them."""

import html
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from screen_picture import CELL, screen_page

PICTURES = Path(__file__).parent / "pictures"
AS_OF = "2026-11-20"
LANGS = ("ja", "en")
DARK = "@media (prefers-color-scheme: dark)"


class Picture(NamedTuple):
    """A picture of a document.

    Attributes:
        document: ``report``, ``feedback`` or ``aggregate``.
        sections: ids of the headings of the only parts that are shown; all of it where empty.
    """

    name: str
    document: str
    lang: str
    width: int
    height: int
    sections: tuple[str, ...] = ()
    dark: bool = False


SCREENS = (
    Picture("report-ja", "report", "ja", 1280, 2600),
    Picture("report-ja-390", "report", "ja", 390, 2470),
    Picture("report-en-dark", "report", "en", 1280, 2600, dark=True),
    Picture("report-en-map", "report", "en", 1280, 2270, sections=("map",)),
    Picture("feedback-ja", "feedback", "ja", 1280, 2190),
    Picture("feedback-en-spread", "feedback", "en", 1280, 1240, sections=("spread", "trailing")),
    Picture("aggregate-ja", "aggregate", "ja", 1280, 2840),
)
TERMINALS = (("assess-ja", "ja"), ("assess-en", "en"))
"""The full screen of the interview, 120 columns by 40 lines, at a practice found by its number."""
COLUMNS, LINES = 120, 40
PRINTED = "report-ja-a4"
"""The first page of the Japanese report, A4 at 100 dots per inch."""


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = {lang: _documents(folder / lang, lang) for lang in LANGS}
        for picture in SCREENS:
            _photograph(picture, documents[picture.lang][picture.document], folder)
        for terminal, lang in TERMINALS:
            _photograph_terminal(terminal, lang, documents[lang]["report"].parent, folder)
        paper = folder / "paper.pdf"
        page = documents["ja"]["report"]
        _chromium(folder, f"--print-to-pdf={paper}", "--no-pdf-header-footer", page.as_uri())
        _call("pdftoppm", "-r", "100", "-singlefile", "-png", paper, PICTURES / PRINTED)


def _documents(out: Path, lang: str) -> dict[str, Path]:
    """Run the demo; return its documents by name."""
    _cssa("demo", "--out", out, "--lang", lang)
    report = out / "report-as-of.html"
    _cssa("report", out / "answers.yaml", "-o", report, "--as-of", AS_OF, "--lang", lang)
    return {
        "report": report,
        "feedback": min((out / "result" / "feedback").glob("*/feedback.html")),
        "aggregate": out / "result" / "public" / "aggregate.html",
    }


def _photograph(picture: Picture, document: Path, folder: Path) -> None:
    page = document.read_text(encoding="utf-8")
    style = "html { overflow: hidden; }"
    if picture.sections:
        shown = ", ".join(f"#{section}" for section in picture.sections)
        style += f" main > :not(:has({shown})), body > :not(main) {{ display: none; }}"
    page = page.replace("</style>", f"{style}</style>", 1)
    page = page.replace(DARK, "@media all" if picture.dark else "@media not all")
    # A window has a least width; a frame has none.
    frame = (
        f'<body style="margin:0"><iframe style="border:0;width:{picture.width}px;'
        f'height:{picture.height}px" srcdoc="{html.escape(page)}"></iframe>'
    )
    source = folder / f"{picture.name}.html"
    source.write_text(f"<!DOCTYPE html><meta charset=utf-8>{frame}", encoding="utf-8")
    size = f"--window-size={picture.width},{picture.height}"
    target = PICTURES / f"{picture.name}.png"
    _chromium(folder, size, "--hide-scrollbars", f"--screenshot={target}", source.as_uri())


def _photograph_terminal(name: str, lang: str, demo: Path, folder: Path) -> None:
    os.environ["CSSA_CACHE"] = str(folder / "cache")
    keys = ("/", *"2.3.4.1-3", "enter", "3", "down")
    page = screen_page(
        demo / "answers.yaml", "ja" if lang == "ja" else "en", (COLUMNS, LINES), keys
    )
    source = folder / f"{name}.html"
    source.write_text(page, encoding="utf-8")
    size = f"--window-size={COLUMNS * CELL[0]},{LINES * CELL[1]}"
    target = PICTURES / f"{name}.png"
    _chromium(folder, size, "--hide-scrollbars", f"--screenshot={target}", source.as_uri())


def _chromium(folder: Path, *arguments: str) -> None:
    _call(
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", *arguments,
    )  # fmt: skip


def _cssa(*arguments: object) -> None:
    command = [sys.executable, "-m", "cssa", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode not in (0, 3):  # the demo has forms that are refused
        raise SystemExit(done.stderr.decode())


def _call(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


if __name__ == "__main__":
    main()
