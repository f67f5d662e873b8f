"""Templates into texts: filled once into segments, then dressed by one file a channel.

A template is rendered once, into segments that are either the template's own wording or the text of one field.
Each channel dresses those segments in its own way; only the template's wording may become markup, never what a
person typed. Nothing here reads a clock, a file or the network: the same inputs give the same text and the same bytes.
"""
