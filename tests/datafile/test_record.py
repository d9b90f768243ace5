"""Records: created without validation by the program, validated where they come from a file."""

import json
import pickle
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import ValidationError

from cssa.datafile.reader import read
from cssa.datafile.record import NameInFile, Record
from cssa.datafile.restored import restored
from cssa.datafile.validation import validate
from cssa.errors import InputError
from cssa.location import Location


class Inner(Record):
    """One part."""

    count: int


class Base(Record):
    """What comes first."""

    id: str


class Outer(Base):
    """The whole."""

    schema_: Annotated[Literal["cssa.example/1"], NameInFile("schema")] = "cssa.example/1"
    parts: tuple[Inner, ...]
    words: Mapping[str, int] = {}


class Compiled(Record):
    """A record with every type of field that compiled data has."""

    name: Annotated[str, NameInFile("called")]
    day: date | None = None
    number: Decimal | None = None
    inner: Inner | None = None
    names: tuple[str, ...] = ()
    by_name: dict[str, tuple[Inner, ...]] = {}  # noqa: RUF012 - never changed
    flag: bool = False


WRITTEN = {"id": "a", "schema": "cssa.example/1", "parts": [{"count": 1}], "words": {}}


def test_a_record_is_written_in_the_order_of_its_fields_however_it_was_created() -> None:
    record = Outer(parts=(Inner(count=1),), id="a")
    assert json.loads(record.model_dump_json(by_alias=True)) == WRITTEN
    assert list(record.model_dump(by_alias=True)) == list(WRITTEN)


def test_what_was_written_is_read_as_the_same_record() -> None:
    record = Outer(id="a", parts=(Inner(count=1),))
    read_back = Outer.model_validate_json(record.model_dump_json(by_alias=True))
    assert read_back == record
    assert read_back == Outer.model_validate(record.model_dump(by_alias=True))
    assert read_back != record.model_copy(update={"id": "b"})
    assert isinstance(read_back.parts[0], Inner)


def test_a_record_travels_between_processes() -> None:
    record = Outer(id="a", parts=(Inner(count=1),))
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own


@pytest.mark.parametrize("record", [
    Compiled(name="a"),
    Compiled(name="a", day=date(2026, 7, 1), number=Decimal("0.1"), flag=True),
    Compiled(name="a", inner=Inner(count=1), names=("x", "y")),
    Compiled(name="a", by_name={"x": (Inner(count=1), Inner(count=2)), "y": ()}),
])  # fmt: skip
def test_compiled_data_is_restored_as_it_was(record: Compiled) -> None:
    text = record.model_dump_json(exclude_defaults=True).encode()
    restored_record = restored(Compiled, text, record.content_hash)
    assert restored_record == record
    assert (
        Compiled.model_validate(restored_record.model_dump(by_alias=True)).content_hash
        == restored_record.content_hash
    )


@pytest.mark.parametrize(
    "text", ["", "{", "3", "null", "[]", '{"day": 3}', '{"name": "a", "names": 1}', "{}"]
)
def test_other_data_than_compiled_is_an_error(text: str) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError)):
        restored(Compiled, text.encode(), "")


def test_a_record_cannot_be_changed() -> None:
    record = Inner(count=1)
    with pytest.raises(AttributeError):
        record.count = 2  # type: ignore[misc]
    assert record.count == 1


@pytest.mark.parametrize("wrong", [
    {"id": 1},
    {"parts": [{"count": "many"}]},
    {"parts": [{}]},
    {"parts": [3]},
    {"schema": "cssa.example/2"},
    {"more": 1},
])  # fmt: skip
def test_what_does_not_fit_is_refused_when_it_is_read(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Outer.model_validate(WRITTEN | wrong)


def test_problems_of_a_file_have_their_locations() -> None:
    text = "schema: cssa.example/1\nid: a\nparts:\n  - {count: 1, counts: 2}\n  - 3\n"
    with pytest.raises(InputError) as error:
        validate(Outer, read(text.encode(), "file"))
    assert [(problem.code, problem.location) for problem in error.value.problems] == [
        ("value.unknown_key.near", Location("file", 4, 16)),
        ("value.mapping", Location("file", 5, 5)),
    ]
