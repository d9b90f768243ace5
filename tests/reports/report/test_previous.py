"""What --previous takes, and what it says where it cannot be used."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.messages import LANGS

Cssa = Callable[..., Any]

HERE = Path(__file__).resolve().parent
SMALL = HERE / "small"
CHECKLIST = ("-c", SMALL / "checklist")
LAST, NOW = SMALL / "answers-2025.yaml", SMALL / "answers.yaml"


@pytest.fixture
def files(cssa_inline: Cssa, tmp_path: Path) -> dict[str, Path]:
    """Last year's answers in every form that somebody may have kept of them."""
    paths = {
        "answers": LAST,
        "json": tmp_path / "last.json",
        "form": tmp_path / "form.xlsx",
        "result of its day": tmp_path / "then.json",
        "result of today": tmp_path / "today.json",
    }
    from cssa.datafile.reader import read

    value = read(LAST.read_bytes(), "last").value
    paths["json"].write_text(json.dumps(value, default=str), encoding="utf-8")
    score = ("score", LAST, *CHECKLIST, "--format", "json", "-o")
    for arguments in (
        ("form", "new", *CHECKLIST, "--answers", LAST, "-o", paths["form"]),
        (*score, paths["result of its day"], "--as-of", "2025-11-10"),
        (*score, paths["result of today"], "--as-of", "2026-12-01"),
    ):
        assert cssa_inline(*arguments).code == 0
    return paths


def test_whatever_is_kept_of_last_year_gives_last_years_number(
    cssa_inline: Cssa, files: dict[str, Path], tmp_path: Path
) -> None:
    shown = {}
    for name, path in files.items():
        out = tmp_path / "report.md"
        run = cssa_inline(
            "report", NOW, *CHECKLIST, "--previous", path, "-o", out,
            "--as-of", "2026-11-20",
        )  # fmt: skip
        assert run.code == 0, (name, run.err)
        (line,) = re.findall(r"\d+ of \d+ last time \([^)]*\)", out.read_text(encoding="utf-8"))
        shown[name] = line
    assert set(shown.values()) == {"4 of 5 last time (2025-11-10)"}, shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("schema: cssa.policy/1\n", "cssa score"),
        ("<html><p>a: b: c</p></html>\n", "cssa score"),
        ("", "cssa score"),
        (re.sub("assessed_on:.*\n", "", LAST.read_text("utf-8")), "cssa score last.yaml --as-of"),
        (LAST.read_text("utf-8").replace("assessed_on: 2025", "assessed_on: 2027"), "assessed_on"),
    ],
)
def test_what_cannot_serve_is_refused_with_what_to_do(
    cssa_inline: Cssa,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    content: str,
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "last.yaml").write_text(content, encoding="utf-8")
    arguments = ("report", NOW, *CHECKLIST, "--previous", "last.yaml", "-o", "r.html")
    run = cssa_inline(*arguments, lang=lang)
    assert run.code == 3
    assert named in run.err
    assert not (tmp_path / "r.html").exists()


def test_a_result_kept_by_the_gate_is_counted_against_todays_targets(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    kept, out = tmp_path / "kept.json", tmp_path / "r.md"
    gated = cssa_inline("gate", LAST, *CHECKLIST, "--keep", kept, "--as-of", "2025-11-10")
    assert gated.code in {0, 1}
    run = cssa_inline("report", NOW, *CHECKLIST, "--previous", kept, "-o", out, lang="en")
    assert run.code == 0, run.err
    report = out.read_text(encoding="utf-8")
    assert "5 of 5 last time (2025-11-10)" in report
    assert "from saved levels against today's targets" in report, "one more: an alternative"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"assessed_on": None}, "cssa gate"),
        ({"institution": "other"}, "other"),
        ({"checklist": {"id": "other", "version": "1", "fingerprint": "sha256:0"}}, "other"),
        ({"assessed_on": "2027-01-01"}, "2027"),
        ({"practices": {}}, "practices"),
    ],
)
def test_a_kept_result_that_cannot_serve_is_refused(
    cssa_inline: Cssa, tmp_path: Path, lang: str, change: dict[str, Any], named: str
) -> None:
    kept, out = tmp_path / "kept.json", tmp_path / "r.html"
    cssa_inline("gate", LAST, *CHECKLIST, "--keep", kept, "--as-of", "2025-11-10")
    kept.write_text(json.dumps({**json.loads(kept.read_text("utf-8")), **change}), "utf-8")
    run = cssa_inline("report", NOW, *CHECKLIST, "--previous", kept, "-o", out, lang=lang)
    assert (run.code, named in run.err, out.exists()) == (3, True, False), run.err


def test_results_without_a_day_of_their_own_go_by_their_as_of_dates(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    (tmp_path / "last.yaml").write_text(
        re.sub("assessed_on:.*\n", "", LAST.read_text("utf-8")), encoding="utf-8"
    )
    for day, code in (("2025-11-10", 0), ("2026-12-01", 3)):
        made = ("score", tmp_path / "last.yaml", *CHECKLIST, "--as-of", day, "--format", "json")
        assert cssa_inline(*made, "-o", tmp_path / f"{day}.json").code == 0
        run = cssa_inline(
            "report", NOW, *CHECKLIST, "--previous", tmp_path / f"{day}.json",
            "-o", tmp_path / "r.md", "--as-of", "2026-11-20",
        )  # fmt: skip
        assert run.code == code
    assert "cssa score" in run.err


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The answers of the year before last."""
    path = tmp_path / "2024.yaml"
    text = LAST.read_text("utf-8")
    path.write_text(text.replace("assessed_on: 2025", "assessed_on: 2024"), encoding="utf-8")
    return path


def test_several_earlier_results_are_taken_in_any_order(
    cssa_inline: Cssa, tmp_path: Path, before: Path
) -> None:
    pages = []
    for files in ((LAST, before), (before, LAST)):
        out = tmp_path / "r.md"
        earlier = [part for file in files for part in ("--previous", file)]
        run = cssa_inline("report", NOW, *CHECKLIST, *earlier, "-o", out, "--as-of", "2026-11-20")
        assert run.code == 0, run.err
        pages.append(out.read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert "Since the previous assessment (2025-11-10): maturity (own method) 1.50" in pages[0]
    assert "| Domain | 2024-11-10 | 2025-11-10 | 2026-11-10 |" in pages[0]


@pytest.mark.parametrize("lang", LANGS)
def test_too_many_earlier_results_and_two_of_one_day_are_refused(
    cssa_inline: Cssa, tmp_path: Path, before: Path, lang: str
) -> None:
    same = tmp_path / "same.yaml"
    same.write_bytes(before.read_bytes())
    for files, code, named in (((LAST,) * 5, 2, "5"), ((before, same), 3, "2024-11-10")):
        earlier = [part for file in files for part in ("--previous", file)]
        out = tmp_path / "r.md"
        run = cssa_inline("report", NOW, *CHECKLIST, *earlier, "-o", out, lang=lang)
        assert (run.code, named in run.err, out.exists()) == (code, True, False), run.err
