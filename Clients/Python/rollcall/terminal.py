"""What a terminal says on a connection: it enrols once, authenticates, and hands over its log.

`rollcall.device` keeps a terminal on disk by these; a device that keeps its records otherwise calls them itself.
"""
import time
from collections.abc import Callable, Generator, Iterable
from typing import Any

from google.protobuf.message import DecodeError as MessageError

from . import crypto
from .connection import Connection
from .errors import ProtocolError
from .journal import Log, SealedBatch
from .messages import TYPES, message


def enrol(server: Connection, key: crypto.SigningKey, secret: bytes) -> Any:
    """Makes the device known under its key. `secret` is the enrolment code's; the same key may try again."""
    proof = key.sign(crypto.ENROLMENT_PROOF, *server.proof_parts(), secret)
    return server.call("Terminals.Enrol", secret=secret, device_key=key.public, proof=proof)


def authenticate(server: Connection, key: crypto.SigningKey) -> Any:
    proof = key.sign(crypto.TERMINAL_AUTHENTICATION, *server.proof_parts())
    reply = server.call("Terminals.Authenticate", device_key=key.public, proof=proof)
    server.authenticated()
    return reply


def open_log(
    server: Connection, log: Log, boot: int, monotonic_ms: int, keep: Callable[[Iterable[Any]], None] | None = None
) -> Any:
    """Tells the server how far the log is here, and learns how far it is there and what to do (`verdict`). `keep` gets
    where the server's own logs stand, for the next hello."""
    claim = message(
        "LogClaim", opening=log.opening.encode(), opening_signature=log.sign_opening(),
        head_sequence=log.head_sequence, head_hash=log.head_hash)
    reply = server.call(
        "Sync.Open", logs=[claim], boot=boot, monotonic_ms=monotonic_ms, wall_ms=time.time_ns() // 1_000_000)
    if len(reply.logs) != 1:
        raise ProtocolError(f"{len(reply.logs)} answers to one log")
    if keep:
        keep(reply.server_logs)
    return reply.logs[0]


def push(server: Connection, handle: int, batches: Iterable[SealedBatch]) -> Generator[Any, None, None]:
    """Sends batches of an opened log and gives the acks. Only what they call durable may ever be forgotten."""
    items = (message("PushBatch", handle=handle, body=each.body, signature=each.signature) for each in batches)
    yield from server.stream("Sync.Push", items=items)


def durable(acks: Iterable[Any], handle: int) -> int:
    """The last sequence of a log that the server has on disk, by these acks."""
    return max((max(ack.all, ack.durable) for ack in acks if ack.handle == handle), default=0)


def value(name: str, data: bytes) -> Any:
    """The value of a scope's item."""
    try:
        return TYPES[name].FromString(data)
    except MessageError as error:
        raise ProtocolError(f"bytes that are no {name}") from error
