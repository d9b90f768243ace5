"""Names that checklists refer to and that others define: the CSF's ids, and words of art."""

from typing import Annotated, Literal

from pydantic import Field

from cssa.datafile.types import Model, Str


class Csf2(Model):
    """``csf2.yaml``: the categories and subcategories of the NIST CSF 2.0."""

    schema_: Annotated[Literal["cssa.csf2/1"], Field(alias="schema")]
    categories: dict[Str, tuple[Str, ...]]

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a practice may refer to."""
        return frozenset(self.categories) | {
            name for names in self.categories.values() for name in names
        }


class Terms(Model):
    """``terms.yaml``: words of art and how English renders them."""

    schema_: Annotated[Literal["cssa.terms/1"], Field(alias="schema")]
    terms: dict[Str, tuple[Str, ...]]
