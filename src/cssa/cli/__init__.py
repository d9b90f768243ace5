"""The command line: all that prints, exits, or reads arguments, clock and environment."""
