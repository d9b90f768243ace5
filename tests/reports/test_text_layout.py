"""Lines of text, measured in the cells that a terminal shows."""

import pytest

from cssa.reports.text_layout import cells, wrap

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
CASTLE = "葛\U000e0100城信用金庫"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("銀行", 4),
        ("ｷﾞﾝｺｳ", 5),
        (CASTLE, 12),
        ("葛\ufe00", 2),
        ("か\u3099", 2),
        ("e\u0301", 1),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇯🇵", 2),
        ("𠮷野", 4),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_shows(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("text", [CASTLE * 3, f"{FAMILY}銀行" * 4, "か\u3099き\u3099" * 8])
@pytest.mark.parametrize("width", range(3, 20))
def test_no_character_is_cut_or_broken_apart(text: str, width: int) -> None:
    lines = wrap(text, max(width, 4)).split("\n")
    assert "".join(lines) == text
    for piece in lines:
        assert not piece or piece[0] not in "\u3099\u200d\U000e0100"
        assert not piece.endswith("\u200d")
        assert text[text.index(piece) + len(piece) :][:1] not in ("\u3099", "\u200d", "\U000e0100")
    assert max(map(cells, lines)) <= max(width, 4)
