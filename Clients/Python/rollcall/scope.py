"""What a terminal knows of its base: offerings and rosters, pulled and verified (section 4.4)."""
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from . import crypto, facts, terminal
from .connection import Connection
from .errors import ProtocolError
from .messages import ItemKind
from .rows import RosterEntry, day
from .store import Store

MOST_ITEMS = 4_000_000  # of a pull
MOST_BYTES = 256  # of a number
VALUES = {ItemKind.ITEM_KIND_OFFERING: "OfferingValue", ItemKind.ITEM_KIND_ROSTER_ENTRY: "RosterValue"}
Known = tuple[int, str, bytes]  # of a roster: person, number, encrypted name


@dataclass(frozen=True)
class Class:
    """An offering of the terminal's base, as the terminal keeps it."""
    id: int
    title: str
    time_zone: str  # an IANA name
    days: tuple[date, ...]


class Scope:
    """The items of the base in a terminal's store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rosters: dict[int, dict[str, Known]] | None = None

    def classes(self) -> list[Class]:
        found = []
        for id, value in self._items(ItemKind.ITEM_KIND_OFFERING):
            offering = terminal.value("OfferingValue", value)
            days = tuple(day(each.day) for each in offering.days)
            found.append(Class(id, offering.title, offering.time_zone, days))
        return found

    def keep_key(self, roster_key: bytes) -> None:
        if self._store.get("roster_key") != roster_key:
            with self._store.transaction():
                self._store.put(roster_key=roster_key)

    def pull(self, connection: Connection) -> int:
        """Takes what has changed and gives how many things that are; what does not add up is pulled afresh, once."""
        for is_first in (True, False):
            with self._store.transaction():
                self._store.change("DELETE FROM pulled")
                place = {"feed": self._store.get("feed", b""), "cursor": self._store.get("cursor", b"")} if is_first else {}
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
                with self._store.transaction():
                    self._store.change_many(
                        "INSERT OR REPLACE INTO pulled VALUES (?, ?, ?, ?)",
                        [(small(item.kind), small(item.id), small(item.position), None if item.removed else item.value)
                         for item in part])
            if checkpoint is None:
                raise ProtocolError("a pull without a checkpoint")
            changed = self._apply(checkpoint)
            if changed is not None:
                return changed
        raise ProtocolError("what the server sends of its base does not add up")

    def _apply(self, checkpoint: Any) -> int | None:
        """Takes over what was pulled, if that is then what the checkpoint says; else changes nothing."""
        with suppress(_Differs), self._store.transaction():
            changed = int(self._store.read("SELECT count(*) FROM pulled")[0][0])
            if checkpoint.snapshot:
                self._store.change("DELETE FROM item")
            self._store.change("DELETE FROM item WHERE (kind, id) IN (SELECT kind, id FROM pulled)")
            self._store.change("INSERT INTO item SELECT * FROM pulled WHERE value IS NOT NULL")
            total = count = 0
            for kind, id, position in self._store.read("SELECT kind, id, position FROM item"):
                count += 1
                total += int.from_bytes(crypto.scope_item(kind, id, position), "little")
            if (count, total % (1 << 128)) != (checkpoint.count, int.from_bytes(checkpoint.digest, "little")):
                raise _Differs
            self._store.put(feed=checkpoint.feed, cursor=checkpoint.cursor)
            self._store.change("DELETE FROM pulled")
            self._rosters = None
            return changed
        return None

    def _items(self, kind: int) -> list[tuple[int, bytes]]:
        return self._store.read("SELECT id, value FROM item WHERE kind = ? ORDER BY id", kind)

    def known(self, offering: int) -> dict[str, Known]:
        """The people of an offering by their numbers."""
        with self._store.lock:
            if self._rosters is None:
                self._rosters = {}
                for _, data in self._items(ItemKind.ITEM_KIND_ROSTER_ENTRY):
                    entry = terminal.value("RosterValue", data)
                    with suppress(ValueError, ProtocolError):  # an entry by which nobody can be found
                        known = (small(entry.person), normal(entry.number), entry.encrypted_name)
                        self._rosters.setdefault(entry.offering, {})[known[1]] = known
            return self._rosters.get(offering, {})

    def entry(self, offering: int, known: Known) -> RosterEntry:
        name = crypto.open_name(self._store.get("roster_key", b""), known[2], offering, known[0])
        return RosterEntry(known[0], known[1], name, "", "")

    def forget(self) -> None:
        """Erases rosters and what opens them."""
        with self._store.transaction():
            self._store.change("DELETE FROM item")
            self._store.change("DELETE FROM pulled")
            self._store.put(roster_key=b"", feed=b"", cursor=b"")
            self._rosters = None


def normal(text: str) -> str:
    """A number as the server compares it: capitals, half width, no blanks around it."""
    number = unicodedata.normalize("NFKC", text).strip().upper()
    if not 0 < len(number.encode()) <= MOST_BYTES:
        raise ValueError(f"a number has 1 to {MOST_BYTES} bytes")
    return number


class _Differs(Exception):
    """What was pulled is not what the checkpoint says."""


def small(number: int) -> int:
    if number >= facts.LIMIT:
        raise ProtocolError(f"the number {number}")
    return number
