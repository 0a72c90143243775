import Causality
import Crypto
package import Domain
import Facts
import Storage
import Wire

/// The result of importing an attendance file.
package struct ImportOutcome: Sendable, Equatable {
    package var lines = 0
    /// Lines that were new and are recorded.
    package var recorded = 0
    /// Recorded lines whose PIN is on no roster of this terminal.
    package var unknown = 0
    /// Lines recorded by an earlier import for the same offering, or repeated in the file.
    package var repeated = 0
    /// Lines that are not a punch; `AttendanceFile.unread` has the reasons.
    package var unread = 0

    package init(lines: Int = 0, recorded: Int = 0, unknown: Int = 0, repeated: Int = 0, unread: Int = 0) {
        self.lines = lines
        self.recorded = recorded
        self.unknown = unknown
        self.repeated = repeated
        self.unread = unread
    }
}

extension TerminalCore {
    /// Records the punches of an attendance file. Importing the same file for the same offering again, or one that overlaps
    /// it, records only new lines; an interrupted import can be repeated.
    /// - Parameters:
    ///   - zone: the zone of the device's clock.
    ///   - course: the course it was for, if the venue distinguishes them; 0 for the offering as a whole.
    ///   - serial: identifies the device, so that two devices may have the same PIN and time.
    ///   - told: called with the result so far after every commit.
    package func importFile(
        _ file: AttendanceFile, offering: UInt64, course: UInt64 = 0, zone: ZoneRule, serial: String,
        actor: UInt64 = 0, told: (ImportOutcome) -> Void = { _ in }
    ) throws -> ImportOutcome {
        var outcome = ImportOutcome(lines: file.punches.count + file.unreadCount, unread: file.unreadCount)
        var rest = file.punches[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.linesPerCommit)
            rest = rest.dropFirst(part.count)
            let before = outcome
            outcome = try database.write { transaction in
                var outcome = before
                _ = try requireEnrolment(transaction)
                var recorder = Recorder(try currentLog(transaction), transaction)
                for punch in part {
                    let line = key(of: punch, serial: serial, offering, course)
                    guard try !transaction.exists("SELECT 1 FROM imported_record WHERE line = ?1", line) else {
                        outcome.repeated += 1
                        continue
                    }
                    let (subject, _) = try subject(ofNumber: punch.pin, offering: offering, transaction)
                    if case .raw = subject { outcome.unknown += 1 }
                    let fact = Fact(
                        kind: .checkIn, subject: subject, offering: offering, actor: actor, method: .attendanceFile,
                        course: course,
                        source: SourceMarks(
                            status: punch.status, verifyMode: punch.verify, workCode: punch.workCode))
                    let moment = BatchBuilder.Moment.imported(
                        zoneMinutes: zone.minutes(atLocalMs: punch.localMs), localMs: punch.localMs)
                    let dot = try recorder.append(TimedFact(fact: fact, moment: moment)).dot
                    try transaction.execute(
                        "INSERT INTO imported_record (line, log, sequence) VALUES (?1, ?2, ?3)", line,
                        recorder.log.row, dot.sequence)
                    outcome.recorded += 1
                }
                try recorder.finish()
                return outcome
            }
            told(outcome)
        }
        return outcome
    }

    /// Voids what an import of the file has recorded for an offering, so that it can be made again. Punches that were
    /// recorded for others stay.
    /// - Returns: the number of punches voided.
    /// - Throws: `wrongState` while the log of a punch has ended and its batches are not sealed.
    package func takeBackFile(
        _ file: AttendanceFile, offering: UInt64, course: UInt64 = 0, serial: String, actor: UInt64, at: DeviceTime
    ) throws -> Int {
        var voided = 0
        var rest = file.punches[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.linesPerCommit)
            rest = rest.dropFirst(part.count)
            voided += try database.write { transaction in
                _ = try requireEnrolment(transaction)
                var recorder = Recorder(try currentLog(transaction), transaction)
                var voided = 0
                for punch in part {
                    let line = key(of: punch, serial: serial, offering, course)
                    let record = try transaction.first(
                        "SELECT log, sequence FROM imported_record WHERE line = ?1", line
                    ) { (log: $0.id(0), sequence: $0.id(1)) }
                    guard let record else { continue }
                    _ = try void(record.sequence, in: record.log, actor: actor, at: at, &recorder, transaction)
                    try transaction.execute("DELETE FROM imported_record WHERE line = ?1", line)
                    voided += 1
                }
                try recorder.finish()
                return voided
            }
        }
        return voided
    }

    private func key(of punch: Punch, serial: String, _ offering: UInt64, _ course: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(serial.utf8.count))
        writer.writeBytes(Array(serial.utf8))
        writer.writeSignedVarint(punch.localMs)
        writer.writeVarint(punch.status)
        writer.writeBytes(Array(RosterNumber.normalized(punch.pin).utf8))
        writer.writeVarint(offering)
        writer.writeVarint(course)
        return Digest.hash16(.importedLine, writer.bytes)
    }

    private static let linesPerCommit = 5000
}

extension ZoneRule {
    /// Returns minutes east of UTC at this local time.
    func minutes(atLocalMs localMs: Int64) -> Int64 {
        var day = localMs / 86_400_000
        var rest = localMs % 86_400_000
        if rest < 0 {
            rest += 86_400_000
            day -= 1
        }
        return offsetMs(at: instant(Day(Int32(clamping: day)), minute: Int(rest / 60_000))) / 60_000
    }
}
