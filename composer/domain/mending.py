"""Taking words out of a text, or putting others in their place, as a person would."""

from __future__ import annotations

Span = tuple[int, int]
"""Where words stand in a text: (start, end) in characters."""

LEFT_OUT = "…"
_PAIRS = {("(", ")"), ("[", "]"), ("“", "”"), ("„", "“"), ('"', '"'), ("'", "'"), ("`", "`")}
_AFTER = " \n.,;:!?)"


def widened(text: str, span: Span) -> Span:
    """The place of words together with what is left over once they are gone: brackets or quotes around nothing, and a second space."""
    start, end = span
    while start > 0 and end < len(text) and (text[start - 1], text[end]) in _PAIRS:
        start, end = start - 1, end + 1
    ends = end == len(text) or text[end] in _AFTER
    if start > 0 and text[start - 1] == " " and ends:
        start -= 1
    elif (start == 0 or text[start - 1] == "\n") and end < len(text) and text[end] == " ":
        end += 1
    return start, end


def mended(text: str, span: Span, instead: str) -> tuple[Span, str]:
    """What to cut out of a text and what to put there: `instead`, else nothing, or a sign that something was left out."""
    if not instead and text[: span[0]].rstrip(" \"'`").endswith("="):
        instead = LEFT_OUT  # with nothing there, the next word would be what was assigned
    return (span, instead) if instead else (widened(text, span), "")
