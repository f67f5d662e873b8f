"""A proxy on loopback that connects every name to one server, and may ask for a password."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Proxy:
    """`asked` are the heads of all CONNECT requests."""

    url: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def proxy_to(port: int, *, password: str | None = None, answer: str | None = None) -> Iterator[Proxy]:
    """A proxy that connects to `port` of this computer, whatever it is asked for; `answer` is said in its place."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        proxy = Proxy(f"http://127.0.0.1:{listener.getsockname()[1]}")
        over = threading.Event()
        threads: list[threading.Thread] = []

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                connection.settimeout(0.1)
                threads.append(threading.Thread(target=carry, args=(connection,)))
                threads[-1].start()

        def carry(connection: socket.socket) -> None:
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += connection.recv(4096)
                proxy.asked.append(head.decode())
                known = base64.b64encode(f"me:{password}".encode()).decode()
                if answer is not None:
                    connection.sendall(f"HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n".encode())
                    return
                if password is not None and f"Basic {known}" not in head.decode():
                    connection.sendall(
                        b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
                    )
                    return
                with socket.create_connection(("127.0.0.1", port)) as server:
                    server.settimeout(0.1)
                    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=pump, args=(server, connection))
                    back.start()
                    pump(connection, server)
                    back.join()

        def pump(source: socket.socket, target: socket.socket) -> None:
            while not over.is_set():
                try:
                    data = source.recv(65536)
                except TimeoutError:
                    continue
                except OSError:
                    return
                if not data:
                    return
                target.sendall(data)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield proxy
        finally:
            over.set()
            thread.join()
            for one in threads:
                one.join()
