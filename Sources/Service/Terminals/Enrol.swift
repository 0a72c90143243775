import Application
import Crypto
import Messages
import Storage

extension Terminals {
    /// SYN-1a: spends a one-time code in the transaction that stores the terminal's key. The same key and code get the
    /// same answer again, so that a lost reply strands no terminal. Looks the code up before it verifies, both on a
    /// reader, so that a guess costs no verification and no commit.
    func enrol(_ request: EnrolRequest, _ context: ReadContext) throws -> Checked<EnrolReply> {
        try enrolmentTries.check(context.call, now: context.now)
        guard try code(of: request, context.snapshot, now: context.now) != nil else {
            enrolmentTries.failed(context.call, now: context.now)
            throw Refusal(.enrolmentCodeInvalid)
        }
        guard request.deviceKey.count == PublicKey.size else { throw Refusal(.badProof) }
        let signed = context.call.peer.binding.preimage(site: site.id) + request.secret
        guard try PublicKey(request.deviceKey).verifies(request.proof, .enrolmentProof, signed) else {
            throw Refusal(.badProof)
        }
        return .commit { [self] context in try enrol(request, context) }
    }

    private func enrol(_ request: EnrolRequest, _ context: WriteContext) throws -> EnrolReply {
        let transaction = context.transaction
        guard let code = try code(of: request, transaction, now: context.now) else {
            throw Refusal(.enrolmentCodeInvalid)
        }
        var terminal = code.terminal
        if !code.isSpent {
            guard try !transaction.exists("SELECT 1 FROM terminal WHERE device_key = ?1", request.deviceKey) else {
                throw Refusal(.alreadyExists, field: "device_key")
            }
            terminal = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO terminal (id, name, base, device_key, revoked_ms, last_contact_ms)
                VALUES (?1, ?2, ?3, ?4, 0, ?5)
                """, terminal, code.name, code.base, request.deviceKey, context.now)
            try transaction.execute(
                "UPDATE enrolment_code SET device_key = ?2, terminal = ?3 WHERE secret_hash = ?1",
                Digest.hash(.enrolmentCode, request.secret), request.deviceKey, terminal)
            try publishExaminers(of: code.base, context)
        }
        context.auditDetail = "terminal \(terminal) of base \(code.base)"
        context.become(.terminal(TerminalCaller(id: terminal, base: code.base, sinceMs: context.now)))
        let baseName = try transaction.first(.nameOfOrganisation, code.base) { $0.text(0) }
        return EnrolReply(terminal: terminal, name: code.name, base: code.base, baseName: baseName ?? "")
    }

    /// Returns the code if it is valid for this key: not spent, or spent by it.
    private func code(
        of request: EnrolRequest, _ snapshot: Snapshot, now: Int64
    ) throws -> (base: UInt64, name: String, isSpent: Bool, terminal: UInt64)? {
        let code = try snapshot.first(
            "SELECT base, name, expires_ms, device_key, terminal FROM enrolment_code WHERE secret_hash = ?1",
            Digest.hash(.enrolmentCode, request.secret)
        ) { (base: $0.id(0), name: $0.text(1), expires: $0.integer(2), key: $0.bytesOrNil(3), terminal: $0.id(4)) }
        guard let code else { return nil }
        guard let spentBy = code.key else {
            return now < code.expires ? (code.base, code.name, false, 0) : nil
        }
        guard spentBy == request.deviceKey else { return nil }
        let revoked = try snapshot.first(.revocationOfTerminal, code.terminal) {
            $0.integer(0)
        }
        guard revoked == 0 else { throw Refusal(.terminalRevoked) }
        return (code.base, code.name, true, code.terminal)
    }
}

extension ChannelBinding {
    /// The bytes that proofs of possession sign, after their context: valid for this connection to this site only.
    func preimage(site: [UInt8]) -> [UInt8] {
        site + exporter + challenge + versions
    }
}
