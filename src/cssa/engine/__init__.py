"""The scoring contract: pure, exact, rounded once at display."""
