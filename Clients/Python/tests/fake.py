"""A server of a few lines, for the tests: it speaks the protocol to one client at a time and keeps one log.

It is no example of a server. What it checks, it checks as the specification says: proofs, chains and signatures.
"""
import datetime
import functools
import socket
import struct
import threading
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from OpenSSL import SSL

from rollcall import crypto, facts
from rollcall.connection import (
    CALL, CREDIT, DEFLATED, END, ERROR, EVENT, GOODBYE, HELLO, ITEM, LARGEST, MORE, PING, PONG, PREFACE, REPLY, WELCOME,
    encode_frame, expand)
from rollcall.encoding import Reader
from rollcall.journal import Opening, verify_batch
from rollcall.messages import METHODS, ErrorCode, Verdict, message

SECRET = bytes(range(16))
ANSWERED = object()  # of a handler that has sent what there is to send
NUMBERS = {method.number: method for method in METHODS.values()}


class Refusal(Exception):
    def __init__(self, code: int) -> None:
        self.code = code


class FakeServer:
    def __init__(self, tls: bool) -> None:
        self._key = crypto.SigningKey(bytes(31) + b"\x07")
        self.site = crypto.digest(crypto.SITE, self._key.public)
        self._context, self._tls_signature = self._certificate() if tls else (None, b"")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.devices: set[bytes] = set()
        self.keys: dict[bytes, bytes] = {}  # idempotency keys and their answers
        self.opening: Opening | None = None
        self.batches: list[tuple[int, bytes, bytes]] = []  # last sequence, body, hash
        self.handlers: dict[str, Any] = {}  # by method, in place of those below: (connection, request, options, stream)
        self.connections = 0
        self.pongs = 0
        self.features = 0  # that it offers
        self.expanded = 0  # calls that came deflated
        self.errors: list[Exception] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _certificate(self) -> tuple[Any, bytes]:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "rollcall")])
        now = datetime.datetime.now(datetime.timezone.utc)
        certificate = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(1))
        context = SSL.Context(SSL.TLS_SERVER_METHOD)
        context.use_privatekey(key)
        context.use_certificate(certificate.sign(key, hashes.SHA256()))
        context.set_alpn_select_callback(lambda _, offered: b"rollcall/1" if b"rollcall/1" in offered else b"")
        spki = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return context, self._key.sign(crypto.TLS_KEY, spki)

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            try:
                FakeConnection(self, accepted, self._context, self._tls_signature, self._key.public).run()
            except (OSError, SSL.Error):
                pass  # the client has gone
            except Exception as error:  # told to the test, which runs on another thread
                self.errors.append(error)
            finally:
                accepted.close()


class FakeConnection:
    def __init__(self, server: FakeServer, accepted: socket.socket, context: Any, signature: bytes, key: bytes) -> None:
        self._server, self._socket, self._exporter = server, accepted, bytes(32)
        if context:
            self._socket = SSL.Connection(context, accepted)
            self._socket.set_accept_state()
            self._socket.do_handshake()
            self._exporter = self._socket.export_keying_material(b"EXPORTER-rollcall-auth", 32)
        self._challenge = crypto.digest(b"fake\0", key)
        self._welcome = message(
            "Welcome", version=1, site=server.site, site_key=key, tls_key_signature=signature,
            challenge=self._challenge, stream_credit=256 << 10, features=server.features)
        self._terminal = False

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            more = self._socket.recv(count - len(taken))
            if not more:
                raise OSError("gone")
            taken += more
        return taken

    def _frame(self) -> tuple[int, int, int, bytes]:
        bits, stream = struct.unpack("<II", self._take(8))
        return bits >> 24 & 0x1F, bits >> 24 & 0xE0, stream, self._take(bits & 0xFFFFFF)

    def _send(self, kind: int, body: Any = None, flags: int = 0, stream: int = 0) -> None:
        payload = body if isinstance(body, bytes) else body.SerializeToString() if body else b""
        self._socket.sendall(encode_frame(kind, payload, flags=flags, stream=stream))

    def run(self) -> None:
        assert self._take(8) == PREFACE and self._frame()[0] == HELLO
        self._socket.sendall(PREFACE)
        self._send(WELCOME, self._welcome)
        while True:
            kind, flags, stream, payload = self._frame()
            if kind == GOODBYE:
                return
            if kind == PONG:
                self._server.pongs += 1
            if kind == DEFLATED:
                (kind, flags, stream, payload), = expand(payload, stream, LARGEST)
                self._server.expanded += 1
            if kind != CALL:
                continue  # credit and the like
            reader = Reader(payload)
            method = NUMBERS[int.from_bytes(reader.take(2), "little")]
            options = message("CallOptions")
            options.ParseFromString(reader.take(reader.uv()))
            handler = self._handler(method.name)
            self._send(PING, message("Ping", nonce=5))
            self._send(EVENT, message("Event", kind=1, position=9))
            try:
                reply = handler(method.request.FromString(reader.rest), options, stream)
                if reply is ANSWERED:
                    continue
                payload = reply if isinstance(reply, bytes) else reply.SerializeToString() if reply is not None else b""
                half = len(payload) // 2
                self._send(REPLY, payload[:half], MORE, stream)  # in two pieces: a client must put them together
                self._send(REPLY, payload[half:], END, stream)
            except Refusal as refusal:
                self._send(ERROR, message("Failure", code=refusal.code, field="here"), END, stream)

    def _handler(self, name: str) -> Any:
        given = self._server.handlers.get(name)
        return functools.partial(given, self) if given else getattr(self, name.replace(".", "_").lower())

    def send(self, kind: int, body: Any = None, flags: int = 0, stream: int = 0) -> None:
        self._send(kind, body, flags, stream)

    def raw(self, data: bytes) -> None:
        self._socket.sendall(data)

    def _check_proof(self, key: bytes, proof: bytes, context: bytes, *more: bytes) -> None:
        parts = (self._server.site, self._exporter, self._challenge, b"\1\1\1", *more)
        if not crypto.verify(key, proof, context, *parts):
            raise Refusal(ErrorCode.ERROR_CODE_BAD_PROOF)

    def accounts_login(self, request: Any, options: Any, stream: int) -> Any:
        if request.password != "correct horse":
            raise Refusal(ErrorCode.ERROR_CODE_WRONG_CREDENTIALS)
        return message("LoginReply", session=bytes(32), person=message("Person", id=7, name=request.name))

    def accounts_createaccount(self, request: Any, options: Any, stream: int) -> Any:
        if len(options.idempotency_key) != 16:
            raise Refusal(ErrorCode.ERROR_CODE_KEY_REQUIRED)
        answer = self._server.keys.setdefault(options.idempotency_key, str(len(self._server.keys)).encode())
        return message("CreateAccountReply", person=8, initial_password=answer.decode())

    def terminals_enrol(self, request: Any, options: Any, stream: int) -> Any:
        self._check_proof(request.device_key, request.proof, crypto.ENROLMENT_PROOF, SECRET)
        self._server.devices.add(request.device_key)
        return message("EnrolReply", terminal=3, name="gate", base=2)

    def terminals_authenticate(self, request: Any, options: Any, stream: int) -> Any:
        self._check_proof(request.device_key, request.proof, crypto.TERMINAL_AUTHENTICATION)
        if request.device_key not in self._server.devices:
            raise Refusal(ErrorCode.ERROR_CODE_BAD_PROOF)
        self._terminal = True
        return message("AuthenticateReply", terminal=3, base=2)

    def sync_open(self, request: Any, options: Any, stream: int) -> Any:
        if not self._terminal:
            raise Refusal(ErrorCode.ERROR_CODE_NOT_ALLOWED)
        claim, server = request.logs[0], self._server
        opening = Opening.decode(claim.opening)
        if not crypto.verify(opening.device_key, claim.opening_signature, crypto.LOG_OPENING, server.site, claim.opening):
            raise Refusal(ErrorCode.ERROR_CODE_BAD_SIGNATURE)
        server.opening = opening
        durable = server.batches[-1][0] if server.batches else 0
        verdict = Verdict.VERDICT_BEHIND if claim.head_sequence > durable else Verdict.VERDICT_OK
        if claim.head_sequence < durable:
            verdict = Verdict.VERDICT_AMNESIA
        return message("OpenReply", logs=[message("LogState", handle=4, verdict=verdict, durable=durable)])

    def sync_push(self, request: Any, options: Any, stream: int) -> Any:
        server, received = self._server, 0
        assert server.opening
        while True:
            kind, flags, of, payload = self._frame()
            if kind != ITEM or of != stream:
                continue
            received += len(payload)
            if payload:
                item = message("PushBatch")
                item.ParseFromString(payload)
                last, _, previous = server.batches[-1] if server.batches else (0, b"", server.opening.origin(server.site))
                digest = verify_batch(server.site, server.opening, previous, item.body, item.signature)
                batch = facts.decode(item.body)
                assert batch.first_sequence == last + 1
                server.batches.append((last + batch.count, item.body, digest))
                ack = message("Ack", handle=item.handle, all=last + batch.count, receipt_time_ms=5, receipt_token=6)
                self._send(ITEM, ack, 0, stream)
            if received >= 128 << 10:
                self._send(CREDIT, message("Credit", bytes=received), 0, stream)
                received = 0
            if flags & END:
                return None
