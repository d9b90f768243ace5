"""Declaration of the plan's workbook: its columns, for writing and reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from cssa.answers.submission import Plan
from cssa.forms.layout import PLAN_COLUMNS, FormColumn

SOURCE = "source"
"""Hidden column: whose plan it is, and of which checklist."""

SHOWN = (
    FormColumn("number", "shown", 10, "shown"),
    FormColumn("title", "shown", 30, "shown"),
    FormColumn("domain", "shown", 16, "shown"),
    FormColumn("level", "shown", 9, "shown", "plan_level"),
    FormColumn("next", "shown", 40, "shown", "plan_next"),
    FormColumn("usual_owner", "shown", 16, "shown", "plan_usual_owner"),
    FormColumn("mark", "shown", 12, "shown", "plan_mark"),
)
COLUMNS = (*SHOWN, *PLAN_COLUMNS)


@dataclass(frozen=True, kw_only=True)
class PlanSheetRow:
    """A row of the workbook.

    Attributes:
        practice: the practice's id.
        shown: texts of the columns that are not filled in, by code.
        plan: what stands in the answers.
    """

    practice: str
    shown: Mapping[str, str]
    plan: Plan | None
