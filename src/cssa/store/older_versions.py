"""Stores of older versions, read as if they had the columns that came later, without a value."""

from collections.abc import Mapping

from cssa.store.ddl import USER_VERSION

READABLE: Mapping[int, str] = {
    6: """
CREATE TEMP VIEW campaign AS SELECT *, NULL AS unasked_tiers FROM main.campaign;
CREATE TEMP VIEW institution AS
  SELECT *, NULL AS bureau, NULL AS route, NULL AS roster_group, NULL AS received,
         NULL AS extended_to, NULL AS extension_reason, NULL AS extension_approved_by
    FROM main.institution;
CREATE TEMP VIEW submission AS SELECT *, NULL AS industry_group FROM main.submission;
CREATE TEMP VIEW file AS SELECT *, NULL AS form_number FROM main.file;
""",
    7: """
CREATE TEMP VIEW campaign AS SELECT *, NULL AS unasked_tiers FROM main.campaign;
CREATE TEMP VIEW institution AS
  SELECT *, NULL AS extended_to, NULL AS extension_reason, NULL AS extension_approved_by
    FROM main.institution;
""",
    USER_VERSION: "",
}
"""By version that can be read, what makes its tables look like those of the present one.

A temporary view stands in front of the table of its name, and changes nothing in the file.
"""
