import Storage

extension Schema {
    /// ORD-6b: statements of gateways and their differences. `payment.statement` and `refund.statement` name the one that has
    /// a row for it; `payment.paid_fen` is what came, and `refund.paid_by` the gateway that paid it back, 0 by hand.
    static let statements = Migration(
        36, "files of invoices, statements of gateways",
        """
        CREATE TABLE invoice_file (invoice INT64 PRIMARY KEY, address BYTES NOT NULL, size INT64 NOT NULL);
        ALTER TABLE payment ADD COLUMN paid_ms TIME NOT NULL DEFAULT 0;
        ALTER TABLE payment ADD COLUMN paid_fen INT64 NOT NULL DEFAULT 0;
        ALTER TABLE payment ADD COLUMN statement INT64 NOT NULL DEFAULT 0;
        UPDATE payment SET paid_ms = made_ms, paid_fen = amount WHERE state = 3;
        CREATE INDEX payment_paid ON payment (channel, paid_ms, id);
        ALTER TABLE refund ADD COLUMN paid_by INT64 NOT NULL DEFAULT 0;
        ALTER TABLE refund ADD COLUMN done_ms TIME NOT NULL DEFAULT 0;
        ALTER TABLE refund ADD COLUMN statement INT64 NOT NULL DEFAULT 0;
        UPDATE refund SET done_ms = made_ms, paid_by = (SELECT p.channel FROM payment p WHERE p.id = refund.payment)
            WHERE state = 5 AND payment <> 0;
        CREATE INDEX refund_done ON refund (paid_by, done_ms, id);
        CREATE TABLE statement (id INT64 PRIMARY KEY, channel INT64 NOT NULL, day INT64 NOT NULL, state INT64 NOT NULL,
            file_name TEXT NOT NULL, rows INT64 NOT NULL, matched INT64 NOT NULL, missing_here INT64 NOT NULL,
            missing_there INT64 NOT NULL, different INT64 NOT NULL, repeated INT64 NOT NULL, paid_fen INT64 NOT NULL,
            refunded_fen INT64 NOT NULL, open INT64 NOT NULL, created_ms TIME NOT NULL, finished_ms TIME NOT NULL,
            actor INT64 NOT NULL, looked_kind INT64 NOT NULL, looked_ms TIME NOT NULL, looked_id INT64 NOT NULL);
        CREATE INDEX statement_day ON statement (channel, day, state);
        CREATE TABLE statement_difference (id INT64 PRIMARY KEY, statement INT64 NOT NULL, channel INT64 NOT NULL,
            day INT64 NOT NULL, kind INT64 NOT NULL, row_kind INT64 NOT NULL, number TEXT NOT NULL,
            transaction_name TEXT NOT NULL, ours INT64 NOT NULL, theirs INT64 NOT NULL, order_id INT64 NOT NULL,
            state INT64 NOT NULL, reason TEXT NOT NULL, actor INT64 NOT NULL, settled_ms TIME NOT NULL,
            created_ms TIME NOT NULL);
        CREATE INDEX statement_difference_number ON statement_difference (number, state);
        CREATE INDEX statement_difference_state ON statement_difference (state, id);
        CREATE INDEX statement_difference_statement ON statement_difference (statement, id);
        CREATE INDEX statement_difference_open ON statement_difference (statement, state, id);
        CREATE INDEX statement_difference_day ON statement_difference (state, day);
        """)

    /// ORD-6a: accounting periods. `ledger_day` has the sums of each day of Beijing, so that a period is closed without
    /// reading its entries.
    static let periods = Migration(
        37, "accounting periods",
        """
        ALTER TABLE ledger_posting ADD COLUMN note TEXT NOT NULL DEFAULT '';
        CREATE INDEX ledger_posting_time ON ledger_posting (at_ms, id);
        CREATE TABLE ledger_day (day INT64 NOT NULL, account INT64 NOT NULL, debit INT64 NOT NULL,
            credit INT64 NOT NULL, PRIMARY KEY (day, account));
        INSERT INTO ledger_day (day, account, debit, credit)
            SELECT (p.at_ms + 28800000) / 86400000, e.account, SUM(CASE WHEN e.fen > 0 THEN e.fen ELSE 0 END),
            SUM(CASE WHEN e.fen < 0 THEN -e.fen ELSE 0 END) FROM ledger_posting p
            JOIN ledger_entry e ON e.posting = p.id GROUP BY (p.at_ms + 28800000) / 86400000, e.account;
        CREATE TABLE ledger_period (id INT64 PRIMARY KEY, first_day INT64 NOT NULL, last_day INT64 NOT NULL,
            closed_ms TIME NOT NULL, actor INT64 NOT NULL);
        CREATE UNIQUE INDEX ledger_period_end ON ledger_period (last_day);
        CREATE TABLE ledger_period_balance (period INT64 NOT NULL, account INT64 NOT NULL, opening INT64 NOT NULL,
            debit INT64 NOT NULL, credit INT64 NOT NULL, PRIMARY KEY (period, account));
        """)
}
