import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

/// ACC-5b: the subject under which failed logins are counted. An unknown name is counted like an account, so that they
/// cannot be told apart.
struct LoginSubject: Sendable {
    enum Owner: Sendable {
        case person(UInt64), organisation(UInt64)

        var id: UInt64 {
            switch self {
            case .person(let id), .organisation(let id): id
            }
        }
    }

    /// Nil for an unknown name.
    let owner: Owner?
    let hash: [UInt8]
    let source: LoginSource

    /// OPS-3: passwords of one account are checked one at a time, on however many connections they arrive.
    var line: UInt64 { hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}

extension Accounts {
    /// The subject that failures of logins of a person are counted under.
    func loginSubject(person: UInt64, _ call: Call) -> LoginSubject {
        var writer = ByteWriter()
        writer.writeFixed64(person)
        return LoginSubject(
            owner: .person(person), hash: secrets.loginSubjects.mac(.loginSubject, [1], writer.bytes),
            source: call.peer.source)
    }

    /// The subject that failures of logins for an organisation are counted under.
    func loginSubject(organisation: UInt64, _ call: Call) -> LoginSubject {
        var writer = ByteWriter()
        writer.writeFixed64(organisation)
        return LoginSubject(
            owner: .organisation(organisation), hash: secrets.loginSubjects.mac(.loginSubject, [2], writer.bytes),
            source: call.peer.source)
    }

    /// The subject that failures with a name nobody has are counted under.
    func loginSubject(nobody name: String, _ call: Call) -> LoginSubject {
        LoginSubject(
            owner: nil, hash: secrets.loginSubjects.mac(.loginSubject, [0], Array(name.lowercased().utf8)),
            source: call.peer.source)
    }

    /// Throws for an attempt that comes too soon for this account from this source. Unless its owner has logged in from
    /// there, also counts attempts at this account from anywhere, and at any account from this source.
    func checkThrottle(_ subject: LoginSubject, _ snapshot: Snapshot, now: Int64) throws {
        try throttle(subject, snapshot).check(at: Instant(now))
        guard try !isKnown(subject, snapshot, now: now) else { return }
        for (budget, key) in budgets(subject) {
            try budget.rule.check(usedUntil: usedUntil(budget, key, snapshot), at: Instant(now))
        }
    }

    /// OPS-3: one account has eight passwords being tried at once, and one source 64, so that they keep nobody else out; whoever
    /// has the right one cannot log in without end.
    /// - Throws: ``Refusal`` `busy` for one more.
    func beginTrying(_ subject: LoginSubject, now: Int64) throws(Refusal) -> [Permit] {
        let waitMs = logins.waitMs(Int64(bitPattern: subject.line), now: now)
        guard waitMs == 0 else {
            throw Refusal(
                .busy, Phrase("this account has logged in too often", "该账号登录过于频繁"),
                retryAfterMs: UInt32(clamping: waitMs))
        }
        guard let ofAccount = loginsOfAccount.begin(subject.hash),
            let ofSource = loginsOfSource.begin(subject.source.text)
        else {
            throw Refusal(
                .busy, Phrase("wait for the logins under way", "请等待正在进行的登录完成"), retryAfterMs: 1000)
        }
        return [ofAccount, ofSource]
    }

    /// Counts a wrong password; audits the one that locks.
    func recordFailure(_ subject: LoginSubject, _ context: WriteContext) throws {
        let transaction = context.transaction
        let throttle = try throttle(subject, transaction).failed(at: Instant(context.now))
        try transaction.execute(
            """
            INSERT INTO login_failure (subject, source, failures, last_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (subject, source) DO UPDATE SET failures = excluded.failures, last_ms = excluded.last_ms
            """, subject.hash, subject.source.text, throttle.failures, context.now)
        if throttle.failures == LoginThrottle.lockFailures {
            context.auditDetail = "\(subject.title) locked"
        }
        guard try !isKnown(subject, transaction, now: context.now) else { return }
        for (budget, key) in budgets(subject) {
            let used = budget.rule.spending(
                usedUntil: try usedUntil(budget, key, transaction), at: Instant(context.now))
            try transaction.execute(
                """
                INSERT INTO login_budget (scope, subject, used_until_ms) VALUES (?1, ?2, ?3)
                ON CONFLICT (scope, subject) DO UPDATE SET used_until_ms = excluded.used_until_ms
                """, budget.rawValue, key, used.milliseconds)
        }
    }

    /// Counts a successful login: resets the failures from this source, and exempts it from those of others.
    func recordSuccess(_ subject: LoginSubject, _ context: WriteContext) throws {
        guard let owner = subject.owner else { return }
        logins.spend(Int64(bitPattern: subject.line), now: context.now)
        try context.transaction.execute(
            "DELETE FROM login_failure WHERE subject = ?1 AND source = ?2", subject.hash, subject.source.text)
        try context.transaction.execute(
            """
            INSERT INTO known_source (person, source, last_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT (person, source) DO UPDATE SET last_ms = excluded.last_ms
            """, owner.id, subject.source.text, context.now)
    }

    private func throttle(_ subject: LoginSubject, _ snapshot: Snapshot) throws -> LoginThrottle {
        try snapshot.first(
            "SELECT failures, last_ms FROM login_failure WHERE subject = ?1 AND source = ?2", subject.hash,
            subject.source.text
        ) { LoginThrottle(failures: $0.int(0), lastFailure: Instant($0.integer(1))) } ?? .clear
    }

    private func isKnown(_ subject: LoginSubject, _ snapshot: Snapshot, now: Int64) throws -> Bool {
        guard let owner = subject.owner else { return false }
        let last = try snapshot.first(
            "SELECT last_ms FROM known_source WHERE person = ?1 AND source = ?2", owner.id, subject.source.text
        ) { Instant($0.integer(0)) }
        return KnownSource.isKnown(lastSuccess: last, at: Instant(now))
    }

    private func budgets(_ subject: LoginSubject) -> [(BudgetScope, key: [UInt8])] {
        [(.account, subject.hash), (.source, Array(subject.source.text.utf8))]
    }

    private func usedUntil(_ budget: BudgetScope, _ key: [UInt8], _ snapshot: Snapshot) throws -> Instant {
        try snapshot.first(
            "SELECT used_until_ms FROM login_budget WHERE scope = ?1 AND subject = ?2", budget.rawValue, key
        ) { Instant($0.integer(0)) } ?? Instant(0)
    }
}

extension LoginSubject {
    fileprivate var title: AuditDetail {
        switch owner {
        case .person(let id): "account of person \(id)"
        case .organisation(let id): "account of organisation \(id)"
        case nil: "a name of nobody"
        }
    }
}

/// The subject of a row of `login_budget`.
private enum BudgetScope: Int {
    case account = 1
    case source = 2

    var rule: Budget {
        switch self {
        case .account: .failuresAtAccount
        case .source: .failuresOfSource
        }
    }
}
