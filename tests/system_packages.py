"""Finds what the program or its tests need from the operating system, and names the command that installs the rest.

Nothing is skipped because it is missing: `make test`, `make run` and `.ci/run` ask here first and stop. Needs only
the standard library, as it runs before the virtual environment exists.

    python3 tests/system_packages.py [run|test|sweep|frozen]        says what is missing, exit status 1 when something is
    python3 tests/system_packages.py [run|test|sweep|frozen] --list prints the missing Debian packages, one a line
"""

from __future__ import annotations

import ctypes
import shutil
import sys

# What is needed -> the Debian package that has it. A name with .so is a shared library, the others are programs.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
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
# Running needs nothing beside Python until there is a window; the tests load Qt already.
NEEDS: dict[str, dict[str, str]] = {
    "run": {},
    "test": QT_LIBRARIES | PROGRAMS | KEYRING | MAIL_SERVER,
    "sweep": QT_LIBRARIES | PROGRAMS | KEYRING | MAIL_SERVER | FREEZER | {"strace": "strace"},
    "frozen": QT_LIBRARIES | FREEZER,
}


def missing(purpose: str) -> dict[str, str]:
    """What `purpose` (`run`, `test`, `sweep` or `frozen`) needs and this computer lacks, with the Debian package of each."""
    return {need: package for need, package in NEEDS[purpose].items() if not _there(need)}


def _there(need: str) -> bool:
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
