"""The post-mortem document, made from the record."""
