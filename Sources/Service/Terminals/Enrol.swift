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
            terminal = try comeBack(request.deviceKey, code.base, context) ?? transaction.newID()
            try transaction.execute(
                """
                INSERT INTO terminal (id, name, base, device_key, revoked_ms, last_contact_ms)
                VALUES (?1, ?2, ?3, ?4, 0, ?5)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, revoked_ms = 0
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

    /// SYN-7: a terminal that was revoked by mistake, or is found again, comes back by a new code of its base, with what it
    /// has recorded.
    /// - Returns: its id; nil for a device that is no terminal yet.
    /// - Throws: `alreadyExists` for a terminal that is not revoked, or of another base.
    private func comeBack(
        _ deviceKey: [UInt8], _ base: UInt64, _ context: WriteContext
    ) throws -> UInt64? {
        let transaction = context.transaction
        let known = try transaction.first(
            "SELECT id, base, revoked_ms FROM terminal WHERE device_key = ?1", deviceKey
        ) { (id: $0.id(0), base: $0.id(1), revoked: $0.integer(2)) }
        guard let known else { return nil }
        guard known.revoked != 0, known.base == base else {
            throw Refusal(
                .alreadyExists, field: "device_key",
                "this device is terminal \(known.id) already; another terminal needs a folder of its own (--home)",
                zh: "本机已注册为终端 \(known.id)；另设终端请用 --home 指定单独的文件夹")
        }
        try Scope.withdraw(.revocation, known.id, base: base, context)
        return known.id
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
