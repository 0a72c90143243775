import Foundation
import Processes
import Testing

extension Site {
    /// A person with a home folder.
    func user(_ home: String, _ program: String) -> User { User(site: self, home: home, program: program) }

    /// The administrator, logged in with a changed password.
    func administrator() throws -> User {
        let admin = user("admin", "rollcall-admin")
        try admin.connect()
        try admin.login("admin", first: firstPassword)
        return admin
    }
}

/// One home folder and one program.
struct User {
    let site: Site
    let home: String
    let program: String

    var homePath: String { site.folder.path + "/" + home }

    @discardableResult
    func callAsFunction(
        _ words: String..., input: String = "", environment: [String: String] = [:], exits code: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Programs.Outcome {
        try run(words, input: input, environment: environment, exits: code, at: location)
    }

    @discardableResult
    func run(
        _ words: [String], input: String = "", environment: [String: String] = [:], exits code: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Programs.Outcome {
        let outcome = try Programs.run(
            program, words, environment: ["ROLLCALL_HOME": homePath].merging(environment) { $1 }, input: input)
        #expect(
            outcome.code == code, "\(program) \(words.joined(separator: " ")): \(outcome.out) \(outcome.err)",
            sourceLocation: location)
        return outcome
    }

    func connect() throws { try self("connect", site.tls, "--site", site.fingerprint) }

    func login(_ name: String, first password: String) throws {
        let old = try site.file("first-\(home)", password + "\n")
        let new = try site.file("own-\(home)", Site.password + "\n")
        try self("login", name, "--password-file", old, "--new-password-file", new)
    }
}
