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
    if instead:
        return span, instead
    if text[span[0] : span[0] + 1].isupper() and _begins(text, span[0]):
        return _without_beginning(text, span)
    return widened(text, span), ""


def _without_beginning(text: str, span: Span) -> tuple[Span, str]:
    """What to cut where the words began a sentence: the comma after them goes as well, and what follows begins it now."""
    start, end = span
    end += len(text[end:]) - len(text[end:].lstrip(", "))
    first = text[end : end + 1]
    if first.islower():
        return (start, end + 1), first.upper()
    if first in (".", "!", "?"):  # nothing is left of the sentence
        return widened(text, (start, end + 1)), ""
    return ((start, end) if first else widened(text, span)), ""


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:place].rstrip(" ")
    return not before or before[-1] in ".!?\n"
