import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct PlaygroundTests {
    @Test("a province to try things in is made, its people can log in, and a Ctrl-C stops its server")
    func province() throws {
        let process = Programs.process(
            "rollcall-demo", ["province", "--programs", Programs.folder.path, "--listen", "127.0.0.1:0", "--json"],
            environment: [:])
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        var printed = ""
        while !printed.contains("rollcall attendance\"}\n") {
            let piece = out.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "it ended: \(printed)")
            printed += String(decoding: piece, as: UTF8.self)
        }
        let people = try Programs.Outcome(code: 0, out: printed, err: "").rows
        let admin = try #require(people.first)
        let told = String(decoding: err.fileHandleForReading.availableData, as: UTF8.self)
        let homes = String(try #require(told.firstMatch(of: /ROLLCALL_HOME=(\S+)admin/)).output.1)
        let folder = try #require(told.firstMatch(of: /its files are in (\S+)/)).output.1
        for person in people {
            let (account, password) = (try #require(person["account"] as? String), person["password"] as? String)
            let words = try #require(person["type"] as? String).split(separator: " ").map(String.init)
            let home = ["ROLLCALL_HOME": homes + account]
            let own = account == admin["account"] as? String ? [] : ["own-Password-1", "own-Password-1"]
            let answers = ([password ?? ""] + own).joined(separator: "\n") + "\n"
            let login = try Programs.run(words[0], ["login", account], environment: home, input: answers)
            #expect(login.code == 0, "\(account): \(login.err)")
            let next = try Programs.run(words[0], Array(words.dropFirst()), environment: home)
            #expect(next.code == 0, "\(account): \(words.joined(separator: " ")): \(next.err)")
        }
        Foundation.kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(!FileManager.default.fileExists(atPath: String(folder)))
    }
}
