"""Everything that was published: searched as one types, read, copied, and used again."""
