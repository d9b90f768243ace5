"""Words that stand where something should be said, and say nothing."""

import unicodedata

# fmt: off
_PLACEHOLDERS = frozenset(
    (
        "なし", "無し", "無", "特になし", "特に無し", "特段なし",
        "同上", "同左", "同様", "上記のとおり", "上記の通り",
        "該当なし", "該当無し", "未定", "未記入", "未入力", "不明", "検討中",
        "na", "none", "nil", "nothing", "ditto", "same", "sameasabove",
        "asabove", "seeabove", "notapplicable",
        "notdecided", "undecided", "tbd", "tba", "tbc", "todo", "unknown",
        "pending", "x", "xx", "xxx",
    )
)
_RESPONDENT = frozenset(
    (
        "本人", "回答者", "回答者本人", "回答責任者", "自分", "自身", "自己", "私", "自己承認",
        "me", "myself", "i", "self", "respondent", "therespondent", "selfapproved",
    )
)
# fmt: on


def is_placeholder(text: str) -> bool:
    """Return whether a text has no letter or digit, or is a word such as なし, 同上 or N/A."""
    words = folded(text)
    return not words or words in _PLACEHOLDERS


def names_respondent(name: str, respondents: tuple[str | None, ...]) -> bool:
    """Return whether a name is that of somebody who answers, or a word such as 本人 or "me".

    Args:
        name: who is named.
        respondents: who answers, as far as that is stated.
    """
    words = folded(name)
    return words in _RESPONDENT or words in {folded(other) for other in respondents if other}


def folded(text: str) -> str:
    """Return the letters and digits of a text, without differences of width and case."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in normal if unicodedata.category(char)[0] in "LN")
