"""Finds what the program or its tests need from the operating system, and names the command that installs the rest.

Nothing is skipped because it is missing: `make test`, `make run` and `.ci/run` ask here first and stop. Needs only
the standard library, as it runs before the virtual environment exists.

    python3 tests/system_packages.py [run|test|sweep|frozen]        says what is missing, exit status 1 when something is
    python3 tests/system_packages.py [run|test|sweep|frozen] --list prints the missing Debian packages, one a line
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

# What is needed -> the Debian package that has it. A name with .so is a shared library, a path (with * where it differs from
# computer to computer) a file, the others are programs.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",  # of QtNetwork, which PySide6 brings along
}
# What Qt needs beside them to open a window on an X display.
XCB_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# A display that nobody sees, a window manager, real keys, and what a screen reader reads with; the bindings are those of
# the system's own Python.
DESKTOP = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "/usr/bin/python3": "python3",
    "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
PROGRAMS = {
    "git": "git",
    "chromium": "chromium",
    "node": "nodejs",
    "npm": "npm",
}
# A keyring of their own for the tests of credentials.
KEYRING = {"dbus-daemon": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
# A real mail server. Only the program is wanted, by its whole path: it is not on everybody's; the tests start it with a configuration of their own.
MAIL_SERVER = {"/usr/sbin/exim4": "exim4-daemon-light"}
FREEZER = {"objdump": "binutils"}
TESTED = QT_LIBRARIES | XCB_LIBRARIES | DESKTOP | PROGRAMS | KEYRING | MAIL_SERVER
NEEDS: dict[str, dict[str, str]] = {
    "run": QT_LIBRARIES | XCB_LIBRARIES,
    "test": TESTED,
    "sweep": TESTED | FREEZER | {"strace": "strace"},
    "frozen": QT_LIBRARIES | FREEZER,
}


def missing(purpose: str) -> dict[str, str]:
    """What `purpose` (`run`, `test`, `sweep` or `frozen`) needs and this computer lacks, with the Debian package of each."""
    needs = NEEDS[purpose]
    if purpose == "run":
        needs = {need: package for need, package in needs.items() if _is_for_this_display(need)}
    return {need: package for need, package in needs.items() if not _there(need)}


def _is_for_this_display(need: str) -> bool:
    """Without any display there is no window, so nothing is needed; those of X are needed where there is an X display."""
    display, wayland, platform = (
        os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if not (display or wayland or platform):
        return False
    return need not in XCB_LIBRARIES or (platform.startswith("xcb") if platform else bool(display))


def _there(need: str) -> bool:
    if need.startswith("/"):
        return any(Path("/").glob(need.lstrip("/")))
    if ".so" not in need:
        return shutil.which(need) is not None
    if not sys.platform.startswith("linux"):
        return True  # elsewhere PySide6 brings all it needs, or the system always has it
    try:
        ctypes.CDLL(need)
    except OSError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Prints what is missing; exit status 1 when something is."""
    purpose = next((word for word in arguments if not word.startswith("-")), "test")
    lacking = missing(purpose)
    packages = sorted(set(lacking.values()))
    if "--list" in arguments:
        for package in packages:
            print(package)
        return 0
    if not lacking:
        return 0
    print(f"Missing on this computer: {', '.join(lacking)}. On Debian or Ubuntu:", file=sys.stderr)
    print(f"    sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
