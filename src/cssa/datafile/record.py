"""Records: validated by pydantic where they come from a file, plain objects everywhere else."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

from pydantic import ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema
from pydantic_core.core_schema import DataclassField

RecordT = TypeVar("RecordT", bound="Record")

_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


class NameInFile(NamedTuple):
    """Annotates a field's type with its name in files, where Python needs another name."""

    name: str


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """Base of frozen records, created from keyword arguments that are known to be valid.

    What ships with the program and what it computes are records; what a run reads from a user's
    file is a ``Model``. A run has thousands of records and declares a hundred classes: so nothing
    is validated when the program creates one, and nothing is prepared at start. Where a record is
    read from a file, written or described, pydantic does that as it does for a ``Model``, unknown
    keys refused, with methods of the same names. See docs/decisions/0005-records.md.

    Attributes:
        model_fields: the fields' types by name, in the order in which they are written; types,
            never strings.
    """

    __pydantic_config__ = ConfigDict(frozen=True, extra="forbid")
    __dataclass_fields__: ClassVar[Mapping[str, Any]] = {}  # by it pydantic recognises a dataclass
    model_fields: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Collect the fields from the annotations, those of a base class first."""
        cls.model_fields = {**cls.model_fields, **cls.__annotations__}

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: records are shared."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Return whether another record has the same class and the same values."""
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        """Return a hash of the values, which all have to be hashable."""
        return hash(tuple(self._values().values()))

    def __repr__(self) -> str:
        """Return the expression that creates the record."""
        arguments = ", ".join(f"{name}={value!r}" for name, value in self._values().items())
        return f"{type(self).__name__}({arguments})"

    @classmethod
    def _adapter(cls) -> TypeAdapter[Self]:
        """Return pydantic's adapter for the class, created once."""
        if cls not in _ADAPTERS:
            _ADAPTERS[cls] = TypeAdapter(cls)
        return _ADAPTERS[cls]

    @cached_property
    def content_hash(self) -> str:
        """The hash of the whole content, independent of the layout of a file."""
        return digest(self.model_dump(mode="json", by_alias=True, exclude_none=True))

    def check(self) -> None:
        """Refuse values that are valid one by one and contradict each other.

        Raises:
            PydanticCustomError: with a code for messages.
        """

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields}

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the record with some values replaced."""
        return type(self)(**{**self._values(), **update})

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return plain values; the options are pydantic's."""
        values: dict[str, Any] = self._adapter().dump_python(self, **options)
        return values

    def model_dump_json(self, **options: Any) -> str:
        """Return JSON; the options are pydantic's."""
        return self._adapter().dump_json(self, **options).decode()

    @classmethod
    def model_validate(cls, value: object) -> Self:
        """Return plain values as a validated record.

        Raises:
            ValidationError: with every problem.
        """
        return cls._adapter().validate_python(value)

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """Return JSON as a validated record.

        Raises:
            ValidationError: with every problem.
        """
        return cls._adapter().validate_json(text)

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """Return the JSON Schema; the options are pydantic's."""
        return cls._adapter().json_schema(**options)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Self], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema by which pydantic reads and writes the record."""
        fields = [
            _field(source, name, hint, handler.generate_schema(hint))
            for name, hint in source.model_fields.items()
        ]
        schema = core_schema.dataclass_schema(
            source,
            core_schema.dataclass_args_schema(source.__name__, fields, extra_behavior="forbid"),
            list(source.model_fields),
            frozen=True,
        )
        reference = f"{source.__module__}.{source.__qualname__}:{id(source)}"
        return core_schema.no_info_after_validator_function(_checked, schema, ref=reference)


def _checked(record: RecordT) -> RecordT:
    record.check()
    return record


def _field(source: type[Record], name: str, hint: Any, schema: CoreSchema) -> DataclassField:
    """Return pydantic's description of a field, under its name in files."""
    if hasattr(source, name):
        default = getattr(source, name)
        if default == {}:
            schema = core_schema.with_default_schema(schema, default_factory=dict)
        else:
            schema = core_schema.with_default_schema(schema, default=default)
    metadata = getattr(hint, "__metadata__", ())
    alias = next((item.name for item in metadata if isinstance(item, NameInFile)), name)
    return core_schema.dataclass_field(
        name, schema, kw_only=True, validation_alias=alias, serialization_alias=alias
    )


def digest(value: Any) -> str:
    """Return the hash of plain values, independent of the order of keys and of layout."""
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
