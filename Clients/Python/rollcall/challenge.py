"""Proof of work before a text message or a registration (section 3.1 of the specification)."""
from itertools import count
from typing import Any

from . import crypto
from .connection import Connection

HARDEST = 32


def is_solved(puzzle: bytes, difficulty: int, nonce: int) -> bool:
    digest = crypto.digest(crypto.PUZZLE, puzzle, nonce.to_bytes(8, "little"))
    return int.from_bytes(digest, "big") >> (256 - difficulty) == 0


def solve(puzzle: bytes, difficulty: int) -> int:
    if not 0 <= difficulty <= HARDEST:
        raise ValueError(f"a puzzle of difficulty {difficulty}")
    return next(nonce for nonce in count() if is_solved(puzzle, difficulty, nonce))


def solution(server: Connection) -> dict[str, Any]:
    """A puzzle of the server's, solved: the field `solution` of the calls that ask for one."""
    challenge = server.call("Accounts.GetChallenge")
    return {"puzzle": challenge.puzzle, "nonce": solve(challenge.puzzle, challenge.difficulty)}
