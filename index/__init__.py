"""Articles become a searchable archive: read, split, embed, store."""
