"""The core as the window has it: opened off the main thread, kept for one mode, and asked through jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from composer.paths import HomePaths, Mode
from ui.errors import ErrorHook
from ui.jobs import Done, JobRunner

if TYPE_CHECKING:  # the core is imported after the first paint, on a worker thread
    from composer.domain.delivery import Delivery
    from composer.services.core import Services
    from composer.services.overview import Overview


class Session(QObject):
    """One home and mode, opened. Screens are handed this and nothing else.

    Signals:
        opened(): the core is ready, or was opened anew in another mode.
        overview_changed(object): the `Overview` of what is open and due now.
        delivery_changed(object): a `Delivery` whose state was stored; told on the main thread.
        second_passed(): a second has passed, for clocks.
    """

    opened = Signal()
    overview_changed = Signal(object)
    delivery_changed = Signal(object)
    second_passed = Signal()
    _delivery_moved = Signal(object)

    def __init__(
        self, home: HomePaths, mode: Mode, jobs: JobRunner, errors: ErrorHook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.mode = mode
        self.jobs = jobs
        self.errors = errors
        self._services: Services | None = None
        self._overview: Overview | None = None
        self._delivery_moved.connect(self._on_delivery)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self.second_passed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self.refresh)

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

    @Slot()
    def open(self) -> None:
        """Open the core for the mode in force; `opened` tells when it is ready."""
        home, mode, moved = self.home, self.mode, self._delivery_moved.emit

        def call() -> Services:
            from composer.services.core import Services

            services = Services(home, mode, on_change=moved, by_hand=True)
            services.outbox.recover()
            return services

        self.jobs.submit(call, self._on_opened, self.errors.tell)

    def switch(self, mode: Mode) -> None:
        """Open the other mode in place of this one."""
        if mode is self.mode and self._services is not None:
            return
        before, self._services, self._overview, self.mode = self._services, None, None, mode
        if before is not None:
            self.jobs.submit(before.close, None, self.errors.tell)
        self.open()

    def run(
        self,
        call: Callable[[Services], Any],
        done: Done | None = None,
        *,
        line: str = "record",
        owner: QObject | None = None,
    ) -> None:
        """Ask the core off the main thread; an error is told to the person. `owner` as for `JobRunner.submit`."""
        services = self.services
        self.jobs.submit(lambda: call(services), done, self.errors.tell, line=line, owner=owner)

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
    def refresh_soon(self) -> None:
        """Look again in a moment; many calls are one."""
        if not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Close the core; called once, when the window goes."""
        self._second.stop()
        self._soon.stop()
        if self._services is not None:
            self._services.close()
            self._services = None

    def _on_opened(self, services: Services) -> None:
        self._services = services
        self._second.start()
        self.opened.emit()
        self.refresh()
        self.run(lambda core: core.resume(patience_s=0.0), lambda _: self.refresh_soon(), line="send")

    def _on_overview(self, overview: Overview) -> None:
        self._overview = overview
        self.overview_changed.emit(overview)

    @Slot(object)
    def _on_delivery(self, delivery: Delivery) -> None:
        self.delivery_changed.emit(delivery)
        self.refresh_soon()
