import ClientKit
import Messages
import Processes
import Storage

/// New people, prepared over the protocol on several connections.
struct Newcomers {
    /// The number of preparing connections.
    private static let helpers = 12
    /// Codes that one network may request at once.
    private static let codesOfSource = 100

    private let site: Site
    private let server: ServerSite
    private let count: Int

    init(_ site: Site, _ count: Int) throws { (self.site, server, self.count) = (site, try site.plainSite(), count) }

    static func phone(_ index: Int) -> String { "1380000\(1000 + index)" }

    /// Returns an ID number that passes GB 11643, with a distinct day or order.
    static func identity(_ index: Int) -> String {
        let body = "4301241988" + "03\(10 + index / 50)" + String(index % 50 + 100)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }

    /// Sends a code to every phone.
    func askForCodes() throws {
        for first in stride(from: 0, to: count, by: Self.codesOfSource) {
            try shared(first..<min(count, first + Self.codesOfSource)) { client, index in
                _ = try client.sendCode(.register, to: Self.phone(index))
                return 0
            }
            // All requests come from this machine, which ACC-4b counts as one network.
            try site.database().write { transaction in
                try transaction.execute("DELETE FROM sms_source")
            }
        }
    }

    /// Makes a registration's request without sending it.
    static func request(_ index: Int, _ client: Client, code: String) throws -> RegisterRequest {
        let begun: BeginRegistrationReply = try client.call(
            .accountsBeginRegistration,
            BeginRegistrationRequest(
                personName: "李伟", idNumber: Self.identity(index), solution: try client.solved()))
        return RegisterRequest(
            ticket: begun.ticket, account: "li.wei\(index)", password: Crowd.password, phone: Self.phone(index),
            code: code, privacyVersion: "1")
    }

    /// Registers everybody, completes their profiles and submits their applications, which it returns.
    /// - Parameter codes: returns codes by the last digits of the phone.
    func enrol(
        in round: UInt64, _ form: EnrolmentForm, unit: UInt64, codes: () throws -> [String: String]
    ) throws -> [UInt64] {
        try askForCodes()
        let codes = try codes()
        return try shared(0..<count) { client, index in
            let code = codes[String(Self.phone(index).suffix(4))] ?? ""
            let _: RegisterReply = try client.call(.accountsRegister, try Self.request(index, client, code: code))
            _ = try client.login(name: "li.wei\(index)", password: Crowd.password)
            for (section, fields) in Self.profile(unit) {
                let _: SaveProfileReply = try client.call(
                    .profilesSave, SaveProfileRequest(section: section, fields: fields))
            }
            let saved: ApplicationReply = try client.call(
                .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: form))
            let submitted: ApplicationReply = try client.call(
                .recruitmentSubmitApplication,
                SubmitApplicationRequest(application: saved.application?.id ?? 0, dataConfirmed: true))
            return submitted.application?.id ?? 0
        }
    }

    private static func profile(_ unit: UInt64) -> [(ProfileSection, [ProfileField])] {
        let values: [(ProfileSection, KeyValuePairs<String, String>)] = [
            (.basic, ["ethnicity": "汉族"]), (.contact, ["address": "宁乡县玉潭镇"]),
            (.education, ["degree": "本科", "school": "南华大学", "major": "临床医学", "graduated": "2011-06-30"]),
            (.unit, ["unit": "\(unit)", "department": "急诊科", "title": "主治医师"]),
        ]
        return values.map { section, fields in
            (section, fields.map { ProfileField(name: $0, value: $1) })
        }
    }

    /// Runs a task for everybody, spread over several connections.
    @discardableResult
    private func shared(
        _ range: Range<Int>, _ body: @escaping @Sendable (Client, Int) throws -> UInt64
    ) throws -> [UInt64] {
        let parts = try AtOnce.each(Self.helpers) { [server] helper in
            let client = Client(server, locale: "en")
            return try stride(from: range.lowerBound + helper, to: range.upperBound, by: Self.helpers).map { index in
                client.session = []
                client.close()
                return try body(client, index)
            }
        }
        return (0..<range.count).map { parts[$0 % Self.helpers][$0 / Self.helpers] }
    }
}
