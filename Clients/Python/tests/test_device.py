"""A terminal on disk: what it has recorded reaches the server, once, through crashes, copies and restored backups."""
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

from rollcall import Client, Closed, EnrolmentRefused, Terminal, TerminalRevoked, crypto, passes
from rollcall.messages import message

from .fake import FakeServer
from .server import ABSENT, PROGRAM, Server

PASSWORD = "three words of passage 7"
NOON = datetime(2026, 10, 2, 12, tzinfo=timezone(timedelta(hours=8)))
# Says each number that is recorded, until it is killed.
RECORDER = """
import sys
from itertools import count
from rollcall import Terminal
terminal = Terminal(sys.argv[1])
for number in count():
    terminal.check_in(str(number), 7)
    print(number, flush=True)
"""


class Folder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "gate"

    def terminal(self, folder: Path | None = None) -> Terminal:
        terminal = Terminal(folder or self.folder)
        self.addCleanup(terminal.close)
        return terminal


class Alone(Folder):
    def test_what_was_recorded_is_on_disk_when_the_program_is_killed(self) -> None:
        recorder = subprocess.Popen([sys.executable, "-c", RECORDER, self.folder], stdout=subprocess.PIPE, text=True)
        assert recorder.stdout
        said = [recorder.stdout.readline() for _ in range(20)]
        recorder.kill()
        said += recorder.stdout.readlines()
        recorder.stdout.close()
        recorder.wait()
        self.assertIn(self.terminal().pending, (len(said), len(said) + 1))

    def test_a_folder_is_one_programs_at_a_time_and_its_owners(self) -> None:
        first = self.terminal()
        with self.assertRaises(RuntimeError):
            Terminal(self.folder)
        self.assertEqual([oct(path.stat().st_mode & 0o77) for path in (self.folder, *self.folder.iterdir())],
                         ["0o0"] * (1 + len(list(self.folder.iterdir()))))
        first.close()
        self.assertEqual(self.terminal().pending, 0)

    def test_no_two_boots_have_the_same_number_even_of_a_copy(self) -> None:
        copy = self.folder.parent / "copy"
        with self.terminal() as one:
            boots = [one._store.boot]
        with self.terminal() as one:
            self.assertEqual(one._store.boot, boots[0], "the machine was not started anew")
        shutil.copytree(self.folder, copy)
        with mock.patch("rollcall.store.BOOT_NAME", copy / "none"):
            for folder in (self.folder, copy):
                with self.terminal(folder) as one:
                    boots.append(one._store.boot)
        self.assertEqual(len(set(boots)), 3)
        self.assertLess(boots[0], min(boots[1:]))

    def test_what_is_no_check_in_is_refused_and_records_nothing(self) -> None:
        terminal = self.terminal()
        for text in ("", " ", "9" * 257, "RP1-", "RP1-%%%"):
            with self.assertRaises(ValueError):
                terminal.check_in(text, 7)
        with self.assertRaises(ValueError):
            terminal.add_punches([("1", NOON), ("2", datetime(2026, 10, 2))], 7)
        with self.assertRaises(RuntimeError):
            terminal.sync()
        self.assertEqual(terminal.pending, 0)
        self.assertEqual(terminal.add_punches([("１０ｂ", NOON), ("10B ", NOON), ("10b", NOON.astimezone(UTC))], 7), 2)

    def test_a_pass_is_verified_without_a_network(self) -> None:
        server = FakeServer(False)
        self.addCleanup(server.close)
        server.handlers["Terminals.Enrol"] = lambda *_: message("EnrolReply", terminal=3, name="gate")
        key, now = crypto.SigningKey(bytes(31) + b"\x07"), time.time_ns() // 1_000_000_000

        def text(**changes: int) -> str:
            claims = dict(key_id=1, kind=passes.COURSE, person=5, offering=7, not_before=now - 60, not_after=now + 60)
            made = passes.Pass(**(claims | changes), serial=1)
            signature = key.sign(crypto.PASS, server.site, made.encode())
            return "RP1-" + passes.base45(made.encode() + signature)

        terminal = self.terminal()
        with self.assertRaises(ValueError):
            terminal.check_in(text(), 7)  # it does not know its site yet
        secret, site = passes.crockford(bytes(10))[:15], passes.crockford(server.site[:16])
        card = f"RE1-{passes.typed(secret, 4)}-{passes.typed(site, 5)}"
        terminal.enrol(f"127.0.0.1:{server.port}", card, plain=True)
        for refused in (text(offering=8), text(not_after=now - 900, not_before=0), text(not_before=now + 900, not_after=now + 901),
                        text(key_id=2), text()[:-1] + ("0" if text()[-1] != "0" else "1"), text().lower()):
            with self.assertRaises(ValueError):
                terminal.check_in(refused, 7)
        self.assertEqual(terminal.pending, 0)
        known = terminal.check_in(f" {text()} \n", 7)
        assert known
        self.assertEqual((known.person, terminal.pending), (5, 1))


@unittest.skipUnless(PROGRAM, ABSENT)
class WithServer(Folder):
    def setUp(self) -> None:
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.end)
        self.admin = Client(self.server.address, self.server.site)
        self.addCleanup(self.admin.close)
        self.admin.log_in("admin", self.server.password, PASSWORD)
        self.base = self.admin.call("Organisations.CreateOrganisation", kind="ORGANISATION_KIND_BASE", name="a base").organisation.id

    def card(self) -> str:
        return str(self.admin.call("Terminals.CreateEnrolmentCode", base=self.base, name="gate").card)

    def stored(self) -> int:
        """Facts that the server has of the terminal; no receipt in them was forged."""
        listed, = self.admin.rows("Terminals.ListTerminals", base=self.base)
        self.assertEqual(listed.forged_receipts, 0)
        return int(listed.facts)

    def test_records_reach_the_server_through_outages_copies_and_backups(self) -> None:
        terminal = self.terminal()
        card = self.card()
        terminal.check_in("1", 7)
        self.assertEqual(terminal.enrol(self.server.address, card), "gate")
        self.assertEqual(terminal.enrol(self.server.address, card), "gate", "the same device may ask again")
        with self.assertRaises(EnrolmentRefused):
            self.terminal(self.folder.parent / "other").enrol(self.server.address, card)
        synced = terminal.sync()
        self.assertEqual((synced.sent, synced.pending, len(synced.quarantined)), (1, 0, 1))

        # Without a server everything goes on, and the server's crash loses nothing that it has acknowledged.
        self.server.stop(signal.SIGKILL)
        self.assertEqual(terminal.add_punches([(str(number), NOON + timedelta(seconds=number)) for number in range(1200)], 7), 1200)
        with self.assertRaises(Closed):
            terminal.sync()
        self.assertEqual(terminal.pending, 1200)
        self.server.start()
        recording = threading.Thread(target=lambda: [terminal.check_in(str(number), 7) for number in range(50)])
        recording.start()
        terminal.sync()
        recording.join()
        terminal.sync()
        self.assertEqual((terminal.pending, self.stored()), (0, 1251))

        # A copy of the folder goes on beside it: the second to come begins a log of its own.
        terminal.close()
        copy = self.folder.parent / "copy"
        shutil.copytree(self.folder, copy)
        for folder, number in ((self.folder, 2), (copy, 3), (self.folder, 4)):
            with self.terminal(folder) as one:
                one.check_in(f"of {folder.name}", 7)
                one.check_in(str(number), 7)
                self.assertEqual(one.sync().pending, 0)
        self.assertEqual(self.stored(), 1257)

        # The folder is restored from a backup: the server has more than it.
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        with self.terminal(copy) as one:
            one.check_in("lost", 7)
            one.sync()
        terminal = self.terminal()
        terminal.check_in("after the backup", 7)
        self.assertEqual((terminal.sync().pending, self.stored()), (0, 1259))

        listed, = self.admin.rows("Terminals.ListTerminals", base=self.base)
        self.admin.call("Terminals.RevokeTerminal", terminal=listed.id, reason="stolen")
        terminal.check_in("after all", 7)
        with self.assertRaises(TerminalRevoked):
            terminal.sync()
        terminal.enrol(self.server.address, self.card())
        self.assertEqual((terminal.sync().pending, self.stored()), (0, 1260))
