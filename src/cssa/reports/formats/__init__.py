"""The formats of everything that is written: each declares all that must be known of it."""
