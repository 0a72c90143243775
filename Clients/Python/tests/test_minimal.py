"""The minimal writer of section 4.2, written from its words alone: what it makes is read as any other batch is."""
import unittest

from rollcall import facts


def uv(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + uv(value >> 7)


def bits(values: list[tuple[int, int]]) -> bytes:
    """(value, width) from the least significant bit on, zero padding."""
    total, length = 0, 0
    for value, width in values:
        total |= value << length
        length += width
    return total.to_bytes((length + 7) // 8, "little")


def column(number: int, values: list[int]) -> bytes:
    if len(set(values)) == 1:
        encoding, data = 0, uv(values[0])
    else:
        width = max(values).bit_length()
        encoding, data = 2, bytes([width]) + bits([(value, width) for value in values])
    return uv(number) + bytes([encoding]) + uv(len(data)) + data


def body(first: int, wall_ms: int, scans: list[tuple[int, int]], offering: int) -> bytes:
    """Check-ins by number: (person, seconds since the one before)."""
    people = sorted({person for person, _ in scans})
    head = b"\x01" + uv(0b1111) + uv(first) + uv(len(scans)) + uv(3) + uv(1000) + uv(wall_ms << 1)
    gaps = [(later - earlier - 1, 40) for earlier, later in zip(people, people[1:])]
    names = uv(len(people)) + uv(people[0]) + b"\x28" + bits([each for gap in gaps for each in ((0, 1), gap)]) + uv(0)
    columns = {0: [1] * len(scans), 1: [people.index(person) for person, _ in scans], 2: [gap for _, gap in scans],
               3: [offering] * len(scans), 5: [facts.BY_NUMBER] * len(scans)}
    needed = {number: values for number, values in columns.items() if any(values)}
    return head + names + uv(len(needed)) + b"".join(column(number, values) for number, values in needed.items())


class MinimalWriter(unittest.TestCase):
    def test_what_a_minimal_writer_makes_is_read(self) -> None:
        scans = [(1081, 0), (7, 3), (52_000_000_011, 0), (7, 61)]
        batch = facts.decode(body(41, 1_760_000_000_123, scans, 52_011))
        self.assertEqual((batch.first_sequence, batch.header.boot, batch.header.wall_ms), (41, (3, 1000), 1_760_000_000_123))
        self.assertEqual([(each.subject, each.offset_ms) for each in batch.facts],
                         [(1081, 0), (7, 3000), (52_000_000_011, 3000), (7, 64_000)])
        self.assertEqual({(each.kind, each.offering, each.method) for each in batch.facts}, {(1, 52_011, 2)})

    def test_one_check_in_is_all_constants(self) -> None:
        self.assertEqual([each.subject for each in facts.decode(body(1, 1, [(5, 0)], 9)).facts], [5])
