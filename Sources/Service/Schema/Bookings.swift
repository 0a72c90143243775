import Storage

extension Schema {
    /// PRJ-6, BKG: sessions with their places, entitlements and bookings.
    static let bookings = Migration(
        30, "bookings",
        """
        CREATE TABLE fee (programme INT64 NOT NULL, from_day INT64 NOT NULL, fen INT64 NOT NULL,
            PRIMARY KEY (programme, from_day));
        CREATE TABLE base_page (base INT64 PRIMARY KEY, address TEXT NOT NULL, phone TEXT NOT NULL,
            introduction TEXT NOT NULL);
        CREATE TABLE course_session (offering INT64 PRIMARY KEY, base INT64 NOT NULL, programme INT64 NOT NULL,
            location TEXT NOT NULL, capacity INT64 NOT NULL, taken INT64 NOT NULL, fee INT64 NOT NULL,
            modality INT64 NOT NULL, state INT64 NOT NULL, starts_ms TIME NOT NULL, ends_ms TIME NOT NULL,
            stage INT64 NOT NULL, asks_position BOOLEAN NOT NULL);
        CREATE TABLE lodging_option (offering INT64 NOT NULL, ordinal INT64 NOT NULL, name TEXT NOT NULL,
            fen INT64 NOT NULL, PRIMARY KEY (offering, ordinal));
        CREATE INDEX course_session_base ON course_session (base, starts_ms, offering);
        CREATE INDEX course_session_programme ON course_session (programme, starts_ms, offering);
        CREATE INDEX course_session_begins ON course_session (stage, starts_ms, offering);
        CREATE INDEX course_session_ends ON course_session (stage, ends_ms, offering);
        CREATE INDEX course_session_called_off ON course_session (state, taken, offering);
        CREATE TABLE entitlement (id INT64 PRIMARY KEY, person INT64 NOT NULL, programme INT64 NOT NULL,
            state INT64 NOT NULL, source INT64 NOT NULL, source_id INT64 NOT NULL, cancellations INT64 NOT NULL,
            booking INT64 NOT NULL, created_ms TIME NOT NULL);
        CREATE INDEX entitlement_person ON entitlement (person, id);
        CREATE INDEX entitlement_free ON entitlement (person, programme, state, id);
        CREATE UNIQUE INDEX entitlement_source ON entitlement (source, source_id);
        CREATE TABLE booking (id INT64 PRIMARY KEY, offering INT64 NOT NULL, programme INT64 NOT NULL,
            person INT64 NOT NULL, entitlement INT64 NOT NULL, state INT64 NOT NULL, reason TEXT NOT NULL,
            created_ms TIME NOT NULL, changed_ms TIME NOT NULL);
        CREATE INDEX booking_person ON booking (person, id);
        CREATE INDEX booking_live ON booking (person, programme, state);
        CREATE INDEX booking_offering ON booking (offering, id);
        CREATE INDEX booking_offering_state ON booking (offering, state, id);
        """)
}

extension Schema {
    /// ORD: unit payments, orders, their payments and refunds, and the ledger. `taken_back` is 0, or the payment's own id: of one row, one stands. `ledger_balance` has the sum of each account's entries.
    static let money = Migration(
        31, "orders, payments, refunds and the ledger",
        """
        CREATE TABLE unit_payment (id INT64 PRIMARY KEY, programme INT64 NOT NULL, reference TEXT NOT NULL,
            phone_hash BYTES NOT NULL, phone_sealed BYTES NOT NULL, name TEXT NOT NULL, amount INT64 NOT NULL,
            state INT64 NOT NULL, person INT64 NOT NULL, reason TEXT NOT NULL, created_ms TIME NOT NULL,
            taken_back INT64 NOT NULL);
        CREATE UNIQUE INDEX unit_payment_row ON unit_payment (programme, reference, phone_hash, taken_back);
        CREATE INDEX unit_payment_list ON unit_payment (programme, id);
        CREATE INDEX unit_payment_state ON unit_payment (programme, state, id);
        CREATE INDEX unit_payment_phone ON unit_payment (phone_hash, programme, state);
        CREATE TABLE ledger_posting (id INT64 PRIMARY KEY, kind INT64 NOT NULL, at_ms TIME NOT NULL,
            order_id INT64 NOT NULL, unit_payment INT64 NOT NULL);
        CREATE INDEX ledger_posting_order ON ledger_posting (order_id, id);
        CREATE TABLE ledger_entry (posting INT64 NOT NULL, account INT64 NOT NULL, fen INT64 NOT NULL,
            PRIMARY KEY (posting, account));
        CREATE TABLE ledger_balance (account INT64 PRIMARY KEY, fen INT64 NOT NULL);
        CREATE TABLE order_notice (programme INT64 PRIMARY KEY, version INT64 NOT NULL, text TEXT NOT NULL);
        CREATE TABLE order_notice_opened (person INT64 NOT NULL, programme INT64 NOT NULL, version INT64 NOT NULL,
            at_ms TIME NOT NULL, PRIMARY KEY (person, programme));
        CREATE TABLE course_order (id INT64 PRIMARY KEY, person INT64 NOT NULL, programme INT64 NOT NULL,
            offering INT64 NOT NULL, has_place BOOLEAN NOT NULL, state INT64 NOT NULL, training INT64 NOT NULL,
            lodging INT64 NOT NULL, refunded INT64 NOT NULL, lodging_option TEXT NOT NULL, position TEXT NOT NULL,
            created_ms TIME NOT NULL, expires_ms TIME NOT NULL, paid_ms TIME NOT NULL, payment INT64 NOT NULL,
            booking INT64 NOT NULL);
        CREATE INDEX course_order_person ON course_order (person, id);
        CREATE INDEX course_order_person_state ON course_order (person, programme, state, id);
        CREATE INDEX course_order_programme ON course_order (programme, id);
        CREATE INDEX course_order_programme_state ON course_order (programme, state, id);
        CREATE INDEX course_order_expires ON course_order (state, expires_ms, id);
        CREATE TABLE payment (id INT64 PRIMARY KEY, order_id INT64 NOT NULL, channel INT64 NOT NULL,
            number TEXT NOT NULL, made_ms TIME NOT NULL, amount INT64 NOT NULL, state INT64 NOT NULL,
            code TEXT NOT NULL, transaction_name TEXT NOT NULL, failure TEXT NOT NULL, questions INT64 NOT NULL,
            due_ms TIME NOT NULL);
        CREATE UNIQUE INDEX payment_number ON payment (number);
        CREATE INDEX payment_order ON payment (order_id, id);
        CREATE INDEX payment_due ON payment (state, due_ms, id);
        CREATE TABLE refund (id INT64 PRIMARY KEY, order_id INT64 NOT NULL, person INT64 NOT NULL,
            payment INT64 NOT NULL, transaction_name TEXT NOT NULL, kind INT64 NOT NULL, amount INT64 NOT NULL, state INT64 NOT NULL,
            number TEXT NOT NULL, made_ms TIME NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL,
            questions INT64 NOT NULL, due_ms TIME NOT NULL);
        CREATE UNIQUE INDEX refund_number ON refund (number);
        CREATE INDEX refund_order ON refund (order_id, id);
        CREATE INDEX refund_payment ON refund (payment, state, id);
        CREATE INDEX refund_person ON refund (person, id);
        CREATE INDEX refund_state ON refund (state, id);
        CREATE INDEX refund_due ON refund (state, due_ms, id);
        """)
}

extension Schema {
    /// BKG-2b: people with two paid places of one programme. Those that are found from now on are listed.
    static let doublePlaces = Migration(
        51, "two paid places of one person",
        """
        CREATE TABLE double_place (id INT64 PRIMARY KEY, person INT64 NOT NULL, earlier INT64 NOT NULL,
            later INT64 NOT NULL, state INT64 NOT NULL, reason TEXT NOT NULL, decided_by INT64 NOT NULL,
            found_ms TIME NOT NULL);
        CREATE UNIQUE INDEX double_place_pair ON double_place (earlier, later);
        CREATE INDEX double_place_later ON double_place (later);
        CREATE INDEX double_place_state ON double_place (state, id);
        """)
}
