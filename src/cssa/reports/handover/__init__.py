"""The page for whoever takes over: what is planned, due, unconfirmed and to be decided."""
