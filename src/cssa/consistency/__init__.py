"""Answers to ask about."""
