"""Everything in Protocol/Vectors, read by a client that knows nothing of the server's code."""
import unittest
from collections.abc import Iterator
from hashlib import blake2b

from google.protobuf import text_format

from rollcall import challenge, connection, crypto, facts, passes
from rollcall.connection import decode_header
from rollcall.encoding import DecodeError, Reader, uv
from rollcall.errors import ProtocolError
from rollcall.journal import Log, Opening, verify_batch
from rollcall.messages import METHODS, TYPES, message
from .times import Moment, Reading, live

from .vectors import VECTORS, Vector, fields, files


class Completeness(unittest.TestCase):
    def test_no_folder_of_vectors_is_left_unread(self) -> None:
        known = {"frames", "messages", "journal", "passes", "accounts", "time", "reserved"}
        self.assertLessEqual({folder.name for folder in VECTORS.iterdir() if folder.is_dir()}, known)


class Messages(unittest.TestCase):
    """Text and bytes of every message mean the same to the official runtime."""

    def test_every_message_reads_and_writes_as_the_official_runtime_does(self) -> None:
        seen = set()
        for path in files("messages"):
            vector, kind = Vector.read(path), TYPES[path.stem]
            seen.add(path.stem)
            pairs = list(zip(vector.all("text"), vector.all("hex"), strict=True))
            self.assertTrue(pairs, path.name)
            for text, hex_digits in pairs:
                with self.subTest(path.stem):
                    data = bytes.fromhex(hex_digits)
                    parsed = kind.FromString(data)
                    self.assertEqual(parsed, text_format.Parse(text, kind()))
                    self.assertEqual(parsed.SerializeToString(deterministic=True), data)
        options = {"MethodRule", "ErrorRule", "Words"}  # never on the wire
        self.assertEqual(TYPES.keys() - options, seen - options, "each message has its vector")


class Times(unittest.TestCase):
    def test_facts_were_made_when_the_vectors_say(self) -> None:
        self.assertGreaterEqual(len(files("time")), 13)
        for path in files("time"):
            with self.subTest(path.stem):
                self.check(Vector.read(path))

    def check(self, vector: Vector) -> None:
        def numbers(line: str) -> dict[str, int]:
            return {key.replace("-", "_"): int(value) for key, value in fields(line) if key != "rests-on"}

        readings = [Reading(**numbers(line)) for line in vector.all("reading")]
        receipt = None
        if vector.all("receipt-boot"):
            names = ("receipt-boot", "receipt-monotonic-ms", "receipt-time-ms")
            receipt = (vector.number(names[0]), vector.number(names[1]), vector.number(names[2]))
        made = [numbers(line) for line in vector.all("fact")]
        for row, (fact, line) in enumerate(zip(made, vector.all("fact"), strict=True)):
            grain = 1 if row == 0 else 1000
            at = Moment(
                vector.number("boot"), vector.number("monotonic-ms") + fact["offset_ms"], vector.optional("wall-ms"),
                fact["offset_ms"], grain)
            rest = max(0, made[-1]["offset_ms"] - fact["offset_ms"] - (grain - 1))
            found = live(readings, at, vector.number("received-ms"), rest, receipt)
            expected = (fact.get("earliest_ms"), fact.get("latest_ms")), dict(fields(line))["rests-on"]
            self.assertEqual(found, expected, f"row {row}")


class Puzzles(unittest.TestCase):
    def test_puzzles_are_solved_by_the_nonces_of_the_vectors(self) -> None:
        path, = files("accounts")
        lines = [line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")]
        self.assertEqual(len(lines), 9)
        for verb, puzzle, difficulty, nonce, *digest in lines:
            with self.subTest(difficulty):
                data = bytes.fromhex(puzzle), int(difficulty)
                self.assertEqual(challenge.is_solved(*data, int(nonce)), verb == "solved")
                if digest:
                    self.assertEqual(challenge.solve(*data), int(nonce))
                    whole = crypto.digest(crypto.PUZZLE, data[0], int(nonce).to_bytes(8, "little"))
                    self.assertEqual(whole.hex(), digest[0])


class Frames(unittest.TestCase):
    CONTROL = {1: "Hello", 2: "Welcome", 5: "Failure", 8: "Credit", 9: "Ping", 10: "Pong", 11: "Event", 12: "Goodbye"}

    def frames(self, data: bytes, deflates: bool = False) -> list[tuple[int, int, int, bytes]]:
        reader, found = Reader(data), []
        while reader.rest:
            length, kind, flags, stream = decode_header(reader.take(8), connection.LARGEST, deflates)
            payload = reader.take(length)
            if kind == connection.DEFLATED:
                found += connection.expand(payload, stream, connection.LARGEST)
            else:
                found.append((kind, flags, stream, payload))
        return found

    def scenes(self) -> list[tuple[str, list[tuple[str, str]]]]:
        scenes: list[tuple[str, list[tuple[str, str]]]] = []
        for path in files("frames"):
            for line in path.read_text().splitlines():
                step, _, rest = line.partition(" ")
                if step == "scene":
                    scenes.append((f"{path.stem}: {rest}", []))
                elif step and step != "#":
                    scenes[-1][1].append((step, rest))
        return scenes

    def test_what_the_server_sends_is_in_order_to_a_client(self) -> None:
        for name, steps in self.scenes():
            with self.subTest(name):
                data = b"".join(bytes.fromhex(rest) for step, rest in steps if step == "server")
                if not data:
                    continue
                self.assertEqual(data[:8], connection.PREFACE)
                for kind, _, _, payload in self.frames(data[8:], deflates=True):
                    if kind in self.CONTROL:
                        parsed = message(self.CONTROL[kind])
                        parsed.ParseFromString(payload)
                        self.assertEqual(parsed.SerializeToString(deterministic=True), payload)

    def test_every_call_reads_as_the_server_was_told(self) -> None:
        numbers = {method.number: name for name, method in METHODS.items()}
        compared = 0
        for name, steps in self.scenes():
            told = [each for step, rest in steps if step == "told" for each in rest.split(" | ") if "call" in each]
            if not told:
                continue
            calls, begun = [], dict[int, bytes]()
            try:
                sent = [bytes.fromhex(rest) for step, rest in steps if step == "client"]
                for kind, flags, stream, payload in self.all_but_the_last_refused(sent):
                    if kind != connection.CALL:
                        continue
                    begun[stream] = begun.get(stream, b"") + payload
                    if not flags & connection.MORE:
                        call = Reader(begun.pop(stream))
                        number = int.from_bytes(call.take(2), "little")
                        options = call.take(call.uv())
                        message("CallOptions").ParseFromString(options)
                        told_options = f" options {options.hex()}" if options else ""
                        request = f" {call.rest.hex()}" if call.rest else ""
                        calls.append(f"call {stream} {numbers.get(number)}{told_options}{request}")
            except (ProtocolError, DecodeError):
                pass  # a scene that ends with what no server accepts
            for each in told:
                with self.subTest(name):
                    self.assertIn(each, calls)
                    compared += 1
        self.assertGreater(compared, 10)

    def all_but_the_last_refused(self, sent: list[bytes]) -> Iterator[tuple[int, int, int, bytes]]:
        reader = Reader(b"".join(sent)[8:])
        while reader.rest:
            length, kind, flags, stream = decode_header(reader.take(8), connection.LARGEST, deflates=True)
            payload = reader.take(length)
            if kind == connection.DEFLATED:
                yield from connection.expand(payload, stream, connection.LARGEST)
            else:
                yield kind, flags, stream, payload

    def test_deflated_frames_that_a_server_refuses_are_refused_here_too(self) -> None:
        refused = 0
        for name, steps in self.scenes():
            closed = [rest for step, rest in steps if step == "closed" and rest.startswith("bad_deflated")]
            if not closed or "who calls" in closed[0] or "never deflated" in closed[0]:
                continue
            last = [bytes.fromhex(rest) for step, rest in steps if step == "client"][-1]
            with self.subTest(name), self.assertRaises(ProtocolError):
                self.frames(last, deflates=True)
            refused += 1
        self.assertGreater(refused, 12)

    def test_headers_that_a_server_refuses_are_refused_here_too(self) -> None:
        frame_errors = ("frame kind", "flags not allowed", "on a stream it may not use")
        for name, steps in self.scenes():
            closed = [rest for step, rest in steps if step == "closed"]
            if closed and any(text in closed[0] for text in frame_errors):
                data = b"".join(bytes.fromhex(rest) for step, rest in steps if step == "client")[8:]
                with self.subTest(name), self.assertRaises(ProtocolError):
                    self.frames(data)


class Journal(unittest.TestCase):
    """Layouts of a terminal's records. Kinds that only a server computes are recomputed here, in a few lines each."""

    def test_every_journal_vector_is_understood(self) -> None:
        for path in files("journal"):
            vector = Vector.read(path)
            with self.subTest(vector.name):
                getattr(self, "check_" + vector.text("kind"))(vector)

    def check_batch(self, vector: Vector) -> None:
        body, deferred = vector.data("bytes"), vector.all("deferred")
        decoded = facts.decode(body)
        described = described_batch(vector)
        self.assertEqual(decoded.header, described.header)
        self.assertEqual(decoded.first_sequence, described.first_sequence)
        self.assertEqual(decoded.count, len(described.facts))
        self.assertEqual(decoded.opaque, described.opaque)
        self.assertEqual([decoded.deferred], deferred or [""])
        self.assertEqual(decoded.facts, () if deferred else described.facts)
        self.assertEqual(facts.encode(described), body, "the canonical form")
        for length in range(len(body)):
            with self.assertRaises(DecodeError):
                facts.decode(body[:length])

    def check_sheet(self, vector: Vector) -> None:
        items = [item.split() for item in vector.all("item")]
        sheet = facts.Sheet(
            vector.number("checklist"), vector.number("edition"),
            tuple((int(earned), failed == "1") for earned, failed in items))
        self.assertEqual(facts.Sheet.decode(vector.data("bytes")), sheet)
        self.assertEqual(sheet.encode(), vector.data("bytes"))
        self.assertEqual(sheet.value, vector.number("value"))
        for data in [vector.data("bytes")[:-1], vector.data("bytes") + b"\0"]:
            with self.assertRaises(DecodeError):
                facts.Sheet.decode(data)

    def check_opening(self, vector: Vector) -> None:
        opening, site = Opening.decode(vector.data("bytes")), vector.data("site")
        before = None
        if vector.all("predecessor"):
            before = (vector.data("predecessor"), vector.number("final-sequence"), vector.data("head"))
        self.assertEqual(opening, Opening(vector.data("device-key"), vector.number("epoch"), before))
        self.assertEqual(opening.encode(), vector.data("bytes"))
        self.assertEqual(opening.origin(site), vector.data("origin"))
        self.assertEqual(opening.origin(site)[:16], vector.data("log"))
        key = crypto.SigningKey(vector.data("device-seed"))
        self.assertEqual(key.sign(crypto.LOG_OPENING, site, opening.encode()), vector.data("signature"))

    def check_closing(self, vector: Vector) -> None:
        record = b"\x01" + vector.data("log") + uv(vector.number("final-sequence")) + vector.data("head")
        record += bytes([vector.number("reason")])
        self.assertEqual(record, vector.data("bytes"))
        signer, signature = vector.data("signer"), vector.data("signature")
        self.assertTrue(crypto.verify(signer, signature, crypto.LOG_CLOSING, vector.data("site"), record))

    def check_chain(self, vector: Vector) -> None:
        site, key = vector.data("site"), crypto.SigningKey(vector.data("device-seed"))
        log = Log(site, key, vector.number("epoch"))
        previous = log.head_hash
        columns = ("body", "hash", "tag", "signature")
        for body, digest, tag, signature in zip(*(map(bytes.fromhex, vector.all(key)) for key in columns), strict=True):
            self.assertEqual(verify_batch(site, log.opening, previous, body, signature), digest)
            with self.assertRaises(DecodeError):
                verify_batch(site, log.opening, previous, body + b"\0", signature)
            batch = facts.decode(body)
            sealed = log.append(batch.header, batch.facts)
            self.assertEqual((sealed.body, sealed.hash, sealed.signature), (body, digest, signature))
            self.assertEqual(digest[:16], tag)
            previous = digest

    def check_receipt(self, vector: Vector) -> None:
        data = vector.data("log") + uv(vector.number("sequence")) + vector.number("time-ms").to_bytes(8, "little")
        mac = blake2b(b"rollcall.receipt.v1\0" + data, digest_size=32, key=vector.data("key")).digest()
        self.assertEqual(mac[:8], vector.data("bytes"))

    def check_digest(self, vector: Vector) -> None:
        total = 0
        for line in vector.all("entity"):
            data = b"rollcall.scope-item.v1\0" + b"".join(uv(int(value)) for _, value in fields(line))
            total += int.from_bytes(blake2b(data, digest_size=16).digest(), "little")
        self.assertEqual((total % (1 << 128)).to_bytes(16, "little"), vector.data("bytes"))

    def check_cursor(self, vector: Vector) -> None:
        reader = Reader(vector.data("bytes"))  # opaque to a client; read here for the sake of the server's next version
        self.assertEqual((reader.u8(), reader.uv(), reader.u8()), (1, vector.number("position"), 0))
        reader.finish()

    def check_verdicts(self, vector: Vector) -> None:
        for line in vector.all("case"):
            case = dict(fields(line))
            claim, durable, same = int(case["claim"]), int(case["durable"]), case["claim-hash"] == case["durable-hash"]
            end = int(case.get("closed", 1 << 53))
            passed = claim > end or claim == end and case["claim-hash"] != case["closed-hash"]
            if "revoked" in case:
                verdict = "revoked"
            elif passed or claim == durable > 0 and not same:
                verdict = "fork"
            elif claim > durable:
                verdict = "behind"
            elif 0 < claim < durable and case.get(f"at-{claim}") != case["claim-hash"]:
                verdict = "fork"
            else:
                verdict = "closed" if "closed" in case else "ok" if claim == durable else "amnesia"
            self.assertEqual(verdict, case["verdict"], line)


class Passes(unittest.TestCase):
    """Lines of a verb and its values; what a line means is said at the head of each file."""

    def test_every_passes_vector_is_understood(self) -> None:
        for path in files("passes"):
            self.last: passes.Pass | passes.VenueCode
            readers = {
                "base45": passes.from_base45, "passes": passes.Pass.read, "typed-codes": self.read_fingerprint,
                "venue-codes": passes.VenueCode.read}
            self.read = readers[path.stem]
            for line in path.read_text().splitlines():
                verb, _, rest = line.partition(" ")
                if verb and verb != "#":
                    with self.subTest(line):
                        getattr(self, "check_" + verb)(rest)

    def read_fingerprint(self, text: str) -> bytes:
        return passes.read_fingerprint(text)

    def check_refuse(self, rest: str) -> None:
        with self.assertRaises(DecodeError):
            self.read(rest.partition(" ")[2])

    def check_both(self, rest: str) -> None:
        digits, text = rest.split(" ", 1)
        data = bytes.fromhex(digits.replace("-", ""))
        self.assertEqual((passes.base45(data), passes.from_base45(text)), (text, data))

    def check_fingerprint(self, rest: str) -> None:
        site, text = rest.split()
        self.assertEqual(passes.fingerprint(bytes.fromhex(site)), text)
        self.assertEqual(passes.read_fingerprint(text), bytes.fromhex(site)[:16])

    def check_enrolment(self, rest: str) -> None:
        secret, site, text = rest.split()
        parts = (bytes.fromhex(secret), bytes.fromhex(site)[:16])
        self.assertEqual((passes.enrolment_code(parts[0]), passes.read_enrolment_code(text)), (text, parts[0]))
        card = f"RE1-{text}-{passes.fingerprint(parts[1])}"
        self.assertEqual(passes.read_enrolment_card(card), parts)

    def check_reads(self, rest: str) -> None:
        text, meant = rest.split("|")
        self.assertEqual(passes.fingerprint(passes.read_fingerprint(text)), meant)

    def check_sign(self, rest: str) -> None:
        seed, key, site, *numbers, text = rest.split(" ", 10)
        key_id, kind, person, offering, not_before, not_after, serial = map(int, numbers)
        unsigned = passes.Pass(key_id, kind, person, offering, not_before, not_after, serial)
        signature = crypto.SigningKey(bytes.fromhex(seed)).sign(crypto.PASS, bytes.fromhex(site), unsigned.encode())
        self.assertEqual("RP1-" + passes.base45(unsigned.encode() + signature), text)
        self.last = passes.Pass.read(text)
        self.genuine = lambda read: read.genuine(bytes.fromhex(site), {key_id: bytes.fromhex(key)})
        self.validity = self.last.validity
        self.assertTrue(self.genuine(self.last))

    def check_issue(self, rest: str) -> None:
        *numbers, text = rest.split()
        period, key = int(numbers[1]), bytes.fromhex(numbers.pop(2))
        key_id, _, offering, course, now_ms, slot = map(int, numbers)
        self.assertEqual(max(now_ms, 0) // 1000 // period, slot)
        self.last = passes.VenueCode.read(text)
        self.assertEqual((self.last.key_id, self.last.offering, self.last.course, self.last.slot),
                         (key_id, offering, course, slot))
        self.assertEqual(self.last.text(key, period), text)
        self.genuine = lambda read: read.genuine({key_id: (key, period)})
        self.validity = lambda now_ms, tolerance_ms: self.last.validity(period, now_ms, tolerance_ms)
        self.assertTrue(self.genuine(self.last))

    def check_stand(self, rest: str) -> None:
        now_ms, tolerance_ms, validity = rest.split(" ", 2)
        self.assertEqual(self.validity(int(now_ms), int(tolerance_ms)), validity)

    def check_forged(self, rest: str) -> None:
        self.assertFalse(self.genuine(self.read(rest)))


def described_batch(vector: Vector) -> facts.Batch:
    def pair(first: str, second: str) -> tuple[int, int] | None:
        return (vector.number(first), vector.number(second)) if vector.all(first) else None

    names = [f"receipt-{name}" for name in ("sequence", "time-ms", "token", "boot", "monotonic-ms")]
    receipt = facts.Receipt(*map(vector.number, names)) if vector.all("receipt-token") else None
    header = facts.Header(
        pair("boot", "monotonic-ms"), vector.optional("wall-ms"), receipt,
        vector.optional("schema") or 1, pair("zone-minutes", "local-ms"), vector.optional("tick-ms") or 1000)
    columns = [dict(fields(line)) for line in vector.all("column")]
    opaque = tuple((int(each["id"]), int(each["encoding"]), bytes.fromhex(each["bytes"])) for each in columns)
    recorded = tuple(described_fact(line) for line in vector.all("fact"))
    return facts.Batch(header, vector.optional("first-sequence") or 1, recorded, opaque)


def described_fact(line: str) -> facts.Fact:
    names = {"offset-ms": "offset_ms", "verify": "verify_mode", "status": "source_status", "work-code": "work_code"}
    values: dict[str, object] = {"offset_ms": 0}
    references = []
    for key, value in fields(line):
        if key == "subject":
            values[key] = bytes.fromhex(value[4:]) if value.startswith("raw:") else int(value)
        elif key == "reference":
            role, *rest = value.split(":")
            other = (bytes.fromhex(rest[0]), bytes.fromhex(rest[2])) if len(rest) == 3 else None
            references.append(facts.Reference(
                facts.SAW if role == "saw" else facts.REPLACES, int(rest[1 if other else 0]), other))
        elif key in ("proof", "extension"):
            values["extensions" if key == "extension" else key] = bytes.fromhex(value)
        else:
            values[names.get(key, key)] = int(value)
    return facts.Fact(references=tuple(references), **values)  # type: ignore[arg-type]
