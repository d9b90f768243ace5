"""Figures of comparison groups, and which of them may be published."""
