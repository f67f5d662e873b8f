"""How the headers of a mail are parsed and folded: as the standard library does it for SMTP, once for what all copies have alike."""

from __future__ import annotations

from email import policy
from email.headerregistry import HeaderRegistry
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
        """As in the standard library."""
        return _folded(name, value)


_SMTP = policy.EmailPolicy(linesep="\r\n", header_factory=_Registry())
POLICY = _Policy(linesep="\r\n")


@lru_cache(maxsize=64)
def _parsed(name: str, value: str) -> tuple[str, Any]:
    return _SMTP.header_store_parse(name, value)


@lru_cache(maxsize=64)
def _folded(name: str, value: Any) -> bytes:
    return _SMTP.fold_binary(name, value)
