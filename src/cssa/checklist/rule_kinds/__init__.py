"""The kinds of consistency rule: a class each, registered on import."""

# The order of these modules is that of the kinds in schemas and documents.
# isort: off
from cssa.checklist.rule_kinds import numbers as numbers
from cssa.checklist.rule_kinds import levels as levels
from cssa.checklist.rule_kinds import profiles as profiles
from cssa.checklist.rule_kinds import dates as dates
