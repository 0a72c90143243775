import Causality
import Crypto
import Foundation
import Journal
import Messages
import Network
import Storage
import Wire

/// Restarts a server on the data of a killed one: what was acknowledged is there, and what was not is stored now, once.
struct ServerCheck {
    let world: World
    var story: Story
    var problems: [String] = []

    init(_ world: World, _ story: Story) {
        self.world = world
        self.story = story
        problems = story.problems
        self.story.problems = []
    }

    mutating func run(_ folder: Folder) throws {
        let server = try ServerProcess(folder)
        guard let endpoint = server.endpoint else {
            problems.append("the server does not start again: \(try server.child.wait())")
            return
        }
        try talk(endpoint)
        let end = try server.stop()
        if end != .exited(0) { problems.append("ended in good order: \(end)") }
        try lookInside(folder)
    }

    private mutating func talk(_ endpoint: Endpoint) throws {
        let admin = try Talk(endpoint)
        try admin.resume(world.administrator)
        try look(admin, isOver: false)
        story.created = try repeated(story.created, admin)
        let trainee = try Talk(endpoint)
        try trainee.resume(world.trainee)
        story.checkedIn = try repeated(story.checkedIn, trainee)
        // Also batches that came through and whose acknowledgement was lost are sent again.
        story = Clients.push(endpoint, world, story, from: story.acknowledged + 1)
        problems += story.problems
        if story.acknowledged != story.claim.sequence { problems.append("acknowledged only \(story.acknowledged)") }
        try look(admin, isOver: true)
    }

    /// Reads everything back, through the server.
    private mutating func look(_ admin: Talk, isOver: Bool) throws {
        let (scans, checkIns) = try readScans(admin)
        let sequences = scans.map(\.sequence).sorted()
        let floor = isOver ? story.claim.sequence : story.acknowledged
        if sequences != Array(1..<UInt64(sequences.count) + 1) {
            problems.append("scans of the terminal: \(sequences)")
        }
        if sequences.count < Int(floor) { problems.append("\(floor) scans acknowledged, \(sequences.count) there") }
        for scan in scans where story.scanned[scan.sequence] != scan.person {
            problems.append("scan \(scan.sequence) is of \(scan.person)")
        }

        var times: [Int64: Int] = [:]
        for scan in checkIns { times[scan.atMs, default: 0] += 1 }
        for call in story.checkedIn {
            guard let bytes = call.reply else { continue }
            let atMs = try CheckInReply(serialized: bytes).atMs
            guard let left = times[atMs], left > 0 else {
                problems.append("the check-in answered with \(atMs) is missing")
                continue
            }
            times[atMs] = left - 1
        }
        let sent = story.checkedIn.count { $0.isSent }
        if checkIns.count > sent { problems.append("\(sent) check-ins sent, \(checkIns.count) there") }
        if isOver, checkIns.count != story.checkedIn.count { problems.append("\(checkIns.count) check-ins in the end") }

        let listed: ListOrganisationsReply = try admin.ask(
            .organisationsListOrganisations, ListOrganisationsRequest(limit: 500, kind: .unit))
        for (number, call) in story.created.enumerated() {
            let found = listed.organisations.filter { $0.name == Story.name(number) }
            if found.count > (call.isSent ? 1 : 0) { problems.append("\(found.count) times unit \(number)") }
            guard let bytes = call.reply else { continue }
            let told = try CreateOrganisationReply(serialized: bytes).organisation
            if found.first != told { problems.append("unit \(number) was answered and is missing or another") }
        }
    }

    private func readScans(_ admin: Talk) throws -> (terminal: [Scan], online: [Scan]) {
        let log = story.opening.logID(site: world.site).bytes
        let scans = try admin.scans(world.offering)
        return (
            scans.filter { $0.log == log }, scans.filter { $0.terminal == 0 && $0.person == world.traineePerson }
        )
    }

    /// Repeats the same calls: answered ones get the same answer, the others are answered now.
    private mutating func repeated(_ given: [PersonCall], _ talk: Talk) throws -> [PersonCall] {
        var calls = given
        for index in calls.indices {
            let call = calls[index]
            do {
                let reply = try talk.ask(call.method, key: call.key, request: call.request)
                if let before = call.reply, before != reply {
                    problems.append("\(call.method.name) \(index) is answered anew")
                }
                calls[index].reply = reply
                calls[index].isSent = true
            } catch Talk.Trouble.refused(_, let failure) {
                problems.append("\(call.method.name) \(index) again: \(failure.name)")
            }
        }
        return calls
    }

    /// Reads what the server does not show: the file's integrity, every log's chain, the audit of each creation.
    private mutating func lookInside(_ folder: Folder) throws {
        let database = try Database(path: folder.database)
        problems += try database.integrityProblems()
        try database.read { snapshot in
            let logs = try snapshot.all("SELECT id, opening, head_sequence, head_hash FROM log") {
                (row: $0.id(0), opening: $0.bytes(1), sequence: $0.id(2), hash: $0.bytes(3))
            }
            for log in logs {
                var chain = Chain(opening: try LogOpening(decoding: log.opening), site: world.site)
                let batches = try snapshot.all(
                    "SELECT body, signature FROM batch WHERE log = ?1 ORDER BY first_sequence", log.row
                ) { (body: $0.bytes(0), signature: $0.bytesOrNil(1) ?? []) }
                if !batches.isEmpty { _ = try chain.append(batches, inner: .verified) }
                if chain.head.sequence != log.sequence || chain.head.hash.bytes != log.hash {
                    problems.append("log \(log.row) says \(log.sequence), its chain \(chain.head.sequence)")
                }
            }
            for call in story.created {
                guard let bytes = call.reply else { continue }
                let id = try CreateOrganisationReply(serialized: bytes).organisation?.id ?? 0
                let entries = try snapshot.first(
                    "SELECT COUNT(*) FROM audit WHERE detail = ?1", "organisation \(id)"
                ) { $0.int(0) }
                if entries != 1 { problems.append("\(entries ?? 0) audit entries of organisation \(id)") }
            }
        }
    }
}
