"""Text within HTML, as the standard library escapes it."""

from __future__ import annotations

import html

from composer.rendering.escaping import escape


def test_it_says_what_the_standard_library_says() -> None:
    every = "".join(chr(code) for code in range(0x3000)) + "\u2028😀"
    assert escape(every) == html.escape(every)
    assert html.unescape(escape('<a href="x">&amp; \'</a>')) == '<a href="x">&amp; \'</a>'
