"""A real mail server: Debian's Exim with a configuration of its own, on loopback, that keeps what it accepts and delivers nothing."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "/usr/sbin/exim4"
USER, PASSWORD = "composer", "canary-exim-password"
LIMIT = 60_000

_CONFIGURATION = """
primary_hostname = mail.example.com
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
spool_directory = {spool}
log_file_path = {spool}/%s.log
pid_file_path = {spool}/exim.pid
log_selector = +received_recipients
queue_only
host_lookup =
tls_advertise_hosts = *
tls_certificate = {certificate}
message_size_limit = {limit}
acl_smtp_rcpt = who_may_be_written_to
acl_smtp_data = accept
begin acl
who_may_be_written_to:
  deny local_parts = nobody
       message = 5.1.1 no such person
  defer local_parts = later
       message = 4.2.1 try again
  accept authenticated = *
  deny message = 5.7.1 log in first
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{{user}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
  server_advertise_condition = ${{if def:tls_in_cipher}}
"""


@dataclass(frozen=True)
class Exim:
    """The server; its ledger is its own log, written as it accepts."""

    port: int
    spool: Path

    def accepted(self) -> list[tuple[str, str]]:
        """Message-ID and reader of each mail that it has taken, in order."""
        log = self.spool / "main.log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        found = [re.search(r" <= .* id=(\S+) for (.+)$", line) for line in lines]
        return [(f"<{one[1]}>", one[2]) for one in found if one is not None]

    def bodies(self) -> list[str]:
        """The bodies that lie in its queue."""
        return [one.read_text(encoding="utf-8") for one in sorted((self.spool / "input").glob("*-D"))]


@contextmanager
def exim(certificate: Path) -> Iterator[Exim]:
    """The server, with the key and certificate of that file."""
    # Not in pytest's folder: Exim gives up root's rights, and may then enter only what is open to all.
    with tempfile.TemporaryDirectory(prefix="exim-") as folder:
        home = Path(folder)
        home.chmod(0o755)
        spool = home / "spool"
        spool.mkdir()
        own = shutil.copy(certificate, spool / "server.pem")
        if os.geteuid() == 0:
            for path in (spool, own):
                shutil.chown(path, "Debian-exim", "Debian-exim")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        configuration = home / "exim.conf"
        configuration.write_text(
            _CONFIGURATION.format(
                port=port, spool=spool, certificate=own, limit=LIMIT, user=USER, password=PASSWORD
            ),
            encoding="utf-8",
        )
        command = [PROGRAM, "-C", str(configuration), "-bdf"]
        # Each connection is a process of its own; the group ends them with the daemon.
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as daemon:
            try:
                _wait_for(port, daemon)
                yield Exim(port, spool)
            finally:
                os.killpg(daemon.pid, signal.SIGTERM)
                daemon.wait(10)


def _wait_for(port: int, daemon: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        if daemon.poll() is not None:
            assert daemon.stderr is not None
            raise AssertionError(f"Exim ended: {daemon.stderr.read().decode()}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("Exim does not listen")
