"""One result against another."""
