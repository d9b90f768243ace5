"""Cybersecurity self-assessment for financial institutions, on the FSA guideline."""

__version__ = "0.2.0"
