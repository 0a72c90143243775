"""Checks the yardsticks and the load generator: check.py FOLDER-OF-PROGRAMS

The yardsticks are driven by `load` and their tables read afterwards; `load` is also driven against a small server
that speaks the protocol badly on purpose: late, out of order, several batches an ack, pings and credit in between.
"""
import collections
import ctypes
import ctypes.util
import os
import random
import signal
import socket
import sqlite3
import ssl
import struct
import subprocess
import sys
import tempfile
import threading

PROGRAMS = sys.argv[1] if __name__ == "__main__" else os.environ["YARDSTICKS"]
ANY, STATUS, REPLY, ITEM, DURABLE, APPLIED = range(6)
SODIUM = ctypes.CDLL(ctypes.util.find_library("sodium"))
Step = collections.namedtuple("Step", "bytes waits")
Operation = collections.namedtuple("Operation", "bytes expected", defaults=[0])
Frame = collections.namedtuple("Frame", "kind flags stream payload")
Script = collections.namedtuple("Script", "steps operations seed", defaults=[None])


def blob(data):
    return struct.pack("<I", len(data)) + data


def prepare(path, answers, scripts, hello=b"", versions=(0, 0)):
    """Writes a prepared file as prepared.h describes it."""
    with open(path, "wb") as file:
        file.write(b"RCLOAD1\0" + bytes([answers, *versions, 0]) + blob(hello) + struct.pack("<I", len(scripts)))
        for script in scripts:
            file.write(b"\1" + script.seed if script.seed else b"\0")
            file.write(struct.pack("<I", len(script.steps)))
            file.writelines(bytes([step.waits]) + blob(step.bytes) for step in script.steps)
            file.write(struct.pack("<I", len(script.operations)))
            for operation in script.operations:
                file.write(struct.pack("<Q", operation.expected) + blob(operation.bytes))


class Yardstick:
    """A running yardstick; leaving it stops it and reads its closing line."""

    def __init__(self, *command, stop_by_signal=False):
        program = os.path.join(PROGRAMS, command[0])
        self.process = subprocess.Popen(
            [program, *command[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.stop_by_signal = stop_by_signal
        self.port = int(self.process.stdout.readline().removeprefix("port="))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.stop_by_signal:
            self.process.send_signal(signal.SIGTERM)
        self.closing = numbers(self.process.communicate()[0])
        assert self.process.returncode == 0, self.process.returncode


def numbers(line):
    return {name: float(value) for name, value in (part.split("=") for part in line.split())}


def load(port, path, *options, status=0):
    """Runs the load generator; its figures, the answer shown, what it said on standard error."""
    done = subprocess.run([os.path.join(PROGRAMS, "load"), str(port), path, *options], capture_output=True, text=True)
    assert done.returncode == status, f"status {done.returncode}: {done.stdout}{done.stderr}"
    lines = done.stdout.splitlines()
    answer = bytes.fromhex(lines[1].removeprefix("answer=")) if len(lines) > 1 else None
    return numbers(lines[0]) if lines else {}, answer, done.stderr


def row(terminal, sequence, person, time, offering=7):
    return struct.pack("<QQQqQQBB", terminal, sequence, person, time, offering, 0, 1, 1)


def sign(seed, message):
    public, secret, signature = (ctypes.create_string_buffer(size) for size in (32, 64, 64))
    SODIUM.crypto_sign_seed_keypair(public, secret, seed)
    SODIUM.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), secret)
    return public.raw, signature.raw


def check_echo(folder):
    path = os.path.join(folder, "echo")
    message = blob(bytes(range(64)))
    prepare(path, ANY, [Script([Step(message, True)], [Operation(message)])] * 3)
    with Yardstick("echo", stop_by_signal=True) as echo:
        figures, answer, _ = load(echo.port, path, "--connections", "64", "--depth", "16", "--rounds", "100", "--show")
        assert figures["operations"] == 6400 and figures["errors"] == figures["unanswered"] == 0
        assert figures["sent"] == figures["received"] == figures["wire_sent"] == 6400 * 68
        assert 0 < figures["p50_us"] <= figures["p99_us"] <= figures["max_us"] * 1.02
        assert answer == bytes(range(64))
        long = blob(random.Random(1).randbytes(700_000))
        prepare(path, ANY, [Script([], [Operation(long)])])
        figures, answer, _ = load(echo.port, path, "--depth", "8", "--rounds", "20", "--show")
        assert figures["received"] == 20 * len(long) and answer == long[4:]
        prepare(path, ANY, [Script([], [Operation(blob(bytes(2 << 20)))])])
        figures, _, said = load(echo.port, path, status=1)
        assert figures["unanswered"] == 1 and "connection lost" in said
        holding = subprocess.Popen(
            [os.path.join(PROGRAMS, "load"), str(echo.port), path, "--connections", "500", "--hold"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert holding.stdout.readline() == "ready=500\n"
        holding.communicate()
        assert holding.returncode == 0
    with open(path, "r+b") as file:
        file.truncate(40)
    load(1, path, status=2)


def check_ingest(folder):
    path, database = os.path.join(folder, "ingest"), os.path.join(folder, "ingest.db")
    people = random.Random(2)
    rows = [[(terminal, sequence, people.randrange(1, 301), 1_000 * sequence) for sequence in range(1, 5001)]
            for terminal in range(1, 9)]
    batches = [[Operation(blob(b"\1" + b"".join(row(*scan) for scan in log[first:first + 1000])))
                for first in range(0, 5000, 1000)] for log in rows]
    prepare(path, STATUS, [Script([], operations) for operations in batches])
    with Yardstick("ingest", database) as ingest:
        figures, answer, _ = load(ingest.port, path, "--depth", "2", "--show")
        assert figures["operations"] == 40 and answer == struct.pack("<BII", 0, 1000, 0)
        assert load(ingest.port, path, status=1)[0]["errors"] == 40
    assert ingest.closing["stored"] == 40_000 and ingest.closing["commits"] >= 40, ingest.closing
    with sqlite3.connect(database) as stored:
        assert sorted(scan for log in rows for scan in log) == stored.execute(
            "SELECT terminal, sequence, person, time_ms FROM scan ORDER BY 1, 2").fetchall()
    everything = [scan for log in rows for scan in log]
    for options in ([], ["--index", "--group", "4000"]):
        with Yardstick("ingest", database, "--lookup", *options) as ingest:
            answer = load(ingest.port, path, "--show", "--rounds", "2")[1]
            assert answer == struct.pack("<BII", 0, 0, 1000)
            query = os.path.join(folder, "query")
            prepare(query, STATUS, [Script([], [Operation(blob(struct.pack("<BQ", 2, 42)))])])
            answer = load(ingest.port, query, "--show")[1]
            found = [struct.unpack_from("<QQqQ", answer, at) for at in range(5, len(answer), 32)]
            expected = [(scan[0], scan[1], scan[3], 7) for scan in everything if scan[2] == 42]
            assert sorted(found) == sorted(expected) and len(found) == struct.unpack_from("<I", answer, 1)[0] > 0
            prepare(query, STATUS, [Script([], [Operation(blob(struct.pack("<BQqq", 3, 7, 20_000, 29_000)))])])
            answer = load(ingest.port, query, "--show")[1]
            found = [struct.unpack_from("<Q", answer, at)[0] for at in range(5, len(answer), 8)]
            assert found == sorted({scan[2] for scan in everything if 20_000 <= scan[3] <= 29_000})
        assert ingest.closing["stored"] == 0 and ingest.closing["duplicates"] == 80_000


def check_single(folder):
    path = os.path.join(folder, "single")
    for options in ([], ["--verify"]):
        scripts = []
        for person in range(1, 65):
            calls = []
            for sequence in range(1, 21):
                call = row(person, sequence, person, sequence) + struct.pack(">QQ", sequence, person)
                calls.append(Operation(blob(call + b"".join(sign(bytes([person] * 32), call)) if options else call)))
            scripts.append(Script([], calls))
        database = os.path.join(folder, f"single{len(options)}.db")
        prepare(path, STATUS, scripts)
        with Yardstick("single", database, *options) as single:
            assert load(single.port, path)[0]["operations"] == 1280
            assert load(single.port, path, status=1)[0]["errors"] == 1280
            if options:
                forged = bytearray(scripts[0].operations[0].bytes)
                forged[-1] ^= 1
                prepare(path, STATUS, [Script([], [Operation(bytes(forged))])])
                assert load(single.port, path, "--show", status=1)[1] == b"\2"
        assert single.closing["stored"] == 1280 and single.closing["refused"] == 1280 + len(options)
        with sqlite3.connect(database) as stored:
            assert stored.execute("SELECT count(*), count(DISTINCT call) FROM checkin").fetchone() == (1280, 1280)


# The protocol, as far as it is needed to be awkward to a client.
PREFACE = bytes.fromhex("F28ED3C19A0E1B01")
HELLO, WELCOME, CALL, RESPONSE, ERROR, ITEMS, CANCEL, CREDIT, PING, PONG, EVENT, GOODBYE = range(1, 13)
END, MORE = 32, 64
SITE, CHALLENGE = bytes(range(32)), bytes(range(100, 132))


def frame(kind, payload=b"", flags=0, stream=0):
    return struct.pack("<II", len(payload) | (kind | flags) << 24, stream) + payload


def varint(value):
    out = b""
    while value >= 128:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def read_varint(data):
    return sum((byte & 127) << 7 * place for place, byte in enumerate(data))


class Awkward(threading.Thread):
    """A server for one connection at a time, played by the function it is given."""

    def __init__(self, play, context=None):
        super().__init__(daemon=True)
        self.play, self.context, self.failure = play, context, None
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.join(30)
        self.listener.close()
        if self.failure:
            raise self.failure

    def run(self):
        try:
            self.socket = self.listener.accept()[0]
            if self.context:
                self.socket = self.context.wrap_socket(self.socket, server_side=True)
                assert self.socket.selected_alpn_protocol() == "rollcall/1"
            self.file = self.socket.makefile("rb")
            self.play(self)
        except BaseException as failure:
            self.failure = failure
        self.socket.close()

    def send(self, *frames, cut=None):
        data = b"".join(frames)
        for at in range(0, len(data), cut or len(data)):
            self.socket.sendall(data[at:at + (cut or len(data))])

    def next(self, *kinds):
        first, stream = struct.unpack("<II", self.file.read(8))
        kind = first >> 24 & 31
        assert kind in kinds, (kind, kinds)
        return Frame(kind, first >> 24 & 0xE0, stream, self.file.read(first & 0xFFFFFF))

    def greet(self):
        assert self.file.read(8) == PREFACE and self.next(HELLO) == Frame(HELLO, 0, 0, b"hello")
        welcome = field(1, 1) + field(3, b"awkward") + field(4, SITE) + field(8, CHALLENGE) + field(11, 256 << 10)
        self.send(PREFACE, frame(WELCOME, welcome), cut=5)

    def answer(self, method):
        call = self.next(CALL)
        assert call.payload[:3] == struct.pack("<HB", method, 0) and call.flags == END
        self.send(frame(RESPONSE, b"fine", END, call.stream))
        return call.stream, call.payload[3:]


def call(method, request=b"", flags=END):
    return frame(CALL, struct.pack("<HB", method, 0) + request, flags, stream=0xDEAD)


def check_calls(folder, context):
    """A terminal's proof, then calls answered out of order with pings, events and strange frames in between."""
    def play(server):
        server.greet()
        stream, request = server.answer(0x0603)
        assert stream == 1 and request[:2] == b"\x0a\x20" and request[34:36] == b"\x12\x40" and len(request) == 100
        if not context:
            message = b"rollcall.terminal-authentication.v1\0" + SITE + bytes(32) + CHALLENGE + b"\1\3\1"
            assert request[2:34] == sign(bytes([9] * 32), message)[0]
            assert SODIUM.crypto_sign_verify_detached(
                request[36:], message, ctypes.c_ulonglong(len(message)), request[2:34]) == 0
        assert server.answer(0x0701)[0] == 3
        expected, waiting = 5, []
        for _ in range(200):
            # As many as the depth, and no more for an answer on a stream that is not theirs.
            asked = server.next(CALL)
            assert asked.stream == expected and asked.payload[3:] == b"ask"
            expected += 2
            waiting.append(asked.stream)
            if len(waiting) == 4:
                server.send(frame(RESPONSE, b"stray", END, 999_999))
                for nonce in (b"\x09" + bytes(8), b"\x09" + bytes(range(8))):
                    server.send(frame(PING, nonce))
                    assert server.next(PONG).payload == nonce
                replies = [frame(RESPONSE, b"par", MORE, number) + frame(RESPONSE, b"t", END, number)
                           for number in reversed(waiting)]
                server.send(frame(EVENT, b"\x08\x01"), frame(30, b"new"), *replies, cut=7)
                waiting = []
        assert server.file.read() == b""

    path = os.path.join(folder, "calls")
    prepare(path, REPLY, [Script([Step(call(0x0701, b"open"), True)], [Operation(call(1, b"ask"))], bytes([9] * 32))],
            b"hello", (1, 3))
    with Awkward(play, context) as server:
        figures, answer, _ = load(
            server.port, path, "--rounds", "200", "--depth", "4", "--show", *(["--tls"] if context else []))
    assert figures["operations"] == 200 and figures["errors"] == 0 and answer == b"t"
    assert figures["sent"] >= 200 * 14
    assert figures["wire_sent"] > figures["sent"] if context else figures["wire_sent"] == figures["sent"]


def check_push(folder):
    """Batches on one stream: sent only within credit, answered by acks that cover several, which are given credit."""
    batch = random.Random(3).randbytes(100_000)

    def play(server):
        server.greet()
        opened = server.next(CALL)
        assert opened.stream == 1 and opened.flags == 0
        credited, acknowledged = 0, 0
        for sequence in range(1, 41):
            # Two pieces of 100,000 are within the credit, a third is not: after them only the pong may come.
            server.send(frame(PING, b"\x09" + bytes(8)))
            due = collections.Counter({ITEMS: 2, PONG: 1})
            while due.total() > 0:
                came = server.next(ITEMS, CREDIT, PONG)
                if came.kind == CREDIT:
                    assert came.stream == 1
                    credited += read_varint(came.payload[1:])
                    continue
                assert due[came.kind] > 0, "sent beyond its credit"
                assert came.payload == (batch if came.kind == ITEMS else b"\x09" + bytes(8))
                due[came.kind] -= 1
            server.send(frame(CREDIT, field(1, 2 * len(batch)), 0, 1))
            if sequence % 4 == 0:
                apart = field(1, 1) + field(3, sequence * 10) + field(4, sequence * 10) + field(5, sequence * 10 - 10)
                acks = [apart + field(6, bytes(20_000)), field(1, 1) + field(2, sequence * 10)]
                server.send(*(frame(ITEMS, ack, 0, 1) for ack in acks))
                acknowledged += sum(map(len, acks))
        assert acknowledged - (128 << 10) < credited + 30_000 and 0 < credited <= acknowledged, (credited, acknowledged)
        server.file.read()

    path = os.path.join(folder, "push")
    item = frame(ITEMS, batch, MORE) + frame(ITEMS, batch)
    for answers in (DURABLE, APPLIED):
        prepare(path, answers, [Script([Step(call(0x0702, flags=0), False)],
                                       [Operation(item, 10 * number) for number in range(1, 41)])], b"hello", (1, 1))
        with Awkward(play) as server:
            figures = load(server.port, path, "--depth", "8")[0]
        assert figures["operations"] == 40 and figures["errors"] == figures["unanswered"] == 0
        assert figures["sent"] > 40 * 200_016


def check_refusals(folder):
    path = os.path.join(folder, "refusals")
    ask = [Operation(call(1, b"ask"))] * 4
    refusal = field(1, 103) + field(2, b"not_allowed")

    def run(ending, answers=REPLY, script=None, expected=None):
        def play(server):
            server.greet()
            ending(server)
            server.file.read()
        prepare(path, answers, [script or Script([], ask)], b"hello", (1, 1))
        with Awkward(play) as server:
            figures, _, said = load(server.port, path, status=1)
        assert expected in said, said
        return figures

    def errors(server):
        for _ in range(4):
            server.send(frame(ERROR, refusal, END, server.next(CALL).stream))

    figures = run(errors, expected="error 103 on stream 1: 0867")
    assert figures["errors"] == 4 and figures["unanswered"] == 0
    figures = run(lambda server: server.send(frame(GOODBYE, field(1, 108))), expected="goodbye 108")
    assert figures["errors"] == 1 and figures["unanswered"] == 4

    def refused(server):
        server.next(CALL), server.next(ITEMS)
        server.send(frame(ITEMS, field(1, 1) + field(9, 403), 0, 1))

    push = Script([Step(call(0x0702, flags=0), False)], [Operation(frame(ITEMS, b"batch"), 1)])
    assert run(refused, DURABLE, push, "code 403")["unanswered"] == 1
    assert run(lambda server: server.send(frame(20)), expected="a frame of kind 20")["unanswered"] == 4
    failing = Script([Step(call(0x0102, b"token"), True)], ask)
    run(lambda server: server.send(frame(ERROR, refusal, END, server.next(CALL).stream)), script=failing,
        expected="error 103")


def main():
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = os.path.join(folder, "certificate"), os.path.join(folder, "key")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
             "/CN=localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        context.set_alpn_protocols(["rollcall/1"])
        for name, check in {
            "echo": check_echo, "ingest": check_ingest, "single": check_single,
            "calls": lambda folder: check_calls(folder, None),
            "calls over TLS": lambda folder: check_calls(folder, context),
            "push": check_push, "refusals": check_refusals,
        }.items():
            check(folder)
            print(f"{name}: as it should be", flush=True)


if __name__ == "__main__":
    main()
