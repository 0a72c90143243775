"""A client of the Rollcall registry.

    from rollcall import Client

    with Client("rollcall.example:7700", site="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XX") as client:
        client.log_in("bot", password)
        for offering in client.offerings():
            print(offering.id, offering.title)

`Client` is for accounts and `Terminal` for devices that record offline; both raise the classes of `rollcall.errors`.
"""
from .client import Client
from .device import Quarantined, Synced, Terminal
from .errors import (
    AlreadyExists, CallError, Closed, EnrolmentRefused, Invalid, KeyReused, NotAllowed, NotFound, NotLoggedIn,
    PasswordChangeRequired, ProtocolError, RollcallError, TerminalRevoked, TryLater, WrongCredentials, WrongState)
from .messages import new_key
from .rows import (
    Account, Award, BadRow, Certificate, Job, Offering, Presence, Role, RosterEntry, WaitingScan, Window)
from .scope import Class

__all__ = [
    "Account", "AlreadyExists", "Award", "BadRow", "CallError", "Certificate", "Class", "Client", "Closed",
    "EnrolmentRefused", "Invalid", "Job", "KeyReused", "NotAllowed", "NotFound", "NotLoggedIn", "Offering",
    "PasswordChangeRequired", "Presence", "ProtocolError", "Quarantined", "Role", "RollcallError", "RosterEntry",
    "Synced", "Terminal", "TerminalRevoked", "TryLater", "WaitingScan", "Window", "WrongCredentials", "WrongState",
    "new_key",
]
