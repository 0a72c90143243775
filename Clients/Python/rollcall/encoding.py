"""Varints and bit fields of the fixed layouts (section 4 of the specification). Messages are protobuf's own matter."""


class DecodeError(ValueError):
    """Bytes that this layout does not allow."""


def require(condition: bool, what: str) -> None:
    if not condition:
        raise DecodeError(what)


def uv(value: int) -> bytes:
    """An unsigned LEB128 varint in its shortest form."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value: int) -> int:
    return value << 1 if value >= 0 else ~(value << 1)


def unzigzag(value: int) -> int:
    return value >> 1 if value & 1 == 0 else ~(value >> 1)


class Reader:
    """Takes bytes from the front; whatever it takes is there, or it raises DecodeError."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    @property
    def rest(self) -> bytes:
        return self.data[self.position:]

    def take(self, count: int) -> bytes:
        require(count <= len(self.data) - self.position, "truncated")
        self.position += count
        return self.data[self.position - count:self.position]

    def u8(self) -> int:
        return self.take(1)[0]

    def u32(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def u64(self) -> int:
        return int.from_bytes(self.take(8), "little")

    def uv(self) -> int:
        value = shift = 0
        while True:
            byte = self.u8()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                require(byte != 0 or shift == 7, "varint is not in its shortest form")
                require(value < 1 << 64, "varint")
                return value
            require(shift < 70, "varint")

    def sv(self) -> int:
        return unzigzag(self.uv())

    def finish(self) -> None:
        require(self.position == len(self.data), "trailing bytes")


RICE_ESCAPE = 24
GOLOMB_LONGEST = 32
HIGHEST_ORDER = 40


class BitWriter:
    """Fills bytes from the least significant bit; the last one is padded with zeros."""

    def __init__(self) -> None:
        self._out = bytearray()
        self._pending = self._count = 0

    def write(self, value: int, width: int) -> None:
        self._pending |= (value & (1 << width) - 1) << self._count
        self._count += width
        whole = self._count // 8
        self._out += (self._pending & (1 << whole * 8) - 1).to_bytes(whole, "little")
        self._pending >>= whole * 8
        self._count -= whole * 8

    def ones(self, count: int) -> None:
        self.write(-1, count)

    def rice(self, value: int, k: int) -> None:
        quotient = value >> k
        if quotient < RICE_ESCAPE:
            self.ones(quotient)
            self.write(0, 1)
        else:
            self.ones(RICE_ESCAPE)
            self.write(quotient, 64)
        self.write(value, k)

    def golomb(self, value: int, k: int) -> None:
        total = value + (1 << k)
        extra = total.bit_length() - 1 - k
        self.ones(extra)
        self.write(0, 1)
        self.write(total, extra + k)

    def finish(self) -> bytes:
        return bytes(self._out) + (bytes([self._pending]) if self._count else b"")


class BitReader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = 0

    def read(self, width: int) -> int:
        start, shift = divmod(self._position, 8)
        self._position += width
        require(self._position <= len(self._data) * 8, "truncated")
        chunk = int.from_bytes(self._data[start:(self._position + 7) // 8], "little")
        return chunk >> shift & (1 << width) - 1

    def ones(self, most: int) -> int:
        """Counts ones up to a zero, which is taken too, or to `most` of them."""
        count = 0
        while count < most and self.read(1):
            count += 1
        return count

    def rice(self, k: int) -> int:
        quotient = self.ones(RICE_ESCAPE)
        if quotient == RICE_ESCAPE:
            quotient = self.read(64)
        value = quotient << k | self.read(k)
        require(value < 1 << 64, "Rice value")
        return value

    def golomb(self, k: int) -> int:
        extra = self.ones(GOLOMB_LONGEST + 1)
        require(extra <= GOLOMB_LONGEST and extra + k < 64, "Golomb value")
        return (1 << extra + k) + self.read(extra + k) - (1 << k)

    def finish(self) -> int:
        """The whole bytes taken; the padding of the last one must be zero."""
        if self._position % 8:
            require(self.read(8 - self._position % 8) == 0, "padding")
        return self._position // 8


def rice_bits(value: int, k: int) -> int:
    quotient = value >> k
    return (quotient + 1 if quotient < RICE_ESCAPE else RICE_ESCAPE + 64) + k


def golomb_bits(value: int, k: int) -> int | None:
    total = value + (1 << k)
    extra = total.bit_length() - 1 - k
    return None if total >= 1 << 64 or extra > GOLOMB_LONGEST else 2 * extra + 1 + k


def best_rice(values: list[int]) -> tuple[int, int]:
    """The order of the fewest bits, the lowest of equal ones, and those bits."""
    costs = [(sum(rice_bits(value, k) for value in values), k) for k in range(HIGHEST_ORDER + 1)]
    bits, k = min(costs)
    return k, bits


def best_golomb(values: list[int]) -> tuple[int, int] | None:
    found: tuple[int, int] | None = None
    for k in range(HIGHEST_ORDER + 1):
        costs = [golomb_bits(value, k) for value in values]
        bits = sum(cost or 0 for cost in costs)
        if None not in costs and (found is None or bits < found[1]):
            found = (k, bits)
    return found
