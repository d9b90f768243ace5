"""The lines of the panes: none too wide, none broken where Japanese is not, marks beside colours."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interview.conftest import HEAD

from cssa.messages import LANGS, Lang
from cssa.reports.text_layout import cells
from cssa.tui.layout.guidance import guidance_lines
from cssa.tui.layout.line import Line, fitted, padded, paragraph, with_right
from cssa.tui.layout.page import head_lines, page_lines
from cssa.tui.layout.tree import tree_lines
from cssa.tui.model import ScreenModel
from cssa.tui.themes import THEMES

from .conftest import make_model

NOT_FIRST = "、。，．）」』"


@pytest.fixture(scope="module")
def models(
    tmp_path_factory: pytest.TempPathFactory, workspace: Any
) -> Callable[[Lang], ScreenModel]:
    path = tmp_path_factory.mktemp("layout") / "answers.yaml"
    path.write_text(HEAD + "answers:\n  2.1.1-1: {level: 2, points: [p1]}\n", "utf-8")

    @cache
    def model(lang: Lang) -> ScreenModel:
        return make_model(Path(path), workspace, lang=lang)

    return model


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 200), st.data())
@pytest.mark.parametrize("lang", LANGS)
def test_no_line_is_wider_than_its_pane_or_begins_with_a_closing_mark(
    models: Callable[[Lang], ScreenModel], lang: Lang, width: int, data: st.DataObject
) -> None:
    model = models(lang)
    placed = model.session.edition.checklist.placed
    practice = placed[data.draw(st.sampled_from(list(placed)))]
    lines = [
        *head_lines(model.content, practice, width),
        *page_lines(model.content, practice, width),
        *guidance_lines(practice, (), model.scales, model.words, width),
    ]
    assert all(cells(line.text) <= width for line in lines)
    assert not [line for line in lines if line.text.lstrip()[:1] in NOT_FIRST and line.text.strip()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [28, 48, 80])
def test_the_tree_has_every_domain_and_the_practices_of_the_one_shown(
    models: Callable[[Lang], ScreenModel], lang: Lang, width: int
) -> None:
    model = models(lang)
    model.session.go_to("2.1.1-1")
    lines = tree_lines(model.session, model.words, width)
    assert all(cells(line.text) <= width for line in lines)
    for domain in model.session.edition.checklist.domains:
        assert any(line.text.startswith(f"{domain.id} ") for line in lines)
    current = [line for line in lines if line.style == "current"]
    assert [line.target for line in current] == ["go:2.1.1-1"]
    assert current[0].text.startswith(" >2!")  # its level, and that it is below its target


@given(st.text(max_size=60), st.integers(20, 40))
def test_texts_are_cut_and_filled_to_a_width(text: str, width: int) -> None:
    text = "".join(char for char in text if char.isprintable())
    assert cells(fitted(text, width)) <= width
    assert text.startswith(fitted(text, width))
    assert cells(padded(text, width)) == width
    assert with_right(text, "1/2", width).endswith("1/2")


def test_every_state_has_a_mark_and_no_colour_alone(
    models: Callable[[Lang], ScreenModel],
) -> None:
    model = models("ja")
    placed = model.session.edition.checklist.placed["2.1.1-1"]
    lines = page_lines(model.content, placed, 80)
    chosen = [line.text.strip() for line in lines if line.style == "chosen" and line.text.strip()]
    assert any(line.startswith("(*) 2") for line in chosen)
    assert any(line.startswith("[x]") for line in chosen)


def test_a_long_word_is_cut_to_the_pane() -> None:
    lines = list(paragraph("x" * 50, 20))
    assert [len(line.text) for line in lines] == [20, 20, 10]
    assert isinstance(lines[0], Line)


def test_a_pane_narrower_than_a_character_is_filled_all_the_same() -> None:
    assert [line.text for line in paragraph("評価", 1)] == ["評", "価"]


def _luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_in_every_theme(theme: Any) -> None:
    least = 7.0 if theme.name.endswith("contrast") else 4.5
    for colour in (theme.foreground, theme.variables["muted"], theme.warning, theme.accent):
        for ground in (theme.background, theme.panel):
            assert _contrast(colour, ground) >= least, (colour, ground)
