"""What people carry, type and scan: typed codes (section 2), passes and venue codes (section 5)."""
import hashlib
import hmac
import unicodedata
from dataclasses import dataclass

from . import crypto
from .encoding import DecodeError, Reader, require, uv
from .facts import LIMIT

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
COURSE, EXAM_TICKET = 1, 2


def crockford(data: bytes) -> list[int]:
    """Symbols of five bits, the first bit first; the last is filled with zeros."""
    bits = int.from_bytes(data, "big") << -len(data) * 8 % 5
    return [bits >> 5 * place & 31 for place in reversed(range((len(data) * 8 + 4) // 5))]


def from_crockford(symbols: list[int]) -> bytes:
    bits = 0
    for symbol in symbols:
        bits = bits << 5 | symbol
    filled = len(symbols) * 5 % 8
    require(filled < 5, "a symbol too many")
    require(bits & (1 << filled) - 1 == 0, "filling bits")
    return (bits >> filled).to_bytes(len(symbols) * 5 // 8, "big")


def read_symbols(text: str, most: int) -> list[int]:
    """The symbols of a text in any case and grouping, as people type it and input methods leave it."""
    require(len(text) <= most * 6, "too long")
    symbols = []
    for character in text:
        if character.isspace() or unicodedata.category(character) == "Pd" or character == "−":
            continue
        if "！" <= character <= "～":
            character = chr(ord(character) - 0xFEE0)
        if character == "-":
            continue
        place = CROCKFORD.find({"O": "0", "I": "1", "L": "1"}.get(character.upper(), character.upper()))
        require(place >= 0 and character.isascii(), f"symbol {character!r}")
        symbols.append(place)
    require(len(symbols) <= most, "too long")
    return symbols


def check_symbol(symbols: list[int]) -> int:
    """Σ 2^i · symbol, i = 1, 2 …, in GF(32)."""
    total, weight = 0, 1
    for symbol in symbols:
        weight = _doubled(weight)
        shifted = symbol
        for bit in range(5):
            total ^= shifted if weight >> bit & 1 else 0
            shifted = _doubled(shifted)
    return total


def _doubled(value: int) -> int:
    return value << 1 if value < 16 else (value << 1 ^ 0b100101) & 31


def typed(symbols: list[int], group: int) -> str:
    text = "".join(CROCKFORD[symbol] for symbol in [*symbols, check_symbol(symbols)])
    return "-".join(text[start:start + group] for start in range(0, len(text), group))


def checked(symbols: list[int], count: int) -> list[int]:
    """The symbols without their check symbol."""
    require(len(symbols) == count + 1, f"mistyped: {len(symbols)} symbols where {count + 1} are due")
    require(check_symbol(symbols[:-1]) == symbols[-1], "mistyped: the check symbol differs")
    return symbols[:-1]


def fingerprint(site: bytes) -> str:
    """How a site is known to people: the first 16 bytes of its id."""
    return typed(crockford(site[:16]), 5)


def read_fingerprint(text: str) -> bytes:
    """What an operator gives to pin a site by."""
    return from_crockford(checked(read_symbols(text, 27), 26))


def enrolment_code(secret: bytes) -> str:
    return typed(crockford(secret)[:15], 4)


def read_enrolment_code(text: str) -> bytes:
    """The secret to enrol with: 75 bits in 10 bytes."""
    return from_crockford([*checked(read_symbols(text, 16), 15), 0])


def read_enrolment_card(text: str) -> tuple[bytes, bytes]:
    """The secret to enrol with, and the fingerprint to pin, from the text of a QR code."""
    require(text.strip()[:4].upper() == "RE1-", "not a card")
    symbols = read_symbols(text.strip()[4:], 43)
    secret = from_crockford([*checked(symbols[:16], 15), 0])
    return secret, from_crockford(checked(symbols[16:], 26))


def base45(data: bytes) -> str:
    text = ""
    for start in range(0, len(data), 2):
        pair = data[start:start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            text += BASE45[number % 45]
            number //= 45
    return text


def from_base45(text: str) -> bytes:
    data = b""
    for start in range(0, len(text), 3):
        group = [BASE45.find(character) for character in text[start:start + 3]]
        require(len(group) > 1 and min(group) >= 0, "Base45")
        number = sum(place * 45 ** weight for weight, place in enumerate(group))
        require(number < 1 << 8 * (len(group) - 1), "Base45")
        data += number.to_bytes(len(group) - 1, "big")
    return data


def validity(start_ms: int, end_ms: int, now_ms: int, tolerance_ms: int) -> str:
    """valid, or since how many milliseconds it is expired, or in how many it begins."""
    if now_ms < start_ms - tolerance_ms:
        return f"future {start_ms - now_ms}"
    if now_ms >= end_ms + tolerance_ms:
        return f"expired {now_ms - end_ms}"
    return "valid"


@dataclass(frozen=True)
class Pass:
    key_id: int
    kind: int
    person: int
    offering: int
    not_before: int  # seconds since 1970
    not_after: int  # excluded
    serial: int
    signature: bytes = b""

    @staticmethod
    def read(text: str) -> "Pass":
        """Reads a pass; everything in it is a claim until it is `genuine`."""
        text = text.strip(" \t\n\v\f\r")
        require(text.startswith("RP1-") and len(text) <= 145, "not a pass of this version")
        reader = Reader(from_base45(text[4:]))
        found = Pass(
            reader.u8(), reader.u8(), reader.uv(), reader.uv(), reader.u32(), reader.u32(), reader.u32(), reader.take(64))
        reader.finish()
        require(found.kind in (COURSE, EXAM_TICKET), "kind")
        require(0 < found.person < LIMIT and 0 < found.offering < LIMIT, "id")
        require(found.not_before <= found.not_after, "validity")
        return found

    def encode(self) -> bytes:
        times = (self.not_before, self.not_after, self.serial)
        return bytes([self.key_id, self.kind]) + uv(self.person) + uv(self.offering) + b"".join(
            number.to_bytes(4, "little") for number in times)

    def genuine(self, site: bytes, keys: dict[int, bytes]) -> bool:
        """Whether the site's key of this very id has signed it."""
        key = keys.get(self.key_id)
        return key is not None and crypto.verify(key, self.signature, crypto.PASS, site, self.encode())

    def validity(self, now_ms: int, tolerance_ms: int) -> str:
        return validity(self.not_before * 1000, self.not_after * 1000, now_ms, tolerance_ms)


@dataclass(frozen=True)
class VenueCode:
    key_id: int
    offering: int
    course: int
    slot: int
    mac: bytes = b""

    @staticmethod
    def read(text: str) -> "VenueCode":
        symbols = read_symbols(text, 58)
        require([CROCKFORD[symbol] for symbol in symbols[:3]] == ["R", "V", "1"], "not a venue code of this version")
        reader = Reader(from_crockford(symbols[3:]))
        found = VenueCode(reader.uv(), reader.uv(), reader.uv(), reader.uv(), reader.take(8))
        reader.finish()
        if not (found.key_id < 1 << 32 and 0 < found.offering < LIMIT and found.course < LIMIT and found.slot < 1 << 34):
            raise DecodeError("number")
        return found

    def genuine(self, keys: dict[int, tuple[bytes, int]]) -> bool:
        """Whether the key of this very id made it; `keys` are those of its offering and course, with their periods."""
        key = keys.get(self.key_id)
        return key is not None and hmac.compare_digest(self._mac(*key), self.mac)

    def validity(self, period_s: int, now_ms: int, tolerance_ms: int) -> str:
        return validity(self.slot * period_s * 1000, (self.slot + 1) * period_s * 1000, now_ms, tolerance_ms)

    def text(self, key: bytes, period_s: int) -> str:
        """The code as a venue shows it."""
        return "RV1-" + "".join(CROCKFORD[symbol] for symbol in crockford(self._claim() + self._mac(key, period_s)))

    def _claim(self) -> bytes:
        return uv(self.key_id) + uv(self.offering) + uv(self.course) + uv(self.slot)

    def _mac(self, key: bytes, period_s: int) -> bytes:
        data = crypto.VENUE_CODE + period_s.to_bytes(4, "little") + self._claim()
        return hashlib.blake2b(data, digest_size=32, key=key).digest()[:8]
