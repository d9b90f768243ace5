"""An institution beside its comparison group."""
