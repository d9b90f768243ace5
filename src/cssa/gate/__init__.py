"""The gate: an assessment held against the institution's own minimum."""
