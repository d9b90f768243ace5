"""Forms: checklists as Excel workbooks that people fill, and what comes back."""
