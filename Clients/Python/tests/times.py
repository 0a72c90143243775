"""When a fact was made: section 4.7 of the specification, as a server finds it.

A terminal needs none of this. It is here so that the rule stands in two languages and both read the same examples.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

UNKNOWN = (None, None)  # earliest and latest, UTC ms
Interval = tuple[int | None, int | None]
WORD, JUMP, ASK = 300_000, 60_000, 600_000


@dataclass(frozen=True)
class Reading:
    """A contact with the server, or (where nothing bounds it) the header of a batch."""

    boot: int
    monotonic_ms: int
    earliest_ms: int | None = None
    latest_ms: int | None = None
    wall_ms: int | None = None

    @property
    def is_contact(self) -> bool:
        return self.earliest_ms is not None

    def jumps(self, later: Reading) -> bool:
        if self.boot != later.boot or self.wall_ms is None or later.wall_ms is None:
            return False
        passed = later.monotonic_ms - self.monotonic_ms
        return abs(later.wall_ms - self.wall_ms - passed) > JUMP + passed // 2000


def drift(distance: int) -> int:
    return abs(distance) // 2000 + 1 if distance else 0


def carried(earliest: int | None, latest: int | None, low: int, high: int) -> Interval:
    """Bounds moved over at least `low` and at most `high` ms of monotonic time, outwards."""
    return (
        None if earliest is None else earliest + low - drift(low),
        None if latest is None else latest + high + drift(high))


def both(one: Interval, other: Interval) -> Interval:
    earliest = [bound for bound in (one[0], other[0]) if bound is not None]
    latest = [bound for bound in (one[1], other[1]) if bound is not None]
    return max(earliest, default=None), min(latest, default=None)


def denies(interval: Interval) -> bool:
    return None not in interval and interval[0] > interval[1]


@dataclass(frozen=True)
class Moment:
    """A fact's: exact for the first of a batch, rounded down to the tick for the others."""

    boot: int
    monotonic_ms: int
    wall_ms: int | None = None  # of the batch's header …
    since_ms: int = 0  # … and how long before the fact that was
    grain_ms: int = 1


def narrowed(contact: Reading, other: Reading) -> Reading:
    distance = contact.monotonic_ms - other.monotonic_ms
    found = both((contact.earliest_ms, contact.latest_ms),
                 carried(other.earliest_ms, other.latest_ms, distance, distance))
    if contact.boot != other.boot or denies(found):
        return contact
    return replace(contact, earliest_ms=found[0], latest_ms=found[1])


def measured(readings: list[Reading], at: Moment) -> Interval:
    contacts = sorted((each for each in readings if each.is_contact), key=lambda each: (each.boot, each.monotonic_ms))
    for place in range(1, len(contacts)):
        contacts[place] = narrowed(contacts[place], contacts[place - 1])
    for place in reversed(range(len(contacts) - 1)):
        contacts[place] = narrowed(contacts[place], contacts[place + 1])
    before = [each for each in contacts if (each.boot, each.monotonic_ms) <= (at.boot, at.monotonic_ms)][-1:]
    after = [each for each in contacts if (each.boot, each.monotonic_ms) > (at.boot, at.monotonic_ms)][:1]
    found: Interval = UNKNOWN
    for contact in before + after:
        if contact.boot == at.boot:
            low = at.monotonic_ms - contact.monotonic_ms
            found = both(found, carried(contact.earliest_ms, contact.latest_ms, low, low + at.grain_ms - 1))
    return UNKNOWN if denies(found) else found


def word(readings: list[Reading], at: Moment) -> Interval | None:
    """What the wall clock says, if contacts before and after vouch for it."""
    order = sorted((each for each in readings if each.wall_ms is not None), key=lambda e: (e.boot, e.monotonic_ms))
    places = [place for place, each in enumerate(order) if each.is_contact]
    now = (at.boot, at.monotonic_ms)
    before = [place for place in places if (order[place].boot, order[place].monotonic_ms) <= now][-1:]
    after = [place for place in places if (order[place].boot, order[place].monotonic_ms) > now][:1]
    if at.wall_ms is None or not before or not after:
        return None
    span = order[before[0]:after[0] + 1]
    if any(one.jumps(other) for one, other in zip(span, span[1:])):
        return None
    low = min(each.earliest_ms - each.wall_ms for each in (span[0], span[-1]))
    high = max(each.latest_ms - each.wall_ms for each in (span[0], span[-1]))
    if high - low > WORD:
        return None
    if -WORD <= low and high <= WORD:
        low = high = 0
    since, until = at.since_ms, at.since_ms + at.grain_ms - 1
    return at.wall_ms + low - WORD + since - drift(since), at.wall_ms + high + WORD + until + drift(until)


def live(
    readings: list[Reading], at: Moment, received_ms: int, until_last_ms: int = 0,
    receipt: tuple[int, int, int] | None = None,
) -> tuple[Interval, str]:
    """The interval of a device's fact and what it rests on.

    `until_last_ms`: monotonic time at least from it to the last fact of its batch. `receipt`: boot, monotonic ms and time
    of one that verifies.
    """
    bounds: Interval = (None, received_ms - until_last_ms + drift(until_last_ms))
    if receipt and receipt[0] < at.boot:
        bounds = both(bounds, (receipt[2], None))
    elif receipt and receipt[0] == at.boot:
        low = at.monotonic_ms - receipt[1]
        bounds = both(bounds, carried(receipt[2], None, low, low))
    if denies(bounds):
        bounds = (None, received_ms)
    proven = both(bounds, measured(readings, at))
    if denies(proven):
        proven = bounds
    if None not in proven and proven[1] - proven[0] <= ASK:
        return proven, "measured"
    said = word(readings, at)
    if said is not None and not denies(both(said, proven)):
        return both(said, proven), "word"
    return proven, "unknown" if None in proven else "measured"
