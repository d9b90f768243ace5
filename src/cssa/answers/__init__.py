"""Submissions: one institution's answers in one campaign."""
