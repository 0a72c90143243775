"""Each example of examples/ at work against a built server: what an integrator copies does what its first line says."""
import os
import re
import subprocess
import sys
import unittest
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rollcall import Client

from .server import ABSENT, PROGRAM, Server

HERE = Path(__file__).parents[1]
EXAMPLES = sorted((HERE / "examples").glob("*.py"))
PASSWORD = "three words of passage 7"


class Readme(unittest.TestCase):
    def test_it_shows_every_example_as_it_is(self) -> None:
        shown = re.findall(r"^```python\n(.*?)^```$", (HERE / "README.md").read_text(), re.MULTILINE | re.DOTALL)
        self.assertGreater(len(EXAMPLES), 5)
        self.assertEqual(sorted(shown), sorted(path.read_text() for path in EXAMPLES))


@unittest.skipUnless(PROGRAM, ABSENT)
class Examples(unittest.TestCase):
    """One class of today, from its roster to the credit for it. The examples follow each other as the day does."""

    def setUp(self) -> None:
        self.server = Server()
        self.addCleanup(self.server.end)
        self.today = (datetime.now(UTC) + timedelta(hours=8)).date()
        self.played: set[str] = set()
        self.admin = Client(self.server.address, self.server.site)
        self.addCleanup(self.admin.close)
        self.admin.log_in("admin", self.server.password, PASSWORD)
        self.base = self.admin.call(
            "Organisations.CreateOrganisation", kind="ORGANISATION_KIND_BASE", name="市第一医院").organisation.id
        policy = {"identityEvidence": "self-declared", "minQuestions": "0", "evaluationGates": "none"}
        programme = self.admin.call(
            "Programmes.CreateProgramme", name="省级继教", preset="hunan-cme",
            changes=[{"name": name, "value": value} for name, value in policy.items()]).programme.id
        course = {"name": "急救", "hours_tenths": 60, "credits_tenths": 20}
        project = self.admin.call("Projects.CreateProject", project=dict(
            number="P-1", name="急救技能", level="PROJECT_LEVEL_PROVINCIAL", category="CREDIT_CATEGORY_I", hours_tenths=60, credits_tenths=20,
            owner=self.base, courses=[course])).project.id
        day = (self.today - datetime(1970, 1, 1).date()).days
        self.offering = self.admin.call("Projects.CreateOffering", offering=dict(
            title="第一期", programme=programme, project=project, base=self.base, dates=[dict(day=day, hours_tenths=60)],
            windows=[dict(day=day, from_minute=0, to_minute=1440)])).offering.id
        self.admin.call("Projects.SubmitOffering", offering=self.offering)
        decided = self.admin.call(
            "Reviews.DecideReviews", kind="REVIEW_KIND_OFFERING", subjects=[self.offering], action="REVIEW_ACTION_APPROVE")
        self.assertEqual(decided.decided, 1, decided)
        made = self.admin.call(
            "Accounts.CreateAccount", name="bot", person_name="人事系统",
            roles=[dict(role="ROLE_BASE_ADMIN", organisation=self.base)])
        with Client(self.server.address, self.server.site) as client:
            client.log_in("bot", made.initial_password, PASSWORD)

    def play(self, name: str, *arguments: object, given: str = "", card: str = "", code: int = 0) -> str:
        """What an example prints on standard output; standard error is shown where the exit code is another."""
        self.played.add(name)
        environment = os.environ | {
            "ROLLCALL_SERVER": self.server.address, "ROLLCALL_SITE": self.server.site, "ROLLCALL_USER": "bot",
            "ROLLCALL_PASSWORD": PASSWORD, "ROLLCALL_CARD": card, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, HERE / "examples" / name, *map(str, arguments)], input=given, capture_output=True, text=True,
            timeout=60, cwd=self.server.folder, env=environment)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def card(self, name: str) -> str:
        return str(self.admin.call("Terminals.CreateEnrolmentCode", base=self.base, name=name).card)

    def test_a_day_of_a_class_by_the_examples_alone(self) -> None:
        self.assertEqual(self.play("list_offerings.py"), f"{self.offering} 第一期 {self.today} 0 people\n")

        people = "1001\t张三\t13803000001\n1002\t李四\t13803000002\n1003\t王五\t1380300\n"
        told = self.play("push_roster.py", self.offering, given=people, code=6)
        self.assertEqual(told, "2 added, 0 changed, 0 as they were, 1 bad\n")
        told = self.play("push_roster.py", self.offering, given=people, code=6)
        self.assertEqual(told, "0 added, 0 changed, 2 as they were, 1 bad\n")

        punches = f"1001\t{self.today} 00:00:00\t1\t0\n9999\t{self.today} 00:00:00\t1\t0\n"
        told = self.play("clock_gateway.py", "clock", self.offering, given=punches, card=self.card("考勤机"))
        self.assertEqual(told, "2 new\n2 sent, 0 pending\n9999 does not count now: unknown_subject\n")
        told = self.play("clock_gateway.py", "clock", self.offering, given=punches)
        self.assertEqual(told, "0 new\n0 sent, 0 pending\n")

        told = self.play("door.py", "door", self.offering, given="１００２\n\n77\n", card=self.card("大门"))
        self.assertEqual(
            told, "enrolled as 大门\nwelcome, 李四\nrefused: a number has 1 to 256 bytes\nwelcome, whoever you are\n")

        told = self.play("read_attendance.py", self.offering)
        self.assertIn("1001 张三 present 1 scans\n", told)
        told = self.play("monitor.py", self.base, code=1)
        self.assertIn("考勤机: check-in of 9999 waits: not_on_roster\n", told)
        self.assertTrue(told.endswith("2 problems\n"), told)

        everybody = list(self.admin.roster(self.offering))
        self.assertEqual([entry.number for entry in everybody], ["1001", "1002"])
        awarded = self.admin.call("Credits.AwardCredit", offering=self.offering, people=[everybody[0].person])
        self.assertEqual(awarded.awarded, 1, awarded)
        told = self.play("read_credits.py", "credits.db")
        self.assertRegex(told, rf"^\d+ 张三 P-1 2 {self.today} \w+\n$")

        with Client(self.server.address, self.server.site) as client:
            client.log_in("bot", PASSWORD)
            content = dict(
                kind="CERTIFICATE_KIND_COMPLETION", name="张三", title="急救技能", issuer="市第一医院",
                last_day=(self.today - datetime(1970, 1, 1).date()).days - 1, number="旧-1")
            entry = client.call("Certificates.Add", base=self.base, content=content).certificate
        told = self.play("verify_certificate.py", entry.content.number, entry.code)
        self.assertRegex(told, r"^valid \S+ 急救技能 0 credits \d{4}-\d\d-\d\d\n$")
        self.play("verify_certificate.py", entry.content.number, "WRONG", code=1)

        self.assertEqual(self.played, {path.name for path in EXAMPLES}, "every example was played")
