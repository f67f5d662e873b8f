"""After the act: the hold that can be taken back, each delivery's state, what happens next, and the timeline."""
