"""What goes wrong, told apart by class and by the stable numbers of Protocol/errors.proto."""
from typing import Any

from .messages import error_name, error_text


class RollcallError(Exception):
    """All of them. `key` is the idempotency key of the call that failed, empty where it had none: the same call
    under the same key, on this connection or another, takes effect once."""
    key: bytes = b""


class ProtocolError(RollcallError):
    """The other side does not keep to the protocol, or is not the site that was meant. The connection has ended."""


class Closed(RollcallError):
    """The connection has ended or could not be made: the server said goodbye (`code` says why, 0 = no reason; come
    again after `retry_after_ms`), the network failed, or no answer came in time. A call under way may have been done:
    repeat it with `key`."""

    def __init__(self, text: str, code: int = 0, retry_after_ms: int = 0) -> None:
        super().__init__(text)
        self.code, self.retry_after_ms = code, retry_after_ms


class CallError(RollcallError):
    """The server refused one call; the connection goes on.

    `code` is the stable number and `name` its name; `text` is for people; `field` is the field or row concerned;
    `retryable` says whether the same call may do later, after `retry_after_ms`.
    """

    def __init__(self, code: int, text: str = "", field: str = "", retryable: bool = False, retry_after_ms: int = 0) -> None:
        self.code, self.name, self.field = code, error_name(code), field
        self.text = text or error_text(code)
        self.retryable, self.retry_after_ms = retryable, retry_after_ms
        super().__init__(f"{self.text} ({code} {self.name}{', ' + field if field else ''})")


class NotLoggedIn(CallError):
    """102, 302: log in, or again."""


class NotAllowed(CallError):
    """103: the account has no role for this."""


class KeyReused(CallError):
    """105: the idempotency key was used for another request."""


class Invalid(CallError):
    """200: `field` is not valid."""


class NotFound(CallError):
    """201: there is no such thing, or the caller may not know of it."""


class AlreadyExists(CallError):
    """202."""


class WrongState(CallError):
    """203, 204, 205, 208: not now: not open yet, closed already, or changed since."""


class WrongCredentials(CallError):
    """300: wrong name or password."""


class PasswordChangeRequired(CallError):
    """303: the first password must be changed: give `new_password` to `log_in`."""


class EnrolmentRefused(CallError):
    """400: the code of the card is unknown, used, or older than 15 minutes."""


class TerminalRevoked(CallError):
    """402: this terminal is revoked. It keeps its records, and may be enrolled again with another card."""


class TryLater(CallError):
    """Any other number that is retryable, among them 108 (busy): the same call may do after `retry_after_ms`."""


CLASSES: dict[int, type[CallError]] = {
    102: NotLoggedIn, 103: NotAllowed, 105: KeyReused, 200: Invalid, 201: NotFound, 202: AlreadyExists, 203: WrongState,
    204: WrongState, 205: WrongState, 208: WrongState, 300: WrongCredentials, 302: NotLoggedIn,
    303: PasswordChangeRequired, 400: EnrolmentRefused, 402: TerminalRevoked,
}


def refusal(failure: Any) -> CallError:
    """The exception for a `Failure` of the server."""
    kind = CLASSES.get(failure.code, TryLater if failure.retryable else CallError)
    return kind(failure.code, failure.text, failure.field, failure.retryable, failure.retry_after_ms)
