"""A built rollcalld for the tests: ROLLCALLD=/path/to/rollcalld."""
import os
import re
import subprocess
import tempfile
from pathlib import Path

PROGRAM = os.environ.get("ROLLCALLD", "")
ABSENT = "ROLLCALLD names no server"


class Server:
    """A site of its own in a folder that goes with it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="rollcall-live-")
        self.folder = Path(self._folder.name)
        self._data = str(self.folder / "data")
        made = subprocess.run(
            [PROGRAM, "init", "--data", self._data, "--admin", "admin"], capture_output=True, text=True, timeout=60)
        fingerprint = re.search(r"\b(?:[0-9A-Z]{5}-){5}[0-9A-Z]{2}\b", made.stdout)
        password = re.search(r"password\s+(\S+)", made.stdout, re.IGNORECASE)
        assert made.returncode == 0 and fingerprint and password, made.stdout + made.stderr
        self.site, self.password = fingerprint[0], password[1]
        self._log = open(self.folder / "log", "w+")
        self._process: "subprocess.Popen[str] | None" = None
        self._listen = {"tls": "127.0.0.1:0", "plain": "127.0.0.1:0"}
        self.start()

    def start(self) -> None:
        """Again at the ports it had."""
        self._process = subprocess.Popen(
            [PROGRAM, "serve", "--data", self._data, "--listen", self._listen["tls"], "--plain", self._listen["plain"]],
            stdout=subprocess.PIPE, stderr=self._log, text=True)
        self.ports: dict[str, int] = {}
        assert self._process.stdout
        while len(self.ports) < 2:
            line = self._process.stdout.readline()
            assert line, "the server ended before it listened"
            if listening := re.match(r"listening (tls|plain) \S+:(\d+)$", line.strip()):
                self.ports[listening[1]] = int(listening[2])
        self._listen = {kind: f"127.0.0.1:{port}" for kind, port in self.ports.items()}

    @property
    def address(self) -> str:
        return self._listen["tls"]

    def stop(self, signal: int) -> int:
        assert self._process and self._process.stdout
        self._process.send_signal(signal)
        code = self._process.wait(20)
        self._process.stdout.close()
        self._process = None
        return code

    def end(self) -> None:
        if self._process:
            self.stop(9)
        self._log.close()
        self._folder.cleanup()
