"""Putting right what was sent: one screen, one act."""
