import Messages
import Storage
import Testing

@testable import Application

/// Many rows in one command.
@Suite struct RowTests {
    private func context(_ transaction: Transaction) -> WriteContext {
        let binding = ChannelBinding(exporter: [], challenge: [], versions: [])
        return WriteContext(
            transaction: transaction,
            call: Call(
                method: .reviewsDecideReviews, options: CallOptions(), caller: .anonymous,
                peer: Peer(address: "", binding: binding), now: 0),
            now: 0, random: { [UInt8](repeating: 0, count: $0) }, connections: Connections())
    }

    @Test("REC-6 a refused row takes back its rows, its effects and its words for the audit, and no other's")
    func refusedRow() throws {
        let world = try World()
        try world.server.database.write { transaction in
            let context = context(transaction)
            context.auditDetail = "settings: "
            let outcomes = try context.each([1, 2, 3, 4], field: "ids") { id in
                try transaction.execute(
                    "INSERT INTO setting (name, value) VALUES (?1, ?2)", "row \(id)", [] as [UInt8])
                context.afterCommit {}
                context.auditDetail = "said \(id)"
                if id == 2 { throw Refusal(.wrongState) }
                if id == 3 { throw Refusal(.notAllowed) }
                return (id * 10, "written")
            }
            let failures = outcomes.map { outcome -> ErrorCode? in
                switch outcome.result {
                case .done(let value):
                    #expect(value == outcome.id * 10)
                    return nil
                case .refused(let failure): return failure.code
                }
            }
            #expect(failures == [nil, .wrongState, .notAllowed, nil])
            #expect(outcomes.doneCount() == 2)
            #expect(context.effects.count == 2)
            #expect(context.auditDetail == "settings: 1 written (said 1), 4 written (said 4); not allowed: 3")
            let names = try transaction.all("SELECT name FROM setting WHERE name >= 'row' ORDER BY name") { $0.text(0) }
            #expect(names == ["row 1", "row 4"])
        }
    }

    @Test("REC-6 a thousand rows are taken, a thousand and one and none are not", arguments: [0, 1, 1000, 1001])
    func bounds(count: UInt64) throws {
        let world = try World()
        try world.server.database.write { transaction in
            let context = context(transaction)
            let ids = Array(0..<count)
            guard (1...1000).contains(count) else {
                #expect(throws: Refusal.self) { _ = try context.each(ids, field: "ids") { ($0, "") } }
                return
            }
            let outcomes = try context.each(ids, field: "ids") { ($0, "") }
            #expect(outcomes.map(\.id) == ids)
        }
    }
}
