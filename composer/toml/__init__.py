"""Reading TOML files that people write: their text, the lines of their keys, and every mistake told with its place."""
