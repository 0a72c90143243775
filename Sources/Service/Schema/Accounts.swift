import Storage

extension Schema {
    static let accounts = Migration(4, "registration, text messages, sources of logins, links, audit", accountsText)

    private static let accountsText = """
        -- A phone proven by a code sent to it; 0 = only written down by somebody.
        ALTER TABLE person ADD COLUMN phone_bound_ms TIME NOT NULL DEFAULT 0;
        ALTER TABLE person ADD COLUMN closed_ms TIME NOT NULL DEFAULT 0;
        CREATE TABLE consent (person INT64 NOT NULL, version TEXT NOT NULL, at_ms TIME NOT NULL,
            PRIMARY KEY (person, version));

        -- Failures are counted by account and source in login_failure (`subject` is a keyed hash of the person, or of a
        -- name that nobody has), by account alone and by source alone in login_budget.
        ALTER TABLE account DROP COLUMN failures;
        ALTER TABLE account DROP COLUMN last_failure_ms;
        CREATE TABLE login_failure (subject BYTES NOT NULL, source TEXT NOT NULL, failures INT64 NOT NULL,
            last_ms TIME NOT NULL, PRIMARY KEY (subject, source));
        CREATE INDEX login_failure_last ON login_failure (last_ms);
        CREATE TABLE login_budget (scope INT64 NOT NULL, subject BYTES NOT NULL, used_until_ms TIME NOT NULL,
            PRIMARY KEY (scope, subject));
        CREATE INDEX login_budget_used ON login_budget (used_until_ms);
        CREATE TABLE known_source (person INT64 NOT NULL, source TEXT NOT NULL, last_ms TIME NOT NULL,
            PRIMARY KEY (person, source));
        CREATE INDEX known_source_last ON known_source (last_ms);

        ALTER TABLE session ADD COLUMN last_used_ms TIME NOT NULL DEFAULT 0;
        CREATE INDEX session_person ON session (person, id);
        CREATE INDEX session_expires ON session (expires_ms);

        -- Codes by text message: one a phone, purpose and subject; only a keyed hash of it is kept.
        CREATE TABLE sms_code (phone_hash BYTES NOT NULL, purpose INT64 NOT NULL, subject INT64 NOT NULL,
            code_hash BYTES NOT NULL, sent_ms TIME NOT NULL, failures INT64 NOT NULL,
            PRIMARY KEY (phone_hash, purpose, subject));
        CREATE INDEX sms_code_sent ON sms_code (sent_ms);
        CREATE TABLE sms_tally (phone_hash BYTES NOT NULL, day INT64 NOT NULL, sent INT64 NOT NULL, last_ms TIME NOT NULL,
            PRIMARY KEY (phone_hash));
        CREATE INDEX sms_tally_day ON sms_tally (day);
        CREATE TABLE sms_outbox (id INT64 PRIMARY KEY, at_ms TIME NOT NULL, purpose INT64 NOT NULL,
            message_sealed BYTES NOT NULL, state INT64 NOT NULL, tries INT64 NOT NULL, next_ms TIME NOT NULL,
            failure TEXT NOT NULL);
        CREATE INDEX sms_outbox_due ON sms_outbox (state, next_ms);
        CREATE INDEX sms_outbox_at ON sms_outbox (at_ms);

        -- What is good once: solved puzzles, an outside provider's codes; kept until it would be refused by its time.
        CREATE TABLE spent_once (token BYTES NOT NULL, expires_ms TIME NOT NULL, PRIMARY KEY (token));
        CREATE INDEX spent_once_expires ON spent_once (expires_ms);

        CREATE TABLE outside_link (provider TEXT NOT NULL, subject_hash BYTES NOT NULL, person INT64 NOT NULL,
            linked_ms TIME NOT NULL, PRIMARY KEY (provider, subject_hash));
        CREATE UNIQUE INDEX outside_link_person ON outside_link (person, provider);

        -- Asked of a reviewer; the phone goes with the decision.
        CREATE TABLE phone_change (id INT64 PRIMARY KEY, person INT64 NOT NULL, reason TEXT NOT NULL,
            phone_sealed BYTES);
        CREATE INDEX phone_change_person ON phone_change (person, id);

        CREATE INDEX audit_at ON audit (at_ms, id);
        CREATE INDEX audit_caller ON audit (caller, id);
        CREATE INDEX audit_caller_method ON audit (caller, method, id);
        CREATE INDEX audit_method ON audit (method, id);
        """
}
