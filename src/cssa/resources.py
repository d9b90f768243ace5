"""The shipped data trees, and what the installed package says of itself."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

TREES = ("checklists", "scoring", "templates")
LIBRARY = "library"
"""Folder beside the checklists that holds what is shown beside them."""


@cache
def data_root() -> Traversable:
    """Return the folder that contains the data trees.

    Raises:
        FileNotFoundError: when neither the package nor the checkout around it has them.
    """
    module = Path(__file__).resolve()
    if not module.is_file():
        from importlib.resources import files

        return files("cssa") / "_data"  # inside an archive
    packaged, checkout = module.with_name("_data"), module.parents[2]
    if packaged.is_dir():
        return packaged
    if all((checkout / tree).is_dir() for tree in TREES):
        return checkout
    raise FileNotFoundError(f"data trees {TREES} are neither in {packaged} nor in {checkout}")


def is_library(path: str | Path) -> bool:
    """Return whether a path is a folder of what is shown beside checklists.

    Args:
        path: such as ``checklists/library/incidents``.
    """
    folder = Path(path)
    return folder.parent.name == LIBRARY and folder.is_dir()


@cache
def project_page() -> str | None:
    """Return the address of the project's page, None where the package names none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata("cssa").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    addresses = dict(entry.split(", ", 1) for entry in entries)
    return addresses.get("Homepage")
