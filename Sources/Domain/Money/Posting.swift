/// ORD-6a: one double entry: amounts on accounts whose sum is zero.
package struct Posting: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let account: LedgerAccount
        /// Debit above zero, credit below.
        package let amount: Fen

        package init(_ account: LedgerAccount, _ amount: Fen) {
            self.account = account
            self.amount = amount
        }
    }

    package let kind: PostingKind
    /// Without accounts that get nothing; one entry an account.
    package let entries: [Entry]

    /// Moves money from accounts to one.
    /// - Throws: `invalid` for an amount below zero, or beyond what can be counted.
    package init(_ kind: PostingKind, to account: LedgerAccount, from sources: [Entry]) throws(Refusal) {
        var entries: [Entry] = []
        for source in sources {
            guard source.amount >= .zero, source.account != account else {
                throw Refusal(.invalid, field: "amount", "money moves forward, to another account", zh: "金额或科目无效")
            }
            if source.amount > .zero { entries.append(Entry(source.account, Fen(-source.amount.count))) }
        }
        let total = try Fen.sum(sources.map(\.amount))
        if total > .zero { entries.append(Entry(account, total)) }
        self.kind = kind
        self.entries = entries
    }

    /// Moves money from one account to others.
    /// - Throws: `invalid` for an amount below zero, or beyond what can be counted.
    package init(_ kind: PostingKind, from account: LedgerAccount, to targets: [Entry]) throws(Refusal) {
        let forward = try Posting(kind, to: account, from: targets)
        self.kind = kind
        entries = forward.entries.map { Entry($0.account, Fen(-$0.amount.count)) }
    }
}
