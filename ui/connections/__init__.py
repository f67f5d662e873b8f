"""The connections: which services the program speaks to, what each can do, and its credential."""
