"""What the lists give, as plain Python: dates, aware times in UTC, hours and credits as decimals, states as words.

A state, kind or category is the word of the .proto file in small letters ("approved"); one that a later version of the
protocol has added is its number ("17"). An id is a positive integer, 0 where there is none.
"""
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from .errors import ProtocolError
from .messages import error_name, word

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(ms: int) -> datetime | None:
    """UTC milliseconds; 0 is none."""
    try:
        return EPOCH + timedelta(milliseconds=ms) if ms else None
    except OverflowError as error:
        raise ProtocolError(f"a time of {ms} ms") from error


def day(number: int) -> date:
    try:
        return EPOCH.date() + timedelta(days=number)
    except OverflowError as error:
        raise ProtocolError(f"day {number}") from error


def tenths(number: int) -> Decimal:
    return Decimal(number) / 10


@dataclass(frozen=True)
class Role:
    name: str  # "base_admin"
    organisation: int  # 0 = the whole platform
    organisation_name: str


@dataclass(frozen=True)
class Account:
    person: int
    name: str
    roles: tuple[Role, ...]
    organisation: int  # for which the account acts; 0 = for itself
    must_change_password: bool
    session: bytes = field(repr=False)  # 32 secret bytes for `Client.resume`, good until `expires`
    expires: datetime | None

    @staticmethod
    def read(reply: Any) -> "Account":
        roles = tuple(Role(word(each, "role"), each.organisation, each.organisation_name) for each in reply.roles)
        return Account(
            reply.person.id, reply.person.name, roles, reply.organisation, reply.must_change_password, reply.session,
            moment(reply.expires_ms))


@dataclass(frozen=True)
class Window:
    """When a check-in counts: minutes from midnight of the day, in the offering's time zone."""
    day: date
    from_minute: int
    to_minute: int  # excluded
    course: int  # 0 = any

    @staticmethod
    def read(row: Any) -> "Window":
        return Window(day(row.day), row.from_minute, row.to_minute, row.course)


@dataclass(frozen=True)
class Offering:
    """A class: one run of a project at a base."""
    id: int
    title: str
    state: str  # draft, submitted, approved, rejected, cancelled, returned
    base: int
    project: int
    programme: int
    days: tuple[date, ...]
    windows: tuple[Window, ...]
    time_zone: str  # an IANA name
    roster_size: int  # people

    @staticmethod
    def read(row: Any) -> "Offering":
        return Offering(
            row.id, row.title, word(row, "state"), row.base, row.project, row.programme,
            tuple(day(each.day) for each in row.dates), tuple(map(Window.read, row.windows)), row.time_zone,
            row.roster_size)


@dataclass(frozen=True)
class RosterEntry:
    person: int
    number: str  # by which this offering knows the person
    name: str
    unit: str
    title: str  # professional

    @staticmethod
    def read(row: Any) -> "RosterEntry":
        return RosterEntry(row.person, row.number, row.name, row.unit, row.title)


@dataclass(frozen=True)
class Presence:
    """Whether somebody of the roster was there."""
    person: int
    number: str
    name: str
    present: bool  # in every window that the programme asks for
    in_window: tuple[bool, ...]  # in the order of the offering's windows
    scans: int

    @staticmethod
    def read(row: Any) -> "Presence":
        return Presence(row.person, row.number, row.name, row.present, tuple(row.in_window), row.scans)


@dataclass(frozen=True)
class WaitingScan:
    """A check-in that counts only when a person decides so."""
    log: bytes  # with `sequence`, the name of the check-in
    sequence: int
    person: int  # 0 = nobody is known by the number
    number: str
    name: str
    at: datetime | None
    offering: int
    offering_title: str
    terminal: int  # 0 = recorded online
    terminal_name: str
    code: int  # why it waits, a number of errors.proto
    reason: str  # the number's name

    @staticmethod
    def read(row: Any) -> "WaitingScan":
        scan, code = row.scan, row.quarantine or row.scan.code
        return WaitingScan(
            scan.log, scan.sequence, scan.person, scan.number, scan.name, moment(scan.at_ms), row.offering,
            row.offering_title, scan.terminal, row.terminal_name, code, error_name(code) if code else "")


@dataclass(frozen=True)
class Award:
    """Credit that somebody has for an offering."""
    id: int
    person: int
    number: str
    name: str
    offering: int
    offering_title: str
    project_number: str
    category: str  # i, ii
    credits: Decimal
    hours: Decimal
    activity_day: date
    state: str  # pending, effective, reversed, not_valid, lapsed
    reason: str  # of the state
    awarded: datetime | None

    @staticmethod
    def read(row: Any) -> "Award":
        return Award(
            row.id, row.person, row.number, row.name, row.offering, row.offering_title, row.project_number,
            word(row, "category"), tenths(row.credits_tenths), tenths(row.hours_tenths), day(row.activity_day),
            word(row, "state"), row.reason, moment(row.awarded_ms))


@dataclass(frozen=True)
class Certificate:
    """What a genuine certificate says, as anybody is told."""
    state: str  # valid, replaced, revoked
    kind: str  # credit, completion
    name: str  # masked
    title: str
    project_number: str
    credits: Decimal  # 0 = it says none
    hours: Decimal
    first_day: date | None
    last_day: date | None
    issuer: str
    issued_day: date | None

    @staticmethod
    def read(reply: Any) -> "Certificate":
        says = reply.content

        def said(number: int) -> date | None:
            return day(number) if number else None

        return Certificate(
            word(reply, "state"), word(says, "kind"), says.name, says.title, says.project_number,
            tenths(says.credits_tenths), tenths(says.hours_tenths), said(says.first_day), said(says.last_day),
            says.issuer, said(says.issued_day))


@dataclass(frozen=True)
class BadRow:
    line: int  # of the file, from 1
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Job:
    """What became of a file of rows."""
    id: int
    state: str  # waiting, running, done, cancelled, failed
    rows: int
    added: int
    changed: int
    unchanged: int
    bad_count: int
    bad: tuple[BadRow, ...]  # the first 1,000
    landed: bool  # what `added` and `changed` count is stored
    has_accounts: bool  # first passwords wait: JOB_FILE_ACCOUNTS of Uploads.GetJobFile, then Uploads.ForgetAccounts
    failure: str  # of a failed job

    @property
    def is_over(self) -> bool:
        return self.state not in ("waiting", "running")

    @staticmethod
    def read(reply: Any) -> "Job":
        job = reply.job
        bad = tuple(BadRow(row.line, row.column, row.value, row.reason) for row in reply.bad)
        return Job(
            job.id, word(job, "state"), job.rows, job.added, job.changed, job.unchanged, job.bad_count, bad, job.landed,
            job.has_accounts, job.failure.text)
