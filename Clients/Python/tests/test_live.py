"""The whole round against a built server: ROLLCALLD=/path/to/rollcalld python -m tests"""
import os
import re
import signal
import time
import unittest

from rollcall import challenge, crypto, facts, passes, terminal
from rollcall.connection import Connection, PlainTransport, TlsTransport
from rollcall.errors import CallError, ProtocolError
from rollcall.journal import Log
from rollcall.messages import ErrorCode, Verdict, message, new_key

from .server import ABSENT, PROGRAM, Server

NEW_PASSWORD = "three words of passage 7"


def jpeg() -> bytes:
    """The least that is a JPEG of 640 by 400."""
    def segment(marker: int, body: bytes) -> bytes:
        return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body

    frame = bytes([8]) + (400).to_bytes(2) + (640).to_bytes(2) + bytes([1, 1, 0x11, 0])
    return (b"\xFF\xD8" + segment(0xDB, bytes(range(65))) + segment(0xC0, frame)
            + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + bytes(300) + b"\xFF\xD9")


@unittest.skipUnless(PROGRAM, ABSENT)
class Live(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Server()
        self.addCleanup(self.server.end)
        self.pin, self.password = passes.read_fingerprint(self.server.site), self.server.password

    def connect(self, kind: str, pin: bytes | None = None) -> Connection:
        transport = TlsTransport if kind == "tls" else PlainTransport
        return Connection(transport("127.0.0.1", self.server.ports[kind], 20), pin or self.pin)

    def refused(self, code: int, server: Connection, method: str, **fields: object) -> None:
        with self.assertRaises(CallError) as caught:
            server.call(method, **fields)
        self.assertEqual(caught.exception.code, code, str(caught.exception))

    def test_from_the_first_login_to_facts_that_outlive_a_crash(self) -> None:
        with self.assertRaises(ProtocolError):
            self.connect("tls", bytes(16))
        with self.connect("tls") as server:
            self.assertEqual(server.call("Diagnostics.Echo", body=b"hello").body, b"hello")
            wrong = dict(name="admin", password="not this")
            self.refused(ErrorCode.ERROR_CODE_WRONG_CREDENTIALS, server, "Accounts.Login", **wrong)
            self.refused(ErrorCode.ERROR_CODE_NOT_LOGGED_IN, server, "Accounts.WhoAmI")
            if server.login("admin", self.password).must_change_password:
                server.call("Accounts.ChangePassword", old_password=self.password, new_password=NEW_PASSWORD)
                self.password = NEW_PASSWORD
        with self.connect("tls") as server:
            server.login("admin", self.password)
            key = new_key(time.time_ns() // 1_000_000)
            base = dict(kind="ORGANISATION_KIND_BASE", name="a base", key=key)
            first = server.call("Organisations.CreateOrganisation", **base)
            self.assertEqual(server.call("Organisations.CreateOrganisation", **base), first, "one effect, one answer")
            base["name"] = "another base"
            self.refused(ErrorCode.ERROR_CODE_KEY_REUSED, server, "Organisations.CreateOrganisation", **base)
            made = [server.call("Terminals.CreateEnrolmentCode", base=first.organisation.id, name=name)
                    for name in ("gate", "hall")]
            self.assertEqual([passes.read_enrolment_code(each.code) for each in made],
                             [passes.read_enrolment_card(each.card)[0] for each in made])
            self.logs = [self.terminal(kind, each.card) for kind, each in zip(("tls", "plain"), made)]
            listed = server.call("Terminals.ListTerminals", base=first.organisation.id).terminals
            self.assertEqual([each.name for each in listed], ["gate", "hall"])
            self.assertEqual([each.facts for each in listed], [40, 40])

            self.register(server)
            self.upload(server)

        self.server.stop(signal.SIGKILL)
        self.server.start()
        for log in self.logs:
            with self.connect("tls") as server:
                terminal.authenticate(server, log.key)
                state = terminal.open_log(server, log, 1, 20_000)
                self.assertEqual((state.verdict, state.durable), (Verdict.VERDICT_OK, 40))
                self.assertEqual(state.head_hash, log.head_hash)
                clone = Log(server.site, log.key)
                clone.append(facts.Header(boot=(1, 1)), [facts.Fact(facts.CHECK_IN, b"somebody else", 0)])
                self.assertEqual(terminal.open_log(server, clone, 1, 1).verdict, Verdict.VERDICT_FORK)
                following = Log(server.site, log.key, 2, (log.id, log.head_sequence, log.head_hash))
                state = terminal.open_log(server, following, 1, 2)
                self.assertEqual((state.verdict, state.handle), (Verdict.VERDICT_OK, 2), "numbers of this connection")
                self.assertEqual(terminal.open_log(server, log, 1, 3).verdict, Verdict.VERDICT_CLOSED)
        self.assertEqual(self.server.stop(signal.SIGTERM), 0)

    def register(self, admin: Connection) -> None:
        """ACC-1b: somebody registers by phone, with a code that the administrator reads in the outbox."""
        phone, password = "13911110001", "river-stone-42"
        with self.connect("tls") as server:
            wrong = dict(phone=phone, purpose="SMS_PURPOSE_REGISTER", solution=dict(puzzle=bytes(42), nonce=1))
            self.refused(ErrorCode.ERROR_CODE_CHALLENGE_WRONG, server, "Accounts.SendSmsCode", **wrong)
            server.call("Accounts.SendSmsCode", **(wrong | dict(solution=challenge.solution(server))))
            text = admin.call("Accounts.ListSmsOutbox").entries[0].text
            code = re.search(r"\d{6}", text)
            assert code, text
            version = server.call("Accounts.Terms").privacy_version
            registered = dict(phone=phone, code=code[0], password=password, privacy_version=version)
            server.call("Accounts.Register", **registered)
            self.assertTrue(server.login(phone, password).phone_bound)

    def upload(self, admin: Connection) -> None:
        """BAT-3: a file of rows and a photo, with the digest anybody can make; the job tells what became of the rows."""
        rows = admin.call("Uploads.Template", kind="UPLOAD_KIND_CATALOGUE").bytes
        rows += "specialty,S1,internal medicine,\r\nspecialty,S2,surgery,\r\nnonsense,S3,x,\r\n".encode()
        request = dict(kind="UPLOAD_KIND_CATALOGUE", file_name="catalogue.csv", size=len(rows),
                       digest=crypto.file_digest(rows))
        chunks = [message("UploadChunk", bytes=rows[at:at + 16]) for at in range(0, len(rows), 16)]
        key = new_key(time.time_ns() // 1_000_000)
        job = admin.call("Uploads.Upload", items=chunks, key=key, **request).job
        self.assertEqual(admin.call("Uploads.Upload", items=chunks, key=key, **request).job, job, "one effect, one answer")
        seen = 0
        while (state := admin.call("Uploads.GetJob", job=job, seen=seen, wait_ms=1000).job).finished_ms == 0:
            seen = state.revision
        self.assertEqual((state.rows, state.added, state.bad_count, state.landed), (3, 2, 1, True))
        # Behind the headings, the instructions and the example of the template.
        self.assertEqual(admin.call("Uploads.GetJob", job=job, with_bad=True).bad[0].line, 6)
        mend = b"".join(chunk.bytes for chunk in admin.stream("Uploads.GetJobFile", job=job, file="JOB_FILE_MEND"))
        self.assertEqual(len(mend.splitlines()), 2)
        with self.assertRaises(CallError) as caught:
            admin.call("Uploads.Upload", items=chunks, **(request | dict(digest=crypto.digest(b"a context\0", rows))))
        self.assertEqual(caught.exception.field, "digest")

        photo = jpeg()
        sent = admin.call(
            "Identity.UploadPhoto", items=[message("PhotoChunk", bytes=photo)], side="PHOTO_SIDE_FRONT", size=len(photo),
            digest=crypto.file_digest(photo))
        self.assertEqual((sent.photo.width, sent.photo.height), (640, 400))

    def terminal(self, kind: str, card: str) -> Log:
        """Enrols, authenticates on a connection of its own, and pushes until all is durable."""
        secret, pin = passes.read_enrolment_card(card)
        self.assertEqual(pin, self.pin)
        key = crypto.SigningKey(os.urandom(32))
        with self.connect(kind, pin) as server:
            enrolled = terminal.enrol(server, key, secret)
        with self.connect(kind, pin) as server:
            self.assertEqual(terminal.enrol(server, key, secret), enrolled, "the same key may ask again")
        with self.connect(kind, pin) as server:
            with self.assertRaises(CallError):
                terminal.enrol(server, crypto.SigningKey(os.urandom(32)), secret)
            with self.assertRaises(CallError):
                terminal.authenticate(server, crypto.SigningKey(os.urandom(32)))
            self.assertEqual(terminal.authenticate(server, key).terminal, enrolled.terminal)
            log = Log(server.site, key)
            for batch in range(4):
                scans = [facts.Fact(facts.CHECK_IN, b"card %d" % row, row * 1000, method=facts.BY_NUMBER)
                         for row in range(10)]
                log.append(facts.Header(boot=(1, batch * 10_000), wall_ms=time.time_ns() // 1_000_000), scans)
            state = terminal.open_log(server, log, 1, 50_000)
            self.assertEqual((state.verdict, state.durable), (Verdict.VERDICT_BEHIND, 0))
            acks = list(terminal.push(server, state.handle, log.batches))
            self.assertEqual([ack.refused for ack in acks if ack.refused], [])
            self.assertEqual(terminal.durable(acks, state.handle), 40)
            self.assertTrue(all(ack.receipt_time_ms and ack.receipt_token for ack in acks))
            again = terminal.open_log(server, log, 1, 50_001)
            self.assertEqual((again.verdict, again.durable), (Verdict.VERDICT_OK, 40))
            # The same batches once more are acknowledged once more, and change nothing.
            self.assertEqual(terminal.durable(terminal.push(server, state.handle, log.batches), state.handle), 40)
            checkpoint = list(server.stream("Sync.Pull"))[-1].checkpoint
            self.assertEqual((len(checkpoint.feed), len(checkpoint.digest)), (16, 16))
        return log
