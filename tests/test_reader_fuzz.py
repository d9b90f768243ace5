"""Damaged files of every kind: each is read, or refused in words, in little time and memory.

A few of each kind in the suite, from fixed seeds; ``CSSA_FUZZ=3000`` makes that many in all.
"""

import io
import os
import random
import re
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.forms.test_review import row

from cssa.answers.campaign import read_campaign
from cssa.checklist.draft import read_draft
from cssa.checklist.level_scale import SIX_LEVELS
from cssa.datafile.reader import read
from cssa.errors import CssaError
from cssa.forms.review_reader import read_review
from cssa.forms.review_writer import write_reviews
from cssa.gate.policy import load_policy
from cssa.lists.receipts import read_receipts
from cssa.lists.roster import read_roster
from cssa.messages import LANGS
from cssa.messages.problems import describe_all
from cssa.workspace import Workspace

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("measures with the resource module", allow_module_level=True)

ROOT = Path(__file__).resolve().parent.parent
TOTAL = int(os.environ.get("CSSA_FUZZ", "0"))
SECONDS = 3  # of computing, for one file
MEGABYTES = 300

ODD = (
    "\0", "\t", "\u3000", "\u202e", "\x1b[2J", "\ufeff", "\ud83d".encode("utf-8", "surrogatepass"),
    "&a ", "*a ", "!!x ", "<<: ", "? ", "- ", "[", "{", "]", "}", "|", ">", '"', "'", "#", "---\n",
    "...\n", "%TAG ! x\n", "~", "null", "true", "1e999", "-0", ".nan", "0x", "9" * 50, "9999-12-31",
    "0000-00-00", "P99Y", "=1+1", "<", "&#0;", "<!DOCTYPE x>", "\r", "\n", "\n\n", ",", ";", ": ",
    "x" * 70_000, "[" * 200, "a: " * 50,
)  # fmt: skip

RECEIPTS = (
    "path,received_at,channel,sender,version\na.xlsx,2026-11-20 9:05,mail,a@example.jp,1\n"
    "b.xlsx,2026/11/21,portal,,2\n"
)
ROSTER = (
    "id,name,sector,extended_to,status\nX1,例示信金,shinkin,2026-12-01,expected\nX2,B,rokin,,\n"
)
POLICY = (
    "schema: cssa.policy/1\nid: p\nrules:\n  - {id: a, on: overall, min_score: 2.5}\n"
    "  - {id: b, on: {each: section}, min_level: 1, evidence_within: P1Y}\nwaivers:\n"
    "  - {practice: 2.1.1-1, reason: r, alternative: a, residual_risk: s, owner: A, approver: B,"
    " expires: 2027-01-01}\n"
)
CAMPAIGN = (
    'schema: cssa.campaign/1\nid: "2026"\ntitle: {ja: 調査, en: Survey}\ndeadline: 2026-11-30\n'
    "cut_off: 2026-12-18\ncoverage_floor: 0.8\n"
)


def _answers() -> bytes:
    return (ROOT / "tests" / "good" / "answers.yaml").read_bytes()


def _read_answers(data: bytes, workspace: Workspace, _: Path) -> object:
    return workspace.assess(data, "file", as_of=date(2026, 11, 20))


def _read_policy(data: bytes, workspace: Workspace, _: Path) -> object:
    edition = workspace.read_answers(_answers(), "answers.yaml")
    checklist = workspace.edition_of(edition).checklist
    return load_policy(read(data, "file"), checklist)


def _read_checklist(data: bytes, _: Workspace, folder: Path) -> object:
    for file in CHECKLIST.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "checklist.yaml").write_bytes(data)
    return read_draft(folder)


def _as_json(data: bytes) -> bytes:
    import json

    return json.dumps(read(data, "file").value, ensure_ascii=False, indent=1).encode()


CHECKLIST = next((ROOT / "tests" / "checklists" / "kinds").rglob("checklist.yaml")).parent
READERS: dict[str, tuple[Callable[[], bytes], Callable[[bytes, Workspace, Path], object]]] = {
    "answers": (_answers, _read_answers),
    "answers in JSON": (lambda: _as_json(_answers()), _read_answers),
    "form": (
        (ROOT / "tests" / "forms" / "saved" / "typed-ja.xlsx").read_bytes,
        _read_answers,
    ),
    "policy": (POLICY.encode, _read_policy),
    "campaign": (CAMPAIGN.encode, lambda data, _, __: read_campaign(data, "file")),
    "checklist": (
        (CHECKLIST / "checklist.yaml").read_bytes,
        _read_checklist,
    ),
    "roster": (
        ROSTER.encode,
        lambda data, workspace, _: read_roster(data, "file", workspace.scoring_data.sectors),
    ),
    "receipts": (RECEIPTS.encode, lambda data, _, __: read_receipts(data, "file")),
    "review": (
        lambda: next(iter(write_reviews([row(), row("1-2")], [], SIX_LEVELS, lang="ja")))[1],
        lambda data, _, __: read_review(data, "file", SIX_LEVELS),
    ),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one to four things in it changed."""
    if data.startswith(b"PK") and chance.random() < 0.9:
        return _damaged_workbook(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = _damaged_text(data, chance)
    return data


def _damaged_text(data: bytes, chance: random.Random) -> bytes:  # noqa: PLR0911 - a return per kind of damage
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 1, 3, 20, 300)))
    chosen = chance.choice(ODD)
    odd = chosen if isinstance(chosen, bytes) else chosen.encode()
    lines = data.split(b"\n")
    line = chance.randrange(len(lines))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:start] + odd + data[end:]
    if kind == 1:
        return data[:start] + data[start:end] * chance.choice((2, 50, 2_000)) + data[end:]
    if kind == 2:  # a line gone, doubled or moved
        taken = lines.pop(line)
        for _ in range(chance.randrange(3)):
            lines.insert(chance.randint(0, len(lines)), taken)
        return b"\n".join(lines)
    if kind == 3:  # the value of a line
        name, colon, _ = lines[line].partition(b":")
        lines[line] = name + colon + b" " + odd
        return b"\n".join(lines)
    if kind == 4 and data:
        at = chance.randrange(len(data))
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    if kind == 5:
        lines[line] = chance.choice((b"  ", b"    ", b"\t", b"- ")) + lines[line]
        return b"\n".join(lines)
    return data[:start]


def _damaged_workbook(data: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                if chance.random() < 0.1:
                    continue  # the part is missing
                part = _damaged_text(part, chance)
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _megabytes() -> tuple[float, float]:
    """Return the most memory that this process has had, and that a process it started has."""
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    used = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, children = (resource.getrusage(who).ru_maxrss / unit for who in used)
    status = Path("/proc/self/status")
    if status.exists():  # on Linux ru_maxrss begins at that of the process that started this one
        own = int(re.findall(r"VmHWM:\s*(\d+) kB", status.read_text("utf-8"))[0]) / 1_000
    return own, children


def _seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def fuzz(name: str, folder: Path) -> None:
    """Read damaged files of a kind, and check what each takes.

    Args:
        name: of the kind, a key of ``READERS``.
        folder: an empty folder for what has to be a file.
    """
    workspace = Workspace(folders=[ROOT / "tests" / "forms" / "checklist"], cache=folder / "cache")
    make, reader = READERS[name]
    good = make()
    reader(good, workspace, folder)
    quick = 6 if good.startswith(b"PK") else 40
    for seed in range(TOTAL // len(READERS) + 1 if TOTAL else quick):
        data = damaged(good, random.Random(f"{name} {seed}"))  # noqa: S311 - repeatable, no secret
        began = _seconds()
        try:
            reader(data, workspace, folder)
        except CssaError as error:
            for lang in LANGS:
                describe_all(error.problems, lang, error.further)
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
        assert _seconds() - began < SECONDS, seed
    assert max(_megabytes()) < MEGABYTES


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_is_read_or_refused_in_words(name: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.test_reader_fuzz", name, tmp_path],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr


if __name__ == "__main__":
    fuzz(sys.argv[1], Path(sys.argv[2]))
