"""Other people's outages in the window: asks the plan's external services on a line of their own, while an incident is open and not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:  # loaded when the first feed is read, on a worker
    from composer.domain.health import ServiceHealth
    from composer.domain.plan import Plan
    from composer.services.overview import Overview
    from composer.services.suppliers import Suppliers
    from ui.session import Session

FIRST_MS = 2_000
"""After an incident is open, or the window with one: what is in sight comes first."""
BETWEEN_MS = 250
"""Between two feeds that are due at once."""
LOOK_MS = 60_000
"""How often it is looked whether what was read has grown old."""


class SupplierWatch(QObject):
    """Asks, one at a time, and keeps what was said. Nothing is loaded and nothing is asked before an incident is open; when none is open any more, it stops.

    Signals:
        changed(): something was read, or is not asked any more; `health` has it.
        told(str): what comes of a person's wish to ask now.
        news(object, object): a service's `ServiceHealth` before and now, where what it says has changed.
    """

    changed = Signal()
    told = Signal(str)
    news = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._core: Suppliers | None = None
        self._plan: Plan | None = None
        self._shown: tuple[ServiceHealth, ...] = ()
        self._number = 0  # of what is asked: a late answer belongs to an earlier one
        self._asking = self._attending = self._once = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._look)
        self._aging = QTimer(self)
        self._aging.setInterval(LOOK_MS)
        self._aging.timeout.connect(self._take_in)
        session.overview_changed.connect(self._on_overview)
        session.opened.connect(self._start_anew)
        session.library_changed.connect(self._on_library)
        if session.overview is not None:
            self._on_overview(session.overview)

    @property
    def health(self) -> tuple[ServiceHealth, ...]:
        """How each service that is asked is doing; empty while none is."""
        return self._shown

    @property
    def is_attending(self) -> bool:
        """Whether feeds are asked by themselves now."""
        return self._attending

    @Slot()
    def ask_now(self) -> None:
        """A person wants to know: ask each that may be asked, once, also while no incident is open."""
        if not self._session.is_open:
            return
        if not self._has_any():
            self.told.emit(self.tr("No external service is asked here: see the plan (F2)"))
            return
        self.told.emit(self.tr("Asking the external services…"))
        if self._core is not None:
            self._core.hurry()
        self._once = True
        self._next.start(0)

    @Slot()
    def stop(self) -> None:
        """Ask no more. What is being asked is lost."""
        self._attending = self._once = False
        self._number += 1
        self._next.stop()
        self._aging.stop()
        self._drop()

    # --- inside ------------------------------------------------------------------------------------------------

    def _has_any(self) -> bool:
        from composer.services.supplier_choice import asked_services, stays_here

        services = self._session.services
        here = stays_here(practice=services.practice)
        return bool(asked_services(services.plan, only_here=here))

    @Slot(object)
    def _on_overview(self, overview: Overview) -> None:
        wanted = bool(overview.open) and self._has_any()
        if wanted is self._attending:
            return
        self.stop()
        self._tell()
        if wanted:
            self._attending = True
            self._next.start(FIRST_MS)
            self._aging.start()

    @Slot()
    def _start_anew(self) -> None:
        """The core was opened, perhaps in the other mode: what was read belongs to the one before."""
        self.stop()
        self._tell()

    @Slot(bool)
    def _on_library(self, _: bool) -> None:
        if self._session.is_open and self._plan is not self._session.services.plan:
            self._start_anew()
            if self._session.overview is not None:
                self._on_overview(self._session.overview)

    @Slot()
    def _look(self) -> None:
        if self._asking or not self._session.is_open:
            return
        services, core, credentials = self._session.services, self._core, self._session.credentials()
        home, plan, practice, number = services.home, services.plan, services.practice, self._number
        self._plan = plan

        def call() -> Suppliers:
            from composer.services.suppliers import suppliers_of

            asked = core or suppliers_of(home, plan, practice=practice, credentials=credentials)
            asked.look()
            return asked

        def done(asked: Suppliers) -> None:
            self._on_looked(number, asked)

        def failed(error: BaseException) -> None:
            self._asking = False
            self._session.errors.tell(error)
            if self._attending:
                self._next.start(LOOK_MS)

        self._asking = True
        self._session.jobs.submit(call, done, failed, line="look", owner=self)

    def _on_looked(self, number: int, asked: Suppliers) -> None:
        self._asking = False
        if number != self._number:
            asked.close()
            if self._attending:
                self._next.start(FIRST_MS)
            return
        self._core = asked
        self._take_in()
        soon_s = asked.next_in_s()
        if soon_s is None:
            return
        if soon_s == 0 or self._attending:
            self._next.start(max(BETWEEN_MS, int(1_000 * soon_s)))
        else:
            self._once = False

    @Slot()
    def _take_in(self) -> None:
        if self._core is None:
            return
        before = {one.service: one for one in self._shown}
        self._shown = self._core.asked
        for one in self._shown:
            was = before.get(one.service)
            if was is not None and was.said != one.said:
                self.news.emit(was, one)
        self.changed.emit()

    def _tell(self) -> None:
        if self._shown:
            self._shown = ()
            self.changed.emit()

    def _drop(self) -> None:
        core, self._core, self._plan = self._core, None, None
        if core is not None and not self._asking:
            core.close()
