"""Facts and the body of a batch (section 4.2 of the specification)."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from .encoding import BitReader, BitWriter, DecodeError, HIGHEST_ORDER, Reader, best_golomb, best_rice, require
from .encoding import unzigzag, uv, zigzag

CHECK_IN, SCORE, VOID, CORRECTION, ADJUDICATION, DECISION = 1, 2, 3, 4, 5, 6
BY_PASS, BY_NUMBER, BY_VENUE_CODE, BY_FILE, BY_STAFF = 1, 2, 3, 4, 5
EXAM = 1  # the assessment that every offering has
SKILLS = 2  # the assessment of an offering that is a skills exam: its marks carry a sheet
SAW, REPLACES = 0, 1

Subject = int | bytes  # a person's id, or the bytes of a code nobody recognised

LIMIT = 1 << 53
MOST_FACTS = 65_536
MOST_BYTES = 1 << 20
MOST_COLUMNS = MOST_REFERENCES = 64
MOST_ITEMS = 60


@dataclass(frozen=True)
class Reference:
    role: int
    sequence: int
    other: tuple[bytes, bytes] | None = None  # another log's id and the tag of its batch, 16 bytes each


@dataclass(frozen=True)
class Fact:
    kind: int
    subject: Subject
    offset_ms: int  # since the batch's own time
    offering: int = 0
    actor: int = 0  # 0: the device alone
    method: int = 0
    references: tuple[Reference, ...] = ()
    extensions: bytes = b""
    value: int = 0  # a score in hundredths
    assessment: int = 0
    course: int = 0
    slot: int = 0
    proof: bytes = b""  # algorithm and signature, reserved
    source_status: int = 0
    verify_mode: int = 0
    work_code: int = 0


@dataclass(frozen=True)
class Receipt:
    sequence: int  # the last of this log that the server had
    time_ms: int
    token: int
    boot: int  # when it came, by the device
    monotonic_ms: int


@dataclass(frozen=True)
class Header:
    boot: tuple[int, int] | None = None  # boot number, monotonic ms at the first fact
    wall_ms: int | None = None
    receipt: Receipt | None = None
    schema: int = 1
    imported: tuple[int, int] | None = None  # zone minutes, local ms
    tick_ms: int = 1000


@dataclass(frozen=True)
class Batch:
    header: Header
    first_sequence: int
    facts: tuple[Fact, ...]
    # Columns this reader does not know, byte for byte: id, encoding, bytes.
    opaque: tuple[tuple[int, int, bytes], ...] = ()
    # Why the batch must wait for a newer reader; it is kept and passed on as it is, and shows no facts.
    deferred: str = ""
    count: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Sheet:
    """What a mark of a skills exam holds in column 7: points of each item in hundredths, and whether the step was failed."""
    checklist: int
    edition: int
    items: tuple[tuple[int, bool], ...]

    def encode(self) -> bytes:
        numbers = [2 * earned + failed for earned, failed in self.items]
        return b"".join(uv(number) for number in (self.checklist, self.edition, len(numbers), *numbers))

    @classmethod
    def decode(cls, data: bytes) -> "Sheet":
        reader = Reader(data)
        checklist, edition, count = reader.uv(), reader.uv(), reader.uv()
        require(checklist < LIMIT and edition < LIMIT and 1 <= count <= MOST_ITEMS, "sheet")
        numbers = [reader.uv() for _ in range(count)]
        require(all(number >> 1 <= 10_000 for number in numbers), "points")
        reader.finish()
        return cls(checklist, edition, tuple((number >> 1, bool(number & 1)) for number in numbers))

    @property
    def value(self) -> int:
        """The mark, in hundredths."""
        return sum(earned for earned, _ in self.items)


# The columns of one number a row, by id, and the field they fill. 1 and 2 are the subject's index and the time.
NUMBERS = {
    0: "kind", 3: "offering", 4: "actor", 5: "method", 8: "value", 9: "assessment", 10: "course", 11: "slot",
    128: "source_status", 129: "verify_mode", 130: "work_code",
}
SUBJECT, ELAPSED, REFERENCES, EXTENSIONS, PROOF = 1, 2, 6, 7, 12
PADDING = 255
UNITS_BESIDE_BODY = 64
CONSTANT, RUNS, PACKED, RICE, SPARSE, GOLOMB = range(6)
KNOWN = NUMBERS.keys() | {SUBJECT, ELAPSED, REFERENCES, EXTENSIONS, PROOF}


# --- Writing: the smallest encoding of each column, the lower number of equal ones ---

def encode(batch: Batch) -> bytes:
    header, facts = batch.header, batch.facts
    require(1 <= len(facts) <= MOST_FACTS, "count")
    ids = sorted({fact.subject for fact in facts if isinstance(fact.subject, int)})
    raws = sorted({fact.subject for fact in facts if isinstance(fact.subject, bytes)})
    index = {subject: place for place, subject in enumerate([*ids, *raws])}
    ticks = [fact.offset_ms // header.tick_ms for fact in facts]
    deltas = [after - before for before, after in zip([0, *ticks], ticks)]
    require(header.imported is not None or min(deltas) >= 0, "a live batch goes forward in time")

    columns: dict[int, tuple[int, bytes]] = {place: (encoding, data) for place, encoding, data in batch.opaque}
    for place, name in NUMBERS.items():
        add(columns, place, [getattr(fact, name) for fact in facts])
    add(columns, SUBJECT, [index[fact.subject] for fact in facts])
    add(columns, ELAPSED, [zigzag(delta) for delta in deltas] if header.imported else deltas)
    add_sparse(columns, REFERENCES, [encode_references(fact.references) for fact in facts])
    add_sparse(columns, EXTENSIONS, [fact.extensions for fact in facts])
    add_sparse(columns, PROOF, [fact.proof for fact in facts])

    start = encode_header(header, batch.first_sequence, len(facts)) + encode_dictionary(ids, raws)
    body = start + encode_columns(columns)
    lacking = cost(facts) - len(body) - UNITS_BESIDE_BODY
    if lacking > 0 and PADDING not in columns:
        columns[PADDING] = (CONSTANT, bytes(lacking))
        body = start + encode_columns(columns)
    require(len(body) <= MOST_BYTES, "too large: take fewer facts")
    return body


def encode_columns(columns: dict[int, tuple[int, bytes]]) -> bytes:
    out = uv(len(columns))
    for place, (encoding, data) in sorted(columns.items()):
        out += uv(place) + bytes([encoding]) + uv(len(data)) + data
    return out


def cost(facts: Sequence[Fact]) -> int:
    """What the facts cost of the units that a body pays for."""
    offerings = {fact.offering for fact in facts}
    return sum(1 if fact.kind == CHECK_IN else 3 for fact in facts) + 12 * (len(offerings) - 1)


def encode_header(header: Header, first_sequence: int, count: int) -> bytes:
    def pair(values: tuple[int, int], write: Callable[[int], bytes] = uv) -> bytes:
        return write(values[0]) + write(values[1])

    fields = [
        uv(first_sequence) if first_sequence != 1 else b"",
        uv(count) if count != 1 else b"",
        pair(header.boot) if header.boot else b"",
        uv(zigzag(header.wall_ms)) if header.wall_ms is not None else b"",
        encode_receipt(header.receipt) if header.receipt else b"",
        uv(header.schema) if header.schema != 1 else b"",
        pair(header.imported, lambda value: uv(zigzag(value))) if header.imported else b"",
        uv(header.tick_ms) if header.tick_ms != 1000 else b"",
    ]
    flags = sum(1 << bit for bit, data in enumerate(fields) if data)
    return b"\x01" + uv(flags) + b"".join(fields)


def encode_receipt(receipt: Receipt) -> bytes:
    times = receipt.time_ms.to_bytes(8, "little") + receipt.token.to_bytes(8, "little")
    return uv(receipt.sequence) + times + uv(receipt.boot) + uv(receipt.monotonic_ms)


def encode_dictionary(ids: list[int], raws: list[bytes]) -> bytes:
    out = uv(len(ids))
    if ids:
        gaps = [after - before - 1 for before, after in zip(ids, ids[1:])]
        k, _ = best_rice(gaps)
        bits = BitWriter()
        for gap in gaps:
            bits.rice(gap, k)
        out += uv(ids[0]) + bytes([k]) + bits.finish()
    return out + uv(len(raws)) + b"".join(uv(len(raw)) + raw for raw in raws)


def add(columns: dict[int, tuple[int, bytes]], place: int, values: list[int]) -> None:
    if not any(values):
        return
    if min(values) == max(values):
        columns[place] = (CONSTANT, uv(values[0]))
        return
    width = max(values).bit_length()
    k_rice, k_golomb = best_rice(values)[0], best_golomb(values)
    choices = [(RUNS, encode_runs(values))]
    choices.append((PACKED, encode_bits(values, width, lambda bits, value: bits.write(value, width))))
    choices.append((RICE, encode_bits(values, k_rice, lambda bits, value: bits.rice(value, k_rice))))
    if k_golomb is not None:
        k = k_golomb[0]
        choices.append((GOLOMB, encode_bits(values, k, lambda bits, value: bits.golomb(value, k))))
    columns[place] = min(choices, key=lambda choice: len(choice[1]))


def encode_runs(values: list[int]) -> bytes:
    runs: list[list[int]] = []
    for value in values:
        if runs and runs[-1][0] == value:
            runs[-1][1] += 1
        else:
            runs.append([value, 1])
    return b"".join(uv(value) + uv(length) for value, length in runs)


def encode_bits(values: list[int], parameter: int, write: Callable[[BitWriter, int], None]) -> bytes:
    bits = BitWriter()
    for value in values:
        write(bits, value)
    return bytes([parameter]) + bits.finish()


def add_sparse(columns: dict[int, tuple[int, bytes]], place: int, rows: Sequence[bytes]) -> None:
    out, next_row = b"", 0
    for row, data in enumerate(rows):
        if data:
            out += uv(row - next_row) + uv(len(data)) + data
            next_row = row + 1
    if out:
        columns[place] = (SPARSE, uv(sum(1 for data in rows if data)) + out)


def encode_references(references: tuple[Reference, ...]) -> bytes:
    out = b""
    for each in references:
        log, tag = each.other or (b"", b"")
        out += bytes([each.role | (4 if each.other else 0)]) + log + uv(each.sequence) + tag
    return uv(len(references)) + out if references else b""


# --- Reading: every length and every bound is checked ---

def decode(body: bytes) -> Batch:
    require(len(body) <= MOST_BYTES, "too large")
    reader = Reader(body)
    header, first_sequence, count, known = decode_header(reader)
    if not known:
        return Batch(header, first_sequence, (), deferred="a header field this reader does not know", count=count)
    subjects = decode_dictionary(reader, count)
    columns: dict[int, list[int]] = {}
    sparse: dict[int, list[bytes]] = {}
    opaque: list[tuple[int, int, bytes]] = []
    deferred = "" if header.schema == 1 else f"schema {header.schema}"
    last, length = -1, reader.uv()
    require(length <= MOST_COLUMNS, "columns")
    for _ in range(length):
        place, encoding = reader.uv(), reader.u8()
        data = reader.take(reader.uv())
        require(place > last, "columns ascend")
        last = place
        if place not in KNOWN or encoding > GOLOMB:
            opaque.append((place, encoding, data))
            if place < 128:
                deferred = deferred or f"column {place}"
        elif place in (REFERENCES, EXTENSIONS, PROOF):
            require(encoding == SPARSE, "column encoding")
            sparse[place] = decode_sparse(data, count)
        else:
            columns[place] = decode_numbers(encoding, data, count)
    reader.finish()
    facts = decode_facts(header, count, subjects, columns, sparse)
    return Batch(header, first_sequence, () if deferred else facts, tuple(opaque), deferred, count)


def decode_header(reader: Reader) -> tuple[Header, int, int, bool]:
    def bounded(value: int, limit: int, what: str) -> int:
        require(-limit < value < limit, what)
        return value

    require(reader.u8() == 1, "layout")
    flags = reader.uv()
    first = reader.uv() if flags & 1 else 1
    count = reader.uv() if flags & 2 else 1
    require(1 <= count <= MOST_FACTS, "count")
    require(0 < first < LIMIT - count, "first sequence")
    require(flags & 0x44 != 0x44, "boot and imported at once")
    header = Header()
    if flags & 4:
        header = replace(header, boot=(bounded(reader.uv(), LIMIT, "boot"), bounded(reader.uv(), LIMIT, "time")))
    if flags & 8:
        header = replace(header, wall_ms=bounded(reader.sv(), LIMIT, "wall time"))
    if flags & 16:
        header = replace(header, receipt=Receipt(
            bounded(reader.uv(), LIMIT, "receipt"), bounded(reader.u64(), LIMIT, "receipt time"), reader.u64(),
            bounded(reader.uv(), LIMIT, "receipt boot"), bounded(reader.uv(), LIMIT, "receipt monotonic time")))
    if flags & 32:
        header = replace(header, schema=bounded(reader.uv(), LIMIT, "schema"))
    if flags & 64:
        header = replace(header, imported=(bounded(reader.sv(), 1440, "zone"), bounded(reader.sv(), LIMIT, "time")))
    if flags & 128:
        header = replace(header, tick_ms=reader.uv())
    require(1 <= header.tick_ms <= 3_600_000, "tick")
    return header, first, count, flags < 256


def decode_dictionary(reader: Reader, count: int) -> list[Subject]:
    subjects: list[Subject] = []
    length = reader.uv()
    require(length <= count, "subjects")
    if length:
        person, k = reader.uv(), reader.u8()
        require(k <= HIGHEST_ORDER, "Rice order")
        bits = BitReader(reader.rest)
        subjects.append(person)
        for _ in range(length - 1):
            person += bits.rice(k) + 1
            subjects.append(person)
        require(0 < subjects[0] and person < LIMIT, "subject")  # type: ignore[operator]
        reader.take(bits.finish())
    raws: list[bytes] = []
    length = reader.uv()
    require(length <= count - len(subjects), "subjects")
    for _ in range(length):
        size = reader.uv()
        require(1 <= size <= 256, "raw subject")
        raws.append(reader.take(size))
    require(all(before < after for before, after in zip(raws, raws[1:])), "raw subjects ascend")
    require(len(subjects) + len(raws) > 0, "subjects")
    return [*subjects, *raws]


def decode_numbers(encoding: int, data: bytes, count: int) -> list[int]:
    reader = Reader(data)
    if encoding == CONSTANT:
        values = [reader.uv()] * count
        reader.finish()
        return values
    if encoding == RUNS:
        values = []
        while reader.rest:
            value, length = reader.uv(), reader.uv()
            require(0 < length <= count - len(values), "run length")
            values += [value] * length
        require(len(values) == count, "truncated")
        return values
    parameter = reader.u8()
    bits = BitReader(reader.rest)
    if encoding == PACKED:
        require(parameter <= 64, "packed width")
        values = [bits.read(parameter) for _ in range(count)]
    elif encoding in (RICE, GOLOMB):
        require(parameter <= HIGHEST_ORDER, "order")
        read = bits.rice if encoding == RICE else bits.golomb
        values = [read(parameter) for _ in range(count)]
    else:
        raise DecodeError("column encoding")
    require(bits.finish() == len(data) - 1, "column length")
    return values


def decode_sparse(data: bytes, count: int) -> list[bytes]:
    reader, rows, row = Reader(data), [b""] * count, -1
    entries = reader.uv()
    require(entries <= count, "sparse count")
    for _ in range(entries):
        row += reader.uv() + 1
        require(row < count, "sparse row")
        rows[row] = reader.take(reader.uv())
        require(len(rows[row]) > 0, "sparse length")
    reader.finish()
    return rows


def decode_references(data: bytes) -> tuple[Reference, ...]:
    if not data:
        return ()
    reader, out = Reader(data), []
    length = reader.uv()
    require(1 <= length <= MOST_REFERENCES, "references")
    for _ in range(length):
        bits = reader.u8()
        require(bits & ~4 in (SAW, REPLACES), "reference role")
        log = reader.take(16) if bits & 4 else b""
        sequence = reader.uv()
        require(0 < sequence < LIMIT, "reference sequence")
        out.append(Reference(bits & 3, sequence, (log, reader.take(16)) if bits & 4 else None))
    reader.finish()
    return tuple(out)


def decode_facts(
    header: Header, count: int, subjects: list[Subject], columns: dict[int, list[int]], sparse: dict[int, list[bytes]]
) -> tuple[Fact, ...]:
    zeros, nothing = [0] * count, [b""] * count
    indexes, deltas = columns.get(SUBJECT, zeros), columns.get(ELAPSED, zeros)
    require(max(indexes) < len(subjects), "subject index")
    facts, ticks, limit = [], 0, LIMIT // header.tick_ms
    for row in range(count):
        ticks += unzigzag(deltas[row]) if header.imported else deltas[row]
        require(-limit < ticks < limit, "elapsed")
        proof = sparse.get(PROOF, nothing)[row]
        require(len(proof) in (0, 65), "proof")
        numbers = {name: columns[place][row] for place, name in NUMBERS.items() if place in columns}
        facts.append(Fact(
            numbers.pop("kind", 0), subjects[indexes[row]], ticks * header.tick_ms,
            references=decode_references(sparse.get(REFERENCES, nothing)[row]),
            extensions=sparse.get(EXTENSIONS, nothing)[row], proof=proof, **numbers))
    return tuple(facts)
