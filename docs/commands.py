"""The commands as the program's help has them, in the language of the process."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

ENVIRONMENT = {
    "en": {
        "CSSA_LANG": "ja or en; else the locale decides.",
        "CSSA_CHECKLISTS": "Folders of your own checklists.",
        "CSSA_POLICY": "The policy that cssa gate checks against.",
        "CSSA_CACHE": "Folder of compiled data; empty for none.",
        "CSSA_TZ": "The time zone in which today begins.",
        "NO_COLOR": "Set to anything: no colour.",
    },
    "ja": {
        "CSSA_LANG": "ja又はen。指定がなければロケールに従います。",
        "CSSA_CHECKLISTS": "自作の点検票のフォルダー。",
        "CSSA_POLICY": "cssa gateで照合する社内基準。",
        "CSSA_CACHE": "変換済みデータのフォルダー。空にすると使用しません。",
        "CSSA_TZ": "「今日」を決めるタイムゾーン。",
        "NO_COLOR": "設定すると、色を使用しません。",
    },
}


class CommandHelp(NamedTuple):
    """What the help of a command says.

    Attributes:
        path: the words that call it.
        arguments: each as it is written, with what it is.
        options: likewise.
    """

    path: str
    text: str
    arguments: list[tuple[str, str]]
    options: list[tuple[str, str]]

    @property
    def call(self) -> str:
        """The words that call it, with its arguments."""
        return " ".join((self.path, *(name for name, _ in self.arguments)))


def use(lang: str) -> None:
    """Set the language of the process, before the commands are first imported.

    Args:
        lang: ``ja`` or ``en``.
    """
    from cssa.cli import language

    language.use("ja" if lang == "ja" else "en")


def commands() -> Iterator[CommandHelp]:
    """Yield every command, those of a group one by one."""
    import typer

    from cssa.cli.app import COMMANDS

    for name, module in COMMANDS.items():
        command: Any = typer.main.get_command(import_module(module).app)
        inner = getattr(command, "commands", None)
        if inner is None:
            yield _help(command, f"cssa {name}")
        else:
            for sub_name, sub_command in inner.items():
                yield _help(sub_command, f"cssa {name} {sub_name}")


def _help(command: Any, path: str) -> CommandHelp:
    from cssa.cli.help_layout import described

    return CommandHelp(path, str(command.help or ""), *described(command, path))


def common_options() -> list[tuple[str, str]]:
    """Return the options that every command has."""
    from cssa.cli.language import t

    return [
        ("--lang ja|en", t("opt.lang")),
        ("--debug", t("opt.debug")),
        ("--help", t("opt.help")),
        ("--version", t("opt.version")),
    ]


def exit_codes() -> list[tuple[str, str]]:
    """Return the exit codes with what each means."""
    from cssa.cli.exit_codes import ExitCode
    from cssa.cli.language import t

    return [(str(int(code)), t(f"exit.{int(code)}")) for code in ExitCode]
