"""The interview: what is asked next, and the dialogue that asks it."""
