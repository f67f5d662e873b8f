"""What is shown while no incident is open: what this is, and the ways in."""
