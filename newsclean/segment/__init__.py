"""From decoded input to a `Document`: a sequence of blocks, the same type for HTML and for text."""
