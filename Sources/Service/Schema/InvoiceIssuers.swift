import Storage

extension Schema {
    /// ORD-5: invoices that somebody else issues. `issuer` is the channel whose payments it issues for, 0 by hand; `issuer_number` is our number
    /// of the invoice there.
    static let invoiceIssuers = Migration(
        61, "invoices that WeChat Pay issues",
        """
        ALTER TABLE invoice ADD COLUMN issuer INT64 NOT NULL DEFAULT 0;
        ALTER TABLE invoice ADD COLUMN issuer_number TEXT NOT NULL DEFAULT '';
        ALTER TABLE invoice ADD COLUMN sendings INT64 NOT NULL DEFAULT 0;
        ALTER TABLE invoice ADD COLUMN sent_ms TIME NOT NULL DEFAULT 0;
        ALTER TABLE invoice ADD COLUMN questions INT64 NOT NULL DEFAULT 0;
        ALTER TABLE invoice ADD COLUMN due_ms TIME NOT NULL DEFAULT 0;
        CREATE INDEX invoice_due ON invoice (state, due_ms, id);
        CREATE INDEX invoice_issuer_number ON invoice (issuer_number);
        """)
}
