import Application
import Crypto
import Messages
import Storage

extension Terminals {
    /// Authenticates a terminal by its key's signature over this connection and its versions. Looks the key up before
    /// it verifies, both on a reader, so that an unknown key costs no verification, and a wrong proof no commit.
    func authenticate(_ request: AuthenticateRequest, _ context: ReadContext) throws -> Checked<AuthenticateReply> {
        guard request.deviceKey.count == PublicKey.size, let terminal = try terminal(request, context.snapshot) else {
            throw Refusal(.badProof)
        }
        let signed = context.call.peer.binding.preimage(site: site.id)
        guard try PublicKey(request.deviceKey).verifies(request.proof, .terminalAuthentication, signed) else {
            throw Refusal(.badProof)
        }
        guard terminal.revoked == 0 else { throw Refusal(.terminalRevoked) }
        let caller = Caller.terminal(TerminalCaller(id: terminal.id, base: terminal.base, sinceMs: context.now))
        guard context.now < terminal.lastContact || context.now - terminal.lastContact >= Self.contactMs else {
            return .answered(reply(to: terminal, now: context.now), becoming: caller)
        }
        return .commit { [self] context in
            guard let terminal = try self.terminal(request, context.transaction) else { throw Refusal(.badProof) }
            guard terminal.revoked == 0 else { throw Refusal(.terminalRevoked) }
            try context.transaction.execute(
                "UPDATE terminal SET last_contact_ms = ?2 WHERE id = ?1", terminal.id, context.now)
            context.become(caller)
            return reply(to: terminal, now: context.now)
        }
    }

    /// Makes the next contact of every terminal one that is stored, in a database that is as it was at a time.
    func forgetContacts(after madeMs: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE terminal SET last_contact_ms = ?1 WHERE last_contact_ms > ?1", madeMs - Self.contactMs)
    }

    /// The precision of a terminal's time of last contact.
    private static let contactMs: Int64 = 60_000

    private typealias Known = (id: UInt64, base: UInt64, revoked: Int64, lastContact: Int64)

    private func terminal(_ request: AuthenticateRequest, _ snapshot: Snapshot) throws -> Known? {
        try snapshot.first(
            "SELECT id, base, revoked_ms, last_contact_ms FROM terminal WHERE device_key = ?1", request.deviceKey
        ) { (id: $0.id(0), base: $0.id(1), revoked: $0.integer(2), lastContact: $0.integer(3)) }
    }

    private func reply(to terminal: Known, now: Int64) -> AuthenticateReply {
        AuthenticateReply(
            terminal: terminal.id, base: terminal.base, rosterKey: secrets.rosterKey(base: terminal.base).bytes,
            timeMs: now)
    }
}
