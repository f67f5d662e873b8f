"""The classes of Qt that the window uses, made on its own thread before any worker imports what names them.

PySide6 makes a class of Qt when it is first asked for. Two threads that do so at once end the program with a segmentation fault: one start of six, while two workers
imported screens. What was made once is only looked up, so here all of it is made, in the 20 ms after the first paint.
"""

from __future__ import annotations

import sys

NAMES = {
    "PySide6.QtCore": (
        "QAbstractListModel QAbstractTableModel QByteArray QCoreApplication QEvent QEventLoop QFileSystemWatcher "
        "QItemSelectionModel QLibraryInfo QLocale QLockFile QMessageLogContext QMimeData QModelIndex QObject "
        "QPersistentModelIndex QPoint QPointF QRect QRectF QSettings QSignalBlocker QSize QSocketNotifier QT_TRANSLATE_NOOP "
        "QTimer QTranslator QUrl Qt QtMsgType Signal SignalInstance Slot qInstallMessageHandler"
    ),
    "PySide6.QtGui": (
        "QAccessible QAccessibleAnnouncementEvent QAction QActionGroup QBrush QCloseEvent QColor QDesktopServices QFocusEvent "
        "QFont QFontDatabase QFontMetrics QFontMetricsF QGuiApplication QHideEvent QIcon QKeyEvent QKeySequence QMouseEvent "
        "QPaintEvent QPainter QPainterPath QPalette QPen QPixmap QPolygonF QResizeEvent QSessionManager QShortcut QShowEvent "
        "QStandardItem QStandardItemModel QTextBlock QTextCharFormat QTextCursor QTextDocument QTextFormat QTextFrameFormat "
        "QTextLayout QTextLength QTextLine QTextOption QTextTable QWheelEvent"
    ),
    "PySide6.QtNetwork": ("QLocalServer QLocalSocket"),
    "PySide6.QtWidgets": (
        "QAbstractButton QAbstractItemView QAbstractSpinBox QApplication QBoxLayout QButtonGroup QCheckBox QComboBox QDialog "
        "QFileDialog QFrame QGridLayout QHBoxLayout QHeaderView QLabel QLayout QLayoutItem QLineEdit QListView QListWidget "
        "QListWidgetItem QMainWindow QMenu QMessageBox QPlainTextEdit QProxyStyle QPushButton QRadioButton QScrollArea "
        "QSizePolicy QSplitter QStackedWidget QStyle QStyleFactory QStyleOption QStyleOptionViewItem QStyledItemDelegate "
        "QSystemTrayIcon QTabBar QTabWidget QTableView QTableWidget QTableWidgetItem QTextBrowser QTextEdit QToolButton QToolTip "
        "QVBoxLayout QWidget"
    ),
}
"""By module; a test finds what is missing. What lies in a module that is not imported by then is for the window's thread alone."""


def make_qt_classes() -> None:
    """Ask for each once. To be called on the window's thread."""
    for name, classes in NAMES.items():
        module = sys.modules.get(name)
        if module is not None:
            for one in classes.split():
                getattr(module, one)
