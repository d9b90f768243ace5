"""Finds the receipt of each file."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cssa.errors import Problem
from cssa.lists.file_paths import path_steps
from cssa.lists.receipts import Receipt

_Steps = tuple[str, ...]


class FileReceipt(NamedTuple):
    """What the list of receipts says of a file.

    Attributes:
        receipt: the line that counts: the latest of those for the file.
        earlier: other lines for the same file, the latest of them last.
        is_by_name: whether only the names agree, in folders that differ.
    """

    receipt: Receipt
    earlier: tuple[Receipt, ...] = ()
    is_by_name: bool = False


class ReceiptIndex:
    """Matches receipts with files by the ends of their paths, wherever those start from.

    Args:
        receipts: the list as it was read; None without a list.
        paths: of the files received.
    """

    def __init__(self, receipts: Sequence[Receipt] | None, paths: Sequence[str]) -> None:
        self._is_listed = receipts is not None
        self._targets = _Targets(paths)
        lines: dict[str, list[Receipt]] = {}
        unmatched = []
        elsewhere: dict[_Steps, list[Receipt]] = {}
        for receipt in receipts or ():
            matching = self._targets.matching(receipt.path)
            if len(matching) == 1:
                lines.setdefault(matching[0], []).append(receipt)
            elif matching:
                unmatched.append(receipt.path)
            else:
                elsewhere.setdefault(path_steps(receipt.path), []).append(receipt)
        by_name = self._by_name(elsewhere, lines.keys())
        unmatched += (
            receipt.path
            for steps, group in elsewhere.items()
            if steps not in by_name
            for receipt in group
        )
        self._receipts = {target: _latest(group) for target, group in lines.items()}
        for steps, target in by_name.items():
            self._receipts[target] = _latest(elsewhere[steps])._replace(is_by_name=True)
        self.unmatched = tuple(sorted(unmatched))

    def receipt(self, path: str) -> FileReceipt | None:
        """Return a file's receipt, else that of the archive it is in; None where there is none."""
        return self._receipts.get(path) or self._receipts.get(_container(path))

    def is_lacking(self, path: str) -> bool:
        """Return whether there is a list, and no receipt of the file in it."""
        return self._is_listed and self.receipt(path) is None

    def reasons(self, path: str) -> Iterator[Problem]:
        """Yield what a person has to look at in the receipts of a file."""
        if self.is_lacking(path):
            yield Problem("batch.no_receipt")
        found = self.receipt(path)
        if found is None:
            return
        if found.is_by_name:
            yield Problem("batch.receipt_by_name", {"path": found.receipt.path})
        if found.earlier:
            first = min(line.received_at for line in found.earlier)
            params = {"count": len(found.earlier) + 1, "first": f"{first:%Y-%m-%d %H:%M}"}
            yield Problem("batch.receipts_of_one_name", params)

    def _by_name(self, elsewhere: Iterable[_Steps], taken: Iterable[str]) -> dict[_Steps, str]:
        """Return files that only one receipt can mean, though it has them in another folder.

        Args:
            elsewhere: the receipts' paths that are no file's.
            taken: files that have receipts.
        """
        targets: dict[str, list[str]] = {}
        for target in self._targets.without(taken):
            targets.setdefault(path_steps(target)[-1], []).append(target)
        names: dict[str, list[_Steps]] = {}
        for steps in elsewhere:
            names.setdefault(steps[-1] if steps else "", []).append(steps)
        return {
            group[0]: targets[name][0]
            for name, group in names.items()
            if len(group) == 1 and len(targets.get(name, ())) == 1
        }


class _Targets:
    """What a receipt may be of: files, archives and members of archives."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._archives = {_container(path) for path in paths if "!" in path} - set(paths)
        self._files = tuple(dict.fromkeys(paths))
        self._whole: dict[_Steps, list[str]] = {}
        self._tails: dict[_Steps, list[str]] = {}
        for path in (*self._files, *sorted(self._archives)):
            whole = path_steps(path)
            self._whole.setdefault(whole, []).append(path)
            for tail in _tails(whole):
                self._tails.setdefault(tail, []).append(path)

    def matching(self, path: str) -> list[str]:
        """Return what a receipt's path may mean; where spelling decides, only what it decides for.

        Args:
            path: as the list has it.
        """
        steps = path_steps(path)
        candidates = [
            *self._tails.get(steps, ()),
            *(target for tail in _tails(steps[1:]) for target in self._whole.get(tail, ())),
        ]
        outside = [target for target in candidates if "!" not in target]
        if outside and "!" not in path:
            candidates = outside
        for is_closer in (_is_spelled, _is_same):
            closer = [target for target in candidates if is_closer(target, path)]
            candidates = closer or candidates
        return candidates

    def without(self, taken: Iterable[str]) -> list[str]:
        """Return the files and archives that no receipt was found for."""
        having = set(taken)
        having |= {_container(path) for path in having}
        files = (
            path
            for path in self._files
            if "!" not in path or _container(path) not in self._archives
        )
        return [path for path in (*files, *sorted(self._archives)) if path not in having]


def _latest(receipts: Sequence[Receipt]) -> FileReceipt:
    """Return the latest of a file's receipts with the others, as versions and times have it."""
    *earlier, latest = sorted(receipts, key=lambda line: (line.version or 1, line.received_at))
    return FileReceipt(latest, tuple(earlier))


def _tails(steps: _Steps) -> Iterator[_Steps]:
    """Yield the ends of a path, from the whole of it to the last step alone."""
    return (steps[start:] for start in range(len(steps)))


def _is_spelled(target: str, path: str) -> bool:
    """Return whether one path ends as the other in the same letters, upper and lower case told."""
    here, there = _composed(target), _composed(path)
    shorter, longer = sorted((here, there), key=len)
    return longer == shorter or longer.endswith(f"/{shorter}")


def _is_same(target: str, path: str) -> bool:
    return _composed(target) == _composed(path)


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def _container(path: str) -> str:
    return path.partition("!")[0]
