import Seeded
import PowerCut
import Storage
import Testing
import Threads

@Suite struct IdsTests {
    @Test("ids rise, never repeat and survive reopening, refusals and rollbacks", arguments: 0..<8 as Range<UInt64>)
    func unique(seed: UInt64) throws {
        let scratch = try Scratch()
        var random = SeededRandom(seed: seed)
        let committed = Locked<[UInt64]>([])
        for _ in 0..<6 {
            let notebook = try Notebook(path: scratch.path("a.db"))
            let group = GroupCommit(notebook.database)
            for _ in 0..<20 {
                let commands = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    let count = Int.random(in: 0...400, using: &random)
                    let fails = Bool.random(using: &random)
                    return WriteCommand { transaction in
                        let ids = try (0..<count).map { _ in try transaction.newID() }
                        for id in ids {
                            try transaction.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, "")
                        }
                        if fails { throw Notebook.Refusal(id: 0) }
                        return ids
                    } completion: { result in
                        switch result {
                        case .success(let ids): committed.withLock { $0 += ids }
                        case .failure(let error):
                            if !(error is Notebook.Refusal) { Issue.record(error, "seed \(seed)") }
                        }
                    }
                }
                group.commit(commands)
            }
            let ids = committed.withLock { $0 }
            #expect(try notebook.ids() == ids, "seed \(seed)")
            #expect(ids == ids.sorted(), "seed \(seed)")
            #expect(Set(ids).count == ids.count, "seed \(seed)")
            #expect(!ids.contains(0))
        }
    }
}
