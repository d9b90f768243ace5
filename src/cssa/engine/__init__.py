"""Scoring by the rules of docs/scoring.md: pure, exact, rounded once for display."""
