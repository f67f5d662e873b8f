"""How the headers of a mail are parsed and folded: as the standard library does it for SMTP, once for what all copies have alike."""

from __future__ import annotations

from email import policy
from email.header import Header
from email.headerregistry import Address, HeaderRegistry
from functools import lru_cache
from typing import Any, cast


class _Registry(HeaderRegistry):
    """That of the standard library, which makes a class anew for each header that is set."""

    @lru_cache(maxsize=64)  # noqa: B019 - there is one, and it lives as long as the program
    def __getitem__(self, name: str) -> type:
        """As in the standard library."""
        return cast(type, super().__getitem__(name))


class _Policy(policy.EmailPolicy):
    """That of SMTP; what all copies of a mail have alike is parsed and folded once, which is most of what a mail costs."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """As in the standard library."""
        return _parsed(name, value) if type(value) is str else _SMTP.header_store_parse(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """As in the standard library, but for a name that is not ASCII: it is encoded whole.

        The standard library encodes parts of such a name, and where two parts meet that were encoded, the space between them is lost to whoever reads it.
        """
        return _folded(name, value)


_SMTP = policy.EmailPolicy(linesep="\r\n", header_factory=_Registry())
POLICY = _Policy(linesep="\r\n")


@lru_cache(maxsize=64)
def _parsed(name: str, value: str) -> tuple[str, Any]:
    return _SMTP.header_store_parse(name, value)


@lru_cache(maxsize=64)
def _folded(name: str, value: Any) -> bytes:
    addresses = getattr(value, "addresses", ())
    if all(one.display_name.isascii() for one in addresses) or not all(
        one.addr_spec.isascii() for one in addresses
    ):
        return _SMTP.fold_binary(name, value)
    listed = ",\r\n ".join(_named(one) for one in addresses)
    return f"{name}: {listed}\r\n".encode("ascii")


def _named(address: Address) -> str:
    """An address with its name, as RFC 2047 has it."""
    if address.display_name.isascii():
        return str(address)
    words = Header(address.display_name, "utf-8", maxlinelen=70).encode(splitchars="", linesep="\r\n")
    return f"{words}\r\n <{address.addr_spec}>"
