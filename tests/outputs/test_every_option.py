"""No option that takes a name gets by: it reads, or it writes and is held to the rules."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import typer
from tests.outputs.conftest import COMMANDS

from cssa.cli.app import COMMANDS as MODULES

READ = {
    "answers apply": {"provider", "--checklist"},
    "answers approve": {"--checklist"},
    "answers carry": {"old", "--to", "--map", "--checklist"},
    "answers merge": {"base", "theirs", "--checklist"},
    "assess": {"--checklist", "--previous"},
    "batch export": {"--key"},
    "batch deliver": {"--passwords"},
    "batch issue": {"--roster", "--campaign", "--previous", "--key", "--checklist"},
    "batch publish": {"--previous"},
    "batch run": {
        "paths", "--campaign", "--roster", "--received", "--passwords", "--previous", "--key", "--scheme",
        "--target", "--checklist",
    },
    "checklist diff": {"old", "new_"},
    "checklist import": {"file"},
    "checklist lint": {"paths"},
    "checklist list": {"--checklist"},
    "checklist show": {"name", "--checklist"},
    "compare": {"files", "--scheme", "--target", "--checklist"},
    "crosswalk": {"answers", "--to", "--checklist"},
    "explain": {"answers", "--scheme", "--target", "--checklist"},
    "form new": {"--checklist", "--campaign", "--answers", "--delegates"},
    "form read": {"files", "--checklist", "--password-file"},
    "form status": {"folder", "--delegates", "--checklist", "--password-file"},
    "gate": {"answers", "--policy", "--previous", "--base", "--scheme", "--target", "--checklist"},
    "plan make": {"answers", "--scheme", "--target", "--checklist"},
    "plan reach": {"answers", "--policy", "--effort", "--scheme", "--target", "--checklist"},
    "plan roadmap": {"answers", "--policy", "--effort", "--scheme", "--target", "--checklist"},
    "plan status": {"plan", "--checklist"},
    "plan what-if": {"answers", "--policy", "--scheme", "--target", "--checklist"},
    "policy diff": {"old", "new_"},
    "policy lint": {"files", "--checklist"},
    "policy new": {"answers", "--scheme", "--target", "--checklist"},
    "population generate": {"--checklist"},
    "report": {
        "answers", "--previous", "--peers", "--template", "--policy", "--scheme", "--target",
        "--checklist",
    },
    "score": {"answers", "--scheme", "--target", "--checklist"},
}  # fmt: skip
"""Options and arguments that name what is read."""

FILES = {command.option for command in COMMANDS.values()}
"""Options that name a file to write, each with a command line in the table of all tests here."""

UPDATED = {
    ("answers apply", "answers"),
    ("answers approve", "answers"),
    ("answers merge", "ours"),
    ("assess", "--answers"),
    ("gate", "--keep"),
    ("plan status", "answers"),
}
"""Options that name a file which the command exists to update; tested one by one."""

FOLDERS = {
    ("batch export", "out"),
    ("batch export", "--output"),
    ("batch deliver", "out"),
    ("batch deliver", "--output"),
    ("batch issue", "--output"),
    ("batch publish", "out"),
    ("batch query", "out"),
    ("batch purge", "out"),
    ("batch remind", "out"),
    ("batch remind", "--output"),
    ("batch run", "--output"),
    ("checklist import", "--output"),
    ("checklist new", "--out"),
    ("demo", "--out"),
    ("population generate", "--output"),
}
"""Options that name a folder to fill; tested one by one."""

WORDS = {
    "answers apply": {"--only", "--by"},
    "answers approve": {"--by"},
    "answers carry": {"--as-of"},
    "answers merge": {"--by"},
    "assess": {"--domain", "--owner", "--by"},
    "batch export": {"--tables", "--campaign"},
    "batch deliver": {"--on", "--as-of"},
    "batch issue": {"--format", "--as-of"},
    "batch publish": {
        "--approved-by",
        "--on",
        "--second",
        "--withdraw",
        "--reason",
        "--cluster",
        "--as-of",
    },
    "batch purge": {"--on", "--as-of"},
    "batch query": {"--on", "--due"},
    "batch remind": {"--on", "--as-of"},
    "batch run": {"--formats", "--cluster", "--where", "--as-of", "--accept-removal"},
    "checklist import": {"--languages", "--basic"},
    "checklist new": {"checklist_id", "--version", "--languages"},
    "checklist show": {"practice"},
    "crosswalk": {"--as-of"},
    "explain": {"scope", "--as-of"},
    "form new": {"--split"},
    "form read": {"--by"},
    "form status": {"--as-of"},
    "gate": {"--accept-lower", "--as-of", "--stdin-filename", "--timezone"},
    "policy diff": {"--allow-weaker"},
    "policy lint": {"--as-of"},
    "policy new": {"--id", "--as-of"},
    "incidents search": {"words", "--sector", "--practice", "--tag", "--year"},
    "incidents show": {"case_id"},
    "plan make": {"--as-of"},
    "plan reach": {"--domain", "--as-of"},
    "plan roadmap": {"--domain", "--as-of"},
    "plan status": {"--by"},
    "plan what-if": {"levels", "--as-of"},
    "report": {"--as-of"},
    "schema": {"name"},
    "score": {"--as-of"},
}
"""Options and arguments that name no file."""


def _commands() -> Iterator[tuple[str, Any]]:
    for name, module in MODULES.items():
        command: Any = typer.main.get_command(import_module(module).app)
        inner = getattr(command, "commands", None)
        if inner is None:
            yield name, command
        else:
            yield from ((f"{name} {word}", one) for word, one in inner.items())


def _free_texts(command: Any) -> Iterator[str]:
    """Yield the parameters that take a name or any other text: no flag, number or choice."""
    for param in command.params:
        kind = param.type_descriptor
        is_text = not getattr(param, "is_flag", False) and not kind.choices
        if is_text and kind.annotation is not int:
            yield param.name if param.param_type_name == "argument" else max(param.opts, key=len)


def test_every_parameter_is_known_for_what_it_names() -> None:
    found = {name: set(_free_texts(command)) for name, command in _commands()}
    known: dict[str, set[str]] = {name: set() for name in found}
    for table in (READ, WORDS):
        for name, options in table.items():
            known[name] |= options
    for name, option in FILES | UPDATED | FOLDERS:
        known[name].add(option)
    assert found == known


def test_every_command_that_writes_a_file_has_replace() -> None:
    replacing = {
        name
        for name, command in _commands()
        if any("--replace" in param.opts for param in command.params)
    }
    assert replacing == {name for name, _ in FILES}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_names_every_file_that_its_line_reads(name: str) -> None:
    command = COMMANDS[name]
    words = command.line.split()
    named = [word for word in words if "." in word and "{out}" not in word]
    files = {word for word in named if not word[0].isdigit()}
    assert files <= set(command.inputs)
    assert "-c" not in words or "checklist/1.yaml" in command.inputs


@pytest.mark.parametrize("name", sorted({name for name, _ in FILES}))
def test_every_option_that_reads_stands_in_some_line_of_its_command(name: str) -> None:
    lines = [one.line for one in COMMANDS.values() if one.option[0] == name]
    used = {word for line in lines for word in line.replace(" -c ", " --checklist ").split()}
    options = {option for option in READ.get(name, set()) if option.startswith("--")}
    tested_alone = {"--base", "--delegates", "--password-file"}
    assert options - tested_alone <= used
