"""The conditions that a policy may set: a class each, with its words, registered on import."""

# The order of these modules is that of outcomes, of keys in the schema and of the documents' table.
# isort: off
from cssa.gate.conditions import scores as scores
from cssa.gate.conditions import shares as shares
from cssa.gate.conditions import kept_result as kept_result
from cssa.gate.conditions import evidence as evidence
from cssa.gate.conditions import reviews as reviews
from cssa.gate.conditions import treatments as treatments
from cssa.gate.conditions import plans as plans
from cssa.gate.conditions import assessment as assessment
