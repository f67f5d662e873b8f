"""Python's garbage collection on the main thread alone.

A collection runs on whichever thread happens to make one object too many. If that is a worker, widgets that stood in a circle of references are destroyed there, and Qt
ends the program. So the automatic collection is off while there is a window, and a timer collects where the widgets live.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1_000


class MainThreadGarbage(QObject):
    """Collects garbage on the thread it was made on, for as long as it lives; `stop` gives it back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that Python would have collected by now."""
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold > 0:
                gc.collect(generation)
                return

    @Slot()
    def settle(self) -> None:
        """Look no more at what there is now: the first screen is there. What was made until then lives for as long as the window, and going through all of it would hold the
        window up for as long as a person notices, whenever much was made since."""
        if not self._settled:
            self._settled = True
            gc.freeze()

    def stop(self) -> None:
        """Collect once more, and let Python do it again."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()
