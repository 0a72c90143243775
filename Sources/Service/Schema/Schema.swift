package import Storage

/// The server's tables. Forward only: a released migration never changes, the next one is added below it. Personal data
/// is encrypted (`…_sealed`) and found by keyed hash (`…_hash`).
package enum Schema {
    package static let migrations = [
        Migration(1, "people, projects, offerings, terminals, journal, credit", firstSlice), organisations, notices,
        accounts, leave, identity, recruitment, organisationLogin, smsSources, roleGrants, serverLogs, regions, uploads,
        smsCounts, judgedWhenRead, logEnds, contacts, damage, lists, counters, outbox, staffAccounts,
        offeringsOfProjects, decisionReasons, decisions, offeringChanges, heldElsewhere, submissions,
        enrolmentMakers,
        bookings, money, invoices, questions, dayEnds, selling, statements, periods, written, certificates,
        evaluations, creditLedger,
        comparedNames, policyRevisions, postReports, skills,
        teaching, offeringDocuments, projectTerms, lateScans, yearRules, doublePlaces,
        outsideRecords, completions, walkIns, auditInChinese,
        rosterChanges, keptPapers, venueKeyLooks, auditByTime, certificatesByNumber, invoiceIssuers,
        examLooks, reviewsOfPeople, largeUploads,
    ]

    private static let firstSlice = """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BYTES NOT NULL);
        CREATE TABLE organisation (id INT64 PRIMARY KEY, kind INT64 NOT NULL, name TEXT NOT NULL,
            parent INT64 NOT NULL, level INT64 NOT NULL, category INT64 NOT NULL, trains BOOLEAN NOT NULL,
            examines BOOLEAN NOT NULL, employs BOOLEAN NOT NULL, provides BOOLEAN NOT NULL, closed BOOLEAN NOT NULL);
        CREATE UNIQUE INDEX organisation_name ON organisation (parent, kind, name);
        CREATE TABLE person (id INT64 PRIMARY KEY, name TEXT NOT NULL, phone_sealed BYTES, phone_hash BYTES,
            id_number_sealed BYTES, id_number_hash BYTES, unit TEXT NOT NULL, title TEXT NOT NULL);
        CREATE UNIQUE INDEX person_phone ON person (phone_hash);
        CREATE UNIQUE INDEX person_id_number ON person (id_number_hash);
        CREATE TABLE account (person INT64 PRIMARY KEY, name TEXT NOT NULL, password BYTES NOT NULL,
            must_change BOOLEAN NOT NULL, failures INT64 NOT NULL, last_failure_ms TIME NOT NULL);
        CREATE UNIQUE INDEX account_name ON account (name);
        CREATE TABLE role_grant (person INT64 NOT NULL, role INT64 NOT NULL, organisation INT64 NOT NULL,
            PRIMARY KEY (person, role, organisation));
        CREATE TABLE session (id INT64 PRIMARY KEY, token_hash BYTES NOT NULL, person INT64 NOT NULL,
            created_ms TIME NOT NULL, expires_ms TIME NOT NULL, address TEXT NOT NULL);
        CREATE UNIQUE INDEX session_token ON session (token_hash);
        CREATE TABLE answered (key_head INT64 NOT NULL, key_tail INT64 NOT NULL, caller INT64 NOT NULL,
            page INT64 NOT NULL, PRIMARY KEY (key_head, key_tail, caller));
        CREATE TABLE answer_page (id INT64 PRIMARY KEY, day INT64 NOT NULL, answers BYTES NOT NULL);
        CREATE TABLE audit (id INT64 PRIMARY KEY, at_ms TIME NOT NULL, caller INT64 NOT NULL,
            address TEXT NOT NULL, method INT64 NOT NULL, outcome INT64 NOT NULL, detail TEXT NOT NULL);
        CREATE TABLE programme (id INT64 PRIMARY KEY, name TEXT NOT NULL, preset TEXT NOT NULL,
            time_zone TEXT NOT NULL);
        CREATE UNIQUE INDEX programme_name ON programme (name);
        CREATE TABLE policy_switch (programme INT64 NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (programme, name));
        CREATE TABLE project (id INT64 PRIMARY KEY, number TEXT NOT NULL, name TEXT NOT NULL,
            level INT64 NOT NULL, category INT64 NOT NULL, hours_tenths INT64 NOT NULL,
            credits_tenths INT64 NOT NULL, owner INT64 NOT NULL);
        CREATE UNIQUE INDEX project_number ON project (number);
        CREATE TABLE course (id INT64 PRIMARY KEY, project INT64 NOT NULL, name TEXT NOT NULL,
            hours_tenths INT64 NOT NULL, credits_tenths INT64 NOT NULL);
        CREATE INDEX course_project ON course (project, id);
        CREATE TABLE offering (id INT64 PRIMARY KEY, programme INT64 NOT NULL, project INT64 NOT NULL,
            base INT64 NOT NULL, title TEXT NOT NULL, state INT64 NOT NULL,
            pass_mark_hundredths INT64 NOT NULL, code_period_s INT64 NOT NULL, revision INT64 NOT NULL);
        CREATE INDEX offering_base ON offering (base, id);
        CREATE TABLE activity_date (offering INT64 NOT NULL, day INT64 NOT NULL, hours_tenths INT64 NOT NULL,
            PRIMARY KEY (offering, day));
        CREATE TABLE offering_window (offering INT64 NOT NULL, ordinal INT64 NOT NULL, day INT64 NOT NULL,
            from_minute INT64 NOT NULL, to_minute INT64 NOT NULL, course INT64 NOT NULL,
            PRIMARY KEY (offering, ordinal));
        CREATE TABLE roster (offering INT64 NOT NULL, person INT64 NOT NULL, id INT64 NOT NULL, number TEXT NOT NULL,
            PRIMARY KEY (offering, person));
        CREATE UNIQUE INDEX roster_number ON roster (offering, number);
        CREATE INDEX roster_person ON roster (person, offering);
        CREATE TABLE terminal (id INT64 PRIMARY KEY, name TEXT NOT NULL, base INT64 NOT NULL,
            device_key BYTES NOT NULL, revoked_ms TIME NOT NULL, last_contact_ms TIME NOT NULL);
        CREATE UNIQUE INDEX terminal_key ON terminal (device_key);
        CREATE TABLE enrolment_code (secret_hash BYTES PRIMARY KEY, base INT64 NOT NULL, name TEXT NOT NULL,
            expires_ms TIME NOT NULL, device_key BYTES, terminal INT64 NOT NULL);
        CREATE TABLE venue_key (offering INT64 NOT NULL, course INT64 NOT NULL, key_id INT64 NOT NULL, id INT64 NOT NULL,
            key_sealed BYTES NOT NULL, PRIMARY KEY (offering, course, key_id));

        -- The journal: one row a batch is the truth; what stands below it can be rebuilt from it.
        CREATE TABLE log (id INT64 PRIMARY KEY, log_id BYTES NOT NULL, opening BYTES NOT NULL,
            opening_signature BYTES NOT NULL, device_key BYTES NOT NULL, epoch INT64 NOT NULL,
            terminal INT64 NOT NULL, head_sequence INT64 NOT NULL, head_hash BYTES NOT NULL,
            applied_sequence INT64 NOT NULL, seal BYTES, seal_signature BYTES);
        CREATE UNIQUE INDEX log_log_id ON log (log_id);
        CREATE TABLE batch (id INT64 PRIMARY KEY, log INT64 NOT NULL, first_sequence INT64 NOT NULL,
            fact_count INT64 NOT NULL, hash BYTES NOT NULL, body BYTES NOT NULL, signature BYTES,
            received_ms TIME NOT NULL);
        CREATE UNIQUE INDEX batch_position ON batch (log, first_sequence);
        CREATE TABLE batch_offering (offering INT64 NOT NULL, batch INT64 NOT NULL,
            PRIMARY KEY (offering, batch));

        -- Facts with a causal context: scores, voids, corrections, adjudications.
        CREATE TABLE contextual_fact (log INT64 NOT NULL, sequence INT64 NOT NULL, batch INT64 NOT NULL,
            kind INT64 NOT NULL, offering INT64 NOT NULL, person INT64 NOT NULL, assessment INT64 NOT NULL,
            PRIMARY KEY (log, sequence));
        CREATE INDEX contextual_fact_key ON contextual_fact (offering, person, assessment);
        CREATE TABLE quarantined_fact (log INT64 NOT NULL, sequence INT64 NOT NULL, code INT64 NOT NULL,
            offering INT64 NOT NULL, PRIMARY KEY (log, sequence));
        CREATE INDEX quarantined_fact_offering ON quarantined_fact (offering);

        -- The first online check-in of a person in a window: what a phone is told at once.
        CREATE TABLE first_check_in (offering INT64 NOT NULL, person INT64 NOT NULL, day INT64 NOT NULL,
            from_minute INT64 NOT NULL, course INT64 NOT NULL, at_ms TIME NOT NULL,
            PRIMARY KEY (offering, person, day, from_minute, course));

        -- The feed of a base's terminals, compacted: one row an entity with its last position, tombstones included.
        CREATE TABLE scope_position (scope INT64 PRIMARY KEY, position INT64 NOT NULL, alive INT64 NOT NULL,
            digest BYTES NOT NULL);
        CREATE TABLE scope_item (scope INT64 NOT NULL, kind INT64 NOT NULL, item INT64 NOT NULL,
            position INT64 NOT NULL, removed BOOLEAN NOT NULL, value BYTES NOT NULL,
            PRIMARY KEY (scope, kind, item));
        CREATE UNIQUE INDEX scope_item_position ON scope_item (scope, position);
        CREATE TABLE award (id INT64 PRIMARY KEY, offering INT64 NOT NULL, person INT64 NOT NULL,
            category INT64 NOT NULL, credits_tenths INT64 NOT NULL, hours_tenths INT64 NOT NULL,
            activity_day INT64 NOT NULL, state INT64 NOT NULL, reason TEXT NOT NULL, awarded_ms TIME NOT NULL,
            awarded_by INT64 NOT NULL);
        CREATE INDEX award_offering ON award (offering, person);
        CREATE INDEX award_person ON award (person, id);
        """
}
