import Application
import Crypto
import Messages
import Storage

extension Service {
    /// A terminal proves that it holds its key, over this connection and the versions it saw agreed.
    func authenticate(_ request: AuthenticateRequest, _ context: WriteContext) throws -> AuthenticateReply {
        let signed = context.call.peer.binding.preimage(site: site.id)
        guard request.deviceKey.count == PublicKey.size,
            try PublicKey(request.deviceKey).verifies(request.proof, .terminalAuthentication, signed)
        else { throw Refused(.badProof) }
        let terminal = try context.transaction.first(
            "SELECT id, base, revoked_ms FROM terminal WHERE device_key = ?1", request.deviceKey
        ) { (id: $0.id(0), base: $0.id(1), revoked: $0.integer(2)) }
        guard let terminal else { throw Refused(.badProof) }
        guard terminal.revoked == 0 else { throw Refused(.terminalRevoked) }
        try context.transaction.execute(
            "UPDATE terminal SET last_contact_ms = ?2 WHERE id = ?1", terminal.id, context.now)
        context.become(.terminal(TerminalCaller(id: terminal.id, base: terminal.base)))
        return AuthenticateReply(
            terminal: terminal.id, base: terminal.base, rosterKey: secrets.rosterKey(base: terminal.base).bytes,
            timeMs: context.now)
    }
}
