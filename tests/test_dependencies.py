"""Each dependency has a lower bound, and locks pin files of versions that are not below it."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
EXTRA = [one for group in PROJECT["project"]["optional-dependencies"].values() for one in group]
GROUPS = PROJECT["dependency-groups"]
PIN = re.compile(
    r"^([a-z0-9-]+)==([^ \\\n]+)(.*\n(?: +--hash=sha256:[0-9a-f]{64}.*\n)*)", re.MULTILINE
)


def _lock(name: str) -> str:
    return (ROOT / f"requirements-{name}.txt").read_text(encoding="utf-8")


LOCKS = {name: {pin[1]: pin[2] for pin in PIN.finditer(_lock(name))} for name in GROUPS}
"""Versions by package, in the lock of each group."""


@pytest.mark.parametrize("text", [*NEEDED, *EXTRA, *chain(*GROUPS.values())])
def test_a_dependency_has_a_lower_bound(text: str) -> None:
    bounds = [one.operator for one in Requirement(text).specifier]
    assert bounds.count(">=") == 1
    assert set(bounds) <= {">=", "<"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((name, text) for name, group in GROUPS.items() for text in group),
        *((name, text) for name in ("dev", "install") for text in NEEDED),
    ],
)
def test_a_lock_has_what_its_group_names_within_bounds(name: str, text: str) -> None:
    wanted = Requirement(text)
    assert wanted.specifier.contains(LOCKS[name][wanted.name.lower()])


@pytest.mark.parametrize("name", GROUPS)
def test_a_lock_names_files_by_hashes_alone(name: str) -> None:
    text = _lock(name)
    lines = [line for line in text.splitlines() if not line.startswith((" ", "#"))]
    pins = list(PIN.finditer(text))
    assert len(pins) == len(lines)
    assert all("--hash=" in pin[3] for pin in pins)
    assert "://" not in text


def test_the_action_and_the_container_install_what_is_tested() -> None:
    dev = LOCKS["dev"]
    assert {name: dev[name] for name in LOCKS["install"]} == LOCKS["install"]


@pytest.mark.parametrize(
    ("name", "safe"), [("jinja2", "3.1.6"), ("filelock", "3.20.3"), ("python-calamine", "0.9")]
)
def test_bounds_are_not_below_versions_with_known_holes(name: str, safe: str) -> None:
    (bound,) = (one for one in map(Requirement, NEEDED) if one.name == name)
    assert Requirement(f"{name}>={safe}").specifier.contains(_lowest(bound))


def _lowest(requirement: Requirement) -> str:
    return next(one.version for one in requirement.specifier if one.operator == ">=")
