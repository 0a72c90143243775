import Facts
import Journal
import Testing
import Vocabulary

/// The examples of facts' times, which the Python client reads as well.
@Suite struct TimeVectorTests {
    @Test("SYN-8 the examples of when a fact was made are there")
    func present() {
        #expect(Vector.all("time", in: "time").count >= 13)
    }

    @Test("SYN-8 when a fact was made, as the specification has it", arguments: Vector.all("time", in: "time"))
    func example(vector: Vector) throws {
        let lines = try vector.values("fact").map { try Self.fields($0) }
        let batch = try Batch.decode(
            Batch.encode(
                header: header(vector), firstSequence: 1,
                facts: lines.map {
                    Fact(kind: .checkIn, subject: .person(1), offsetMs: try $0.number("offset-ms") ?? 0, method: .pass)
                }))
        let times = BatchTimes(
            batch, clock: TerminalClock(try vector.values("reading").map { try Self.reading(Self.fields($0)) }),
            receivedMs: try vector.number("received-ms"), isServer: false, isReceiptGenuine: true)
        let names: [String: TimeBasis] = ["measured": .measured, "word": .clocksWord, "unknown": .unknown]
        for (row, line) in lines.enumerated() {
            let time = times.time(of: row)
            let interval = TimeInterval(
                earliestMs: try line.number("earliest-ms") ?? .min, latestMs: try line.number("latest-ms") ?? .max)
            #expect(time.interval == interval, "row \(row)")
            #expect(time.basis == names[line.values["rests-on"] ?? ""], "row \(row)")
        }
    }

    private func header(_ vector: Vector) throws -> BatchHeader {
        var header = BatchHeader(
            timebase: .boot(try vector.number("boot"), monotonicMs: try vector.number("monotonic-ms")))
        if vector.has("wall-ms") { header.wallMs = try vector.number("wall-ms") }
        if vector.has("receipt-time-ms") {
            header.receipt = .init(
                sequence: 1, timeMs: try vector.number("receipt-time-ms"), token: 1,
                boot: try vector.number("receipt-boot"), monotonicMs: try vector.number("receipt-monotonic-ms"))
        }
        return header
    }

    /// `key=value` of a line.
    private struct Line {
        let values: [String: String]

        func number<Number: FixedWidthInteger>(_ key: String) throws -> Number? {
            try values[key].map { try Vector.number($0) }
        }
    }

    private static func fields(_ line: String) throws -> Line {
        Line(values: Dictionary(uniqueKeysWithValues: try Vector.fields(line)))
    }

    private static func reading(_ line: Line) throws -> ClockReading {
        ClockReading(
            boot: try line.number("boot") ?? 0, monotonicMs: try line.number("monotonic-ms") ?? 0,
            trueTime: TimeInterval(
                earliestMs: try line.number("earliest-ms") ?? .min, latestMs: try line.number("latest-ms") ?? .max),
            wallMs: try line.number("wall-ms"))
    }
}
