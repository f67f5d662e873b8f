"""What a screen may ask of the window around it."""

from __future__ import annotations

from typing import Protocol

from composer.paths import Mode


class Host(Protocol):
    """What a screen may ask of the window around it."""

    def go(self, name: str, argument: object = None) -> None:
        """Bring another screen into sight."""
        ...

    def say(self, status: str, tone: str = "plain", detail: str = "") -> None:
        """Show in the footer how things stand."""
        ...

    def switch_mode(self, mode: Mode) -> None:
        """Practice or live."""
        ...

    def open_status_page(self) -> None:
        """Open the practice status page in the browser."""
        ...
