import Foundation
import Testing

@Suite struct VersionTests {
    @Test("Protocol/VERSION names the version and the digest of what it freezes; `make generate` writes it")
    func frozen() throws {
        let process = Process()
        process.executableURL = Repository.root.appendingPathComponent(".ci/protocol-version")
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let kept = try String(contentsOf: Repository.root.appendingPathComponent("Protocol/VERSION"), encoding: .utf8)
        #expect(kept == printed, "a released message or vector has changed, or `make generate` was not run")
        #expect(kept.hasPrefix("1.1\n") && kept.count == "1.1\n".count + 64 + 1)
    }
}
