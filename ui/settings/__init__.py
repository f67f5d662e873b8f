"""Settings: who is at the keyboard, the mode, the hold, the look, and what is in force from where."""
