"""The source of the documentation site: every page, in both languages, with links that lead somewhere."""

import re
from pathlib import Path

import pytest
import site_source
from site_source import LANGS, split

ROOT = Path(__file__).parents[1]
ENGLISH_ALONE = {"CHANGELOG.md", "CONTRIBUTING.md", "content-table.md", "incident-links.md"}
"""Beside the decisions: what only those who change the project read, and generated tables."""

_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    site_source.write(folder)
    return folder


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


def test_both_languages_have_every_page_and_the_site_leads_to_it(source: Path) -> None:
    pages = _pages(source / "en")
    assert _pages(source / "ja") == pages
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"[\w./-]+\.md", navigation)
    assert len(listed) == len(set(listed))
    assert {page for page in pages if not page.startswith("decisions/0")} == set(listed)


@pytest.mark.parametrize("lang", LANGS)
def test_links_of_a_page_lead_somewhere(source: Path, lang: str) -> None:
    broken = [
        (page, link)
        for page in _pages(source / lang)
        for link in _LINK.findall((source / lang / page).read_text("utf-8"))
        if not any((source / tree / page).parent.joinpath(link).exists() for tree in (lang, "en"))
    ]
    assert broken == []


def test_a_page_is_in_the_language_of_its_folder(source: Path) -> None:
    english, japanese = (
        (source / lang / "tutorial-ciso.md").read_text("utf-8").splitlines()[0] for lang in LANGS
    )
    assert english == "# For a CISO: from answers to a plan for the board"
    assert japanese == "# CISOの方へ：回答から、経営陣に示す改善計画まで"
    for lang, heading in (("en", "## Exit codes"), ("ja", "## 終了コード")):
        assert heading in (source / lang / "commands.md").read_text("utf-8")


def test_what_is_in_english_alone_says_so(source: Path) -> None:
    pages = {page: (source / "ja" / page).read_text("utf-8") for page in _pages(source / "ja")}
    saying = {page for page, text in pages.items() if "このページの本文は英語です" in text}
    decisions = {page for page in pages if page.startswith("decisions/")}
    assert saying == ENGLISH_ALONE | decisions


def test_a_comment_within_code_does_not_divide_a_page() -> None:
    code = "# Title\n\n```\n# 日本語の注記\n```\n\n"
    assert split(f"{code}# 見出し\n") == (code, "# 見出し\n")
    assert split(code) == (code, "")
