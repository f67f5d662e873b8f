"""Floors and the program, measured against each other in one run: `make bench`."""
