"""Checks: small, pure rules over what is about to be sent. Each gives findings; none changes anything."""
