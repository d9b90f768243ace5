"""Receipts, and the files that they are about."""

from collections.abc import Sequence

from cssa.lists.receipts import Receipt


class ReceiptIndex:
    """Finds the receipt of a file; clerks write paths from where they stand.

    Args:
        receipts: as they were kept.
        paths: of the files found.
    """

    def __init__(self, receipts: Sequence[Receipt], paths: Sequence[str]) -> None:
        by_name: dict[str, list[str]] = {}
        for path in paths:
            by_name.setdefault(_last(path), []).append(path)
            archive = path.partition("!")[0]
            if archive != path:
                by_name.setdefault(_last(archive), []).append(path)
        self._receipts: dict[str, Receipt] = {}
        unseen = []
        for receipt in receipts:
            given = receipt.path.replace("\\", "/").removeprefix("./")
            found = [one for one in by_name.get(_last(given), ()) if _matches(one, given)]
            inside = {one.partition("!")[0] for one in found}
            if len(inside) != 1 or ("!" in given and len(found) != 1):
                unseen.append(receipt.path)
                continue
            for path in found:
                if "!" in given or path not in self._receipts:
                    self._receipts[path] = receipt
        self.unseen = tuple(sorted(unseen))

    def receipt(self, path: str) -> Receipt | None:
        """Return a file's receipt."""
        return self._receipts.get(path)


def _matches(path: str, given: str) -> bool:
    shown = path if "!" in given else path.partition("!")[0]
    return shown == given or shown.endswith(f"/{given}") or given.endswith(f"/{shown}")


def _last(path: str) -> str:
    return path.rpartition("/")[2]
