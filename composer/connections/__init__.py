"""Which services the program may speak to (connections.toml), and their credentials (the keyring of the system, never a file)."""
