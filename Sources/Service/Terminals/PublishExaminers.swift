import Application
import Messages
import Storage

extension Terminals {
    /// Tells the terminals of a base who may mark there now, so that a mark is given in nobody else's name. To be called when a role is
    /// given or taken, and when the base gets a terminal.
    func publishExaminers(of base: UInt64, _ context: WriteContext) throws {
        guard base != 0 else { return }
        let transaction = context.transaction
        let now = try transaction.all(
            """
            SELECT DISTINCT g.person, a.name, p.name FROM role_grant g JOIN account a ON a.person = g.person
            JOIN person p ON p.id = g.person WHERE g.organisation = ?1 AND g.role IN (?2, ?3, ?4) ORDER BY g.person
            """, base, Role.examiner.rawValue, Role.baseAdmin.rawValue, Role.examBaseAdmin.rawValue
        ) { (person: $0.id(0), account: $0.text(1), name: $0.text(2)) }
        let known = try transaction.all(
            "SELECT item FROM scope_item WHERE scope = ?1 AND kind = ?2 AND removed = ?3 ORDER BY item", base,
            ItemKind.examiner.rawValue, false
        ) { $0.id(0) }
        for person in Set(known).subtracting(now.map(\.person)) {
            try Scope.withdraw(.examiner, person, base: base, context)
        }
        for examiner in now where !known.contains(examiner.person) {
            let sealed = projects.sealedName(examiner.name, of: examiner.person, in: base, base: base, context)
            try Scope.publish(
                .examiner, examiner.person,
                ExaminerValue(person: examiner.person, account: examiner.account, encryptedName: sealed),
                base: base, context)
        }
    }
}
