"""Fictional institutions and campaigns."""
