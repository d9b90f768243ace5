"""Finds the receipt of each file."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from cssa.errors import Problem
from cssa.lists.file_paths import path_steps
from cssa.lists.receipts import Receipt
from cssa.messages.wording import listed

_Steps = tuple[str, ...]

_SEPARATORS = re.compile("[/!]")

_MAX_LINES = 3
"""Lines of the list that one reason shows."""


class FileReceipt(NamedTuple):
    """What the list of receipts says of a file.

    Attributes:
        receipt: the line that counts: the latest of those for the file.
        earlier: other lines for the same file, the latest of them last.
        is_elsewhere: whether the line has the file in a folder that differs.
    """

    receipt: Receipt
    earlier: tuple[Receipt, ...] = ()
    is_elsewhere: bool = False


class ReceiptIndex:
    """Matches receipts with files by the ends of their paths, wherever those start from.

    A receipt is of the file with which its path has the longest end in common. A path that is the
    end of the other settles it; where folders differ, one file and one path must remain.

    Args:
        receipts: the list as it was read; None without a list.
        paths: of the files received.
    """

    def __init__(self, receipts: Sequence[Receipt] | None, paths: Sequence[str]) -> None:
        self._is_listed = receipts is not None
        self._targets = _Targets(paths)
        lines: dict[str, list[Receipt]] = {}
        unclear: list[tuple[_Steps, Receipt]] = []
        unmatched = []
        elsewhere: dict[_Steps, list[Receipt]] = {}
        for receipt in receipts or ():
            tail, matching, is_whole = self._targets.closest(receipt.path)
            if not matching:
                unmatched.append(receipt.path)
            elif not is_whole:
                elsewhere.setdefault(path_steps(receipt.path), []).append(receipt)
            elif len(matching) == 1:
                lines.setdefault(matching[0], []).append(receipt)
            else:
                unclear.append((tail, receipt))
        self._receipts = {target: _latest(group) for target, group in lines.items()}
        for target, group in self._elsewhere(elsewhere.values(), lines.keys(), unclear):
            is_elsewhere = not self._targets.is_below_start(target, group[0].path)
            self._receipts[target] = _latest(group)._replace(is_elsewhere=is_elsewhere)
        self._unclear: dict[_Steps, list[str]] = {}
        for tail, receipt in unclear:
            self._unclear.setdefault(tail, []).append(receipt.path)
            unmatched.append(receipt.path)
        self.unmatched = tuple(sorted(unmatched))

    def receipt(self, path: str) -> FileReceipt | None:
        """Return a file's receipt, else that of what it is in; None where there is none."""
        places = (path, *_containers(path))
        return next((self._receipts[place] for place in places if place in self._receipts), None)

    def is_lacking(self, path: str) -> bool:
        """Return whether there is a list, and no receipt of the file in it."""
        return self._is_listed and self.receipt(path) is None

    def reasons(self, path: str, *, by_mail: bool = False) -> Iterator[Problem]:
        """Yield what a person has to look at in the receipts of a file.

        Args:
            path: the file's.
            by_mail: whether a mail gives its time of receipt where the list does not.
        """
        found = self.receipt(path)
        if self.is_lacking(path):
            possible = self._possible(path)
            if possible:
                lines = listed(possible, _MAX_LINES)
                code = "batch.receipt_unclear.mail" if by_mail else "batch.receipt_unclear"
                yield Problem(code, {"lines": lines})
            elif not by_mail:
                yield Problem("batch.no_receipt")
        if found is None:
            return
        if found.is_elsewhere:
            yield Problem("batch.receipt_elsewhere", {"path": found.receipt.path})
        if found.earlier:
            first = min(line.received_at for line in found.earlier)
            params = {"count": len(found.earlier) + 1, "first": f"{first:%Y-%m-%d %H:%M}"}
            yield Problem("batch.receipts_of_one_name", params)

    def _possible(self, path: str) -> list[str]:
        """Return the lines that may mean a file, or what it is in, among others."""
        ends = dict.fromkeys(
            tail for target in (path, *_containers(path)) for tail in _tails(path_steps(target))
        )
        return list(dict.fromkeys(line for tail in ends for line in self._unclear.get(tail, ())))

    def _elsewhere(
        self,
        groups: Iterable[Sequence[Receipt]],
        taken: Collection[str],
        unclear: list[tuple[_Steps, Receipt]],
    ) -> Iterator[tuple[str, Sequence[Receipt]]]:
        """Yield each file that only one path can mean, though it has the file in another folder.

        Args:
            groups: receipts whose folders differ from those of every file, by path.
            taken: files that have receipts.
            unclear: takes the other receipts, with the end that their paths share with files.
        """
        free = self._targets.without(taken)
        claims: dict[str, list[tuple[_Steps, Sequence[Receipt]]]] = {}
        for group in groups:
            tail, matching, _ = self._targets.closest(group[0].path)
            remaining = [
                target
                for target in matching
                if target in free or (target not in taken and _has_container(tail, target))
            ]
            if len(remaining) == 1:
                claims.setdefault(remaining[0], []).append((tail, group))
            else:
                unclear += ((tail, receipt) for receipt in group)
        for target, claiming in claims.items():
            longest = max(len(tail) for tail, _ in claiming)
            closest = [group for tail, group in claiming if len(tail) == longest]
            if len(closest) == 1:
                yield target, closest[0]
            unclear += (
                (tail, receipt)
                for tail, group in claiming
                if len(closest) > 1 or group is not closest[0]
                for receipt in group
            )


class _Targets:
    """What a receipt may be of: files, archives and mails, and the files in them."""

    def __init__(self, paths: Sequence[str]) -> None:
        containers = {container for path in paths for container in _containers(path)}
        self._archives = containers - set(paths)
        self._files = tuple(dict.fromkeys(paths))
        self._steps: dict[str, _Steps] = {}
        self._spelled: dict[str, _Steps] = {}
        self._tails: dict[_Steps, list[str]] = {}
        for path in (*self._files, *sorted(self._archives)):
            self._steps[path] = path_steps(path)
            self._spelled[path] = _spelled_steps(path)
            for tail in _tails(self._steps[path]):
                self._tails.setdefault(tail, []).append(path)

    def closest(self, path: str) -> tuple[_Steps, list[str], bool]:
        """Return what a receipt's path has the longest end in common with.

        Args:
            path: as the list has it.

        Returns:
            the end that they share; the files, where spelling decides only what it decides for;
            whether the end is the whole of the listed path, or of every such file's.
        """
        steps = path_steps(path)
        tail = next((tail for tail in _tails(steps) if tail in self._tails), ())
        candidates = self._tails.get(tail, [])
        if len(tail) < len(steps):
            whole = [target for target in candidates if self._steps[target] == tail]
            is_whole = bool(whole)
            candidates = whole or candidates
        else:
            is_whole = bool(tail)
        outside = [target for target in candidates if "!" not in target]
        if outside and "!" not in path:
            candidates = outside
        spelled = _spelled_steps(path)[-len(tail) :]
        same = [target for target in candidates if self._spelled[target][-len(tail) :] == spelled]
        candidates = same or candidates
        same = [target for target in candidates if _composed(target) == _composed(path)]
        return tail, same or candidates, is_whole

    def is_below_start(self, target: str, path: str) -> bool:
        """Return whether two paths agree in folders and name but for what they start from."""
        below = self._steps[target][1:]
        return len(below) > 1 and path_steps(path)[-len(below) :] == below

    def without(self, taken: Collection[str]) -> set[str]:
        """Return the files and archives that no receipt was found for."""
        having = set(taken)
        having |= {container for path in taken for container in _containers(path)}
        files = (path for path in self._files if self._archives.isdisjoint(_containers(path)))
        return {path for path in (*files, *self._archives) if path not in having}


def _latest(receipts: Sequence[Receipt]) -> FileReceipt:
    """Return the latest of a file's receipts with the others, as versions and times have it."""
    *earlier, latest = sorted(receipts, key=lambda line: (line.version or 1, line.received_at))
    return FileReceipt(latest, tuple(earlier))


def _tails(steps: _Steps) -> Iterator[_Steps]:
    """Yield the ends of a path, from the whole of it to the last step alone."""
    return (steps[start:] for start in range(len(steps)))


def _spelled_steps(path: str) -> _Steps:
    """Return a path's folders and names as they are spelled, upper and lower case apart."""
    return tuple(step for step in _SEPARATORS.split(_composed(path)) if step not in ("", "."))


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def _has_container(tail: _Steps, target: str) -> bool:
    """Return whether the end of a path begins no later than with the archive that a file is in."""
    containers = _containers(target)
    return bool(containers) and len(path_steps(target)) - len(path_steps(containers[0])) < len(tail)


def _containers(path: str) -> list[str]:
    """Return the paths of the archives and mails that a file is in, the innermost first."""
    containers = []
    while "!" in path:
        path = path.rpartition("!")[0]
        containers.append(path)
    return containers
