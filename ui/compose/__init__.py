"""Compose: the facts of an open incident, the messages that are due, their previews, and the one act that publishes them."""
