"""Checklists that others publish, brought into a folder of our own form."""
