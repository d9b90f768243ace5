"""How an institution's practices cover another document, as a report."""
