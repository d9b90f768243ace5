"""How outputs are recognised, whatever has become of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.outputs.conftest import COMMANDS

from cssa.signature import MAX_BYTES, Comment, OutputKind, is_unchanged_output, sign

SIGNED = [kind for kind in OutputKind if kind not in (OutputKind.ANSWERS, OutputKind.KEPT_RESULT)]

any_file = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


@any_file
@given(st.text(), st.sampled_from(SIGNED), st.sampled_from(Comment))
def test_a_signed_text_is_recognised_as_what_it_is_and_nothing_else(
    tmp_path: Path, text: str, kind: OutputKind, comment: Comment
) -> None:
    path = tmp_path / "out"
    try:
        signed = sign(text, kind, comment)
    except UnicodeEncodeError:
        return
    assert signed.startswith(text)
    path.write_bytes(signed.encode())
    assert [one for one in OutputKind if is_unchanged_output(path, one)] == [kind]


@any_file
@given(st.binary(max_size=400), st.sampled_from(OutputKind))
def test_nothing_else_is_taken_for_an_output(tmp_path: Path, data: bytes, kind: OutputKind) -> None:
    path = tmp_path / "out"
    for start in (b"", b"PK\x03\x04", b'{"schema": '):
        path.write_bytes(start + data)
        assert not is_unchanged_output(path, kind)


@any_file
@given(st.data())
def test_a_changed_byte_of_a_text_is_seen(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "out"
    signed = bytearray(sign("# 報告\n\n1 2 3\n", OutputKind.REPORT, Comment.MARKUP).encode())
    place = data.draw(st.integers(0, len(signed) - 1))
    signed[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(signed)
    assert not is_unchanged_output(path, OutputKind.REPORT)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_damaged_output_is_read_without_a_crash(
    name: str, outputs: dict[str, bytes], tmp_path: Path
) -> None:
    path, whole = tmp_path / "out", outputs[name]
    path.write_bytes(whole)
    recognised = [kind for kind in OutputKind if is_unchanged_output(path, kind)]
    assert len(recognised) == (COMMANDS[name].group is not None)

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.integers(0, 255), st.booleans())
    def damage(place: int, byte: int, cut: bool) -> None:
        end = b"" if cut else whole[place + 1 :]
        path.write_bytes(whole[:place] + bytes([byte]) + end)
        seen = [kind for kind in OutputKind if is_unchanged_output(path, kind)]
        assert seen in ([], recognised)
        assert not (cut and place < len(whole) - 2 and seen)

    damage()


def test_a_file_too_large_to_be_one_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    signed = sign("x" * MAX_BYTES, OutputKind.SCORE, Comment.HASH)
    path.write_text(signed, encoding="utf-8")
    assert not is_unchanged_output(path, OutputKind.SCORE)


def test_nested_brackets_are_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text('{"schema": ' + "[" * 100_000, encoding="utf-8")
    assert not is_unchanged_output(path, OutputKind.SCORE)
