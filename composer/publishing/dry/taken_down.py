"""What a dry run takes down: requests, mails and files, in the order in which they would leave, without any secret."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from composer.domain.departure import Departure
from composer.logs import MASK, mask_secrets

if TYPE_CHECKING:  # practice, which writes files alone, needs no network's libraries
    from composer.publishing.dry.foreseen import Foresee
    from composer.publishing.http import Outgoing, Reply

HIDDEN_ADDRESS = "https://hidden.invalid/"
"""Stands in place of an address that is itself a secret."""
_PLACEHOLDER = re.compile(r"%C2%AB.*?%C2%BB")


class TakenDown:
    """All that would leave, in order."""

    def __init__(self) -> None:
        self._all: list[Departure] = []

    def since(self, count: int) -> tuple[Departure, ...]:
        """Those after so many."""
        return tuple(self._all[count:])

    def __len__(self) -> int:
        return len(self._all)

    def answering(self, foresee: Foresee) -> Callable[[Outgoing], Reply]:
        """What a wire does with a request in place of sending it."""

        def answer(asked: Outgoing) -> Reply:
            reply, only_if = foresee(asked)
            hidden = asked.url.startswith(HIDDEN_ADDRESS)
            address = MASK if hidden else readable(asked.url)
            lines = [f"{asked.method} {address}"]
            if asked.proxy:
                lines.append(f"(through the proxy {asked.proxy})")
            for name, value in asked.headers:
                lines.append(f"{name}: {MASK if hidden and name.lower() == 'host' else value}")
            self.take(
                asked.method, address, "\n".join(lines), asked.content,
                asks=asked.method == "GET", only_if=only_if,
            )  # fmt: skip
            return reply

        return answer

    def mail(self, server: str, said: bytes, mail: bytes) -> None:
        """One mail: what is said before it, and its bytes as they stand on the wire."""
        self.take("MAIL", server, said.decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n"), mail)

    def file(self, path: Path, data: bytes, *, appended: bool) -> None:
        """A file of this computer."""
        verb = "APPEND" if appended else "WRITE"
        self.take(verb, str(path), f"{verb} {path}", data)

    def take(
        self, method: str, address: str, head: str, body: bytes, *, asks: bool = False, only_if: str = ""
    ) -> None:
        """Take one down, secrets masked."""
        try:
            shown = mask_secrets(body.decode("utf-8")).encode("utf-8")
        except UnicodeDecodeError:
            shown = body
        self._all.append(Departure(method, mask_secrets(address), mask_secrets(head), shown, asks, only_if))


def readable(url: str) -> str:
    """An address in which the names of what is not known yet can be read."""
    return _PLACEHOLDER.sub(lambda found: unquote_plus(found[0]), url)
