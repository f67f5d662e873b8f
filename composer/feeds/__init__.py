"""Public status feeds of external services, read: bytes in, how the service says it is doing out. Pure, and nothing here asks the network."""
