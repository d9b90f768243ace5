"""A checkout of the base branch, from which what answers are checked against is taken."""

import os
from pathlib import Path
from typing import NamedTuple

from cssa.errors import InputError, Problem, UsageError
from cssa.gate.settings import LoadedSettings, find_settings, repository_top
from cssa.location import Location


class BaseBranch(NamedTuple):
    """Two checkouts of one repository.

    Attributes:
        folder: that of the base branch.
        head: that of the branch whose answers are checked.
    """

    folder: Path
    head: Path

    def settings(self, start: Path) -> LoadedSettings | None:
        """Return the base branch's settings, with files named as in the head.

        Args:
            start: the folder of the head to begin in.

        Raises:
            InputError: when they cannot be read.
        """
        inner = self._inner(start)
        found = None if inner is None else find_settings(self.folder / inner, self.folder)
        if found is None:
            return None
        return found._replace(path=self.head / found.path.relative_to(self.folder))

    def source(self, settings: Path) -> Path:
        """Return where settings were read, by the name that they have in the head.

        Args:
            settings: their path in the head; the head has its own where the base has none.
        """
        inner = self._inner(settings)
        found = None if inner is None else self.folder / inner
        return settings if found is None or not found.exists() else found

    def required(self, name: str) -> str:
        """Return a file of the base branch by its name in the head, or the id of what ships.

        Raises:
            InputError: when only the head has the file.
        """
        taken = self.taken(name)
        if taken is None:
            raise InputError([Problem("gate.base_lacks", {"folder": self.folder}, Location(name))])
        return taken

    def taken(self, name: str) -> str | None:
        """Return a file of the base branch by its name in the head.

        Returns:
            The name itself where it is the id of something that ships, or a file of neither
            checkout; None where only the head has it.
        """
        inner = self._inner(Path(name))
        if inner is None:
            return name
        if (self.folder / inner).exists():
            return str(self.folder / inner)
        return None if Path(name).exists() else name

    def _inner(self, path: Path) -> Path | None:
        """Return a path from the top of the head; None outside of it, and in the base.

        It goes by names: a link that a branch has put in a file's place leads nowhere else.
        """
        for named in (Path(os.path.abspath(path)), path.resolve()):  # noqa: PTH100 - keeps links
            if named.is_relative_to(self.folder):
                return None
            if named.is_relative_to(self.head):
                return named.relative_to(self.head)
        return None


def base_branch(folder: Path) -> BaseBranch:
    """Return a base branch beside the repository of the current folder.

    Args:
        folder: the checkout of the base branch.

    Raises:
        UsageError: when there is no such folder, or it is the current one.
    """
    head = repository_top(Path.cwd()) or Path.cwd()
    if not folder.is_dir() or folder.resolve() == head.resolve():
        raise UsageError([Problem("gate.base_no_checkout", {}, Location(str(folder)))])
    return BaseBranch(folder.resolve(), head.resolve())
