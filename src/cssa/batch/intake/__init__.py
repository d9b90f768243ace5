"""From the inbox to readings: every file found, guarded and read once."""
