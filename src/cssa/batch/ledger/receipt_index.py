"""Finds the receipt of each file."""

from collections.abc import Sequence

from cssa.lists.receipts import Receipt


class ReceiptIndex:
    """Matches receipts with files, whichever folder the receipts' paths start from.

    Args:
        receipts: the list as it was read.
        paths: of the files received.
    """

    def __init__(self, receipts: Sequence[Receipt], paths: Sequence[str]) -> None:
        by_name: dict[str, list[str]] = {}
        for path in paths:
            by_name.setdefault(_last(path), []).append(path)
            archive = path.partition("!")[0]
            if archive != path:
                by_name.setdefault(_last(archive), []).append(path)
        self._receipts: dict[str, Receipt] = {}
        unmatched = []
        for receipt in receipts:
            given = receipt.path.replace("\\", "/").removeprefix("./")
            matching = [path for path in by_name.get(_last(given), ()) if _matches(path, given)]
            containers = {path.partition("!")[0] for path in matching}
            if len(containers) != 1 or ("!" in given and len(matching) != 1):
                unmatched.append(receipt.path)
                continue
            for path in matching:
                if "!" in given or path not in self._receipts:
                    self._receipts[path] = receipt
        self.unmatched = tuple(sorted(unmatched))

    def receipt(self, path: str) -> Receipt | None:
        """Return a file's receipt, None where it has none."""
        return self._receipts.get(path)


def _matches(path: str, given: str) -> bool:
    shown = path if "!" in given else path.partition("!")[0]
    return shown == given or shown.endswith(f"/{given}") or given.endswith(f"/{shown}")


def _last(path: str) -> str:
    return path.rpartition("/")[2]
