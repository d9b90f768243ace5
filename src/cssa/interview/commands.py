"""A line typed at a practice, as a command and its argument."""

from typing import NamedTuple

from cssa.interview.parsing import normalized

# Aliases by canonical name. Kana stand for letters typed with the input method on.
_ALIASES: dict[str, tuple[str, ...]] = {
    "na": ("n/a", "該当なし", "な"),
    "no": ("見送り", "の"),
    "t": ("treatment", "措置", "リスク受容", "代替措置"),
    "p": ("points", "点"),
    "n": ("note", "メモ", "ん", "補足"),
    "e": ("evidence", "証跡", "え"),
    "d": ("date", "実施日"),
    "c": ("done", "count", "件数", "実施件数"),
    "a": ("plan", "計画", "改善計画", "あ"),
    "w": ("who", "実施者"),
    "x": ("clear", "取消", "取り消し"),
    "=": ("前回",),
    "o": ("ok", "確認", "お", "おｋ", "おk"),
    "z": ("undo", "元に戻す"),
    "y": ("redo", "やり直す"),
    "s": ("skip", "next", "次", "次へ"),
    "b": ("back", "戻る"),
    "f": ("forward", "進む"),
    "g": ("go", "移動"),
    "/": ("search", "検索", "・"),
    "u": ("unanswered", "未回答", "う"),
    "r": ("review", "見直し"),
    "v": ("figures", "score", "数値"),
    "i": ("profile", "属性", "い"),
    "?": ("guidance", "手引き", "手引"),
    "h": ("help", "ヘルプ", "操作"),
    "k": ("cases", "事例"),
    "l": ("show", "list", "表示"),
    "q": ("quit", "exit", "終了", ":q"),
}
COMMAND_NAMES = {alias: name for name, aliases in _ALIASES.items() for alias in (name, *aliases)}
"""Canonical name by alias."""

ANSWER_COMMANDS = frozenset(("na", "no", "t", "p", "n", "e", "d", "c", "a", "w", "x", "="))
"""Commands that change the answer of the practice shown."""

_WITH_ARGUMENT = ANSWER_COMMANDS - {"t", "a", "x", "="} | {"g", "/"}
"""Commands that something may follow in their line; others have a line to themselves."""


class Command(NamedTuple):
    """A command.

    Attributes:
        name: canonical name; ``next`` for an empty line, ``value`` for anything unknown.
        argument: the rest of the line as it was typed.
    """

    name: str
    argument: str = ""


def parse_command(line: str, *, takes_text: bool = False) -> Command:
    """Return the command of a line.

    Args:
        line: what was typed.
        takes_text: the question is answered in words. Several words are then a command only after
            ``na`` or a single letter, so that "no incidents" or "next year" is an answer.
    """
    entry = normalized(line)
    if not entry:
        return Command("next")
    if entry[0] in "/・":
        return Command("/", entry[1:].strip())
    if entry.startswith("=") or entry == "?":
        return Command(entry[0])
    word, _, rest = entry.partition(" ")
    name = COMMAND_NAMES.get(word.lower())
    if name is None or (rest and not _may_precede(word, name, takes_text=takes_text)):
        return Command("value", entry)
    # Some arguments are free text: they keep the letters as typed, which ``entry`` does not.
    parts = line.strip().split(maxsplit=1)
    return Command(name, parts[1].strip() if len(parts) > 1 else "")


def _may_precede(word: str, name: str, *, takes_text: bool) -> bool:
    """Return whether the rest of a line can belong to the command that it begins with."""
    if name not in _WITH_ARGUMENT:
        return False
    return not takes_text or name == "na" or len(word) == 1
