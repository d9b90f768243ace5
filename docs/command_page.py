"""Print the site's page on commands, from the commands themselves, in the language named."""

import sys

from commands import ENVIRONMENT, commands, common_options, exit_codes, use

HEADINGS = {
    "en": ("Commands", "Options of every command", "Exit codes", "Environment"),
    "ja": ("コマンド", "すべてのコマンドに共通のオプション", "終了コード", "環境変数"),
}
COLUMNS = {"en": "| | meaning |", "ja": "| | 内容 |"}


def page(lang: str) -> str:
    """Return the page in a language, that of the whole process.

    Args:
        lang: ``ja`` or ``en``.
    """
    from cssa.cli.language import t

    use(lang)
    title, options, codes, environment = HEADINGS[lang]
    parts = [f"# {title}", t("help.app")]
    for command in commands():
        parts += [f"## `{command.path}`", command.text, f"```\n{command.call}\n```"]
        parts += _table(lang, [*command.arguments, *command.options])
    for heading, entries in (
        (options, common_options()),
        (codes, exit_codes()),
        (environment, list(ENVIRONMENT[lang].items())),
    ):
        parts += [f"## {heading}", *_table(lang, entries)]
    return "\n\n".join(parts) + "\n"


def _table(lang: str, entries: list[tuple[str, str]]) -> list[str]:
    rows = [f"| `{name}` | {_cell(text)} |" for name, text in entries]
    return ["\n".join((COLUMNS[lang], "|---|---|", *rows))] if rows else []


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", r"\|").replace("<", "&lt;")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page(sys.argv[1]))
