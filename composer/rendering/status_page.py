"""The status page: the text that Statuspage takes, and the HTML of our own page and preview.

Statuspage shows the body of an update as HTML, with a few tags allowed, and keeps its line breaks. A typed
`<script>` or `<a>` would there be a tag, so what a browser would read as a tag or an entity is escaped. Only that: a
lone `&` or `<25 %` is text in HTML too, and subscribers get the same body by SMS and feed, where an entity would show.
"""

from __future__ import annotations

import re

from composer.domain.message import RenderedMessage, join
from composer.rendering.escaping import escape
from composer.rendering.lines import paragraphs_of

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_ENTITY = re.compile(r"&(?:#[0-9a-zA-Z]+|[0-9a-zA-Z]+);?")


def body(message: RenderedMessage) -> str:
    """The body of an incident update for the Statuspage API; read as HTML it is exactly the message's text."""
    return _TAG.sub("&lt;", _ENTITY.sub(_escape_entity, message.text))


def name(message: RenderedMessage) -> str | None:
    """The incident's name where the template has a subject. Statuspage escapes names itself."""
    return message.subject_text


def fragment(message: RenderedMessage) -> str:
    """The body as an HTML fragment: a `<p>` a paragraph, a `<br>` a line break, everything else escaped text."""
    return "\n".join(
        '<p dir="auto">' + "<br>".join(escape(join(line)) for line in lines) + "</p>"
        for lines in paragraphs_of(message.body)
    )


def _escape_entity(found: re.Match[str]) -> str:
    import html  # its table of named characters is large, and a message seldom looks like one

    text = found.group()
    return text if html.unescape(text) == text else "&amp;" + text[1:]
