"""Records: checked by pydantic where they come from a file, and plain objects everywhere else."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

from pydantic import ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema
from pydantic_core.core_schema import DataclassField

from cssa.datafile.digest import digest

R = TypeVar("R", bound="Record")

_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


class NameInFile(NamedTuple):
    """Beside a field's type: the name it has in files, where Python needs another."""

    name: str


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A frozen record, made from keyword arguments that are right already.

    What ships with the program and what it works out are records; what each run reads from
    somebody's file is a ``Model``. Every run has thousands of records and declares a hundred: so
    nothing is checked while the program makes one, and nothing is prepared at start. Where a
    record is read from a file, written or described, pydantic does that as it does for a
    ``Model``, unknown keys refused, with methods of the same names.

    Attributes:
        model_fields: the fields' types by name, in the order in which they are written; they
            stand there as they are, never in quotes.
    """

    __pydantic_config__ = ConfigDict(frozen=True, extra="forbid")
    __dataclass_fields__: ClassVar[Mapping[str, Any]] = {}  # by it pydantic tells a dataclass
    model_fields: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Take the fields from the annotations, those of a base class first."""
        cls.model_fields = {**cls.model_fields, **cls.__annotations__}

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: records are shared."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Tell whether another record is of the same class and says the same."""
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        """Return a hash of the values, where all of them have one."""
        return hash(tuple(self._values().values()))

    def __repr__(self) -> str:
        """Return the record as it would be made."""
        said = ", ".join(f"{name}={value!r}" for name, value in self._values().items())
        return f"{type(self).__name__}({said})"

    @classmethod
    def _adapter(cls) -> TypeAdapter[Self]:
        """Return pydantic's side of the class, made once."""
        if cls not in _ADAPTERS:
            _ADAPTERS[cls] = TypeAdapter(cls)
        return _ADAPTERS[cls]

    @cached_property
    def content_hash(self) -> str:
        """The hash of the whole content, independent of how a file is laid out."""
        return digest(self.model_dump(mode="json", by_alias=True, exclude_none=True))

    def check(self) -> None:
        """Refuse values that are right one by one and do not fit together.

        Raises:
            PydanticCustomError: with a code for messages.
        """

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.model_fields}

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the record with some values replaced."""
        return type(self)(**{**self._values(), **update})

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return plain values, by pydantic's options."""
        values: dict[str, Any] = self._adapter().dump_python(self, **options)
        return values

    def model_dump_json(self, **options: Any) -> str:
        """Return JSON, by pydantic's options."""
        return self._adapter().dump_json(self, **options).decode()

    @classmethod
    def model_validate(cls, value: object) -> Self:
        """Return checked values as a record.

        Raises:
            ValidationError: with everything that is wrong.
        """
        return cls._adapter().validate_python(value)

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """Return checked JSON as a record.

        Raises:
            ValidationError: with everything that is wrong.
        """
        return cls._adapter().validate_json(text)

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """Return the JSON Schema, by pydantic's options."""
        return cls._adapter().json_schema(**options)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Self], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Describe the record to pydantic."""
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


def _checked(record: R) -> R:
    record.check()
    return record


def _field(source: type[Record], name: str, hint: Any, schema: CoreSchema) -> DataclassField:
    """Return a field, with the name under which it is written."""
    if hasattr(source, name):
        default = getattr(source, name)
        if default == {}:
            schema = core_schema.with_default_schema(schema, default_factory=dict)
        else:
            schema = core_schema.with_default_schema(schema, default=default)
    notes = getattr(hint, "__metadata__", ())
    written = next((note.name for note in notes if isinstance(note, NameInFile)), name)
    return core_schema.dataclass_field(
        name, schema, kw_only=True, validation_alias=written, serialization_alias=written
    )
