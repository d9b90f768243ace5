"""The interview: which practice is asked next, and the dialogue that asks it."""
