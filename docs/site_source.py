"""Write the source of the documentation site: each page by language, with what is generated.

A page of these docs has both languages in one file, English first, so that a change is one edit.
One whose heading is in both languages, such as the glossary, is the same page for both. The site
has a folder for each language. README, examples and the project's other pages, which stand outside
this folder, are pages of the site too.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import schema_page

DOCS = Path(__file__).parent
ROOT = DOCS.parent
LANGS = ("en", "ja")
READMES = {"en": "README.md", "ja": "README.ja.md"}
PAGES = ("CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md")
FILES = ("LICENSE", "NOTICE", "docs/pictures", "docs/schema", "examples")
"""What pages link to or show; the site's default language has it for both."""

ENGLISH_ONLY = "\n!!! note\n\n    このページの本文は英語です。\n"
_JAPANESE_PART = re.compile(r"^# [^\n/]*[\u3040-\u30ff\u4e00-\u9fff]", re.MULTILINE)
_ENGLISH_HEADING = re.compile(r"(?<=\.md)#[\x21-\x28\x2a-\x7e]+(?=\))")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def write(out: Path) -> None:
    """Write a folder for each language.

    Args:
        out: the folder of them; what is in it is removed.
    """
    shutil.rmtree(out, ignore_errors=True)
    for lang in LANGS:
        for place, text in _pages(lang).items():
            path = out / lang / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in FILES:
        source, target = ROOT / name, out / LANGS[0] / name.removeprefix("docs/")
        if source.is_dir():
            shutil.copytree(
                source, target, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True
            )
        else:
            shutil.copy(source, target)


def _pages(lang: str) -> dict[str, str]:
    """Return every page of a language by its place."""
    command = (sys.executable, str(DOCS / "command_page.py"), lang)
    made = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    pages = {
        "index.md": _from_root((ROOT / READMES[lang]).read_text(encoding="utf-8")),
        "commands.md": made.stdout,
        "schemas.md": schema_page.page(lang),
    }
    examples = (ROOT / "examples").rglob("README.md")
    for path in (*DOCS.rglob("*.md"), *map(ROOT.joinpath, PAGES), *examples):
        place = path.relative_to(DOCS if path.is_relative_to(DOCS) else ROOT).as_posix()
        pages[place] = _in_language(lang, _from_root(path.read_text(encoding="utf-8")))
    return pages


def _from_root(text: str) -> str:
    """Return a page with its links as they are in the site, without that to a README."""
    text = re.sub(r" ?\[[^]]+\]\(README[.\w]*\)", "", text)
    text = text.replace("](docs/schema)", "](schemas.md)")
    text = text.replace("](../../docs/", "](../../")  # an example's page lies as deep in the site
    return text.replace("](docs/", "](").replace("](../examples/", "](examples/")


def _in_language(lang: str, text: str) -> str:
    english, japanese = split(text)
    if lang == "en":
        return english
    heading, _, body = english.partition("\n")
    if not japanese:
        japanese = english if " / " in heading else f"{heading}\n{ENGLISH_ONLY}{body}"
    # Headings differ: a link to an English one leads to its page, and so do references in words.
    return _ENGLISH_HEADING.sub("", japanese).replace("英語の節", "英語版のページ")


def split(text: str) -> tuple[str, str]:
    """Return the English part of a page and the Japanese one, which may be empty.

    Args:
        text: the page.
    """
    hidden = _CODE.sub(lambda block: " " * len(block[0]), text)
    heading = _JAPANESE_PART.search(hidden)
    place = heading.start() if heading else len(text)
    return text[:place], text[place:]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
