"""The shipped data trees: inside the installed package, or at the top of a checkout."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

TREES = ("checklists", "scoring", "templates")


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
