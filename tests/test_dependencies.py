"""Each dependency has a lower bound, and what is installed for development is not below it."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
EXTRA = [one for group in PROJECT["project"]["optional-dependencies"].values() for one in group]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]
PINNED = dict(
    re.findall(
        r"^([a-z0-9-]+)==([^ \n]+)",
        (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("text", [*NEEDED, *EXTRA, *DEVELOPMENT])
def test_a_dependency_has_a_lower_bound(text: str) -> None:
    bounds = [one.operator for one in Requirement(text).specifier]
    assert bounds.count(">=") == 1
    assert set(bounds) <= {">=", "<"}


@pytest.mark.parametrize("text", [*NEEDED, *DEVELOPMENT])
def test_what_is_pinned_for_development_is_within_bounds(text: str) -> None:
    wanted = Requirement(text)
    assert wanted.specifier.contains(PINNED[wanted.name.lower()])


@pytest.mark.parametrize(
    ("name", "safe"), [("jinja2", "3.1.6"), ("filelock", "3.20.3"), ("python-calamine", "0.9")]
)
def test_bounds_are_not_below_versions_with_known_holes(name: str, safe: str) -> None:
    (bound,) = (one for one in map(Requirement, NEEDED) if one.name == name)
    assert Requirement(f"{name}>={safe}").specifier.contains(_lowest(bound))


def _lowest(requirement: Requirement) -> str:
    return next(one.version for one in requirement.specifier if one.operator == ">=")
