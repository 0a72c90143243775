import Application
import Crypto
import Domain
import Messages
import Service
import Storage

// What somebody without an account does.

extension Client {
    /// Gets a puzzle and solves it.
    func solved() throws -> Solution {
        let challenge: GetChallengeReply = try call(.accountsGetChallenge, GetChallengeRequest())
        let difficulty = UInt8(challenge.difficulty)
        let nonce = ProofOfWork.solve(challenge.puzzle) { Puzzle.isSolved($0, difficulty: difficulty) }
        return Solution(puzzle: challenge.puzzle, nonce: nonce)
    }

    @discardableResult
    func askForCode(_ phone: String, _ purpose: SmsPurpose?) throws -> SendSmsCodeReply {
        try call(.accountsSendSmsCode, SendSmsCodeRequest(phone: phone, purpose: purpose, solution: solved()))
    }

    /// Makes the first step of a registration.
    func ticket(_ name: String, _ number: String) throws -> [UInt8] {
        let reply: BeginRegistrationReply = try call(
            .accountsBeginRegistration,
            BeginRegistrationRequest(personName: name, idNumber: number, solution: solved()))
        return reply.ticket
    }

    /// Registers by phone with a code that was sent to it.
    func register(
        _ phone: String, code: String, ticket: [UInt8] = [], account: String = "", password: String = Newcomer.password,
        version: String = "2026-10"
    ) throws -> RegisterReply {
        try call(
            .accountsRegister,
            RegisterRequest(
                ticket: ticket, account: account, password: password, phone: phone, code: code, privacyVersion: version
            ))
    }

    @discardableResult
    func login(_ name: String, _ password: String = Newcomer.password) throws -> LoginReply {
        try call(.accountsLogin, LoginRequest(name: name, password: password))
    }
}

enum Newcomer {
    static let password = "river-stone-42"
    static let phone = "13911110001"
    static let other = "13911110002"
    /// A phone and ID number unknown to the fixture.
    static let identity = "320106199003078516"
}

extension World {
    /// Returns the last code, as the operator reads it in the outbox.
    func lastCode() throws -> String {
        let reply: ListSmsOutboxReply = try client("admin").call(
            .accountsListSmsOutbox, ListSmsOutboxRequest(limit: 1))
        let digits = (reply.entries.first?.text ?? "").split { !$0.isNumber }.first { $0.count == 6 }
        guard let digits else { throw Missing(what: "a code in the outbox") }
        return String(digits)
    }

    /// Requests a code and reads it.
    func code(_ phone: String, _ purpose: SmsPurpose, _ client: Client) throws -> String {
        try client.askForCode(phone, purpose)
        return try lastCode()
    }

    /// Registers a person by phone and logs in.
    func newcomer(_ phone: String = Newcomer.phone) throws -> Client {
        let client = server.connect()
        _ = try client.register(phone, code: code(phone, .register, client))
        try client.login(phone)
        return client
    }
}

extension World {
    /// Returns a code of the provider `dev` that proves an openid, valid for five minutes by default.
    func openidCode(_ openid: String, expiresInMs: Int64 = 300_000) throws -> String {
        OutsideProvider.code(openid, expiresMs: clock.now + expiresInMs, key: try TestServer.providerKey.get())
    }
}
