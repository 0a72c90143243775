import Console
import Foundation
import Testing

@testable import Server

@Suite struct DataFolderTests {
    private func folder() throws -> DataFolder {
        let path = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path + "/keys", withIntermediateDirectories: true)
        return DataFolder(path: path)
    }

    @Test("OPS-2b a folder whose restore did not come to its end is no new one: serve and init say to run it again")
    func unfinishedRestore() throws {
        let folder = try folder()
        try FileManager.default.createDirectory(atPath: folder.unfinishedRestore, withIntermediateDirectories: true)
        for use in [{ try folder.requireInitialised() }, { _ = try folder.draft() }] {
            let failure = #expect(throws: CommandFailure.self) { try use() }
            #expect(failure?.name == "restore_unfinished")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["keys", "restore.unfinished"])
    }

    @Test("OPS-1c keys without a database are told as that, and no empty database is made beside them")
    func noDatabase() throws {
        let folder = try folder()
        try Data([1]).write(to: URL(filePath: folder.siteKey))
        let failure = #expect(throws: CommandFailure.self) { try folder.requireInitialised() }
        #expect(failure?.name == "database_missing")
        try Data().write(to: URL(filePath: folder.database))
        try folder.requireInitialised()
    }
}
