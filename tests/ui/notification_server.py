"""A desktop's notification service that remembers: the real protocol, on a private bus of its own."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of Notify."""

    replaces: int
    title: str
    text: str
    actions: list[str]
    urgency: int


class NotificationServer:
    """What was asked, in order, and what stands on the screen, by number."""

    def __init__(self, address: str, able: list[str]) -> None:
        self.asked: list[Asked] = []
        self.standing: dict[int, Asked] = {}
        self._able, self._numbers, self._stopped = able, 0, threading.Event()
        self._connection: DBusConnection = open_dbus_connection(address)
        Proxy(message_bus, self._connection).RequestName(SERVICE)
        self._thread = threading.Thread(target=self._serve, name="notifications")
        self._thread.start()

    def click(self) -> None:
        """A person clicks the only one that stands."""
        (number,) = self.standing
        self._tell("ActionInvoked", "us", (number, "default"))

    def close(self) -> None:
        """The service ends."""
        self._stopped.set()
        self._thread.join(10)
        self._connection.close()

    def _serve(self) -> None:
        while not self._stopped.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))

    def _answer(self, call: Message) -> Message:
        match call.header.fields[HeaderFields.member]:
            case "GetCapabilities":
                return new_method_return(call, "as", (self._able,))
            case "Notify":
                _, replaces, _, title, text, actions, hints, _ = call.body
                self.asked.append(Asked(replaces, title, text, actions, hints["urgency"][1]))
                if replaces not in self.standing:
                    self._numbers += 1
                    replaces = self._numbers
                self.standing[replaces] = self.asked[-1]
                return new_method_return(call, "u", (replaces,))
            case "CloseNotification":
                self.standing.pop(call.body[0], None)
                self._tell("NotificationClosed", "uu", (call.body[0], 3))
                return new_method_return(call)
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")

    def _tell(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        address = DBusAddress(PATH, interface=SERVICE)
        self._connection.send(new_signal(address, member, signature, body))


@contextmanager
def private_bus() -> Iterator[str]:
    """A session bus that nothing else is on; its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(
        command, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert bus.stdout is not None
    try:
        yield bus.stdout.readline().strip()
    finally:
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()


@contextmanager
def notification_server(address: str, *able: str) -> Iterator[NotificationServer]:
    """The service on that bus, able to do these things."""
    server = NotificationServer(address, ["body", "actions", *able])
    try:
        yield server
    finally:
        server.close()
