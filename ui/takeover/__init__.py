"""Taking over an incident that runs elsewhere, and adopting one that somebody opened on the web."""
