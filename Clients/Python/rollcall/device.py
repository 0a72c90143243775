"""A terminal of one's own: it enrols once, records to disk without a network, and syncs when it can (section 4)."""
import os
import secrets
import sqlite3
import threading
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from . import crypto, facts, journal, passes, terminal
from .client import connect
from .connection import Connection
from .errors import Closed, ProtocolError, TerminalRevoked, refusal
from .messages import ErrorCode, ItemKind, Verdict, error_name, message
from .rows import EPOCH, RosterEntry, day

MOST_IN_BATCH = 500
CLOCK_MOVED_MS = 10_000  # a wall clock that moved so far against the monotonic one begins another batch
PASS_TOLERANCE_MS = 300_000
MOST_TOLD = 1_000
ROUNDS = 4  # of opening the log, until both sides agree
MOST_IDLE_ACKS = 1_000
MOST_ITEMS = 4_000_000  # of a pull
MOST_BYTES = 256  # of a number
SITE_KEY_ID = 1
BOOT_NAME = Path("/proc/sys/kernel/random/boot_id")
Known = tuple[int, str, bytes]  # of a roster: person, number, encrypted name
VALUES = {ItemKind.ITEM_KIND_OFFERING: "OfferingValue", ItemKind.ITEM_KIND_ROSTER_ENTRY: "RosterValue"}

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


@dataclass(frozen=True)
class Class:
    """An offering of the terminal's base, as the terminal keeps it."""
    id: int
    title: str
    time_zone: str  # an IANA name
    days: tuple[date, ...]


@dataclass(frozen=True)
class Quarantined:
    """A check-in that is stored and does not count now."""
    number: str
    offering: int
    code: int  # why, a number of errors.proto
    reason: str  # the number's name


@dataclass(frozen=True)
class Synced:
    sent: int  # check-ins that the server has on disk since this call, and had not before
    pending: int  # check-ins that it does not have on disk
    quarantined: tuple[Quarantined, ...]  # of those sent, the first 1,000
    changed: int  # things of the base (offerings, people on rosters …) that have come, changed or gone


class Terminal:
    """A terminal whose key, records and rosters are in a folder, which one program at a time may use.

    `check_in` may be called from any thread, also while another one is in `sync`. Nothing in the folder is ever
    deleted: a check-in takes about 200 bytes. The folder holds a secret key, and names once it has synced: it is made
    for its owner's eyes only.
    """

    def __init__(self, folder: str | Path) -> None:
        folder = Path(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "terminal.db"
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        _to_disk(folder)
        self._lock, self._syncing = threading.RLock(), threading.Lock()
        self._rosters: dict[int, dict[str, Known]] | None = None
        self._database = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
                self._database.execute(f"PRAGMA {pragma}")
            self._database.executescript(SCHEMA)
            with self._transaction():
                if not self._get("seed"):
                    self._put(seed=os.urandom(32))
                self._boot = self._number_of_boot()
        except sqlite3.OperationalError as error:
            self._database.close()
            raise RuntimeError(f"{path}: {error}; another program may be using it") from error
        self._key = crypto.SigningKey(self._get("seed"))

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- Enrolment ---

    @property
    def is_enrolled(self) -> bool:
        return bool(self._get("terminal"))

    def enrol(self, server: str, card: str, *, plain: bool = False) -> str:
        """Makes the device known to the site and gives the terminal's name. `card` is the text that
        `rollcall-admin terminals code` prints (RE1-…); it serves one terminal, for 15 minutes.

        `server` is HOST:PORT. The same call may be repeated where its answer was lost, and with a new card after a
        revocation. Raises ValueError for a mistyped card or one of another site, and EnrolmentRefused.
        """
        secret, pin = passes.read_enrolment_card(card)
        if not self._get("site", pin).startswith(pin):
            raise ValueError("this device belongs to another site")
        with connect(server, pin, plain) as connection:
            reply = terminal.enrol(connection, self._key, secret)
            with self._transaction():
                self._put(
                    site=connection.site, site_key=connection.welcome.site_key, server=server, plain=int(plain),
                    terminal=_small(reply.terminal), epoch=self._get("epoch", 1))
        return str(reply.name)

    # --- Recording ---

    def check_in(self, text: str, offering: int, *, course: int = 0) -> RosterEntry | None:
        """Records that somebody is here now: `text` is a number, typed or read from a card, or a pass (RP1-…).

        When it returns, the check-in is on disk. Gives whom the roster knows by it, None if nobody: a number that
        this terminal does not know is recorded as it was read, for the server may know it. `course` is one of the
        offering's, 0 = any. Raises ValueError, and records nothing, for an empty text or one of more than 256 bytes,
        and for a pass that is misread, forged, of another offering, or not valid now.
        """
        wall_ms = time.time_ns() // 1_000_000
        with self._transaction():
            if text.strip().upper().startswith("RP1-"):
                person = self._read_pass(text, offering, wall_ms)
                found = (each for each in self._known(offering).values() if each[0] == person)
                known, method = next(found, (person, "", b"")), facts.BY_PASS
            else:
                known, method = self._known(offering).get(_normal(text), (0, _normal(text), b"")), facts.BY_NUMBER
            self._database.execute(
                "INSERT INTO fact (person, number, offering, course, method, boot, monotonic_ms, wall_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (known[0], known[1], offering, course, method, self._boot, _monotonic_ms(), wall_ms))
            return self._entry(offering, known) if known[0] else None

    def add_punches(self, punches: Iterable[tuple[str, datetime]], offering: int, *, course: int = 0) -> int:
        """Records what an attendance clock noted: pairs of a number and an aware time, its own local time.

        All of them are on disk when it returns, or none. One that was recorded before is passed over, so that a file
        may be given again. Gives how many are new. Raises ValueError for a time without a zone and as `check_in` does.
        """
        new = 0
        with self._transaction():
            known = self._known(offering)
            for text, at in punches:
                offset = at.utcoffset()
                if offset is None:
                    raise ValueError(f"{at} has no time zone")
                zone = int(offset.total_seconds()) // 60
                local_ms = (at - EPOCH) // timedelta(milliseconds=1) + zone * 60_000
                person, number, _ = known.get(_normal(text), (0, _normal(text), b""))
                new += self._database.execute(
                    "INSERT OR IGNORE INTO fact (person, number, offering, course, method, wall_ms, zone_minutes)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (person, number, offering, course, facts.BY_FILE, local_ms, zone),
                ).rowcount
        return new

    @property
    def pending(self) -> int:
        """Check-ins that are recorded here and that the server is not known to have on disk."""
        with self._lock:
            return self._count(
                "sequence IS NULL OR epoch = ? AND sequence > ?", self._get("epoch", 1), self._get("durable", 0))

    # --- What the terminal knows of its base ---

    def classes(self) -> list[Class]:
        """The offerings of the base, as of the last sync."""
        found = []
        for id, value in self._items(ItemKind.ITEM_KIND_OFFERING):
            offering = terminal.value("OfferingValue", value)
            days = tuple(day(each.day) for each in offering.days)
            found.append(Class(id, offering.title, offering.time_zone, days))
        return found

    def roster(self, offering: int) -> list[RosterEntry]:
        """The people of an offering, as of the last sync; their units and titles are not told to terminals."""
        with self._lock:
            return [self._entry(offering, known) for known in self._known(offering).values()]

    # --- Sync ---

    def sync(self) -> Synced:
        """Hands over what was recorded, and takes what has changed at the base.

        Repeat it after any error that is no TerminalRevoked: nothing is lost or sent twice. Raises Closed where the
        server cannot be reached, TryLater, and TerminalRevoked, whereupon this terminal has erased its rosters.
        """
        if not self.is_enrolled:
            raise RuntimeError("enrol this terminal first")
        try:
            with self._syncing, connect(
                    self._get("server"), self._get("site"), bool(self._get("plain")), server_logs=self._positions(),
            ) as connection:
                reply = terminal.authenticate(connection, self._key)
                with self._transaction():
                    if self._get("roster_key") != reply.roster_key:
                        self._put(roster_key=reply.roster_key)
                        self._rosters = None
                sent, quarantined = self._hand_over(connection)
                return Synced(sent, self.pending, tuple(quarantined), self._pull(connection))
        except (TerminalRevoked, Closed) as error:
            if error.code != ErrorCode.ERROR_CODE_TERMINAL_REVOKED:
                raise
            self._forget()
            raise TerminalRevoked(error.code) from error

    def _hand_over(self, connection: Connection) -> tuple[int, list[Quarantined]]:
        quarantined: list[Quarantined] = []
        sent = 0
        for _ in range(ROUNDS):
            log = self._seal()
            state = terminal.open_log(connection, log, self._boot, _monotonic_ms(), self._keep_positions)
            _small(state.durable)
            if state.verdict == Verdict.VERDICT_REVOKED:
                raise TerminalRevoked(ErrorCode.ERROR_CODE_TERMINAL_REVOKED)
            if state.verdict in (Verdict.VERDICT_OK, Verdict.VERDICT_BEHIND) and state.durable <= log.head_sequence:
                stored, refused = self._push(connection, log, state, quarantined)
                sent += stored
                if refused == 0:
                    return sent, quarantined
                if refused not in (
                        ErrorCode.ERROR_CODE_GAP, ErrorCode.ERROR_CODE_NOT_FOUND, ErrorCode.ERROR_CODE_LOG_CLOSED,
                        ErrorCode.ERROR_CODE_FORK):
                    raise refusal(message("Failure", code=refused))
            elif state.verdict in (Verdict.VERDICT_AMNESIA, Verdict.VERDICT_FORK, Verdict.VERDICT_CLOSED):
                self._begin_log(log, state)
            else:
                raise ProtocolError(f"verdict {state.verdict} at {state.durable}")
        raise ProtocolError("the server and this terminal do not agree on the log")

    def _seal(self) -> journal.Log:
        """Puts what is in no batch yet into batches, for good, and gives the log with the last of them."""
        with self._transaction():
            log = self._log()
            while waiting := self._database.execute(
                    "SELECT id, person, number, offering, course, method, boot, monotonic_ms, wall_ms, zone_minutes"
                    " FROM fact WHERE sequence IS NULL ORDER BY id LIMIT ?", (MOST_IN_BATCH,)).fetchall():
                together = list(_together(waiting))
                _, _, _, _, _, _, boot, monotonic_ms, wall_ms, zone = together[0]
                if zone is None:
                    header = facts.Header(boot=(boot, monotonic_ms), wall_ms=wall_ms, receipt=self._new_receipt(log))
                else:
                    header = facts.Header(imported=(zone, wall_ms))
                place, start = (7, monotonic_ms) if zone is None else (8, wall_ms)
                batch = log.append(header, [
                    facts.Fact(
                        facts.CHECK_IN, row[1] or row[2].encode(), row[place] - start, row[3], course=row[4],
                        method=row[5])
                    for row in together])
                self._database.execute(
                    "INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?)",
                    (log.epoch, batch.first, batch.last, batch.body, batch.signature, batch.hash))
                self._database.executemany(
                    "UPDATE fact SET epoch = ?, sequence = ? WHERE id = ?",
                    [(log.epoch, batch.first + place, row[0]) for place, row in enumerate(together)])
            return log

    def _log(self) -> journal.Log:
        predecessor = self._get("predecessor_log")
        log = journal.Log(self._get("site"), self._key, self._get("epoch"), (
            predecessor, self._get("predecessor_sequence"), self._get("predecessor_hash")) if predecessor else None)
        log.batches = list(self._batches(log.epoch, "ORDER BY first DESC LIMIT 1"))
        return log

    def _batches(self, epoch: int, which: str, *values: Any) -> Iterator[journal.SealedBatch]:
        with self._lock:
            found = self._database.execute(
                f"SELECT body, signature, hash, first, last FROM batch WHERE epoch = ? {which}", (epoch, *values)).fetchall()
        return (journal.SealedBatch(*row) for row in found)

    def _behind(self, epoch: int, durable: int) -> Iterator[journal.SealedBatch]:
        while batch := next(self._batches(epoch, "AND last > ? ORDER BY first LIMIT 1", durable), None):
            yield batch
            durable = batch.last

    def _push(
        self, connection: Connection, log: journal.Log, state: Any, quarantined: list[Quarantined]
    ) -> tuple[int, int]:
        """Sends what the server lacks. Gives how many it stored, and the number with which it refused more, 0 if none."""
        durable, idle = state.durable, 0
        with closing(terminal.push(connection, state.handle, self._behind(log.epoch, durable))) as acks:
            for ack in acks:
                if ack.refused:
                    return durable - state.durable, int(ack.refused)
                stored = max(ack.all, ack.durable)
                idle = 0 if stored > durable else idle + 1
                if ack.handle != state.handle or stored > log.head_sequence or idle > MOST_IDLE_ACKS:
                    raise ProtocolError("an acknowledgement of what was not sent")
                if stored <= durable and not ack.quarantined:
                    continue
                durable = max(durable, stored)
                with self._transaction():
                    self._put(
                        durable=durable, receipt_log=log.id, receipt_sequence=stored,
                        receipt_token=ack.receipt_token.to_bytes(8), receipt_time_ms=_small(ack.receipt_time_ms),
                        receipt_boot=self._boot, receipt_monotonic_ms=_monotonic_ms())
                    self._tell(log.epoch, ack, quarantined)
        with self._transaction():
            self._put(durable=durable)
        return durable - state.durable, 0

    def _tell(self, epoch: int, ack: Any, quarantined: list[Quarantined]) -> None:
        for each in ack.quarantined:
            rows = self._database.execute(
                "SELECT number, offering FROM fact WHERE epoch = ? AND sequence BETWEEN ? AND ? ORDER BY sequence LIMIT ?",
                (epoch, min(each.sequence, facts.LIMIT), min(each.last or each.sequence, facts.LIMIT),
                 MOST_TOLD - len(quarantined)))
            quarantined += [Quarantined(number, offering, each.code, error_name(each.code)) for number, offering in rows]

    def _new_receipt(self, log: journal.Log) -> facts.Receipt | None:
        """The last receipt of this log, once."""
        if self._get("receipt_log") != log.id:
            return None
        receipt = facts.Receipt(
            self._get("receipt_sequence"), self._get("receipt_time_ms"), int.from_bytes(self._get("receipt_token")),
            self._get("receipt_boot"), self._get("receipt_monotonic_ms"))
        self._put(receipt_log=b"")
        return receipt

    def _begin_log(self, log: journal.Log, state: Any) -> None:
        """A log of a higher epoch that goes on from the last batch that both sides have; what lies behind it is
        recorded in it again."""
        head, sequence = log.head_hash, log.head_sequence
        if state.verdict == Verdict.VERDICT_FORK or state.durable < sequence:
            # What it has acknowledged it has, unless it has less now; then they have perhaps nothing in common.
            known = self._get("durable", 0)
            stored = known if known <= state.durable else 0
            both = next(self._batches(log.epoch, "AND last <= ? ORDER BY last DESC LIMIT 1", stored), None)
            head, sequence = (both.hash, both.last) if both else (log.origin, 0)
        with self._transaction():
            self._database.execute(
                "UPDATE fact SET epoch = NULL, sequence = NULL WHERE epoch = ? AND sequence > ?", (log.epoch, sequence))
            self._put(
                epoch=log.epoch + 1 + int.from_bytes(head[:4]), predecessor_log=log.id, predecessor_sequence=sequence,
                predecessor_hash=head, durable=0)

    # --- The scope of the base (section 4.4) ---

    def _pull(self, connection: Connection) -> int:
        for is_first in (True, False):
            with self._transaction():
                self._database.execute("DELETE FROM pulled")
                place = {"feed": self._get("feed", b""), "cursor": self._get("cursor", b"")} if is_first else {}
            items = connection.stream("Sync.Pull", **place)
            checkpoint, count = None, 0
            while part := list(islice(items, 500)):
                count += len(part)
                if checkpoint or count > MOST_ITEMS:
                    raise ProtocolError("more items than a base has")
                if part[-1].HasField("checkpoint"):
                    checkpoint = part.pop().checkpoint
                for item in part:
                    if item.kind in VALUES and not item.removed:
                        terminal.value(VALUES[item.kind], item.value)  # what can be read now can be read later
                with self._transaction():
                    self._database.executemany(
                        "INSERT OR REPLACE INTO pulled VALUES (?, ?, ?, ?)",
                        [(_small(item.kind), _small(item.id), _small(item.position), None if item.removed else item.value)
                         for item in part])
            if checkpoint is None:
                raise ProtocolError("a pull without a checkpoint")
            changed = self._apply(checkpoint)
            if changed is not None:
                return changed
        raise ProtocolError("what the server sends of its base does not add up")

    def _apply(self, checkpoint: Any) -> int | None:
        """Takes over what was pulled, if that is then what the checkpoint says; else changes nothing."""
        with self._lock, suppress(_Differs), self._transaction():
            changed = int(self._database.execute("SELECT count(*) FROM pulled").fetchone()[0])
            if checkpoint.snapshot:
                self._database.execute("DELETE FROM item")
            self._database.execute("DELETE FROM item WHERE (kind, id) IN (SELECT kind, id FROM pulled)")
            self._database.execute("INSERT INTO item SELECT * FROM pulled WHERE value IS NOT NULL")
            total = count = 0
            for kind, id, position in self._database.execute("SELECT kind, id, position FROM item"):
                count += 1
                total += int.from_bytes(crypto.scope_item(kind, id, position), "little")
            if (count, total % (1 << 128)) != (checkpoint.count, int.from_bytes(checkpoint.digest, "little")):
                raise _Differs
            self._put(feed=checkpoint.feed, cursor=checkpoint.cursor)
            self._database.execute("DELETE FROM pulled")
            self._rosters = None
            return changed
        return None

    def _items(self, kind: int) -> list[tuple[int, bytes]]:
        with self._lock:
            return self._database.execute("SELECT id, value FROM item WHERE kind = ? ORDER BY id", (kind,)).fetchall()

    def _known(self, offering: int) -> dict[str, Known]:
        if self._rosters is None:
            self._rosters = {}
            for _, data in self._items(ItemKind.ITEM_KIND_ROSTER_ENTRY):
                entry = terminal.value("RosterValue", data)
                if 0 < entry.person < facts.LIMIT and 0 < len(entry.number.encode()) <= MOST_BYTES:
                    known = (entry.person, _normal(entry.number), entry.encrypted_name)
                    self._rosters.setdefault(entry.offering, {})[known[1]] = known
        return self._rosters.get(offering, {})

    def _entry(self, offering: int, known: Known) -> RosterEntry:
        name = crypto.open_name(self._get("roster_key", b""), known[2], offering, known[0])
        return RosterEntry(known[0], known[1], name, "", "")

    def _read_pass(self, text: str, offering: int, now_ms: int) -> int:
        found = passes.Pass.read(text)
        if not found.genuine(self._get("site", b""), {SITE_KEY_ID: self._get("site_key", b"")}):
            raise ValueError("this pass is forged, or of another site")
        if found.offering != offering:
            raise ValueError(f"this pass is for offering {found.offering}")
        validity = found.validity(now_ms, PASS_TOLERANCE_MS)
        if validity != "valid":
            raise ValueError("this pass is not valid now")
        return found.person

    def _forget(self) -> None:
        with self._transaction():
            self._database.execute("DELETE FROM item")
            self._database.execute("DELETE FROM pulled")
            self._put(roster_key=b"", feed=b"", cursor=b"")
            self._rosters = None

    # --- State ---

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def _get(self, name: str, default: Any = None) -> Any:
        with self._lock:
            found = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return found[0] if found else default

    def _put(self, **values: Any) -> None:
        self._database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())

    def _count(self, which: str, *values: Any) -> int:
        return int(self._database.execute(f"SELECT count(*) FROM fact WHERE {which}", values).fetchone()[0])

    def _positions(self) -> list[Any]:
        """Where the server's own logs stood, as it last told: for the next hello."""
        return list(terminal.value("OpenReply", self._get("server_logs", b"")).server_logs)

    def _keep_positions(self, told: Iterable[Any]) -> None:
        kept = {each.log: each for each in self._positions()}
        for each in told:
            if each.log not in kept or each.sequence >= kept[each.log].sequence:
                kept[each.log] = each
        latest = sorted(kept.values(), key=lambda each: int(each.sequence))[-16:]
        with self._transaction():
            self._put(server_logs=message("OpenReply", server_logs=latest).SerializeToString())

    def _number_of_boot(self) -> int:
        """No two boots have the same number, even if the folder is restored from a backup or copied."""
        name = BOOT_NAME.read_text() if BOOT_NAME.exists() else secrets.token_hex(16)  # else every opening is a boot
        if self._get("boot_name") != name:
            self._put(boot_name=name, boot=self._get("boot", 0) + 1 + secrets.randbelow(1 << 28))
        return int(self._get("boot"))


class _Differs(Exception):
    """What was pulled is not what the checkpoint says."""


def _to_disk(folder: Path) -> None:
    """The folder's list of files, which the database's own writing leaves out."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _together(rows: list[Any]) -> Iterator[Any]:
    """The first rows that may stand in one batch."""
    _, _, _, _, _, _, boot, monotonic_ms, wall_ms, zone = rows[0]
    last_ms = monotonic_ms
    for row in rows:
        if (row[6], row[9]) != (boot, zone):
            return
        if zone is None:
            if row[7] < last_ms or abs(row[8] - wall_ms - row[7] + monotonic_ms) > CLOCK_MOVED_MS:
                return
            last_ms = row[7]
        yield row


def _normal(text: str) -> str:
    """A number as the server compares it: capitals, half width, no blanks around it."""
    number = unicodedata.normalize("NFKC", text).strip().upper()
    if not 0 < len(number.encode()) <= MOST_BYTES:
        raise ValueError(f"a number has 1 to {MOST_BYTES} bytes")
    return number


def _monotonic_ms() -> int:
    """Since the boot, sleep included where the system tells."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000


def _small(number: int) -> int:
    if number >= facts.LIMIT:
        raise ProtocolError(f"the number {number}")
    return number
