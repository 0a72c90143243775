"""A terminal of one's own: it enrols once, records to disk without a network, and syncs when it can (section 4)."""
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from . import crypto, facts, journal, passes, terminal
from .client import connect
from .connection import Connection
from .errors import Closed, ProtocolError, TerminalRevoked, refusal
from .messages import ErrorCode, Verdict, error_name, message
from .rows import EPOCH, RosterEntry
from .scope import Class, Scope, normal, small
from .store import Store

MOST_IN_BATCH = 500
CLOCK_MOVED_MS = 10_000  # a wall clock that moved so far against the monotonic one begins another batch
PASS_TOLERANCE_MS = 300_000
MOST_TOLD = 1_000
ROUNDS = 4  # of opening the log, until both sides agree
MOST_IDLE_ACKS = 1_000
SITE_KEY_ID = 1


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
        self._store = Store(Path(folder))
        self._scope = Scope(self._store)
        self._syncing = threading.Lock()
        self._key = crypto.SigningKey(self._store.get("seed"))

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- Enrolment ---

    @property
    def is_enrolled(self) -> bool:
        return bool(self._store.get("terminal"))

    def enrol(self, server: str, card: str, *, plain: bool = False) -> str:
        """Makes the device known to the site and gives the terminal's name. `card` is the text that
        `rollcall-admin terminals code` prints (RE1-…); it serves one terminal, for 15 minutes.

        `server` is HOST:PORT. The same call may be repeated where its answer was lost, and with a new card after a
        revocation. Raises ValueError for a mistyped card or one of another site, and EnrolmentRefused.
        """
        secret, pin = passes.read_enrolment_card(card)
        if not self._store.get("site", pin).startswith(pin):
            raise ValueError("this device belongs to another site")
        with connect(server, pin, plain) as connection:
            reply = terminal.enrol(connection, self._key, secret)
            with self._store.transaction():
                self._store.put(
                    site=connection.site, site_key=connection.welcome.site_key, server=server, plain=int(plain),
                    terminal=small(reply.terminal), epoch=self._store.get("epoch", 1))
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
        with self._store.transaction():
            if text.strip().upper().startswith("RP1-"):
                person = self._read_pass(text, offering, wall_ms)
                found = (each for each in self._scope.known(offering).values() if each[0] == person)
                known, method = next(found, (person, "", b"")), facts.BY_PASS
            else:
                known, method = self._scope.known(offering).get(normal(text), (0, normal(text), b"")), facts.BY_NUMBER
            self._store.change(
                "INSERT INTO fact (person, number, offering, course, method, boot, monotonic_ms, wall_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                known[0], known[1], offering, course, method, self._store.boot, _monotonic_ms(), wall_ms)
            return self._scope.entry(offering, known) if known[0] else None

    def add_punches(self, punches: Iterable[tuple[str, datetime]], offering: int, *, course: int = 0) -> int:
        """Records what an attendance clock noted: pairs of a number and an aware time, its own local time.

        All of them are on disk when it returns, or none. One that was recorded before is passed over, so that a file
        may be given again. Gives how many are new. Raises ValueError for a time without a zone and as `check_in` does.
        """
        new = 0
        with self._store.transaction():
            known = self._scope.known(offering)
            for text, at in punches:
                offset = at.utcoffset()
                if offset is None:
                    raise ValueError(f"{at} has no time zone")
                zone = int(offset.total_seconds()) // 60
                local_ms = (at - EPOCH) // timedelta(milliseconds=1) + zone * 60_000
                person, number, _ = known.get(normal(text), (0, normal(text), b""))
                new += self._store.change(
                    "INSERT OR IGNORE INTO fact (person, number, offering, course, method, wall_ms, zone_minutes)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)", person, number, offering, course, facts.BY_FILE, local_ms, zone)
        return new

    @property
    def pending(self) -> int:
        """Check-ins that are recorded here and that the server is not known to have on disk."""
        with self._store.lock:
            found = self._store.read(
                "SELECT count(*) FROM fact WHERE sequence IS NULL OR epoch = ? AND sequence > ?",
                self._store.get("epoch", 1), self._store.get("durable", 0))
        return int(found[0][0])

    # --- What the terminal knows of its base ---

    def classes(self) -> list[Class]:
        """The offerings of the base, as of the last sync."""
        return self._scope.classes()

    def roster(self, offering: int) -> list[RosterEntry]:
        """The people of an offering, as of the last sync; their units and titles are not told to terminals."""
        with self._store.lock:
            return [self._scope.entry(offering, known) for known in self._scope.known(offering).values()]

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
                    self._store.get("server"), self._store.get("site"), bool(self._store.get("plain")), server_logs=self._positions(),
            ) as connection:
                reply = terminal.authenticate(connection, self._key)
                self._scope.keep_key(reply.roster_key)
                sent, quarantined = self._hand_over(connection)
                return Synced(sent, self.pending, tuple(quarantined), self._scope.pull(connection))
        except (TerminalRevoked, Closed) as error:
            if error.code != ErrorCode.ERROR_CODE_TERMINAL_REVOKED:
                raise
            self._scope.forget()
            raise TerminalRevoked(error.code) from error

    def _hand_over(self, connection: Connection) -> tuple[int, list[Quarantined]]:
        quarantined: list[Quarantined] = []
        sent = 0
        for _ in range(ROUNDS):
            log = self._seal()
            state = terminal.open_log(connection, log, self._store.boot, _monotonic_ms(), self._keep_positions)
            small(state.durable)
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
        log = self._log()
        while True:
            with self._store.transaction():  # one a batch: nobody who checks in waits for all of them
                waiting = self._store.read(
                    "SELECT id, person, number, offering, course, method, boot, monotonic_ms, wall_ms, zone_minutes"
                    " FROM fact WHERE sequence IS NULL ORDER BY id LIMIT ?", MOST_IN_BATCH)
                if not waiting:
                    return log
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
                self._store.change(
                    "INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?)",
                    log.epoch, batch.first, batch.last, batch.body, batch.signature, batch.hash)
                self._store.change_many(
                    "UPDATE fact SET epoch = ?, sequence = ? WHERE id = ?",
                    [(log.epoch, batch.first + at, row[0]) for at, row in enumerate(together)])

    def _log(self) -> journal.Log:
        predecessor = self._store.get("predecessor_log")
        log = journal.Log(self._store.get("site"), self._key, self._store.get("epoch"), (
            predecessor, self._store.get("predecessor_sequence"), self._store.get("predecessor_hash")) if predecessor else None)
        log.batches = list(self._batches(log.epoch, "ORDER BY first DESC LIMIT 1"))
        return log

    def _batches(self, epoch: int, which: str, *values: Any) -> Iterator[journal.SealedBatch]:
        columns = "SELECT body, signature, hash, first, last FROM batch WHERE epoch = ?"
        return (journal.SealedBatch(*row) for row in self._store.read(f"{columns} {which}", epoch, *values))

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
                with self._store.transaction():
                    self._store.put(
                        durable=durable, receipt_log=log.id, receipt_sequence=stored,
                        receipt_token=ack.receipt_token.to_bytes(8), receipt_time_ms=small(ack.receipt_time_ms),
                        receipt_boot=self._store.boot, receipt_monotonic_ms=_monotonic_ms())
                    self._tell(log.epoch, ack, quarantined)
        with self._store.transaction():
            self._store.put(durable=durable)
        return durable - state.durable, 0

    def _tell(self, epoch: int, ack: Any, quarantined: list[Quarantined]) -> None:
        for each in ack.quarantined:
            rows = self._store.read(
                "SELECT number, offering FROM fact WHERE epoch = ? AND sequence BETWEEN ? AND ? ORDER BY sequence LIMIT ?",
                epoch, min(each.sequence, facts.LIMIT), min(each.last or each.sequence, facts.LIMIT),
                MOST_TOLD - len(quarantined))
            quarantined += [Quarantined(number, offering, each.code, error_name(each.code)) for number, offering in rows]

    def _new_receipt(self, log: journal.Log) -> facts.Receipt | None:
        """The last receipt of this log, once."""
        if self._store.get("receipt_log") != log.id:
            return None
        receipt = facts.Receipt(
            self._store.get("receipt_sequence"), self._store.get("receipt_time_ms"), int.from_bytes(self._store.get("receipt_token")),
            self._store.get("receipt_boot"), self._store.get("receipt_monotonic_ms"))
        self._store.put(receipt_log=b"")
        return receipt

    def _begin_log(self, log: journal.Log, state: Any) -> None:
        """A log of a higher epoch that goes on from the last batch that both sides have; what lies behind it is
        recorded in it again."""
        head, sequence = log.head_hash, log.head_sequence
        if state.verdict == Verdict.VERDICT_FORK or state.durable < sequence:
            # What it has acknowledged it has, unless it has less now; then they have perhaps nothing in common.
            known = self._store.get("durable", 0)
            stored = known if known <= state.durable else 0
            both = next(self._batches(log.epoch, "AND last <= ? ORDER BY last DESC LIMIT 1", stored), None)
            head, sequence = (both.hash, both.last) if both else (log.origin, 0)
        with self._store.transaction():
            self._store.change(
                "UPDATE fact SET epoch = NULL, sequence = NULL WHERE epoch = ? AND sequence > ?", log.epoch, sequence)
            self._store.put(
                epoch=log.epoch + 1 + int.from_bytes(head[:4]), predecessor_log=log.id, predecessor_sequence=sequence,
                predecessor_hash=head, durable=0)

    def _read_pass(self, text: str, offering: int, now_ms: int) -> int:
        found = passes.Pass.read(text)
        if not found.genuine(self._store.get("site", b""), {SITE_KEY_ID: self._store.get("site_key", b"")}):
            raise ValueError("this pass is forged, or of another site")
        if found.offering != offering:
            raise ValueError(f"this pass is for offering {found.offering}")
        validity = found.validity(now_ms, PASS_TOLERANCE_MS)
        if validity != "valid":
            raise ValueError("this pass is not valid now")
        return found.person

    def _positions(self) -> list[Any]:
        """Where the server's own logs stood, as it last told: for the next hello."""
        return list(terminal.value("OpenReply", self._store.get("server_logs", b"")).server_logs)

    def _keep_positions(self, told: Iterable[Any]) -> None:
        kept = {each.log: each for each in self._positions()}
        for each in told:
            is_newer = each.log not in kept or each.sequence >= kept[each.log].sequence
            if is_newer and (len(each.log), len(each.head_hash)) == (16, 32):
                kept[each.log] = each
        latest = sorted(kept.values(), key=lambda each: int(each.sequence))[-16:]
        with self._store.transaction():
            self._store.put(server_logs=message("OpenReply", server_logs=latest).SerializeToString())


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


def _monotonic_ms() -> int:
    """Since the boot, sleep included where the system tells."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000
