"""Feedback reports of the small institution."""

from tests.reports.feedback.conftest import feedback

__all__ = ["feedback"]
