import Causality
import Crypto
import Domain
import Facts
import Messages
import Passes
import PowerCut
import Storage
import Terminal
import Testing
import Wire

/// SKL-2, ATT-7: a skills exam at a terminal without a network.
@Suite struct SkillsScoringTests {
    // In the order in which they must be freed: a database before its disk.
    let terminal: TerminalCore
    let device: Device
    let world: World

    private static let offering = SimulatedServer.offering
    private static let now = DeviceTime(monotonicMs: 5_000_000, wallMs: SimulatedServer.morning)

    init() throws {
        world = try World(seed: 1, devices: 1)
        device = world.devices[0]
        terminal = try #require(device.terminal)
        try Self.prepare(terminal)
    }

    /// Gives the terminal the checklist and two examiners, of whom 21 has the PIN 739164 and 22 none.
    private static func prepare(_ terminal: TerminalCore) throws {
        let key = try #require(terminal.rosterKey)
        func seal(_ plain: [UInt8], _ context: Context) -> [UInt8] {
            var place = ByteWriter()
            place.writeFixed64(offering)
            place.writeFixed64(21)
            let nonce = [UInt8](repeating: 7, count: SealingKey.nonceSize)
            return nonce + key.seal(plain, nonce: nonce, context, place.bytes)
        }
        let pin = try PasswordHash(
            password: Array("739164".utf8), salt: [UInt8](repeating: 1, count: 16),
            cost: try #require(PasswordHash.Cost(memoryKiB: 8, passes: 1)))
        let value = SkillsExamValue(
            checklist: 43, edition: 2, title: "心肺复苏", passMarkHundredths: 8000,
            items: [
                ChecklistItem(text: "判断意识", pointsHundredths: 4000),
                ChecklistItem(text: "胸外按压", pointsHundredths: 6000, critical: true),
            ],
            examiners: [
                SheetExaminer(
                    person: 21, encryptedName: seal(Array("李考官".utf8), .rosterName),
                    encryptedPin: seal(pin.record, .examinerPIN))
            ])
        try terminal.database.write { transaction in
            try transaction.execute(
                "INSERT INTO scope_item (kind, item, position, pull, value) VALUES (?1, ?2, 999, 1, ?3)",
                ItemKind.skillsExam.rawValue, offering, value.serialized())
        }
    }

    private func marks(_ points: [Int]) -> [SkillsChecklist.Mark] {
        points.map { .init(earned: max(0, $0), isFailed: $0 < 0) }
    }

    private func score(_ text: String, _ points: [Int], by examiner: UInt64 = 21) throws -> SheetOutcome {
        try terminal.score(text, marks: marks(points), offering: Self.offering, examiner: examiner, at: Self.now)
    }

    private func refused(_ code: ErrorCode, _ body: () throws -> Void) {
        do {
            try body()
            Issue.record("not refused")
        } catch let refusal as Refusal {
            #expect(refusal.code == code)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("SKL-2 a sheet holds every item, replaces its examiner's own and stands beside another's")
    func sheets() throws {
        let first = try score("N1001", [4000, 3000])
        #expect(first.value == 7000 && !first.isPassed && !first.hasSignedIn && first.mark.replaced == 0)
        let corrected = try score("N1001", [4000, 6000])
        #expect(corrected.isPassed && corrected.mark.replaced == 1 && !corrected.mark.view.needsDecision)
        // The same sum by other items is another opinion.
        let other = try score("N1002", [4000, 4000], by: 22)
        #expect(other.mark.replaced == 0)
        #expect(try score("N1002", [2000, 6000]).mark.view.needsDecision)
        let failed = try score("N1003", [4000, -1])
        #expect(!failed.isPassed && failed.failedSteps == ["胸外按压"])
        try device.scan("N1004")
        #expect(try score("N1004", [4000, 6000]).hasSignedIn)
        try terminal.seal()
        let facts = try terminal.database.read { snapshot in
            try snapshot.all("SELECT body FROM batch ORDER BY first_sequence") { try Batch.decode($0.bytes(0)) }
        }.flatMap { batch in batch.rows.map { batch.fact($0) } }.filter { $0.kind == .score }
        #expect(facts.count == 6 && facts.allSatisfy { $0.assessment == Assessment.skills })
        #expect(
            SkillsSheet(facts[4].extensions)
                == SkillsSheet(
                    checklist: 43, edition: 2, items: [.init(earned: 4000), .init(earned: 0, isFailed: true)]))
    }

    @Test("SKL-2 points beyond the item's, a failed step that is not critical and somebody unknown are refused")
    func refusals() throws {
        refused(.invalid) { _ = try score("N1001", [4001, 0]) }
        refused(.invalid) { _ = try score("N1001", [4000]) }
        refused(.invalid) { _ = try score("N1001", [-1, 0]) }
        refused(.unknownSubject) { _ = try score("nobody", [0, 0]) }
        refused(.notFound) { _ = try terminal.skillsExam(501) }
        #expect(try terminal.status().pending == 0)
    }

    @Test(
        "SKL-2 the holder of a ticket is scored also where the roster is older; another exam's or a forged one is refused"
    )
    func tickets() throws {
        let site = world.server.siteKey.publicKey.siteID
        let validMs = SimulatedServer.morning..<SimulatedServer.morning + 86_400_000
        func ticket(_ person: UInt64, offering: UInt64 = Self.offering, kind: Pass.Kind = .examTicket) throws -> Pass {
            try Pass(kind, person: person, offering: offering, validMs: validMs, serial: 1)
        }
        func text(_ pass: Pass) -> String { pass.signed(by: world.server.siteKey, keyID: 1, siteID: site).text }
        let newcomer = try score(text(ticket(77)), [4000, 6000])
        #expect(newcomer.mark.who == .notOnRoster(person: 77))
        refused(.invalid) { _ = try score(text(ticket(1001, offering: 501)), [0, 0]) }
        refused(.invalid) { _ = try score(text(ticket(1001, kind: .course)), [0, 0]) }
        refused(.invalid) {
            _ = try score(ticket(1001).signed(by: terminal.deviceKey, keyID: 1, siteID: site).text, [0, 0])
        }
    }

    @Test("ATT-7 a ticket is refused before the sign-in opens and taken from then on; another exam's is refused")
    func signIn() throws {
        let opens = SimulatedServer.morning + 30 * 60_000
        let site = world.server.siteKey.publicKey.siteID
        let pass = try Pass(
            .examTicket, person: 1001, offering: Self.offering, validMs: opens..<opens + 7_200_000, serial: 1)
        let text = pass.signed(by: world.server.siteKey, keyID: 1, siteID: site).text
        func scan(_ wallMs: Int64, offering: UInt64 = Self.offering) throws {
            _ = try terminal.scan(
                ScanInput(text, offering: offering, at: DeviceTime(monotonicMs: 6_000_000, wallMs: wallMs)))
        }
        refused(.tooEarly) { try scan(opens - 1000) }
        refused(.invalid) { try scan(opens, offering: 501) }
        #expect(try terminal.status().pending == 0)
        try scan(opens)
        #expect(try terminal.status().pending == 1)
    }

    @Test("SKL-2 five wrong PINs in a row make the terminal wait a quarter of an hour, also across a restart")
    func wrongPINs() throws {
        let examiner = try terminal.examiner(named: "李考官", of: Self.offering)
        #expect(examiner.person == 21)
        refused(.notFound) { _ = try terminal.examiner(named: "22", of: Self.offering) }
        func verify(_ pin: String, at minutes: UInt64, on terminal: TerminalCore? = nil) throws {
            try (terminal ?? self.terminal).verify(
                pin, of: examiner, in: Self.offering, at: DeviceTime(monotonicMs: minutes * 60_000, wallMs: 0))
        }
        try verify("739164", at: 1)
        for _ in 0..<4 { refused(.wrongCredentials) { try verify("739165", at: 1) } }
        try verify("739164", at: 1)
        for _ in 0..<5 { refused(.wrongCredentials) { try verify("739165", at: 1) } }
        refused(.locked) { try verify("739164", at: 15) }
        try verify("739164", at: 16)
        for _ in 0..<5 { refused(.wrongCredentials) { try verify("739165", at: 20) } }
        let key = terminal.rosterKey
        try device.powerOn()
        let again = try #require(device.terminal)
        again.rosterKey = key
        // The clock of the new boot says nothing of how long it was off.
        refused(.locked) { try verify("739164", at: 0, on: again) }
        refused(.locked) { try verify("739164", at: 14, on: again) }
        try verify("739164", at: 15, on: again)
        again.rosterKey = nil
        refused(.wrongState) { try verify("739164", at: 16, on: again) }
    }
}
