"""A server that lies or breaks off: a clear exception in bounded time and memory, and no answer taken for another."""
import tempfile
import time
import tracemalloc
import unittest
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from rollcall import (
    CallError, Client, Closed, NotLoggedIn, ProtocolError, Terminal, TerminalRevoked, TryLater, crypto, passes)
from rollcall.connection import (
    CANCEL, CREDIT, DEFLATE, DEFLATED, END, ERROR, EVENT, GOODBYE, HELLO, ITEM, MORE, PING, REPLY, Connection,
    PlainTransport, deflate, encode_frame)
from rollcall.encoding import uv
from rollcall.messages import ErrorCode, Verdict, message

from .fake import ANSWERED, FakeServer

LIST = "Projects.ListOfferings"
ECHO = "Diagnostics.Echo"


class Hostile(unittest.TestCase):
    def setUp(self) -> None:
        self.server = FakeServer(False)
        self.addCleanup(self.server.close)

    def connect(self, timeout_s: float = 10) -> Connection:
        connection = Connection(PlainTransport("127.0.0.1", self.server.port, timeout_s), self.server.site, timeout_s=timeout_s)
        self.addCleanup(connection.close)
        return connection

    def client(self, timeout_s: float = 10) -> Client:
        site = passes.fingerprint(self.server.site)
        client = Client(f"127.0.0.1:{self.server.port}", site, plain=True, timeout_s=timeout_s)
        self.addCleanup(client.close)
        return client

    def answer(self, *frames: bytes, close: bool = False) -> None:
        """What the server sends for an echo, byte for byte."""
        def handler(connection: Any, request: Any, options: Any, stream: int) -> Any:
            for frame in frames:
                connection.raw(frame)
            if close:
                raise OSError("gone")
            return ANSWERED

        self.server.handlers[ECHO] = handler

    def refused(self, error: type[Exception], *frames: bytes, close: bool = False) -> Exception:
        self.answer(*frames, close=close)
        connection = self.connect()
        with self.assertRaises(error) as caught:
            connection.call(ECHO, body=b"x")
        with self.assertRaises(Closed):
            connection.call(ECHO, body=b"x")  # such a connection is over
        return caught.exception

    def test_a_message_goes_deflated_where_the_server_offers_it_and_knows_who_calls(self) -> None:
        self.server.features = DEFLATE
        body = "".join(f"{1000 + row},王芳,市第一人民医院\n" for row in range(500)).encode()
        reply = encode_frame(REPLY, message("EchoReply", body=body).SerializeToString(), flags=END, stream=3)

        def handler(connection: Any, request: Any, options: Any, stream: int) -> Any:
            self.assertEqual(request.body, body)
            packed = deflate(reply)
            assert packed is not None
            connection.raw(encode_frame(DEFLATED, packed, stream=stream))
            return ANSWERED

        self.server.handlers[ECHO] = handler
        connection = self.connect()
        connection.login("a", "correct horse")  # never deflated
        self.assertEqual(self.server.expanded, 0)
        self.assertEqual(connection.call(ECHO, body=body).body, body)
        self.assertEqual(self.server.expanded, 1)

    def test_deflated_frames_that_break_a_rule_end_the_connection_in_bounded_memory(self) -> None:
        self.server.features = DEFLATE
        reply = encode_frame(REPLY, b"\x0a\1x", flags=END, stream=1)
        bomb = zlib.compress(bytes(1 << 20))
        for payload in (
            b"", b"\0", uv(len(reply)) + b"no zlib", uv(len(reply) + 1) + zlib.compress(reply),
            uv(len(reply) - 1) + zlib.compress(reply), uv(len(reply)) + zlib.compress(reply) + b"\0",
            uv(len(reply)) + zlib.compress(reply)[:-1], uv(1 << 20) + bomb, uv(1 << 60) + bomb,
            uv(len(reply) - 1) + zlib.compress(reply[:-1]), uv(8) + zlib.compress(encode_frame(GOODBYE)),
            uv(8) + zlib.compress(encode_frame(REPLY, flags=END, stream=3)),
            uv(8) + zlib.compress(encode_frame(REPLY, flags=MORE, stream=1)),
            uv(8) + zlib.compress(encode_frame(DEFLATED, stream=1)),
        ):
            with self.subTest(payload[:40].hex()):
                tracemalloc.start()
                self.refused(ProtocolError, encode_frame(DEFLATED, payload, stream=1))
                self.assertLess(tracemalloc.get_traced_memory()[1], 1 << 20)
                tracemalloc.stop()

    def test_frames_that_break_a_rule_end_the_connection(self) -> None:
        for frame in (
            b"\xff\xff\xff\x24\1\0\0\0",  # a length of 16 MiB
            encode_frame(REPLY, b"", flags=END | MORE, stream=1),
            encode_frame(REPLY, b"", stream=1),  # a reply that does not end its stream
            encode_frame(REPLY, b"", flags=END, stream=3),  # a call that was never made
            encode_frame(REPLY, b"", flags=END, stream=0),
            encode_frame(ITEM, b"", stream=1),  # items, where there is one reply
            encode_frame(ITEM, b"", flags=END, stream=1),
            encode_frame(ERROR, b"", flags=MORE, stream=1),
            encode_frame(CANCEL, b"", stream=1),
            encode_frame(HELLO),
            encode_frame(13), encode_frame(13, b"\0", stream=1), encode_frame(0),
            encode_frame(REPLY, b"\x0a", flags=END, stream=1),  # a message cut short
            encode_frame(REPLY, b"\x0a\xff\xff\xff\xff\x7f", flags=END, stream=1),  # a field longer than the message
            encode_frame(ERROR, b"\xff", flags=END, stream=1),
            encode_frame(ERROR, b"\x12\2\xff\xfe", flags=END, stream=1),  # a text that is no UTF-8
            encode_frame(PING, b"\xff"), encode_frame(GOODBYE, b"\xff"),
            encode_frame(REPLY, b"", flags=MORE, stream=1) + encode_frame(ERROR, b"", flags=END, stream=1),
        ):
            with self.subTest(frame.hex()):
                self.refused(ProtocolError, frame)

    def test_a_connection_that_breaks_off_is_closed_wherever_it_does(self) -> None:
        whole = encode_frame(REPLY, message("EchoReply", body=b"x").SerializeToString(), flags=END, stream=1)
        for length in range(len(whole)):
            self.refused(Closed, whole[:length], close=True)

    def test_a_message_without_end_stops_at_its_limit(self) -> None:
        piece = encode_frame(REPLY, bytes(1 << 16), flags=MORE, stream=1)
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        self.refused(ProtocolError, *[piece] * 40)
        self.assertLess(tracemalloc.get_traced_memory()[1], 8 << 20)

    def test_pings_and_drips_do_not_make_an_answer_wait_for_ever(self) -> None:
        def pings(connection: Any, request: Any, options: Any, stream: int) -> Any:
            while True:
                connection.send(PING, message("Ping", nonce=1))
                connection.send(EVENT, message("Event"))

        def drips(connection: Any, request: Any, options: Any, stream: int) -> Any:
            connection.raw(b"\xff\xff\0\x24\1\0\0\0")
            while True:
                connection.raw(b"x")

        for handler in (pings, drips):
            self.server.handlers[ECHO] = handler
            began = time.monotonic()
            with self.assertRaises((Closed, ProtocolError)):
                self.connect(timeout_s=0.3).call(ECHO)
            self.assertLess(time.monotonic() - began, 5)

    def test_an_answer_that_comes_too_late_is_not_taken_for_the_next_one(self) -> None:
        self.answer()
        connection = self.connect(timeout_s=0.2)
        with self.assertRaises(Closed):
            connection.call(ECHO, body=b"first")
        with self.assertRaises(Closed):
            connection.call(ECHO, body=b"second")

    def test_errors_of_numbers_that_come_later_are_told_by_their_number(self) -> None:
        for retryable, kind in ((False, CallError), (True, TryLater)):
            failure = message("Failure", code=9999, retryable=retryable, text="later", retry_after_ms=7)
            self.answer(encode_frame(ERROR, failure.SerializeToString(), flags=END, stream=1))
            with self.connect() as connection, self.assertRaises(kind) as caught:
                connection.call(ECHO)
            error = caught.exception
            self.assertIs(type(error), kind)
            self.assertEqual((error.code, error.name, error.retry_after_ms), (9999, "error_9999", 7))

    def test_a_goodbye_says_why(self) -> None:
        goodbye = message("Goodbye", code=ErrorCode.ERROR_CODE_TOO_LARGE, text="no", retry_after_ms=5)
        error = self.refused(Closed, encode_frame(GOODBYE, goodbye.SerializeToString()))
        assert isinstance(error, Closed)
        self.assertEqual((error.code, error.retry_after_ms), (2, 5))

    def test_pages_that_go_round_in_circles_end(self) -> None:
        places = iter([5, 3, 5, 3, 5])
        self.server.handlers[LIST] = lambda *_: message(
            "ListOfferingsReply", offerings=[message("Offering", id=1)], next=next(places))
        seen = []
        with self.assertRaises(ProtocolError):
            for each in self.client().offerings():
                seen.append(each)
        self.assertEqual(len(seen), 3)

    def test_values_that_are_none_are_refused_and_states_that_come_later_are_shown(self) -> None:
        def listed(**fields: Any) -> list[Any]:
            self.server.handlers[LIST] = lambda *_: message(
                "ListOfferingsReply", offerings=[message("Offering", **fields)])
            with self.client() as client:
                return list(client.offerings())

        self.assertEqual(listed(state=77)[0].state, "77")
        for day in (1 << 31) - 1, -(1 << 31):
            with self.assertRaises(ProtocolError):
                listed(dates=[message("ActivityDate", day=day)])
        self.server.handlers["Certificates.Verify"] = lambda *_: message("VerifyCertificateReply", state=9)
        with self.client() as client:
            self.assertEqual(client.verify_certificate("1", "2").state, "9")
        self.server.handlers["Accounts.Login"] = lambda *_: message("LoginReply", expires_ms=1 << 62)
        with self.assertRaises(ProtocolError):
            self.client().log_in("anna", "x")

    def test_a_call_whose_answer_is_lost_is_sent_again_under_its_key(self) -> None:
        keys = []

        def lost(connection: Any, request: Any, options: Any, stream: int) -> Any:
            keys.append(options.idempotency_key)
            if len(keys) < 3:
                raise OSError("gone")
            return message("CreateAccountReply", person=8)

        self.server.handlers["Accounts.CreateAccount"] = lost
        self.server.handlers["Accounts.ResumeSession"] = lambda *_: message("LoginReply")
        self.enterContext(mock.patch("rollcall.client.PAUSES_S", (0, 0, 0)))
        client = self.client()
        client.log_in("anna", "correct horse")
        self.assertEqual(client.call("Accounts.CreateAccount", name="ben").person, 8)
        self.assertEqual((len(keys), len(set(keys)), len(keys[0])), (3, 1, 16))
        self.assertEqual(self.server.connections, 3)
        client.call("Accounts.CreateAccount", name="ben", key=bytes(16))
        self.assertEqual(keys[-1], bytes(16))

    def test_a_connection_that_lay_idle_is_made_anew_and_the_session_goes_on(self) -> None:
        resumed = []

        def resume(connection: Any, request: Any, options: Any, stream: int) -> Any:
            resumed.append(request.session)
            return message("LoginReply")

        self.server.handlers["Accounts.ResumeSession"] = resume
        self.server.handlers[ECHO] = lambda connection, request, *_: message("EchoReply", body=request.body)
        with self.client() as client:
            client.log_in("anna", "correct horse")
            client.call(ECHO)
            self.assertEqual((self.server.connections, resumed), (1, []))
            with mock.patch("rollcall.client.IDLE_S", -1):
                self.assertEqual(client.call(ECHO, body=b"x").body, b"x")
            self.assertEqual((self.server.connections, resumed), (2, [bytes(32)]))

    def test_a_session_that_has_ended_is_told_where_it_is_found_out(self) -> None:
        def ended(connection: Any, request: Any, options: Any, stream: int) -> Any:
            failure = message("Failure", code=ErrorCode.ERROR_CODE_SESSION_EXPIRED)
            connection.send(ERROR, failure, END, stream)
            return ANSWERED

        self.server.handlers["Accounts.ResumeSession"] = ended
        client = self.client()
        with self.assertRaises(NotLoggedIn):
            client.resume(bytes(32))

    def test_a_stream_is_read_before_the_next_call_or_cancelled(self) -> None:
        def chunks(connection: Any, request: Any, options: Any, stream: int) -> Any:
            for _ in range(20):
                connection.send(ITEM, message("JobFileChunk", bytes=bytes(9)), 0, stream)
            return None

        self.server.handlers["Uploads.GetJobFile"] = chunks
        self.server.handlers[ECHO] = lambda connection, request, *_: message("EchoReply", body=request.body)
        connection = self.connect()
        items = connection.stream("Uploads.GetJobFile")
        next(items)
        with self.assertRaises(RuntimeError):
            connection.call(ECHO, body=b"between")
        items.close()
        self.assertEqual(connection.call(ECHO, body=b"after").body, b"after")
        self.assertEqual(len(list(connection.stream("Uploads.GetJobFile"))), 20)


class HostileSync(unittest.TestCase):
    """A terminal keeps what it recorded, whatever the server says."""

    def setUp(self) -> None:
        self.server = FakeServer(False)
        self.addCleanup(self.server.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.terminal = Terminal(Path(folder.name) / "gate")
        self.addCleanup(self.terminal.close)
        self.server.handlers["Terminals.Enrol"] = lambda *_: message("EnrolReply", terminal=3, name="gate")
        symbols = passes.crockford(bytes(10))[:15]
        site = passes.crockford(self.server.site[:16])
        card = "RE1-" + passes.typed(symbols, 4) + "-" + passes.typed(site, 5)
        self.assertEqual(self.terminal.enrol(f"127.0.0.1:{self.server.port}", card, plain=True), "gate")
        self.server.handlers["Terminals.Authenticate"] = lambda *_: message("AuthenticateReply", roster_key=bytes(32))
        self.pull(checkpoint())
        at = datetime(2026, 10, 2, 9, tzinfo=UTC)
        self.assertEqual(self.terminal.add_punches([("1001", at), ("1002", at), ("1001", at)], 7), 2)

    def state(self, **fields: Any) -> None:
        self.server.handlers["Sync.Open"] = lambda *_: message("OpenReply", logs=[message("LogState", **fields)])

    def acks(self, *acks: Any) -> None:
        def push(connection: Any, request: Any, options: Any, stream: int) -> Any:
            for ack in acks:
                connection.send(ITEM, ack, 0, stream)
            return None

        self.server.handlers["Sync.Push"] = push

    def pull(self, *items: Any) -> None:
        def pulled(connection: Any, request: Any, options: Any, stream: int) -> Any:
            for item in items:
                connection.send(ITEM, item, 0, stream)
            return None

        self.server.handlers["Sync.Pull"] = pulled

    def test_no_lie_about_the_log_loses_what_was_recorded(self) -> None:
        for fields in (
            dict(verdict=0), dict(verdict=99), dict(verdict=Verdict.VERDICT_FORK, durable=1 << 63, head_hash=bytes(32)),
            dict(verdict=Verdict.VERDICT_CLOSED), dict(verdict=Verdict.VERDICT_OK, durable=9), dict(verdict=Verdict.VERDICT_AMNESIA, durable=(1 << 64) - 1),
        ):
            with self.subTest(fields):
                self.state(**fields)
                with self.assertRaises(ProtocolError):
                    self.terminal.sync()
                self.assertEqual(self.terminal.pending, 2)
        self.server.handlers["Sync.Open"] = lambda *_: message("OpenReply")  # nothing of the log
        with self.assertRaises(ProtocolError):
            self.terminal.sync()

    def test_positions_too_long_to_be_told_again_are_not_kept(self) -> None:
        state = message("LogState", handle=1, verdict=Verdict.VERDICT_OK)
        positions = [message("LogPosition", log=bytes(size) + bytes([place]), head_hash=bytes(32), sequence=place)
                     for place in range(40) for size in (15, 4000)]
        self.server.handlers["Sync.Open"] = lambda *_: message("OpenReply", logs=[state], server_logs=positions)
        self.acks(message("Ack", handle=1, all=2))
        for _ in range(2):
            self.terminal.sync()
        self.assertEqual([each.sequence for each in self.terminal._positions()], list(range(24, 40)))

    def test_no_lie_about_what_was_stored_is_believed(self) -> None:
        self.state(handle=1, verdict=Verdict.VERDICT_OK)
        for ack in (message("Ack", handle=1, all=3), message("Ack", handle=2, all=2),
                    message("Ack", handle=1, durable=(1 << 64) - 1),
                    message("Ack", handle=1, all=2, receipt_time_ms=(1 << 64) - 1)):
            with self.subTest(str(ack)):
                self.acks(ack)
                with self.assertRaises(ProtocolError):
                    self.terminal.sync()
                self.assertEqual(self.terminal.pending, 2)
        self.acks(*[message("Ack", handle=1)] * 2000)
        with self.assertRaises(ProtocolError):
            self.terminal.sync()
        many = message("QuarantinedFact", sequence=1, last=(1 << 64) - 1, code=500)
        self.acks(message("Ack", handle=1, received=2, durable=2, applied=2, quarantined=[many, many], receipt_token=(1 << 64) - 1))
        synced = self.terminal.sync()
        self.assertEqual((synced.sent, synced.pending, len(synced.quarantined)), (2, 0, 4))
        self.assertEqual({(each.number, each.reason) for each in synced.quarantined},
                         {("1001", "unknown_subject"), ("1002", "unknown_subject")})

    def test_what_was_pulled_is_kept_only_if_it_adds_up(self) -> None:
        self.state(handle=1, verdict=Verdict.VERDICT_OK)
        self.acks(message("Ack", handle=1, all=2))
        offering = message("ScopeItem", kind=1, id=7, position=3, value=message("OfferingValue", title="a").SerializeToString())
        told = crypto.scope_item(1, 7, 3)
        self.pull(offering, checkpoint(told))
        self.assertEqual(self.terminal.sync().changed, 1)
        for items in (
            [offering], [], [checkpoint(told), offering], [offering, checkpoint(bytes(16))],
            [message("ScopeItem", kind=1, id=8, position=4, value=b"\xff"), checkpoint(told)],
            [message("ScopeItem", kind=2, id=1 << 63, position=4), checkpoint(told)],
        ):
            with self.subTest(str(items)):
                self.pull(*items)
                with self.assertRaises(ProtocolError):
                    self.terminal.sync()
                self.assertEqual([each.title for each in self.terminal.classes()], ["a"])
        unknown = message("ScopeItem", kind=99, id=7, position=5, value=b"\xff")
        entry = message("ScopeItem", kind=2, id=8, position=6, value=message(
            "RosterValue", offering=7, person=5, number=" ", encrypted_name=b"short").SerializeToString())
        total = sum(int.from_bytes(each, "little") for each in (
            told, crypto.scope_item(99, 7, 5), crypto.scope_item(2, 8, 6))) % (1 << 128)
        self.pull(unknown, entry, checkpoint(total.to_bytes(16, "little"), count=3))
        self.assertEqual(self.terminal.sync().changed, 2)
        self.assertEqual(self.terminal.roster(7), [])
        self.assertIsNone(self.terminal.check_in("1001", 7))

    def test_a_revoked_terminal_forgets_names_and_keeps_records(self) -> None:
        self.state(handle=1, verdict=Verdict.VERDICT_OK)
        self.acks()
        offering = message("ScopeItem", kind=1, id=7, position=3, value=b"")
        self.pull(offering, checkpoint(crypto.scope_item(1, 7, 3)))
        self.terminal.sync()
        self.assertEqual(len(self.terminal.classes()), 1)

        def goodbye(connection: Any, request: Any, options: Any, stream: int) -> Any:
            connection.send(GOODBYE, message("Goodbye", code=ErrorCode.ERROR_CODE_TERMINAL_REVOKED))
            return ANSWERED

        self.server.handlers["Terminals.Authenticate"] = goodbye
        with self.assertRaises(TerminalRevoked):
            self.terminal.sync()
        self.assertEqual((self.terminal.classes(), self.terminal.pending), ([], 2))


def checkpoint(digest: bytes = bytes(16), count: int | None = None) -> Any:
    count = (1 if any(digest) else 0) if count is None else count
    return message("ScopeItem", checkpoint=message("Checkpoint", cursor=b"c", count=count, digest=digest))
