"""Which blocks are the story: from marks and from what the document looks like to one verdict a block."""
