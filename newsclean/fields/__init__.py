"""Reading the fields of an article from its lines."""
