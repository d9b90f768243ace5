"""Names that checklists refer to and that others define: the CSF's ids, and words of art."""

from typing import Annotated, Literal

from pydantic import Field

from cssa.datafile.types import Model, Str, Text


class Csf2Category(Model):
    """A category, with the outcome of each of its subcategories as NIST words it."""

    id: Str
    title: Text
    subcategories: dict[Str, Str]


class Csf2Function(Model):
    """A function of the framework."""

    id: Str
    title: Text
    categories: tuple[Csf2Category, ...]


class Csf2(Model):
    """``csf2.yaml``: functions, categories and subcategories of the NIST CSF 2.0."""

    schema_: Annotated[Literal["cssa.csf2/1"], Field(alias="schema")]
    functions: tuple[Csf2Function, ...]

    @property
    def categories(self) -> tuple[Csf2Category, ...]:
        """The categories of all functions, in order."""
        return tuple(category for function in self.functions for category in function.categories)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a practice may refer to."""
        categories = self.categories
        return frozenset(category.id for category in categories) | {
            name for category in categories for name in category.subcategories
        }


class Terms(Model):
    """``terms.yaml``: words of art and how English renders them."""

    schema_: Annotated[Literal["cssa.terms/1"], Field(alias="schema")]
    terms: dict[Str, tuple[Str, ...]]
