"""Strict reading and writing of the YAML files that people keep."""
