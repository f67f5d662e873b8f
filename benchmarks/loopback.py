"""A computer to send to, in a process of its own, so that what it does costs the program nothing: `python -m benchmarks.loopback` prints two ports.

HTTP: `/slow` answers after 200 ms, `/hang` when it is let go by `/release`, SendGrid's `mail/send` at once. SMTP takes every mail.
"""

from __future__ import annotations

import json
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SLOW_S = 0.2
_released = threading.Event()


@dataclass(frozen=True, slots=True)
class There:
    """Where it listens."""

    http: str
    smtp: int


@contextmanager
def loopback() -> Iterator[There]:
    """Start it, and end it with the block."""
    command = [sys.executable, "-m", "benchmarks.loopback"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        http, smtp = json.loads(process.stdout.readline())
        try:
            yield There(f"http://127.0.0.1:{http}", smtp)
        finally:
            process.stdin.close()
            process.wait(10)


class _Http(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer: what the network does with two is not what is measured

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        match self.path.partition("?")[0]:
            case "/slow":
                time.sleep(SLOW_S)
            case "/hang":
                _released.clear()
                _released.wait(30)
            case "/release":
                _released.set()
        sendgrid = self.path.endswith("/mail/send")
        body = b"" if sendgrid else b"ok"
        self.send_response(202 if sendgrid else 200)
        self.send_header("Content-Length", str(len(body)))
        if sendgrid:
            self.send_header("X-Message-Id", "benchmark")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Smtp(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
            answer = {
                b"EHLO": b"250-here\r\n250-PIPELINING\r\n250 SIZE 10000000\r\n",
                b"QUIT": b"221 bye\r\n",
            }
            self.wfile.write(answer.get(verb, b"250 ok\r\n"))
            if verb == b"QUIT":
                return


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


class _SmtpServer(socketserver.ThreadingTCPServer):
    daemon_threads = True


def main() -> None:
    """Serve until standard input ends."""
    http, smtp = _HttpServer(("127.0.0.1", 0), _Http), _SmtpServer(("127.0.0.1", 0), _Smtp)
    for server in (http, smtp):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(json.dumps([http.server_port, smtp.server_address[1]]) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
