import Storage

extension Schema {
    static let identity = Migration(6, "identities, photos, profiles, members of units, joined people", identityText)

    private static let identityText = """
        -- 0 = none, 1 = a claim waits for a reviewer, 2 = the ID number is the person's; the level says by what evidence.
        ALTER TABLE person ADD COLUMN identity_state INT64 NOT NULL DEFAULT 0;
        ALTER TABLE person ADD COLUMN identity_level INT64 NOT NULL DEFAULT 0;
        ALTER TABLE person ADD COLUMN verified_ms TIME NOT NULL DEFAULT 0;
        -- What a reviewer decides or has decided. `holder` is who has the number, 0 where it is not contested.
        CREATE TABLE identity_claim (id INT64 PRIMARY KEY, person INT64 NOT NULL, name TEXT NOT NULL,
            number_sealed BYTES NOT NULL, number_hash BYTES NOT NULL, holder INT64 NOT NULL, with_photos BOOLEAN NOT NULL,
            state INT64 NOT NULL, submitted_ms TIME NOT NULL, decided_ms TIME NOT NULL, reason TEXT NOT NULL);
        CREATE INDEX identity_claim_person ON identity_claim (person, id);
        CREATE INDEX identity_claim_number ON identity_claim (number_hash, state);
        -- The latest photo of each side; the bytes are a blob.
        CREATE TABLE identity_photo (person INT64 NOT NULL, side INT64 NOT NULL, address BYTES NOT NULL,
            format INT64 NOT NULL, width INT64 NOT NULL, height INT64 NOT NULL, size INT64 NOT NULL,
            uploaded_ms TIME NOT NULL, PRIMARY KEY (person, side));

        -- `present` names the fields that are filled in, so that whether a section is complete needs no key.
        CREATE TABLE profile_section (person INT64 NOT NULL, section INT64 NOT NULL, revision INT64 NOT NULL,
            fields_sealed BYTES NOT NULL, present TEXT NOT NULL, saved_ms TIME NOT NULL, PRIMARY KEY (person, section));
        CREATE TABLE profile_unit (person INT64 PRIMARY KEY, organisation INT64 NOT NULL);
        CREATE INDEX profile_unit_organisation ON profile_unit (organisation, person);

        -- An ended membership asked for again gets a new id.
        CREATE TABLE membership (unit INT64 NOT NULL, person INT64 NOT NULL, id INT64 NOT NULL, state INT64 NOT NULL,
            by_person BOOLEAN NOT NULL, changed_ms TIME NOT NULL, PRIMARY KEY (unit, person));
        CREATE UNIQUE INDEX membership_id ON membership (id);
        CREATE INDEX membership_person ON membership (person, state);
        CREATE INDEX membership_state ON membership (unit, state, person);

        -- Facts name people for ever; two people who prove to be one keep one id, and facts of the other are read as its.
        -- `change_number` counts upwards, so that what was computed with aliases knows when they have changed.
        CREATE TABLE person_alias (joined INT64 PRIMARY KEY, kept INT64 NOT NULL, change_number INT64 NOT NULL);
        CREATE INDEX person_alias_kept ON person_alias (kept, joined);
        CREATE INDEX person_alias_change ON person_alias (change_number);
        -- The roster rows a joined person had, so that they can follow the ID number when it is somebody else's after all.
        -- `took` = the kept person had no row of their own there.
        CREATE TABLE joined_roster (joined INT64 NOT NULL, offering INT64 NOT NULL, entry INT64 NOT NULL,
            number TEXT NOT NULL, took BOOLEAN NOT NULL, PRIMARY KEY (joined, offering));
        """
}
