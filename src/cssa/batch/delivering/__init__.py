"""Handing out: a package for each institution, whose addressee is checked in every file."""
