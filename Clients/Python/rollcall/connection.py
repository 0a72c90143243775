"""A connection: transport, frames, handshake and calls (sections 1 to 3 of the specification).

Blocking and one call at a time, for clarity; the protocol itself allows 256 calls under way at once.
"""
import ipaddress
import socket
import struct
import time
from collections.abc import Iterable
from typing import Any, Protocol

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from OpenSSL import SSL

from . import crypto
from .encoding import uv
from .messages import METHODS, Method, Role, error_name, error_rule, message, new_key

PREFACE = bytes.fromhex("f28ed3c19a0e1b01")
HELLO, WELCOME, CALL, REPLY, ERROR, ITEM, CANCEL, CREDIT, PING, PONG, EVENT, GOODBYE = range(1, 13)
END, MORE, DEFLATED = 0x20, 0x40, 0x80
FLAGS = {CALL: END | MORE, REPLY: END | MORE, ITEM: END | MORE, ERROR: END}
OF_THE_CONNECTION = {HELLO, WELCOME, PING, PONG, EVENT, GOODBYE}
FIRST_IGNORABLE = 24
BEFORE_WELCOME, LARGEST = 4 << 10, 1 << 20
STREAM_CREDIT = 256 << 10
VERSION = 1


class ProtocolError(Exception):
    """The other side does not keep to the protocol, or is not who it should be. The connection is of no more use."""


class CallError(Exception):
    """The server refused one call; the connection goes on."""

    def __init__(self, error: Any) -> None:
        self.code: int = error.code
        self.name: str = error.name or error_name(error.code)
        self.field: str = error.field
        self.retryable: bool = error.retryable
        self.retry_after_ms: int = error.retry_after_ms
        super().__init__(f"{self.name}: {error.text or error_rule(error.code).en}")


class Closed(Exception):
    """The server has said goodbye, or the transport has ended."""


class Transport(Protocol):
    """Bytes both ways, and what TLS adds: nothing on a plain transport."""
    exporter: bytes  # 32 bytes that only this connection's two ends know; zeros on a plain transport
    peer_key: bytes  # the server's SubjectPublicKeyInfo; empty on a plain transport

    def send(self, data: bytes) -> None: ...
    def receive(self) -> bytes: ...  # empty at the end
    def close(self) -> None: ...


class PlainTransport:
    """Without TLS: for a server on this machine only."""
    exporter, peer_key = bytes(32), b""

    def __init__(self, address: str, port: int, timeout_s: float = 30) -> None:
        if not ipaddress.ip_address(address).is_loopback:
            raise ValueError("a plain connection is for loopback only")
        self._socket = socket.create_connection((address, port), timeout_s)

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def receive(self) -> bytes:
        return self._socket.recv(1 << 16)

    def close(self) -> None:
        self._socket.close()


class TlsTransport:
    """TLS 1.3. Whom it ends at is checked by `Connection`: the pinned site must have signed the key presented here.

    pyOpenSSL and not Python's own ssl, which has no exporter, and a terminal's proof is over one.
    """

    def __init__(self, address: str, port: int, timeout_s: float = 30) -> None:
        context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        context.set_min_proto_version(SSL.TLS1_3_VERSION)
        context.set_alpn_protos([b"rollcall/1"])
        connected = socket.create_connection((address, port), timeout_s)
        connected.settimeout(None)  # pyOpenSSL wants a blocking socket: the system keeps the time
        limit = struct.pack("@ll", int(timeout_s), 0)
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        self._tls = SSL.Connection(context, connected)
        self._tls.set_connect_state()
        try:
            self._tls.do_handshake()
            certificate = self._tls.get_peer_certificate(as_cryptography=True)
            if certificate is None or self._tls.get_alpn_proto_negotiated() != b"rollcall/1":
                raise ProtocolError("the server does not speak rollcall/1")
        except Exception:
            connected.close()
            raise
        self.peer_key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.exporter = self._tls.export_keying_material(b"EXPORTER-rollcall-auth", 32)

    def send(self, data: bytes) -> None:
        self._tls.sendall(data)

    def receive(self) -> bytes:
        try:
            return self._tls.recv(1 << 16)
        except (SSL.ZeroReturnError, SSL.SysCallError):
            return b""
        except SSL.WantReadError:
            raise TimeoutError("no answer in time") from None

    def close(self) -> None:
        self._tls.close()


def encode_frame(kind: int, payload: bytes = b"", *, flags: int = 0, stream: int = 0) -> bytes:
    return struct.pack("<II", len(payload) | (kind | flags) << 24, stream) + payload


def decode_header(header: bytes, limit: int) -> tuple[int, int, int, int]:
    """Length, kind, flags and stream of 8 bytes. Kinds from 24 up may be ignored; all else must be in order."""
    bits, stream = struct.unpack("<II", header)
    length, kind, flags = bits & 0xFFFFFF, bits >> 24 & 0x1F, bits >> 24 & 0xE0
    if length > limit:
        raise ProtocolError(f"a frame of {length} bytes where {limit} are accepted")
    if kind < FIRST_IGNORABLE:
        if not HELLO <= kind <= GOODBYE:
            raise ProtocolError(f"frame kind {kind} is unknown")
        if flags & ~FLAGS.get(kind, 0) or flags == END | MORE:
            raise ProtocolError(f"flags {flags:#x} on frame kind {kind}")
        if (kind in OF_THE_CONNECTION) != (stream == 0):
            raise ProtocolError(f"frame kind {kind} on stream {stream}")
    return length, kind, flags, stream


class Connection:
    """A connection to a server whose site is known by `pin`: the site id, or its first 16 bytes, the fingerprint."""

    def __init__(self, transport: Transport, pin: bytes, agent: str = "rollcall-python/1") -> None:
        self._transport = transport
        self._received = bytearray()
        self._limit = BEFORE_WELCOME
        self._accepted = BEFORE_WELCOME  # what the server accepts until it knows who calls
        self._stream = -1
        try:
            self._greet(pin, agent)
        except Exception:
            transport.close()
            raise

    def _greet(self, pin: bytes, agent: str) -> None:
        versions = message("VersionRange", lowest=VERSION, highest=VERSION)
        hello = message("Hello", versions=versions, agent=agent)
        self._send(PREFACE + encode_frame(HELLO, hello.SerializeToString()))
        if self._take(len(PREFACE)) != PREFACE:
            raise ProtocolError("not a Rollcall server")
        kind, _, _, payload = self._frame()
        if kind != WELCOME:
            self._serve(kind, payload)  # a goodbye says why
            raise ProtocolError("no welcome")
        self.welcome = message("Welcome")
        self.welcome.ParseFromString(payload)
        self._check_site(pin)
        self._limit = LARGEST

    def _check_site(self, pin: bytes) -> None:
        welcome = self.welcome
        self.site: bytes = welcome.site
        if welcome.version != VERSION or len(welcome.challenge) != 32:
            raise ProtocolError("the welcome is not in order")
        if len(pin) < 16 or not self.site.startswith(pin):
            raise ProtocolError("another site than the one pinned")
        if crypto.digest(crypto.SITE, welcome.site_key) != self.site:
            raise ProtocolError("the site's id is not that of its key")
        # On a plain transport there is no TLS key to sign: it never leaves this machine.
        key = self._transport.peer_key
        if key and not crypto.verify(welcome.site_key, welcome.tls_key_signature, crypto.TLS_KEY, key):
            raise ProtocolError("the site did not sign this server's TLS key")

    def proof_parts(self) -> list[bytes]:
        """What a terminal's proof is over: it holds for this connection only."""
        versions = bytes([VERSION, VERSION, self.welcome.version])
        return [self.site, self._transport.exporter, self.welcome.challenge, versions]

    def authenticated(self) -> None:
        """The server knows who calls from here on and accepts messages of the full size."""
        self._accepted = LARGEST

    def login(self, name: str, password: str) -> Any:
        reply = self.call("Accounts.Login", name=name, password=password)
        self.authenticated()
        return reply

    def call(self, name: str, /, **fields: Any) -> Any:
        """One request, one reply. Raises CallError when the server refuses it.

        Call options may stand among the fields: `key` (the same again repeats a call whose reply was lost),
        `deadline_ms` and `acting_role`.
        """
        stream = self._begin(name, fields)
        reply = METHODS[name].reply()
        reply.ParseFromString(self._message(stream)[1])
        return reply

    def stream(self, name: str, items: Iterable[Any] = (), /, **fields: Any) -> Any:
        """A call with items of the caller, of the server, or of both. Answers the server's items, or its one reply."""
        method, credit = METHODS[name], STREAM_CREDIT
        answers: list[bytes] = []
        stream = self._begin(name, fields)
        if method.item is not None:
            for item in items:
                data = item.SerializeToString()
                if len(data) > min(self._accepted, STREAM_CREDIT):
                    raise ValueError("an item larger than the server accepts")
                while credit < len(data):
                    kind, payload = self._message(stream)
                    if kind == REPLY:
                        return self._answers(method, answers, payload)
                    if kind == CREDIT:
                        credit += _parsed("Credit", payload).bytes
                    else:
                        answers.append(payload)
                credit -= len(data)
                self._send(encode_frame(ITEM, data, stream=stream))
            self._send(encode_frame(ITEM, flags=END, stream=stream))
        while True:
            kind, payload = self._message(stream)
            if kind == REPLY:
                return self._answers(method, answers, payload)
            if kind == ITEM:
                answers.append(payload)

    def _answers(self, method: Method, items: list[bytes], reply: bytes) -> Any:
        if method.streams:
            return [method.reply.FromString(item) for item in items]
        return method.reply.FromString(reply)

    def _begin(self, name: str, fields: dict[str, Any]) -> int:
        method = METHODS[name]
        now_ms = time.time_ns() // 1_000_000
        key = fields.pop("key", None) or (new_key(now_ms) if method.needs_key else b"")
        options = message(
            "CallOptions", idempotency_key=key, deadline_ms=fields.pop("deadline_ms", 0),
            acting_role=fields.pop("acting_role", Role.ROLE_UNSPECIFIED)).SerializeToString()
        request = method.request(**fields).SerializeToString()
        payload = struct.pack("<H", method.number) + uv(len(options)) + options + request
        if len(payload) > self._accepted:
            raise ValueError(f"a request of {len(payload)} bytes where {self._accepted} are accepted")
        self._stream += 2
        self._send(encode_frame(CALL, payload, flags=0 if method.item else END, stream=self._stream))
        return self._stream

    def _message(self, stream: int) -> tuple[int, bytes]:
        """The next whole message of this stream: a reply, an item, or credit. Raises CallError for an error."""
        whole = b""
        while True:
            kind, flags, of, payload = self._frame()
            if kind in OF_THE_CONNECTION:
                self._serve(kind, payload)
                continue
            if of != stream:
                if kind == CREDIT and of < stream:
                    continue  # sent before the end of that stream was seen
                raise ProtocolError(f"stream {of} is not under way")
            if kind == ERROR:
                raise CallError(_parsed("Failure", payload))
            if kind == CREDIT:
                return kind, payload
            if kind == ITEM:  # taken at once: give the same credit back
                self._send(encode_frame(CREDIT, message("Credit", bytes=len(payload)).SerializeToString(), stream=of))
            whole += payload
            if len(whole) > LARGEST:
                raise ProtocolError("a message larger than accepted")
            if not flags & MORE:
                return kind, whole

    def _serve(self, kind: int, payload: bytes) -> None:
        if kind == PING:
            pong = message("Pong", nonce=_parsed("Ping", payload).nonce)
            self._send(encode_frame(PONG, pong.SerializeToString()))
        elif kind == GOODBYE:
            goodbye = _parsed("Goodbye", payload)
            if goodbye.code:  # without a code, calls under way are still answered
                raise Closed(f"{error_name(goodbye.code)}: {goodbye.text}")
        elif kind not in (PONG, EVENT):
            raise ProtocolError(f"frame kind {kind} is not allowed here")

    def _frame(self) -> tuple[int, int, int, bytes]:
        while True:
            length, kind, flags, stream = decode_header(self._take(8), self._limit)
            payload = self._take(length)
            if kind < FIRST_IGNORABLE:
                return kind, flags, stream, payload

    def _take(self, count: int) -> bytes:
        while len(self._received) < count:
            more = self._transport.receive()
            if not more:
                raise Closed("the server has closed the connection")
            self._received += more
        taken = bytes(self._received[:count])
        del self._received[:count]
        return taken

    def _send(self, data: bytes) -> None:
        self._transport.send(data)

    def close(self) -> None:
        try:
            self._send(encode_frame(GOODBYE, message("Goodbye").SerializeToString()))
        except OSError:
            pass  # the other side was faster
        self._transport.close()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _parsed(name: str, payload: bytes) -> Any:
    parsed = message(name)
    parsed.ParseFromString(payload)
    return parsed
