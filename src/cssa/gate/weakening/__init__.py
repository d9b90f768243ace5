"""What a change of policy, saved result, answers or settings weakens: a class for each kind."""

# The order of these modules is that in which weakenings are listed.
# isort: off
from cssa.gate.weakening import policies as policies
from cssa.gate.weakening import kept_results as kept_results
from cssa.gate.weakening import answers as answers
from cssa.gate.weakening import settings as settings
