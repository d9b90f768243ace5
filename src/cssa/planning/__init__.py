"""Plans: what is to be improved, by whom and when."""
