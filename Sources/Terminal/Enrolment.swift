package import Crypto
import Domain
import Journal
package import Messages
import Storage

/// The site and base that this terminal is enrolled with.
package struct Enrolment: Sendable, Equatable {
    /// 32 bytes; every connection must prove to be to this site.
    package let site: [UInt8]
    package let siteKey: PublicKey
    package let terminal: UInt64
    package let name: String
    package let base: UInt64
    package let baseName: String
    /// The site has revoked this terminal: the roster is erased and nothing more is recorded.
    package let isRevoked: Bool
}

/// One connection to a site, as both ends see it. The driver has verified the site.
package struct ConnectionEvidence: Sendable, Equatable {
    package let siteKey: PublicKey
    /// 32 bytes of the TLS exporter; zeros on a plain transport.
    package let exporter: [UInt8]
    /// The server's 32 random bytes for this connection.
    package let challenge: [UInt8]
    /// `u8 lowest, u8 highest` offered and `u8 chosen`.
    package let versions: [UInt8]

    package init(siteKey: PublicKey, exporter: [UInt8], challenge: [UInt8], versions: [UInt8]) {
        self.siteKey = siteKey
        self.exporter = exporter
        self.challenge = challenge
        self.versions = versions
    }

    /// The bytes that proofs of possession sign, after their context.
    var preimage: [UInt8] { siteKey.siteID + exporter + challenge + versions }
}

extension TerminalCore {
    /// Returns the enrolment; nil before it.
    package func enrolment() throws -> Enrolment? {
        try database.read { try enrolment($0) }
    }

    /// Makes the request that spends an enrolment code.
    /// - Parameter secret: the code's secret.
    package func enrolRequest(secret: [UInt8], over connection: ConnectionEvidence) -> EnrolRequest {
        EnrolRequest(
            secret: secret, deviceKey: deviceKey.publicKey.bytes,
            proof: deviceKey.sign(.enrolmentProof, connection.preimage, secret))
    }

    package func authenticateRequest(over connection: ConnectionEvidence) -> AuthenticateRequest {
        AuthenticateRequest(
            deviceKey: deviceKey.publicKey.bytes,
            proof: deviceKey.sign(.terminalAuthentication, connection.preimage))
    }

    /// Stores the server's answer and opens the first log. Repeating it changes nothing but that a revoked terminal records
    /// again, and that a server which was restored to a state from before the enrolment knows this terminal by another number;
    /// throws for an answer of another site or base, because the recorded facts belong to the first.
    package func enrolled(_ reply: EnrolReply, siteKey: PublicKey) throws {
        try database.write { transaction in
            if let known = try enrolment(transaction) {
                guard known.siteKey == siteKey, known.base == reply.base else {
                    throw Refusal(.wrongState, "this terminal is enrolled elsewhere", zh: "本终端已在别处注册")
                }
                try transaction.execute(
                    "UPDATE enrolment SET revoked = 0, terminal = ?1, name = ?2 WHERE id = 1", reply.terminal,
                    reply.name)
                return
            }
            try transaction.execute(
                """
                INSERT INTO enrolment (id, site, site_key, terminal, name, base, base_name, revoked, last_sync_ms)
                VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, 0, 0)
                """,
                siteKey.siteID, siteKey.bytes, reply.terminal, reply.name, reply.base, reply.baseName)
            let opening = LogOpening(deviceKey: deviceKey.publicKey, epoch: 1)
            try openLog(opening, site: siteKey.siteID, transaction)
        }
    }

    func enrolment(_ snapshot: Snapshot) throws -> Enrolment? {
        try snapshot.first(
            "SELECT site, site_key, terminal, name, base, base_name, revoked FROM enrolment WHERE id = 1"
        ) { row in
            Enrolment(
                site: row.bytes(0), siteKey: try PublicKey(row.bytes(1)), terminal: row.id(2), name: row.text(3),
                base: row.id(4), baseName: row.text(5), isRevoked: row.bool(6))
        }
    }

    /// Throws unless the terminal is enrolled and not revoked.
    package func requireEnrolment() throws {
        try database.read { _ = try requireEnrolment($0) }
    }

    func requireEnrolment(_ snapshot: Snapshot) throws -> Enrolment {
        guard let enrolment = try enrolment(snapshot) else {
            throw Refusal(.wrongState, "this terminal is not enrolled yet", zh: "本终端尚未注册")
        }
        guard !enrolment.isRevoked else {
            throw Refusal(.wrongState, "this terminal has been revoked", zh: "本终端已被吊销")
        }
        return enrolment
    }

    /// SYN-7: erases the roster of a revoked terminal; keeps the recorded facts.
    func erase(_ transaction: Transaction) throws {
        rosterKey = nil
        try transaction.execute("UPDATE enrolment SET revoked = 1 WHERE id = 1")
        try transaction.execute("DELETE FROM roster")
        try transaction.execute("DELETE FROM scope_item")
        try transaction.execute("DELETE FROM feed")
    }
}
