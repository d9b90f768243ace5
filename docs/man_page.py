"""Print the manual page, from the commands themselves, in the language named."""

import sys

from commands import ENVIRONMENT, commands, common_options, exit_codes, use

SHORT = {
    "en": "cybersecurity self\\-assessment for financial institutions",
    "ja": "金融機関のサイバーセキュリティの自己点検",
}
HEADINGS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS OF EVERY COMMAND",
           "EXIT STATUS", "ENVIRONMENT"),
    "ja": ("名称", "書式", "説明", "コマンド", "すべてのコマンドに共通のオプション",
           "終了コード", "環境変数"),
}  # fmt: skip
_WIDTH = 64
"""Cells of a line of Japanese, indented as it is, on a terminal of 80."""


def page(lang: str) -> str:
    """Return the manual page in a language, that of the whole process.

    Args:
        lang: ``ja`` or ``en``.
    """
    from cssa import __version__
    from cssa.cli.language import t

    use(lang)
    name, synopsis, description, headed, options, status, environment = HEADINGS[lang]
    lines = [
        f'.TH CSSA 1 "" "cssa {__version__}"',
        f".SH {name}",
        f"cssa \\- {SHORT[lang]}",
        f".SH {synopsis}",
        ".B cssa",
        "COMMAND [...]",
        f".SH {description}",
        _text(t("help.app")),
        f".SH {headed}",
    ]
    for command in commands():
        lines += [f".SS {_text(command.call)}", _text(command.text)]
        lines += _entries([*command.arguments, *command.options])
    for heading, entries in (
        (options, common_options()),
        (status, exit_codes()),
        (environment, list(ENVIRONMENT[lang].items())),
    ):
        lines += [f".SH {heading}", *_entries(entries)]
    return "\n".join(lines) + "\n"


def _entries(entries: list[tuple[str, str]]) -> list[str]:
    return [line for name, text in entries for line in (".TP", f".B {_text(name)}", _text(text))]


def _text(words: str) -> str:
    """Return words as roff reads them, no character of them a command.

    Words with spaces are left to roff; Japanese, which it cannot break, is broken here.
    """
    from cssa.reports.text_layout import wrap

    text = " ".join(words.split())
    lines = [text] if text.isascii() else wrap(text, _WIDTH).split("\n")
    escaped = [line.replace("\\", "\\e").replace("-", "\\-") for line in lines]
    return "\n.br\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page(sys.argv[1]))
