"""Results as documents: each format a module, each a pure function."""
