"""The client against a small server on loopback, over plain TCP and over TLS."""
import random
import unittest

from rollcall import crypto, facts, terminal
from rollcall.connection import Connection, PlainTransport, TlsTransport, decode_header
from rollcall.encoding import DecodeError
from rollcall.errors import CallError, ProtocolError
from rollcall.journal import Log
from rollcall.messages import METHODS, ErrorCode, Verdict, new_key

from .fake import SECRET, FakeServer


class Client(unittest.TestCase):
    tls = False

    def setUp(self) -> None:
        self.server = FakeServer(self.tls)
        self.addCleanup(self.server.close)
        self.addCleanup(lambda: self.assertEqual(self.server.errors, []))

    def connect(self, pin: bytes | None = None) -> Connection:
        transport = (TlsTransport if self.tls else PlainTransport)("127.0.0.1", self.server.port, 10)
        return Connection(transport, pin or self.server.site[:16])

    def test_login_and_calls_answer_while_pings_and_events_come_between(self) -> None:
        with self.connect() as server:
            self.assertEqual(server.login("anna", "correct horse").person.name, "anna")
            again = new_key(1_760_000_000_000)
            first = server.call("Accounts.CreateAccount", name="ben", key=again)
            self.assertEqual(server.call("Accounts.CreateAccount", name="ben", key=again), first)
            self.assertNotEqual(server.call("Accounts.CreateAccount", name="ben"), first)
        self.assertGreater(self.server.pongs, 0)

    def test_a_refusal_names_its_number_and_leaves_the_connection_open(self) -> None:
        with self.connect() as server:
            with self.assertRaises(CallError) as caught:
                server.login("anna", "wrong")
            self.assertEqual(caught.exception.code, ErrorCode.ERROR_CODE_WRONG_CREDENTIALS)
            self.assertEqual((caught.exception.name, caught.exception.field), ("wrong_credentials", "here"))
            server.login("anna", "correct horse")

    def test_another_site_than_the_one_pinned_is_refused(self) -> None:
        for pin in (bytes(16), bytes(32), self.server.site[:15]):
            with self.assertRaises(ProtocolError):
                self.connect(pin)

    def test_a_request_too_large_for_a_stranger_is_not_sent(self) -> None:
        with self.connect() as server, self.assertRaises(ValueError):
            server.call("Accounts.Login", name="a" * 5000)

    def test_a_terminal_enrols_authenticates_and_its_batches_become_durable(self) -> None:
        key = crypto.SigningKey(bytes(31) + b"\x09")
        with self.connect() as server:
            self.assertEqual(terminal.enrol(server, key, SECRET).terminal, 3)
        log = Log(self.server.site, key)
        scan = facts.Fact(facts.CHECK_IN, 310012, 0, offering=52011, method=facts.BY_PASS)
        with self.connect() as server:
            terminal.authenticate(server, key)
            for batch in range(3):
                log.append(facts.Header(boot=(1, 5000 + batch)), [scan] * 10)
            state = terminal.open_log(server, log, boot=1, monotonic_ms=9000)
            self.assertEqual(state.verdict, Verdict.VERDICT_BEHIND)
            acks = list(terminal.push(server, state.handle, log.batches))
            self.assertEqual(terminal.durable(acks, state.handle), 30)
            self.assertEqual([body for _, body, _ in self.server.batches], [batch.body for batch in log.batches])
            self.assertEqual(terminal.open_log(server, log, 1, 9001).verdict, Verdict.VERDICT_OK)
            forgotten = terminal.open_log(server, Log(self.server.site, key), 1, 9002)
            self.assertEqual(forgotten.verdict, Verdict.VERDICT_AMNESIA)

    def test_batches_beyond_the_credit_wait_for_more_of_it(self) -> None:
        key = crypto.SigningKey(bytes(31) + b"\x09")
        self.server.devices.add(key.public)
        log = Log(self.server.site, key)
        for batch in range(5):
            scans = [facts.Fact(facts.CHECK_IN, bytes([batch, row]) * 128, 0) for row in range(250)]
            log.append(facts.Header(boot=(1, batch)), scans)
        self.assertGreater(sum(len(batch.body) for batch in log.batches), 256 << 10)
        with self.connect() as server:
            terminal.authenticate(server, key)
            state = terminal.open_log(server, log, 1, 1)
            self.assertEqual(terminal.durable(terminal.push(server, state.handle, log.batches), state.handle), 1250)

    def test_a_key_that_is_not_enrolled_is_refused(self) -> None:
        with self.connect() as server:
            with self.assertRaises(CallError) as caught:
                terminal.authenticate(server, crypto.SigningKey(bytes(32)))
            self.assertEqual(caught.exception.name, "bad_proof")


class TlsClient(Client):
    tls = True

    def test_a_server_whose_key_the_site_did_not_sign_is_refused(self) -> None:
        self.server._tls_signature = bytes(64)
        with self.assertRaises(ProtocolError):
            self.connect()


class Pieces(unittest.TestCase):
    def test_a_plain_connection_leaves_this_machine_never(self) -> None:
        with self.assertRaises(ValueError):
            PlainTransport("192.0.2.1", 7700)

    def test_keys_are_version_7_and_rise_with_time(self) -> None:
        first, second = new_key(1_760_000_000_000), new_key(1_760_000_000_001)
        self.assertEqual(first[:6], (1_760_000_000_000).to_bytes(6, "big"))
        self.assertEqual((first[6] >> 4, first[8] >> 6, len(first)), (7, 2, 16))
        self.assertLess(first, second)

    def test_methods_that_mutate_need_a_key_and_others_do_not(self) -> None:
        self.assertTrue(METHODS["Accounts.CreateAccount"].needs_key)
        self.assertFalse(METHODS["Sync.Push"].needs_key)

    def test_no_header_is_taken_that_breaks_a_rule(self) -> None:
        for header in ("0000000000000000", "0000000d00000000", "0000008501000000", "0000006401000000",
                       "0000000401000000"[:8] + "00000000", "0100000c00000000"):
            with self.assertRaises(ProtocolError):
                decode_header(bytes.fromhex(header), 0)

    def test_any_batch_is_read_back_as_it_was_written(self) -> None:
        seed = random.randrange(1 << 32)
        rng = random.Random(seed)
        for _ in range(60):
            batch = random_batch(rng)
            with self.subTest(seed=seed):
                body = facts.encode(batch)
                self.assertEqual(facts.decode(body), batch)
                damaged = bytearray(body)
                damaged[rng.randrange(len(body))] ^= 1 << rng.randrange(8)
                try:
                    facts.decode(bytes(damaged))
                except DecodeError:
                    pass  # the only way to refuse


def random_batch(rng: random.Random) -> facts.Batch:
    def number() -> int:
        return rng.randrange(1 << rng.randrange(1, 53))

    imported = rng.random() < 0.3
    header = facts.Header(
        None if imported else (number(), number()), rng.choice([None, -number(), number()]),
        rng.choice([None, facts.Receipt(*(number() for _ in range(5)))]), 1,
        (rng.randrange(-1439, 1440), -number()) if imported else None, rng.choice([1, 100, 1000]))
    people: list[facts.Subject] = [1 + number() for _ in range(5)]
    people += [rng.randbytes(rng.randrange(1, 257)) for _ in range(2)]
    columns = {name: rng.random() < 0.5 for name in facts.NUMBERS.values()}
    offset, recorded = 0, []
    for _ in range(rng.randrange(1, 80)):
        offset += rng.choice([0, 1, 9, 4000]) * header.tick_ms * (rng.choice([1, -1]) if imported else 1)
        values = {name: number() if rng.random() < 0.2 else 1 for name, used in columns.items() if used}
        references = tuple(facts.Reference(
            rng.choice([facts.SAW, facts.REPLACES]), 1 + number(),
            rng.choice([None, (rng.randbytes(16), rng.randbytes(16))])) for _ in range(rng.randrange(3)))
        recorded.append(facts.Fact(
            values.pop("kind", 0), rng.choice(people), offset, references=references,
            extensions=rng.randbytes(rng.randrange(4)), proof=rng.choice([b"", bytes(65)]), **values))
    return facts.Batch(header, 1 + number() // 2, tuple(recorded))
