import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct LoginAttempt: Sendable {
        let subject: LoginSubject
        let account: AccountRecord?
        let password: [UInt8]
        let salt: [UInt8]
        let permits: [Permit]
        var check: PasswordCheck?
    }

    /// ACC-5a: finds the account by name, phone or ID number; ACC-5b: throws for an attempt that comes too soon.
    func loadLogin(_ request: LoginRequest, _ context: ReadContext) throws -> LoginAttempt {
        guard request.password.utf8.count <= Password.longestBytes, request.name.utf8.count <= Password.longestBytes
        else { throw Refusal(.wrongCredentials) }
        let today = ZoneRule.china.day(of: Instant(context.now))
        let name = LoginName(request.name, today: today)
        let account = try name.flatMap { try self.account($0, context.snapshot) }
        let subject =
            account.map { loginSubject(person: $0.person, context.call) }
            ?? loginSubject(nobody: request.name, context.call)
        try checkThrottle(subject, context.snapshot, now: context.now)
        return LoginAttempt(
            subject: subject, account: account, password: Array(request.password.utf8),
            salt: context.random(PasswordHash.saltSize), permits: try beginTrying(subject, now: context.now))
    }

    func checkLogin(_ attempt: LoginAttempt) throws -> LoginAttempt {
        var attempt = attempt
        attempt.check = try PasswordCheck(attempt.password, against: attempt.account?.password, salt: attempt.salt)
        return attempt
    }

    func finishLogin(_ attempt: LoginAttempt, _ context: WriteContext) throws -> LoginReply {
        try checkThrottle(attempt.subject, context.transaction, now: context.now)
        let account = try attempt.account.flatMap { try self.account(person: $0.person, context.transaction) }
        // A password that was changed meanwhile was not tried.
        guard account?.password == attempt.account?.password else { throw Refusal(.wrongCredentials) }
        guard let account, attempt.check?.isRight == true else {
            try recordFailure(attempt.subject, context)
            context.refuseAfterCommit(Refusal(.wrongCredentials))
            return LoginReply()
        }
        return try openSession(for: account, context)
    }

    /// The precision of a session's time of last use.
    private static let sessionUseMs: Int64 = 3_600_000

    /// Resumes a session on a new connection: on a reader, except for the hourly update of its last use.
    func resumeSession(_ request: ResumeSessionRequest, _ context: ReadContext) throws -> Checked<LoginReply> {
        let (session, holder) = try session(request, context.snapshot, now: context.now)
        guard context.now >= session.lastUsed + Self.sessionUseMs else {
            let reply = try describe(holder, expires: session.expires, context.snapshot)
            return .answered(reply, becoming: caller(holder, session: session.id, reply))
        }
        return .commit { [self] context in
            let (session, holder) = try self.session(request, context.transaction, now: context.now)
            try context.transaction.execute(
                "UPDATE session SET last_used_ms = ?2 WHERE id = ?1", session.id, context.now)
            return try loginReply(holder, session: session.id, expires: session.expires, context)
        }
    }

    private func session(
        _ request: ResumeSessionRequest, _ snapshot: Snapshot, now: Int64
    ) throws -> (session: (id: UInt64, expires: Int64, lastUsed: Int64), holder: SessionHolder) {
        let session = try snapshot.first(
            "SELECT id, person, expires_ms, last_used_ms, organisation FROM session WHERE token_hash = ?1",
            Digest.hash(.sessionToken, request.session)
        ) { (id: $0.id(0), person: $0.id(1), expires: $0.integer(2), lastUsed: $0.integer(3), organisation: $0.id(4)) }
        guard let session, now < session.expires,
            let holder = try holder(person: session.person, organisation: session.organisation, snapshot)
        else { throw Refusal(.sessionExpired) }
        return ((session.id, session.expires, session.lastUsed), holder)
    }

    func logout(_ request: LogoutRequest, _ context: WriteContext) throws -> LogoutReply {
        let session = try context.call.person().session
        try context.transaction.execute(.deleteSession, session)
        context.become(.anonymous)
        sessions.closeConnections(of: [session], context)
        return LogoutReply()
    }

    func whoAmI(_ request: WhoAmIRequest, _ context: ReadContext) throws -> LoginReply {
        let person = try context.call.person()
        let session = try context.snapshot.first(
            "SELECT expires_ms, organisation FROM session WHERE id = ?1", person.session
        ) { (expires: $0.integer(0), organisation: $0.id(1)) }
        guard let session,
            let holder = try holder(person: person.id, organisation: session.organisation, context.snapshot)
        else { throw Refusal(.sessionExpired) }
        return try describe(holder, expires: session.expires, context.snapshot)
    }
}
