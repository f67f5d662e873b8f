"""The page for feed readers: Atom, one entry an incident, with its updates as the entry's content."""

from __future__ import annotations

import re
import uuid
from html import escape
from typing import TYPE_CHECKING

from composer.publishing.page.look import Look
from composer.publishing.page.truth import PageIncident, Truth, iso

if TYPE_CHECKING:  # imported when a page is written: the window has no use for it until then
    from xml.etree import ElementTree as Xml

INCIDENTS_SHOWN = 25
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def file(look: Look, truth: Truth) -> bytes:
    """The bytes of `feed.atom`."""
    from xml.etree import ElementTree as Xml

    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": look.language})
    _text(feed, "id", _urn(truth.page_id))
    _text(feed, "title", look.stamped(look.title))
    _text(feed, "updated", iso(truth.updated_at))
    author = Xml.SubElement(feed, "author")
    _text(author, "name", look.organisation)
    Xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{look.base}/index.html"})
    Xml.SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{look.base}/feed.atom"}
    )
    latest = sorted(truth.incidents.values(), key=lambda one: (one.newest.at, one.id), reverse=True)
    for incident in latest[:INCIDENTS_SHOWN]:
        _entry(feed, look, truth, incident)
    Xml.indent(feed, " ")
    body: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _entry(feed: Xml.Element, look: Look, truth: Truth, incident: PageIncident) -> None:
    from xml.etree import ElementTree as Xml

    entry = Xml.SubElement(feed, "entry")
    _text(entry, "id", _urn(f"{truth.page_id}:{incident.id}"))
    _text(entry, "title", look.stamped(incident.newest.name))
    _text(entry, "published", iso(incident.created_at))
    _text(entry, "updated", iso(incident.newest.at))
    href = look.incident_url(incident.id)
    Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    paragraphs = [
        f"<p><small>{escape(look.stamp(update.at))}</small><br>"
        f"<strong>{escape(look.words.page_status[update.status])}</strong> — "
        f"{escape(update.body).replace(chr(10), '<br>')}</p>"
        for update in reversed(incident.updates)
    ]
    _text(entry, "content", "".join(paragraphs)).set("type", "html")


def _text(parent: Xml.Element, tag: str, text: str) -> Xml.Element:
    from xml.etree import ElementTree as Xml

    element = Xml.SubElement(parent, tag)
    element.text = _NOT_XML.sub("\ufffd", text)
    return element


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"incident-composer:{name}").urn
