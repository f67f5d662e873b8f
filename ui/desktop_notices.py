"""Notifications by the desktop's own service (freedesktop.org, over D-Bus): one at a time, each in the place of the one before.

Qt's own, by an icon in the tray, is shown by few desktops of today, never takes the place of the one before, and is gone where a desktop has no tray. QtDBus can't ask for one:
from Python it writes every whole number as a signed one, and the service wants an unsigned one.
"""

from __future__ import annotations

import html
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from ui.jobs import JobRunner

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PATIENCE_S = 5.0
"""For so long the service may take to start."""
AS_THE_DESKTOP_HAS_IT = -1
"""How long a notification stands."""
NORMAL, CRITICAL = 1, 2


def may_be_there() -> bool:
    """Whether this computer could have such a service."""
    return sys.platform.startswith("linux") and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown. One that is `urgent` may stand until somebody has seen it."""

    title: str
    text: str
    urgent: bool = False


class DesktopNotices(QObject):
    """One notification, shown by the desktop. Nothing here waits on the main thread.

    Signals:
        clicked(): the notification that is shown was clicked.
        unable(object): no service shows this `Notice`; somebody else has to.
    """

    clicked = Signal()
    unable = Signal(object)

    def __init__(self, name: str, opens: str, jobs: JobRunner, parent: QObject | None = None) -> None:
        """`name` is the program's, `opens` says what a click does."""
        super().__init__(parent)
        self._name, self._opens, self._jobs = name, opens, jobs
        self._connection: DBusConnection | None = None
        self._heard: QSocketNotifier | None = None
        self._is_asking = self._has_markup = False
        self._wanted: Notice | None = None
        self._shown: Notice | None = None
        self._id = self._serial = 0

    def show(self, notice: Notice) -> None:
        """Show this in the place of what is shown."""
        self._wanted = notice
        if self._connection is not None:
            self._send()
        elif not self._is_asking:
            self._is_asking = True
            self._jobs.submit(_connect, self._on_connected, self._on_refused, line="send", owner=self)

    def withdraw(self) -> None:
        """Take away what is shown; nothing where nothing is."""
        self._wanted = None
        if self._id and self._connection is not None:
            self._call("CloseNotification", "u", (self._id,))
            self._id = 0

    def close(self) -> None:
        """Take the notification away, and let go of the desktop."""
        self.withdraw()
        self._drop()

    # --- to the desktop -------------------------------------------------------------------------------------------

    def _on_connected(self, made: tuple[DBusConnection, bool]) -> None:
        self._is_asking = False
        self._connection, self._has_markup = made
        self._heard = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._on_readable)
        self._send()

    def _on_refused(self, error: BaseException) -> None:
        """No bus, no service, or one that does not answer: somebody else shows it."""
        from jeepney import AuthenticationError, DBusErrorResponse

        self._is_asking = False
        self._give_up()
        if not isinstance(error, OSError | EOFError | AuthenticationError | DBusErrorResponse):
            raise error

    def _send(self) -> None:
        """One at a time: while the number of the one before is not known, the next one waits for it."""
        if self._wanted is None or self._serial:
            return
        notice, self._wanted = self._wanted, None
        self._shown = notice
        text = html.escape(notice.text, quote=False) if self._has_markup else notice.text
        hints = {"urgency": ("y", CRITICAL if notice.urgent else NORMAL)}
        actions = ["default", self._opens]
        body = (
            self._name,
            self._id,
            "dialog-warning",
            notice.title,
            text,
            actions,
            hints,
            AS_THE_DESKTOP_HAS_IT,
        )
        self._serial = self._call("Notify", "susssasa{sv}i", body)

    def _call(self, method: str, signature: str, body: tuple[Any, ...]) -> int:
        """Its number, by which the answer is known; 0 where the desktop is gone."""
        from jeepney import new_method_call

        connection = self._connection
        if connection is None:
            return 0
        serial = next(connection.outgoing_serial)
        try:
            connection.send(new_method_call(_address(), method, signature, body), serial=serial)
        except OSError:
            self._drop()
            self._give_up()
            return 0
        return int(serial)

    # --- from the desktop -----------------------------------------------------------------------------------------

    @Slot()
    def _on_readable(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, EOFError):
                self._drop()
                self._give_up()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        header = message.header
        if self._serial and header.fields.get(HeaderFields.reply_serial) == self._serial:
            self._serial = 0
            if header.message_type is MessageType.method_return:
                self._id, self._shown = message.body[0], None
                self._send()
            else:
                self._give_up()
        elif header.message_type is MessageType.signal and self._id and message.body[:1] == (self._id,):
            member = header.fields.get(HeaderFields.member)
            if member == "NotificationClosed":
                self._id = 0
            elif member == "ActionInvoked":
                self.withdraw()
                self.clicked.emit()

    def _give_up(self) -> None:
        lost, self._wanted, self._shown = self._wanted or self._shown, None, None
        if lost is not None:
            self.unable.emit(lost)

    def _drop(self) -> None:
        heard, self._heard = self._heard, None
        connection, self._connection = self._connection, None
        self._id = self._serial = 0
        if heard is not None:
            heard.setEnabled(False)
            heard.deleteLater()
        if connection is not None:
            connection.close()


def _address() -> Any:
    from jeepney import DBusAddress

    return DBusAddress(PATH, bus_name=SERVICE, interface=SERVICE)


def _connect() -> tuple[DBusConnection, bool]:
    """A connection that hears what becomes of notifications, and whether the service reads marks in a text. Runs on a worker; raises where there is no service."""
    from jeepney import MatchRule, message_bus, new_method_call
    from jeepney.io.blocking import Proxy, open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    connection = open_dbus_connection("SESSION")
    try:
        asked = new_method_call(_address(), "GetCapabilities")
        (able,) = unwrap_msg(connection.send_and_get_reply(asked, timeout=PATIENCE_S))
        bus = Proxy(message_bus, connection, timeout=PATIENCE_S)
        for member in ("ActionInvoked", "NotificationClosed"):
            bus.AddMatch(
                MatchRule(type="signal", sender=SERVICE, path=PATH, interface=SERVICE, member=member)
            )
    except BaseException:
        connection.close()
        raise
    return connection, "body-markup" in able
