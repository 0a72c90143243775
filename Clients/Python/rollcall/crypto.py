"""What is hashed and signed, each use under its own context (section 2 and 4 of the specification)."""
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SITE = b"rollcall.site.v1\0"
TLS_KEY = b"rollcall.tls-key.v1\0"
TERMINAL_AUTHENTICATION = b"rollcall.terminal-authentication.v1\0"
ENROLMENT_PROOF = b"rollcall.enrolment-proof.v1\0"
LOG_OPENING = b"rollcall.log-opening.v1\0"
LOG_ID = b"rollcall.log-id.v1\0"
BATCH = b"rollcall.batch.v1\0"
LOG_CLOSING = b"rollcall.log-closing.v1\0"
PASS = b"rollcall.pass.v1\0"
VENUE_CODE = b"rollcall.venue-code.v1\0"
PUZZLE = b"rollcall.puzzle.v1\0"


def digest(context: bytes, *parts: bytes) -> bytes:
    """BLAKE2b-256(context ‖ parts)."""
    return hashlib.blake2b(context + b"".join(parts), digest_size=32).digest()


def file_digest(data: bytes) -> bytes:
    """Of a file that is sent: BLAKE2b-256 of its bytes alone."""
    return hashlib.blake2b(data, digest_size=32).digest()


def verify(public_key: bytes, signature: bytes, context: bytes, *parts: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, context + b"".join(parts))
    except (InvalidSignature, ValueError):
        return False
    return True


class SigningKey:
    """An Ed25519 key; keep its 32 bytes of seed secret."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, context: bytes, *parts: bytes) -> bytes:
        return self._key.sign(context + b"".join(parts))
