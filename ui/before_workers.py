"""What has to be so before there is a second thread."""

from __future__ import annotations

from ui.heap import share_one_heap
from ui.qt_classes import make_qt_classes
from ui.workarounds import keep_singletons_alive


def before_workers() -> None:
    """Called on the window's thread, after the first paint and before the first job."""
    keep_singletons_alive()
    share_one_heap()
    make_qt_classes()
