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

    def tell(self, words: str, tone: str = "good", detail: str = "") -> None:
        """Say something in passing: it goes away by itself, and can be read later. Never a failure."""
        ...

    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None:
        """Practice or live; before LIVE the person is asked, unless they were `asked` already."""
        ...

    def open_status_page(self) -> None:
        """Open the practice status page in the browser."""
        ...


class Window(Protocol):
    """What `ScreenHost` asks of the window: a host that knows which screen speaks."""

    def go(self, name: str, argument: object = None) -> None: ...
    def say_for(self, screen: str, status: str, tone: str, detail: str) -> None: ...
    def tell_for(self, screen: str, words: str, tone: str, detail: str) -> None: ...
    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None: ...
    def open_status_page(self) -> None: ...


class ScreenHost:
    """The window as one screen has it: what a screen says shows only while that screen is in sight."""

    def __init__(self, window: Window, screen: str) -> None:
        self._window, self._screen = window, screen

    def go(self, name: str, argument: object = None) -> None:
        """Bring another screen into sight."""
        self._window.go(name, argument)

    def say(self, status: str, tone: str = "plain", detail: str = "") -> None:
        """Show in the footer how things stand."""
        self._window.say_for(self._screen, status, tone, detail)

    def tell(self, words: str, tone: str = "good", detail: str = "") -> None:
        """Say something in passing: it goes away by itself, and can be read later."""
        self._window.tell_for(self._screen, words, tone, detail)

    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None:
        """Practice or live; before LIVE the person is asked, unless they were `asked` already."""
        self._window.switch_mode(mode, asked=asked)

    def open_status_page(self) -> None:
        """Open the practice status page in the browser."""
        self._window.open_status_page()
