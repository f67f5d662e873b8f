"""The classes of Qt that the window uses, made on its own thread before any worker imports what names them.

PySide6 makes a class of Qt when it is first asked for. Two threads that do so at once end the program with a segmentation fault: one start of six, while two workers
imported screens. What was made once is only looked up. So those that the first screen names are made here in the 20 ms after the first paint, and the others, 4 ms and half
a MiB for which being ready to publish does not wait, before a worker imports the other screens.
"""

from __future__ import annotations

import sys

NAMES = {
    "PySide6.QtCore": (
        "QByteArray QCoreApplication QEvent QEventLoop QFileSystemWatcher QLibraryInfo QLocale QLockFile QMessageLogContext "
        "QMimeData QModelIndex QObject QPersistentModelIndex QPoint QPointF QRect QRectF QSettings QSignalBlocker QSize "
        "QSocketNotifier QT_TRANSLATE_NOOP QTimer QTranslator QUrl Qt QtMsgType Signal SignalInstance Slot "
        "qInstallMessageHandler"
    ),
    "PySide6.QtGui": (
        "QAccessible QAccessibleAnnouncementEvent QAction QActionGroup QCloseEvent QColor QDesktopServices QFocusEvent QFont "
        "QFontMetrics QFontMetricsF QGuiApplication QHideEvent QIcon QKeyEvent QKeySequence QMouseEvent QPaintEvent QPainter "
        "QPainterPath QPalette QPen QPixmap QPolygonF QResizeEvent QSessionManager QShowEvent QStandardItem QStandardItemModel "
        "QTextCharFormat QTextCursor QTextDocument QTextLayout QTextLine QTextOption QWheelEvent"
    ),
    "PySide6.QtNetwork": ("QLocalServer QLocalSocket"),
    "PySide6.QtWidgets": (
        "QAbstractButton QAbstractItemView QAbstractScrollArea QApplication QBoxLayout QCheckBox QComboBox QDialog QFrame "
        "QGridLayout QHBoxLayout QLabel QLayout QLayoutItem QLineEdit QListView QMainWindow QMenu QPlainTextEdit QProxyStyle "
        "QPushButton QRadioButton QScrollArea QSizePolicy QSplitter QStackedWidget QStyle QStyledItemDelegate QStyleFactory "
        "QStyleOption QStyleOptionViewItem QSystemTrayIcon QTabBar QTabWidget QTextBrowser QTextEdit QToolButton QToolTip "
        "QVBoxLayout QWidget"
    ),
}
"""By module, what the window and its first screen name; a test finds what is missing. What lies in a module that is not imported by then is for the window's thread alone."""

OTHERS = {
    "PySide6.QtCore": ("QAbstractListModel QAbstractTableModel QItemSelectionModel"),
    "PySide6.QtGui": (
        "QBrush QFontDatabase QShortcut QTextBlock QTextFormat QTextFrameFormat QTextLength QTextTable"
    ),
    "PySide6.QtWidgets": (
        "QAbstractSpinBox QButtonGroup QFileDialog QHeaderView QListWidget QListWidgetItem QMessageBox QTableView QTableWidget "
        "QTableWidgetItem"
    ),
}
"""What only the other screens name, and what is asked for on the first one."""


def make_qt_classes() -> None:
    """Ask for each that the first screen names. To be called on the window's thread, before a worker imports that screen."""
    _make(NAMES)


def make_other_qt_classes() -> None:
    """Ask for each of the others. To be called on the window's thread, before a worker imports another screen."""
    _make(OTHERS)


def _make(names: dict[str, str]) -> None:
    for name, classes in names.items():
        module = sys.modules.get(name)
        if module is not None:
            for one in classes.split():
                getattr(module, one)
