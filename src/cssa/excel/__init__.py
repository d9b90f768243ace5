"""What forms and reports share of Excel, and the guard against hostile files."""
