import Crypto
import Foundation
import Messages
import Storage
import Testing
import Wire

/// Docs/Permissions.md: who may do what, and where. The table is what the server does: every method is asked by every
/// role about something of their own, something below their region and something foreign.
@Suite struct PermissionTests {
    typealias Place = Districts.Place

    /// One line of the table: a request about some organisation.
    struct Probe {
        let title: String
        let method: Method
        let request: (Place) throws -> any Message
        let items: [[UInt8]]?
        /// Every answer of those who are let in. Anything else fails the test: a handler that looks a thing up before it
        /// asks for authority must not pass for an open one.
        let answers: Set<ErrorCode?>

        /// - Parameter answers: a reply unless given; `nil` is a reply.
        init(
            _ method: Method, _ detail: String = "", items: [[UInt8]]? = nil,
            answers: Set<ErrorCode?> = [nil], _ request: @escaping (Place) throws -> any Message
        ) {
            self.method = method
            title = method.name + (detail.isEmpty ? "" : " (\(detail))")
            self.items = items
            self.answers = answers
            self.request = request
        }
    }

    /// The answer of a method without an organisation to an empty request; all others reply.
    private static let answersToNothing: [Method: ErrorCode] = [
        .accountsCreateAccount: .invalid, .accountsCreateOrganisationAccount: .notFound,
        .organisationsCreateOrganisation: .invalid, .organisationsChangeOrganisation: .invalid,
        .organisationsSaveCatalogueEntry: .invalid, .programmesCreateProgramme: .invalid,
        .examsSavePaper: .notFound, .examsGetPaper: .notFound, .outboxGetEntry: .notFound, .outboxRetryEntry: .notFound,
        .outboxDropEntry: .invalid, .skillsSaveChecklist: .notFound,
        .programmesChangePolicy: .notFound, .reviewsListReviews: .invalid, .noticesSetSupportContact: .notFound,
        .programmesSetFee: .invalid, .ordersTakeBackUnitPayment: .notFound, .ordersSetOrderNotice: .notFound,
        .ordersRefundOrder: .notFound, .ordersFinishRefund: .notFound, .ordersRetryRefund: .notFound,
        .invoicesIssue: .invalid, .invoicesSend: .wrongState, .invoicesReject: .invalid, .invoicesVoid: .notFound,
        .invoicesKeep: .notFound,
        .ordersStopSelling: .invalid, .ordersResumeSelling: .invalid,
        .invoicesUploadFile: .invalid, .ledgerBeginStatement: .invalid, .ledgerAddStatementRows: .notFound,
        .ledgerFinishStatement: .notFound, .ledgerSettleDifferences: .invalid, .ledgerReturnDifferences: .invalid,
        .ledgerCorrect: .invalid,
        .bookingsKeepDoublePlace: .invalid, .ledgerClosePeriod: .wrongState, .ledgerShowPeriod: .notFound,
        .ledgerExportPeriod: .notFound,
    ]

    /// The reach of a role with a method.
    enum Reach: String { case none = "", own, region, all }

    /// Methods whose answer is cut to the caller's reach instead of refused; shown as `cut`.
    static let cut: Set<Method> = [.reviewsListReviews]

    @Test(
        "ORG-2 every method, asked by every role about its own, what lies below and what is foreign, answers as the table says"
    )
    func table() throws {
        let districts = try Districts(World())
        let probes = try Self.probes(districts)
        let probed = Set(probes.map(\.method))
        for method in Method.allCases
        where Self.isScoped(method) && !probed.contains(method) && !Self.cut.contains(method) {
            Issue.record("\(method) is given to roles that have a place: it needs a probe")
        }
        var lines: [String] = []
        for method in Method.allCases {
            let own = probes.filter { $0.method == method }
            if own.isEmpty {
                lines.append(Self.line(method.name, try Self.unscoped(method, districts)))
            } else {
                for probe in own {
                    lines.append(Self.line(probe.title, try Self.scoped(probe, districts)))
                    // Who is refused for hours is held up in between.
                    districts.world.clock.advance(minutes: 1)
                }
            }
        }
        try Self.compare(lines)
    }

    private static func isScoped(_ method: Method) -> Bool {
        !Set(method.rule.allows).subtracting([.anyone, .person, .terminal, .platformAdmin]).isEmpty
    }

    // What the server does

    private static func unscoped(_ method: Method, _ districts: Districts) throws -> [String] {
        let allows = method.rule.allows
        if allows.contains(.anyone) { return ["anyone"] }
        if allows.contains(.terminal) { return ["terminals"] }
        if allows.contains(.person) { return ["anybody logged in"] }
        return try Districts.roles.map { role in
            guard let client = districts.staff[role] else { throw Missing(what: "\(role)") }
            let code = try client.code(method)
            guard code != .notAllowed else { return "" }
            #expect(code == answersToNothing[method], "\(method) by \(role)")
            return cut.contains(method) ? "cut" : "all"
        }
    }

    private static func scoped(_ probe: Probe, _ districts: Districts) throws -> [String] {
        try Districts.roles.map { role in
            guard let client = districts.staff[role] else { throw Missing(what: "\(role)") }
            func isAllowed(_ place: Place) throws -> Bool {
                let request = try probe.request(place).serialized()
                let before = try districts.world.refusals(probe.method)
                let code = try client.code(probe.method, request, items: probe.items)
                let isRefused = code == .notAllowed
                #expect(
                    isRefused || probe.answers.contains(code), "\(probe.title) by \(role) in \(place.name): \(code)")
                let isAudited = try districts.world.refusals(probe.method) == before + 1
                #expect(isAudited == isRefused, "\(probe.title) by \(role) in \(place.name)")
                return !isRefused
            }
            switch (try isAllowed(districts.own), try isAllowed(districts.below), try isAllowed(districts.foreign)) {
            case (false, false, false): return Reach.none.rawValue
            case (true, false, false): return Reach.own.rawValue
            case (true, true, false): return Reach.region.rawValue
            case (true, true, true): return Reach.all.rawValue
            case let odd:
                Issue.record("\(probe.title) by \(role): own, below, foreign are \(odd)")
                return "?"
            }
        }
    }

    // The document

    private static func line(_ title: String, _ cells: [String]) -> String {
        let cells = cells.count == 1 ? cells + Array(repeating: "", count: Districts.roles.count - 1) : cells
        return "| \(title) | \(cells.joined(separator: " | ")) |"
    }

    private static func document(_ lines: [String]) -> String {
        let roles = Districts.roles.map { "\($0)" }.joined(separator: " | ")
        return """
            # Who may do what

            Every method of the protocol, and how far each role reaches with it: `own` is the organisation the role was
            given over (or the level at which it decides), `region` whatever lies in its region, `all` everything, `cut` an
            answer that holds only what is the caller's. Empty is refused, and the refusal audited. A method for `anyone`
            needs no login; one for `anybody logged in` answers about the caller alone, or what everybody may see. Written by
            `make generate` from what the server does; a test fails when it does otherwise.

            | Method | \(roles) |
            |---|\(Districts.roles.map { _ in "---|" }.joined())
            \(lines.joined(separator: "\n"))

            """
    }

    private static func compare(_ lines: [String]) throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Docs/Permissions.md")
        let document = document(lines)
        if ProcessInfo.processInfo.environment["ROLLCALL_WRITE_PAGES"] != nil {
            try document.write(to: url, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: url, encoding: .utf8)
        guard written != document else { return }
        let (old, new) = (Set(written.split(separator: "\n")), Set(document.split(separator: "\n")))
        let changes = new.subtracting(old).sorted().map { "+ \($0)" } + old.subtracting(new).sorted().map { "- \($0)" }
        Issue.record(
            "Docs/Permissions.md differs from what the server does:\n\(changes.prefix(20).joined(separator: "\n"))")
    }
}
