"""Institutions together: what each contributes to the figures of all."""
