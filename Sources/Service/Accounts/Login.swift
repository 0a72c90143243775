import Application
import Crypto
import Domain
import Messages
import Storage

extension Service {
    struct LoginAttempt: Sendable {
        let account: AccountRecord?
        let password: [UInt8]
        let salt: [UInt8]
        var isRight = false
    }

    /// ACC-5a: finds the account by name, phone or ID number; ACC-5b: refuses a try that comes too soon.
    func loadLogin(_ request: LoginRequest, _ context: ReadContext) throws -> LoginAttempt {
        guard request.password.utf8.count <= Password.longestBytes else { throw Refused(.wrongCredentials) }
        let today = ZoneRule.china.day(of: Instant(context.now))
        let person = try LoginName(request.name, today: today).flatMap { name in
            switch name {
            case .account(let account):
                try context.snapshot.first("SELECT person FROM account WHERE name = ?1", account.text) { $0.id(0) }
            case .phone(let phone):
                try context.snapshot.first("SELECT id FROM person WHERE phone_hash = ?1", phoneHash(phone)) { $0.id(0) }
            case .identity(let number):
                try context.snapshot.first(
                    "SELECT id FROM person WHERE id_number_hash = ?1", idNumberHash(number)
                ) { $0.id(0) }
            }
        }
        let account = try person.flatMap { try self.account(person: $0, context.snapshot) }
        try account?.throttle.check(at: Instant(context.now))
        return LoginAttempt(
            account: account, password: Array(request.password.utf8), salt: context.random(PasswordHash.saltSize))
    }

    /// Takes as long for a name that nobody has.
    func checkLogin(_ attempt: LoginAttempt) throws -> LoginAttempt {
        var attempt = attempt
        if let account = attempt.account {
            attempt.isRight = try PasswordHash(record: account.password).matches(attempt.password)
        } else {
            _ = try PasswordHash(password: attempt.password, salt: attempt.salt)
        }
        return attempt
    }

    func finishLogin(_ attempt: LoginAttempt, _ context: WriteContext) throws -> LoginReply {
        guard let tried = attempt.account, let account = try self.account(person: tried.person, context.transaction),
            account.password == tried.password
        else { throw Refused(.wrongCredentials) }
        try account.throttle.check(at: Instant(context.now))
        guard attempt.isRight else {
            try recordFailure(of: account, context)
            context.refuseAfterCommit(Refused(.wrongCredentials))
            return LoginReply()
        }
        if account.throttle != .clear { try store(.clear, of: account.person, context.transaction) }
        return try openSession(for: account, context)
    }

    /// ACC-5b: counts a wrong password; the one that locks is audited.
    func recordFailure(of account: AccountRecord, _ context: WriteContext) throws {
        let throttle = account.throttle.failed(at: Instant(context.now))
        try store(throttle, of: account.person, context.transaction)
        if throttle.failures == LoginThrottle.lockFailures {
            context.auditDetail = "account of person \(account.person) locked"
        }
    }

    func store(_ throttle: LoginThrottle, of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE account SET failures = ?2, last_failure_ms = ?3 WHERE person = ?1",
            person, throttle.failures, throttle.lastFailure.milliseconds)
    }

    /// Takes a session up again on a new connection.
    func resumeSession(_ request: ResumeSessionRequest, _ context: WriteContext) throws -> LoginReply {
        let session = try context.transaction.first(
            "SELECT id, person, expires_ms FROM session WHERE token_hash = ?1",
            Digest.hash(.sessionToken, request.session)
        ) { (id: $0.id(0), person: $0.id(1), expires: $0.integer(2)) }
        guard let session, context.now < session.expires,
            let account = try self.account(person: session.person, context.transaction)
        else { throw Refused(.sessionExpired) }
        return try loginReply(account, session: session.id, expires: session.expires, context)
    }

    func logout(_ request: LogoutRequest, _ context: WriteContext) throws -> LogoutReply {
        try context.transaction.execute("DELETE FROM session WHERE id = ?1", try context.call.person().session)
        context.become(.anonymous)
        return LogoutReply()
    }

    func whoAmI(_ request: WhoAmIRequest, _ context: ReadContext) throws -> LoginReply {
        let person = try context.call.person()
        let expires = try context.snapshot.first("SELECT expires_ms FROM session WHERE id = ?1", person.session) {
            $0.integer(0)
        }
        guard let expires, let account = try self.account(person: person.id, context.snapshot) else {
            throw Refused(.sessionExpired)
        }
        return try describe(account, expires: expires, context.snapshot)
    }
}
