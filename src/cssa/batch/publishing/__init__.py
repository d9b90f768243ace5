"""Publishing a campaign once, and what was published of it."""
