"""Count what really travels: a relay between browser and server that adds up bytes after compression."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Wire:
    """Bytes sent by the server to the browser since `start`."""

    address: str
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _sent: int = 0

    def start(self) -> None:
        """Begin to count anew."""
        with self._lock:
            self._sent = 0

    @property
    def sent(self) -> int:
        """Bytes since the last start."""
        with self._lock:
            return self._sent

    def add(self, count: int) -> None:
        """Add bytes that passed."""
        with self._lock:
            self._sent += count


@contextmanager
def relay(base: str) -> Iterator[Wire]:
    """Stand between the browser and the server at `base`, and give the address to open instead."""
    port = int(base.rpartition(":")[2])
    listener = socket.create_server(("localhost", 0))
    wire = Wire(f"http://localhost:{listener.getsockname()[1]}")

    def pump(source: socket.socket, target: socket.socket, counted: bool) -> None:
        try:
            while chunk := source.recv(65536):
                if counted:
                    wire.add(len(chunk))
                target.sendall(chunk)
        except OSError:
            pass
        finally:
            for end in (source, target):
                end.close()

    def accept() -> None:
        while True:
            try:
                browser, _peer = listener.accept()
            except OSError:
                return
            server = socket.create_connection(("localhost", port))
            threading.Thread(target=pump, args=(browser, server, False), daemon=True).start()
            threading.Thread(target=pump, args=(server, browser, True), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield wire
    finally:
        listener.close()
