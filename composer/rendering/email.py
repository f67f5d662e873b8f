"""Mail: subject, plain text, an HTML part of our own, and the exact bytes that leave.

The same inputs give the same bytes: boundary, date and message id come from outside or from the content. The HTML asks for nothing
from anywhere, reads well without its style, and follows a dark reader. Whatever stands in a header is checked here once
more, because some Python releases write a header that does not come from a header (CVE-2024-6923, CVE-2026-1299).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from composer.domain.errors import InvalidInputError, Place, Problem
from composer.domain.message import RenderedMessage, join
from composer.domain.sayings import Code, told
from composer.rendering.escaping import escape
from composer.rendering.lines import Line, is_heading, label_length, paragraphs_of

if (
    TYPE_CHECKING
):  # `email` is imported with the first mail: the window has no use for it until then, and it takes 2 MiB
    from email.headerregistry import Address

_HEADER_VALUE = re.compile(r"[^\x00-\x1f\x7f]*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,200}@[A-Za-z0-9.-]{1,200}>")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
)
_OURS = frozenset(
    (
        *("from", "to", "cc", "bcc", "sender", "subject", "date", "message-id"),
        *("mime-version", "content-type", "content-transfer-encoding", "content-disposition"),
    )
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

_BOX = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|([^"<>,;:@]*?))\s*<([^<>\s]+)>')

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; supported-color-schemes: light dark; }}
@media (prefers-color-scheme: dark) {{
body, main {{ background: #16181d !important; color: #e8eaed !important; }}
}}
</style>
</head>
<body style="margin: 0; padding: 0; background: #ffffff; color: #1d2127;">
<main style="max-width: 38em; margin: 0 auto; padding: 24px; background: #ffffff; color: #1d2127; font: 16px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: break-word;">
{content}
</main>
</body>
</html>
"""
_PARAGRAPH = '<p dir="auto" style="margin: 0 0 1em; white-space: pre-wrap;">{}</p>'
_HEADING = '<h2 dir="auto" style="margin: 1.25em 0 .25em; font-size: 1em; white-space: pre-wrap;">{}</h2>'


def parse_address(text: str, *, key: str = "address") -> Address:
    """The one parser of mail addresses: `a@b.example` or `Name <a@b.example>`, exactly one.

    A domain of other letters is turned into its ASCII form. Raises `InvalidInputError`, naming `key`.
    """
    _check_value(key, text)
    found = _BOX.fullmatch(text.strip())
    if found is None:
        return make_address("", text, key=key)
    quoted, bare, address = found.groups()
    return make_address(bare if quoted is None else re.sub(r"\\(.)", r"\1", quoted), address, key=key)


def make_address(name: str, address: str, *, key: str = "address") -> Address:
    """An address with a name (which may be empty). Raises `InvalidInputError`, naming `key`."""
    _check_value(key, name)
    _check_value(key, address)
    local, at, domain = address.strip().rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            domain = ""
    if not at or len(address) > 254 or not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise _invalid(key, told(Code.BAD_ADDRESS, address=_shown(address)))
    from email.headerregistry import Address

    return Address(display_name=name.strip(), username=local, domain=domain)


def subject(message: RenderedMessage) -> str:
    """The subject as one line. Raises `InvalidInputError` where it holds a line break or another control character."""
    text = message.subject_text or ""
    _check_value("subject", text)
    return text


def plain(message: RenderedMessage) -> str:
    """The plain text part, ending with a line break."""
    return _printable(message.text) + "\n"


def html_page(message: RenderedMessage) -> str:
    """The HTML part: a complete page. Its lines are exactly the text's lines; what was typed is only ever text."""
    blocks = "\n".join(_paragraph(lines) for lines in paragraphs_of(message.body))
    language = message.language if _LANGUAGE.fullmatch(message.language) else "en"
    title = escape(message.subject_text or "")
    return _printable(_PAGE.format(language=language, title=title, content=blocks))


def build(
    message: RenderedMessage,
    *,
    sender: str,
    recipient: tuple[str, str],
    message_id: str,
    date: datetime,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """One mail to one recipient, ready for the wire (lines end with CR LF).

    `recipient` is name (may be empty) and address; `headers` are further ones, such as `List-Unsubscribe`. The same
    arguments always give the same bytes.

    Raises `InvalidInputError` for an address or a header that cannot be written as it is.
    """
    from email.message import EmailMessage
    from email.utils import format_datetime

    from composer.rendering.mail_policy import POLICY

    text, page = plain(message), html_page(message)
    mail = EmailMessage(policy=POLICY)
    mail["From"] = parse_address(sender, key="from")
    mail["To"] = make_address(*recipient, key="to")
    mail["Subject"] = subject(message)
    mail["Date"] = format_datetime(date.astimezone(UTC))
    if not _MESSAGE_ID.fullmatch(message_id):
        raise _invalid("message_id", f"“{_shown(message_id)}” is not a message id.")
    mail["Message-ID"] = message_id
    for header, value in (headers or {}).items():
        _check_header(header, value)
        mail[header] = value
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    digest = hashlib.sha256("\0".join((message_id, text, page)).encode()).hexdigest()
    # "=_" cannot stand in a quoted-printable body, so no text can end its own part.
    mail.set_boundary(f"=_{digest[:32]}")
    return mail.as_bytes()


def _printable(text: str) -> str:
    """Values and templates were cleaned long before; whatever still came here must show, not break the mail."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _paragraph(lines: tuple[Line, ...]) -> str:
    blocks: list[str] = []
    text: list[str] = []
    for line in lines:
        if is_heading(line):
            if text:
                blocks.append(_PARAGRAPH.format("<br>".join(text)))
                text = []
            blocks.append(_HEADING.format(escape(join(line))))
        else:
            text.append(_line(line))
    if text:
        blocks.append(_PARAGRAPH.format("<br>".join(text)))
    return "\n".join(blocks)


def _line(line: Line) -> str:
    label = label_length(line)
    whole = join(line)
    strong = f"<strong>{escape(whole[:label])}</strong>" if label else ""
    return strong + escape(whole[label:])


def _check_header(name: str, value: str) -> None:
    if not _HEADER_NAME.fullmatch(name) or name.casefold() in _OURS:
        raise _invalid(name, "this header cannot be added to a mail.")
    _check_value(name, value)
    if not value.isascii():
        raise _invalid(name, "a header of this kind takes only plain ASCII text.")


def _check_value(key: str, value: str) -> None:
    if not _HEADER_VALUE.fullmatch(value):
        raise _invalid(key, f"“{_shown(value)}” holds a line break or another control character.")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise _invalid(key, f"“{_shown(value)}” holds half a character.") from None


def _shown(value: str) -> str:
    """A value as a person can see it: control characters written out, long ones cut."""
    return ascii(value[:80])[1:-1] if not value[:80].isprintable() else value[:80]


def _invalid(key: str, text: str) -> InvalidInputError:
    return InvalidInputError([Problem(Place(key=_shown(key)), text)], next_step="Correct it, then try again.")
