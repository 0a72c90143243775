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
    /// Lines recorded by an earlier import, or repeated in the file.
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
    /// Records the punches of an attendance file. Importing the same file again, or one that overlaps it, records only
    /// new lines; an interrupted import can be repeated.
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
                    guard try isNew(punch, serial: serial, transaction) else {
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
                    _ = try recorder.append(TimedFact(fact: fact, moment: moment))
                    outcome.recorded += 1
                }
                try recorder.finish()
                return outcome
            }
            told(outcome)
        }
        return outcome
    }

    private func isNew(_ punch: Punch, serial: String, _ transaction: Transaction) throws -> Bool {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(serial.utf8.count))
        writer.writeBytes(Array(serial.utf8))
        writer.writeSignedVarint(punch.localMs)
        writer.writeVarint(punch.status)
        writer.writeBytes(Array(ParticipantNumber.normalized(punch.pin).utf8))
        return try transaction.execute(
            "INSERT INTO imported_line (line) VALUES (?1) ON CONFLICT DO NOTHING",
            Digest.hash16(.importedLine, writer.bytes)) == 1
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
