"""What an interview can be asked for on the command line, loaded in no time."""

from typing import Literal

Only = Literal["unanswered", "unconfirmed", "below-target"]
"""Which practices are asked."""
