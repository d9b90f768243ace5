"""The kinds of question: a class each, with all that is known of it, registered on import."""

# The order of these modules is that of the kinds in schemas and documents.
# isort: off
from cssa.checklist.kinds import levels as levels
from cssa.checklist.kinds import choices as choices
from cssa.checklist.kinds import entries as entries
