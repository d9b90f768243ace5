"""Consistency: answers that do not fit together, to be confirmed by the institution."""
