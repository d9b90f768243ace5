"""Schemes, targets, scales, profile and sectors: how answers are scored."""
