"""An institution compared with its comparison groups."""
