"""What is shown where the core can't be opened: why, and the ways on."""
