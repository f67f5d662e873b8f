"""A Secret Service of its own for a test: a real gnome-keyring on a private bus, in a folder that goes away."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def secret_service(*, unlocked: bool = True) -> Iterator[dict[str, str]]:
    """The environment in which this keyring is the system's. Where it is not `unlocked` it asks a person, and there is none."""
    with tempfile.TemporaryDirectory(prefix="keyring-") as folder:
        environment = {
            "XDG_DATA_HOME": f"{folder}/data",
            "XDG_RUNTIME_DIR": f"{folder}/run",
            "XDG_CONFIG_HOME": f"{folder}/config",
            "HOME": folder,
        }
        Path(folder, "run").mkdir(mode=0o700)
        whole = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        whole |= environment
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=whole, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        daemon = None
        try:
            assert bus.stdout is not None
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            whole |= environment
            options = ["--unlock"] if unlocked else []
            daemon = subprocess.Popen(
                ["gnome-keyring-daemon", "--foreground", "--components=secrets", *options],
                env=whole, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            assert daemon.stdin is not None
            assert daemon.stdout is not None
            daemon.stdin.write("a password for the test")
            daemon.stdin.close()
            daemon.stdout.readline()  # it names its control folder once it is there
            yield environment
        finally:
            for process in (daemon, bus):
                if process is not None:
                    process.terminate()
                    process.wait(10)
                    if process.stdout is not None:
                        process.stdout.close()
