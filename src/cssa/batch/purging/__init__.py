"""Purging: what holds answers is removed once the retention period is over."""
