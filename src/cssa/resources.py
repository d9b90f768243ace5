"""Where the shipped data stands: inside the installed package, or at the top of a checkout."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

TREES = ("checklists", "scoring", "templates")


@cache
def data_root() -> Traversable:
    """Return the folder that holds the data trees.

    Raises:
        FileNotFoundError: when neither the package nor a checkout around it has them.
    """
    here = Path(__file__).resolve()
    if not here.is_file():
        from importlib.resources import files

        return files("cssa") / "_data"  # inside an archive
    packaged, checkout = here.with_name("_data"), here.parents[2]
    if packaged.is_dir():
        return packaged
    if all((checkout / tree).is_dir() for tree in TREES):
        return checkout
    raise FileNotFoundError(f"data trees {TREES} are neither in {packaged} nor in {checkout}")
