"""Slack did not take a post and is there again: noticed by itself, and one current post is offered. Nothing old is replayed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from composer.paths import Mode
from ui.session import Session
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.domain.delivery import Delivery
    from composer.services.core import Published, Services
    from ui.notify import DueWatch
    from ui.shell.notice import Notice

LOOK_MS, LONGEST_MS = 60_000, 600_000
"""Between two questions to a Slack that is away: longer each time, so that one that is in trouble is not asked by everybody at once."""

ABOUT = "slack"


class SlackWatch(QObject):
    """Asks Slack now and then, in LIVE alone, and only while a post of an open incident never left because Slack was away.

    Signals:
        back(str, str): an incident's id and title: Slack answers, and one current post may take the place of what never left. Told once.
        settled(): nothing that was told of waits any more.
        posted(str): the incident whose current post is stored, and leaves.
        blocked(str, str): the incident whose current post a finding keeps back, and that finding.
    """

    back = Signal(str, str)
    settled = Signal()
    posted = Signal(str)
    blocked = Signal(str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told: frozenset[str] = frozenset()
        self._pause_ms = LOOK_MS
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.look)
        session.overview_changed.connect(self._on_overview)

    def close(self) -> None:
        """Ask no more."""
        self._next.stop()

    @Slot()
    def look(self) -> None:
        """Ask now, where there is anything to ask about."""
        if not self._session.is_open or self._session.mode is not Mode.LIVE:
            return

        def call(services: Services) -> tuple[frozenset[str], list[tuple[Delivery, str]]]:
            from composer.services.catching_up import heard_again, unheard

            found = [(one, services.incident(one.incident_id).title) for one in heard_again(services)]
            return frozenset(one.id for one in unheard(services)), found

        self._session.run(call, self._on_found, line="send", failed=self._on_no_answer, owner=self)

    def post_current(self, incident_id: str) -> None:
        """Store one post with what holds now, in place of those that never left; `posted` or `blocked` tells."""

        def call(services: Services) -> Published:
            from composer.services.catching_up import catch_up

            return catch_up(services, incident_id)

        self._session.run(call, partial(self._on_stored, incident_id), owner=self)

    @Slot(object)
    def _on_overview(self, _: object) -> None:
        if self._session.mode is not Mode.LIVE:
            self._next.stop()
            self._tell_settled(frozenset())
            return
        from composer.services.catching_up import unheard

        self._session.run(
            lambda services: frozenset(one.id for one in unheard(services)), self._on_waiting, owner=self
        )

    def _on_waiting(self, waiting: frozenset[str]) -> None:
        self._tell_settled(waiting)
        if waiting - self._told and not self._next.isActive():
            self._pause_ms = LOOK_MS
            self._next.start(self._pause_ms)

    def _on_found(self, answer: tuple[frozenset[str], list[tuple[Delivery, str]]]) -> None:
        waiting, found = answer
        self._next.stop()
        self._tell_settled(waiting)
        news = [(one, title) for one, title in found if one.id not in self._told]
        self._told |= {one.id for one, _ in news}
        for one, title in news[-1:]:  # one notice at a time; the others' rows offer the same
            self.back.emit(one.incident_id, title)
        if waiting - self._told:
            self._pause_ms = min(2 * self._pause_ms, LONGEST_MS)
            self._next.start(self._pause_ms)

    def _on_no_answer(self, _: BaseException) -> None:
        self._next.start(LONGEST_MS)

    def _tell_settled(self, waiting: frozenset[str]) -> None:
        was, self._told = self._told, self._told & waiting
        if was and not self._told:
            self.settled.emit()

    def _on_stored(self, incident_id: str, published: Published) -> None:
        if published.publish is None:
            self.blocked.emit(incident_id, published.findings[0].text if published.findings else "")
            return
        self._session.refresh_soon()
        self._session.go_on()
        self.posted.emit(incident_id)


class SlackNotice(QObject):
    """Tells in the window what the watch finds. `warn` sounds, and shows it to who looks elsewhere (incident, words); `go` brings a screen into sight."""

    def __init__(
        self,
        watch: SlackWatch,
        notice: Notice,
        warn: Callable[[str, str], None],
        go: Callable[[str, object], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch, self._notice, self._warn, self._go = watch, notice, warn, go
        watch.back.connect(self._on_back)
        watch.settled.connect(self._on_settled)
        watch.posted.connect(self._on_posted)
        watch.blocked.connect(self._on_blocked)

    @Slot(str, str)
    def _on_back(self, incident_id: str, title: str) -> None:
        words = self.tr("Slack answers again")
        step = self.tr(
            "“{title}”: its last post never got there. One current post can take its place; nothing old is sent."
        )
        self._notice.tell(
            words,
            step.format(title=title),
            tone=Tone.WARNING,
            about=ABOUT,
            button=self.tr("Post c&urrent"),
            act=partial(self._watch.post_current, incident_id),
        )
        self._warn(incident_id, f"{words} · {title}")

    @Slot()
    def _on_settled(self) -> None:
        self._notice.clear(ABOUT)

    @Slot(str)
    def _on_posted(self, incident_id: str) -> None:
        self._go("compose", incident_id)

    @Slot(str, str)
    def _on_blocked(self, incident_id: str, why: str) -> None:
        self._go("compose", incident_id)
        self._notice.tell(self.tr("The current post is held back: {why}").format(why=why), about=ABOUT)


def attend(
    session: Session, due: DueWatch, notice: Notice, go: Callable[[str, object], None], parent: QObject
) -> SlackWatch:
    """Watch, and tell it in the window; what is told sounds like what is due now."""
    watch = SlackWatch(session, parent)
    SlackNotice(
        watch, notice, lambda incident_id, words: due.warned.emit(incident_id, "now", words), go, parent
    )
    return watch
