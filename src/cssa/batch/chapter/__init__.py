"""Good practices and common problems, from what institutions wrote to the published chapter."""
