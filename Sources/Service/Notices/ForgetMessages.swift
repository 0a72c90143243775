import Storage

extension Notices {
    /// ACC-11e: deletes a person's messages and favourites.
    func forgetMessages(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM message_waiting WHERE person = ?1", person)
        try transaction.execute("DELETE FROM message_shown WHERE person = ?1", person)
        try transaction.execute("DELETE FROM message WHERE person = ?1", person)
        try transaction.execute("DELETE FROM favourite WHERE person = ?1", person)
    }
}
