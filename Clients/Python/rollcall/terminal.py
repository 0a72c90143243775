"""What a terminal does on a connection: it enrols once, authenticates, and hands over its log."""
import time
from typing import Any

from . import crypto
from .connection import Connection
from .journal import Log
from .messages import Verdict, message


def enrol(server: Connection, key: crypto.SigningKey, secret: bytes) -> Any:
    """Makes the device known under its key. `secret` is the enrolment code's; the same key may try again."""
    proof = key.sign(crypto.ENROLMENT_PROOF, *server.proof_parts(), secret)
    return server.call("Terminals.Enrol", secret=secret, device_key=key.public, proof=proof)


def authenticate(server: Connection, key: crypto.SigningKey) -> Any:
    proof = key.sign(crypto.TERMINAL_AUTHENTICATION, *server.proof_parts())
    reply = server.call("Terminals.Authenticate", device_key=key.public, proof=proof)
    server.authenticated()
    return reply


def open_log(server: Connection, log: Log, boot: int, monotonic_ms: int) -> Any:
    """Tells the server how far the log is here, and learns how far it is there and what to do (`verdict`)."""
    claim = message(
        "LogClaim", opening=log.opening.encode(), opening_signature=log.sign_opening(),
        head_sequence=log.head_sequence, head_hash=log.head_hash)
    reply = server.call(
        "Sync.Open", logs=[claim], boot=boot, monotonic_ms=monotonic_ms, wall_ms=time.time_ns() // 1_000_000)
    return reply.logs[0]


def push(server: Connection, log: Log, state: Any) -> list[Any]:
    """Sends what the server lacks. Of its acks only `durable` allows forgetting anything: see `durable`."""
    if state.verdict not in (Verdict.VERDICT_OK, Verdict.VERDICT_BEHIND):
        raise RuntimeError(f"the log cannot go on: {Verdict.Name(state.verdict)}")
    lacking = [batch for batch in log.batches if batch.first > state.durable]
    items = (message("PushBatch", handle=state.handle, body=each.body, signature=each.signature) for each in lacking)
    acks: list[Any] = server.stream("Sync.Push", items)
    return acks


def durable(acks: list[Any], handle: int) -> int:
    """The last sequence of a log that the server has on disk, by these acks."""
    return max((max(ack.all, ack.durable) for ack in acks if ack.handle == handle), default=0)
