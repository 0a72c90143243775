"""A client of an account: what an integrator needs first, and `call`, `rows` and `stream` for everything else."""
import time
from collections.abc import Iterator
from typing import Any

from . import crypto, passes
from .connection import Connection, PlainTransport, TlsTransport
from .encoding import DecodeError
from .errors import Closed, ProtocolError
from .messages import LISTS, METHODS, message, new_key
from .rows import Account, Award, Certificate, Job, Offering, Presence, RosterEntry, WaitingScan

IDLE_S = 60  # a server closes a connection that is silent for 90 s
PAUSES_S = (0, 1, 4)  # before a call whose answer was lost is sent again
LARGEST_FILE = 8 << 20
CHUNK = 64 << 10
MOST_WAIT_MS = 10_000


def connect(
    server: str, pin: bytes, plain: bool = False, timeout_s: float = 30, server_logs: Any = ()
) -> Connection:
    """A connection to HOST:PORT or [IPv6]:PORT; raises Closed, or ProtocolError where another site answers."""
    host, _, port = server.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 1 << 16:
        raise ValueError(f"{server!r} is not HOST:PORT")
    transport = PlainTransport if plain else TlsTransport
    return Connection(transport(host.strip("[]"), int(port), timeout_s), pin, timeout_s=timeout_s, server_logs=server_logs)


class Client:
    """A server, as one account sees it. For one thread at a time; `with` closes it.

    `server` is HOST:PORT, `site` the fingerprint that `rollcalld init` printed: another server is refused. `plain` goes
    without TLS, on this machine only. `timeout_s` is the longest wait for one answer. `language` ("en", "zh") is that
    of the server's texts. Making it connects: it raises Closed, ProtocolError, or ValueError for a mistyped argument.

    Every method raises the classes of `rollcall.errors`. A call whose answer was lost is sent again, up to three times,
    on a new connection, under the same idempotency key: it takes effect once. Then `Closed` is raised, and its
    `key` is the key to repeat the call with later.
    """

    def __init__(
        self, server: str, site: str, *, plain: bool = False, timeout_s: float = 30, language: str = "en"
    ) -> None:
        try:
            self._pin = passes.read_fingerprint(site)
        except DecodeError as error:
            raise ValueError(f"{site!r} is no fingerprint of a site: {error}") from None
        self._server, self._plain, self._timeout_s, self._language = server, plain, timeout_s, language
        self._session = b""
        self._connection = self._connect()

    def _connect(self) -> Connection:
        connection = connect(self._server, self._pin, self._plain, self._timeout_s)
        connection.locale = self._language
        self._used = time.monotonic()
        if self._session:
            connection.call("Accounts.ResumeSession", session=self._session)
            connection.authenticated()
        return connection

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # --- The account ---

    def log_in(self, name: str, password: str, new_password: str = "") -> Account:
        """Logs in by account name, phone or ID number; the session lasts a week.

        `new_password` takes the place of a first password, which allows nothing but that; it is not used where there
        is none to replace. Raises WrongCredentials, and TryLater after too many failures.
        """
        account = Account.read(self._connection.login(name, password))
        self._session = account.session
        if account.must_change_password and new_password:
            self.call("Accounts.ChangePassword", old_password=password, new_password=new_password)
            account = Account.read(self._connection.login(name, new_password))
            self._session = account.session
        return account

    def resume(self, session: bytes) -> Account:
        """Goes on with the session of an earlier `log_in`. Raises NotLoggedIn when it has ended."""
        account = Account.read(self._connection.call("Accounts.ResumeSession", session=session))
        self._connection.authenticated()
        self._session = session
        return account

    # --- Lists: each fetches its pages as it is read, 500 rows at a time ---

    def offerings(self, base: int = 0, state: str = "") -> Iterator[Offering]:
        """The offerings (classes) that the account may see, of one base or of all, in one state ("approved") or any."""
        return map(Offering.read, self.rows("Projects.ListOfferings", base=base, **_chosen("OFFERING_STATE", state)))

    def roster(self, offering: int) -> Iterator[RosterEntry]:
        """The people of an offering. Raises NotFound and NotAllowed."""
        return map(RosterEntry.read, self.rows("Projects.ListRoster", offering=offering))

    def attendance(self, offering: int) -> Iterator[Presence]:
        """Everybody on the roster of an offering: present or not, window by window, as it stands now."""
        return map(Presence.read, self.rows("Attendance.Analyse", offering=offering))

    def waiting(self, *, offering: int = 0, base: int = 0) -> Iterator[WaitingScan]:
        """Check-ins that wait for a person's decision: the flagged ones of an offering, or, of a base, those that its
        terminals recorded and no offering's list shows. Give one of the two."""
        if (offering == 0) == (base == 0):
            raise ValueError("an offering or a base")
        return map(WaitingScan.read, self.rows("Worklist.ListWork", offering=offering, base=base))

    def awards(self, offering: int) -> Iterator[Award]:
        """The credit awarded for an offering, that which was reversed included: look at `state`."""
        return map(Award.read, self.rows("Credits.ListAwards", offering=offering))

    def verify_certificate(self, number: str, code: str) -> Certificate:
        """What the certificate of this number says; both stand on it. Needs no login. Raises NotFound for a number
        that is unknown and for a wrong code."""
        return Certificate.read(self.call("Certificates.Verify", number=number, code=code))

    # --- Files of rows ---

    def upload(
        self, kind: str, data: bytes, target: int = 0, *, file_name: str = "rows.csv", dry_run: bool = False,
        all_or_nothing: bool = False, key: bytes = b"", wait_s: float = 600,
    ) -> Job:
        """Sends a file of rows and waits until the server has worked through it.

        `kind` is "roster" (`target`: the offering), "trainees" (the unit), "certificates" (the base), "organisations",
        …; `data` is CSV in UTF-8 or GB18030, or a workbook, at most 8 MiB, with the headings of the template
        (`call("Uploads.Template", kind="UPLOAD_KIND_ROSTER").bytes`). The same file again changes nothing. Bad rows are
        told in the result and stop no other, unless `all_or_nothing`; `dry_run` judges and stores nothing.

        `key` (16 bytes) makes a repetition the same upload, whatever became of the answer to the first. A job that is
        not over after `wait_s` goes on by itself: see `is_over`, and `job`.
        """
        if len(data) > LARGEST_FILE:
            raise ValueError(f"a file of {len(data)} bytes; {LARGEST_FILE} are accepted")
        chunks = [message("UploadChunk", bytes=data[at:at + CHUNK]) for at in range(0, len(data), CHUNK)]
        reply = self.call(
            "Uploads.Upload", items=chunks, key=key, target=target, file_name=file_name, size=len(data),
            digest=crypto.file_digest(data), dry_run=dry_run, all_or_nothing=all_or_nothing,
            **_chosen("UPLOAD_KIND", kind, "kind"))
        return self.job(reply.job, wait_s)

    def job(self, job: int, wait_s: float = 0) -> Job:
        """How far an upload is; waits until it is over, at most so many seconds."""
        deadline, seen = time.monotonic() + wait_s, 0
        while True:
            left_ms = max(0, int((deadline - time.monotonic()) * 1000))
            wait_ms = min(left_ms, MOST_WAIT_MS, int(self._timeout_s * 500))
            reply = self.call("Uploads.GetJob", job=job, seen=seen, wait_ms=wait_ms, with_bad=True)
            found, seen = Job.read(reply), reply.job.revision
            if found.is_over or left_ms == 0:
                return found

    # --- Everything else ---

    def rows(self, method: str, /, **fields: Any) -> Iterator[Any]:
        """The rows of any method that lists, page by page: messages of its .proto file."""
        rows = LISTS[METHODS[method].reply.DESCRIPTOR.name]
        place = "cursor" if "cursor" in METHODS[method].request.DESCRIPTOR.fields_by_name else "after"
        seen: set[Any] = set()
        fields = {"limit": 500} | fields
        while True:
            page = self.call(method, **fields)
            yield from getattr(page, rows)
            if not page.next:
                return
            if page.next in seen:
                raise ProtocolError(f"{method} goes round in circles")
            seen.add(page.next)
            fields[place] = page.next

    def call(self, method: str, /, *, key: bytes = b"", **fields: Any) -> Any:
        """Any method with one reply, by its name in Protocol/README.md: `call("Accounts.WhoAmI")`.

        Fields are those of its request; the result is its reply. `key` is the idempotency key of a method that
        mutates, 16 bytes; one is made unless it is given. `items` are those of a method that takes some, as a list.
        """
        if METHODS[method].needs_key:
            key = key or new_key()
        pauses_s = iter(PAUSES_S)
        while True:
            try:
                reply = self._ready().call(method, key=key, **fields)
                self._used = time.monotonic()
                return reply
            except Closed as closed:
                closed.key, pause_s = key, next(pauses_s, None)
                if pause_s is None or 0 < closed.code < 100:  # those numbers say that this program is in error
                    raise
                time.sleep(pause_s)

    def stream(self, method: str, /, **fields: Any) -> Iterator[Any]:
        """Any method that answers with items, one by one. It is not repeated when the connection ends."""
        return self._ready().stream(method, **fields)

    def _ready(self) -> Connection:
        if self._connection.is_over or time.monotonic() - self._used > IDLE_S:
            self._connection.close()
            self._connection = self._connect()
        return self._connection


def _chosen(kind: str, value: str, field: str = "state") -> dict[str, str]:
    return {field: f"{kind}_{value.upper().replace('-', '_')}"} if value else {}
