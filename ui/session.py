"""The core as the window has it: opened off the main thread, kept for one mode, and asked through jobs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from composer.paths import HomePaths, Mode
from ui.errors import ErrorHook
from ui.jobs import Done, Failed, JobRunner

if TYPE_CHECKING:  # the core is imported after the first paint, on a worker thread
    from composer.connections.credentials import Credentials
    from composer.domain.delivery import Delivery
    from composer.services.core import Services
    from composer.services.overview import Overview
    from ui.suppliers import SupplierWatch

SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 30.0
"""Between two looks at what is held or waits. The longest one bounds what a changed system clock can do."""

LOOK_MS = 3_000
"""How often it is looked whether another process stored something; that costs microseconds."""

Stand = tuple[tuple[str, int], ...]


class Session(QObject):
    """One home and mode, opened. Screens are handed this and nothing else.

    Signals:
        opened(): the core is ready, or was opened anew in another mode.
        overview_changed(object): the `Overview` of what is open and due now.
        delivery_changed(object): a `Delivery` whose state was stored; told on the main thread.
        second_passed(): a second has passed, for clocks.
        failed(str, str): the core can't be opened: what is wrong, and the next step (may be empty).
        record_changed(): an incident was declared, changed or published since the last look, here or by another process.
        library_changed(bool): plan or templates were taken in anew; whether the plan is another one.
        reach_changed(): `services.reach` was read: whom the connections reach.
    """

    opened = Signal()
    overview_changed = Signal(object)
    delivery_changed = Signal(object)
    second_passed = Signal()
    failed = Signal(str, str)
    library_changed = Signal(bool)
    reach_changed = Signal()
    record_changed = Signal()
    _delivery_moved = Signal(object, object)

    def __init__(
        self, home: HomePaths, mode: Mode, jobs: JobRunner, errors: ErrorHook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.mode = mode
        self.jobs = jobs
        self.errors = errors
        self._services: Services | None = None
        self._left: list[Services] = []
        self._overview: Overview | None = None
        self._credentials: Credentials | None = None
        self._reaching = False
        self._suppliers: SupplierWatch | None = None
        self._delivery_moved.connect(self._on_delivery)
        self._unseen: dict[str, str] = {}
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self.second_passed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self.refresh)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._counter = 0
        self._stand: Stand = ()
        self._going_on = self._go_on_again = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.go_on)

    @property
    def is_open(self) -> bool:
        """Whether the core is ready."""
        return self._services is not None

    @property
    def services(self) -> Services:
        """The core; only once `opened` was told."""
        if self._services is None:
            raise RuntimeError("the core is not open yet")
        return self._services

    @property
    def overview(self) -> Overview | None:
        """What was open and due when it was last looked at."""
        return self._overview

    @property
    def suppliers(self) -> SupplierWatch:
        """What external services say of themselves; made when it is first asked for, after the first paint."""
        if self._suppliers is None:
            from ui.suppliers import SupplierWatch

            self._suppliers = SupplierWatch(self)
        return self._suppliers

    def credentials(self) -> Credentials:
        """The credentials of this run, the same in both modes; asking them may block, so it is done on a worker."""
        if self._credentials is None:
            from composer.connections.credentials import Credentials

            self._credentials = Credentials()
        return self._credentials

    @Slot()
    def read_reach(self, *, anew: bool = False) -> None:
        """Read on a worker whom the connections reach; `reach_changed` tells. `anew`: connections were changed."""
        if self._services is None or (self._reaching and not anew):
            return
        if self.mode is Mode.PRACTICE:
            self.reach_changed.emit()
            return
        self._reaching = True
        services = self._services

        def call() -> None:
            if anew:
                services.connect_anew()
            services.read_reach()

        done, failed = partial(self._on_reach, services), partial(self._on_no_reach, services)
        self.jobs.submit(call, done, failed, line="send", owner=self)

    @Slot()
    def open(self) -> None:
        """Open the core for the mode in force; `opened` tells when it is ready."""
        home, mode = self.home, self.mode
        moved = partial(self._delivery_moved.emit, mode)

        def call() -> tuple[Services, int, Stand]:
            from composer.services.core import Services
            from composer.services.plan_fit import insist_on_plan

            services = Services(home, mode, on_change=moved, by_hand=True, credentials=self.credentials())
            try:
                insist_on_plan(services)
            except BaseException:
                services.close()
                raise
            services.outbox.recover()
            return services, services.record.change_counter(), stand_of(services)

        self.jobs.submit(call, self._on_opened, self._on_failed)

    def switch(self, mode: Mode) -> None:
        """Open the other mode in place of this one.

        What is being sent in this one is seen through: its core is closed after that, and begins nothing more. What is held or waits there goes on when it is opened again.
        """
        if mode is self.mode and self._services is not None:
            return
        before, self._services, self._overview, self.mode = self._services, None, None, mode
        self._going_on = self._go_on_again = self._reaching = False  # of the other core, and not waited for
        self._next.stop()
        if before is not None:
            self._left.append(before)
            before.outbox.stop()
            self.jobs.submit_after_sends(partial(self._close_left, before), self.errors.tell)
        self.open()

    def run(
        self,
        call: Callable[[Services], Any],
        done: Done | None = None,
        *,
        line: str = "record",
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Ask the core off the main thread; an error is told to the person, and then `failed` is called. `owner` as for `JobRunner.submit`.

        An answer that comes after the other mode was opened is dropped: it speaks of another record.
        """
        services = self.services
        asked_by = owner if owner is not None else getattr(done, "__self__", None)

        def on_done(answer: Any) -> None:
            if done is not None and self._services is services:
                done(answer)

        def on_failed(error: BaseException) -> None:
            self.errors.tell(error)
            if failed is not None and (owner is None or isValid(owner)):
                failed(error)

        self.jobs.submit(lambda: call(services), on_done, on_failed, line=line, owner=asked_by)

    def ask(self, call: Callable[[Services], Any]) -> Any:
        """Ask the core and wait for the answer, after everything asked for before; only where the caller must know, as in closing."""
        services = self.services
        return self.jobs.ask(lambda: call(services))

    @Slot()
    def declared(self, incident_id: str, publish_id: str) -> None:
        """An incident was declared by that round: its screen begins with what becomes of it, even where that is over by then. It goes on where nobody looks at the incident, too."""
        self._unseen[incident_id] = publish_id
        self.refresh_soon()
        self.go_on()

    def take_unseen(self, incident_id: str) -> str | None:
        """The round that declared the incident, where it was not shown yet. It counts as shown from now on."""
        return self._unseen.pop(incident_id, None)

    def go_on(self) -> None:
        """Carry out what is stored and may leave, and look again when the next hold or wait ends, whatever screen is in sight."""
        if self._services is None or self._going_on:
            self._go_on_again = True  # what is asked for now may not be seen by what is under way
            return
        self._going_on, self._go_on_again = True, False
        services = self._services

        def call() -> float | None:
            if self._services is not services:
                return None  # the other mode was opened while this waited for its turn
            from composer.services.stopped_mail import go_on_with_stopped

            services.resume(patience_s=0.0)
            go_on_with_stopped(services)
            return next_in_s(services)

        done, failed = partial(self._on_gone_on, services), partial(self._on_stuck, services)
        self.jobs.submit(call, done, failed, line="send", owner=self)

    @Slot()
    def refresh(self) -> None:
        """Look again at what is open and due."""
        if self._services is None:
            return

        def call(services: Services) -> Overview:
            from composer.services.overview import overview

            return overview(services)

        self.run(call, self._on_overview)

    @Slot()
    def _look(self) -> None:
        """Whether the command line, or another window, told something of an incident. Drafts are stored all the time, and ask for no new overview."""
        counter = self._counter

        def call(services: Services) -> tuple[int, Stand | None]:
            now = services.record.change_counter()
            return now, None if now == counter else stand_of(services)

        if self._services is not None:
            self.run(call, self._on_looked)

    def _on_looked(self, found: tuple[int, Stand | None]) -> None:
        self._counter, stand = found
        if stand is not None and stand != self._stand:
            self._stand = stand
            self.refresh_soon()
            self.go_on()  # a round whose screen was dropped before it was stored has nobody else
            self.record_changed.emit()

    @Slot()
    @Slot(str)
    def put_away(self, incident_id: str) -> None:
        """Show a declaration that was taken back no more."""

        def call(services: Services) -> None:
            from composer.services.overview import put_away

            put_away(services, incident_id)

        self.run(call, lambda _: self.refresh(), owner=self)

    def refresh_soon(self) -> None:
        """Look again in a moment; many calls are one."""
        if not self._soon.isActive():
            self._soon.start()

    def let_go(self) -> None:
        """Begin nothing more; what is being sent is seen through. What is held or waits goes on with the next start."""
        for timer in (self._second, self._soon, self._next, self._watch):
            timer.stop()
        if self._suppliers is not None:
            self._suppliers.stop()
        for services in (*self._left, *([] if self._services is None else [self._services])):
            services.outbox.stop()

    def close(self) -> None:
        """Close the core; called once, when the window goes, after the last job."""
        for timer in (self._second, self._soon, self._next, self._watch):
            timer.stop()
        while self._left:
            self._left.pop().close()
        if self._services is not None:
            self._services.close()
            self._services = None

    def _close_left(self, services: Services) -> None:
        self._left.remove(services)
        services.close()

    def _on_opened(self, opened: tuple[Services, int, Stand]) -> None:
        self._services, self._counter, self._stand = opened
        self._second.start()
        self._watch.start()
        self.opened.emit()
        self.refresh()
        self.go_on()
        self.read_reach()
        self.run(_keep_library)

    def _on_failed(self, error: BaseException) -> None:
        from composer.domain.errors import UserFacingError
        from ui import sayings

        if isinstance(error, UserFacingError):
            self.failed.emit(sayings.message_of(error), sayings.step_of(error))
        else:
            self.errors.tell(error)

    def _on_gone_on(self, services: Services, next_in_s: float | None) -> None:
        if self._services is not services:
            return
        self._going_on = False
        self.refresh_soon()
        if self._go_on_again:
            self.go_on()
        elif next_in_s is not None:
            self._next.start(int(1_000 * next_in_s))

    def _on_reach(self, services: Services, _: object) -> None:
        if self._services is services:
            self._reaching = False
            self.reach_changed.emit()

    def _on_no_reach(self, services: Services, error: BaseException) -> None:
        self.errors.tell(error)
        if self._services is services:
            self._reaching = False

    def _on_stuck(self, services: Services, error: BaseException) -> None:
        self.errors.tell(error)
        if self._services is services:
            self._going_on = False
            self._next.start(int(1_000 * LONGEST_PAUSE_S))

    def _on_overview(self, overview: Overview) -> None:
        self._overview = overview
        self.overview_changed.emit(overview)
        if self.mode is Mode.LIVE:
            self.read_reach()  # a list may have been changed by another program

    @Slot(object, object)
    def _on_delivery(self, mode: Mode, delivery: Delivery) -> None:
        if mode is not self.mode:
            return  # seen through in the mode before; it stands in its record
        self.delivery_changed.emit(delivery)
        self.refresh_soon()
        if delivery.state == "waiting":
            self._next.start(0)


def _keep_library(services: Services) -> None:
    """So that the next start is quicker."""
    from composer.services.in_force import keep_library

    keep_library(services.home, *services.as_read)


def stand_of(services: Services) -> Stand:
    """Each open incident with its revision, which is another one after each publish and change. Reads the record."""
    return tuple((one.id, one.revision) for one in services.record.incidents(open_only=True))


def next_in_s(services: Services) -> float | None:
    """In how many seconds the next hold or wait ends; None where nothing moves by itself. Reads the record."""
    from composer.domain.delivery import DeliveryState

    moving = services.record.deliveries(states={DeliveryState.HELD, DeliveryState.WAITING})
    now = services.clock.now()
    moments = [one.hold_until if one.state is DeliveryState.HELD else one.not_before for one in moving]
    left = [(moment - now).total_seconds() for moment in moments if moment is not None]
    return min(max(SHORTEST_PAUSE_S, min(left)), LONGEST_PAUSE_S) if left else None
