"""What is hashed and signed, each use under its own context (section 2 and 4 of the specification)."""
import hashlib

import struct

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from .encoding import uv

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
SCOPE_ITEM = b"rollcall.scope-item.v1\0"
ROSTER_NAME = b"rollcall.roster-name.v1\0"


def digest(context: bytes, *parts: bytes) -> bytes:
    """BLAKE2b-256(context ‖ parts)."""
    return hashlib.blake2b(context + b"".join(parts), digest_size=32).digest()


def file_digest(data: bytes) -> bytes:
    """Of a file that is sent: BLAKE2b-256 of its bytes alone."""
    return hashlib.blake2b(data, digest_size=32).digest()


def scope_item(kind: int, id: int, position: int) -> bytes:
    """16 bytes; their sum tells a terminal that it has everything."""
    return hashlib.blake2b(SCOPE_ITEM + uv(kind) + uv(id) + uv(position), digest_size=16).digest()


def open_name(key: bytes, sealed: bytes, offering: int, person: int) -> str:
    """A name of a roster, by the key that `Authenticate` gives; empty if it is not of that key, offering and person."""
    associated = ROSTER_NAME + offering.to_bytes(8, "little") + person.to_bytes(8, "little")
    try:
        cipher = ChaCha20Poly1305(_hchacha20(key, sealed[:16]))
        return cipher.decrypt(bytes(4) + sealed[16:24], sealed[24:], associated).decode()
    except (InvalidTag, ValueError, struct.error):
        return ""


def _hchacha20(key: bytes, nonce: bytes) -> bytes:
    """The key of XChaCha20 for a nonce's first 16 bytes (draft-irtf-cfrg-xchacha, 2.2)."""
    state = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce))

    def quarter(a: int, b: int, c: int, d: int) -> None:
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[x] = (state[x] + state[y]) & 0xFFFFFFFF
            mixed = state[z] ^ state[x]
            state[z] = (mixed << turn | mixed >> 32 - turn) & 0xFFFFFFFF

    for _ in range(10):
        for at in range(4):
            quarter(at, at + 4, at + 8, at + 12)
        for at in range(4):
            quarter(at, (at + 1) % 4 + 4, (at + 2) % 4 + 8, (at + 3) % 4 + 12)
    return struct.pack("<8I", *state[:4], *state[12:])


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
