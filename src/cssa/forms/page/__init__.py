"""The form as a page for any browser: written from the same request, read into the same tables."""
