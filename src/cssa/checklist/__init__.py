"""Checklists: what is asked."""
