"""A connection: transport, frames, handshake and calls (sections 1 to 3 of the specification).

Blocking and one call at a time, for clarity; the protocol itself allows 256 calls under way at once. What a server
sends is bounded in memory (a message is at most 1 MiB) and in time (`timeout_s` for each message waited for).
"""
import ipaddress
import select
import socket
import struct
import time
import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.protobuf.message import DecodeError as MessageError
from OpenSSL import SSL

from . import crypto
from .encoding import DecodeError, Reader, uv
from .errors import Closed, CallError, ProtocolError, RollcallError, refusal
from .messages import METHODS, TYPES, Method, error_name, message, new_key

PREFACE = bytes.fromhex("f28ed3c19a0e1b01")
HELLO, WELCOME, CALL, REPLY, ERROR, ITEM, CANCEL, CREDIT, PING, PONG, EVENT, GOODBYE, DEFLATED = range(1, 14)
END, MORE = 0x20, 0x40
FLAGS = {CALL: END | MORE, REPLY: END | MORE, ITEM: END | MORE, ERROR: END}
OF_THE_CONNECTION = {HELLO, WELCOME, PING, PONG, EVENT, GOODBYE}
FIRST_IGNORABLE = 24
BEFORE_WELCOME, LARGEST = 4 << 10, 1 << 20
STREAM_CREDIT = 256 << 10
VERSION = 1
DEFLATE = 1  # the bit of `features`
MOST_RATIO = 64  # how many times its bytes a deflated frame may announce
WORTH_DEFLATING = 1 << 10
T = TypeVar("T")


class Transport(Protocol):
    """Bytes both ways, and what TLS adds: nothing on a plain transport."""
    exporter: bytes  # 32 bytes that only this connection's two ends know; zeros on a plain transport
    peer_key: bytes  # the server's SubjectPublicKeyInfo; empty on a plain transport
    deadline: float  # of `time.monotonic()`: sending and receiving raise Closed behind it

    def send(self, data: bytes) -> None: ...
    def receive(self) -> bytes: ...  # empty at the end
    def close(self) -> None: ...


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise Closed("no answer in time")
    return left


def _connect(address: str, port: int, timeout_s: float) -> socket.socket:
    try:
        return socket.create_connection((address, port), timeout_s)
    except OSError as error:
        raise Closed(f"{address}:{port}: {error}") from error


class PlainTransport:
    """Without TLS: for a server on this machine only."""
    exporter, peer_key = bytes(32), b""

    def __init__(self, address: str, port: int, timeout_s: float = 30) -> None:
        if not ipaddress.ip_address(address).is_loopback:
            raise ValueError("a plain connection is for loopback only")
        self.deadline = time.monotonic() + timeout_s
        self._socket = _connect(address, port, timeout_s)

    def send(self, data: bytes) -> None:
        self._within(lambda: self._socket.sendall(data))

    def receive(self) -> bytes:
        return self._within(lambda: self._socket.recv(1 << 16))

    def _within(self, act: Callable[[], T]) -> T:
        self._socket.settimeout(_left(self.deadline))
        try:
            return act()
        except TimeoutError:
            raise Closed("no answer in time") from None
        except OSError as error:
            raise Closed(str(error)) from error

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
        self.deadline = time.monotonic() + timeout_s
        self._socket = _connect(address, port, timeout_s)
        self._socket.setblocking(False)
        self._tls = SSL.Connection(context, self._socket)
        self._tls.set_connect_state()
        try:
            self._within(self._tls.do_handshake)
            certificate = self._tls.get_peer_certificate(as_cryptography=True)
            if certificate is None or self._tls.get_alpn_proto_negotiated() != b"rollcall/1":
                raise ProtocolError("the server does not speak rollcall/1")
            key = certificate.public_key()
            self.peer_key: bytes = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
            self.exporter: bytes = self._tls.export_keying_material(b"EXPORTER-rollcall-auth", 32)
        except Exception:
            self._socket.close()
            raise

    def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[self._within(lambda: self._tls.send(view[:1 << 16].tobytes())):]

    def receive(self) -> bytes:
        return self._within(lambda: self._tls.recv(1 << 16))

    def _within(self, act: Callable[[], T]) -> T:
        while True:
            left = _left(self.deadline)
            try:
                return act()
            except SSL.WantReadError:
                select.select([self._socket], [], [], left)
            except SSL.WantWriteError:
                select.select([], [self._socket], [], left)
            except SSL.ZeroReturnError:
                raise Closed("the server has closed the connection") from None
            except (SSL.Error, OSError) as error:
                raise Closed(f"TLS: {error}") from error

    def close(self) -> None:
        self._socket.close()


def encode_frame(kind: int, payload: bytes = b"", *, flags: int = 0, stream: int = 0) -> bytes:
    return struct.pack("<II", len(payload) | (kind | flags) << 24, stream) + payload


def deflate(frames: bytes) -> bytes | None:
    """The payload of a deflated frame that stands for these frames; None where it is not worth it, or not allowed."""
    if not WORTH_DEFLATING <= len(frames) <= LARGEST:
        return None
    stream = zlib.compress(frames)
    payload = uv(len(frames)) + stream
    return payload if len(payload) < len(frames) <= MOST_RATIO * len(stream) else None


def expand(payload: bytes, stream: int, limit: int) -> list[tuple[int, int, int, bytes]]:
    """The frames that a deflated frame stands for: kind, flags, stream and payload of each."""
    reader = Reader(payload)
    try:
        size = reader.uv()
    except DecodeError as error:
        raise ProtocolError(f"a deflated frame without its size: {error}") from None
    stored = reader.rest
    if not 0 < size <= min(limit, MOST_RATIO * len(stored)):
        raise ProtocolError(f"a deflated frame of {len(stored)} bytes that announces {size}")
    inflater = zlib.decompressobj()
    try:
        data = inflater.decompress(stored, size)
        if not inflater.eof:  # the checksum may be all that is left
            data += inflater.decompress(inflater.unconsumed_tail, 1)
    except zlib.error as error:
        raise ProtocolError(f"a deflated frame that does not expand: {error}") from None
    if len(data) != size or not inflater.eof or inflater.unused_data:
        raise ProtocolError("a deflated frame that does not expand to what it announces")
    frames = []
    reader = Reader(data)
    while reader.position < len(data):
        try:
            length, kind, flags, of = decode_header(reader.take(8), limit)
            frames.append((kind, flags, of, reader.take(length)))
        except DecodeError:
            raise ProtocolError("a deflated frame that ends within a frame") from None
        if kind not in (CALL, REPLY, ITEM) or flags & MORE or of != stream:
            raise ProtocolError(f"frame kind {kind} of stream {of} in a deflated frame")
    return frames


def decode_header(header: bytes, limit: int, deflates: bool = False) -> tuple[int, int, int, int]:
    """Length, kind, flags and stream of 8 bytes. Kinds from 24 up may be ignored; all else must be in order."""
    bits, stream = struct.unpack("<II", header)
    length, kind, flags = bits & 0xFFFFFF, bits >> 24 & 0x1F, bits >> 24 & 0xE0
    if length > limit:
        raise ProtocolError(f"a frame of {length} bytes where {limit} are accepted")
    if kind < FIRST_IGNORABLE:
        if not HELLO <= kind <= (DEFLATED if deflates else GOODBYE):
            raise ProtocolError(f"frame kind {kind} is unknown")
        if flags & ~FLAGS.get(kind, 0) or flags == END | MORE:
            raise ProtocolError(f"flags {flags:#x} on frame kind {kind}")
        if (kind in OF_THE_CONNECTION) != (stream == 0):
            raise ProtocolError(f"frame kind {kind} on stream {stream}")
    return length, kind, flags, stream


class Connection:
    """A connection to a server whose site is known by `pin`: the site id, or its first 16 bytes, the fingerprint."""

    def __init__(
        self, transport: Transport, pin: bytes, agent: str = "rollcall-python/1", timeout_s: float = 30,
        server_logs: Sequence[Any] = (),
    ) -> None:
        self._transport, self._timeout_s = transport, timeout_s
        self._received = bytearray()
        self._expanded: deque[tuple[int, int, int, bytes]] = deque()  # frames of a deflated one that are still to be read
        self._deflates = False  # both sides offer it
        self._method: Method | None = None  # of the call under way
        self._limit = BEFORE_WELCOME
        self._accepted = BEFORE_WELCOME  # what the server accepts until it knows who calls
        self._stream = -1
        self._credit = 0  # bytes of items that the stream under way may still send
        self._reading = 0  # the stream whose answers are being read
        self._left_behind: set[int] = set()  # streams that were cancelled and have not ended
        self.is_over = False
        self.locale = ""  # language of texts: "en", "zh"
        try:
            self._greet(pin, agent, server_logs)
        except BaseException:
            transport.close()
            raise

    def _greet(self, pin: bytes, agent: str, server_logs: Sequence[Any]) -> None:
        self._wait_anew()
        versions = message("VersionRange", lowest=VERSION, highest=VERSION)
        hello = message("Hello", versions=versions, features=DEFLATE, agent=agent, server_logs=server_logs)
        self._transport.send(PREFACE + encode_frame(HELLO, hello.SerializeToString()))
        if self._take(len(PREFACE)) != PREFACE:
            raise ProtocolError("not a Rollcall server")
        kind, _, _, payload = self._frame()
        if kind != WELCOME:
            self._serve(kind, payload)  # a goodbye says why
            raise ProtocolError("no welcome")
        self.welcome = _parsed("Welcome", payload)
        self._check_site(pin)
        self._deflates = bool(self.welcome.features & DEFLATE)
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

    def call(
        self, name: str, /, *, items: Iterable[Any] = (), key: bytes = b"", deadline_ms: int = 0, **fields: Any
    ) -> Any:
        """One request, the items of a method that takes some, and one reply. Raises CallError when the server refuses.

        `key` is the idempotency key of a method that changes something, 16 bytes; one is made unless it is given. The
        same again repeats a call whose reply was lost.
        """
        if METHODS[name].streams:
            raise TypeError(f"{name} answers with items: use stream()")
        answers = self._exchange(METHODS[name], items, key, deadline_ms, fields)
        try:
            next(answers)
        except StopIteration as end:
            return end.value
        raise AssertionError("_exchange yields items of streams alone")

    def stream(
        self, name: str, /, *, items: Iterable[Any] = (), key: bytes = b"", deadline_ms: int = 0, **fields: Any
    ) -> Iterator[Any]:
        """A call that the server answers with items, one by one. The connection takes no other call before the last of
        them; closing the iterator cancels the call."""
        if not METHODS[name].streams:
            raise TypeError(f"{name} answers with one reply: use call()")
        yield from self._exchange(METHODS[name], items, key, deadline_ms, fields)

    def _exchange(
        self, method: Method, items: Iterable[Any], key: bytes, deadline_ms: int, fields: dict[str, Any]
    ) -> Generator[Any, None, Any]:
        if self.is_over:
            raise Closed("this connection has ended")
        if self._reading:
            raise RuntimeError("the answers of a stream are still being read on this connection")
        if method.needs_key and not key:
            key = new_key()
        # Whatever leaves this function early cancels the call, unless its answer has come.
        is_under_way = False
        try:
            self._begin(method, key, deadline_ms, fields)
            is_under_way, stream = True, self._stream
            if method.item is not None:
                for item in items:
                    data = item.SerializeToString()
                    if len(data) > min(self._accepted, STREAM_CREDIT):
                        raise ValueError("an item larger than the server accepts")
                    while self._credit < len(data):
                        kind, payload = self._message(stream)
                        if kind == CREDIT:
                            continue
                        is_under_way = kind != REPLY
                        answer = self._answer(method, kind, payload)
                        if kind == REPLY:
                            return answer
                        yield answer
                    self._credit -= len(data)
                    self._wait_anew()
                    self._send_message(method, encode_frame(ITEM, data, stream=stream))
                self._send(encode_frame(ITEM, flags=END, stream=stream))
            while True:
                kind, payload = self._message(stream)
                if kind == CREDIT:
                    continue
                is_under_way = kind != REPLY
                answer = self._answer(method, kind, payload)
                if kind == REPLY:
                    return answer
                yield answer
        except CallError as error:
            error.key, is_under_way = key, False
            raise
        except RollcallError as error:
            error.key, is_under_way = key, False
            self._end()
            raise
        finally:
            self._reading = 0
            if is_under_way:
                self._left_behind.add(self._stream)
                self._try_to_send(encode_frame(CANCEL, stream=self._stream))

    def _answer(self, method: Method, kind: int, payload: bytes) -> Any:
        if kind == ITEM and not method.streams:
            raise ProtocolError(f"{method.name} is not answered with items")
        if kind == REPLY and method.streams:
            return None
        return _read(method.reply, payload)

    def _begin(self, method: Method, key: bytes, deadline_ms: int, fields: dict[str, Any]) -> None:
        options = message("CallOptions", idempotency_key=key, deadline_ms=deadline_ms, locale=self.locale)
        options = options.SerializeToString()
        request = method.request(**fields).SerializeToString()
        payload = struct.pack("<H", method.number) + uv(len(options)) + options + request
        if len(payload) > self._accepted:
            raise ValueError(f"a request of {len(payload)} bytes where {self._accepted} are accepted")
        self._stream += 2
        self._reading, self._credit = self._stream, STREAM_CREDIT
        self._method = method
        self._wait_anew()
        self._send_message(method, encode_frame(CALL, payload, flags=0 if method.item else END, stream=self._stream))

    def _send_message(self, method: Method, frame: bytes) -> None:
        """Sends a frame, deflated where the server takes that, knows who calls, and the method allows it."""
        payload = None
        if self._deflates and self._accepted == LARGEST and not method.plain:
            payload = deflate(frame)
        self._send(frame if payload is None else encode_frame(DEFLATED, payload, stream=self._stream))

    def _message(self, stream: int) -> tuple[int, bytes]:
        """The next whole message of this stream: a reply, an item, or credit. Raises CallError for an error."""
        self._wait_anew()
        whole, begun = bytearray(), 0
        while True:
            kind, flags, of, payload = self._frame()
            if kind in OF_THE_CONNECTION:
                self._serve(kind, payload)
                continue
            if of in self._left_behind:
                if flags & END:
                    self._left_behind.remove(of)
                continue
            if of != stream:
                if kind == CREDIT and of < stream:
                    continue  # sent before the end of that stream was seen
                raise ProtocolError(f"stream {of} is not under way")
            if kind == CREDIT:
                self._credit += _parsed("Credit", payload).bytes
                if begun:
                    continue
                return kind, b""
            if begun and kind != begun or kind not in (REPLY, ITEM, ERROR):
                raise ProtocolError(f"frame kind {kind} is not allowed here")
            if kind == ERROR:
                raise refusal(_parsed("Failure", payload))
            if kind == ITEM:  # taken at once: give the same credit back
                self._send(encode_frame(CREDIT, message("Credit", bytes=len(payload)).SerializeToString(), stream=of))
            begun = kind
            whole += payload
            if len(whole) > LARGEST:
                raise ProtocolError("a message larger than accepted")
            if not flags & MORE:
                if bool(flags & END) != (kind == REPLY):
                    raise ProtocolError("a stream ends with its reply, and with nothing else")
                return kind, bytes(whole)

    def _serve(self, kind: int, payload: bytes) -> None:
        if kind == PING:
            pong = message("Pong", nonce=_parsed("Ping", payload).nonce)
            self._send(encode_frame(PONG, pong.SerializeToString()))
        elif kind == GOODBYE:
            goodbye = _parsed("Goodbye", payload)
            if goodbye.code or self._reading == 0:  # without a code, calls under way are still answered
                why = error_name(goodbye.code) if goodbye.code else "goodbye"
                raise Closed(f"{why}: {goodbye.text}", goodbye.code, goodbye.retry_after_ms)
        elif kind not in (PONG, EVENT):
            raise ProtocolError(f"frame kind {kind} is not allowed here")

    def _frame(self) -> tuple[int, int, int, bytes]:
        while True:
            if self._expanded:
                return self._expanded.popleft()
            self._receive(8)
            length, kind, flags, stream = decode_header(bytes(self._received[:8]), self._limit, self._deflates)
            self._receive(8 + length)
            payload = self._take(8 + length)[8:]  # whole or not at all, whatever interrupts this
            if kind == DEFLATED:
                if self._method is not None and self._method.plain and stream == self._reading:
                    raise ProtocolError(f"a deflated message of {self._method.name}")
                self._expanded.extend(expand(payload, stream, self._limit))
            elif kind < FIRST_IGNORABLE:
                return kind, flags, stream, payload

    def _receive(self, count: int) -> None:
        while len(self._received) < count:
            more = self._transport.receive()
            if not more:
                raise Closed("the server has closed the connection")
            self._received += more

    def _take(self, count: int) -> bytes:
        self._receive(count)
        taken = bytes(self._received[:count])
        del self._received[:count]
        return taken

    def _send(self, data: bytes) -> None:
        self._transport.send(data)

    def _wait_anew(self) -> None:
        self._transport.deadline = time.monotonic() + self._timeout_s

    def _try_to_send(self, data: bytes) -> None:
        try:
            if not self.is_over:
                self._wait_anew()
                self._send(data)
        except RollcallError:
            self._end()  # the other side was faster

    def _end(self) -> None:
        self.is_over = True
        self._transport.close()

    def close(self) -> None:
        self._try_to_send(encode_frame(GOODBYE, message("Goodbye").SerializeToString()))
        self._end()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _read(kind: Any, payload: bytes) -> Any:
    try:
        return kind.FromString(payload)
    except MessageError as error:
        raise ProtocolError(f"bytes that are no {kind.DESCRIPTOR.name}: {error}") from error


def _parsed(name: str, payload: bytes) -> Any:
    return _read(TYPES[name], payload)
