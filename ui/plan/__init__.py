"""The incident response plan to read: everything it says, searchable."""
