"""Reminders: a letter to each institution by what became of its form, and one to each route."""
