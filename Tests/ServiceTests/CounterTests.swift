import Service
import Storage
import Testing

@Suite struct CounterTests {
    @Test("a database whose steps were numbered by the last one, and its audit by rows, goes on behind them")
    func olderDatabase() throws {
        let scratch = try Scratch()
        let database = try Database(path: scratch.path("server.db"), durability: .whenever)
        try database.migrate("service", Array(Schema.migrations.prefix { $0.name != "counters" }))
        let first = try database.write { transaction in
            for subject in [7, 8] as [UInt64] {
                try transaction.execute(
                    """
                    INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, submitted_ms,
                    changed_ms, reason, title) VALUES (1, ?1, 1, 1, 0, 1, 1, 1, 0, 0, '', '')
                    """, subject)
            }
            for ordinal in 1...3 {
                try transaction.execute(
                    """
                    INSERT INTO review_step (kind, subject, ordinal, action, level, organisation, actor, at_ms, reason)
                    VALUES (1, 7, ?1, 1, 1, 1, 1, 0, '')
                    """, ordinal)
            }
            for id in [1, 5_000] {
                try transaction.execute(
                    """
                    INSERT INTO audit (id, at_ms, caller, address, method, outcome, detail)
                    VALUES (?1, 0, 1, '', 1, 0, '')
                    """, id)
            }
            try transaction.execute("INSERT INTO person_alias (joined, kept, change_number) VALUES (1, 2, 9)")
            return try transaction.newID()
        }
        #expect(first < 5_000)
        try database.migrate("service", Schema.migrations)
        try database.write { transaction in
            let steps = try transaction.all("SELECT steps FROM review ORDER BY subject") { $0.int(0) }
            #expect(steps == [3, 0])
            let changes = try transaction.first("SELECT number FROM alias_change WHERE id = 1") { $0.int(0) }
            #expect(changes == 9)
        }
        let reopened = try Database(path: database.path, durability: .whenever)
        #expect(try reopened.write { try $0.newID() } > 5_000)
    }
}
