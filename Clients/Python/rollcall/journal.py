"""A terminal's log: its opening, its signed batches and its closing (sections 4.1 and 4.2 of the specification).

What is sealed lives in memory here. A terminal stores a batch on disk before it first sends it: a device that sends
a batch, forgets it and seals another in its place has forked its own log.
"""
from collections.abc import Sequence
from dataclasses import dataclass

from . import crypto, facts
from .encoding import Reader, require, uv

ROTATED, REVOKED, REPLACED = 1, 2, 3


@dataclass(frozen=True)
class Opening:
    device_key: bytes
    epoch: int
    predecessor: tuple[bytes, int, bytes] | None = None  # log id, final sequence, head hash

    def encode(self) -> bytes:
        before = b"\0"
        if self.predecessor:
            log, sequence, head = self.predecessor
            before = b"\x01" + log + uv(sequence) + head
        return b"\x01\x01" + self.device_key + uv(self.epoch) + before

    @staticmethod
    def decode(data: bytes) -> "Opening":
        reader = Reader(data)
        require(reader.take(2) == b"\x01\x01", "layout or algorithm")
        key, epoch, has_predecessor = reader.take(32), reader.uv(), reader.u8()
        require(has_predecessor <= 1, "flag")
        before = (reader.take(16), reader.uv(), reader.take(32)) if has_predecessor else None
        reader.finish()
        return Opening(key, epoch, before)

    def origin(self, site: bytes) -> bytes:
        """What stands for the hash before the first batch; its first 16 bytes are the log's id."""
        return crypto.digest(crypto.LOG_ID, site, self.encode())


@dataclass(frozen=True)
class SealedBatch:
    body: bytes
    signature: bytes
    hash: bytes
    first: int
    last: int


class Log:
    """One device key in one epoch, at one site."""

    def __init__(
        self, site: bytes, key: crypto.SigningKey, epoch: int = 1, predecessor: tuple[bytes, int, bytes] | None = None
    ) -> None:
        self.site, self.epoch, self.key = site, epoch, key
        self.opening = Opening(key.public, epoch, predecessor)
        self.origin = self.opening.origin(site)
        self.id: bytes = self.origin[:16]
        self.batches: list[SealedBatch] = []

    @property
    def head_sequence(self) -> int:
        return self.batches[-1].last if self.batches else 0

    @property
    def head_hash(self) -> bytes:
        return self.batches[-1].hash if self.batches else self.origin

    def sign_opening(self) -> bytes:
        return self.key.sign(crypto.LOG_OPENING, self.site, self.opening.encode())

    def append(self, header: facts.Header, recorded: Sequence[facts.Fact]) -> SealedBatch:
        """Seals facts as the next batch."""
        first = self.head_sequence + 1
        body = facts.encode(facts.Batch(header, first, tuple(recorded)))
        parts = (self.site, self.id, self.head_hash, body)
        signature, digest = self.key.sign(crypto.BATCH, *parts), crypto.digest(crypto.BATCH, *parts)
        self.batches.append(SealedBatch(body, signature, digest, first, first + len(recorded) - 1))
        return self.batches[-1]

    def close(self, reason: int) -> tuple[bytes, bytes]:
        """Closes the log: the record and its signature."""
        record = b"\x01" + self.id + uv(self.head_sequence) + self.head_hash + bytes([reason])
        return record, self.key.sign(crypto.LOG_CLOSING, self.site, record)


def verify_batch(site: bytes, opening: Opening, previous: bytes, body: bytes, signature: bytes) -> bytes:
    """The hash of a batch that goes on from `previous`; raises DecodeError if the device did not sign it."""
    parts = (site, opening.origin(site)[:16], previous, body)
    require(crypto.verify(opening.device_key, signature, crypto.BATCH, *parts), "signature")
    return crypto.digest(crypto.BATCH, *parts)
