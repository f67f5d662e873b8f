"""What may stand in connections.toml as an address: of a service, of a person."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from composer.domain.sayings import Code, told

_PRINTABLE = re.compile(r"[\x21-\x7e]+")
_MAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_NAMED_MAIL = re.compile(r"(?P<name>[^<>\x00-\x1f\x7f]*)<(?P<address>[^<>]*)>")
_CHANNEL = re.compile(r"[^\W_][\w-]{0,79}")
_CHANNEL_ID = re.compile(r"[CG](?=[A-Z]*[0-9])[A-Z0-9]{6,20}")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")


def proxy_url(text: str) -> str:
    """The address of a proxy. Inside one's own network it is commonly spoken to without encryption; what goes through it is encrypted."""
    return _checked(text, _split(text))


def base_url(text: str) -> str:
    """An address to send to, without a slash at its end; ValueError, in a sentence that never repeats the address, says what is wrong with it.

    `https` alone, `http` only for this computer; no name or password in it (they would end in logs), nothing after `?` or `#`.
    """
    parts = _split(text)
    checked = _checked(text, parts)
    if parts.scheme == "http" and not is_this_computer(parts.hostname or ""):
        raise ValueError(told(Code.ADDRESS_PLAIN))
    return checked


def _checked(text: str, parts: SplitResult) -> str:
    if parts.scheme not in ("http", "https"):
        raise ValueError(told(Code.ADDRESS_HTTPS))
    if "@" in parts.netloc:
        raise ValueError(told(Code.ADDRESS_PASSWORD))
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise ValueError(told(Code.ADDRESS_QUERY))
    if not parts.hostname:
        raise ValueError(told(Code.ADDRESS_HOST))
    return text.rstrip("/")


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(told(Code.ADDRESS_SUCH_AS)) from None
    if not _PRINTABLE.fullmatch(text) or port == 0:
        raise ValueError(told(Code.ADDRESS_SUCH_AS))
    return parts


def host_of(url: str) -> str:
    """The host of an address, to which its credential is bound."""
    return urlsplit(url).hostname or ""


def host(text: str) -> str:
    """The name or IP address of a server; ValueError says what is wrong with it."""
    if not _HOST.fullmatch(text) or len(text) > 253:
        raise ValueError(told(Code.SERVER_SUCH_AS))
    return text


def is_this_computer(name: str) -> bool:
    """Whether a host can be nothing but this computer: *localhost*, or a loopback address."""
    if name.casefold().removesuffix(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def mailbox(text: str) -> str:
    """`name@host` or `Name <name@host>`; ValueError says what is wrong with it."""
    named = _NAMED_MAIL.fullmatch(text.strip())
    address = text.strip() if named is None else named["address"].strip()
    if not _MAIL.fullmatch(address) or ".." in address or address[0] == ".":
        raise ValueError(told(Code.MAIL_SUCH_AS))
    return text.strip()


def channel_in_slack(text: str) -> str:
    """A Slack channel: its name with one #, or its id as it is. ValueError says what is wrong with it."""
    bare = text.strip().removeprefix("#")
    if _CHANNEL_ID.fullmatch(bare):
        return bare
    if not _CHANNEL.fullmatch(bare):
        raise ValueError(told(Code.CHANNEL_SUCH_AS))
    return f"#{bare.lower()}"


def mailboxes(text: str) -> list[str]:
    """The mailboxes of a list as it is typed or pasted, with commas, semicolons or lines between them. A comma may stand in a name, in quotes or not: `Doe, Jane <jane@example.com>`."""
    parts: list[tuple[str, str]] = []
    word, quoted, angled = "", False, False
    for letter in f"{text}\n":
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in "<>":
            angled = letter == "<"
        if letter == "\n" or (letter in ",;" and not quoted and not angled):
            parts.append((word.strip(), letter))
            word, quoted, angled = "", False, False
        else:
            word += letter
    found: list[str] = []
    surname = ""
    for word, end in parts:
        if "@" not in word and end == ",":
            surname = f"{surname}, {word}" if surname else word
        elif surname and "<" in word:
            found.append(f"{surname}, {word}")
            surname = ""
        else:
            found += [surname, word]
            surname = ""
    return [one for one in (*found, surname) if one]


def address_of(text: str) -> str:
    """The bare address of a mailbox."""
    named = _NAMED_MAIL.fullmatch(text.strip())
    return text.strip() if named is None else named["address"].strip()


def name_of(text: str) -> str:
    """The name of a mailbox; empty where it has none."""
    named = _NAMED_MAIL.fullmatch(text.strip())
    return "" if named is None else named["name"].strip().strip('"')
