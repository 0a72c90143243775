import Storage

extension Schema {
    /// ACC-10: audit details in Chinese too. Entries from before, and those that are the same in both languages, have none.
    static let auditInChinese = Migration(
        55, "audit details in Chinese", "ALTER TABLE audit ADD COLUMN detail_zh TEXT NOT NULL DEFAULT '';")
}
