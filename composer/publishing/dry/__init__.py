"""A dry run: the destinations do all that they do, and what they send is taken down in place of leaving."""
