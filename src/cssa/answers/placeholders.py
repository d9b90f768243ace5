"""Words that stand where something should be said, and say nothing."""

import re
import unicodedata

_PLACEHOLDERS = frozenset(
    [
        "なし",
        "無し",
        "無",
        "ない",
        "無い",
        "特になし",
        "特に無し",
        "特にない",
        "特段なし",
        "理由なし",
        "該当なし",
        "該当無し",
        "該当しない",
        "該当しません",
        "該当せず",
        "対象外",
        "不要",
        "同上",
        "同左",
        "同様",
        "同じ",
        "上に同じ",
        "上と同じ",
        "上記",
        "上記同様",
        "上記と同じ",
        "上記と同様",
        "上記のとおり",
        "上記の通り",
        "前回同様",
        "前回と同じ",
        "前回のとおり",
        "前年同様",
        "前年と同じ",
        "昨年同様",
        "昨年と同じ",
        "昨年度同様",
        "昨年度と同じ",
        "未定",
        "未記入",
        "未入力",
        "不明",
        "検討中",
        "ー",
        "na",
        "none",
        "nil",
        "null",
        "nothing",
        "noreason",
        "ditto",
        "idem",
        "same",
        "sameasabove",
        "asabove",
        "seeabove",
        "sameaslastyear",
        "asbefore",
        "notapplicable",
        "notneeded",
        "notrequired",
        "notdecided",
        "tbd",
        "tba",
        "tbc",
        "todo",
        "unknown",
        "pending",
        "x",
        "xx",
        "xxx",
    ]
)
_NO_EVENT = re.compile(
    "今(?:期|年度?)は?(?:インシデント|事案|案件)?(?:が|は)?(?:なし|なかった(?:ため)?)"
    "|noincidents?(?:thisyear)?"
)
"""That nothing has happened, with its letters alone; a practice is answered from its plans."""

# fmt: off
_RESPONDENT = frozenset(
    (
        "本人", "回答者", "回答者本人", "回答責任者", "自分", "自身", "自己", "私", "自己承認",
        "me", "myself", "i", "self", "respondent", "therespondent", "selfapproved",
    )
)
# fmt: on


def is_placeholder(text: str) -> bool:
    """Return whether a text says nothing.

    It has no letter or digit, is a word such as なし, 同上 or N/A, or says that nothing happened.
    """
    words = folded(text)
    return not words or words in _PLACEHOLDERS or _NO_EVENT.fullmatch(words) is not None


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
    return unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)


class _Letters(dict[int, int | None]):
    """A table by which ``str.translate`` leaves letters, digits and marks."""

    def __missing__(self, code: int) -> int | None:
        """Return a character that is met for the first time, None where it is left out."""
        self[code] = code if unicodedata.category(chr(code))[0] in "LNM" else None
        return self[code]


_LETTERS = _Letters()
