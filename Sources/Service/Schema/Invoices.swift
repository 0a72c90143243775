import Storage

extension Schema {
    /// ORD-5: invoices. `ended` is 0, or the invoice's own id: an order has one live invoice. `invoice_number` keeps the
    /// numbers of voided ones too.
    static let invoices = Migration(
        32, "invoices",
        """
        CREATE TABLE invoice_buyer (person INT64 PRIMARY KEY, details_sealed BYTES NOT NULL);
        CREATE TABLE invoice (id INT64 PRIMARY KEY, order_id INT64 NOT NULL, person INT64 NOT NULL,
            programme INT64 NOT NULL, state INT64 NOT NULL, buyer_sealed BYTES NOT NULL, training INT64 NOT NULL,
            lodging INT64 NOT NULL, code TEXT NOT NULL, number TEXT NOT NULL, red_number TEXT NOT NULL,
            reason TEXT NOT NULL, created_ms TIME NOT NULL, issued_ms TIME NOT NULL, ended INT64 NOT NULL);
        CREATE UNIQUE INDEX invoice_live ON invoice (order_id, ended);
        CREATE INDEX invoice_order ON invoice (order_id, id);
        CREATE INDEX invoice_person ON invoice (person, id);
        CREATE INDEX invoice_state ON invoice (state, id);
        CREATE INDEX invoice_programme ON invoice (programme, id);
        CREATE INDEX invoice_programme_state ON invoice (programme, state, id);
        CREATE TABLE invoice_number (code TEXT NOT NULL, number TEXT NOT NULL, invoice INT64 NOT NULL,
            PRIMARY KEY (code, number));
        CREATE TABLE invoice_step (invoice INT64 NOT NULL, ordinal INT64 NOT NULL, state INT64 NOT NULL,
            actor INT64 NOT NULL, at_ms TIME NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (invoice, ordinal));
        """)
}
