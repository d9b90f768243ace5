"""Forms: checklists as Excel workbooks to be filled in, and the reading of returned ones."""
