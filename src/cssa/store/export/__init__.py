"""The campaign store as tables for other programs, with a codebook."""
