"""``cssa report --peers`` as its user types it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reports.feedback.conftest import HERE, SMALL

from cssa.errors import InputError
from cssa.messages import LANGS, message
from cssa.peers.peers_file import read_peers

ANSWERS = (SMALL / "answers.yaml", "-c", SMALL / "checklist", "--as-of", "2026-11-20")
PEERS = HERE / "peers" / "large.json"


@pytest.fixture
def published(write: Callable[..., Path]) -> Path:
    """A folder as the issuer gives it out."""
    return write("public/peers.json", PEERS.read_bytes()).parent


def test_the_folder_and_the_file_give_the_same_report(
    cssa: Callable[..., Any], published: Path, tmp_path: Path
) -> None:
    for name, peers in (("a.html", published), ("b.html", published / "peers.json")):
        run = cssa("report", *ANSWERS, "--peers", peers, "-o", tmp_path / name, "--lang", "ja")
        assert (run.code, run.out) == (0, "")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page == (tmp_path / "b.html").read_text(encoding="utf-8")
    assert message("ja", "feedback.title") in page


@pytest.mark.parametrize("ending", ["md", "json", "xlsx"])
def test_every_format_is_written(
    ending: str, cssa_inline: Callable[..., Any], published: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"r.{ending}"
    run = cssa_inline("report", *ANSWERS, "--peers", published, "-o", out)
    assert (run.code, out.stat().st_size > 5000) == (0, True)


def test_what_changed_since_last_time_is_there_too(
    cssa_inline: Callable[..., Any], published: Path, tmp_path: Path
) -> None:
    before, out = tmp_path / "2025.json", tmp_path / "r.md"
    run = cssa_inline(
        "score", SMALL / "answers-2025.yaml", "-c", SMALL / "checklist", "--as-of", "2025-11-20",
        "--format", "json", "-o", before,
    )  # fmt: skip
    assert run.code == 0
    given = ("--peers", published, "--previous", before)
    assert cssa_inline("report", *ANSWERS, *given, "-o", out).code == 0
    assert "2025-11-10" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("change", "named"), [
    ({"checklist": {"id": "small", "version": "2", "fingerprint": "sha256:00"}}, "small 2"),
    ({"scheme": "all-practices"}, "(all-practices)"),
])  # fmt: skip
def test_figures_made_otherwise_are_refused_where_they_stand(
    change: dict[str, Any],
    named: str,
    cssa_inline: Callable[..., Any],
    write: Callable[..., Path],
    tmp_path: Path,
) -> None:
    data = json.loads(PEERS.read_text(encoding="utf-8"))
    file = write("public/peers.json", json.dumps(data | change))
    run = cssa_inline("report", *ANSWERS, "--peers", file.parent, "-o", tmp_path / "r.html")
    assert run.code == 3
    assert f"{file}: " in run.err
    assert named in run.err
    assert not (tmp_path / "r.html").exists()


def test_what_is_wrong_with_the_figures_is_told_at_its_line(
    cssa_inline: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    broken = PEERS.read_text(encoding="utf-8").replace('"n": 148', '"n": "many"', 1)
    path = write("peers.json", broken)
    run = cssa_inline("report", *ANSWERS, "--peers", path, "-o", tmp_path / "r.html")
    assert run.code == 3
    line = broken[: broken.index('"many"')].count("\n") + 1
    assert f"{path}:{line}:" in run.err


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b'{"schema": "cssa.peers/1"}', b"[" * 9000]
)
def test_what_is_no_publication_is_refused(data: bytes, write: Callable[..., Path]) -> None:
    with pytest.raises(InputError):
        read_peers(str(write("peers.json", data)))


def test_a_missing_file_is_told(cssa_inline: Callable[..., Any], tmp_path: Path) -> None:
    run = cssa_inline("report", *ANSWERS, "--peers", tmp_path, "-o", tmp_path / "r.html")
    assert run.code == 3
    assert str(tmp_path / "peers.json") in run.err


@pytest.mark.parametrize("lang", LANGS)
def test_a_template_of_ones_own_does_not_go_with_it(
    lang: str, cssa_inline: Callable[..., Any], published: Path, tmp_path: Path
) -> None:
    template = tmp_path / "t.md.j2"
    run = cssa_inline(
        "report", *ANSWERS, "--peers", published, "--template", template,
        "-o", tmp_path / "r.md", lang=lang,
    )  # fmt: skip
    assert run.code == 2
    assert "--peers" in run.err
