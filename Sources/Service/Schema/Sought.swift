import Storage

extension Schema {
    /// ACC-10: entries are listed by their time, which a clock that was put right may have run backwards.
    static let auditByTime = Migration(
        59, "audit entries by time",
        """
        DROP INDEX audit_caller;
        DROP INDEX audit_caller_method;
        DROP INDEX audit_method;
        CREATE INDEX audit_caller ON audit (caller, at_ms, id);
        CREATE INDEX audit_caller_method ON audit (caller, method, at_ms, id);
        CREATE INDEX audit_method ON audit (method, at_ms, id);
        """)

    /// CRT-3: certificates are found by their numbers in one form of letters. `certificate_place` has that form alone.
    static let certificatesByNumber = Migration(
        60, "certificates by compared numbers",
        """
        ALTER TABLE certificate ADD COLUMN compared TEXT NOT NULL DEFAULT '';
        UPDATE certificate SET compared = replace(lower(number), ' ', '');
        UPDATE certificate_place SET number = replace(lower(number), ' ', '');
        DROP INDEX certificate_code;
        CREATE INDEX certificate_code ON certificate (compared, code);
        CREATE INDEX certificate_compared ON certificate (base, compared, standing);
        """)
}
