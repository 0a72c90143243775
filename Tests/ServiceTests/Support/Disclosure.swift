import Messages
import Testing

/// ACC-11: what every test watches while it is about something else: whether anything the server says, writes into its
/// log or keeps in its audit log holds a phone or an ID number.
enum Disclosure {
    /// Numbers of the fixture's people, found also beside other digits.
    private static let known = Set(
        (World.phones + World.identities + [Newcomer.phone, Newcomer.other, Newcomer.identity, Intake.phone])
            .map { Array($0.utf8) })

    private static let mayTell: Set<Method> = [
        // The owner's own number, and what is printed.
        .certificatesIssueOwn, .certificatesListOwn, .certificatesGetOwnFile, .certificatesGetFile,
        .outsideRecordsListOwn, .reportsGetOwnStatement,
        // The applicant's own phone, to be read again before submitting; tests of their own ask that officers see it masked.
        .recruitmentSaveApplication, .recruitmentSubmitApplication, .recruitmentGetApplication,
        .recruitmentWithdrawApplication, .recruitmentDeclineAdmission,
        // The rows of the caller's own file that could not be taken, and the accounts it made.
        .uploadsGetJob, .uploadsGetJobFile,
        // An identity reviewer compares the number with a photo.
        .identityGetClaim,
    ]

    /// Returns the phones and ID numbers in a text.
    static func numbers(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var start = 0
        while start < bytes.count {
            let run = bytes[start...].prefix { isDigit($0) }
            defer { start += run.count + 1 }
            guard run.count >= 11 else { continue }
            if looksPersonal(run) { found.append(String(decoding: run, as: UTF8.self)) }
            for size in [11, 18] where run.count > size {
                for first in run.startIndex...(run.endIndex - size) {
                    let part = Array(run[first..<(first + size)])
                    if known.contains(part) { found.append(String(decoding: part, as: UTF8.self)) }
                }
            }
        }
        return found
    }

    static func check(reply bytes: [UInt8], of method: Method?) {
        guard let method, !mayTell.contains(method) else { return }
        for number in numbers(in: bytes) { Issue.record("\(method) tells \(number)") }
    }

    static func check(said lines: [String]) {
        for line in lines {
            for number in numbers(in: Array(line.utf8)) { Issue.record("\(number) is said: \(line)") }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == UInt8(ascii: "X") }

    /// Matches eleven digits of a mobile number, or eighteen with a date in the middle.
    private static func looksPersonal(_ run: ArraySlice<UInt8>) -> Bool {
        let digits = Array(run)
        switch digits.count {
        case 11: return digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
        case 18: return [Array("19".utf8), Array("20".utf8)].contains(Array(digits[6..<8]))
        case _: return false
        }
    }
}
