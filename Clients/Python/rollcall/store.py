"""The file of a terminal: SQLite, each change on disk when it returns, for one program at a time."""
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BOOT_NAME = Path("/proc/sys/kernel/random/boot_id")

SCHEMA = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fact (
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL, number TEXT NOT NULL, offering INTEGER NOT NULL,
    course INTEGER NOT NULL, method INTEGER NOT NULL, boot INTEGER, monotonic_ms INTEGER, wall_ms INTEGER NOT NULL,
    zone_minutes INTEGER, epoch INTEGER, sequence INTEGER);
CREATE UNIQUE INDEX IF NOT EXISTS punch ON fact (number, wall_ms, offering, course) WHERE zone_minutes IS NOT NULL;
CREATE INDEX IF NOT EXISTS waiting ON fact (id) WHERE sequence IS NULL;
CREATE INDEX IF NOT EXISTS sealed ON fact (epoch, sequence);
CREATE TABLE IF NOT EXISTS batch (
    epoch INTEGER, first INTEGER, last INTEGER, body BLOB, signature BLOB, hash BLOB, PRIMARY KEY (epoch, first));
CREATE TABLE IF NOT EXISTS item (kind INTEGER, id INTEGER, position INTEGER, value BLOB, PRIMARY KEY (kind, id));
CREATE TABLE IF NOT EXISTS pulled (kind INTEGER, id INTEGER, position INTEGER, value BLOB, PRIMARY KEY (kind, id));
"""


class Store:
    """Facts, batches, the items of the base, and named values; from any thread."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "terminal.db"
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        _to_disk(folder)
        self.lock = threading.RLock()
        self._database = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
                self._database.execute(f"PRAGMA {pragma}")
            self._database.executescript(SCHEMA)
            with self.transaction():
                if not self.get("seed"):
                    self.put(seed=os.urandom(32))
                self.boot = self._number_of_boot()
        except sqlite3.OperationalError as error:
            self._database.close()
            raise RuntimeError(f"{path}: {error}; another program may be using it") from error

    def close(self) -> None:
        with self.lock:
            self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def change(self, statement: str, *values: Any) -> int:
        """One change within a transaction; gives how many rows it concerned."""
        return self._database.execute(statement, values).rowcount

    def change_many(self, statement: str, rows: Any) -> None:
        self._database.executemany(statement, rows)

    def read(self, statement: str, *values: Any) -> list[Any]:
        with self.lock:
            return self._database.execute(statement, values).fetchall()

    def get(self, name: str, default: Any = None) -> Any:
        found = self.read("SELECT value FROM state WHERE name = ?", name)
        return found[0][0] if found else default

    def put(self, **values: Any) -> None:
        self._database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())

    def _number_of_boot(self) -> int:
        """No two boots have the same number, even if the folder is restored from a backup or copied."""
        name = BOOT_NAME.read_text() if BOOT_NAME.exists() else secrets.token_hex(16)  # else every opening is a boot
        if self.get("boot_name") != name:
            self.put(boot_name=name, boot=self.get("boot", 0) + 1 + secrets.randbelow(1 << 28))
        return int(self.get("boot"))


def _to_disk(folder: Path) -> None:
    """The folder's list of files, which the database's own writing leaves out."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
