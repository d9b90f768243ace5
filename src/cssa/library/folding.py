"""Texts without differences of width, case and spelling in kana, as they are searched."""

import re
import unicodedata

_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", strict=True))
_KANA = {
    code: _SMALL.get(hiragana, hiragana)
    for code in range(0x30A1, 0x30F7)
    for hiragana in (chr(code - 0x60),)
} | {ord(small): large for small, large in _SMALL.items()}
_LEAP = re.compile("(?:閏|うるう)[年日]?")
"""A leap year and its day, which are written in two ways."""


def fold(text: str) -> str:
    """Return a text in which such differences are gone, as those of ソフトウェア and ｿﾌﾄｳｴｱ."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_KANA)
    return _LEAP.sub("うるう", folded)
