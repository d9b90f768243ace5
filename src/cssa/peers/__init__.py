"""Figures of comparison groups, and what of them may be told."""
