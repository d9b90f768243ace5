"""Checklists: versioned sets of practices and questions."""
