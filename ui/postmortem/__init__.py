"""The post-mortem of an incident: the document filled from the record, and what the plan asks for after the end."""
