"""``cssa form``: makes forms, reads them back, and shows what became of them."""
