"""How each delivery stands, in a shape and in words, and what a person can do about it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, LookUp
from composer.services.catching_up import can_catch_up
from composer.services.second_way import has_second_way
from ui import sayings
from ui.language import number, utc_and_local
from ui.widgets.text import Tone

_S = DeliveryState
SHAPES = {
    _S.HELD: ("○", Tone.MUTED),
    _S.QUEUED: ("○", Tone.MUTED),
    _S.SENDING: ("◔", Tone.ACCENT),
    _S.WAITING: ("◑", Tone.WARNING),
    _S.SENT: ("●", Tone.GOOD),
    _S.FAILED: ("✕", Tone.DANGER),
    _S.CANCELLED: ("–", Tone.MUTED),
    _S.STALE: ("▲", Tone.WARNING),
    _S.BY_HAND: ("✓", Tone.GOOD),
    _S.UNKNOWN: ("◆", Tone.DANGER),
}
PARTS = Qt.ItemDataRole.UserRole + 1
"""A cell as (bold words, plain words, small words below)."""
TONE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a person can do about a delivery. `key` names it in the table's signal."""

    key: str
    text: str


class DeliveriesModel(QAbstractTableModel):
    """Rows of deliveries: where it goes, how it stands, what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Delivery] = []
        self._titles: Mapping[str, str] = {}
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._carried = frozenset(Channel)
        self._corrects = frozenset(Channel)
        self._practice = False
        self._beside: frozenset[str] = frozenset()
        self._now = SystemClock().now()
        self._begun: dict[str, datetime] = {}

    def set_channels(
        self,
        *,
        carried: frozenset[Channel],
        corrects: frozenset[Channel],
        practice: bool = False,
        beside: frozenset[str] = frozenset(),
    ) -> None:
        """Which channels something carries (the others go by hand), in which a message can be put right, and whether all is practice; `beside` are the deliveries for which something else on their page can be adopted."""
        self._carried, self._corrects, self._practice = carried, corrects, practice
        self._beside = beside

    def show_deliveries(
        self,
        rows: tuple[Delivery, ...],
        titles: Mapping[str, str],
        counts: Mapping[str, Mapping[str, int]],
        now: datetime,
    ) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows, self._titles, self._counts, self._now = list(rows), titles, counts, now
        self._note_begun()
        self.endResetModel()

    def change(self, delivery: Delivery, now: datetime) -> int | None:
        """One of them moved; the row where it stands."""
        self._now = now
        for row, one in enumerate(self._rows):
            if one.id == delivery.id:
                self._rows[row] = delivery
                self._note_begun()
                self.dataChanged.emit(self.index(row, 0), self.index(row, 2))
                return row
        return None

    def tick(self, now: datetime) -> None:
        """Let the waiting times go on."""
        self._now = now
        for row, one in enumerate(self._rows):
            if one.state in (_S.HELD, _S.WAITING, _S.SENDING):
                self.dataChanged.emit(self.index(row, 1), self.index(row, 1))

    def _note_begun(self) -> None:
        """Since when each is being sent, as far as was seen here: a slow service is told from one that answers."""
        sending = [one.id for one in self._rows if one.state is _S.SENDING]
        self._begun = {one: self._begun.get(one, self._now) for one in sending}

    def delivery(self, row: int) -> Delivery:
        """The delivery of a row."""
        return self._rows[row]

    def find(self, delivery_id: str) -> Delivery | None:
        """The delivery with that id, where it is shown."""
        return next((one for one in self._rows if one.id == delivery_id), None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """A row a delivery."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Destination, state, what can be done."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if (
            role == Qt.ItemDataRole.DisplayRole
            and orientation is Qt.Orientation.Horizontal
            and 0 <= section < 3
        ):
            return (self.tr("Destination"), self.tr("State"), self.tr("Actions"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: in words, and in the parts that are painted."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        one, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (self._where(one), self.state_words(one), "")[column] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ", ".join(choice.text for choice in self.choices(one))
            return (self._where(one), self.state_words(one), said)[column]
        if role == PARTS and column == 0:
            return self._where_parts(index.row())
        if role == PARTS and column == 1:
            return self._state_parts(one)
        if role == TONE and column == 1:
            return Tone.ACCENT if self.wants_hands(one) else SHAPES[one.state][1]
        return None

    def choices(self, one: Delivery) -> tuple[Choice, ...]:
        """What a person can do about it now; docs/contract.md section 1 says which states allow what."""
        by_hand = Choice("by_hand", self.tr("Sent by hand…"))
        let_be = Choice("let_be", self.tr("Let it be"))
        pause = Choice("pause", self.tr("Pause"))
        again = Choice("send_again", self.tr("Send again"))
        details = Choice("details", self.tr("Details"))
        other: tuple[Choice, ...] = ()
        if has_second_way(one, self._rows):
            other = (Choice("other_way", self.tr("Another way…")),)
        many: tuple[Choice, ...] = ()
        if sum(self._counts.get(one.id, {}).values()) > 1:
            many = (Choice("recipients", self.tr("Who has it")),)
        opens = (Choice("open", self.tr("Open")),) if one.url else ()
        correct: tuple[Choice, ...] = ()
        if one.channel in self._corrects and one.kind is DeliveryKind.MESSAGE:
            correct = (Choice("correct", self.tr("Correct…")),)
        if self.wants_hands(one):
            return (Choice("by_hand", self.tr("Copy and mark as sent…")), let_be, details)
        match one.state:
            case _S.SENT | _S.BY_HAND:
                return (*opens, *correct, *many, details)
            case _S.QUEUED if not one.is_paused:
                return (pause, by_hand, *other, *many, details)
            case _S.QUEUED | _S.WAITING if one.is_paused:
                mail = correct if one.channel is Channel.EMAIL else ()
                return (Choice("try_now", self.tr("Go on with it")), by_hand, let_be, *mail, *many, details)
            case _S.WAITING:
                return (Choice("try_now", self.tr("Try now")), pause, by_hand, *other, *many, details)
            case _S.UNKNOWN if one.looked_up is None:
                look_up = Choice("look_up", self.tr("Check before resending"))
                return (look_up, by_hand, let_be, *correct, *many, details)
            case _S.UNKNOWN if one.looked_up is LookUp.CANNOT_TELL:
                check = Choice("check_again", self.tr("Check again"))
                return (check, again, by_hand, let_be, *correct, *many, details)
            case _S.UNKNOWN:
                return (again, by_hand, let_be, *correct, *many, details)
            case _S.FAILED | _S.STALE if can_catch_up(one):
                return (
                    Choice("catch_up", self.tr("Post current")),
                    again,
                    by_hand,
                    *other,
                    let_be,
                    *many,
                    details,
                )
            case _S.FAILED if one.id in self._beside:
                return (Choice("adopt", self.tr("Adopt…")), again, by_hand, let_be, details)
            case _S.FAILED | _S.STALE:
                return (again, by_hand, *other, let_be, *many, details)
            case _:
                return (*many, details)

    def channel_name(self, one: Delivery) -> str:
        """The channel as a person reads it."""
        if one.kind is DeliveryKind.RESPONDERS:
            return self.tr("Email")
        if one.channel is Channel.EXECUTIVE and one.in_slack:
            return self.tr("Executives in Slack")
        return {
            Channel.SLACK: self.tr("Slack"),
            Channel.STATUS_PAGE: self.tr("Status page"),
            Channel.EMAIL: self.tr("Customer email"),
            Channel.EXECUTIVE: self.tr("Executive email"),
            Channel.PAGERDUTY: self.tr("PagerDuty"),
            Channel.COPY: self.tr("Copy"),
        }[one.channel]

    def what(self, one: Delivery) -> str:
        """What is delivered."""
        if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            return self.tr("Create the channel")
        if one.kind is DeliveryKind.NOTE:
            return self.tr("Note on the incident there")
        if one.kind is DeliveryKind.PAGE:
            return self.tr("Call for help")
        if one.kind is DeliveryKind.RESPONDERS:
            return self.tr("Mail to responders")
        return self._titles.get(one.template or "", one.template or "")

    def wants_hands(self, one: Delivery) -> bool:
        """Whether nothing carries it, and nobody did yet."""
        return one.state is _S.FAILED and one.channel not in self._carried

    def goes_to(self, one: Delivery) -> str:
        """The channel, address or folder; how many where mails go to a list; nothing where it would only repeat the channel's name."""
        if one.channel in (Channel.EMAIL, Channel.EXECUTIVE) and not one.in_slack:
            count = sum(self._counts.get(one.id, {}).values())
            words = self.tr("to %n", "", count).replace(str(count), number(count))  # 1,240 as everywhere
            return words.replace(" ", "\N{NO-BREAK SPACE}") if count else ""
        if one.channel is Channel.STATUS_PAGE and self._practice:
            return self.tr("practice, on this computer")
        name, there = self.channel_name(one).casefold(), one.destination.casefold()
        # A channel's own name may hold the word; a webhook beside another account says which it is.
        repeats = there == f"{name} webhook" if one.channel is Channel.SLACK else name in there
        return "" if repeats else one.destination

    def _where(self, one: Delivery) -> str:
        return f"{self.channel_name(one)} {self.goes_to(one)}".strip() + f"\n{self.what(one)}"

    def _where_parts(self, row: int) -> tuple[str, str, str]:
        """As few lines as tell it: no name twice in a row, and none that the row above has just said."""
        one, above = self._rows[row], self._rows[row - 1] if row else None
        name, goes_to, what = self.channel_name(one), self.goes_to(one), self.what(one)
        if above is not None and above.lane == one.lane and above.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            workspaces = {each.lane for each in self._rows if each.channel is Channel.SLACK}
            goes_to = "" if len(workspaces) == 1 else goes_to
        return (name, "", goes_to) if what == name and goes_to else (name, goes_to, what)

    def _state_parts(self, one: Delivery) -> tuple[str, str, str]:
        """What has been sent has its time here in small print; what asks a person is bold."""
        words = self.state_words(one)
        if one.state.asks_a_person:
            return words, "", ""
        if one.state is not _S.SENT or one.finished_at is None:
            return "", words, ""
        both = utc_and_local(one.finished_at, now=self._now, seconds=True)
        utc, _, here = both.partition(" (")
        counted = f" · {both}"
        if words.endswith(counted):
            # Where this computer's own time is UTC, there is no time beside it.
            in_one_piece = both.replace(here, here.replace(" ", "\N{NO-BREAK SPACE}")) if here else both
            return "", words.removesuffix(counted), in_one_piece
        return "", words.replace(both, utc), here.rstrip(")")

    def said(self, row: int) -> str:
        """A row in words, to be read out."""
        one = self._rows[row]
        words = self.state_words(one) if self.wants_hands(one) else self._words(one)
        return f"{self._where(one)}: {words}".replace("\n", ", ")

    def state_words(self, one: Delivery) -> str:
        """How it stands, in a shape and in words."""
        if self.wants_hands(one):
            return self.tr("□ To be sent by hand: nothing is connected here")
        return f"{SHAPES[one.state][0]} {self._words(one)}"

    def _words(self, one: Delivery) -> str:
        done = utc_and_local(one.finished_at, now=self._now, seconds=True) if one.finished_at else ""
        error = sayings.outcome(one.error or "").rstrip(".")
        match one.state:
            case _S.HELD:
                left = (
                    max(0, math.ceil((one.hold_until - self._now).total_seconds())) if one.hold_until else 0
                )
                return self.tr("Held, leaves in {seconds} s").format(seconds=left)
            case _S.QUEUED if not one.is_paused:
                return self.tr("Waits for its turn")
            case _S.SENDING if one.is_paused:
                return self.tr("Stops: what leaves at this moment is seen through")
            case _S.SENDING:
                for_s = int((self._now - self._begun.get(one.id, self._now)).total_seconds())
                return (
                    self.tr("Being sent… {seconds} s").format(seconds=for_s)
                    if for_s > 0
                    else self.tr("Being sent…")
                )
            case _S.QUEUED | _S.WAITING if one.is_paused:
                return self.tr("Paused: what is left waits until you go on")
            case _S.WAITING:
                left = (
                    max(0, math.ceil((one.not_before - self._now).total_seconds())) if one.not_before else 0
                )
                return self.tr("Not accepted yet: {error}, next try in {seconds} s").format(
                    error=error, seconds=left
                )
            case _S.SENT:
                counts = self._counts.get(one.id)
                if counts and sum(counts.values()) and not counts.get("pending"):
                    words = self.tr("Accepted {count} of {all}").format(
                        count=number(counts.get("accepted", 0)), all=number(sum(counts.values()))
                    )
                    return f"{words} · {done}"
                return self.tr("Sent {time}").format(time=done)
            case _S.FAILED:
                return self.tr("Not sent: {error}").format(error=error)
            case _S.CANCELLED:
                if one.queued_at is None:
                    return self.tr("Not sent: taken back {time}").format(time=done)
                return self.tr("Not sent: paused or let be {time}").format(time=done)
            case _S.STALE:
                return self.tr("Not sent, and asks you: {error}").format(error=error)
            case _S.BY_HAND:
                return self.tr("Sent by hand, {who} {time}").format(who=one.by or "", time=done)
            case _:
                found = ""
                if one.looked_up is not None and one.looked_up_at is not None:
                    at = utc_and_local(one.looked_up_at, now=self._now)
                    found = self.tr(" Looked up {time}: it can't be told whether it arrived.")
                    if one.looked_up is LookUp.NOT_FOUND:
                        found = self.tr(" The look-up did not find it ({time}).")
                    found = found.format(time=at)
                words = self.tr("May have arrived: {error}").format(error=error)
                return f"{words}.{found}" if found else words
