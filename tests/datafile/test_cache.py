"""The cache of compiled data: never a reason for another result or an error."""

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

SCORE = ("--format", "json", "--as-of", "2026-11-20")


@pytest.fixture
def score(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> Callable[..., dict[str, Any]]:
    path = answers("2.1.1-1: 3", "2.2.1-1: 2")

    def run(*arguments: str) -> dict[str, Any]:
        result = cssa_inline("score", path, *SCORE, *arguments)
        assert (result.code, result.err) == (0, "")
        return dict(result.json)

    return run


@pytest.fixture
def expected(score: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CSSA_CACHE", "")
    return score()


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a source was parsed although it is in the cache")


def test_a_second_run_parses_no_source(
    score: Callable[..., Any],
    expected: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("CSSA_CACHE", str(tmp_path / "cache"))
    assert score() == expected
    monkeypatch.setattr("cssa.checklist.catalogue.read_draft", _refuse)
    monkeypatch.setattr("cssa.scheme.scoring_data.read", _refuse)
    assert score() == expected


def test_every_kind_of_data_comes_back_from_the_cache_as_it_was(tmp_path: Path) -> None:
    from cssa.checklist.catalogue import Catalogue
    from cssa.datafile.cache import CompiledCache
    from cssa.scheme.scoring_data import ScoringData

    def everything(cache: CompiledCache) -> list[Any]:
        library = ScoringData(cache)
        catalogue = Catalogue(vocabulary=lambda: library.vocabulary, cache=cache)
        return [
            library.scales,
            library.sectors,
            library.profile,
            library.vocabulary,
            library.scheme("maturity"),
            library.scheme("all-practices"),
            library.targets(),
            *(catalogue.load(entry) for entry in catalogue.entries()),
        ]

    plain = everything(CompiledCache())
    first = everything(CompiledCache(tmp_path))
    second = everything(CompiledCache(tmp_path))
    assert plain == first == second


def _signed(data: bytes, body: bytes) -> bytes:
    """Return an entry with another body, and the hash of that."""
    key = data.partition(b" ")[0]
    return key + f" sha256:{sha256(body).hexdigest()}\n".encode() + body


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:70],
        lambda data: data.partition(b"\n")[0] + b"\n{}",
        lambda data: data.partition(b"\n")[0] + b"\n[]",
        lambda data: data.partition(b"\n")[0] + b"\nnull",
        lambda data: b"0" * 64 + b"\n" + data.partition(b"\n")[2],
        lambda _: b"\xff" * 100,
        lambda data: data + b"\xff\xfe",
        lambda data: data.replace(b'"id"', b'"xd"', 1),
        lambda data: data.replace(b" sha256:", b" sha256:0", 1),
        lambda data: _signed(data, b"[]"),
        lambda data: _signed(data, b'{"checklist": 3, "bands": 3, "profiles": 3, "kinds": 3}'),
    ],
    ids=[
        "empty",
        "half",
        "head",
        "no keys",
        "list",
        "null",
        "other key",
        "binary",
        "rest",
        "changed",
        "other hash",
        "other list",
        "other shape",
    ],
)
def test_a_damaged_cache_changes_nothing(
    damage: Callable[[bytes], bytes],
    score: Callable[..., Any],
    expected: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CSSA_CACHE", str(folder))
    assert score() == expected
    files = sorted(folder.iterdir())
    assert files
    for file in files:
        file.write_bytes(damage(file.read_bytes()))
    assert score() == expected
    assert score() == expected


def test_a_result_tells_what_it_was_computed_from(
    score: Callable[..., Any], expected: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CSSA_CACHE", str(folder))
    score()
    for name in ("targets-by-risk-profile", "checklist-fsa-cyber-guideline-2025-07-04"):
        file = folder / f"{name}.json"
        data = file.read_bytes()
        body = data.partition(b"\n")[2].replace(b'"level":3', b'"level":1')
        file.write_bytes(_signed(data, body.replace(b'"tier":"desirable"', b'"tier":"basic"', 1)))
    forged = score()
    assert forged["target"]["content"] != expected["target"]["content"]
    assert forged["checklist"]["content"] != expected["checklist"]["content"]
    assert forged["checklist"]["fingerprint"] != expected["checklist"]["fingerprint"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o722])
def test_a_folder_that_others_may_write_is_not_used(
    mode: int,
    score: Callable[..., Any],
    expected: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CSSA_CACHE", str(folder))
    score()
    file = folder / "targets-by-risk-profile.json"
    data = file.read_bytes()
    file.write_bytes(_signed(data, data.partition(b"\n")[2].replace(b'"level":3', b'"level":1')))
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    folder.chmod(mode)
    assert score() == expected
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept


def test_a_cache_entry_that_is_a_folder_changes_nothing(
    score: Callable[..., Any], expected: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CSSA_CACHE", str(folder))
    score()
    names = [file.name for file in folder.iterdir()]
    for name in names:
        (folder / name).unlink()
        (folder / name).mkdir()
    assert score() == expected
    assert sorted(file.name for file in folder.iterdir()) == sorted(names)


def test_a_place_where_no_cache_can_be_changes_nothing(
    score: Callable[..., Any], expected: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "a-file"
    file.write_text("", encoding="utf-8")
    for folder in (file, file / "below", Path("/dev/null"), Path("/dev/null/below")):
        monkeypatch.setenv("CSSA_CACHE", str(folder))
        assert score() == expected
    assert file.read_bytes() == b""


@pytest.mark.parametrize("name", ["mkdir", "write_bytes", "replace", "read_bytes", "unlink"])
def test_a_cache_that_may_not_be_used_changes_nothing(
    name: str,
    score: Callable[..., Any],
    expected: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CSSA_CACHE", str(folder))
    real = getattr(Path, name)

    def forbidden(self: Path, *args: Any, **kwargs: Any) -> Any:
        if folder in (self, *self.parents):
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, name, forbidden)
    assert score() == expected


def test_an_empty_setting_keeps_nothing(
    cssa: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {"HOME": str(home), "XDG_CACHE_HOME": "", "LOCALAPPDATA": str(home)}
    run = cssa("score", answers("2.1.1-1: 3"), env={**places, "CSSA_CACHE": ""})
    assert run.code == 0
    assert list(home.rglob("*")) == []


def test_the_cache_stands_where_the_system_keeps_such_things(
    answers: Callable[..., Path], cssa: Callable[..., Any], tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.delenv("CSSA_CACHE")
    folder = tmp_path / "caches"
    places = {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)}
    assert cssa("score", answers("2.1.1-1: 3"), env=places).code == 0
    assert list((folder / "cssa").glob("*.json"))


def test_a_changed_source_is_seen_at_once(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CSSA_CACHE", str(tmp_path / "cache"))
    assert cssa_inline("checklist", "new", "own", "--out", tmp_path).code == 0
    folder = tmp_path / "own" / "1"
    arguments = ("checklist", "show", "own", "-c", folder, "--format", "json")
    before = cssa_inline(*arguments).out
    assert cssa_inline(*arguments).out == before
    domain = next(file for file in folder.iterdir() if file.name != "checklist.yaml")
    domain.write_text(
        domain.read_text(encoding="utf-8").replace("The first section", "Another section"),
        encoding="utf-8",
    )
    assert json.loads(before) != cssa_inline(*arguments).json
    assert "Another section" in cssa_inline(*arguments).out


def test_no_temporary_file_is_left(
    score: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CSSA_CACHE", str(tmp_path / "cache"))
    score()
    assert {file.suffix for file in (tmp_path / "cache").iterdir()} == {".json"}
