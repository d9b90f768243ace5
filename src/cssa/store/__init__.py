"""The campaign database and its exports."""
