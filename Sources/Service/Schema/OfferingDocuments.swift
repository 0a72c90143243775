import Storage

extension Schema {
    /// PRJ-4: documents of offerings. `ended` is 0 for the one of its kind that holds, or the document's own id.
    static let offeringDocuments = Migration(
        47, "documents of offerings",
        """
        CREATE TABLE offering_document (id INT64 PRIMARY KEY, offering INT64 NOT NULL, kind INT64 NOT NULL,
            address BYTES NOT NULL, width INT64 NOT NULL, height INT64 NOT NULL, size INT64 NOT NULL,
            uploaded_ms TIME NOT NULL, uploaded_by INT64 NOT NULL, ended INT64 NOT NULL);
        CREATE UNIQUE INDEX offering_document_kind ON offering_document (offering, kind, ended);
        CREATE INDEX offering_document_offering ON offering_document (offering, id);
        """)
}
