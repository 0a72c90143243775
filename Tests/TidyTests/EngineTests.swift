import Testing

@Suite struct EngineTests {
    @Test("SQLite is spoken to in one folder of Storage, and nothing else of the product knows that it is there")
    func oneFolder() throws {
        var found: [String] = []
        // The client in Python is a package of its own, whose terminals keep a file of their own.
        for file in try Repository.files(under: "Sources", "Clients") where !file.path.hasPrefix("Clients/Python/") {
            let isEngine = ["Sources/Storage/SQLite/", "Sources/CSQLite/", "Sources/CPages/"].contains {
                file.path.hasPrefix($0)
            }
            if file.mentions("sqlite3", "SQLITE_", "CSQLite", "CPages", "cpages_") {
                if isEngine { found.append(file.path) }
                #expect(isEngine, "\(file.path) speaks to SQLite itself")
            }
        }
        #expect(found.count > 5)
    }
}
