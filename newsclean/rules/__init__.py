"""Rules: their types, how they are loaded and matched, and rule sets written in Python."""
