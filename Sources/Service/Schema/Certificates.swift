import Storage

extension Schema {
    /// CRT: certificates as they were issued. `standing` is 0 while one is valid, then its own id: of one number at a base, one
    /// is valid. `certificate_place` has a row for the base, for each region around it, and for the platform (0), so that a list is a range.
    static let certificates = Migration(
        39, "certificates",
        """
        CREATE TABLE certificate (id INT64 PRIMARY KEY, number TEXT NOT NULL, code TEXT NOT NULL, kind INT64 NOT NULL,
            state INT64 NOT NULL, standing INT64 NOT NULL, base INT64 NOT NULL, person INT64 NOT NULL,
            award INT64 NOT NULL, name TEXT NOT NULL, id_number_sealed BYTES, title TEXT NOT NULL,
            project_number TEXT NOT NULL, level INT64 NOT NULL, category INT64 NOT NULL,
            credits_tenths INT64 NOT NULL, hours_tenths INT64 NOT NULL, first_day INT64 NOT NULL,
            last_day INT64 NOT NULL, modality INT64 NOT NULL, issuer TEXT NOT NULL, issued_day INT64 NOT NULL,
            cohort TEXT NOT NULL, round TEXT NOT NULL, reason TEXT NOT NULL, replaced_by INT64 NOT NULL,
            issued_ms TIME NOT NULL, issued_by INT64 NOT NULL);
        CREATE UNIQUE INDEX certificate_number ON certificate (base, number, standing);
        CREATE INDEX certificate_code ON certificate (number, code);
        CREATE INDEX certificate_person ON certificate (person, id);
        CREATE INDEX certificate_award ON certificate (award, standing);
        CREATE TABLE certificate_place (place INT64 NOT NULL, certificate INT64 NOT NULL, name TEXT NOT NULL,
            number TEXT NOT NULL, cohort TEXT NOT NULL, round TEXT NOT NULL, year INT64 NOT NULL,
            PRIMARY KEY (place, certificate));
        CREATE INDEX certificate_place_name ON certificate_place (place, name, certificate);
        CREATE INDEX certificate_place_number ON certificate_place (place, number, certificate);
        CREATE INDEX certificate_place_cohort ON certificate_place (place, cohort, certificate);
        CREATE INDEX certificate_place_round ON certificate_place (place, round, certificate);
        CREATE INDEX certificate_place_year ON certificate_place (place, year, certificate);
        """)
}
